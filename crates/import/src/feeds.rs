//! RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and WordPress exports, which are
//! RSS with more in it.
//!
//! One pass over the events. What an element means is told by its name, and
//! where two formats use one name, by the root. A dead site's feed is seldom
//! what its standard says, so nothing is demanded: fields may come in any
//! order, twice, escaped or bare, in the wrong namespace.

mod base64;
mod building;
mod fields;
mod texts;

use archive::Link;

use crate::desk::{Desk, Page};
use crate::problem::{Kind, Severity, quoted};
use crate::wordpress::Blog;
use crate::xml::{Event, Name, Space, Xml, attribute};

pub(crate) use building::Building;
pub(crate) use fields::content;
pub(crate) use texts::Text;

/// Elements that begin or end an entry or the feed: a field that is not closed
/// ends where one of these stands.
const AROUND: &[&str] = &[
    "item",
    "entry",
    "channel",
    "feed",
    "rss",
    "rdf:RDF",
    "rss:item",
    "atom:entry",
    "atom:feed",
];

/// Which family a feed is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// RSS of any version.
    Rss,
    /// Atom.
    Atom,
}

/// What is known of the feed while it is read.
pub(crate) struct Feed {
    /// Its family.
    pub family: Family,
    /// Where relative addresses are taken from.
    pub base: Option<String>,
    /// Written by Backissue itself: then what it had to make up is known.
    pub ours: bool,
    /// What WordPress says beside.
    pub blog: Blog,
}

/// Reads a feed.
pub fn read(desk: &mut Desk<'_>, page: &Page) {
    let mut xml = Xml::new(page.as_str());
    let mut feed = Feed {
        family: Family::Rss,
        base: None,
        ours: false,
        blog: Blog::default(),
    };
    let mut entry: Option<Building> = None;
    let mut attached = 0;
    let (mut begun, mut ended) = (false, false);
    let before = desk.counts.read;
    while let Some(event) = xml.next() {
        let at = xml.at();
        match event {
            Event::Open(name, attributes, empty) => match name.local {
                "rss" | "RDF" => {
                    (feed.family, begun) = (Family::Rss, true);
                    whole(desk, &mut feed, attributes);
                }
                "feed" => {
                    (feed.family, begun) = (Family::Atom, true);
                    whole(desk, &mut feed, attributes);
                }
                "channel" => begun = true,
                "item" | "entry" if is_entry(name) => {
                    if let Some(open) = entry.take() {
                        let kind = Kind::Unclosed(quoted(name.whole));
                        desk.note(page, open.at, Severity::Repaired, kind);
                        finish(desk, page, &mut feed, open, &mut attached);
                    }
                    // An entry outside of any feed is Atom's, and a whole document.
                    if !begun && name.local == "entry" {
                        (feed.family, begun, ended) = (Family::Atom, true, true);
                        whole(desk, &mut feed, attributes);
                    }
                    let mut new = Building::new(at);
                    new.about = attribute(attributes, "rdf:about");
                    new.language = attribute(attributes, "xml:lang");
                    new.base = attribute(attributes, "xml:base");
                    if empty {
                        finish(desk, page, &mut feed, new, &mut attached);
                    } else {
                        entry = Some(new);
                    }
                }
                _ => match &mut entry {
                    Some(entry) => {
                        fields::of_entry(&mut xml, &feed, entry, name, attributes, empty);
                    }
                    None => fields::of_feed(desk, &mut xml, &mut feed, name, attributes, empty),
                },
            },
            Event::Close(name) => match name.local {
                "item" | "entry" if is_entry(name) => match entry.take() {
                    Some(open) => finish(desk, page, &mut feed, open, &mut attached),
                    None => desk.note(
                        page,
                        at,
                        Severity::Repaired,
                        Kind::Unopened(quoted(name.whole)),
                    ),
                },
                "rss" | "RDF" | "feed" => ended = true,
                // A group of media is passed through for what it holds.
                "channel" | "group" => {}
                _ => desk.note(
                    page,
                    at,
                    Severity::Repaired,
                    Kind::Unopened(quoted(name.whole)),
                ),
            },
            Event::Text(..) => {}
        }
        tell(desk, page, &mut xml);
    }
    tell(desk, page, &mut xml);
    if let Some(open) = entry.take() {
        desk.note(page, open.at, Severity::Dropped, Kind::CutShort);
        finish(desk, page, &mut feed, open, &mut attached);
    } else if !begun && desk.spool.is_empty() {
        let kind = Kind::NoArticles("XML but no feed");
        desk.note_file(&page.label, Severity::Dropped, kind);
    } else if ended && desk.counts.read == before && !feed.blog.passed_any() {
        let kind = Kind::NoArticles("a feed without entries");
        desk.note_file(&page.label, Severity::Dropped, kind);
    } else if !ended {
        let end = page.as_str().len();
        desk.note(page, end, Severity::Dropped, Kind::CutShort);
    }
    if attached > 0 {
        desk.note_file(&page.label, Severity::Dropped, Kind::Attachments(attached));
    }
    feed.blog.finish(desk, page);
}

/// Passes on what the XML's reader found wrong since the last time.
fn tell(desk: &mut Desk<'_>, page: &Page, xml: &mut Xml<'_>) {
    for (at, kind) in std::mem::take(&mut xml.problems) {
        let lost = matches!(kind, Kind::CutShort | Kind::LongBody(_));
        let severity = if lost {
            Severity::Dropped
        } else {
            Severity::Repaired
        };
        desk.note(page, at, severity, kind);
    }
}

/// What the root says of the whole.
fn whole(desk: &mut Desk<'_>, feed: &mut Feed, attributes: &str) {
    feed.base = attribute(attributes, "xml:base");
    feed.ours |= attributes.contains(crate::xml::ARCHIVE);
    if desk.head.language.is_none() {
        desk.head.language = attribute(attributes, "xml:lang").filter(|tag| is_language(tag));
    }
}

fn finish(desk: &mut Desk<'_>, page: &Page, feed: &mut Feed, open: Building, attached: &mut u32) {
    *attached += open.attached;
    building::finish(desk, page, feed, open);
}

/// Whether a text looks like a BCP 47 tag.
pub(crate) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// A whole address on the web, or none.
pub(crate) fn web(text: &str) -> Option<String> {
    match Link::parse(text.trim())? {
        Link::Outside(address) if address.starts_with("http") => Some(address),
        _ => None,
    }
}

/// An address made whole, if it can be.
pub(crate) fn web_from(base: Option<&str>, text: &str) -> Option<String> {
    web(text).or_else(|| {
        let base = url::Url::parse(base?).ok()?;
        web(base.join(text.trim()).ok()?.as_str())
    })
}

/// Whether an element is an entry, under whatever prefix.
fn is_entry(name: Name<'_>) -> bool {
    AROUND.contains(&name.whole) || matches!(name.space, Space::Plain | Space::Atom)
}

/// The name without what stands for our own.
fn is(name: Name<'_>, space: Space) -> bool {
    name.space == space
}
