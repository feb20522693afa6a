//! The pieces of words (see `batch.rs`), found again when words are finished.
//!
//! A word's pieces lie wherever there was room, and each names the one before it: to
//! follow them is to wait for memory at every step. Some words are therefore followed
//! side by side, so that the processor waits for several at a time; and a pool is put
//! into one stretch of memory when its first word comes.

use crate::batch::LINK;
use crate::chunks::Chunks;
use crate::order;

/// Words followed side by side: a processor has some ten places of memory under way
/// at most.
const SIDE: usize = 8;

/// Where collected words have their pieces.
#[derive(Default)]
pub(crate) struct Pieces {
    pools: Vec<Chunks>,
    words: Vec<Word>,
    /// How many of them were given.
    given: usize,
    /// Where their pieces start, each with the word's place among them, in order.
    places: Vec<u64>,
    /// How many of those were given.
    used: usize,
}

/// A word: its number, its pool, and where its last piece starts + 1.
pub(crate) type Word = (usize, usize, u32);

impl Pieces {
    pub(crate) fn new(pools: Vec<Chunks>) -> Self {
        Self {
            pools,
            ..Self::default()
        }
    }

    /// The number of the next word, in the order in which `next` gives them; none when
    /// it gives none.
    pub(crate) fn next(&mut self, next: &mut dyn FnMut() -> Option<Word>) -> Option<usize> {
        if self.is_empty() {
            self.words.clear();
            self.given = 0;
            while self.words.len() < SIDE
                && let Some(word) = next()
            {
                self.bring(word.1);
                self.words.push(word);
            }
            self.follow();
        }
        let word = self.words.get(self.given)?;
        self.given += 1;
        Some(word.0)
    }

    /// Whether all words were given that were followed.
    pub(crate) fn is_empty(&self) -> bool {
        self.given == self.words.len()
    }

    /// Puts a pool into one stretch. Words come in order: what was collected of those
    /// in the pools before the first of them is done with.
    fn bring(&mut self, pool: usize) {
        let first = self.words.first().map_or(pool, |word| word.1);
        for (at, chunks) in self.pools.iter_mut().enumerate().take(pool + 1) {
            if at < first && chunks.end > 0 {
                *chunks = Chunks::default();
            } else if at == pool {
                chunks.join();
            }
        }
    }

    /// Follows the words to their first pieces, a step of each in turn.
    fn follow(&mut self) {
        self.places.clear();
        self.used = 0;
        let mut going = true;
        while going {
            going = false;
            for (place, (_, pool, piece)) in (0..).zip(&mut self.words) {
                let Some(at) = piece.checked_sub(1) else {
                    continue;
                };
                going = true;
                self.places.push(order::pair(place, at));
                let chunks = self.pools.get(*pool);
                let back = chunks.and_then(|pool| pool.from(at as usize).first_chunk());
                let back = back.map_or(0, |back| u32::from_le_bytes(*back));
                // It lies before, unless somebody made up the part it came with.
                *piece = if back > 0 {
                    piece.saturating_sub(back)
                } else {
                    0
                };
            }
        }
        order::sort(&mut self.places);
    }

    /// Calls `each` with the pieces of the word given last, the first one first, without
    /// what says where others are.
    pub(crate) fn each(&mut self, each: &mut dyn FnMut(&[u8])) {
        let Some(place) = self.given.checked_sub(1) else {
            return;
        };
        let Some(pool) = self
            .words
            .get(place)
            .and_then(|word| self.pools.get(word.1))
        else {
            return;
        };
        while let Some(&at) = self.places.get(self.used)
            && at >> 32 == place as u64
        {
            self.used += 1;
            each(
                pool.from(at as u32 as usize)
                    .get(LINK..)
                    .unwrap_or_default(),
            );
        }
    }
}
