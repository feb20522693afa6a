//! What a file is that is not an archive.
//!
//! Looks at the first bytes only, and only to say something more helpful than
//! "not JSON". It opens nothing.

use crate::{ProblemKind, log::quoted};

/// How far into a file of markup its kind is looked for: past a declaration,
/// comments and a style sheet instruction.
const FAR_ENOUGH: usize = 2_048;

/// The kind of a file of bytes that are no text.
pub(crate) fn binary(bytes: &[u8]) -> Option<ProblemKind> {
    match bytes {
        [0x1F, 0x8B, ..] => Some(ProblemKind::Gzip),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(ProblemKind::Zip),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(ProblemKind::Pdf),
        _ => None,
    }
}

/// The kind of a text that is no JSON; none when it may be JSON.
pub(crate) fn text(text: &str) -> Option<ProblemKind> {
    let start =
        text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\0');
    match start.as_bytes().first() {
        None => Some(ProblemKind::Empty),
        Some(b'{' | b'[' | b'/') => {
            let inside =
                start.trim_start_matches(|c: char| c.is_whitespace() || c == '{' || c == '[');
            inside
                .starts_with(['“', '”', '„', '«', '»'])
                .then_some(ProblemKind::CurlyQuotes)
        }
        Some(b'<') => Some(markup(start)),
        Some(_) => Some(ProblemKind::NotJson(quoted(start))),
    }
}

fn markup(text: &str) -> ProblemKind {
    let start = &text[..text.floor_char_boundary(FAR_ENOUGH)];
    let start = start.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| start.contains(word));
    if has(&["<rss", "<feed", "<rdf:rdf"]) {
        ProblemKind::XmlFeed
    } else if has(&["<!doctype html", "<html", "<head", "<body"]) {
        ProblemKind::HtmlPage
    } else {
        ProblemKind::Xml
    }
}
