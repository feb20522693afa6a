//! Folding: the form in which two spellings of one word are equal.
//!
//! It is lower case, compatibility decomposition (NFKD) and the removal of
//! marks, in one step from tables, with these differences on purpose:
//!
//! - Marks are removed where a reader may leave them out: accents, Hebrew and
//!   Arabic vowel points, cantillation, nuktas. Vowel signs of Indic and South
//!   East Asian scripts stay, as do Japanese voicing marks; these are put
//!   together with their kana, and Hangul letters with their syllable.
//! - Russian й and its like (ї, ў) stay letters of their own; ё is е.
//! - Letters with strokes and hooks lose them (ø, ł, đ, ı, ħ), æ, œ, þ and ß are
//!   ae, oe, th and ss. Arabic alef, yeh, kaf and final heh have one form each.
//! - Digits of every script are 0 to 9.
//! - Typographic quotes, dashes and spaces are the plain ones.
//! - Characters hardly anybody looks for keep their shape: ideographs for
//!   compatibility, Arabic ligatures, phonetic and modifier letters, symbols.
//!
//! A letter and its marks fold as the one character that stands for both, and
//! folding what is folded changes nothing.

use crate::class::{Class, digit};
use crate::numbers::{length, number, up_to};
use crate::table::{
    ARABIC, ARABIC_MORE, CYRILLIC, GREEK, GREEK_MORE, KANA, LATIN, LATIN_MORE, LETTERLIKE,
};

/// Adds the folded form of `text` to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    let mut rest = text;
    // Plain text in one piece.
    while !rest.is_empty() {
        let plain = rest.bytes().take_while(u8::is_ascii).count();
        let (ascii, after) = rest.split_at(plain);
        let from = out.len();
        out.push_str(ascii);
        if let Some(new) = out.get_mut(from..) {
            new.make_ascii_lowercase();
        }
        rest = after;
        let mut characters = rest.chars();
        if let Some(character) = characters.next() {
            fold_character(character, out);
        }
        rest = characters.as_str();
    }
}

/// Adds the folded form of one character, which a mark may change into that of
/// the last of `out` and itself.
pub(crate) fn fold_character(character: char, out: &mut String) {
    let code = character as u32;
    let folded = match character {
        '\0'..='\x7f' => lower_ascii(code),
        // Space, quote and dash in all their widths.
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '‘'..='‛' | '′' | '´' | '＇' => '\'',
        '“'..='‟' | '″' | '«' | '»' | '＂' => '"',
        '‐'..='―' | '−' | '﹘' | '﹣' => '-',
        '…' => {
            out.push_str("..");
            '.'
        }
        '！'..='～' => lower_ascii(code - 0xfee0),
        // Mathematical alphabets: fifty-two letters, over and over.
        '\u{1d400}'..='\u{1d6a3}' => lower_ascii((code - 0x1_d400) % 26 + 0x61),
        // Squared and circled capitals: twenty-six, every thirty-two.
        '\u{1f130}'..='\u{1f189}' if (code - 0x1_f130) % 32 < 26 => {
            lower_ascii((code - 0x1_f130) % 32 + 0x61)
        }
        '一'..='\u{9fff}' | '가'..='\u{d7a3}' => character,
        // What attaches to, and may become one with, the character before.
        '\u{306}' | '\u{308}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}' => {
            compose(out, code, marked);
            return;
        }
        '\u{1161}'..='\u{11ff}' => {
            if compose(out, code, syllable) {
                return;
            }
            character
        }
        _ => match Class::of(character) {
            Class::Drop => return,
            Class::Digit => {
                let value = digit(character).unwrap_or_default();
                char::from(b'0' + value.min(9))
            }
            _ => return fold_by_table(code, out),
        },
    };
    out.push(folded);
}

fn lower_ascii(code: u32) -> char {
    char::from(code as u8).to_ascii_lowercase()
}

/// Replaces the last character of `out`, if `with` says by what it becomes one
/// with the character of `code`.
fn compose(out: &mut String, code: u32, with: fn(u32, u32) -> Option<u32>) -> bool {
    let last = out.chars().next_back().map_or(0, u32::from);
    let Some(whole) = with(last, code) else {
        return false;
    };
    out.pop();
    push(whole, out);
    true
}

