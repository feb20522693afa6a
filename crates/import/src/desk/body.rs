//! An article's body on its way: mended, read by the archive's own parser, its
//! addresses settled, and written from the tree.

use archive::{Block, Body};

use super::{Desk, MOST_BODY};
use crate::entry::Entry;
use crate::problem::{Kind, Place, Severity};
use crate::{markup, mojibake};

/// What a CDATA section begins and ends with.
const CDATA: &str = "<![CDATA[";
const CDATA_END: &str = "]]>";

impl Desk<'_> {
    /// The body as it will be shown, and hashes of the addresses it points to.
    pub(super) fn body(&mut self, place: &Place, entry: &mut Entry) -> (Body, Vec<u64>) {
        let body = std::mem::take(&mut entry.article.body);
        let (source, is_html) = match body {
            Body::Lost => return (Body::Lost, Vec::new()),
            Body::Text(text) => (text, false),
            Body::Html(html) => (html, true),
        };
        let source = match mojibake::mend(&source) {
            Some((mended, found)) => {
                self.log.note(
                    place.clone(),
                    Severity::Repaired,
                    Kind::Mojibake(found.count),
                );
                mended
            }
            None => source,
        };
        let most = MOST_BODY;
        if !is_html {
            if source.trim().is_empty() {
                return (Body::Lost, Vec::new());
            }
            let mut source = source;
            if source.len() > most {
                source.truncate(source.floor_char_boundary(most));
                self.cut(place, most);
            }
            return (Body::Text(source), Vec::new());
        }
        let (mut blocks, notices) = Body::Html(without_cdata(source)).blocks();
        for notice in notices {
            self.log
                .note(place.clone(), Severity::Dropped, Kind::Body(notice.0));
        }
        let mut links = Vec::new();
        markup::addresses(&mut blocks, &mut |link, picture| {
            self.address(place, entry, link, picture, &mut links)
        });
        let says = |block: &Block| {
            let words = archive::plain_text(std::slice::from_ref(block));
            !words.trim().is_empty()
        };
        let says = blocks.iter().any(says);
        let (html, cut) = markup::html_within(blocks, most);
        if cut {
            self.cut(place, most);
        }
        let shows = says || html.contains("<img ");
        (if shows { Body::Html(html) } else { Body::Lost }, links)
    }

    fn cut(&mut self, place: &Place, most: usize) {
        let kind = Kind::LongBody(most);
        self.log.note(place.clone(), Severity::Dropped, kind);
    }
}

/// HTML without the marks of CDATA sections, which it does not have: feeds that
/// were escaped twice put them there. What stands in them is meant.
fn without_cdata(html: String) -> String {
    if !html.contains(CDATA) {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    let mut sections = html.split(CDATA);
    out.push_str(sections.next().unwrap_or_default());
    for section in sections {
        let (inside, after) = section.split_once(CDATA_END).unwrap_or((section, ""));
        out.push_str(inside);
        out.push_str(after);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cdata_in_html_is_only_marks() {
        for (html, wanted) in [
            ("<![CDATA[<p>a</p>]]>b", "<p>a</p>b"),
            ("a<![CDATA[b]]>c<![CDATA[d]]>", "abcd"),
            ("a<![CDATA[b", "ab"),
            ("a]]>b", "a]]>b"),
        ] {
            assert_eq!(without_cdata(html.to_owned()), wanted, "{html}");
        }
    }
}
