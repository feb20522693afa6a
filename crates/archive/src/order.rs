//! The reading order: newest first, undated last.
//!
//! The file's own order is kept where its dates allow it, since an archivist
//! often knows more than the dates say. Only an order that contradicts the
//! dates is replaced.

use crate::Edtf;
use std::cmp::Ordering;

/// The places 0 to `count` in an order; equals stay as they are.
///
/// The only sort in the crate: each further one would be compiled anew for its
/// type and its comparison.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&left, &right| compare(left, right));
    order
}

/// The places of the articles in reading order; none when the file's order stands.
pub(crate) fn reading_order(dates: &[Option<&Edtf>]) -> Option<Vec<usize>> {
    // Going down the file, the time it can be falls; an article that must be
    // later than that contradicts the order.
    let mut time = None;
    let kept = dates.iter().flatten().all(|date| {
        let possible = time.is_none_or(|time| date.earliest() <= time);
        time = Some(time.map_or(date.latest(), |time| date.latest().min(time)));
        possible
    });
    if kept {
        return None;
    }
    // No date is less than any: from the last down, the undated come last.
    Some(sorted(dates.len(), &|left, right| {
        let latest = |at: usize| dates[at].map(Edtf::latest);
        latest(right).cmp(&latest(left))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dates: &[&str], wanted: Option<&[usize]>) {
        let dates: Vec<Option<Edtf>> = dates.iter().map(|date| Edtf::parse(date)).collect();
        let dates: Vec<Option<&Edtf>> = dates.iter().map(Option::as_ref).collect();
        assert_eq!(reading_order(&dates).as_deref(), wanted);
    }

    #[test]
    fn an_order_the_dates_allow_is_kept() {
        check(&[], None);
        check(&["", ""], None);
        check(
            &[
                "2005-07-02",
                "2005-07",
                "2005-07-01",
                "2004",
                "2004-12-31",
                "",
            ],
            None,
        );
        check(&["2005", "", "2004"], None);
    }

    #[test]
    fn an_order_the_dates_forbid_is_replaced() {
        check(&["2003", "", "2005", "2004-03"], Some(&[2, 3, 0, 1]));
        check(&["2003-01", "2003-02", "2003-02-28"], Some(&[1, 2, 0]));
    }
}
