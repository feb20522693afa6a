//! More like this: documents about what a document is about.

use crate::answer::{Hit, best};
use crate::blocks::{Block, Blocks, Fetch};
use crate::docs::DocSet;
use crate::feedback::scored_term;
use crate::index::Index;
use crate::score::Work;
use crate::subjects::each_subject;

impl Index {
    /// The documents most like one, best first, without itself.
    #[must_use]
    pub fn more_like(&self, document: u32, limit: usize) -> Vec<Hit> {
        self.more_like_in(document, limit, self).unwrap_or_default()
    }

    /// The same from blocks that were fetched.
    ///
    /// # Errors
    /// The blocks that are missing. Fetch them and ask again.
    pub fn more_like_in(
        &self,
        document: u32,
        limit: usize,
        blocks: &dyn Blocks,
    ) -> Result<Vec<Hit>, Vec<Block>> {
        let fetch = Fetch::new(blocks);
        let mut terms = Vec::new();
        each_subject(&fetch, document, &mut |term, weight| {
            terms.push((term, weight));
        });
        let mut work = Work::new(&self.root, &fetch);
        let mut set = DocSet::empty(self.root.documents);
        let mut sums = vec![0.0_f32; self.root.documents as usize];
        for (term, weight) in terms {
            let scored = scored_term(&mut work, term);
            set.unite(&scored.set);
            for (sum, score) in sums.iter_mut().zip(&scored.scores) {
                *sum += weight * score;
            }
        }
        drop(work);
        set.remove(document);
        let missing = fetch.missing();
        if !missing.is_empty() {
            return Err(missing);
        }
        let score = |document: u32| sums.get(document as usize).copied().unwrap_or(0.0);
        let hits = best(&set, limit, &|document| score(document).to_bits());
        Ok(hits
            .into_iter()
            .map(|document| Hit {
                document,
                score: score(document),
                whole: true,
            })
            .collect())
    }
}
