//! The inverted index, in memory: a sorted dictionary, and for each term the
//! documents that hold it.
//!
//! Every wanted word is taken as the beginning of a term; a document matches
//! when it holds them all. No ranking: documents keep their own order.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::DocSet;
use crate::words::each_word;

/// Collects postings, document by document.
#[derive(Default)]
pub struct IndexBuilder {
    terms: HashMap<Box<str>, Vec<u32>, BuildHasherDefault<TermHasher>>,
    documents: usize,
    scratch: String,
}

impl IndexBuilder {
    /// Adds a text to `document`. Documents come in rising order; a document
    /// may have several texts, one after the other.
    pub fn add(&mut self, document: u32, text: &str) {
        self.documents = self.documents.max(document as usize + 1);
        let terms = &mut self.terms;
        each_word(text, &mut self.scratch, |word| {
            if let Some(postings) = terms.get_mut(word) {
                if postings.last() != Some(&document) {
                    postings.push(document);
                }
            } else {
                terms.insert(word.into(), vec![document]);
            }
        });
    }

    /// The finished index.
    #[must_use]
    pub fn finish(self) -> Index {
        let mut entries: Vec<(Box<str>, Vec<u32>)> = self.terms.into_iter().collect();
        entries.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let mut index = Index {
            dictionary: String::new(),
            term_ends: Vec::with_capacity(entries.len()),
            postings: Vec::new(),
            posting_ends: Vec::with_capacity(entries.len()),
            documents: self.documents,
        };
        for (term, postings) in entries {
            index.dictionary.push_str(&term);
            index.term_ends.push(index.dictionary.len() as u32);
            index.postings.extend_from_slice(&postings);
            index.posting_ends.push(index.postings.len() as u32);
        }
        index
    }
}

/// A finished index.
#[derive(Debug, PartialEq, Eq)]
pub struct Index {
    /// All terms, sorted, end to end.
    dictionary: String,
    term_ends: Vec<u32>,
    postings: Vec<u32>,
    posting_ends: Vec<u32>,
    documents: usize,
}

impl Index {
    /// How many terms the dictionary holds.
    #[must_use]
    pub fn terms(&self) -> usize {
        self.term_ends.len()
    }

    /// Of `documents` documents, those that hold, for every wanted word, a term
    /// that begins with it.
    #[must_use]
    pub fn matching(&self, wanted: &[String], documents: usize) -> DocSet {
        let mut all = DocSet::full(documents);
        for begin in wanted {
            let mut some = DocSet::empty(documents);
            for &document in self.beginning(begin) {
                some.insert(document as usize);
            }
            all.intersect(&some);
        }
        all
    }

    /// The postings of all terms that begin with `begin`; they stand together
    /// because the dictionary is sorted.
    fn beginning(&self, begin: &str) -> &[u32] {
        let first = self.first_at_least(|term| term < begin);
        let last = self.first_at_least(|term| term < begin || term.starts_with(begin));
        let start = bound(&self.posting_ends, first);
        let end = bound(&self.posting_ends, last);
        self.postings.get(start..end).unwrap_or(&[])
    }

    fn first_at_least(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.term_ends.len());
        while low < high {
            let middle = low.midpoint(high);
            let term = self
                .dictionary
                .get(bound(&self.term_ends, middle)..bound(&self.term_ends, middle + 1))
                .unwrap_or("");
            if before(term) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Where entry `at` begins, given where each entry ends.
fn bound(ends: &[u32], at: usize) -> usize {
    at.checked_sub(1)
        .and_then(|before| ends.get(before))
        .map_or(0, |&end| end as usize)
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC draft-eastlake-fnv): short keys, no
/// attacker (a reader's own archive can only slow that reader), few bytes.
struct TermHasher(u64);

impl Default for TermHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for TermHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
