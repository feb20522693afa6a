//! One-line texts: headlines, names, topics.
//!
//! White space becomes single spaces, and characters that are not seen but
//! change what is seen go. Bodies are not touched by this.

use crate::link::is_invisible;
use std::borrow::Cow;

/// A text on one line, and whether invisible characters were taken out.
pub(crate) fn one_line(text: &str) -> (Cow<'_, str>, bool) {
    let text = text.trim();
    let plain = text.bytes().all(|byte| matches!(byte, 0x20..0x7F)) && !text.contains("  ");
    if plain {
        return (Cow::Borrowed(text), false);
    }
    let (mut line, mut hidden) = (String::with_capacity(text.len()), false);
    let mut space = false;
    for letter in text.chars() {
        if is_invisible(letter) || (letter.is_control() && !letter.is_whitespace()) {
            hidden = true;
        } else if letter.is_whitespace() && letter != '\u{A0}' {
            space = true;
        } else {
            if space && !line.is_empty() {
                line.push(' ');
            }
            space = false;
            line.push(letter);
        }
    }
    (Cow::Owned(line), hidden)
}

/// The text up to `most` bytes, cut at a word where there is one.
pub(crate) fn cut_at_word(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let start = &text[..text.floor_char_boundary(most)];
    // A cut in the first half would lose more than a broken word does.
    match start.rfind(char::is_whitespace) {
        Some(space) if space > most / 2 => start[..space].trim_end(),
        _ => start,
    }
}
