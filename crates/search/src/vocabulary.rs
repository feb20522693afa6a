//! Distinct words while building: word to number, by open addressing.
//!
//! Most words are short: their first eight bytes are all of them, and stand with
//! what is known of a word, so that telling it reads two places of memory.

use crate::bytes::hash;

/// Words numbered in order of first use.
#[derive(Default)]
pub(crate) struct Vocabulary {
    /// All words end to end.
    text: Vec<u8>,
    words: Vec<Word>,
    /// Word number + 1, or 0; a power of two long, at most half full.
    slots: Vec<u32>,
}

/// A word at a glance.
#[derive(Clone, Copy, Default)]
struct Word {
    /// Its first bytes, low ones first.
    first: u64,
    /// Upper bits of its hash (growing needs no hashing), and its length.
    tag: u32,
    /// Where it ends in the text.
    end: u32,
}

/// Bytes that stand with a word.
const FIRST: usize = 8;
/// Bits of a tag that are the length.
const LENGTH: u32 = 8;

/// The first bytes and the tag of a word.
fn glance(word: &[u8]) -> (u64, u32) {
    let (first, mixed) = match word.split_first_chunk::<FIRST>() {
        Some((first, rest)) => {
            let first = u64::from_le_bytes(*first);
            (
                first,
                if rest.is_empty() {
                    first
                } else {
                    first ^ hash(rest)
                },
            )
        }
        None => {
            let first = word
                .iter()
                .rev()
                .fold(0, |first, &byte| first << 8 | u64::from(byte));
            (first, first)
        }
    };
    // Upper bits of a product depend on all bits below (Knuth, TAOCP 3, 6.4);
    // those that choose a slot are not the uppermost.
    let hash = (mixed ^ mixed >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    let length = word.len() as u32 & ((1 << LENGTH) - 1);
    (first, hash as u32 >> LENGTH << LENGTH | length)
}

impl Vocabulary {
    /// The number of a word, a new one when it was not there.
    pub(crate) fn number(&mut self, word: &[u8]) -> usize {
        let (first, tag) = glance(word);
        self.place(first, tag, word)
    }

    /// The number of a word of another vocabulary.
    pub(crate) fn adopt(&mut self, other: &Self, number: usize) -> usize {
        let glance = other.words.get(number).copied().unwrap_or_default();
        self.place(glance.first, glance.tag, other.word(number))
    }

    fn place(&mut self, first: u64, tag: u32, word: &[u8]) -> usize {
        if self.words.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut slot = (tag >> LENGTH) as usize & mask;
        while let Some(&held) = self.slots.get(slot)
            && held != 0
        {
            let number = held as usize - 1;
            if let Some(known) = self.words.get(number)
                && known.first == first
                && known.tag == tag
                && (word.len() <= FIRST || self.word(number) == word)
            {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        let number = self.words.len();
        self.text.extend_from_slice(word);
        let end = self.text.len() as u32;
        self.words.push(Word { first, tag, end });
        if let Some(place) = self.slots.get_mut(slot) {
            *place = number as u32 + 1;
        }
        number
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1 << 10);
        self.slots.clear();
        self.slots.resize(size, 0);
        for (number, word) in (1..).zip(&self.words) {
            let mut slot = (word.tag >> LENGTH) as usize & (size - 1);
            while self.slots.get(slot).is_some_and(|&held| held != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(place) = self.slots.get_mut(slot) {
                *place = number;
            }
        }
    }

    /// Forgets all words, and keeps the room.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.words.clear();
        self.slots.fill(0);
    }

    /// All words end to end, in order of their numbers.
    pub(crate) fn text(&self) -> &[u8] {
        &self.text
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// A word by its number.
    pub(crate) fn word(&self, number: usize) -> &[u8] {
        let end = |at: usize| self.words.get(at).map_or(0, |word| word.end as usize);
        let start = end(number.wrapping_sub(1));
        self.text.get(start..end(number)).unwrap_or(&[])
    }

    /// Some bytes of a word from a place on, in a number that orders as they do.
    pub(crate) fn prefix(&self, number: usize, from: usize) -> u64 {
        let word = self.word(number);
        (from..from + crate::alphabet::BYTES).fold(0, |prefix, at| {
            prefix << 8 | u64::from(word.get(at).copied().unwrap_or(0))
        })
    }
}
