//! A set of documents as bits.
//!
//! One bit a document: filters are intersections, counts are popcounts.

/// Documents `0..len`, each in or out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocSet {
    bits: Vec<u64>,
    len: usize,
}

/// Bits in a word of the set.
const WORD: usize = u64::BITS as usize;

impl DocSet {
    /// A set over `len` documents with none in it.
    #[must_use]
    pub fn empty(len: usize) -> Self {
        Self {
            bits: vec![0; len.div_ceil(WORD)],
            len,
        }
    }

    /// A set over `len` documents with all of them in it.
    #[must_use]
    pub fn full(len: usize) -> Self {
        let mut set = Self::empty(len);
        for document in 0..len {
            set.insert(document);
        }
        set
    }

    /// How many documents the set ranges over.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// True when the set ranges over no document at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Puts a document in; one out of range is ignored.
    pub fn insert(&mut self, document: usize) {
        if document < self.len {
            self.bits[document / WORD] |= 1 << (document % WORD);
        }
    }

    /// Whether a document is in; false out of range.
    #[must_use]
    pub fn contains(&self, document: usize) -> bool {
        document < self.len && self.bits[document / WORD] & (1 << (document % WORD)) != 0
    }

    /// Keeps what is in both.
    pub fn intersect(&mut self, other: &Self) {
        for (mine, theirs) in self
            .bits
            .iter_mut()
            .zip(other.bits.iter().chain(std::iter::repeat(&0)))
        {
            *mine &= theirs;
        }
    }

    /// How many documents are in.
    #[must_use]
    pub fn count(&self) -> usize {
        self.bits
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }
}
