//! Inversion a batch of documents at a time.
//!
//! Words of some dozens of documents are numbered in a small vocabulary of their
//! own, which stays in the processor's cache, and their places put down as they
//! come. Then the places are grouped by word, and each word's go to its list in
//! one *piece*: memory far away is touched once for each word of a batch, not
//! for each word of a text (after the single-pass inversion of Heinz and Zobel,
//! *Efficient single-pass index construction*, JASIST 2003).
//!
//! A piece is how far before it the word's piece before it starts, 0 for the first
//! (four bytes, low ones first), then for each document: the step from the document
//! before × 4, + 2 if one number follows, + 1 if the body alone holds the word;
//! how many numbers follow, if not one; a byte with a bit for each field, if not
//! the body alone; and the numbers as `postings.rs` has them. A 0 ends it. The
//! first step counts from before the first document of all: a piece means the same
//! wherever it stands and whatever came before it (see `part.rs`).

use crate::builder::Collected;
use crate::bytes::Scratch;
use crate::postings::{BODY_ONLY, FIELD_STEP};
use crate::vocabulary::Vocabulary;

/// Collects what a batch holds.
#[derive(Default)]
pub(crate) struct Batch {
    words: Vocabulary,
    seen: Vec<Seen>,
    /// Local word number, and a place; or [`DOCUMENT`] and a document before
    /// the places in it.
    entries: Entries,
    grouped: Vec<u32>,
    piece: Scratch,
}

/// Entries in the room of those before; what is beyond the length is old.
#[derive(Default)]
struct Entries {
    list: Vec<(u32, u32)>,
    len: usize,
}

impl Entries {
    #[inline(always)]
    fn push(&mut self, entry: (u32, u32)) {
        match self.list.get_mut(self.len) {
            Some(place) => *place = entry,
            None => self.list.push(entry),
        }
        self.len += 1;
    }
}

/// What is known of a word of the batch.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// Entries; while they are grouped, where the next goes.
    count: u32,
    /// Document seen last + 1.
    last: u32,
    /// As [`Term::languages`].
    languages: u32,
    /// The word's number among all.
    number: u32,
}

/// A term while building.
#[derive(Clone, Copy, Default)]
pub(crate) struct Term {
    /// Where its last piece starts + 1; 0 for none.
    pub(crate) piece: u32,
    /// Where its first piece starts.
    pub(crate) first: u32,
    /// Languages of documents that hold it as a word, a bit each; and whether
    /// it is two characters of a script without spaces.
    pub(crate) languages: u32,
}

/// Bytes of a piece before its documents.
pub(crate) const LINK: usize = 4;

impl Term {
    /// Notes pieces that follow those there are, by where the first and the last of
    /// them start. Says how far before the first of them the one before it starts.
    pub(crate) fn go_on(&mut self, first: u32, last: u32) -> u32 {
        let before = std::mem::replace(&mut self.piece, last + 1);
        if before == 0 {
            self.first = first;
            return 0;
        }
        first.saturating_sub(before - 1)
    }
}

/// Entries of a batch: with twice as many hardly fewer words are touched, and
/// less stays in the second-level cache. A little below a power of two, so that
/// the document that goes beyond seldom doubles the room.
const ENTRIES: usize = 120_000;

/// Marks a document among the entries.
const DOCUMENT: u32 = 1 << 31;

/// Lists are apart by how their words begin, so that memory becomes free while
/// words are finished in order.
pub(crate) const POOLS: usize = 16;

/// The pool of a word: the digits, two letters each, the rest.
pub(crate) fn pool(word: &[u8]) -> usize {
    let first = word.first().copied().unwrap_or(0);
    (usize::from(first.saturating_sub(0x5f)) / 2).min(POOLS - 1)
}

impl Batch {
    /// Notes that a word stands at a place of a document, as [`FIELD_STEP`] says.
    pub(crate) fn add(&mut self, word: &[u8], document: u32, place: u32, language: u32) {
        let number = self.words.number(word);
        if number == self.seen.len() {
            self.seen.push(Seen::default());
        }
        let Some(seen) = self.seen.get_mut(number) else {
            return;
        };
        let number = number as u32;
        if seen.last != document + 1 {
            seen.last = document + 1;
            seen.languages |= language;
            seen.count += 1;
            self.entries.push((number, DOCUMENT | document));
        }
        seen.count += 1;
        self.entries.push((number, place));
    }

    /// Whether it is time to invert.
    pub(crate) fn is_full(&self) -> bool {
        self.entries.len >= ENTRIES
    }

    /// Hands everything on to the lists of the terms.
    pub(crate) fn invert(&mut self, to: &mut Collected) {
        self.group();
        // By itself, so that the processor waits for several words at a time.
        for (number, seen) in self.seen.iter_mut().enumerate() {
            seen.number = to.vocabulary.adopt(&self.words, number) as u32;
        }
        to.make_room();
        let mut from = 0;
        for (number, seen) in self.seen.iter().enumerate() {
            let end = seen.count as usize;
            let entries = self.grouped.get(from..end).unwrap_or_default();
            from = end;
            let Some(term) = to.terms.get_mut(seen.number as usize) else {
                continue;
            };
            let Some(pool) = to.pools.get_mut(pool(self.words.word(number))) else {
                continue;
            };
            let back = term.go_on(pool.end as u32, pool.end as u32);
            self.piece.clear();
            self.piece.extend(&back.to_le_bytes());
            write(&mut self.piece, entries);
            pool.append(self.piece.bytes());
            term.languages |= seen.languages;
        }
        self.words.clear();
        self.seen.clear();
        self.entries.len = 0;
    }

    /// Sorts the entries by word; those of a word stay in order.
    fn group(&mut self) {
        let mut start = 0;
        for seen in &mut self.seen {
            start += std::mem::replace(&mut seen.count, start);
        }
        let entries = self.entries.list.get(..self.entries.len).unwrap_or(&[]);
        self.grouped.resize(entries.len(), 0);
        for &(number, entry) in entries {
            if let Some(seen) = self.seen.get_mut(number as usize)
                && let Some(place) = self.grouped.get_mut(seen.count as usize)
            {
                *place = entry;
                seen.count += 1;
            }
        }
    }
}

/// Writes what of a piece comes after its first four bytes.
fn write(out: &mut Scratch, mut rest: &[u32]) {
    let mut last = 0;
    while let Some((&document, after)) = rest.split_first() {
        let document = (document & !DOCUMENT) + 1;
        let step = document - last;
        last = document;
        let count = after.iter().take_while(|&&entry| entry < DOCUMENT).count();
        let (places, after) = after.split_at(count);
        rest = after;
        let mut mask = 0_u32;
        for place in places {
            mask |= 1 << (place / FIELD_STEP);
        }
        let numbers = count as u32 + mask.count_ones() - 1;
        let (one, body) = (numbers == 1, mask == BODY_ONLY);
        out.put(step << 2 | u32::from(one) << 1 | u32::from(body));
        if !one {
            out.put(numbers);
        }
        if !body {
            out.put(mask);
        }
        let (mut before, mut beyond) = (0, 0);
        for (at, &place) in places.iter().enumerate() {
            if place >= beyond {
                before = place / FIELD_STEP * FIELD_STEP;
                beyond = before + FIELD_STEP;
                let end = places.partition_point(|&place| place < beyond);
                if end < count {
                    out.put((end - at) as u32);
                }
            }
            out.put(place - before);
            before = place;
        }
    }
    out.put(0);
}
