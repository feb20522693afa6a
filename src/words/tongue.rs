//! In which language and direction an archive's own words stand on a page that
//! may speak another.

use archive::{Archive, Article};

use super::{direction, speaks};
use crate::markup::El;

/// Languages written from right to left, by their tags (CLDR `likelySubtags`:
/// those whose script is Arabic, Hebrew, Syriac, Thaana, N’Ko or Adlam).
const RIGHT_TO_LEFT: &str = "ar arc arz ckb dv fa he iw ks ku nqo ps sd syr ug ur yi ";

/// The direction of a language; `auto`, by the first letter, where none is known.
fn direction_of(tag: Option<&str>) -> &'static str {
    let Some(tag) = tag else {
        return "auto";
    };
    let first = tag.split('-').next().unwrap_or_default();
    let mut others = RIGHT_TO_LEFT.split(' ');
    if others.any(|other| other.eq_ignore_ascii_case(first)) {
        "rtl"
    } else {
        "ltr"
    }
}

/// Marks an element as holding words of the archive: with their language where it
/// is not the page's, and their direction where it is not, or not known.
#[inline(never)]
fn in_tongue(element: El, tag: Option<&str>, always: bool) -> El {
    let side = direction_of(tag);
    let other = tag.filter(|tag| always || !speaks(tag));
    element
        .attr_if("lang", other.map(str::to_owned))
        .attr_if("dir", (side != direction()).then_some(side))
}

/// Lays an element out from the side an article is written from, for one that
/// holds words of the reader's too.
#[must_use]
pub fn from_side_of(element: El, archive: &Archive, article: &Article) -> El {
    let own = article.language.as_deref();
    element.attr("dir", direction_of(own.or(archive.language.as_deref())))
}

/// Marks an element as holding words of the archive as a whole.
#[must_use]
pub fn of_archive(element: El, archive: &Archive) -> El {
    in_tongue(element, archive.language.as_deref(), false)
}

/// Marks an element as holding an article's words.
#[must_use]
pub fn of_article(element: El, archive: &Archive, article: &Article) -> El {
    let own = article.language.as_deref();
    in_tongue(element, own.or(archive.language.as_deref()), own.is_some())
}
