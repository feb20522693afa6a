//! Distinct words while building: word to number, by open addressing.

use crate::bytes::hash;
use crate::dictionary::bound;
use crate::order;

/// Words numbered in order of first use.
#[derive(Default)]
pub(crate) struct Vocabulary {
    /// All words end to end, and where each ends.
    text: Vec<u8>,
    ends: Vec<u32>,
    /// High half of each word's hash: most misses end here, and growing needs
    /// no hashing.
    hashes: Vec<u32>,
    /// Word number + 1, or 0; a power of two long, at most half full.
    slots: Vec<u32>,
}

impl Vocabulary {
    /// The number of a word, a new one when it was not there.
    pub(crate) fn number(&mut self, word: &[u8]) -> usize {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = (hash(word) >> 32) as u32;
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            match self.slots.get(slot).copied().unwrap_or(0) {
                0 => break,
                held => {
                    let number = held as usize - 1;
                    if self.hashes.get(number) == Some(&hash) && self.word(number) == word {
                        return number;
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
        let number = self.ends.len();
        self.text.extend_from_slice(word);
        self.ends.push(self.text.len() as u32);
        self.hashes.push(hash);
        if let Some(place) = self.slots.get_mut(slot) {
            *place = number as u32 + 1;
        }
        number
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1 << 10);
        self.slots.clear();
        self.slots.resize(size, 0);
        for (number, &hash) in self.hashes.iter().enumerate() {
            let mut slot = hash as usize & (size - 1);
            while self.slots.get(slot).is_some_and(|&held| held != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(place) = self.slots.get_mut(slot) {
                *place = number as u32 + 1;
            }
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A word by its number.
    pub(crate) fn word(&self, number: usize) -> &[u8] {
        let start = bound(&self.ends, number);
        let end = bound(&self.ends, number + 1);
        self.text.get(start..end).unwrap_or(&[])
    }

    /// All word numbers, sorted by their words.
    pub(crate) fn sorted(&self) -> Vec<u32> {
        // The first bytes decide mostly, without a look at the words; the low
        // bits of a key are the word's number.
        let mut keys: Vec<u64> = (0..self.len())
            .map(|number| {
                let word = self.word(number);
                let first = (0..FIRST).fold(0, |key, at| {
                    key << 8 | u64::from(word.get(at).copied().unwrap_or(0))
                });
                first << NUMBER | number as u64
            })
            .collect();
        order::sort(&mut keys);
        let mut numbers: Vec<u32> = keys.iter().map(|key| (key & MOST) as u32).collect();
        let mut from = 0;
        while let Some(&first) = keys.get(from) {
            let rest = keys.get(from..).unwrap_or_default();
            let alike = rest.partition_point(|key| key >> NUMBER == first >> NUMBER);
            if let Some(numbers) = numbers.get_mut(from..from + alike)
                && alike > 1
            {
                order::sort_by(
                    alike,
                    &mut Run {
                        words: self,
                        numbers,
                    },
                );
            }
            from += alike;
        }
        numbers
    }
}

/// Bytes of a word in its sorting key, and bits of its number there.
const FIRST: usize = 5;
const NUMBER: u32 = 24;
/// Most words there can be; no archive in a browser has as many.
const MOST: u64 = (1 << NUMBER) - 1;

/// Words that begin alike, being sorted.
struct Run<'a> {
    words: &'a Vocabulary,
    numbers: &'a mut [u32],
}

impl order::List for Run<'_> {
    fn less(&self, one: usize, other: usize) -> bool {
        let word = |at: usize| {
            let number = self.numbers.get(at).copied().unwrap_or(0);
            self.words.word(number as usize)
        };
        word(one) < word(other)
    }

    fn swap(&mut self, one: usize, other: usize) {
        if one.max(other) < self.numbers.len() {
            self.numbers.swap(one, other);
        }
    }
}
