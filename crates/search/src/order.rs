//! Sorting, twice and no more: code that every reader downloads is not made
//! anew for each type that is sorted.

/// Sorts numbers, fast. Most things to sort are pairs that fit one number.
#[inline(never)]
pub(crate) fn sort(numbers: &mut [u64]) {
    numbers.sort_unstable();
}

/// Two numbers as one that orders as the pair does.
pub(crate) fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// Sorts anything, by heap (Williams 1964): for short lists and rare occasions.
#[inline(never)]
pub(crate) fn sort_by(len: usize, list: &mut dyn List) {
    for root in (0..len / 2).rev() {
        sink(list, root, len);
    }
    for end in (1..len).rev() {
        list.swap(0, end);
        sink(list, 0, end);
    }
}

/// A list that [`sort_by`] can sort.
pub(crate) trait List {
    /// Whether one place belongs before another.
    fn less(&self, one: usize, other: usize) -> bool;
    /// Changes two places.
    fn swap(&mut self, one: usize, other: usize);
}

impl<T: Ord> List for Vec<T> {
    fn less(&self, one: usize, other: usize) -> bool {
        match (self.get(one), self.get(other)) {
            (Some(one), Some(other)) => one < other,
            _ => false,
        }
    }

    fn swap(&mut self, one: usize, other: usize) {
        if one.max(other) < self.len() {
            self.as_mut_slice().swap(one, other);
        }
    }
}

fn sink(list: &mut dyn List, mut root: usize, end: usize) {
    loop {
        let mut child = 2 * root + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && list.less(child, child + 1) {
            child += 1;
        }
        if !list.less(root, child) {
            return;
        }
        list.swap(root, child);
        root = child;
    }
}
