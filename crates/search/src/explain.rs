//! Why a document stands where it stands.

use crate::query::{Clause, Query};
use crate::resolve::Resolved;
use crate::score::Scored;

/// The sum a score is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Explanation {
    /// The document.
    pub document: u32,
    /// Whether it has all that was asked.
    pub whole: bool,
    /// What adds up, in order.
    pub parts: Vec<(Part, f32)>,
    /// What it comes to.
    pub score: f32,
}

/// What adds to a score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A clause, as printed, and how many documents it is in.
    Clause(String, u32),
    /// Words of the query beside each other.
    Near,
    /// Words of other good documents.
    Feedback,
    /// It is the best for one of the words that may be meant.
    Likely,
}

impl Explanation {
    pub(crate) fn new(document: u32) -> Self {
        Self {
            document,
            ..Self::default()
        }
    }

    pub(crate) fn clause(&mut self, asked: &Clause, _resolved: &Resolved, scored: &Scored) {
        if scored.set.contains(self.document) {
            let printed = Query {
                groups: vec![vec![asked.clone()]],
            };
            let part = Part::Clause(printed.print().trim_end().to_owned(), scored.set.count());
            self.part(part, &scored.scores);
        }
    }

    pub(crate) fn part(&mut self, part: Part, scores: &[f32]) {
        let score = scores.get(self.document as usize).copied().unwrap_or(0.0);
        self.parts.push((part, score));
        self.score += score;
    }

    pub(crate) fn near(&mut self, near: &[(u32, f32)]) {
        for &(document, score) in near {
            if document == self.document {
                self.parts.push((Part::Near, score));
                self.score += score;
            }
        }
    }

    pub(crate) fn total(&mut self, scores: &[f32]) {
        let score = scores.get(self.document as usize).copied().unwrap_or(0.0);
        let rest = score - self.score;
        if rest > score * 0.001 {
            self.parts.push((Part::Likely, rest));
        }
        self.score = score;
    }
}
