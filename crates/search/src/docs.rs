//! A set of documents as bits.
//!
//! One bit a document: filters are intersections, counts are popcounts.

/// Documents `0..len`, each in or out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocSet {
    bits: Vec<u64>,
    len: u32,
}

/// Bits in a word of the set.
const WORD: u32 = u64::BITS;

impl DocSet {
    /// A set over `len` documents with none in it.
    #[must_use]
    #[inline(never)]
    pub fn empty(len: u32) -> Self {
        Self {
            bits: vec![0; len.div_ceil(WORD) as usize],
            len,
        }
    }

    /// A set over `len` documents with all of them in it.
    #[must_use]
    pub fn full(len: u32) -> Self {
        let mut set = Self::empty(len);
        set.invert();
        set
    }

    /// How many documents the set ranges over.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.len
    }

    /// True when no document is in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|&word| word == 0)
    }

    /// Puts a document in; one out of range is ignored.
    pub fn insert(&mut self, document: u32) {
        if document < self.len
            && let Some(word) = self.bits.get_mut((document / WORD) as usize)
        {
            *word |= 1 << (document % WORD);
        }
    }

    /// Takes a document out.
    pub fn remove(&mut self, document: u32) {
        if let Some(word) = self.bits.get_mut((document / WORD) as usize) {
            *word &= !(1 << (document % WORD));
        }
    }

    /// Whether a document is in; false out of range.
    #[must_use]
    pub fn contains(&self, document: u32) -> bool {
        self.bits
            .get((document / WORD) as usize)
            .is_some_and(|word| word & (1 << (document % WORD)) != 0)
    }

    /// Keeps what is in both.
    #[inline(never)]
    pub fn intersect(&mut self, other: &Self) {
        for (at, mine) in self.bits.iter_mut().enumerate() {
            *mine &= other.bits.get(at).copied().unwrap_or(0);
        }
    }

    /// Adds what is in the other, as far as this set ranges.
    #[inline(never)]
    pub fn unite(&mut self, other: &Self) {
        for (mine, theirs) in self.bits.iter_mut().zip(&other.bits) {
            *mine |= theirs;
        }
        self.trim();
    }

    /// Takes out what is in the other.
    #[inline(never)]
    pub fn subtract(&mut self, other: &Self) {
        for (mine, theirs) in self.bits.iter_mut().zip(&other.bits) {
            *mine &= !theirs;
        }
    }

    /// Turns in into out.
    #[inline(never)]
    pub fn invert(&mut self) {
        for word in &mut self.bits {
            *word = !*word;
        }
        self.trim();
    }

    /// How many documents are in.
    #[must_use]
    #[inline(never)]
    pub fn count(&self) -> u32 {
        self.bits.iter().map(|word| word.count_ones()).sum()
    }

    /// The documents that are in, in rising order.
    #[must_use]
    pub fn iter(&self) -> Members<'_> {
        Members {
            bits: &self.bits,
            word: self.bits.first().copied().unwrap_or(0),
            at: 0,
        }
    }

    /// The documents that are in, as a list.
    #[inline(never)]
    pub(crate) fn list(&self) -> Vec<u32> {
        let mut list = Vec::new();
        for document in self.iter() {
            list.push(document);
        }
        list
    }

    /// Clears the bits past the last document.
    #[inline(never)]
    fn trim(&mut self) {
        let spare = self.len % WORD;
        if spare > 0
            && let Some(last) = self.bits.last_mut()
        {
            *last &= (1 << spare) - 1;
        }
    }
}

/// The documents of a set, in rising order.
pub struct Members<'a> {
    bits: &'a [u64],
    /// What is left of the word at hand.
    word: u64,
    at: u32,
}

impl Iterator for Members<'_> {
    type Item = u32;

    // One copy for all who ask: this is small work done in many places.
    #[inline(never)]
    fn next(&mut self) -> Option<u32> {
        while self.word == 0 {
            self.at += 1;
            self.word = *self.bits.get(self.at as usize)?;
        }
        let low = self.word.trailing_zeros();
        self.word &= self.word - 1;
        Some(self.at * WORD + low)
    }
}
