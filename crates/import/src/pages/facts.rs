//! What a page says of its article: headline, byline, date and the rest.
//!
//! Asked in the order of how surely they know: data for machines (JSON-LD,
//! citation tags), tags for previews, marked elements, then the words around
//! the text, then the page's address. What people read and what machines read
//! often differ by the site's name; it is taken off.

use super::Patterns;
use super::data::Data;
use super::dom::Dom;
use super::lines::{is_heading, same};
use super::{byline, dateline, headline};
use crate::feeds::{is_language, web};

/// What a page says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// The headline.
    pub headline: String,
    /// The page's title as it is.
    pub title: String,
    /// Whether more than the title says that this is the headline.
    pub sure: bool,
    /// The names in the byline.
    pub authors: Vec<String>,
    /// The date as written.
    pub date: Option<String>,
    /// A summary for machines.
    pub summary: Option<String>,
    /// Where the page stood.
    pub url: Option<String>,
    /// Its language.
    pub language: Option<String>,
    /// The name of its site.
    pub site: Option<String>,
    /// Topics.
    pub topics: Vec<String>,
}

/// What a page says, before its main text is known.
#[must_use]
pub fn facts(dom: &Dom, data: &Data<'_>, patterns: &Patterns) -> Facts {
    let site = data
        .meta(&[
            "og:site_name",
            "application-name",
            "citation_journal_title",
            "prism.publicationname",
        ])
        .map(str::to_owned);
    let topics: Vec<String> = data
        .all("article:tag")
        .chain(data.all("citation_keywords"))
        .flat_map(|tags| tags.split([',', ';']))
        .map(|tag| tag.trim().to_owned())
        .collect();
    let canonical = dom
        .inside(dom.top())
        .find(|id| dom.tag(*id) == "link" && dom.attribute(*id, "rel") == Some("canonical"));
    let url = canonical
        .and_then(|id| dom.attribute(id, "href"))
        .or_else(|| {
            data.meta(&[
                "og:url",
                "citation_public_url",
                "citation_abstract_html_url",
            ])
        })
        .and_then(web);
    let language = dom
        .attribute(dom.top(), "lang")
        .or_else(|| data.meta(&["citation_language", "content-language", "language"]));
    let language = language
        .map(|tag| tag.replace('_', "-"))
        .filter(|tag| is_language(tag));
    let headline = headline::headline(dom, data, site.as_deref(), patterns);
    let heading = dom
        .inside(dom.top())
        .find(|id| is_heading(dom, *id) && same(&dom.start(*id, headline::LONGEST), &headline));
    Facts {
        authors: byline::authors(dom, data, heading),
        date: dateline::date(dom, data, heading),
        sure: heading.is_some()
            || data.linked("headline").is_some()
            || data.meta(&["og:title", "citation_title"]).is_some(),
        headline,
        title: dom
            .find(dom.top(), &["title"])
            .map(|id| dom.start(id, headline::LONGEST))
            .unwrap_or_default(),
        summary: data
            .meta(&[
                "og:description",
                "description",
                "dc.description",
                "twitter:description",
            ])
            .map(str::to_owned),
        url,
        language,
        site,
        topics,
    }
}
