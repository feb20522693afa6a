//! Runs: stretches of a script written without spaces between words.
//!
//! Chinese, Japanese, Thai, Lao, Khmer, Burmese and their like are read as
//! units (a character with the signs attached to it) and as pairs of adjacent
//! units, so that any stretch of text is found by the pairs it consists of,
//! with no dictionary and no guess about where words begin. Korean, which has
//! spaces, is read the same way: its particles and compounds are written on to
//! the noun (`서울에서`, in Seoul), and a search for the noun must find them.
//!
//! A line break between two ideographs or kana is only where the line was full;
//! the pair goes across it.

use crate::class::Class;
use crate::fold::fold_character;
use crate::token::{Kind, LONGEST_TERM};
use crate::words::Reader;

impl Reader<'_, '_> {
    /// Reads a run from its first unit, gives its tokens and says where it ends.
    pub(crate) fn run(&mut self, start: usize) -> usize {
        // One unit, or two with the first up to `split`.
        let mut term = std::mem::take(&mut self.term);
        term.clear();
        let mut first = (start, start);
        let mut split = 0;
        let mut alone = true;
        let mut at = start;
        let mut next = Some(start);
        while let Some(from) = next {
            at = self.unit(from, &mut term);
            next = self.goes_on(at);
            if term.len() == split {
                // Nothing that is looked for: a filler.
                continue;
            }
            if split != 0 {
                if self.all {
                    let single = term.get(..split).unwrap_or_default();
                    self.give(single, first.0, first.1, Kind::Single);
                }
                self.give(&term, first.0, at, Kind::Pair);
                self.position += 1;
                term.drain(..split);
                alone = false;
            }
            split = term.len();
            first = (from, at);
        }
        if split != 0 {
            if self.all || alone {
                self.give(&term, first.0, first.1, Kind::Single);
                self.position += 1;
            } else {
                // The last unit has a place of its own, asked for or not.
                self.position += 1;
            }
        }
        self.term = term;
        at
    }

    /// Adds one unit, folded, and says where it ends.
    fn unit(&self, start: usize, term: &mut String) -> usize {
        let from = term.len();
        let mut at = start;
        for character in self.text.get(start..).unwrap_or_default().chars() {
            if at > start && !matches!(Class::of(character), Class::Mark | Class::Drop) {
                break;
            }
            // A unit of absurdly many marks is cut; half a term, for pairs.
            if term.len() - from < LONGEST_TERM / 2 - 4 {
                fold_character(character, term);
            }
            at += character.len_utf8();
        }
        at
    }

    /// Where the run goes on that has come to a place, if it does.
    fn goes_on(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..)?;
        if Class::of(self.character(at)?) == Class::Unit {
            return Some(at);
        }
        let next = match rest.as_bytes() {
            [b'\n', ..] => at + 1,
            [b'\r', b'\n', ..] => at + 2,
            _ => return None,
        };
        let before = self.text.get(..at)?.chars().next_back()?;
        let after = self.character(next)?;
        (fills_lines(before) && fills_lines(after)).then_some(next)
    }
}

/// Ideographs and kana, which are broken between any two.
fn fills_lines(character: char) -> bool {
    matches!(character, '々'..='〇' | 'ぁ'..='ヿ' | '㐀'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
        && Class::of(character) != Class::Other
}
