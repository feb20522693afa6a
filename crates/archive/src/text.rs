//! `content_text` as blocks.
//!
//! Blank lines part paragraphs, single line breaks are kept, and addresses on
//! the web become links. All else is left as it stands: no mark-up is guessed.

use crate::plain::BETWEEN_BLOCKS;
use crate::{Block, Link, Span};

/// Lines and links beyond this are not told apart, their words kept: a million
/// nodes make no article.
const MOST_PIECES: usize = 100_000;

/// The paragraphs of a text, each a run of lines; whether there was more to tell apart.
fn paragraphs<'a>(text: &'a str, each: &mut dyn FnMut(bool, &'a str)) -> bool {
    let mut first = true;
    let mut rest = text;
    for left in (0..MOST_PIECES).rev() {
        // A return alone ended lines on old machines.
        let end = rest.find(['\n', '\r']).filter(|_| left > 0);
        let line = &rest[..end.unwrap_or(rest.len())];
        if line.trim().is_empty() {
            first = true;
        } else {
            each(first, line);
            first = false;
        }
        let Some(end) = end else {
            return left == 0;
        };
        let end = end + usize::from(rest[end..].starts_with("\r\n"));
        rest = &rest[end + 1..];
    }
    true
}

/// The body as blocks; whether there was more to tell apart.
pub(crate) fn blocks(text: &str) -> (Vec<Block>, bool) {
    let mut blocks = Vec::new();
    let mut links = MOST_PIECES;
    let more = paragraphs(text, &mut |first, line| {
        if first {
            blocks.push(Block::Paragraph(Vec::new()));
        }
        if let Some(Block::Paragraph(spans)) = blocks.last_mut() {
            if !first {
                spans.push(Span::Break);
            }
            link_addresses(line, spans, &mut links);
        }
    });
    (blocks, more || links == 0)
}

/// The same text without the tree.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    paragraphs(text, &mut |first, line| {
        if !plain.is_empty() {
            plain.push_str(if first { BETWEEN_BLOCKS } else { "\n" });
        }
        plain.push_str(line);
    });
    plain
}

/// Adds a line to spans, its addresses as links while there are any `left`.
fn link_addresses(line: &str, spans: &mut Vec<Span>, left: &mut usize) {
    let mut done = 0;
    let mut from = 0;
    while let Some(at) = line[from..].find("://").map(|at| from + at) {
        if *left == 0 {
            break;
        }
        from = at + 3;
        let before = line[done..at].trim_end_matches(char::is_alphanumeric);
        let start = done + before.len();
        let scheme = &line[start..at];
        if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
            continue;
        }
        let end = from + address_length(&line[from..]);
        let Some(link @ Link::Outside(_)) = Link::parse(&line[start..end]) else {
            // Not looked into again, or a long enough one would never end.
            from = end;
            continue;
        };
        *left -= 1;
        if start > done {
            spans.push(Span::Text(line[done..start].to_owned()));
        }
        let words = vec![Span::Text(line[start..end].to_owned())];
        spans.push(Span::Link { link, spans: words });
        (done, from) = (end, end);
    }
    if done < line.len() {
        spans.push(Span::Text(line[done..].to_owned()));
    }
}

/// How far an address goes: to white space or a bracket, and not into the
/// punctuation of the sentence around it.
fn address_length(rest: &str) -> usize {
    let ends = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»')
    };
    let address = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let mut open = 0_i32;
    for byte in address.bytes() {
        open += i32::from(byte == b'(') - i32::from(byte == b')');
    }
    let mut end = address.len();
    loop {
        let last = address[..end].chars().next_back();
        match last {
            // A bracket opened inside the address is closed inside it.
            Some(')') if open < 0 => open += 1,
            Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | ']' | '}' | '…') => {}
            _ => return end,
        }
        end -= last.map_or(0, char::len_utf8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain_text;
    use proptest::prelude::*;

    fn check(text: &str, wanted: &str) {
        let mut seen = String::new();
        for block in blocks(text).0 {
            let Block::Paragraph(spans) = block else {
                panic!("only paragraphs");
            };
            seen.push('¶');
            for span in spans {
                match span {
                    Span::Text(words) => seen.push_str(&words),
                    Span::Break => seen.push('/'),
                    Span::Link { link, .. } => seen.extend(["<", link.address(), ">"]),
                    _ => seen.push('?'),
                }
            }
        }
        assert_eq!(seen, wanted, "{text:?}");
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        check("", "");
        check("one", "¶one");
        check("one\ntwo\r\nthree\rfour", "¶one/two/three/four");
        check("\n\none\n \t\n\r\n\ntwo\n", "¶one¶two");
        check("  *as* <b>it</b> is &amp;", "¶  *as* <b>it</b> is &amp;");
    }

    #[test]
    fn addresses_become_links() {
        check("see http://a.org/b.", "¶see <http://a.org/b>.");
        check("(https://a.org/b_(c)), so", "¶(<https://a.org/b_(c)>), so");
        check("HTTP://a.org", "¶<http://a.org>");
        check(
            "xhttp://a.org ftp://b.org http:// x",
            "¶xhttp://a.org ftp://b.org http:// x",
        );
        check(
            "http://a.org http://b.org",
            "¶<http://a.org> <http://b.org>",
        );
    }

    #[test]
    fn a_text_of_many_lines_is_cut_and_keeps_its_words() {
        let ends = "a\n".repeat(MOST_PIECES - 1);
        for (text, more) in [
            (ends.clone(), true),
            (ends[2..].to_owned(), false),
            ("a\r".repeat(MOST_PIECES * 2), true),
            ("http://a.org ".repeat(MOST_PIECES), true),
            ("http://a.org ".repeat(MOST_PIECES - 1), false),
            ("\n".repeat(MOST_PIECES * 2), true),
        ] {
            let (blocks, cut) = blocks(&text);
            assert_eq!(cut, more, "{:?}", &text[..10]);
            let count = |text: &str| text.split_whitespace().count();
            assert_eq!(count(&plain_text(&blocks)), count(&text));
            assert_eq!(plain(&text), plain_text(&blocks));
        }
    }

    proptest! {
        #[test]
        fn plain_text_needs_no_tree(text in "([a-c \n\r\t.:/()é]|http://){0,40}|[\\s\\S]{0,20}") {
            prop_assert_eq!(plain(&text), plain_text(&blocks(&text).0));
        }
    }
}
