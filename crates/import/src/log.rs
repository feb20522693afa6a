//! The problems found so far, and their counts.
//!
//! A source with many faults usually has one cause, and a hostile one must not
//! fill the memory with complaints: the first of them are kept, the rest are
//! only counted. The counts are of all.

use std::collections::BTreeMap;

use crate::problem::{Kind, Place, Problem, Severity};

/// So many problems are listed one by one.
const MOST_LISTED: usize = 10_000;

/// Problems found so far.
#[derive(Debug, Default)]
pub struct Log {
    listed: Vec<Problem>,
    counts: BTreeMap<(Severity, &'static str), u64>,
    unlisted: u64,
}

impl Log {
    /// Notes a problem.
    pub fn note(&mut self, place: Place, severity: Severity, kind: Kind) {
        *self.counts.entry((severity, kind.reason())).or_default() += kind.count();
        if self.listed.len() < MOST_LISTED {
            self.listed.push(Problem {
                place,
                severity,
                kind,
            });
        } else {
            self.unlisted += 1;
        }
    }

    /// The first of them.
    #[must_use]
    pub fn listed(&self) -> &[Problem] {
        &self.listed
    }

    /// How many more there are than are listed.
    #[must_use]
    pub fn unlisted(&self) -> u64 {
        self.unlisted
    }

    /// How often each thing happened, by what it cost and its name.
    pub fn counts(&self) -> impl Iterator<Item = (Severity, &'static str, u64)> + '_ {
        self.counts
            .iter()
            .map(|((severity, reason), count)| (*severity, *reason, *count))
    }

    /// Whether nothing was wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
}
