//! What the filters find: articles in order, and live counts for every choice.
//!
//! A count says how many articles a choice would show with all *other* filters
//! in force. One pass over the cards, whatever is asked.

use prefix::{DocSet, contains_words, words};

use super::catalogue::Card;
use super::filters::{Filters, Order, Survival, YearOf};
use super::library::{SharedArchive, SharedIndex};
use super::same::Same;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// Places in the archive, in the order asked for.
    pub articles: Vec<usize>,
    /// One count per topic of the archive.
    pub topics: Vec<usize>,
    /// One count per author of the archive.
    pub authors: Vec<usize>,
    /// One count per year of the catalogue.
    pub years: Vec<usize>,
    /// Articles with their text.
    pub full_text: usize,
    /// Articles without.
    pub headline_only: usize,
    /// One count per bar of the timeline.
    pub bars: Vec<usize>,
    /// True when words were matched against headlines alone, because the index
    /// is not there yet.
    pub headlines_only: bool,
}

/// What was asked, and what was found.
pub struct Answer {
    /// What was asked; how much of it is shown does not matter here.
    pub filters: Filters,
    /// What was found.
    pub results: Results,
}

/// An answer, shared.
pub type SharedAnswer = Same<Answer>;

/// The filters a card fails, one bit each.
mod fails {
    pub const WORDS: u8 = 1;
    pub const TOPIC: u8 = 1 << 1;
    pub const AUTHOR: u8 = 1 << 2;
    pub const YEAR: u8 = 1 << 3;
    pub const SURVIVAL: u8 = 1 << 4;
    pub const SPAN: u8 = 1 << 5;
}

/// The filters with names looked up.
struct Asked<'a> {
    filters: &'a Filters,
    topics: Vec<u16>,
    authors: Vec<u32>,
    matching: Option<DocSet>,
}

impl Asked<'_> {
    fn failed_by(&self, at: usize, card: &Card) -> u8 {
        let mut failed = 0;
        let mut unless = |holds: bool, bit: u8| {
            if !holds {
                failed |= bit;
            }
        };
        let filters = self.filters;
        unless(
            self.matching.as_ref().is_none_or(|set| set.contains(at)),
            fails::WORDS,
        );
        unless(
            filters.topics.is_empty() || card.topics.iter().any(|t| self.topics.contains(t)),
            fails::TOPIC,
        );
        unless(
            filters.authors.is_empty() || card.authors.iter().any(|a| self.authors.contains(a)),
            fails::AUTHOR,
        );
        unless(
            filters.years.is_empty() || filters.years.contains(&card.year),
            fails::YEAR,
        );
        unless(
            filters
                .survival
                .is_none_or(|wanted| (wanted == Survival::FullText) == card.full_text),
            fails::SURVIVAL,
        );
        unless(within(filters, card), fails::SPAN);
        failed
    }
}

/// Whether a card may fall in the span: an uncertain date is shown when any day
/// of it lies inside; an undated article only when no span is asked for.
fn within(filters: &Filters, card: &Card) -> bool {
    if filters.from.is_none() && filters.to.is_none() {
        return true;
    }
    let Some((first, last)) = card.months else {
        return false;
    };
    filters.from.is_none_or(|from| last >= from.first_month())
        && filters.to.is_none_or(|to| first <= to.last_month())
}

/// The documents that hold the words, and whether only headlines were looked at.
fn matching(
    archive: &SharedArchive,
    index: Option<&SharedIndex>,
    typed: &str,
) -> (Option<DocSet>, bool) {
    let wanted = words(typed);
    if wanted.is_empty() {
        return (None, false);
    }
    if let Some(index) = index {
        return (Some(index.matching(&wanted, archive.articles.len())), false);
    }
    let mut found = DocSet::empty(archive.articles.len());
    for (at, article) in archive.articles.iter().enumerate() {
        if contains_words(&article.headline.text, &wanted) {
            found.insert(at);
        }
    }
    (Some(found), true)
}

/// Finds what the filters ask for.
#[must_use]
pub fn results(archive: &SharedArchive, index: Option<&SharedIndex>, filters: &Filters) -> Results {
    let shelf = archive.shelf();
    let (matching, headlines_only) = matching(archive, index, &filters.words);
    let place = |list: &[String], name: &String| list.iter().position(|held| held == name);
    let asked = Asked {
        filters,
        topics: filters
            .topics
            .iter()
            .filter_map(|slug| archive.topics.iter().position(|topic| topic.slug == *slug))
            .filter_map(|at| u16::try_from(at).ok())
            .collect(),
        authors: filters
            .authors
            .iter()
            .filter_map(|name| place(&archive.author_names, name))
            .filter_map(|at| u32::try_from(at).ok())
            .collect(),
        matching,
    };
    let mut found = Results {
        topics: vec![0; archive.topics.len()],
        authors: vec![0; archive.author_names.len()],
        years: vec![0; shelf.catalogue.years.len()],
        bars: vec![0; shelf.timeline.bars.len()],
        headlines_only,
        ..Results::default()
    };
    for (at, card) in shelf.catalogue.cards.iter().enumerate() {
        let failed = asked.failed_by(at, card);
        let but = |bit: u8| failed & !bit == 0;
        if failed == 0 {
            found.articles.push(at);
        }
        if but(fails::TOPIC) {
            for &topic in &card.topics {
                bump(&mut found.topics, topic as usize);
            }
        }
        if but(fails::AUTHOR) {
            for &author in &card.authors {
                bump(&mut found.authors, author as usize);
            }
        }
        if but(fails::YEAR)
            && let Some(year) = shelf.catalogue.years.iter().position(|y| *y == card.year)
        {
            bump(&mut found.years, year);
        }
        if but(fails::SURVIVAL) {
            let count = if card.full_text {
                &mut found.full_text
            } else {
                &mut found.headline_only
            };
            *count += 1;
        }
        if but(fails::SPAN)
            && let Some(bar) = shelf.timeline.bar_of(card)
        {
            bump(&mut found.bars, bar);
        }
    }
    if filters.order == Order::Oldest {
        let cards = &shelf.catalogue.cards;
        found.articles.reverse();
        found.articles.sort_by_key(|&at| {
            cards
                .get(at)
                .is_none_or(|card| card.year == YearOf::Undated)
        });
    }
    found
}

fn bump(counts: &mut [usize], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}
