//! A sorted dictionary: keys to small payloads, front-coded in leaves.
//!
//! A leaf holds [`LEAF`] keys, each as the length it shares with the key before
//! it and the rest (Witten, Moffat and Bell, *Managing Gigabytes*, 4.1). The
//! directory holds the first key of every leaf and stays in memory; a leaf is a
//! block that somebody fetches.

use crate::blocks::{Block, Fetch, Section};
use crate::bytes::{Reader, Scratch};
use crate::chunks::Chunks;

/// Keys of a leaf: about half a kilobyte, so that reading one from its
/// beginning costs less than a microsecond.
pub(crate) const LEAF: usize = 64;

/// Writes a dictionary, key by key in rising order.
#[derive(Default)]
pub(crate) struct Writer {
    leaves: Chunks,
    leaf: Scratch,
    directory: Scratch,
    last: Scratch,
    keys: u32,
}

impl Writer {
    /// Adds a key. `starts` say where the lists of a term start; those of a leaf
    /// follow each other, so they are written where a leaf begins.
    pub(crate) fn push(&mut self, key: &[u8], starts: [u32; 2], payload: &[u8]) {
        let mut shared = 0;
        if (self.keys as usize).is_multiple_of(LEAF) {
            self.end_leaf();
            self.directory.put_bytes(key);
            self.leaf.put(starts[0]);
            self.leaf.put(starts[1]);
        } else {
            shared = key
                .iter()
                .zip(self.last.bytes())
                .take_while(|(a, b)| a == b)
                .count();
        }
        self.leaf.put(shared as u32);
        self.leaf.put_bytes(key.get(shared..).unwrap_or(&[]));
        self.leaf.put_bytes(payload);
        self.last.clear();
        self.last.extend(key);
        self.keys += 1;
    }

    fn end_leaf(&mut self) {
        let leaf = self.leaf.bytes();
        if !leaf.is_empty() {
            self.directory.put(leaf.len() as u32);
            self.leaves.append(leaf);
            self.leaf.clear();
        }
    }

    /// The leaves and the directory.
    pub(crate) fn finish(mut self) -> (Chunks, Chunks) {
        self.end_leaf();
        (self.leaves, Chunks::of(self.directory.into_bytes()))
    }
}

/// The payload of a term: how many documents hold it, and the lengths of its
/// postings and positions.
pub(crate) fn list_sizes(payload: &[u8]) -> [u32; 3] {
    let mut reader = Reader::new(payload);
    [reader.number(), reader.number(), reader.number()]
}

/// One entry, while it is read.
pub(crate) struct Entry<'a> {
    /// Number of the key in the dictionary.
    pub(crate) number: u32,
    pub(crate) key: &'a [u8],
    /// How much of the key the entry read before it shares.
    pub(crate) shared: usize,
    /// Where the key's lists start.
    pub(crate) starts: [u32; 2],
    pub(crate) payload: &'a [u8],
}

/// A dictionary to look things up in: the directory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dictionary {
    section: Section,
    /// First keys end to end, and where each ends.
    firsts: Vec<u8>,
    first_ends: Vec<u32>,
    /// Where each leaf ends in its section.
    leaf_ends: Vec<u32>,
}

impl Dictionary {
    /// Reads a directory; none when it is damaged.
    pub(crate) fn open(section: Section, directory: &[u8], leaves: usize) -> Option<Self> {
        let mut new = Self {
            section,
            ..Self::default()
        };
        let mut reader = Reader::new(directory);
        let mut end = 0_u32;
        while !reader.is_done() {
            new.firsts.extend_from_slice(reader.bytes());
            new.first_ends.push(new.firsts.len() as u32);
            end = end.checked_add(reader.number())?;
            new.leaf_ends.push(end);
        }
        (!reader.broken && end as usize == leaves).then_some(new)
    }

    pub(crate) fn heap(&self) -> usize {
        self.firsts.capacity() + 4 * (self.first_ends.capacity() + self.leaf_ends.capacity())
    }

    fn first(&self, leaf: usize) -> &[u8] {
        let start = bound(&self.first_ends, leaf);
        let end = bound(&self.first_ends, leaf + 1);
        self.firsts.get(start..end).unwrap_or(&[])
    }

    /// Calls `each` with the entries from the first that is not before `from`,
    /// until it returns false. The first entry given shares nothing.
    pub(crate) fn walk(
        &self,
        fetch: &Fetch<'_>,
        from: &[u8],
        each: &mut dyn FnMut(&Entry<'_>) -> bool,
    ) {
        let (mut low, mut high) = (0, self.leaf_ends.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.first(middle) <= from {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let mut started = from.is_empty();
        for leaf in low.saturating_sub(1)..self.leaf_ends.len() {
            if !self.walk_leaf(fetch, leaf, from, &mut started, each) {
                return;
            }
        }
    }

    fn walk_leaf(
        &self,
        fetch: &Fetch<'_>,
        leaf: usize,
        from: &[u8],
        started: &mut bool,
        each: &mut dyn FnMut(&Entry<'_>) -> bool,
    ) -> bool {
        let mut reader = Reader::new(fetch.bytes(self.leaf(leaf)));
        let mut starts = [reader.number(), reader.number()];
        let mut key = Vec::with_capacity(32);
        let mut number = (leaf * LEAF) as u32;
        let mut first = true;
        while !reader.is_done() {
            let shared = (reader.number() as usize).min(key.len());
            key.truncate(shared);
            key.extend_from_slice(reader.bytes());
            let payload = reader.bytes();
            if reader.broken {
                break;
            }
            let was_started = *started;
            if was_started || *key >= *from {
                *started = true;
                // A leaf's first key is whole; what it shares with the last of
                // the leaf before is not known here.
                let shared = if was_started && !first { shared } else { 0 };
                if !each(&Entry {
                    number,
                    key: &key,
                    shared,
                    starts,
                    payload,
                }) {
                    return false;
                }
            }
            if self.section == Section::Terms {
                let [_, postings, positions] = list_sizes(payload);
                starts[0] = starts[0].wrapping_add(postings);
                starts[1] = starts[1].wrapping_add(positions);
            }
            first = false;
            number += 1;
        }
        true
    }

    /// The block of a leaf.
    fn leaf(&self, leaf: usize) -> Block {
        Block {
            section: self.section,
            start: bound(&self.leaf_ends, leaf) as u32,
            end: bound(&self.leaf_ends, leaf + 1) as u32,
        }
    }

    /// Calls `found` with the entry of a key, if there is one.
    pub(crate) fn find(&self, fetch: &Fetch<'_>, key: &[u8], found: &mut dyn FnMut(&Entry<'_>)) {
        self.walk(fetch, key, &mut |entry| {
            if entry.key == key {
                found(entry);
            }
            false
        });
    }

    /// Calls `found` with the entry of that number, if there is one.
    pub(crate) fn nth(&self, fetch: &Fetch<'_>, number: u32, found: &mut dyn FnMut(&Entry<'_>)) {
        let leaf = number as usize / LEAF;
        if leaf < self.leaf_ends.len() {
            self.walk_leaf(fetch, leaf, &[], &mut true, &mut |entry| {
                if entry.number == number {
                    found(entry);
                }
                entry.number < number
            });
        }
    }
}

/// Where entry `at` begins, given where each entry ends.
pub(crate) fn bound(ends: &[u32], at: usize) -> usize {
    match at.checked_sub(1) {
        Some(before) => ends.get(before).map_or(0, |&end| end as usize),
        None => 0,
    }
}
