//! Plain texts, an article a file.
//!
//! A block of `Name: value` lines at the top is taken for what it says. Else
//! the first line is the headline when a blank line follows it, and the file's
//! name stands in when there is none. Texts that were wrapped by hand at a
//! margin are unwrapped; lines that are short on purpose, as in verse, stay.

use archive::{Article, Body, Headline};

use crate::address::{folder_of, stem_of};
use crate::dates;
use crate::desk::{Desk, Page};
use crate::entry::Entry;
use crate::markdown::{of_name, spoken};

/// A headline is no longer than this, in characters.
const LONGEST_HEADLINE: usize = 150;

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

/// The text with lines that were wrapped at a margin put together.
fn unwrapped(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(text.len());
    let mut paragraph: Vec<&str> = Vec::new();
    for line in text.split('\n').chain(std::iter::once("")) {
        if !line.trim().is_empty() {
            paragraph.push(line);
            continue;
        }
        if !paragraph.is_empty() {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            let joined = is_wrapped(&paragraph);
            for (at, line) in paragraph.drain(..).enumerate() {
                if at > 0 {
                    out.push(if joined { ' ' } else { '\n' });
                }
                out.push_str(if joined { line.trim() } else { line.trim_end() });
            }
        }
    }
    out
}

/// Whether every line but the last reaches the margin: the next line's first
/// word would not have fitted.
fn is_wrapped(lines: &[&str]) -> bool {
    let lengths: Vec<usize> = lines
        .iter()
        .map(|line| line.trim_end().chars().count())
        .collect();
    let Some(longest) = lengths.iter().max().copied() else {
        return false;
    };
    lines.len() > 1
        && MARGIN.contains(&longest)
        && lines.windows(2).zip(&lengths).all(|(pair, length)| {
            let next = pair[1]
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .chars()
                .count();
            length + 1 + next > longest.saturating_sub(6)
                && !pair[1].starts_with([' ', '\t', '-', '*', '>'])
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
    }

    #[test]
    fn headers() {
        assert_eq!(header("Title: a\nDate: b\n\nc").1, 18);
        assert_eq!(header("Note: a\nb\n").1, 0);
        assert_eq!(header("Words\n\nc").1, 0);
    }
}
