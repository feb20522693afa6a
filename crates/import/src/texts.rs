//! Plain texts, an article a file.
//!
//! A block of `Name: value` lines at the top is taken for what it says. Else
//! the first line is the headline when a blank line follows it, and the file's
//! name stands in when there is none. Texts that were wrapped by hand at a
//! margin are unwrapped; lines that are short on purpose, as in verse, stay.

use archive::{Article, Body, Headline};

use crate::address::{folder_of, stem_of};
use crate::dates;
use crate::desk::{Desk, MOST_ENTRIES, Page};
use crate::entry::Entry;
use crate::markdown::{of_name, spoken};

/// A headline is no longer than this, in characters.
const LONGEST_HEADLINE: usize = 150;

/// A header has no more lines than this; a mail's has a dozen.
const MOST_FIELDS: usize = 100;

/// Lines wrapped at a margin are about so long, in characters: from a narrow
/// column of mail to the widest terminal.
const MARGIN: std::ops::RangeInclusive<usize> = 45..=100;

/// Reads a file.
pub fn read(desk: &mut Desk<'_>, page: &Page) {
    let text = page.as_str();
    let (day, slug) = of_name(stem_of(&page.path));
    let mut article = Article {
        id: page
            .path
            .strip_suffix(&format!(".{}", crate::address::ending_of(&page.path)))
            .unwrap_or(&page.path)
            .to_owned(),
        date: day,
        ..Article::default()
    };
    let mut topics = Vec::new();
    let (fields, from) = header(text);
    for (at, name, value) in fields {
        match name.as_str() {
            "title" | "subject" | "headline" => article.headline.text = value.to_owned(),
            "author" | "authors" | "by" | "from" | "byline" => {
                article.authors = value
                    .split(';')
                    .map(|name| name.trim().to_owned())
                    .take(MOST_ENTRIES + 1)
                    .collect();
            }
            "date" | "published" => {
                let read = dates::read(value);
                if let Some((severity, kind)) = read.remark {
                    desk.note(page, at, severity, kind);
                }
                article.date = read.date.or(article.date);
            }
            "tags" | "topics" | "keywords" | "category" | "categories" => {
                topics = value
                    .split([',', ';'])
                    .map(|topic| topic.trim().to_owned())
                    .take(MOST_ENTRIES + 1)
                    .collect();
            }
            "summary" | "description" => article.summary = Some(value.to_owned()),
            "url" | "link" => article.url = crate::feeds::web(value),
            _ => {}
        }
    }
    let mut rest = text[from..].trim_start_matches(['\n', '\r']);
    let (mut headline, mut after) = first_line(rest);
    // A headline may be underlined or be marked as Markdown marks it.
    let line = after.lines().next().unwrap_or_default().trim();
    if line.len() > 3 && line.chars().all(|c| c == '=' || c == '-') && !headline.is_empty() {
        after = after.split_once('\n').map_or("", |(_, after)| after);
        rest = after;
    } else if article.headline.text.is_empty() {
        let parted = after.is_empty()
            || after.starts_with(['\n', '\r'])
            || after
                .lines()
                .next()
                .is_some_and(|line| line.trim().is_empty());
        if !parted || headline.chars().count() > LONGEST_HEADLINE {
            headline = "";
        } else {
            rest = after;
        }
    } else if !same(&article.headline.text, headline) {
        headline = "";
    } else {
        rest = after;
    }
    if article.headline.text.is_empty() {
        let name = spoken(slug);
        article.headline = Headline {
            text: if headline.is_empty() {
                name
            } else {
                headline.to_owned()
            },
            ..Headline::default()
        };
    }
    let rest = rest.trim_matches(['\n', '\r']);
    article.body = if rest.trim().is_empty() {
        Body::Lost
    } else {
        Body::Text(unwrapped(rest))
    };
    let entry = Entry {
        article,
        topics,
        known_as: vec![page.path.clone()],
        folder: folder_of(&page.path).to_owned(),
        at: (1, 1),
        ..Entry::default()
    };
    desk.take(&page.label, entry);
}

