//! What the best documents lend to a question: their words, and their places.

use crate::answer::{add, best};
use crate::docs::DocSet;
use crate::near::plain_words;
use crate::order;
use crate::rank;
use crate::resolve::{Resolved, Resolver};
use crate::score::{Scored, Work};
use crate::subjects::each_subject;

/// Scores from the words that the best documents of a long question are about
/// (Rocchio 1971; as relevance models, Lavrenko and Croft, SIGIR 2001).
pub(crate) fn lend(
    work: &mut Work<'_>,
    groups: &[Vec<Resolved>],
    set: &DocSet,
    scores: &[f32],
) -> Vec<f32> {
    let mut lent = vec![0.0; scores.len()];
    let top = best(set, rank::FEEDBACK_DOCUMENTS, &|document| {
        scores[document as usize].to_bits()
    });
    let most = top.first().map_or(0.0, |&first| scores[first as usize]);
    if most <= 0.0 {
        return lent;
    }
    let mut terms: Vec<(u32, f32)> = Vec::new();
    for &document in &top {
        let trust = scores[document as usize] / most;
        each_subject(work.fetch, document, &mut |term, weight| match terms
            .iter_mut()
            .find(|held| held.0 == term)
        {
            Some(held) => held.1 += trust * weight,
            None => terms.push((term, trust * weight)),
        });
    }
    // Weightiest first: the bits of a float that is not negative order as it does.
    let mut keys = Vec::with_capacity(terms.len());
    for (term, weight) in &terms {
        keys.push(order::pair(u32::MAX - weight.to_bits(), *term));
    }
    order::sort(&mut keys);
    keys.truncate(rank::FEEDBACK_TERMS);
    let mut asked = 0.0;
    for (_, function) in &plain_words(groups) {
        asked += if *function { rank::FUNCTION } else { 1.0 };
    }
    let weight = |key: u64| f32::from_bits(u32::MAX - (key >> 32) as u32);
    let total: f32 = keys.iter().map(|&key| weight(key)).sum();
    let share = rank::FEEDBACK * asked / total.max(f32::MIN_POSITIVE);
    for &key in &keys {
        let scored = scored_term(work, key as u32);
        add(&mut lent, share * weight(key), &scored.scores);
    }
    lent
}

/// Scores a term by its number, with its kin.
pub(crate) fn scored_term(work: &mut Work<'_>, term: u32) -> Scored {
    let resolver = Resolver {
        root: work.root,
        fetch: work.fetch,
        reports: Vec::new(),
    };
    let forms = resolver.by_number(term);
    work.word(&forms, None)
}

/// When one word is asked that is open or mistyped, it may be any of several:
/// the best document of each of the likeliest comes before the rest, so that
/// what was meant is on the first screen whichever it was. Each gives its best
/// document as many votes as documents hold it; what the word is itself leads.
pub(crate) fn champions(
    work: &mut Work<'_>,
    groups: &[Vec<Resolved>],
    listed: &DocSet,
    scores: &mut [f32],
) {
    let words = plain_words(groups);
    let [(slot, _)] = words.as_slice() else {
        return;
    };
    if groups.len() > 1 || slot.likely.is_empty() {
        return;
    }
    // Documents with their votes, most first.
    let mut firsts: Vec<(u32, u32)> = Vec::new();
    let resolver = Resolver {
        root: work.root,
        fetch: work.fetch,
        reports: Vec::new(),
    };
    let mut alternative = slot.own();
    let mut votes = u32::MAX;
    let mut likely = slot.likely.iter();
    loop {
        if !alternative.is_empty() {
            let scored = work.word(&alternative, None);
            let mut set = scored.set;
            set.intersect(listed);
            let top = best(&set, 1, &|document| {
                scored.scores[document as usize].to_bits()
            });
            if let Some(&first) = top.first() {
                if let Some(at) = firsts.iter().position(|held| held.1 == first) {
                    votes = votes.saturating_add(firsts.remove(at).0);
                }
                let at = firsts.partition_point(|held| held.0 >= votes);
                firsts.insert(at, (votes, first));
            }
        }
        let Some(form) = likely.next() else { break };
        votes = form.list.count;
        alternative = resolver.by_number(form.list.term);
    }
    let most = scores.iter().copied().fold(0.0, f32::max);
    let count = firsts.len();
    for (at, (_, document)) in firsts.iter().enumerate() {
        scores[*document as usize] = most * (2.0 + (count - at) as f32 * 0.1);
    }
}
