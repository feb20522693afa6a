//! From bytes to text: the encodings an archive is found in.
//!
//! UTF-8 is what it should be and passes without a copy. UTF-16 and bytes of
//! Windows-1252 are read as meant and noted. It does not look at what the text
//! says.

use crate::{ProblemKind, Severity, log::Log, windows_1252};
use std::borrow::Cow;

/// The text of a file.
pub(crate) fn decode<'a>(bytes: &'a [u8], log: &mut Log) -> Cow<'a, str> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, log),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes, log),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes, log),
        // JSON begins with an ASCII character, so a zero beside it tells the
        // order of the bytes where no mark does.
        [1..=255, 0, ..] => utf16(bytes, u16::from_le_bytes, log),
        [0, 1..=255, ..] => utf16(bytes, u16::from_be_bytes, log),
        _ => utf8(bytes, log),
    }
}

fn utf16<'a>(bytes: &[u8], unit: fn([u8; 2]) -> u16, log: &mut Log) -> Cow<'a, str> {
    log.note(0, String::new(), Severity::Repaired, ProblemKind::Utf16);
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let letters = char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{FFFD}'));
    let mut text = String::with_capacity(bytes.len() / 2);
    text.extend(letters);
    Cow::Owned(text)
}

fn utf8<'a>(bytes: &'a [u8], log: &mut Log) -> Cow<'a, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let (mut first, mut count, mut seen) = (None, 0, 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        seen += chunk.valid().len() + chunk.invalid().len();
        // A character that the end of the file cuts in two is part of the cut.
        if seen == bytes.len() && is_cut_character(chunk.invalid()) {
            break;
        }
        for &byte in chunk.invalid() {
            first = first.or(Some(text.len()));
            count += 1;
            text.push(windows_1252::character(byte));
        }
    }
    if let Some(first) = first {
        log.note(
            first,
            String::new(),
            Severity::Repaired,
            ProblemKind::NotUtf8(count),
        );
    }
    Cow::Owned(text)
}

/// Whether these are the first bytes of a character whose rest is missing.
fn is_cut_character(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}
