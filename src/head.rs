//! What a page says of itself in its head: title, description, and the tags
//! that search engines, link previews and reference managers read.
//!
//! One list for both sides: the press writes it into files, the browser keeps
//! it true while the reader moves. No markup here; names and contents only.

use archive::{Archive, Article};

use crate::route::Route;
use crate::state::library::SharedArchive;
use crate::words::{Word, fill, machine_date, say};

/// How a tag names itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// `<meta name>`.
    Name(&'static str),
    /// `<meta property>`, as Open Graph wants.
    Property(&'static str),
}

/// What a page says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The title.
    pub title: String,
    /// All `<meta>` tags that change from page to page, the description first.
    pub tags: Vec<(Key, String)>,
}

/// Longest description: search pages and previews cut about here.
const MOST_DESCRIPTION: usize = 200;

/// What `route` says of itself.
#[must_use]
pub fn head(archive: &SharedArchive, route: &Route) -> Head {
    let name = archive.title.as_str();
    let article = match route {
        Route::Article(slug, _) => archive.find(slug).and_then(|at| archive.articles.get(at)),
        _ => None,
    };
    let own = match (route, article) {
        (_, Some(article)) => Some(article.headline.text.clone()),
        (Route::About, _) => Some(say(Word::About).to_owned()),
        (Route::Year(year), _) => Some(crate::words::year_name(*year)),
        (Route::NotFound | Route::Article(..), None) => Some(say(Word::NotFound).to_owned()),
        (Route::Front(filters), _) if !filters.words.is_empty() => {
            Some(fill(Word::Quoted, &[&filters.words]))
        }
        _ => None,
    };
    let title = match &own {
        Some(own) => [own, " · ", name].concat(),
        None => name.to_owned(),
    };
    let description = shortened(&article.map_or_else(
        || {
            let said = archive
                .description
                .as_deref()
                .or(archive.subtitle.as_deref());
            said.unwrap_or(name).to_owned()
        },
        |article| about_article(archive, article),
    ));
    let mut tags = vec![
        (Key::Name("description"), description.clone()),
        (Key::Property("og:site_name"), name.to_owned()),
        (
            Key::Property("og:title"),
            own.unwrap_or_else(|| name.to_owned()),
        ),
        (Key::Property("og:description"), description),
        (
            Key::Property("og:type"),
            if article.is_some() {
                "article"
            } else {
                "website"
            }
            .to_owned(),
        ),
    ];
    if let Some(article) = article {
        citation(archive, article, &mut tags);
    }
    Head { title, tags }
}

fn about_article(archive: &Archive, article: &Article) -> String {
    if let Some(summary) = article.summary.as_ref().or(article.note.as_ref()) {
        return summary.clone();
    }
    let text = article.body.plain_text();
    if text.trim().is_empty() {
        fill(
            Word::LostDescription,
            &[&article.headline.text, &archive.title],
        )
    } else {
        text
    }
}

fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = text.char_indices().nth(MOST_DESCRIPTION) else {
        return text;
    };
    let whole = text.as_bytes()[..cut]
        .iter()
        .rposition(|&byte| byte == b' ');
    let whole = whole.unwrap_or(cut);
    [&text[..whole], "…"].concat()
}

/// Whether a machine's date names a day; a minus in front belongs to the year.
fn by_day(date: &str) -> bool {
    date.trim_start_matches('-').split('-').count() == 3
}

/// The tags from which Zotero's Embedded Metadata translator makes a
/// magazineArticle: any item type is taken from `dc.type`, while
/// `citation_journal_title` would force a journal article, so the magazine's
/// name goes into `prism.publicationName`.
fn citation(archive: &Archive, article: &Article, tags: &mut Vec<(Key, String)>) {
    let mut tag = |name: &'static str, content: &str| {
        tags.push((Key::Name(name), content.to_owned()));
    };
    tag("dc.type", "magazineArticle");
    tag("citation_title", &article.headline.text);
    for author in &article.authors {
        tag("citation_author", author);
    }
    tag("prism.publicationName", &archive.title);
    if let Some(mut date) = article.date.as_ref().and_then(machine_date) {
        if article.supplied.date {
            // A day that only the archivist gives is not to be cited as one.
            date.truncate(date.len() - if by_day(&date) { "-07".len() } else { 0 });
        }
        tag("citation_publication_date", &date);
    }
    if let Some(language) = article.language.as_ref().or(archive.language.as_ref()) {
        tag("citation_language", language);
    }
    for topic in article
        .topics
        .iter()
        .filter_map(|&at| archive.topics.get(at as usize))
    {
        tag("citation_keywords", &topic.label);
    }
}