/// The `Name: value` lines at the top, when nothing else is in their block,
/// and where the text after them begins.
fn header(text: &str) -> (Vec<(usize, String, &str)>, usize) {
    const NAMES: &[&str] = &[
        "title",
        "subject",
        "headline",
        "author",
        "authors",
        "by",
        "from",
        "byline",
        "date",
        "published",
        "tags",
        "topics",
        "keywords",
        "category",
        "categories",
        "summary",
        "description",
        "url",
        "link",
        "source",
        "to",
        "cc",
        "language",
    ];
    let mut fields = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            at += line.len();
            return if fields.is_empty() {
                (fields, 0)
            } else {
                (fields, at)
            };
        }
        let known = line
            .split_once(':')
            .filter(|(name, _)| NAMES.contains(&name.trim().to_lowercase().as_str()));
        let Some((name, value)) = known else {
            return (Vec::new(), 0);
        };
        if fields.len() == MOST_FIELDS {
            return (Vec::new(), 0);
        }
        fields.push((at, name.trim().to_lowercase(), value.trim()));
        at += line.len();
    }
    (fields, at)
}

fn first_line(text: &str) -> (&str, &str) {
    let (line, after) = text.split_once('\n').unwrap_or((text, ""));
    (line.trim().trim_start_matches('#').trim(), after)
}

fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// The lines of a text, whatever they end with, and where each begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = Some(0);
    std::iter::from_fn(move || {
        let start = at?;
        let rest = &text[start..];
        let end = rest.find(['\n', '\r']);
        at = end.map(|end| {
            let both = rest[end..].starts_with("\r\n");
            start + end + if both { 2 } else { 1 }
        });
        Some((start, &rest[..end.unwrap_or(rest.len())]))
    })
}

/// The text with lines that were wrapped at a margin put together. Of lines
/// nothing is gathered: a large text may have as many as it has words.
fn unwrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Where the paragraph began, and where its last line ends.
    let mut paragraph: Option<(usize, usize)> = None;
    for (at, line) in lines(text).chain(std::iter::once((text.len(), ""))) {
        if !line.trim().is_empty() {
            let from = paragraph.map_or(at, |(from, _)| from);
            paragraph = Some((from, at + line.len()));
            continue;
        }
        let Some((from, to)) = paragraph.take() else {
            continue;
        };
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        let paragraph = &text[from..to];
        let joined = is_wrapped(paragraph);
        for (at, (_, line)) in lines(paragraph).enumerate() {
            if at > 0 {
                out.push(if joined { ' ' } else { '\n' });
            }
            out.push_str(if joined { line.trim() } else { line.trim_end() });
        }
    }
    out
}

/// Whether every line but the last reaches the margin: the next line's first
/// word would not have fitted.
fn is_wrapped(paragraph: &str) -> bool {
    let length = |line: &str| line.trim_end().chars().count();
    let longest = lines(paragraph).map(|(_, line)| length(line)).max();
    let longest = longest.unwrap_or(0);
    let mut pairs = lines(paragraph).zip(lines(paragraph).skip(1)).peekable();
    pairs.peek().is_some()
        && MARGIN.contains(&longest)
        && pairs.all(|((_, line), (_, after))| {
            let word = after.split_whitespace().next().unwrap_or_default();
            length(line) + 1 + word.chars().count() > longest.saturating_sub(6)
                && !after.starts_with([' ', '\t', '-', '*', '>'])
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_are_put_together() {
        let wrapped = "The mill burned down on Friday, and nobody was hurt in the\nfire that took the old wheel and most of the roof with\nit.";
        assert_eq!(unwrapped(wrapped), wrapped.replace('\n', " "));
        let verse = "The mill burned down,\nand nobody\nwas hurt.";
        assert_eq!(unwrapped(verse), verse);
        assert_eq!(unwrapped("a\r\n\r\n\r\nb\n"), "a\n\nb");
        assert_eq!(unwrapped("a\r\nb \rc\n \r\rd"), "a\nb\nc\n\nd");
        assert_eq!(
            unwrapped(&wrapped.replace('\n', "\r\n")),
            wrapped.replace('\n', " ")
        );
    }

    #[test]
    fn headers() {
        assert_eq!(header("Title: a\nDate: b\n\nc").1, 18);
        assert_eq!(header("Note: a\nb\n").1, 0);
        assert_eq!(header("Words\n\nc").1, 0);
    }
}
