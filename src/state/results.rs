//! What a reader's question finds: articles in order, live counts for every
//! choice, and what there is to say about the words.
//!
//! A count says how many articles a choice would show with all *other* filters
//! in force. Everything is asked of the engine; until it has read the texts, of
//! an index that holds the facts alone, which reads them at each question.

use search::{Index, Marker, Remark, Report, Request};

use super::documents::{self, Lent, facet};
use super::filters::{Filters, Order};
use super::library::{SharedArchive, SharedIndex};
use super::same::Same;

/// An article found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Its place in the archive.
    pub at: usize,
    /// False for one that lacks a word.
    pub whole: bool,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Results {
    /// The first of them, in the order asked for.
    pub hits: Vec<Found>,
    /// How many there are.
    pub total: usize,
    /// How many more lack a word; they follow.
    pub near: usize,
    /// True when no article has all words: these have some.
    pub relaxed: bool,
    /// One count per topic of the archive.
    pub topics: Vec<u32>,
    /// One count per author of the archive.
    pub authors: Vec<u32>,
    /// One count per year of the catalogue.
    pub years: Vec<u32>,
    /// Articles with their text.
    pub full_text: u32,
    /// Articles without.
    pub headline_only: u32,
    /// One count per bar of the timeline.
    pub bars: Vec<usize>,
    /// How each word fared.
    pub words: Vec<Report>,
    /// What was odd in the question.
    pub remarks: Vec<Remark>,
    /// Marks what matched.
    pub marker: Marker,
    /// True while the texts are still being read for the index.
    pub by_scan: bool,
}

/// What was asked, and what was found.
pub struct Answer {
    /// What was asked.
    pub filters: Filters,
    /// What was found.
    pub results: Results,
}

/// An answer, shared.
pub type SharedAnswer = Same<Answer>;

/// Finds what the filters ask for, the first `most` of it.
#[must_use]
pub fn results(
    archive: &SharedArchive,
    index: Option<&SharedIndex>,
    filters: &Filters,
    most: usize,
) -> Results {
    let shelf = archive.shelf();
    let (query, remarks) = search::parse(&filters.words);
    let by_scan = index.is_none() && !filters.words.is_empty();
    let index: &Index = index.map_or(&shelf.facts, |index| index);
    let asked = documents::filters(archive, &shelf.catalogue, filters);
    let request = Request {
        query: &query,
        filters: &asked,
        days: documents::days_of_span(filters.from, filters.to),
        order: match filters.order() {
            Order::Best => search::Order::Best,
            Order::Newest => search::Order::Newest,
            Order::Oldest => search::Order::Oldest,
        },
        limit: most,
    };
    let answer = index.search(&request, &mut Lent(archive));
    let mut counts = answer.counts;
    let mut counted = |facet: u8, values: usize| {
        let held = counts.get_mut(usize::from(facet));
        let mut held = held.map(std::mem::take).unwrap_or_default();
        held.resize(values, 0);
        held
    };
    let mut bars = vec![0; shelf.timeline.bars.len()];
    for document in answer.any_day.iter() {
        let card = shelf.catalogue.cards.get(document as usize);
        if let Some(bar) = card.and_then(|card| shelf.timeline.bar_of(card)) {
            bars[bar] += 1;
        }
    }
    let survival = counted(facet::SURVIVAL, 2);
    Results {
        hits: answer
            .hits
            .iter()
            .map(|hit| Found {
                at: hit.document as usize,
                whole: hit.whole || answer.relaxed,
            })
            .filter(|found| found.whole || filters.near)
            .collect(),
        total: answer.total as usize,
        near: answer.near as usize,
        relaxed: answer.relaxed,
        topics: counted(facet::TOPIC, archive.topics.len()),
        authors: counted(facet::AUTHOR, archive.author_names.len()),
        years: counted(facet::YEAR, shelf.catalogue.years.len()),
        full_text: survival[0],
        headline_only: survival[1],
        bars,
        words: answer.words,
        remarks,
        marker: answer.marker,
        by_scan,
    }
}

/// What marks the words of a question in a text.
#[must_use]
pub fn marker(archive: &SharedArchive, index: Option<&SharedIndex>, words: &str) -> Marker {
    let asked = Filters {
        words: words.to_owned(),
        ..Filters::default()
    };
    results(archive, index, &asked, 0).marker
}
