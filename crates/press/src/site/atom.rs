//! `feed.xml`: the newest articles as Atom (RFC 4287).
//!
//! Without a base URL the links are relative to the feed, as the RFC allows.
//! Every entry has what the RFC demands: an id that never changes, a title, an
//! `updated` (see [`super::dates::updated`] for undated articles) and, through
//! the feed, an author. What Atom cannot say (an uncertain date, what the
//! archivist supplied) stands beside it in elements of our own, which feed
//! readers pass over and `backissue import` reads back.

use std::fmt::Write as _;

use archive::{Archive, Article};

use super::base::{self, BaseUrl};
use super::entries::{Entry, supplied};
use super::{dates, identity};
use crate::html::Escaped;

/// The feed as XML.
pub fn feed(archive: &Archive, entries: &[Entry<'_>], base: Option<&BaseUrl>) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:archive=\"",
    );
    out.push_str(import::ours::NAMESPACE);
    out.push('"');
    if let Some(language) = &archive.language {
        let _ = write!(out, " xml:lang=\"{}\"", Escaped(language));
    }
    out.push_str(">\n");
    let updated = entries
        .iter()
        .map(|entry| entry.updated)
        .max()
        .unwrap_or_else(|| dates::oldest(archive));
    element(&mut out, "id", &identity::permanent(&archive.title, ""));
    element(&mut out, "title", &archive.title);
    if let Some(subtitle) = &archive.subtitle {
        element(&mut out, "subtitle", subtitle);
    }
    element(&mut out, "updated", &dates::instant(updated));
    link(
        &mut out,
        "self",
        "application/atom+xml",
        &base::written(base, "feed.xml"),
    );
    link(
        &mut out,
        "alternate",
        "text/html",
        &base::written(base, "./"),
    );
    let archive_name = std::slice::from_ref(&archive.title);
    authors(
        &mut out,
        if archive.authors.is_empty() {
            archive_name
        } else {
            &archive.authors
        },
    );
    if let Some(rights) = &archive.rights {
        element(&mut out, "rights", rights);
    }
    element(&mut out, "generator", "Backissue");
    for one in entries {
        entry(&mut out, one);
    }
    out.push_str("</feed>\n");
    out
}

fn entry(out: &mut String, entry: &Entry<'_>) {
    out.push_str("<entry>\n");
    element(out, "id", &entry.id);
    element(out, "title", &entry.article.headline.text);
    element(out, "updated", &dates::instant(entry.updated));
    if let Some(day) = entry.published {
        element(out, "published", &dates::instant(day));
    }
    authors(out, &entry.article.authors);
    link(out, "alternate", "text/html", &entry.address);
    for topic in &entry.topics {
        let _ = writeln!(out, "<category term=\"{}\"/>", Escaped(topic));
    }
    if let Some(summary) = &entry.article.summary {
        element(out, "summary", summary);
    }
    element(out, "content", &entry.text);
    ours(out, entry.article);
    out.push_str("</entry>\n");
}

/// What Atom cannot say.
fn ours(out: &mut String, article: &Article) {
    if let Some(date) = &article.date {
        element(out, "archive:date", date.source());
    }
    let supplied = supplied(article);
    if !supplied.is_empty() {
        element(out, "archive:supplied", &supplied.join(" "));
    }
    if let Some(note) = &article.note {
        element(out, "archive:note", note);
    }
    if !article.body.survives() {
        out.push_str("<archive:lost/>\n");
    }
}

fn authors(out: &mut String, names: &[String]) {
    for name in names {
        let _ = writeln!(out, "<author><name>{}</name></author>", Escaped(name));
    }
}

fn link(out: &mut String, rel: &str, kind: &str, href: &str) {
    let _ = writeln!(
        out,
        "<link rel=\"{rel}\" type=\"{kind}\" href=\"{}\"/>",
        Escaped(href)
    );
}

fn element(out: &mut String, name: &str, text: &str) {
    let _ = writeln!(out, "<{name}>{}</{name}>", Escaped(text));
}
