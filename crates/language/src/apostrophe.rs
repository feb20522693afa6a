//! Words with apostrophes: which forms of them people look for.

use crate::token::Kind;
use crate::words::{Reader, fold_word};

impl Reader<'_, '_> {
    /// A word with apostrophes takes one position. Its forms:
    ///
    /// - `don't`: `dont`, for people type it so.
    /// - `worker's`: `worker`, and joined `workers`.
    /// - `they're`, `could've`: `they`, and joined `theyre`, unless that is
    ///   another word: after i and after e or o (`we'll`, `she'd`, `who're`)
    ///   only what stands before.
    /// - `l’état`, `O'Brien`, `Türkiye'nin`, `aujourd'hui`: the longest piece (of
    ///   two as long, the last), joined all of it, and for building the other
    ///   pieces as well.
    /// - Where the apostrophe is no elision but a letter or a stress (Cyrillic,
    ///   Hebrew and other scripts than Latin): all of it.
    pub(crate) fn apostrophes(
        &mut self,
        start: usize,
        written: &str,
        term: &mut String,
        whole: &mut String,
    ) {
        let end = start + written.len();
        whole.clear();
        fold_word(written, whole);
        // The pieces; what is beyond the last is part of it.
        let mut pieces = [(0, written.len()); 4];
        let mut count = 1;
        let mut latin = true;
        for (at, character) in written.char_indices() {
            if !is_apostrophe(character) {
                latin &= (character as u32) < 0x370;
            } else if let [.., (_, before), (after, _)] =
                pieces.get_mut(..=count).unwrap_or_default()
            {
                *before = at;
                *after = at + character.len_utf8();
                count += 1;
            }
        }
        let pieces = pieces.get(..count).unwrap_or_default();
        let piece = |at: usize| {
            let (from, to) = pieces.get(at).copied().unwrap_or_default();
            (written.get(from..to).unwrap_or_default(), start + from)
        };
        let before = piece(0).0;
        let two = count == 2;
        term.clear();
        fold_word(piece(1).0, term);
        if !latin || (two && term == "t" && before.as_bytes().ends_with(b"n")) {
            term.clear();
            term.push_str(whole);
            self.give(whole, start, end, Kind::Word);
            return;
        }
        let ending = two && matches!(term.as_str(), "s" | "ll" | "re" | "ve" | "d" | "m");
        let joins = !ending
            || term == "s"
            || !(matches!(before.as_bytes(), [.., b'e' | b'o']) || before.len() == 1);
        // The longest piece comes first, of two the last.
        let main = if ending {
            0
        } else {
            let mut longest = 0;
            for at in 1..count {
                if piece(at).0.len() >= piece(longest).0.len() {
                    longest = at;
                }
            }
            longest
        };
        for other in 0..=count {
            let at = if other == 0 { main } else { other - 1 };
            if other == 0 || (at != main && self.all && !ending) {
                let (text, from) = piece(at);
                term.clear();
                fold_word(text, term);
                let digits = term.bytes().all(|byte| byte.is_ascii_digit());
                let kind = if digits { Kind::Number } else { Kind::Word };
                self.give(term, from, from + text.len(), kind);
            }
        }
        if joins {
            self.give(whole, start, end, Kind::Joined);
        }
        // Something was given: the place is taken.
        term.clear();
        term.push_str(whole);
    }
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | '＇')
}
