//! Facets: counts for every value, filters, ranges of days.
//!
//! Exact, and linear in the number of (document, value) pairs.

use crate::docs::DocSet;
use crate::index::Root;

/// Values chosen in a facet; documents with any of them pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The facet.
    pub facet: u8,
    /// Its values.
    pub values: Vec<u32>,
}

impl Root {
    /// True when documents were added without a word in them: their facts can
    /// be asked for, their texts have to be read.
    pub(crate) fn of_facts_alone(&self) -> bool {
        self.term_count == 0
    }

    /// The documents that may be of a day in a range. Undated ones never are.
    pub(crate) fn within(&self, first: i32, last: i32) -> DocSet {
        let mut set = DocSet::empty(self.documents);
        for (document, days) in (0..).zip(&self.days) {
            if days.0 <= days.1 && days.0 <= last && days.1 >= first {
                set.insert(document);
            }
        }
        set
    }

    /// Whether a document has a date.
    pub(crate) fn is_dated(&self, document: u32) -> bool {
        self.days
            .get(document as usize)
            .is_some_and(|days| days.0 <= days.1)
    }

    /// The documents of a value.
    fn holders(&self, facet: usize, value: usize) -> &[u32] {
        let Some(facet) = self.facets.get(facet) else {
            return &[];
        };
        let start = crate::dictionary::bound(&facet.ends, value);
        let end = facet.ends.get(value).map_or(start, |&end| end as usize);
        facet.documents.get(start..end).unwrap_or(&[])
    }
}

/// The filters of a question, as sets.
pub(crate) struct Pick<'a> {
    root: &'a Root,
    filters: Vec<(usize, DocSet)>,
    days: Option<DocSet>,
}

impl<'a> Pick<'a> {
    pub(crate) fn new(root: &'a Root, filters: &[Filter], days: Option<(i32, i32)>) -> Self {
        let mut sets = Vec::new();
        for filter in filters.iter().filter(|filter| !filter.values.is_empty()) {
            let facet = usize::from(filter.facet);
            let mut set = DocSet::empty(root.documents);
            for &value in &filter.values {
                for &document in root.holders(facet, value as usize) {
                    set.insert(document);
                }
            }
            sets.push((facet, set));
        }
        Self {
            root,
            filters: sets,
            days: days.map(|(first, last)| root.within(first, last)),
        }
    }

    /// What passes all filters but those on one facet.
    fn but(&self, base: &DocSet, facet: Option<usize>, days: bool) -> DocSet {
        let mut set = base.clone();
        for (of, filter) in &self.filters {
            if Some(*of) != facet {
                set.intersect(filter);
            }
        }
        if let Some(range) = self.days.as_ref().filter(|_| days) {
            set.intersect(range);
        }
        set
    }

    /// What passes all filters.
    pub(crate) fn all(&self, base: &DocSet) -> DocSet {
        self.but(base, None, true)
    }

    /// What passes all filters but the days.
    pub(crate) fn any_day(&self, base: &DocSet) -> DocSet {
        self.but(base, None, false)
    }

    /// For each facet and value how many there would be if it were not filtered.
    pub(crate) fn counts(&self, base: &DocSet) -> Vec<Vec<u32>> {
        let mut counts = Vec::new();
        for (at, facet) in self.root.facets.iter().enumerate() {
            let set = self.but(base, Some(at), true);
            let mut values = Vec::new();
            for value in 0..facet.ends.len() {
                let holders = self.root.holders(at, value);
                values.push(holders.iter().filter(|&&d| set.contains(d)).count() as u32);
            }
            counts.push(values);
        }
        counts
    }
}
