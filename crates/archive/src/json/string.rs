//! Texts in JSON: finding their end, and decoding their escapes.
//!
//! Finding looks at eight bytes at a time. A text without escapes is handed
//! out as it stands in the file, so that it is copied once, by whoever keeps
//! it.

use super::Json;
use crate::{ProblemKind, Severity};
use std::borrow::Cow;

/// A text as it stands in the file, without its quotation marks.
#[derive(Clone, Copy)]
pub(crate) struct RawText<'a> {
    pub(crate) raw: &'a str,
    start: usize,
    escaped: bool,
}

/// One in each byte of a word.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The top bit of each byte of a word.
const TOPS: u64 = 0x8080_8080_8080_8080;

/// Nonzero when a byte of `word` is zero.
fn zero_byte(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & TOPS
}

impl<'a> Json<'a> {
    /// Finds the end of the text that stands next and moves behind it.
    pub(crate) fn scan(&mut self) -> RawText<'a> {
        let bytes = self.text.as_bytes();
        let quote = bytes.get(self.at).copied().unwrap_or(b'"');
        if quote != b'"' {
            self.unquoted(self.at);
        }
        let start = self.at + 1;
        let mut at = start;
        let mut escaped = false;
        let mut control = None;
        let quotes = ONES * u64::from(quote);
        let slashes = ONES * u64::from(b'\\');
        loop {
            while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
                let word = u64::from_le_bytes(*chunk);
                let controls = word.wrapping_sub(ONES * 0x20) & !word & TOPS;
                if controls | zero_byte(word ^ quotes) | zero_byte(word ^ slashes) != 0 {
                    break;
                }
                at += 8;
            }
            match bytes.get(at) {
                None => {
                    self.cut = true;
                    break;
                }
                Some(&found) if found == quote => break,
                Some(b'\\') => {
                    escaped = true;
                    at += 2;
                }
                Some(0..0x20) => {
                    control = control.or(Some(at));
                    at += 1;
                }
                Some(_) => at += 1,
            }
        }
        let end = at.min(bytes.len());
        if let Some(control) = control {
            self.note(control, Severity::Repaired, ProblemKind::ControlCharacter);
        }
        self.at = (end + 1).min(bytes.len());
        // A cut may have left the last escape without its letter.
        let raw = self.text.get(start..end).unwrap_or_default();
        RawText {
            raw,
            start,
            escaped,
        }
    }

    /// What the text says.
    pub(crate) fn decode(&mut self, text: RawText<'a>) -> Cow<'a, str> {
        if !text.escaped {
            return Cow::Borrowed(text.raw);
        }
        let mut said = String::with_capacity(text.raw.len());
        let mut rest = text.raw;
        while let Some(slash) = rest.find('\\') {
            said.push_str(&rest[..slash]);
            rest = &rest[slash + 1..];
            let Some(letter) = rest.chars().next() else {
                break;
            };
            let place = text.start + (text.raw.len() - rest.len()) - 1;
            rest = &rest[letter.len_utf8()..];
            match letter {
                'n' => said.push('\n'),
                '"' | '\\' | '/' | '\'' => said.push(letter),
                't' => said.push('\t'),
                'r' => said.push('\r'),
                'b' => said.push('\u{8}'),
                'f' => said.push('\u{C}'),
                'u' => match unicode(rest) {
                    Some((found, length)) => {
                        rest = &rest[length..];
                        said.push(found.unwrap_or('\u{FFFD}'));
                        if found.is_none() {
                            self.note(place, Severity::Repaired, ProblemKind::LoneSurrogate);
                        }
                    }
                    None if self.cut => break,
                    None => self.bad_escape(place, &mut said, letter),
                },
                _ => self.bad_escape(place, &mut said, letter),
            }
        }
        said.push_str(rest);
        Cow::Owned(said)
    }

    /// A backslash that means nothing stands for itself: `C:\Temp`.
    fn bad_escape(&mut self, place: usize, said: &mut String, letter: char) {
        self.note(place, Severity::Repaired, ProblemKind::BadEscape);
        said.push('\\');
        said.push(letter);
    }
}

/// The character after `\u` and how many bytes say it; no character for half a
/// surrogate pair, nothing at all when there are not four digits.
fn unicode(text: &str) -> Option<(Option<char>, usize)> {
    let first = four_digits(text)?;
    if !(0xD800..0xDC00).contains(&first) {
        return Some((char::from_u32(first), 4));
    }
    let second = text.get(4..).and_then(|rest| rest.strip_prefix("\\u"));
    match second.and_then(four_digits) {
        Some(second @ 0xDC00..0xE000) => {
            let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            Some((char::from_u32(code), 10))
        }
        _ => Some((None, 4)),
    }
}

fn four_digits(text: &str) -> Option<u32> {
    let digits = text.as_bytes().first_chunk::<4>()?;
    digits.iter().try_fold(0, |sum, digit| {
        Some(sum * 16 + char::from(*digit).to_digit(16)?)
    })
}
