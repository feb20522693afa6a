//! The words of a vocabulary in order, sorted a stretch at a time: by the time
//! the first are needed, the rest need not be in order yet (Paredes and Navarro,
//! *Optimal incremental sorting*, ALENEX 2006).

use crate::order;
use crate::vocabulary::Vocabulary;

/// Words being sorted.
#[derive(Default)]
pub(crate) struct Alphabet {
    /// Some bytes of a word, then its number in the low bits: the bytes decide
    /// mostly, without a look at the words.
    keys: Vec<u64>,
    next: usize,
    /// Up to where they are in order.
    sorted: usize,
    /// Where the stretches beyond end, none of which has a word that belongs
    /// before one of a stretch before it; the first stretch last.
    ends: Vec<usize>,
}

/// Bytes of a word in its key, and bits of its number there.
pub(crate) const BYTES: usize = 5;
const NUMBER: u32 = 24;
/// Most words there can be; no archive in a browser has as many.
const MOST: u64 = (1 << NUMBER) - 1;
/// Words sorted at a time, which takes some 2 ms in WebAssembly.
const STRETCH: usize = 1 << 13;
/// Bytes of a word that are looked at; no term is as long.
const DEEPEST: usize = 256;

impl Alphabet {
    pub(crate) fn of(words: &Vocabulary) -> Self {
        let mut keys: Vec<u64> = (0..words.len() as u64).collect();
        key(words, &mut keys, 0);
        Self {
            ends: vec![keys.len()],
            keys,
            ..Self::default()
        }
    }

    /// The next word's number, if words are sorted so far.
    pub(crate) fn next(&mut self) -> Option<usize> {
        if self.next == self.sorted {
            return None;
        }
        let key = self.keys.get(self.next)?;
        self.next += 1;
        Some((key & MOST) as usize)
    }

    /// Whether all words were given.
    pub(crate) fn is_done(&self) -> bool {
        self.next == self.keys.len()
    }

    /// Does some sorting, after which there may be a next word.
    pub(crate) fn sort(&mut self, words: &Vocabulary) {
        let Some(end) = self.ends.pop() else { return };
        let stretch = self.keys.get_mut(self.sorted..end).unwrap_or_default();
        if stretch.len() > STRETCH {
            // Words that begin alike stay together.
            let pivot = stretch.get(stretch.len() / 2).map_or(0, |key| key & !MOST);
            let mut below = 0;
            for at in 0..stretch.len() {
                if stretch[at] < pivot {
                    stretch.swap(at, below);
                    below += 1;
                }
            }
            if below > 0 {
                self.ends.extend([end, self.sorted + below]);
                return;
            }
        }
        sort(words, stretch, 0);
        self.sorted = end;
    }
}

/// Puts a word's bytes from a place on before each number.
#[inline(never)]
fn key(words: &Vocabulary, keys: &mut [u64], from: usize) {
    for key in keys {
        let number = *key & MOST;
        *key = words.prefix(number as usize, from) << NUMBER | number;
    }
}

/// Sorts words of which the keys have the bytes from a place on.
fn sort(words: &Vocabulary, keys: &mut [u64], from: usize) {
    order::sort(keys);
    let mut rest = keys;
    while let Some(&first) = rest.first() {
        let alike = rest
            .iter()
            .take_while(|&key| key >> NUMBER == first >> NUMBER)
            .count();
        let (run, after) = rest.split_at_mut(alike);
        if alike > 1 && from < DEEPEST {
            key(words, run, from + BYTES);
            sort(words, run, from + BYTES);
        }
        rest = after;
    }
}
