//! What both feeds say of an article.
//!
//! Feeds hold the newest articles only; the whole archive is `articles.json`,
//! itself a feed. Bodies travel as plain text: no markup from an archive is
//! passed on to a feed reader.

use archive::{Archive, Article, Body, Date, Supplied};
use import::ours::BREAK;
use reader::route::Route;
use reader::words::{Word, fill, say};

use super::base::{self, BaseUrl};
use super::{dates, identity};

/// How many of the newest articles a feed holds: what feed readers keep anyway.
const NEWEST: usize = 50;

/// One article, as feeds tell it.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The article.
    pub article: &'a Article,
    /// An IRI for ever.
    pub id: String,
    /// Absolute with a base URL, else relative to the folder.
    pub address: String,
    /// Labels.
    pub topics: Vec<&'a str>,
    /// The day the source states, if it does.
    pub published: Option<Date>,
    /// See [`dates::updated`].
    pub updated: Date,
    /// The text, or that there is none, and the archivist's note.
    pub text: String,
}

/// The newest articles.
pub fn newest<'a>(archive: &'a Archive, base: Option<&BaseUrl>) -> Vec<Entry<'a>> {
    let oldest = dates::oldest(archive);
    archive
        .articles
        .iter()
        .take(NEWEST)
        .map(|article| Entry {
            article,
            id: identity::permanent(&archive.title, &article.id),
            address: base::written(base, &Route::article(&article.slug).address()),
            topics: article
                .topics
                .iter()
                .filter_map(|&at| archive.topics.get(usize::from(at)))
                .map(|topic| topic.label.as_str())
                .collect(),
            published: dates::stated_day(article),
            updated: dates::updated(article, oldest),
            text: text(article),
        })
        .collect()
}

fn text(article: &Article) -> String {
    let mut text = match &article.body {
        Body::Lost => say(Word::OnlyHeadline).to_owned(),
        body => body.plain_text(),
    };
    if let Some(note) = &article.note {
        text.push_str(BREAK);
        text.push_str(&fill(Word::NotePassage, &[note]));
    }
    text
}

/// What of an article the archivist supplied, in the words of the format.
pub fn supplied(article: &Article) -> Vec<&'static str> {
    let Supplied {
        date,
        topics,
        headline,
        authors,
    } = article.supplied;
    let all = [
        (date && article.date.is_some(), "date"),
        (topics && !article.topics.is_empty(), "tags"),
        (headline, "headline"),
        (authors && !article.authors.is_empty(), "authors"),
    ];
    all.into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, name)| name)
        .collect()
}
