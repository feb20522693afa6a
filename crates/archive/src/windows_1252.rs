//! What bytes 0x80 to 0x9F mean in Windows-1252.
//!
//! Old pages and careless exports mean these when they say Latin-1, in raw
//! bytes and in numeric character references alike.

/// The characters of 0x80 to 0x9F; U+FFFD where there is none.
const HIGH: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž',
    '\u{FFFD}', '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}',
    'ž', 'Ÿ',
];

/// The character a byte stands for.
pub(crate) fn character(byte: u8) -> char {
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
