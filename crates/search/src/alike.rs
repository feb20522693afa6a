//! More like this: documents about what a document is about.

use crate::answer::{Hit, add, best};
use crate::blocks::{Block, Blocks, Fetch};
use crate::docs::DocSet;
use crate::feedback::scored_term;
use crate::index::{Index, Root};
use crate::score::Work;
use crate::subjects::each_subject;

impl Index {
    /// The documents most like one, best first, without itself.
    #[must_use]
    pub fn more_like(&self, document: u32, limit: usize) -> Vec<Hit> {
        let fetch = Fetch::new(self);
        let hits = more_like(&self.root, document, limit, &fetch);
        if fetch.lacks() { Vec::new() } else { hits }
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
        let hits = more_like(&self.root, document, limit, &fetch);
        let missing = fetch.missing();
        if missing.is_empty() {
            Ok(hits)
        } else {
            Err(missing)
        }
    }
}

fn more_like(root: &Root, document: u32, limit: usize, fetch: &Fetch<'_>) -> Vec<Hit> {
    let mut work = Work::new(root, fetch);
    let mut set = DocSet::empty(root.documents);
    let mut sums = vec![0.0_f32; root.documents as usize];
    each_subject(fetch, document, &mut |term, weight| {
        let scored = scored_term(&mut work, term);
        set.unite(&scored.set);
        add(&mut sums, weight, &scored.scores);
    });
    set.remove(document);
    let score = |document: u32| sums.get(document as usize).copied().unwrap_or(0.0);
    let mut hits = Vec::new();
    for &document in &best(&set, limit, &|document| score(document).to_bits()) {
        hits.push(Hit {
            document,
            score: score(document),
            whole: true,
        });
    }
    hits
}
