//! Scoring: what a word, or a sequence of words, says of each document.
//!
//! A term at a time over dense arrays, one number a document.

use crate::Field;
use crate::answer::Texts;
use crate::blocks::Fetch;
use crate::docs::DocSet;
use crate::forms::{Form, How};
use crate::impact::{idf, saturated, value};
use crate::index::Root;
use crate::phrase;
use crate::postings::{Postings, each_block};
use crate::rank;
use crate::resolve::{Asked, Resolved, Slot};
use crate::scan;

/// Numbers to work with, one a document; all 0 between uses.
pub(crate) struct Work<'a> {
    pub(crate) root: &'a Root,
    pub(crate) fetch: &'a Fetch<'a>,
    /// Impacts of the word at hand.
    pub(crate) impacts: Vec<f32>,
    /// Levels of what stands in for it.
    levels: Vec<u8>,
    /// Room to read postings in.
    block: Postings,
}

/// What a word, or a sequence, scores where.
pub(crate) struct Scored {
    pub(crate) set: DocSet,
    /// One a document; 0 outside the set.
    pub(crate) scores: Vec<f32>,
}

impl<'a> Work<'a> {
    pub(crate) fn new(root: &'a Root, fetch: &'a Fetch<'a>) -> Self {
        let documents = root.documents as usize;
        Self {
            root,
            fetch,
            impacts: vec![0.0; documents],
            levels: vec![0; documents],
            block: Postings::new(),
        }
    }

    #[inline(never)]
    pub(crate) fn nothing(&self) -> Scored {
        Scored {
            set: DocSet::empty(self.root.documents),
            scores: vec![0.0; self.root.documents as usize],
        }
    }

    /// Adds the impacts of a term to those at hand.
    #[inline(never)]
    fn add(&mut self, form: &Form, weight: f32, mask: u32, set: &mut DocSet) {
        let impacts = &mut self.impacts;
        each_block(
            self.fetch.bytes(form.list.postings),
            form.list.count,
            &mut self.block,
            &mut |block| {
                for at in 0..block.len {
                    if block.masks[at] & mask != 0
                        && let Some(sum) = impacts.get_mut(block.documents[at] as usize)
                    {
                        *sum += weight * value(block.impacts[at]);
                        set.insert(block.documents[at]);
                    }
                }
            },
        );
    }

    /// Adds the impacts of some terms as of one, and the documents that hold any.
    /// Whoever asks puts the impacts back to 0.
    pub(crate) fn impacts_of(&mut self, forms: &[Form], field: Option<Field>, set: &mut DocSet) {
        let mask = field.map_or(u32::MAX, |field| 1 << field as u32);
        for form in forms {
            self.add(form, 1.0, mask, set);
        }
    }

    /// Scores a word in all its forms.
    pub(crate) fn word(&mut self, forms: &[Form], field: Option<Field>) -> Scored {
        let mask = field.map_or(u32::MAX, |field| 1 << field as u32);
        let mut out = self.nothing();
        for form in forms {
            match form.how {
                How::Exact => self.add(form, 1.0, mask, &mut out.set),
                How::Kin => self.add(form, rank::KIN, mask, &mut out.set),
                How::Prefix | How::Typo(_) => {}
            }
        }
        let says = idf(out.set.count(), self.root.documents);
        for document in out.set.iter() {
            let impact = std::mem::take(&mut self.impacts[document as usize]);
            out.scores[document as usize] = says * saturated(impact);
        }
        for (how, weight) in [
            (How::Prefix, rank::PREFIX),
            (How::Typo(1), rank::TYPO[0]),
            (How::Typo(2), rank::TYPO[1]),
        ] {
            self.stand_in(forms, how, weight, mask, &mut out);
        }
        out
    }

    /// Scores what stands in for a word: all of a kind as one term, a document
    /// by the strongest it holds.
    fn stand_in(&mut self, forms: &[Form], how: How, weight: f32, mask: u32, out: &mut Scored) {
        let mut set = DocSet::empty(self.root.documents);
        let levels = &mut self.levels;
        for form in forms.iter().filter(|form| form.how == how) {
            let bytes = self.fetch.bytes(form.list.postings);
            each_block(bytes, form.list.count, &mut self.block, &mut |block| {
                for at in 0..block.len {
                    if block.masks[at] & mask != 0
                        && let Some(most) = levels.get_mut(block.documents[at] as usize)
                    {
                        *most = (*most).max(block.impacts[at].min(255) as u8);
                        set.insert(block.documents[at]);
                    }
                }
            });
        }
        let says = weight * idf(set.count(), self.root.documents);
        for document in set.iter() {
            let level = std::mem::take(&mut levels[document as usize]);
            let score = &mut out.scores[document as usize];
            *score = score.max(says * saturated(value(u32::from(level))));
        }
        out.set.unite(&set);
    }

    /// Scores any of some sequences of words.
    pub(crate) fn sequences(&mut self, all: &[Vec<Slot>], field: Option<Field>) -> Scored {
        let mut out = None;
        for slots in all {
            let scored = match slots.as_slice() {
                [] => self.nothing(),
                [slot] => self.word(&slot.forms, field),
                _ => phrase::score(self, slots, field),
            };
            match &mut out {
                None => out = Some(scored),
                Some(out) => merge(out, &scored),
            }
        }
        out.unwrap_or_else(|| self.nothing())
    }

    pub(crate) fn clause(
        &mut self,
        clause: &Resolved,
        allowed: &DocSet,
        texts: &mut dyn Texts,
    ) -> Scored {
        match &clause.asked {
            Asked::Words(sequences) => {
                let mut scored = self.sequences(sequences, clause.field);
                if clause.function {
                    for score in &mut scored.scores {
                        *score *= rank::FUNCTION;
                    }
                }
                scored
            }
            Asked::Literal(needle, open) => {
                scan::score(self, (needle, *open), clause.field, allowed, texts)
            }
            Asked::Days(first, last) => {
                let mut scored = self.nothing();
                scored.set = self.root.within(*first, *last);
                scored
            }
        }
    }
}

/// Takes the better of two scores everywhere.
fn merge(out: &mut Scored, other: &Scored) {
    out.set.unite(&other.set);
    for (mine, theirs) in out.scores.iter_mut().zip(&other.scores) {
        *mine = mine.max(*theirs);
    }
}
