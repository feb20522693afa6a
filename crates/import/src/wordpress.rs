//! What WordPress's exports (WXR) say beyond RSS: authors by name, kinds and
//! states of entries, comments; and how its texts become HTML.
//!
//! Posts and pages are articles, and so are entries of a site's own kinds
//! (reviews, stories, recipes) that have a text. Menus, revisions, templates
//! and attachments are not; they are counted by kind and told of. Drafts, private and
//! password-protected posts were not published and are passed over by name.

mod paragraphs;

use std::collections::BTreeMap;

use crate::desk::{Desk, Page};
use crate::feeds::Building;
use crate::problem::{Kind, Severity, quoted};
use crate::xml::{Event, Name, Xml, attribute};

pub(crate) use paragraphs::paragraphs;

/// Kinds of entries that are articles, with a text or without.
const ARTICLES: &[&str] = &["post", "page", ""];

/// Kinds that WordPress and its commonest plugins keep for themselves, by how
/// their names begin.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "attachment", "revision", "nav_menu", "custom_css", "customize_", "oembed_", "user_request",
    "wp_", "wp-", "wpcf7", "wpforms", "acf", "elementor", "et_", "fl-", "jp_", "jetpack", "shop_", "product",
    "feedback", "tablepress", "mc4wp", "ml-slider", "popup", "amp_", "scheduled-", "vc_", "vc4_",
    "ngg_", "display_type", "gal_", "lightbox", "ai1ec", "spucpt", "polylang", "_", "blc_",
    "safecss", "sidebar", "slider", "slide", "testimonial", "envira", "foogallery", "modula",
];

/// The category of posts that nobody put into one.
const NO_TOPIC: &str = "Uncategorized";

/// What is known of the blog as a whole.
#[derive(Debug, Default)]
pub(crate) struct Blog {
    /// Names to print, by the names to log in with.
    authors: BTreeMap<String, String>,
    comments: u32,
    others: BTreeMap<String, u32>,
    is_blog: bool,
}

/// What an entry says in WordPress's own elements.
#[derive(Debug, Default)]
pub(crate) struct Post {
    kind: String,
    status: String,
    id: String,
    date: Option<(usize, String)>,
    password: String,
    comments: u32,
}

impl Blog {
    /// Whether a category is one.
    pub fn is_topic(&self, name: &str) -> bool {
        !self.is_blog || name != NO_TOPIC
    }

    /// Whether nothing of WordPress was seen.
    pub fn is_empty(&self) -> bool {
        !self.is_blog
    }

    /// Whether entries were met that are no articles.
    pub fn passed_any(&self) -> bool {
        !self.others.is_empty()
    }

    /// The name to print for an author.
    pub fn author(&self, name: &str) -> String {
        self.authors
            .get(name)
            .cloned()
            .unwrap_or_else(|| name.to_owned())
    }

    /// Takes an element of the channel.
    pub fn of_feed<'a>(&mut self, xml: &mut Xml<'a>, name: Name<'a>, empty: bool) {
        self.is_blog = true;
        if empty {
            return;
        }
        if name.local != "author" {
            return xml.skip(name, &["item"]);
        }
        let (mut login, mut shown) = (String::new(), String::new());
        let mut names = [String::new(), String::new()];
        while let Some(event) = xml.next() {
            match event {
                Event::Open(inner, _, false) => {
                    let text = xml
                        .content(inner, &["item", "wp:author"])
                        .text
                        .trim()
                        .to_owned();
                    match inner.local {
                        "author_login" => login = text,
                        "author_display_name" => shown = text,
                        "author_first_name" => names[0] = text,
                        "author_last_name" => names[1] = text,
                        _ => {}
                    }
                }
                Event::Close(inner) if inner.whole == name.whole => break,
                Event::Open(inner, _, true) if inner.local == "item" => break,
                _ => {}
            }
        }
        if shown.is_empty() {
            shown = names.join(" ").trim().to_owned();
        }
        if !login.is_empty() && !shown.is_empty() {
            self.authors.insert(login, shown);
        }
    }

    /// Whether an entry is no article to keep; says and counts it then.
    pub fn passes_over(&mut self, desk: &mut Desk<'_>, page: &Page, open: &mut Building) -> bool {
        let post = &open.wordpress;
        self.comments += post.comments;
        let kind = post.kind.as_str();
        let own = || !OTHERS.iter().any(|start| kind.starts_with(start)) && open.has_text();
        if !ARTICLES.contains(&kind) && !own() {
            *self.others.entry(post.kind.clone()).or_default() += 1;
            return true;
        }
        let what = match (post.status.as_str(), post.password.is_empty()) {
            ("" | "publish" | "inherit", true) => return false,
            ("" | "publish" | "inherit", false) => "behind a password",
            ("private", _) => "private",
            ("future", _) => "not yet published",
            ("trash", _) => "in the bin",
            _ => "a draft",
        };
        if desk.drafts && post.status != "trash" {
            return false;
        }
        let title = open
            .title
            .take()
            .map(crate::feeds::Text::line)
            .unwrap_or_default();
        let title = if title.is_empty() {
            post.id.clone()
        } else {
            title
        };
        desk.pass(page, open.at, Kind::Unpublished(what, quoted(&title)));
        true
    }

    /// Says what was left out of the whole.
    pub fn finish(&self, desk: &mut Desk<'_>, page: &Page) {
        if self.comments > 0 {
            desk.note_file(
                &page.label,
                Severity::Dropped,
                Kind::Comments(self.comments),
            );
        }
        for (kind, count) in &self.others {
            let kind = Kind::OtherEntries(*count, quoted(kind));
            desk.note_file(&page.label, Severity::Dropped, kind);
        }
    }
}

impl Post {
    /// The date in the blog's own time, which is the day its readers saw.
    pub fn date(&self) -> Option<(usize, &String)> {
        let (at, date) = self.date.as_ref()?;
        (!date.starts_with("0000") && !date.is_empty()).then_some((*at, date))
    }

    /// Addresses by which other posts may link to this one.
    pub fn addresses(&self, base: Option<&str>) -> Vec<String> {
        let Some(base) = base.filter(|_| !self.id.is_empty()) else {
            return Vec::new();
        };
        let base = base.trim_end_matches('/');
        ["p", "page_id"]
            .iter()
            .map(|name| format!("{base}/?{name}={}", self.id))
            .collect()
    }
}

/// Takes an element of an entry.
pub(crate) fn of_entry<'a>(
    xml: &mut Xml<'a>,
    entry: &mut Building,
    name: Name<'a>,
    attributes: &str,
    empty: bool,
) {
    let post = &mut entry.wordpress;
    let at = xml.at();
    let mut text = || {
        crate::feeds::content(xml, name, empty)
            .text
            .trim()
            .to_owned()
    };
    match name.local {
        "post_type" => post.kind = text(),
        "status" => post.status = text(),
        "post_id" => post.id = text(),
        "post_date" => post.date = Some((at, text())),
        "post_password" => post.password = text(),
        "comment" => {
            post.comments += 1;
            if !empty {
                xml.skip(name, &["item"]);
            }
        }
        // A category may stand with its name in an attribute.
        "category" => entry.topics.extend(attribute(attributes, "nicename")),
        _ if empty => {}
        _ => xml.skip(name, &["item"]),
    }
}
