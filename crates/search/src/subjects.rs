//! What each document is about: its weightiest terms.
//!
//! A short list per document, kept beside the inverted index. It answers "more
//! like this" and lends a long question the words of the best answers, without
//! reading any text.

use crate::blocks::{Block, Fetch, Section};

/// Terms kept for a document. Feedback commonly takes 10 to 30 terms from all
/// its documents together (Lavrenko and Croft, *Relevance-based language
/// models*, SIGIR 2001); more than this from one adds noise.
pub(crate) const TERMS: usize = 16;

/// Bytes of an entry: three of the term's number, one of its weight.
const ENTRY: usize = 4;

/// Terms that can be named.
const NAMES: u32 = 1 << 24;

/// Finds the weightiest terms of every document.
#[derive(Default)]
pub(crate) struct Subjects {
    /// [`TERMS`] places a document: (weight, term), weightiest first.
    places: Vec<(f32, u32)>,
    /// The least of each document's weights, side by side: most terms go no
    /// further.
    least: Vec<f32>,
}

impl Subjects {
    pub(crate) fn new(documents: usize) -> Self {
        Self {
            places: vec![(0.0, 0); documents * TERMS],
            least: vec![0.0; documents],
        }
    }

    /// Keeps a term if it is among the weightiest so far.
    pub(crate) fn offer(&mut self, document: u32, term: u32, weight: f32) {
        let document = document as usize;
        let Some(least) = self.least.get_mut(document) else {
            return;
        };
        if *least >= weight || term >= NAMES {
            return;
        }
        let from = document * TERMS;
        let Some(mine) = self.places.get_mut(from..from + TERMS) else {
            return;
        };
        let mut at = TERMS - 1;
        while at > 0 && mine[at - 1].0 < weight {
            mine[at] = mine[at - 1];
            at -= 1;
        }
        mine[at] = (weight, term);
        *least = mine[TERMS - 1].0;
    }

    /// The section of the index.
    pub(crate) fn write(&mut self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.places.len() * ENTRY);
        for mine in self.places.chunks(TERMS) {
            let most = mine.first().map_or(1.0, |first| first.0);
            for &(weight, term) in mine {
                let share = if most > 0.0 { weight / most } else { 0.0 };
                out.extend_from_slice(&((share * 255.0) as u32 | term << 8).to_le_bytes());
            }
        }
        self.places = Vec::new();
        out
    }
}

/// Calls `each` with the terms a document is about, weightiest first, and
/// their weights, 1 for the first.
pub(crate) fn each_subject(fetch: &Fetch<'_>, document: u32, each: &mut dyn FnMut(u32, f32)) {
    let size = (TERMS * ENTRY) as u32;
    let Some(start) = document.checked_mul(size) else {
        return;
    };
    let bytes = fetch.bytes(Block {
        section: Section::Subjects,
        start,
        end: start.saturating_add(size),
    });
    for entry in bytes.as_chunks::<ENTRY>().0 {
        let entry = u32::from_le_bytes(*entry);
        if entry & 255 > 0 {
            each(entry >> 8, (entry & 255) as f32 / 255.0);
        }
    }
}