/// The letter that a letter and a mark make, where it is a letter of its own.
fn marked(code: u32, mark: u32) -> Option<u32> {
    match (code, mark) {
        // и with a breve, у with one, і with two dots.
        (0x438, 0x306) => return Some(0x439),
        (0x443, 0x306) => return Some(0x45e),
        (0x456, 0x308) => return Some(0x457),
        (_, ..=0x3098) => return None,
        _ => {}
    }
    // 1 for the voiced sound, 2 for the half-voiced.
    let step = match mark {
        0x3099 | 0xff9e => 1,
        _ => 2,
    };
    let (kana, katakana) = match code {
        0x3041..=0x309f => (code - 0x3040, false),
        0x30a1..=0x30ff => (code - 0x30a0, true),
        _ => return None,
    };
    match kana {
        // は ひ ふ へ ほ stand three apart and take both.
        0x2f | 0x32 | 0x35 | 0x38 | 0x3b => Some(code + step),
        _ if step == 2 => None,
        // か to ち: every second one; つ て と after the small っ; ゝ.
        0x0b..=0x21 if kana % 2 == 1 => Some(code + 1),
        0x24 | 0x26 | 0x28 | 0x5d => Some(code + 1),
        // う; ワ ヰ ヱ ヲ have voiced forms in katakana only.
        0x06 => Some(code + 0x4e),
        0x4f..=0x52 if katakana => Some(code + 8),
        _ => None,
    }
}

/// The Hangul syllable that `last` and the letter after it make (the Unicode
/// Standard, 3.12: nineteen initials, twenty-one vowels, twenty-seven finals).
fn syllable(last: u32, jamo: u32) -> Option<u32> {
    match (last, jamo) {
        (0x1100..=0x1112, 0x1161..=0x1175) => {
            Some(0xac00 + ((last - 0x1100) * 21 + (jamo - 0x1161)) * 28)
        }
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (last - 0xac00).is_multiple_of(28) => {
            Some(last + (jamo - 0x11a7))
        }
        _ => None,
    }
}

fn fold_by_table(code: u32, out: &mut String) {
    let (block, first, base): (&[u8], u32, u32) = match code {
        0xaa..=0x24f => (LATIN, 0xaa, 0),
        0x370..=0x3ff => (GREEK, 0x370, 0x300),
        0x400..=0x4ff => (CYRILLIC, 0x400, 0x400),
        0x1e00..=0x1eff => (LATIN_MORE, 0x1e00, 0),
        0x1f00..=0x1fff => (GREEK_MORE, 0x1f00, 0x300),
        0x2102..=0x2149 => (LETTERLIKE, 0x2102, 0),
        0xfb50..=0xfbff => (ARABIC, 0xfb50, 0x600),
        0xfe70..=0xfefc => (ARABIC_MORE, 0xfe70, 0x600),
        0xff66..=0xff9f => (KANA, 0xff66, 0x3000),
        _ => (&[], 0, 0),
    };
    let in_block = block.get((code - first) as usize).copied().unwrap_or(0);
    let folded = if in_block == 0 {
        in_runs(code)
    } else {
        base + u32::from(in_block)
    };
    if folded == code && code < 0x1_0000 {
        let (first, count) = up_to(ODD, code as u16);
        let at = (first + count).wrapping_sub(1);
        if u32::from(number(at)) == code {
            // The first of a pair may itself be one of the odd ones.
            fold_by_table(u32::from(number(at + length(ODD))), out);
            let two = number(at + 2 * length(ODD));
            if two != 0 {
                push(u32::from(two), out);
            }
            return;
        }
    }
    push(folded, out);
}

fn push(code: u32, out: &mut String) {
    if let Some(character) = char::from_u32(code) {
        out.push(character);
    }
}

/// What a letter becomes by the table of runs; itself, if it stands in none.
fn in_runs(code: u32) -> u32 {
    let (column, length) = match code >> 16 {
        0 => (RUNS, length(RUNS)),
        1 => (RUNS + 3, length(RUNS + 3)),
        _ => return code,
    };
    let low = code as u16;
    let (first, count) = up_to(column, low);
    // Runs of every second letter may lie within each other, three at most.
    for at in (first + count.saturating_sub(3)..first + count).rev() {
        let shape = number(at + length);
        let steps = low - number(at);
        let stride = shape % 2 + 1;
        if steps.is_multiple_of(stride) && steps / stride <= shape / 2 {
            let to = number(at + 2 * length);
            return (code & !0xffff) | u32::from(to.wrapping_add(steps));
        }
    }
    code
}

/// The first column of runs, and of the odd ones (see `table.rs`).
const RUNS: usize = 2;
const ODD: usize = 8;
