//! Which element of a feed says what.

use super::building::{Building, Field};
use super::texts::Text;
use super::{AROUND, Family, Feed, is, is_language, web, web_from};
use crate::desk::{Desk, one_line};
use crate::xml::{Content, Event, Name, Space, Xml, attribute};

/// Takes an element of the feed itself.
pub(super) fn of_feed<'a>(
    desk: &mut Desk<'_>,
    xml: &mut Xml<'a>,
    feed: &mut Feed,
    name: Name<'a>,
    attributes: &str,
    empty: bool,
) {
    if is(name, Space::WordPress) {
        return feed.blog.of_feed(xml, name, empty);
    }
    if name.local == "link" {
        let relation = attribute(attributes, "rel").unwrap_or_else(|| "alternate".into());
        let address = match attribute(attributes, "href") {
            Some(address) => Some(address),
            None if empty => None,
            None => Some(content(xml, name, empty).text),
        };
        if attributes.contains("href") && !empty {
            xml.skip(name, AROUND);
        }
        if relation == "alternate"
            && let Some(address) =
                address.and_then(|address| web_from(feed.base.as_deref(), &address))
        {
            feed.base.get_or_insert_with(|| address.clone());
            desk.head.home_page.get_or_insert(address);
        }
        return;
    }
    let plain = matches!(name.space, Space::Plain | Space::Atom | Space::Dublin);
    match name.local {
        // Each has a title and a link of its own.
        "image" | "textInput" | "textinput" | "cloud" | "items" | "skipHours" | "skipDays" => {
            if !empty {
                xml.skip(name, &["item", "entry"]);
            }
        }
        "title" if plain && desk.head.title.is_empty() => {
            let title = text_of(xml, name, empty, attributes, feed.family).line();
            desk.head.title = one_line(&title).0;
        }
        "description" | "subtitle" | "tagline" if plain && desk.head.description.is_none() => {
            let text = text_of(xml, name, empty, attributes, feed.family).plain();
            desk.head.description = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        }
        "language" if plain => {
            let tag = content(xml, name, empty).text.trim().replace('_', "-");
            desk.head.language = desk
                .head
                .language
                .take()
                .or(Some(tag).filter(|tag| is_language(tag)));
        }
        "rights" | "copyright" if plain => {
            let text = content(xml, name, empty).text.trim().to_owned();
            desk.head.rights = desk
                .head
                .rights
                .take()
                .or(Some(text).filter(|text| !text.is_empty()));
        }
        "author" if feed.family == Family::Atom => {
            let names = names(xml, name, empty);
            // Atom wants an author, so ours name the archive where none is known.
            let named = names
                .into_iter()
                .filter(|name| !feed.ours || *name != desk.head.title);
            if desk.head.authors.is_empty() {
                desk.head.authors = named.collect();
            }
        }
        "generator" => {
            let made_by = content(xml, name, empty).text;
            feed.ours |= made_by.trim() == "Backissue";
        }
        "base_blog_url" | "base_site_url" => {
            if let Some(address) = web(&content(xml, name, empty).text) {
                feed.base.get_or_insert(address);
            }
        }
        _ if empty => {}
        _ => xml.skip(name, AROUND),
    }
}

