//! Answering: from a query to the documents, best first, and the counts.
//!
//! A word at a time over dense arrays, one number a document: at the size of an
//! archive in memory this beats every skipping scheme, the counts need all
//! matches anyway, and the cost grows with the postings read and nothing else.

use crate::Field;
use crate::blocks::{Block, Blocks, Fetch};
use crate::docs::DocSet;
use crate::explain::{Explanation, Part};
use crate::facets::{self, Filter};
use crate::feedback;
use crate::index::{Index, Root};
use crate::near;
use crate::order;
use crate::query::Query;
use crate::rank;
use crate::resolve::{Asked, Report, Resolved, Resolver};
use crate::score::Work;

/// Where the texts of documents are: lent by whoever holds the archive, so that
/// no text is kept twice.
pub trait Texts {
    /// Appends the text of a field of a document, as it was indexed; the texts
    /// of a field that has several with a line break between.
    fn text(&mut self, document: u32, field: Field, out: &mut String);
}

/// The order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Best first.
    #[default]
    Best,
    /// Newest first, undated last.
    Newest,
    /// Oldest first, undated last.
    Oldest,
}

/// A question to the index.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// What was asked.
    pub query: &'a Query,
    /// Facets chosen beside it.
    pub filters: &'a [Filter],
    /// First and last day chosen beside it.
    pub days: Option<(i32, i32)>,
    /// How hits are ordered.
    pub order: Order,
    /// How many hits at most.
    pub limit: usize,
}

/// A document found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Its number.
    pub document: u32,
    /// How well it fits; comparable within an answer only.
    pub score: f32,
    /// False for a near miss: some word is not in it.
    pub whole: bool,
}

/// What an index answers.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The best, or newest, or oldest.
    pub hits: Vec<Hit>,
    /// How many documents there are with all that was asked, or, when
    /// `relaxed`, with any of the words.
    pub total: u32,
    /// How many near misses follow those in `hits`.
    pub near: u32,
    /// True when no document has all words, or the question is too long for
    /// that to mean anything.
    pub relaxed: bool,
    /// For each facet and value how many of the found there would be if this
    /// facet were not filtered.
    pub counts: Vec<Vec<u32>>,
    /// The found, with all filters.
    pub found: DocSet,
    /// The found, with all filters but the days.
    pub any_day: DocSet,
    /// How each word fared.
    pub words: Vec<Report>,
    /// Marks matches in texts.
    pub marker: crate::mark::Marker,
}

impl Index {
    /// Answers a question from memory.
    #[must_use]
    pub fn search(&self, request: &Request<'_>, texts: &mut dyn Texts) -> Answer {
        let fetch = Fetch::new(self);
        let answer = answer(&self.root, request, &fetch, texts, None);
        if fetch.lacks() {
            Answer::default()
        } else {
            answer
        }
    }

    /// Answers a question from blocks that were fetched.
    ///
    /// # Errors
    /// The blocks that are missing. Fetch them, beside those there, and ask again.
    pub fn search_in(
        &self,
        request: &Request<'_>,
        blocks: &dyn Blocks,
        texts: &mut dyn Texts,
    ) -> Result<Answer, Vec<Block>> {
        let fetch = Fetch::new(blocks);
        let answer = answer(&self.root, request, &fetch, texts, None);
        let missing = fetch.missing();
        if missing.is_empty() {
            Ok(answer)
        } else {
            Err(missing)
        }
    }

    /// Why a document stands where it stands in the answer to a question.
    #[must_use]
    pub fn explain(
        &self,
        request: &Request<'_>,
        document: u32,
        texts: &mut dyn Texts,
    ) -> Explanation {
        let fetch = Fetch::new(self);
        let mut explanation = Explanation::new(document);
        answer(&self.root, request, &fetch, texts, Some(&mut explanation));
        explanation
    }
}

/// The sums a query comes to.
struct Sums {
    /// Documents that nothing forbids.
    allowed: DocSet,
    /// Documents with all words, and with any.
    all: DocSet,
    any: DocSet,
    scores: Vec<f32>,
}

