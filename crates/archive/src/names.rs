//! Names in use, each with a number that is its user's own.
//!
//! A map from texts to numbers: sorted runs of bounded length, one after the
//! other, so that no name and no order of names makes it slow. It is a good
//! deal smaller in a module than the standard library's tree, and needs no
//! hash that a hostile file could play against.

/// Runs are split at this length: moving so many entries for an insertion
/// takes about as long as finding its place, and a million names are a few
/// thousand runs.
const MOST_IN_RUN: usize = 512;

/// The map.
#[derive(Default)]
pub(crate) struct Names {
    /// Sorted and parted in order; none is empty.
    runs: Vec<Vec<(String, u32)>>,
}

impl Names {
    /// The run a name belongs to, and its place there or where it would stand.
    fn place(&self, name: &str) -> (usize, Result<usize, usize>) {
        let begins_before = |run: &Vec<(String, u32)>| *run[0].0 <= *name;
        let run = self.runs.partition_point(begins_before).saturating_sub(1);
        let place = match self.runs.get(run) {
            Some(entries) => entries.binary_search_by(|entry| (*entry.0).cmp(name)),
            None => Err(0),
        };
        (run, place)
    }

    /// A name's number.
    pub(crate) fn get(&self, name: &str) -> Option<u32> {
        let (run, place) = self.place(name);
        place.ok().map(|place| self.runs[run][place].1)
    }

    /// Takes a name that is free, with a number; false when it is in use.
    pub(crate) fn take(&mut self, name: &str, number: u32) -> bool {
        let (run, Err(place)) = self.place(name) else {
            return false;
        };
        if self.runs.is_empty() {
            self.runs.push(Vec::new());
        }
        let entries = &mut self.runs[run];
        entries.insert(place, (name.to_owned(), number));
        if entries.len() > MOST_IN_RUN {
            let rest = entries.split_off(MOST_IN_RUN / 2);
            self.runs.insert(run + 1, rest);
        }
        true
    }

    /// Counts a name once more; how often it was counted, this time included.
    pub(crate) fn count(&mut self, name: &str) -> u32 {
        if self.take(name, 1) {
            return 1;
        }
        let (run, place) = self.place(name);
        let number = &mut self.runs[run][place.unwrap_or(0)].1;
        *number += 1;
        *number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn behaves_as_a_map(steps in prop::collection::vec((0..3_u8, "[a-c]{0,3}"), 0..200)) {
            let mut names = Names::default();
            let mut map = BTreeMap::new();
            for (step, name) in steps {
                match step {
                    0 => prop_assert_eq!(names.get(&name), map.get(&name).copied()),
                    1 => {
                        prop_assert_eq!(names.take(&name, 7), !map.contains_key(&name));
                        map.entry(name).or_insert(7);
                    }
                    _ => {
                        let count = map.entry(name.clone()).or_insert(0);
                        *count += 1;
                        prop_assert_eq!(names.count(&name), *count);
                    }
                }
            }
        }
    }

    #[test]
    fn many_names_in_any_order() {
        let mut names = Names::default();
        // Multiplying by an odd number shuffles the 16-bit numbers.
        let name = |number: u16| number.wrapping_mul(40_503).to_string();
        for number in 0..20_000 {
            assert!(names.take(&name(number), u32::from(number)));
        }
        assert!(names.runs.iter().all(|run| run.len() <= MOST_IN_RUN));
        for number in 0..20_000 {
            assert_eq!(names.get(&name(number)), Some(u32::from(number)));
            assert!(!names.take(&name(number), 0));
        }
        assert_eq!(names.get("none"), None);
    }
}
