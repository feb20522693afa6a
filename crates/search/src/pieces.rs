//! The pieces of words (see `batch.rs`), found again when words are finished.
//!
//! A word's pieces lie wherever there was room, and each names the one before it: to
//! follow them is to wait for memory at every step. Some words are therefore followed
//! side by side, so that the processor waits for several at a time; and a pool is put
//! into one stretch of memory when its first word comes.

use crate::batch::{LINK, Term};
use crate::chunks::Chunks;

/// Words followed side by side: a processor has some ten places of memory under way
/// at most.
const SIDE: usize = 8;

/// Where collected words have their pieces.
#[derive(Default)]
pub(crate) struct Pieces {
    pools: Vec<Chunks>,
    /// Pools whose words are being finished, in one piece.
    whole: Vec<Vec<u8>>,
    /// Words that were followed, the next one last.
    ready: Vec<Followed>,
    /// Those whose room can be used again.
    spare: Vec<Followed>,
}

/// A word, and where its pieces start, the last one first.
#[derive(Default)]
pub(crate) struct Followed {
    /// The word's number.
    pub(crate) number: usize,
    pool: usize,
    places: Vec<u32>,
    /// The piece to look at next.
    next: Option<u32>,
}

impl Pieces {
    pub(crate) fn new(pools: Vec<Chunks>) -> Self {
        let mut new = Self::default();
        new.whole.resize(pools.len(), Vec::new());
        new.pools = pools;
        new
    }

    /// The next word, in the order in which `next` gives them with what is known of
    /// them and their pools; none when it gives none.
    pub(crate) fn next(
        &mut self,
        next: &mut dyn FnMut() -> Option<(usize, Term, usize)>,
    ) -> Option<Followed> {
        if self.ready.is_empty() {
            while self.ready.len() < SIDE
                && let Some((number, term, pool)) = next()
            {
                self.bring(pool);
                let mut word = self.spare.pop().unwrap_or_default();
                word.number = number;
                word.pool = pool;
                word.next = term.piece.checked_sub(1);
                self.ready.push(word);
            }
            self.follow();
            self.ready.reverse();
        }
        self.ready.pop()
    }

    /// Whether no word is left that was followed and not taken.
    pub(crate) fn is_empty(&self) -> bool {
        self.ready.is_empty()
    }

    /// Puts a pool into one stretch. Words come in order: what was collected of those
    /// in the pools before is done with.
    fn bring(&mut self, pool: usize) {
        if let Some(chunks) = self.pools.get_mut(pool)
            && chunks.end > 0
            && let Some(whole) = self.whole.get_mut(pool)
        {
            *whole = std::mem::take(chunks).into_one();
        }
    }

    /// Follows the words that are ready to their first pieces, a step of each in turn.
    fn follow(&mut self) {
        let mut going = true;
        while going {
            going = false;
            for word in &mut self.ready {
                let Some(at) = word.next else { continue };
                going = true;
                word.places.push(at);
                let back = link(self.whole.get(word.pool), at);
                // It lies before, unless somebody made up the part it came with.
                word.next = at.checked_sub(back).filter(|_| back > 0);
            }
        }
    }

    /// Calls `each` with a word's pieces, the first one first, without what says where
    /// others are; then the word is done with, and so are pools before its own.
    pub(crate) fn each(&mut self, mut word: Followed, each: &mut dyn FnMut(&[u8])) {
        if let Some(whole) = self.whole.get(word.pool) {
            while let Some(at) = word.places.pop() {
                each(whole.get(at as usize + LINK..).unwrap_or_default());
            }
        }
        for done in self.whole.iter_mut().take(word.pool) {
            if !done.is_empty() {
                *done = Vec::new();
            }
        }
        word.places.clear();
        self.spare.push(word);
    }
}

/// How far before a piece the one before it is.
fn link(whole: Option<&Vec<u8>>, at: u32) -> u32 {
    let from = whole.and_then(|whole| whole.get(at as usize..));
    let link = from.and_then(|from| from.first_chunk());
    link.map_or(0, |link| u32::from_le_bytes(*link))
}