fn answer(
    root: &Root,
    request: &Request<'_>,
    fetch: &Fetch<'_>,
    texts: &mut dyn Texts,
    mut explanation: Option<&mut Explanation>,
) -> Answer {
    let mut resolver = Resolver {
        root,
        fetch,
        reports: Vec::new(),
    };
    let groups = resolver.query(request.query);
    let words = resolver.reports;
    let mut work = Work::new(root, fetch);
    let documents = root.documents;
    let mut sums = Sums {
        allowed: DocSet::full(documents),
        all: DocSet::full(documents),
        any: DocSet::empty(documents),
        scores: vec![0.0; documents as usize],
    };
    let mut soft = 0;
    let keywords = groups.iter().filter(|group| is_keyword(group)).count();
    // What is read from texts comes last, when least is left to read.
    let reads = |group: &[Resolved]| {
        let is_literal = |clause: &Resolved| matches!(clause.asked, Asked::Literal(..));
        group.iter().any(is_literal)
    };
    for at in 0..2 * groups.len() {
        let late = at >= groups.len();
        let at = if late { at - groups.len() } else { at };
        let (group, asked) = (&groups[at], &request.query.groups[at]);
        if reads(group) != late {
            continue;
        }
        let mut set = DocSet::empty(documents);
        let is_soft = group.iter().all(|clause| clause.soft);
        for (clause, asked) in group.iter().zip(asked) {
            let mut scored = work.clause(clause, &sums.allowed, texts);
            if clause.unwanted {
                scored.set.invert();
            } else {
                add(&mut sums.scores, 1.0, &scored.scores);
                if let Some(explanation) = &mut explanation {
                    explanation.clause(asked, clause, &scored);
                }
            }
            set.unite(&scored.set);
        }
        if is_soft {
            soft += 1;
            if keywords > 0 && !is_keyword(group) {
                // Little words count, but nobody misses a document for them.
                continue;
            }
            sums.all.intersect(&set);
            sums.any.unite(&set);
        } else {
            sums.allowed.intersect(&set);
        }
    }
    if soft == 0 {
        sums.any = DocSet::full(documents);
    }
    sums.all.intersect(&sums.allowed);
    sums.any.intersect(&sums.allowed);
    let relaxed = soft > 0 && (sums.all.is_empty() || keywords > rank::KEYWORDS);
    let pick = facets::Pick::new(root, request.filters, request.days);
    let base = if relaxed { &sums.any } else { &sums.all };
    let found = pick.all(base);
    let mut listed = found.clone();
    if request.order == Order::Best && soft > 1 {
        listed = pick.all(&sums.any);
    }
    if request.order == Order::Best {
        if keywords >= rank::FEEDBACK_WORDS {
            let lent = feedback::lend(&mut work, &groups, &sums.any, &sums.scores);
            add(&mut sums.scores, 1.0, &lent);
            if let Some(explanation) = &mut explanation {
                explanation.part(Part::Feedback, &lent);
            }
        }
        let near = near::score(&work, &groups, &listed, &sums.scores);
        for &(document, score) in &near {
            sums.scores[document as usize] += score;
        }
        if let Some(explanation) = &mut explanation {
            explanation.near(&near);
        }
        feedback::champions(&mut work, &groups, &listed, &mut sums.scores);
    }
    let tiers = !relaxed;
    if let Some(explanation) = &mut explanation {
        explanation.whole = sums.all.contains(explanation.document);
        explanation.total(&sums.scores);
    }
    let hits = pick_hits(root, request, &listed, &sums, tiers);
    Answer {
        hits,
        total: found.count(),
        near: listed.count() - found.count(),
        relaxed,
        counts: pick.counts(base),
        any_day: pick.any_day(base),
        found,
        words,
        marker: crate::mark::Marker::new(root, &groups),
    }
}

/// Whether a group is a word of the text and more than a function word.
fn is_keyword(group: &[Resolved]) -> bool {
    group.iter().all(|clause| clause.soft) && group.iter().any(|clause| !clause.function)
}

/// The first documents of a set, in the order asked for.
fn pick_hits(
    root: &Root,
    request: &Request<'_>,
    listed: &DocSet,
    sums: &Sums,
    tiers: bool,
) -> Vec<Hit> {
    let chosen = match request.order {
        Order::Newest => listed.list(),
        Order::Oldest => {
            let all = listed.list();
            let mut chosen = Vec::with_capacity(all.len());
            for &document in all.iter().rev() {
                if root.is_dated(document) {
                    chosen.push(document);
                }
            }
            for &document in &all {
                if !root.is_dated(document) {
                    chosen.push(document);
                }
            }
            chosen
        }
        Order::Best => best(listed, request.limit, &|document| {
            let whole = tiers && sums.all.contains(document);
            // The bits of a float that is not negative order as it does.
            let score = sums.scores[document as usize].max(0.0).to_bits();
            u32::from(whole) << 31 | score
        }),
    };
    let mut hits = Vec::new();
    for &document in chosen.iter().take(request.limit) {
        hits.push(Hit {
            document,
            score: sums.scores.get(document as usize).copied().unwrap_or(0.0),
            whole: sums.all.contains(document),
        });
    }
    hits
}

/// Adds weighted scores to others, document by document.
#[inline(never)]
pub(crate) fn add(sums: &mut [f32], weight: f32, scores: &[f32]) {
    for (sum, score) in sums.iter_mut().zip(scores) {
        *sum += weight * score;
    }
}

/// The documents of a set with the highest keys, highest first; of equals, the
/// earlier.
pub(crate) fn best(set: &DocSet, limit: usize, key: &dyn Fn(u32) -> u32) -> Vec<u32> {
    // What sorts first is the least: keys are turned round.
    let mut kept: Vec<u64> = Vec::new();
    let mut most = u64::MAX;
    // Sorting now and then keeps this linear whatever the limit.
    let room = limit.saturating_mul(2).max(64);
    for document in set.iter() {
        let turned = order::pair(u32::MAX - key(document), document);
        if turned < most {
            kept.push(turned);
            if kept.len() >= room {
                order::sort(&mut kept);
                kept.truncate(limit);
                most = kept.last().copied().unwrap_or(0);
            }
        }
    }
    order::sort(&mut kept);
    kept.truncate(limit);
    kept.iter().map(|&turned| turned as u32).collect()
}
