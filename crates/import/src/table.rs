//! Tables: CSV, TSV and their kin, an article a row.
//!
//! What parts the cells is told from the first lines, what a column holds from
//! its name in the first row, in a few languages. A row that is too short or
//! too long is read all the same.

mod columns;

use archive::{Article, Body, Headline};
use csv::{ReaderBuilder, StringRecord};

use crate::address::folder_of;
use crate::dates;
use crate::desk::{Desk, MOST_ENTRIES, Page};
use crate::entry::Entry;
use crate::feeds::{is_language, web};
use crate::problem::{Kind, Severity, quoted};
use columns::{Column, columns};

/// A row with more cells than this was parted wrongly.
const MOST_CELLS: usize = 10_000;

/// Reads a table.
pub fn read(desk: &mut Desk<'_>, page: &Page) {
    let text = page.as_str();
    // Spreadsheets say what parts the cells on a line of its own.
    let (said, start) = match text.strip_prefix("sep=") {
        Some(rest) => (
            rest.bytes().next(),
            text.find('\n').map_or(text.len(), |at| at + 1),
        ),
        None => (None, 0),
    };
    let text = &text[start..];
    let parts = said.unwrap_or_else(|| parts(text));
    let end = wide_row(text, parts);
    if let Some(end) = end {
        let kind = Kind::WideRow(MOST_CELLS);
        desk.note(page, start + end, Severity::Dropped, kind);
    }
    let text = &text[..end.unwrap_or(text.len())];
    let mut reader = ReaderBuilder::new()
        .delimiter(parts)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut row = StringRecord::new();
    let columns = match reader.read_record(&mut row) {
        Ok(true) => columns(desk, page, start, &row),
        _ => Vec::new(),
    };
    if !columns.iter().flatten().any(|column| {
        matches!(
            column,
            Column::Title | Column::Text | Column::Html | Column::Summary
        )
    }) {
        return desk.note(page, start, Severity::Dropped, Kind::NoColumns);
    }
    let told_apart = |column: &Option<Column>| matches!(column, Some(Column::Id | Column::Url));
    if !columns.iter().any(told_apart) {
        desk.note(page, start, Severity::Repaired, Kind::NoIdColumn);
    }
    while let Ok(true) = reader.read_record(&mut row) {
        let at = row
            .position()
            .map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        // The reader may stand on the line end before the row.
        let at = start + at + text[at.min(text.len())..].len()
            - text[at.min(text.len())..]
                .trim_start_matches(['\n', '\r'])
                .len();
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if row.len() != columns.len() {
            let severity = if row.len() > columns.len() {
                Severity::Dropped
            } else {
                Severity::Repaired
            };
            desk.note(
                page,
                at,
                severity,
                Kind::RaggedRow(row.len(), columns.len()),
            );
        }
        article(desk, page, at, &columns, std::mem::take(&mut row));
    }
}