/// Takes an element of an entry.
pub(super) fn of_entry<'a>(
    xml: &mut Xml<'a>,
    feed: &Feed,
    entry: &mut Building,
    name: Name<'a>,
    attributes: &str,
    empty: bool,
) {
    let text = |xml: &mut Xml<'a>| text_of(xml, name, empty, attributes, feed.family);
    let plain = |xml: &mut Xml<'a>| content(xml, name, empty).text.trim().to_owned();
    match (name.space, name.local) {
        (Space::WordPress, _) => crate::wordpress::of_entry(xml, entry, name, attributes, empty),
        (Space::Archive, "date") => entry.own_date = Some(plain(xml)),
        (Space::Archive, "supplied") => entry.supplied = Some(plain(xml)),
        (Space::Archive, "note") => entry.note = Some(plain(xml)),
        (Space::Archive, "lost") => {
            entry.lost = true;
            plain(xml);
        }
        (Space::Content, "encoded") => entry.texts.push((Field::Content, text(xml))),
        (Space::Excerpt, "encoded") => entry.texts.push((Field::Excerpt, text(xml))),
        (Space::Dublin, "creator") => entry.authors.push(plain(xml)),
        (Space::Dublin, "subject") => entry.topics.push(plain(xml)),
        (Space::Dublin, "date" | "issued" | "created") => {
            entry.dates.push((Field::Date, xml.at(), plain(xml)));
        }
        (Space::Dublin, "language") => entry.language = Some(plain(xml)),
        (Space::Dublin, "description") => entry.texts.push((Field::Summary, text(xml))),
        (Space::Dublin, "title") => entry.spare_title = Some(text(xml)),
        (Space::Dublin, "identifier") => entry.guid = entry.guid.take().or(Some(plain(xml))),
        (Space::Other, "origLink") => entry.link = web(&plain(xml)),
        (Space::Other, "body") => entry.texts.push((Field::Content, text(xml))),
        // Podcasts and videos say in elements of their own what RSS could.
        (Space::Other, "summary" | "subtitle" | "description") => {
            entry.texts.push((Field::Spare, text(xml)));
        }
        (Space::Other, "title") if !empty => {
            let title = text(xml);
            entry.spare_title.get_or_insert(title);
        }
        (Space::Other, "author") if !empty => entry.spare_authors.push(plain(xml)),
        (Space::Other, "content" | "thumbnail" | "enclosure") if attributes.contains("url") => {
            entry.attached += u32::from(name.local == "content");
            if !empty {
                xml.skip(name, AROUND);
            }
        }
        // A group of media holds what is counted above.
        (Space::Other, "group") => {}
        (Space::Plain | Space::Atom | Space::Rdf, local) => {
            unprefixed(xml, feed, entry, name, local, attributes, empty);
        }
        _ if empty => {}
        _ => xml.skip(name, AROUND),
    }
}

fn unprefixed<'a>(
    xml: &mut Xml<'a>,
    feed: &Feed,
    entry: &mut Building,
    name: Name<'a>,
    local: &str,
    attributes: &str,
    empty: bool,
) {
    let at = xml.at();
    let text = |xml: &mut Xml<'a>| text_of(xml, name, empty, attributes, feed.family);
    let plain = |xml: &mut Xml<'a>| content(xml, name, empty).text.trim().to_owned();
    match local {
        "title" => entry.title = Some(text(xml)),
        // XHTML's body, and a module's whole article.
        "body" | "fullitem" if feed.family == Family::Rss => {
            entry.texts.push((Field::Content, text(xml)));
        }
        "description" => entry.texts.push((Field::Description, text(xml))),
        "summary" => entry.texts.push((Field::Summary, text(xml))),
        "content" => {
            if let Some(source) = attribute(attributes, "src") {
                entry.link = entry
                    .link
                    .take()
                    .or(web_from(feed.base.as_deref(), &source));
            }
            entry.texts.push((Field::Content, text(xml)));
        }
        "link" => {
            let relation = attribute(attributes, "rel").unwrap_or_else(|| "alternate".into());
            let given = attribute(attributes, "href");
            let inner = plain(xml);
            let address = given.unwrap_or(inner);
            match relation.as_str() {
                "alternate" if entry.link.is_none() => {
                    let base = entry.base.as_deref().or(feed.base.as_deref());
                    entry.link = web_from(base, &address);
                    if entry.link.is_none() && !address.is_empty() {
                        entry.known_as.push(address);
                    }
                }
                "enclosure" => entry.attached += 1,
                _ => {}
            }
        }
        "guid" => {
            let permanent = attribute(attributes, "isPermaLink").is_none_or(|is| is != "false");
            let guid = plain(xml);
            if permanent {
                entry.permanent = web(&guid);
            }
            entry.guid = Some(guid);
        }
        "id" => entry.guid = Some(plain(xml)),
        "pubDate" | "pubdate" | "published" | "issued" | "created" => {
            entry.dates.push((Field::Date, at, plain(xml)));
        }
        "date" => entry.dates.push((Field::Date, at, plain(xml))),
        "updated" | "modified" | "lastBuildDate" => {
            entry.dates.push((Field::Updated, at, plain(xml)));
        }
        "author" | "managingEditor" if feed.family == Family::Atom || name.space == Space::Atom => {
            entry.authors.extend(names(xml, name, empty));
        }
        "author" => entry.authors.push(plain(xml)),
        "category" => {
            let label = attribute(attributes, "label").or_else(|| attribute(attributes, "term"));
            let domain = attribute(attributes, "domain").unwrap_or_default();
            let inner = plain(xml);
            let topic = label.unwrap_or(inner);
            // WordPress puts formats and more there; only these are topics.
            let named = matches!(domain.as_str(), "" | "category" | "post_tag" | "tag");
            if (feed.blog.is_empty() || named) && feed.blog.is_topic(&topic) {
                entry.topics.push(topic);
            }
        }
        "enclosure" => {
            entry.attached += 1;
            plain(xml);
        }
        // Another feed's title, id and dates stand in it.
        "source" | "contributor" | "comments" | "image" => {
            if !empty {
                xml.skip(name, AROUND);
            }
        }
        _ if empty => {}
        _ => xml.skip(name, AROUND),
    }
}

