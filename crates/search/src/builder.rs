//! Documents in: words are counted and placed as documents come.
//!
//! Positions run through a document field by field; where each field ends is
//! kept beside. What a batch of documents holds goes to the terms' lists at
//! once (see `batch.rs`).

use language::{Kind, Stemmer, tokens};

use crate::Field;
use crate::batch::{Batch, POOLS, Term};
use crate::chunks::Chunks;
use crate::field::{ALL, FIELDS};
use crate::finish::Finishing;
use crate::postings::FIELD_STEP;
use crate::vocabulary::Vocabulary;

/// What is known of a document besides its words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts<'a> {
    /// Place in the list of languages that [`Builder::new`] was given.
    pub language: u8,
    /// First and last day it can be of, as year × 10,000 + month × 100 + day;
    /// months and days that nobody knows from 0 and to 99.
    pub days: Option<(i32, i32)>,
    /// Facet values it has, as (facet, value); both count from 0.
    pub values: &'a [(u8, u32)],
}

/// Languages an index can tell apart; documents of more share the last.
pub(crate) const LANGUAGES: usize = 15;
/// The mark of a pair of characters among the language bits.
const PAIR: u32 = 1 << LANGUAGES;

/// Collects documents. See the crate's words on building.
#[derive(Default)]
pub struct Builder {
    pub(crate) collected: Collected,
    batch: Batch,
}

/// What of documents is collected.
#[derive(Default)]
pub(crate) struct Collected {
    pub(crate) languages: Vec<Option<Stemmer>>,
    /// The number of the first document: not 0 in a part.
    pub(crate) first: u32,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) terms: Vec<Term>,
    pub(crate) pools: Vec<Chunks>,
    /// Where each field ends, a document after the other.
    pub(crate) ends: Vec<[u32; FIELDS]>,
    pub(crate) document_languages: Vec<u8>,
    pub(crate) days: Vec<Option<(i32, i32)>>,
    /// For each facet the pairs of value and document.
    pub(crate) facets: Vec<Vec<u64>>,
}

/// Facets an index can have.
const FACETS: usize = 16;

impl Collected {
    /// Makes room for what is known of every word there is.
    pub(crate) fn make_room(&mut self) {
        self.terms.resize(self.vocabulary.len(), Term::default());
        self.pools.resize(POOLS, Chunks::default());
    }

    /// Notes that a document has a value of a facet, as [`crate::order::pair`] has
    /// the two.
    pub(crate) fn value(&mut self, facet: usize, pair: u64) {
        if facet < FACETS {
            if self.facets.len() <= facet {
                self.facets.resize(facet + 1, Vec::new());
            }
            self.facets[facet].push(pair);
        }
    }
}

impl Builder {
    /// A builder for documents in these languages: a stemmer each, or none for
    /// a language whose words are left as they are.
    #[must_use]
    pub fn new(languages: Vec<Option<Stemmer>>) -> Self {
        let mut new = Self::default();
        new.collected.languages = languages;
        new
    }

    /// A builder for the documents from a number on, the rest of which another
    /// builder has: see [`Builder::part`].
    #[must_use]
    pub fn after(documents: u32, languages: Vec<Option<Stemmer>>) -> Self {
        let mut new = Self::new(languages);
        new.collected.first = documents;
        new
    }

    /// How many documents there are so far, those before a part's counted.
    #[must_use]
    pub fn documents(&self) -> u32 {
        self.collected.first + self.collected.ends.len() as u32
    }

    /// Adds a document; its number is how many came before. Documents come in
    /// the order in which they are listed: newest first, undated last. The time
    /// this takes grows with the text: about 10 ms a megabyte.
    pub fn add(&mut self, facts: &Facts<'_>, texts: &[(Field, &str)]) {
        let document = self.documents();
        let language = usize::from(facts.language).min(LANGUAGES - 1);
        let batch = &mut self.batch;
        let mut ends = [0; FIELDS];
        let mut next = 0_u32;
        for field in ALL {
            let from = next;
            for (_, text) in texts.iter().filter(|(of, _)| *of == field) {
                // One place stays empty between two texts of a field, so that
                // no phrase reaches across.
                let start = if next > from { next + 1 } else { next };
                tokens(text, &mut |token| {
                    let position = start.saturating_add(token.position);
                    next = position + 1;
                    let place = (position - from).min(FIELD_STEP - 1);
                    let language = match token.kind {
                        Kind::Word | Kind::Joined => 1 << language,
                        Kind::Pair => PAIR,
                        Kind::Number | Kind::Single => 0,
                    };
                    batch.add(
                        token.term.as_bytes(),
                        document,
                        field as u32 * FIELD_STEP + place,
                        language,
                    );
                });
            }
            ends[field as usize] = next;
        }
        self.collected.ends.push(ends);
        self.collected.document_languages.push(language as u8);
        self.collected.days.push(facts.days);
        for &(facet, value) in facts.values {
            let pair = crate::order::pair(value, document);
            self.collected.value(usize::from(facet), pair);
        }
        if self.batch.is_full() {
            self.invert();
        }
    }

    /// Bytes held while building, about.
    #[must_use]
    pub fn heap(&self) -> usize {
        self.collected.pools.iter().map(Chunks::heap).sum::<usize>()
            + self.collected.terms.len() * (size_of::<Term>() + 32)
    }

    /// Puts what was collected last where the rest is.
    pub(crate) fn invert(&mut self) {
        self.batch.invert(&mut self.collected);
    }

    /// Ends adding. What is left is done in steps.
    #[must_use]
    pub fn finish(mut self) -> Finishing {
        self.invert();
        Finishing::new(self.collected)
    }
}
