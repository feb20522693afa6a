//! The archive as columns: one short entry per article for each thing that can
//! be filtered, so that a pass over all of them is cheap.

use archive::{Archive, Edtf, Precision};

use super::filters::{Moment, YearOf};

/// What the filters need to know of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its year.
    pub year: YearOf,
    /// First and last month it may fall in, counted in months from year 0.
    pub months: Option<(i32, i32)>,
    /// The month it falls in, when it falls in one.
    pub month: Option<Moment>,
    /// Places in [`Archive::topics`].
    pub topics: Box<[u16]>,
    /// Places in [`Archive::author_names`].
    pub authors: Box<[u32]>,
    /// Whether its text survives.
    pub full_text: bool,
}

/// One [`Card`] per article, in the archive's order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// The cards.
    pub cards: Vec<Card>,
    /// Every year in use, newest first, undated last.
    pub years: Vec<YearOf>,
}

fn months_of(date: &Edtf) -> (i32, i32) {
    let month = |day: archive::Date| i32::from(day.year) * 12 + i32::from(day.month) - 1;
    (month(date.earliest()), month(date.latest()))
}

/// The last year that fits a [`YearOf`].
const LAST_YEAR: i32 = i16::MAX as i32;

/// A number for a year that sorts newest first, undated last.
fn back_from_the_end(year: YearOf) -> u64 {
    match year {
        YearOf::Year(year) => (LAST_YEAR - i32::from(year)) as u64,
        YearOf::Undated => u64::MAX,
    }
}

impl Catalogue {
    /// Reads the columns off an archive.
    #[must_use]
    pub fn new(archive: &Archive) -> Self {
        // Authors are looked up by name once per article; sorted, so that an
        // archive of many authors does not cost the product of both.
        let mut names: Vec<(&str, u32)> = archive
            .author_names
            .iter()
            .zip(0..)
            .map(|(name, at)| (name.as_str(), at))
            .collect();
        names.sort_unstable();
        let cards: Vec<Card> = archive
            .articles
            .iter()
            .map(|article| {
                let date = article.date.as_ref();
                let months = date.map(months_of);
                let year = date.and_then(Edtf::year);
                Card {
                    year: year.map_or(YearOf::Undated, YearOf::Year),
                    months,
                    month: date
                        .filter(|date| date.precision() >= Precision::Month)
                        .and_then(Edtf::month)
                        .map(|(year, month)| Moment {
                            year,
                            month: Some(month),
                        }),
                    topics: article.topics.as_slice().into(),
                    authors: article
                        .authors
                        .iter()
                        .filter_map(|name| {
                            let at = names.binary_search_by(|(held, _)| (*held).cmp(name));
                            at.ok().and_then(|at| names.get(at)).map(|(_, at)| *at)
                        })
                        .collect(),
                    full_text: article.body.survives(),
                }
            })
            .collect();
        let mut years: Vec<u64> = cards
            .iter()
            .map(|card| back_from_the_end(card.year))
            .collect();
        years.sort_unstable();
        years.dedup();
        let years = years.into_iter().map(|back| match i32::try_from(back) {
            Ok(back) => YearOf::Year((LAST_YEAR - back) as i16),
            Err(_) => YearOf::Undated,
        });
        Self {
            years: years.collect(),
            cards,
        }
    }
}