/// Elements that never stand in another field, even as bare HTML: where one
/// begins, a field that is not closed has ended.
#[rustfmt::skip]
const NEXT: &[&str] = &[
    "item", "entry", "channel", "feed", "rss", "rdf:RDF", "rss:item", "atom:entry", "atom:feed",
    "pubDate", "guid", "content:encoded", "excerpt:encoded", "dc:creator", "dc:date", "category",
    "enclosure", "wp:post_id", "wp:post_date", "wp:post_type", "wp:status", "wp:comment_status",
    "published", "updated",
];

/// Fields of one line, in which no other field stands either.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "title", "link", "guid", "pubDate", "id", "comments", "category",
];

/// Fields that may follow one of a line.
const FIELDS: &[&str] = &[
    "link",
    "description",
    "title",
    "author",
    "comments",
    "summary",
    "content",
];

/// The content of the element just opened.
pub(crate) fn content<'a>(xml: &mut Xml<'a>, name: Name<'a>, empty: bool) -> Content {
    if empty {
        return Content::default();
    }
    if !LINES.contains(&name.whole) {
        return xml.content(name, NEXT);
    }
    let within: Vec<&str> = NEXT.iter().chain(FIELDS).copied().collect();
    xml.content(name, &within)
}

/// The names in an Atom author; an RSS feed may have put the name itself there.
fn names<'a>(xml: &mut Xml<'a>, name: Name<'a>, empty: bool) -> Vec<String> {
    let content = content(xml, name, empty);
    if content.markup.is_none() {
        return vec![content.text.trim().to_owned()];
    }
    let mut inner = Xml::new(&xml.text()[content.span.0..content.span.1]);
    let mut names = Vec::new();
    while let Some(event) = inner.next() {
        if let Event::Open(name, _, false) = event {
            let text = inner.content(name, &[]).text;
            if name.local == "name" {
                names.push(text.trim().to_owned());
            }
        }
    }
    names
}

/// The text of the element just opened.
fn text_of<'a>(
    xml: &mut Xml<'a>,
    name: Name<'a>,
    empty: bool,
    attributes: &str,
    family: Family,
) -> Text {
    let content = content(xml, name, empty);
    Text::of(xml, content, attributes, family)
}
