//! Nearness: words that stand beside each other in the query and in a document
//! (after Rasolofo and Savoy, ECIR 2003).

use crate::answer::best;
use crate::docs::DocSet;
use crate::impact::idf;
use crate::phrase::Places;
use crate::rank;
use crate::resolve::{Asked, Resolved, Slot};
use crate::score::Work;

/// What nearness adds, for the documents that are best without it.
pub(crate) fn score(
    work: &Work<'_>,
    groups: &[Vec<Resolved>],
    listed: &DocSet,
    scores: &[f32],
) -> Vec<(u32, f32)> {
    let words = plain_words(groups);
    // Function words stand beside everything.
    let mut slots: Vec<Slot> = Vec::new();
    for &(slot, function) in &words {
        let forms = slot.own();
        if !function && !forms.is_empty() {
            slots.push(Slot {
                offset: slot.offset,
                forms,
                ..Slot::default()
            });
        }
    }
    if slots.len() < 2 || slots.len() > NEAR_WORDS {
        return Vec::new();
    }
    let mut documents = best(listed, rank::NEAR_DOCUMENTS, &|document| {
        scores[document as usize].to_bits()
    });
    crate::order::sort_by(documents.len(), &mut documents);
    let mut weights = Vec::with_capacity(slots.len());
    for slot in &slots {
        weights.push(idf(slot.most(), work.root.documents));
    }
    let mut places = Places::new(work, &slots);
    let (mut before, mut here) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    for &document in &documents {
        let mut sum = 0.0;
        before.clear();
        for at in 0..slots.len() {
            here.clear();
            places.read(at, document, &mut here);
            let distance = nearest(&before, &here);
            if at > 0 && distance <= rank::NEAR_PLACES {
                sum += weights[at - 1].min(weights[at]) / distance as f32;
            }
            std::mem::swap(&mut before, &mut here);
        }
        if sum > 0.0 {
            found.push((document, rank::NEAR * sum));
        }
    }
    found
}

/// Words up to which a query's nearness is looked at: beyond, it is a sentence,
/// and no document says it in the same order.
const NEAR_WORDS: usize = 8;

/// The plain words of a query, in order, and whether each is a function word.
pub(crate) fn plain_words(groups: &[Vec<Resolved>]) -> Vec<(&Slot, bool)> {
    let mut words = Vec::new();
    for group in groups {
        if let [clause] = group.as_slice()
            && clause.soft
            && let Asked::Words(sequences) = &clause.asked
            && let Some([slot]) = sequences.first().map(Vec::as_slice)
        {
            words.push((slot, clause.function));
        }
    }
    words
}

/// The least distance from a place of one word to one of the other; a place
/// before costs one more than a place after. Very far when one has none.
fn nearest(one: &[u32], other: &[u32]) -> u32 {
    let mut least = u32::MAX;
    let mut at = 0;
    for &place in one {
        while other.get(at).is_some_and(|&there| there <= place) {
            at += 1;
        }
        if let Some(after) = other.get(at) {
            least = least.min(after - place);
        }
        if let Some(before) = at.checked_sub(1).and_then(|at| other.get(at)) {
            least = least.min(place - before + 1);
        }
    }
    least
}
