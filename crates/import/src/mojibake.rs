//! UTF-8 that was once taken for Windows-1252: `Ã©` for `é`, `â€™` for `’`.
//!
//! A run of characters is mended when it is the Windows-1252 reading of one
//! UTF-8 character, that character is one Western text has, and the text as a
//! whole leaves no doubt: `â€™` is never meant, while a lone `Ã»` may end an
//! all-capitals Portuguese quotation.

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
        // Three characters for one are never meant; so are quotes and dashes.
        sure |= letter >= '\u{2000}';
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
        .find(['Â', 'Ã', 'Å', 'â'])
        .map(|start| at + start)
    {
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
    }

    #[test]
    fn what_may_be_meant_is_left() {
        for text in ["", "NÃO", "CHÂTEAU", "«IRMÃ»", "Ångström", "âge", "é", "Ã©"] {
            check(text, None);
        }
    }
}
