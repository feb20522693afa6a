//! A body as plain text, and how many words it has.
//!
//! The plain text is what is searched, counted and exported: blocks with a
//! blank line between them, line breaks as such, the rows of a table on lines
//! of their own and its cells parted by tabs. Pictures say nothing in it.

use crate::{Block, Span};

/// Between two blocks.
pub(crate) const BETWEEN_BLOCKS: &str = "\n\n";

/// The text of blocks, with a blank line between them.
#[must_use]
pub fn plain_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    push_blocks(&mut text, blocks);
    text
}

fn push_blocks(text: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) | Block::Heading { spans, .. } => {
                leaf(text, |text| push_spans(text, spans));
            }
            Block::Quote(blocks) => push_blocks(text, blocks),
            Block::List { items, .. } => items.iter().for_each(|item| push_blocks(text, item)),
            Block::Figure { caption, .. } => leaf(text, |text| push_spans(text, caption)),
            Block::Table { caption, rows } => {
                leaf(text, |text| push_spans(text, caption));
                leaf(text, |text| {
                    for (line, row) in rows.iter().enumerate() {
                        if line > 0 {
                            text.push('\n');
                        }
                        for (column, cell) in row.cells.iter().enumerate() {
                            if column > 0 {
                                text.push('\t');
                            }
                            push_spans(text, &cell.spans);
                        }
                    }
                });
            }
            Block::Preformatted(code) => leaf(text, |text| text.push_str(code)),
            Block::Rule => {}
        }
    }
}

/// Adds a block of text; one that says nothing leaves no blank line.
fn leaf(text: &mut String, push: impl FnOnce(&mut String)) {
    let before = text.len();
    if before > 0 {
        text.push_str(BETWEEN_BLOCKS);
    }
    let start = text.len();
    push(text);
    if text.len() == start {
        text.truncate(before);
    }
}

/// Adds the text of spans.
pub(crate) fn push_spans(text: &mut String, spans: &[Span]) {
    for span in spans {
        match span {
            Span::Text(words) | Span::Code(words) | Span::NoteReference(words) => {
                text.push_str(words);
            }
            Span::Emphasis(spans)
            | Span::Strong(spans)
            | Span::Superscript(spans)
            | Span::Subscript(spans)
            | Span::Link { spans, .. } => push_spans(text, spans),
            Span::Break => text.push('\n'),
            Span::Image(_) => {}
        }
    }
}

/// How many words a text has, for the time it takes to read.
///
/// Words are what white space parts; Chinese characters and kana are not
/// parted and count one each.
#[must_use]
pub fn word_count(text: &str) -> usize {
    let mut words = 0;
    let mut inside = false;
    for letter in text.chars() {
        if is_unparted(letter) {
            words += 1;
            inside = false;
        } else if letter.is_whitespace() {
            inside = false;
        } else if !inside && (letter.is_alphanumeric() || !letter.is_ascii()) {
            // A dash or mark standing alone is no word.
            inside = true;
            words += 1;
        }
    }
    words
}

/// Hiragana, katakana and the Chinese characters.
fn is_unparted(letter: char) -> bool {
    matches!(
        letter,
        '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted() {
        for (text, words) in [
            ("", 0),
            ("one", 1),
            ("  one two\nthree ", 3),
            ("it’s half-done - no", 3),
            ("東京の話", 4),
            ("東京 tower", 3),
            ("한국어 기사", 2),
        ] {
            assert_eq!(word_count(text), words, "{text}");
        }
    }
}
