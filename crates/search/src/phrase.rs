//! Words one after the other.

use crate::Field;
use crate::impact::{idf, saturated};
use crate::postings::{Cursor, FIELD_STEP};
use crate::resolve::Slot;
use crate::score::{Scored, Work};

/// Scores the documents that hold a sequence of words.
pub(crate) fn score(work: &mut Work<'_>, slots: &[Slot], field: Option<Field>) -> Scored {
    // Candidates hold every word; a sequence weighs as its weakest word does.
    let mut out = work.nothing();
    for (at, slot) in slots.iter().enumerate() {
        let mut set = crate::DocSet::empty(work.root.documents);
        work.impacts_of(&slot.forms, field, &mut set);
        if at == 0 {
            out.set = set.clone();
        } else {
            out.set.intersect(&set);
        }
        for document in set.iter() {
            let impact = std::mem::take(&mut work.impacts[document as usize]);
            let least = &mut out.scores[document as usize];
            *least = if at == 0 { impact } else { least.min(impact) };
        }
    }
    let mut places = Places::new(work, slots);
    for &document in &out.set.list() {
        if places.count(document, field) == 0 {
            out.set.remove(document);
        }
    }
    let says = idf(out.set.count(), work.root.documents);
    for (document, score) in (0..).zip(&mut out.scores) {
        *score = if out.set.contains(document) {
            says * saturated(*score)
        } else {
            0.0
        };
    }
    out
}

/// The places of the words of some slots, document by document.
pub(crate) struct Places<'a> {
    slots: Vec<(u32, Vec<Cursor<'a>>)>,
    here: Vec<u32>,
    next: Vec<u32>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(work: &Work<'a>, slots: &[Slot]) -> Self {
        let mut read = Vec::with_capacity(slots.len());
        for slot in slots {
            let mut cursors = Vec::with_capacity(slot.forms.len());
            for form in &slot.forms {
                let list = &form.list;
                cursors.push(Cursor::new(
                    work.fetch.bytes(list.postings),
                    work.fetch.bytes(list.positions),
                    list.count,
                ));
            }
            read.push((slot.offset, cursors));
        }
        Self {
            slots: read,
            here: Vec::new(),
            next: Vec::new(),
        }
    }

    /// How often the sequence stands in a document, no earlier one than the
    /// last asked for.
    fn count(&mut self, document: u32, field: Option<Field>) -> usize {
        for at in 0..self.slots.len() {
            let offset = self.slots[at].0;
            self.next.clear();
            let mut next = std::mem::take(&mut self.next);
            self.read(at, document, &mut next);
            // Places of the sequence's beginning.
            next.retain_mut(|place| {
                let fits = *place % FIELD_STEP >= offset
                    && field.is_none_or(|field| *place / FIELD_STEP == field as u32);
                *place = place.wrapping_sub(offset);
                fits
            });
            if at > 0 {
                next.retain(|place| self.here.binary_search(place).is_ok());
            }
            self.next = std::mem::replace(&mut self.here, next);
            if self.here.is_empty() {
                return 0;
            }
        }
        self.here.len()
    }

    /// Adds the places of a slot's words, sorted.
    pub(crate) fn read(&mut self, slot: usize, document: u32, out: &mut Vec<u32>) {
        let Some((_, cursors)) = self.slots.get_mut(slot) else {
            return;
        };
        let many = cursors.len() > 1;
        for cursor in cursors {
            cursor.positions(document, out);
        }
        if many {
            crate::order::sort_by(out.len(), out);
        }
    }
}
