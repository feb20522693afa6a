//! Pages that the press itself wrote, read back exactly.
//!
//! They are known by their tags and their frame, and then nothing is guessed:
//! the headline, the byline, the note and the text stand where the reader's
//! own components put them, the date in the page's data.

use archive::{Article, Body, Headline, Supplied};
use serde_json::Value;

use super::data::Data;
use super::dom::{Dom, Id};
use crate::entry::Entry;

/// An article's page of ours.
pub fn read(dom: &Dom, data: &Data<'_>) -> Option<Entry> {
    if data.meta(&["dc.type"]) != Some("magazineArticle") {
        return None;
    }
    let main = with(dom, dom.top(), "id", "main")?;
    let article = dom
        .children(main)
        .find(|id| dom.tag(*id) == "article" && dom.attribute(*id, "class").is_none())?;
    let class = |name: &str| {
        dom.inside(article)
            .filter(|id| has_class(dom, *id, name))
            .collect::<Vec<_>>()
    };
    let byline = class("byline").first().copied()?;
    let headline = dom.find(article, &["h1"])?;
    let topics = class("kicker").first().map(|kicker| {
        let links = dom.children(*kicker).filter(|id| dom.tag(*id) == "a");
        links.map(|id| dom.text(id)).collect::<Vec<_>>()
    });
    // What the archivist supplied is marked in every language alike: a date in
    // square brackets, topics by their class.
    let supplied = Supplied {
        date: dom
            .children(byline)
            .any(|id| !has_class(dom, id, "author") && dom.text(id).starts_with('[')),
        topics: class("supplied").iter().any(|id| dom.tag(*id) == "a"),
        ..Supplied::default()
    };
    let date = ["datePublished", "temporal"]
        .iter()
        .find_map(|name| data.linked(name)?.as_str());
    let note = class("note")
        .iter()
        .find(|id| dom.tag(**id) == "aside")
        .and_then(|note| dom.find(*note, &["p"]));
    let body = match class("body").first() {
        Some(body) => Body::Html(super::written::all(dom, *body)),
        None => Body::Lost,
    };
    let lines: Vec<String> = split_at_breaks(dom, headline);
    let language = dom.attribute(article, "lang").map(str::to_owned);
    let lost = !body.survives();
    Some(Entry {
        article: Article {
            headline: Headline {
                text: dom.text(headline),
                lines: if lines.len() > 1 { lines } else { Vec::new() },
                derived: false,
            },
            summary: data
                .linked("description")
                .and_then(Value::as_str)
                .map(str::to_owned),
            authors: dom
                .inside(byline)
                .filter(|id| has_class(dom, *id, "author"))
                .map(|id| dom.text(id))
                .collect(),
            date: date.and_then(|date| crate::dates::read(date).date),
            language,
            supplied,
            note: note.map(|id| dom.text(id)),
            url: data
                .linked("isBasedOn")
                .and_then(Value::as_str)
                .and_then(crate::feeds::web),
            body,
            ..Article::default()
        },
        topics: topics.unwrap_or_default(),
        lost,
        ..Entry::default()
    })
}

/// Whether a page of ours is one about many articles or none.
#[must_use]
pub fn is_other(dom: &Dom, data: &Data<'_>) -> bool {
    let framed = with(dom, dom.top(), "id", "page").is_some()
        && with(dom, dom.top(), "id", "failure").is_some();
    framed && data.meta(&["dc.type"]).is_none()
}

fn with(dom: &Dom, from: Id, name: &str, value: &str) -> Option<Id> {
    dom.inside(from)
        .find(|id| dom.attribute(*id, name) == Some(value))
}

fn has_class(dom: &Dom, id: Id, name: &str) -> bool {
    dom.attribute(id, "class")
        .is_some_and(|classes| classes.split_whitespace().any(|class| class == name))
}

/// The lines of a headline: it is broken by `<br>` or by an element a line.
fn split_at_breaks(dom: &Dom, id: Id) -> Vec<String> {
    let mut lines = vec![String::new()];
    for inner in dom.inside(id) {
        if dom.is_text(inner) {
            if let Some(line) = lines.last_mut() {
                line.push_str(dom.words(inner));
            }
        } else if dom.tag(inner) == "br" {
            lines.push(String::new());
        }
    }
    let lines = lines
        .iter()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}
