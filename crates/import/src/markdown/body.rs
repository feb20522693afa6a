//! The text of a Markdown file as a body.

use archive::Body;
use pulldown_cmark::{Options, Parser, html};

use super::orders;
use crate::desk::{Desk, MOST_BODY, Page};
use crate::problem::{Kind, Severity, quoted};

/// A parser of Markdown takes up to a hundred and fifty bytes for a byte (of
/// brackets or asterisks); longer texts are read in parts of this size.
const PART: usize = 256 << 10;

/// The text as a body, and its first heading when that is the headline.
pub(super) fn body(
    desk: &mut Desk<'_>,
    page: &Page,
    source: &str,
    from: usize,
    title: Option<&str>,
) -> (Body, Option<String>) {
    let Some(parts) = parts(source) else {
        desk.note(page, from, Severity::Repaired, Kind::LongMarkdown);
        return (Body::Text(source.to_owned()), None);
    };
    let mut html = String::new();
    for (at, part) in parts {
        // What an archive does not hold need not be made.
        if html.len() > MOST_BODY {
            let kind = Kind::LongBody(MOST_BODY);
            desk.note(page, from + at, Severity::Dropped, kind);
            break;
        }
        html.push_str(&part_as_html(desk, page, part, from + at));
    }
    let (heading, rest) = first_heading(&html);
    let rest = html.len() - rest.len();
    match (title, heading) {
        (None, Some(heading)) => {
            html.drain(..rest);
            (Body::Html(html), Some(heading))
        }
        (Some(title), Some(heading)) if alike(title, &heading) => {
            html.drain(..rest);
            (Body::Html(html), None)
        }
        _ => (Body::Html(html), None),
    }
}

/// The text in parts that end at a blank line outside of fenced code, nearly
/// always one; nothing when there is no such line where one is needed.
fn parts(source: &str) -> Option<Vec<(usize, &str)>> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut last, mut fenced) = (0, 0, None, false);
    for line in source.split_inclusive('\n') {
        let bare = line.trim();
        fenced ^= bare.starts_with("```") || bare.starts_with("~~~");
        if at + line.len() - start > PART {
            let end = last.take()?;
            parts.push((start, &source[start..end]));
            start = end;
        }
        at += line.len();
        if bare.is_empty() && !fenced {
            last = Some(at);
        }
    }
    (at - start <= PART).then(|| {
        parts.push((start, &source[start..]));
        parts
    })
}

fn part_as_html(desk: &mut Desk<'_>, page: &Page, source: &str, from: usize) -> String {
    let (source, unknown) = orders::carry_out(source);
    for (at, name) in unknown {
        desk.note(
            page,
            from + at,
            Severity::Dropped,
            Kind::Shortcode(quoted(&name)),
        );
    }
    let is_html = page.path.ends_with(".html") || page.path.ends_with(".htm");
    if is_html { source } else { to_html(&source) }
}

fn to_html(source: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut out = String::with_capacity(source.len() + source.len() / 2);
    html::push_html(&mut out, Parser::new_ext(source, options));
    out
}

/// A heading of the first level at the top, and what follows it.
fn first_heading(html: &str) -> (Option<String>, &str) {
    let start = html.trim_start();
    if !start.starts_with("<h1") {
        return (None, html);
    }
    let Some(end) = start.find("</h1>").map(|at| at + "</h1>".len()) else {
        return (None, html);
    };
    let words = Body::Html(start[..end].to_owned()).plain_text();
    (
        Some(words.trim().to_owned()).filter(|words| !words.is_empty()),
        &start[end..],
    )
}

fn alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    letters(one) == letters(other)
}
