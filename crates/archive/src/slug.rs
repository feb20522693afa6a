//! Names for addresses.
//!
//! A slug is made from the headline: small letters, digits and single hyphens,
//! letters of other scripts as they are. Two articles never share one, and an
//! article keeps its own when newer articles are added, wherever in the file:
//! of several with one headline the earliest has the plain slug, the others
//! add their date, then their id.

use crate::names::Names;
use crate::{Article, Date, Edtf, fold, order};

/// Long enough to know the article by, short enough for a line of an e-mail.
const MOST_BYTES: usize = 60;

/// A wished-for slug may be longer, but must still be fit for a file name
/// with an ending on every system.
const MOST_WISHED: usize = 120;

/// Files that a folder of articles may hold beside them.
const RESERVED: [&str; 2] = ["index", "404"];

/// Whether a wished-for slug can stand in an address.
pub(crate) fn is_valid(slug: &str) -> bool {
    slug.len() <= MOST_WISHED
        && !RESERVED.contains(&slug)
        && !slug.is_empty()
        && fold(slug, MOST_WISHED) == slug
}

/// A slug for a text; when nothing of it can stand in an address, one for its id.
pub(crate) fn slug(text: &str, kind: &str, id: &str) -> String {
    let slug = fold(text, MOST_BYTES);
    if slug.is_empty() || RESERVED.contains(&slug.as_str()) {
        return [kind, "-", &hash(id)].concat();
    }
    slug
}

/// Small letters and digits with single hyphens between, at most `most` bytes.
fn fold(text: &str, most: usize) -> String {
    let mut slug = String::with_capacity(most + 4);
    // Where the last whole word ends that fits.
    let mut words = 0;
    let mut gap = false;
    let mut folded = String::new();
    for letter in text.chars() {
        folded.clear();
        match letter {
            'a'..='z' | '0'..='9' | 'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            // Quotation marks and accents on their own do not part words.
            '\'' | '"' | '`' | '´' | '‘'..='‟' | '«' | '»' | '\u{300}'..='\u{36F}' | '\u{AD}' =>
            {
                continue;
            }
            '\0'..='\x7F' => {}
            _ => match fold::latin(letter) {
                Some(letters) => folded.push_str(letters),
                None if letter.is_alphanumeric() || joins(letter) => {
                    folded.extend(letter.to_lowercase());
                }
                None => {}
            },
        }
        if folded.is_empty() {
            gap = true;
            continue;
        }
        if gap && !slug.is_empty() {
            words = slug.len();
            slug.push('-');
        }
        gap = false;
        slug.push_str(&folded);
        if slug.len() > most {
            // A single word longer than the limit is cut where it is.
            let end = if words > 0 {
                words
            } else {
                slug.floor_char_boundary(most)
            };
            slug.truncate(end);
            break;
        }
    }
    slug
}

/// Signs that belong to the letter before them in the scripts of India.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{DFF}')
}

/// A short name for an id that holds nothing fit for an address (FNV-1a).
fn hash(id: &str) -> String {
    let mut hash = 0x811C_9DC5_u32;
    for byte in id.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    crate::number::number_text(u64::from(hash))
}

/// Gives every article its slug. `wished` holds what the file asks for; those
/// that are taken are handed back with the place of the article.
pub(crate) fn assign(
    articles: &mut [Article],
    wished: Vec<Option<String>>,
) -> Vec<(usize, String)> {
    // Undated articles come after dated ones; ids settle the rest.
    let mut order = order::sorted(articles.len(), &|left, right| {
        let (left, right) = (&articles[left], &articles[right]);
        let date = |article: &Article| article.date.as_ref().map_or(Date::LAST, Edtf::earliest);
        left.date
            .is_none()
            .cmp(&right.date.is_none())
            .then_with(|| date(left).cmp(&date(right)))
            .then_with(|| left.id.cmp(&right.id))
    });
    let mut names = Names::default();
    let mut take = |article: &mut Article, slug: String| {
        let free = names.take(&slug, 0);
        if free {
            article.slug = slug;
        }
        free
    };
    let mut refused = Vec::new();
    let mut wished = wished;
    for &at in &order {
        if let Some(slug) = wished[at].take()
            && !take(&mut articles[at], slug.clone())
        {
            refused.push((at, slug));
        }
    }
    order.retain(|&at| articles[at].slug.is_empty());
    order.retain(|&at| {
        let article = &mut articles[at];
        let plain = slug(&article.headline.text, "article", &article.id);
        !take(article, plain)
    });
    // Ids that differ may fold to the same letters; a number then parts them.
    let mut count = 2;
    for at in order {
        let article = &mut articles[at];
        let plain = slug(&article.headline.text, "article", &article.id);
        let date = article
            .date
            .as_ref()
            .map(|date| fold(date.source(), MOST_BYTES));
        let base = match date {
            Some(date) => {
                let dated = [&plain, "-", &date].concat();
                if take(article, dated.clone()) {
                    continue;
                }
                dated
            }
            None => plain,
        };
        let mut longer = [&base, "-", &fold(&article.id, MOST_BYTES)].concat();
        while !take(article, longer) {
            longer = [&base, "-", &crate::number::number_text(count)].concat();
            count += 1;
        }
    }
    refused
}

/// Gives a topic a slug no other has.
pub(crate) fn topic(label: &str, names: &mut Names) -> String {
    let plain = slug(label, "topic", label);
    if names.count(&plain) == 1 {
        return plain;
    }
    // Labels that differ only in case or accents: the label's own hash is as
    // stable as the label.
    let other = [&plain, "-", &hash(label)].concat();
    names.count(&other);
    other
}

#[cfg(test)]
#[path = "slug/tests.rs"]
mod tests;
