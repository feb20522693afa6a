//! UTF-8 that was once taken for Windows-1252: `Ã©` for `é`, `â€™` for `’`;
//! and Windows-1252 that was once taken for Latin-1: U+0092 for `’`.
//!
//! A run of characters is mended when it is the Windows-1252 reading of one
//! UTF-8 character, that character is one Western text has, and the text as a
//! whole leaves no doubt: `â€™` is never meant, while a lone `Ã»` may end an
//! all-capitals Portuguese quotation. A control character of Latin-1's upper
//! half is never meant; it is what it is in Windows-1252, unless it may be a
//! part of some other script's UTF-8.

use encoding_rs::WINDOWS_1252;

/// Where and how often a text was decoded wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Offset of the first.
    pub first: usize,
    /// How many.
    pub count: u32,
}

/// Looks for wrongly decoded characters.
#[must_use]
pub fn find(text: &str) -> Option<Found> {
    let (mut first, mut count, mut sure) = (None, 0, false);
    let mut at = 0;
    while let Some((start, end, letter)) = next(text, at) {
        first.get_or_insert(start);
        count += 1;
        // Three characters for one are never meant; nor are quotes and dashes,
        // nor controls.
        sure |= letter >= '\u{2000}' || is_control(text[start..].chars().next());
        at = end;
    }
    first
        .filter(|_| sure || count > 1)
        .map(|first| Found { first, count })
}

/// The text with those characters mended; nothing when there are none.
#[must_use]
pub fn mend(text: &str) -> Option<(String, Found)> {
    let found = find(text)?;
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    while let Some((start, end, letter)) = next(text, at) {
        mended.push_str(&text[at..start]);
        mended.push(letter);
        at = end;
    }
    mended.push_str(&text[at..]);
    Some((mended, found))
}

/// The next wrongly decoded character from an offset on: where it begins and
/// ends, and what it is.
fn next(text: &str, from: usize) -> Option<(usize, usize, char)> {
    let mut at = from;
    while let Some(start) = text[at..]
        .find(|c| matches!(c, 'Â' | 'Ã' | 'Å' | 'â') || is_control(Some(c)))
        .map(|start| at + start)
    {
        if let Some(letter) = lone_control(text, start, from) {
            return Some((start, start + '\u{80}'.len_utf8(), letter));
        }
        let mut bytes = [0_u8; 3];
        let mut length = 0;
        let mut end = start;
        for letter in text[start..].chars().take(3) {
            let Some(byte) = byte_of(letter) else { break };
            bytes[length] = byte;
            length += 1;
            end += letter.len_utf8();
            if let Ok(one) = std::str::from_utf8(&bytes[..length])
                && let Some(letter) = one.chars().next()
                && length > 1
                && is_western(letter)
            {
                return Some((start, end, letter));
            }
        }
        at = start + text[start..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

fn is_control(letter: Option<char>) -> bool {
    matches!(letter, Some('\u{80}'..='\u{9F}'))
}

/// What a control character stands for, when it can be no part of a UTF-8
/// character; all before `done` is settled.
fn lone_control(text: &str, at: usize, done: usize) -> Option<char> {
    let letter = text[at..]
        .chars()
        .next()
        .filter(|letter| is_control(Some(*letter)))?;
    let next = text[at + letter.len_utf8()..].chars().next();
    let alone = match text[done..at].chars().next_back() {
        Some('\u{E0}'..='\u{FF}') => !matches!(next, Some('\u{80}'..='\u{BF}')),
        Some('\u{80}'..='\u{DF}') => false,
        _ => true,
    };
    let byte = [u8::try_from(u32::from(letter)).ok()?];
    let meant = WINDOWS_1252.decode_without_bom_handling(&byte).0;
    let meant = meant.chars().next().filter(|meant| *meant != letter);
    meant.filter(|_| alone)
}

/// The byte that Windows-1252 reads as this character, control bytes included.
fn byte_of(letter: char) -> Option<u8> {
    if let byte @ 0x80..=0xFF = u32::from(letter) {
        return u8::try_from(byte).ok();
    }
    let mut utf8 = [0; 4];
    let (byte, _, wrong) = WINDOWS_1252.encode(letter.encode_utf8(&mut utf8));
    match (&*byte, wrong) {
        ([byte @ 0x80..=0xFF], false) => Some(*byte),
        _ => None,
    }
}

/// What Western text has beyond ASCII: Latin-1, the Œ Š Ž of Latin Extended-A,
/// dashes, quotes, the ellipsis, the euro, the trade mark.
fn is_western(letter: char) -> bool {
    matches!(letter, '\u{A0}'..='\u{FF}' | '\u{152}'..='\u{17E}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203A}' | '€' | '™')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: Option<&str>) {
        assert_eq!(
            mend(text).map(|(text, _)| text).as_deref(),
            wanted,
            "{text}"
        );
    }

    #[test]
    fn what_leaves_no_doubt_is_mended() {
        check("itâ€™s â€œsoâ€\u{9d}", Some("it’s “so”"));
        check("dÃ©jÃ\u{a0} vu", Some("déjà vu"));
        check("10Â\u{a0}kg Ã  5Â°", Some("10\u{a0}kg Ã  5°"));
        check("wait â€” so", Some("wait — so"));
        check("don\u{92}t \u{93}go\u{85}\u{94}", Some("don’t “go…”"));
        check("café\u{94} l\u{92}été", Some("café” l’été"));
    }

    #[test]
    fn what_may_be_meant_is_left() {
        for text in [
            "",
            "NÃO",
            "CHÂTEAU",
            "«IRMÃ»",
            "Ångström",
            "âge",
            "é",
            "Ã©",
            "æ\u{9d}±äº¬",
            "\u{81}",
        ] {
            check(text, None);
        }
    }
}
