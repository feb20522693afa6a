//! The timeline: bars by month for a short archive, by year for a long one.

use super::catalogue::{Card, Catalogue};
use super::filters::{Filters, Moment, YearOf};

/// The longest span shown by month: beyond it a bar on a phone would be
/// narrower than a finger can tell apart, and years say more.
const MOST_MONTHS: i32 = 60;

/// Bars by month leave out what is known by year only; they are drawn when at
/// least this share of the dated articles, in percent, has a month.
const ENOUGH_PLACED: usize = 80;

/// Most bars by year; an archive of outliers (a year 1 among 2003s) is cut to
/// its newest years rather than drawn as a comb.
const MOST_YEARS: i32 = 120;

/// A run of bars without gaps, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// The bars.
    pub bars: Vec<Moment>,
}

impl Timeline {
    /// The bars a catalogue asks for; none when fewer than two have a date.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        let months = catalogue
            .cards
            .iter()
            .filter_map(|card| card.month.map(Moment::first_month));
        let by_month = months
            .clone()
            .min()
            .zip(months.max())
            .filter(|(first, last)| last - first < MOST_MONTHS);
        let dated = |card: &&Card| card.year != YearOf::Undated;
        let all = catalogue.cards.iter().filter(dated).count();
        let placed = catalogue.cards.iter().filter(|card| card.month.is_some());
        let enough = placed.count() * 100 >= all * ENOUGH_PLACED;
        if let Some((first, last)) = by_month.filter(|_| enough) {
            let bars = (first..=last).map(|month| Moment {
                year: month.div_euclid(12) as i16,
                month: Some((month.rem_euclid(12) + 1) as u8),
            });
            return Self::worth_drawing(bars.collect());
        }
        let years = catalogue.cards.iter().filter_map(|card| match card.year {
            YearOf::Year(year) => Some(i32::from(year)),
            YearOf::Undated => None,
        });
        let (Some(first), Some(last)) = (years.clone().min(), years.max()) else {
            return Self::default();
        };
        let bars = (first.max(last - MOST_YEARS + 1)..=last).map(|year| Moment {
            year: year as i16,
            month: None,
        });
        Self::worth_drawing(bars.collect())
    }

    fn worth_drawing(bars: Vec<Moment>) -> Self {
        Self {
            bars: if bars.len() < 2 { Vec::new() } else { bars },
        }
    }

    /// The bar a card stands in.
    #[must_use]
    pub fn bar_of(&self, card: &Card) -> Option<usize> {
        let first = self.bars.first()?;
        let at = match (first.month, card.month, card.year) {
            (Some(_), Some(month), _) => month.first_month() - first.first_month(),
            (None, _, YearOf::Year(year)) => i32::from(year) - i32::from(first.year),
            _ => return None,
        };
        usize::try_from(at).ok().filter(|at| *at < self.bars.len())
    }

    /// Whether a bar lies inside the span the filters ask for.
    #[must_use]
    pub fn chosen(&self, bar: Moment, filters: &Filters) -> bool {
        (filters.from.is_some() || filters.to.is_some())
            && filters
                .from
                .is_none_or(|from| bar.last_month() >= from.first_month())
            && filters
                .to
                .is_none_or(|to| bar.first_month() <= to.last_month())
    }

    /// The filters with the span from one bar to another, in either order; the
    /// span that is already in force is taken off again.
    #[must_use]
    pub fn with_span(&self, filters: &Filters, one: usize, other: usize) -> Filters {
        let (from, to) = (self.bars.get(one.min(other)), self.bars.get(one.max(other)));
        let mut next = Filters {
            more: 0,
            ..filters.clone()
        };
        let same = filters.from.as_ref() == from && filters.to.as_ref() == to;
        next.from = from.copied().filter(|_| !same);
        next.to = to.copied().filter(|_| !same);
        next
    }
}