/// What parts the cells: whatever there is most of in the first row, outside
/// of quotation marks.
fn parts(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut inside = false;
    for byte in text.bytes().take_while(|byte| *byte != b'\n') {
        inside ^= byte == b'"';
        for (part, count) in &mut counts {
            *count += i32::from(!inside && byte == *part);
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(part, _)| *part)
}

/// Where the first row with more than [`MOST_CELLS`] begins, if there is one:
/// the reader of rows would remember where each cell ends, at eight times what
/// an empty one takes in the file.
fn wide_row(text: &str, part: u8) -> Option<usize> {
    #[derive(Clone, Copy)]
    enum In {
        Start,
        Plain,
        Quoted,
        /// After a quotation mark that ends the cell, or is the first of two.
        Quote,
    }
    let (mut place, mut begin, mut cells) = (In::Start, 0, 1);
    for (at, byte) in text.bytes().enumerate() {
        place = match (place, byte) {
            (In::Quoted, b'"') => In::Quote,
            (In::Quoted, _) | (In::Start | In::Quote, b'"') => In::Quoted,
            (_, b'\n' | b'\r') => {
                (begin, cells) = (at + 1, 1);
                In::Start
            }
            (_, byte) if byte == part => {
                cells += 1;
                if cells > MOST_CELLS {
                    return Some(begin);
                }
                In::Start
            }
            _ => In::Plain,
        };
    }
    None
}

fn article(
    desk: &mut Desk<'_>,
    page: &Page,
    at: usize,
    columns: &[Option<Column>],
    row: StringRecord,
) {
    let mut article = Article::default();
    let (mut topics, mut html, mut text, mut picture) = (Vec::new(), None, None, None);
    for (column, cell) in columns.iter().zip(&row) {
        let cell = cell.trim();
        let Some(column) = column.filter(|_| !cell.is_empty()) else {
            continue;
        };
        match column {
            Column::Id => article.id = cell.to_owned(),
            Column::Title => {
                article.headline = Headline {
                    text: cell.to_owned(),
                    ..Headline::default()
                }
            }
            Column::Text => text = Some(cell.to_owned()),
            Column::Html => html = Some(cell.to_owned()),
            Column::Summary => article.summary = Some(cell.to_owned()),
            Column::Date => {
                let read = dates::read(cell);
                if let Some((severity, kind)) = read.remark {
                    desk.note(page, at, severity, kind);
                }
                article.date = read.date;
            }
            Column::Authors => article.authors.extend(several(cell, &[';', '|'])),
            Column::Topics => topics.extend(several(cell, &[';', '|', ','])),
            Column::Url => {
                article.url = web(cell);
                if article.url.is_none() {
                    desk.note(page, at, Severity::Dropped, Kind::BadAddress(quoted(cell)));
                }
            }
            Column::Language => {
                let tag = cell.replace('_', "-");
                if is_language(&tag) {
                    article.language = Some(tag);
                } else {
                    desk.note(page, at, Severity::Dropped, Kind::BadLanguage(quoted(cell)));
                }
            }
            Column::Note => article.note = Some(cell.to_owned()),
            Column::Picture => picture = Some(cell.to_owned()),
        }
    }
    // Its cells may be large, and are all in the article now.
    drop(row);
    article.body = match (html, text) {
        (Some(html), _) => Body::Html(html),
        (None, Some(text)) if is_marked_up(&text) => Body::Html(text),
        (None, Some(text)) => Body::Text(text),
        (None, None) => Body::Lost,
    };
    if let Some(picture) = picture {
        article.body = with_picture(article.body, &picture);
    }
    if article.id.is_empty() && article.url.is_none() {
        let date = article.date.as_ref().map_or("", archive::Edtf::source);
        article.id = crate::desk::made_id(&[&article.headline.text, date]);
    }
    let lost = !article.body.survives();
    let entry = Entry {
        article,
        topics,
        folder: folder_of(&page.path).to_owned(),
        at: page.text.place(at),
        lost,
        ..Entry::default()
    };
    desk.take(&page.label, entry);
}

/// The names in a cell: parted by the first of these characters that occurs.
fn several(cell: &str, parts: &[char]) -> Vec<String> {
    let part = parts
        .iter()
        .find(|part| cell.contains(**part))
        .copied()
        .unwrap_or(';');
    cell.split(part)
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .take(MOST_ENTRIES + 1)
        .collect()
}

/// Whether a cell's text is HTML: it has an element of a body that ends.
fn is_marked_up(text: &str) -> bool {
    const TAGS: &[&str] = &[
        "</p>",
        "<p>",
        "<br>",
        "<br/>",
        "<br />",
        "</a>",
        "</em>",
        "</strong>",
        "</b>",
        "</i>",
        "</div>",
        "</li>",
        "</h2>",
    ];
    text.match_indices('<').any(|(at, _)| {
        let after = &text.as_bytes()[at..];
        TAGS.iter().any(|tag| {
            after
                .get(..tag.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
        })
    })
}

fn with_picture(body: Body, picture: &str) -> Body {
    let escape = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;")
    };
    let figure = format!(
        "<figure><img src=\"{}\" alt=\"\"></figure>",
        escape(picture)
    );
    match body {
        Body::Html(html) => Body::Html(figure + &html),
        Body::Text(text) => {
            let paragraphs = text
                .split("\n\n")
                .map(|part| format!("<p>{}</p>", escape(part).replace('\n', "<br>")));
            Body::Html(figure + &paragraphs.collect::<String>())
        }
        Body::Lost => Body::Html(figure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_parts_cells() {
        for (text, wanted) in [
            ("a,b;c,d\n", b','),
            ("a;b;c", b';'),
            ("a\tb", b'\t'),
            ("\"a,b,c\"|d", b'|'),
            ("title", b','),
        ] {
            assert_eq!(parts(text), wanted, "{text}");
        }
    }

    /// Against the reader of rows itself.
    #[test]
    fn wide_rows_are_seen_where_they_begin() {
        let (wide, quoted) = (",".repeat(MOST_CELLS), "\",\",".repeat(MOST_CELLS));
        for (before, wide, is) in [
            ("a,b\n1,2\n", wide.as_str(), true),
            ("a,b\r\n\"1\n\"\"2\",3\r", &wide, true),
            ("", &quoted, true),
            ("a,b\n", &wide[1..], false),
            ("a,b\n\"", &wide, false),
            ("a\"b,c\n1\"", &wide, true),
        ] {
            let text = format!("{before}{wide}");
            let mut reader = ReaderBuilder::new()
                .flexible(true)
                .has_headers(false)
                .from_reader(text.as_bytes());
            let rows: Vec<StringRecord> = reader.records().map(|row| row.unwrap()).collect();
            let widest = rows.iter().any(|row| row.len() > MOST_CELLS);
            assert_eq!(widest, is, "{before:?}");
            let begin = before.rfind('\n').map_or(0, |at| at + 1);
            let begin = if before.ends_with('\r') {
                before.len()
            } else {
                begin
            };
            assert_eq!(wide_row(&text, b','), is.then_some(begin), "{before:?}");
        }
    }
}
