//! What a character is to the reading of words.
//!
//! Six classes stand for the word-break properties of Unicode (UAX 29, version
//! 17). The table is merged across unassigned characters, and where either
//! class reads the same words (a vowel sign after a letter is as good as a
//! letter), which makes it a quarter of the size.

use crate::numbers::{number, up_to};
use crate::table::KINDS;

/// What a character is to the reading of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Parts words: spaces, punctuation, symbols.
    Other,
    /// Makes words with its neighbours.
    Letter,
    /// A decimal digit of any script.
    Digit,
    /// A letter of a script written without spaces (and Hangul): it begins a
    /// piece of a run.
    Unit,
    /// Attaches to what stands before and is kept: vowel signs, voicing marks.
    Mark,
    /// Attaches to what stands before and vanishes: accents, vowel points,
    /// soft hyphens, joiners and everything else that cannot be seen.
    Drop,
}

impl Class {
    fn of_number(number: u8) -> Self {
        match number {
            1 => Self::Letter,
            2 => Self::Digit,
            3 => Self::Unit,
            4 => Self::Mark,
            5 => Self::Drop,
            _ => Self::Other,
        }
    }

    /// The class of a character, and for digits the character that is zero.
    fn and_start(character: char) -> (Self, u32) {
        let code = character as u32;
        let plane = code >> 16;
        match plane {
            0 | 1 => {}
            2 | 3 => return (Self::Unit, 0),
            14 => return (Self::Drop, 0),
            _ => return (Self::Other, 0),
        }
        let (first, count) = up_to(plane as usize, code as u16);
        let at = (first + count).wrapping_sub(1);
        let kind = if count > 0 {
            KINDS.get(at).copied().unwrap_or(0)
        } else {
            0
        };
        let start = number(at);
        (Self::of_number(kind), (code & !0xffff) | u32::from(start))
    }

    /// The class of a character.
    pub(crate) fn of(character: char) -> Self {
        match character {
            'a'..='z' | 'A'..='Z' => Self::Letter,
            '0'..='9' => Self::Digit,
            '\0'..='\x7f' => Self::Other,
            // The commonest by far of the scripts without spaces.
            '一'..='\u{9fff}' | '가'..='\u{d7a3}' => Self::Unit,
            _ => Self::and_start(character).0,
        }
    }
}

/// The value of a decimal digit beyond ASCII.
pub(crate) fn digit(character: char) -> Option<u8> {
    match Class::and_start(character) {
        // Ten mathematical digits follow each other five times.
        (Class::Digit, 0x1_d7ce) => Some(((character as u32 - 0x1_d7ce) % 10) as u8),
        (Class::Digit, zero) => Some((character as u32 - zero) as u8),
        _ => None,
    }
}
