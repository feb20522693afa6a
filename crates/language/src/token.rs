//! Tokens: what a text is found by, and where it stands.
//!
//! # Positions
//!
//! Tokens come in order of position, and positions of one text rise from 0
//! without gaps. A phrase is matched by positions alone: its tokens, as given by
//! [`asked`], must stand at the same distances from each other in the text.
//!
//! | text | tokens, as `term@position` (joined forms in brackets) |
//! |---|---|
//! | `The workers' party` | the@0 workers@1 party@2 |
//! | `the worker's hat` | the@0 worker@1 [workers@1] hat@2 |
//! | `I don't know` | i@0 dont@1 know@2 |
//! | `L’état, c'est` | etat@0 l@0 [letat@0] est@1 c@1 [cest@1] |
//! | `a well-known fact` | a@0 well@1 [wellknown@1] known@2 fact@3 |
//! | `the U.S. Army` | the@0 us@1 army@2 |
//! | `1,000 of 3.5` | 1000@0 of@1 3.5@2 |
//! | `2002-05`, `9/11` | 2002@0 05@1, 9@0 11@1 |
//! | `東京都` | 東@0 東京@0 京@1 京都@1 都@2 |
//!
//! So a word with an apostrophe takes one position however many forms it has,
//! a hyphenated (or dotted, or underscored) one takes a position for each part,
//! and a script without spaces takes a position for each of its characters.
//!
//! # Asking
//!
//! [`asked`] leaves out the forms that would only widen a question:
//!
//! - of a run of two or more characters it gives the pairs alone (`東京@0
//!   京都@1`), whose adjacency says the whole run; of a run of one, the single;
//! - of a word with an apostrophe it gives the joined form and the longest part
//!   (`état`, `létat`), not the letter that was elided.
//!
//! Tokens of one position are alternatives. A [`Kind::Joined`] token is an
//! alternative to *all* the parts its span covers: `well-known` asks for
//! `well known` or for `wellknown`.
//!
//! Two things positions cannot say: a phrase that joins what the text parts and
//! goes on (`"wellknown fact"` against `a well-known fact`), and symbols (`C++`
//! gives `c`). Both are for a scan of the text.

use crate::words::Reader;

/// Longest term in bytes. Longer ones are cut on a character boundary, when
/// building and when asking alike, so they are still found; joined forms that
/// would be longer are left out. Real words stay far below (the longest German
/// compound in print has 80 letters); what is above is machine text.
pub const LONGEST_TERM: usize = 128;

/// One token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// Folded surface form, never empty; lives in a buffer that is reused.
    pub term: &'a str,
    /// Where it begins: a byte offset on a character boundary of the text as
    /// given (not folded).
    pub start: u32,
    /// Where it ends, likewise. Symbols beside a word are outside it.
    pub end: u32,
    /// Place among the words of the text, for phrases and nearness.
    pub position: u32,
    /// What sort of thing it is.
    pub kind: Kind,
}

/// What sort of thing a token is. Only a [`Kind::Word`] or [`Kind::Joined`] has
/// a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word, or a part of one.
    Word,
    /// Digits, perhaps with separators: `1000`, `3.5`.
    Number,
    /// One character of a script written without spaces.
    Single,
    /// Two adjacent characters of such a script, at the position of the first.
    Pair,
    /// The parts of a word put together: `wellknown` for `well-known`; stands
    /// at the position of the first part and spans all of them.
    Joined,
}

/// Calls `each` with every token of `text` in all its forms, in order of
/// position: for building an index. Offsets are 32 bits wide; a text beyond
/// 4 GiB is read up to there.
pub fn tokens(text: &str, each: &mut dyn FnMut(Token<'_>)) {
    read(text, true, each);
}

/// Calls `each` with the tokens that a question for `text` consists of, in
/// order of position (see the module's words on asking).
pub fn asked(text: &str, each: &mut dyn FnMut(Token<'_>)) {
    read(text, false, each);
}

fn read(text: &str, all: bool, each: &mut dyn FnMut(Token<'_>)) {
    // Most of folding, done at once: most terms are then a piece of this, and
    // places in it are places in the text.
    let lower = String::from_utf8(lower(text.as_bytes())).unwrap_or_default();
    Reader::new(&lower, all, each).read();
}

/// Makes ASCII letters small, eight bytes at a time.
fn lower(text: &[u8]) -> Vec<u8> {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = 0x80 * ONES;
    let mut lower = text.to_vec();
    let (eights, rest) = lower.as_chunks_mut::<8>();
    for eight in eights {
        let bytes = u64::from_le_bytes(*eight);
        // The high bit of each byte tells whether the rest is from A on, and
        // beyond Z; no sum goes over into the next.
        let letters = bytes & !HIGH;
        let from_a = letters + (0x80 - u64::from(b'A')) * ONES;
        let beyond_z = letters + (0x7f - u64::from(b'Z')) * ONES;
        let capital = (from_a ^ beyond_z) & !bytes & HIGH;
        *eight = (bytes | capital >> 2).to_le_bytes();
    }
    rest.make_ascii_lowercase();
    lower
}
