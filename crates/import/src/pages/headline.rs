//! The headline of a page: what most of the candidates say, without the name
//! of the site.
//!
//! What people read and what machines read often differ by that name; a
//! heading that a title begins or ends with is the headline exactly.

use serde_json::Value;

use super::Patterns;
use super::blocks::above;
use super::data::Data;
use super::dom::{Dom, Id};
use super::lines::{plain, same};

/// More than an archive takes for a headline; so what is longer is seen to be.
pub(super) const LONGEST: usize = 4_000;

/// What parts a headline from a site's name in a title.
#[rustfmt::skip]
const SEPARATORS: &[&str] = &[
    " | ", " :: ", " » ", " « ", " · ", " — ", " – ", " - ", " // ", " > ", ": ",
];

/// The parts of a title between separators.
#[must_use]
pub fn parts(title: &str) -> Vec<&str> {
    let mut parts = vec![title];
    for separator in SEPARATORS {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(separator))
            .collect();
    }
    parts
}

/// The headline: what most of the candidates say, without the site's name.
pub(super) fn headline(
    dom: &Dom,
    data: &Data<'_>,
    site: Option<&str>,
    patterns: &Patterns,
) -> String {
    let linked = data.linked("headline").and_then(Value::as_str);
    let meta = data.meta(&[
        "citation_title",
        "og:title",
        "twitter:title",
        "dc.title",
        "dcterms.title",
        "title",
    ]);
    let title = dom
        .inside(dom.top())
        .find(|id| dom.tag(*id) == "title")
        .map(|id| dom.start(id, LONGEST))
        .unwrap_or_default();
    let headings: Vec<String> = dom
        .inside(dom.top())
        .filter(|id| dom.tag(*id) == "h1" && !is_masthead(dom, *id))
        .map(|id| dom.start(id, LONGEST))
        .filter(|text| !text.is_empty())
        .collect();
    let marked = dom.inside(dom.top()).filter(|id| {
        let prop = dom
            .attribute(*id, "itemprop")
            .is_some_and(|prop| prop.split_whitespace().any(|prop| prop == "headline"));
        let class = dom.attribute(*id, "class").is_some_and(|class| {
            class.split_whitespace().any(|class| {
                matches!(
                    class,
                    "entry-title"
                        | "p-name"
                        | "post-title"
                        | "article-title"
                        | "headline"
                        | "article-headline"
                )
            })
        });
        (prop || class) && !matches!(dom.tag(*id), "meta" | "html" | "body" | "article")
    });
    let marked: Vec<String> = marked
        .map(|id| dom.start(id, LONGEST))
        .filter(|text| !text.is_empty())
        .take(2)
        .collect();
    // Several marked titles are a list of articles, and tell nothing.
    if let [one] = marked.as_slice()
        && one.len() < 400
    {
        return one.clone();
    }
    let said = [linked, meta, Some(title.as_str())]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty());
    let said: Vec<String> = said.map(plain).collect();
    // A heading that a title begins or ends with is the headline exactly.
    for text in &said {
        let within =
            |heading: &&String| contains(text, heading) && !is_name(heading, site, patterns);
        if let Some(heading) = headings.iter().chain(&other_headings(dom)).find(within) {
            return heading.clone();
        }
    }
    if let Some(text) = said.first() {
        let cut = without_site(text, site, patterns);
        if !cut.is_empty() && !is_name(&cut, site, patterns) {
            return cut;
        }
    }
    let heading = headings
        .into_iter()
        .find(|heading| !is_name(heading, site, patterns));
    heading
        .or_else(|| {
            other_headings(dom)
                .into_iter()
                .find(|heading| !is_name(heading, site, patterns))
        })
        .or_else(|| said.into_iter().next())
        .unwrap_or_default()
}

/// Whether a heading is the name of the site: it leads to its front page.
fn is_masthead(dom: &Dom, id: Id) -> bool {
    let home = |address: &str| {
        let path = match address.split_once("://") {
            Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
            None => address.trim_start_matches(['.', '/']),
        };
        path.is_empty() || path.starts_with("index.")
    };
    let link = dom
        .inside(id)
        .chain(above(dom, id).take(2))
        .find(|id| dom.tag(*id) == "a");
    link.and_then(|link| dom.attribute(link, "href"))
        .is_some_and(|address| !address.starts_with('#') && home(address))
}

fn other_headings(dom: &Dom) -> Vec<String> {
    let found = dom
        .inside(dom.top())
        .filter(|id| matches!(dom.tag(*id), "h2" | "h3") && !is_masthead(dom, *id));
    found
        .map(|id| dom.start(id, LONGEST))
        .filter(|text| text.len() > 8)
        .take(6)
        .collect()
}

fn contains(text: &str, heading: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let heading = letters(heading);
    let is_part = parts(text).iter().any(|part| letters(part) == heading);
    let text = letters(text);
    heading.len() > 3
        && heading.len() * 4 >= text.len()
        && (text.starts_with(&heading) || text.ends_with(&heading) || is_part)
}

fn is_name(text: &str, site: Option<&str>, patterns: &Patterns) -> bool {
    site.is_some_and(|site| same(site, text)) || patterns.is_site(text)
}

/// A title without the site's name: the part that says it, if one does; else
/// what stands before the last separator, when it is long enough to be all.
fn without_site(title: &str, site: Option<&str>, patterns: &Patterns) -> String {
    let mut rest = title.to_owned();
    loop {
        let parted = SEPARATORS.iter().find_map(|separator| {
            let (before, after) = rest.rsplit_once(separator)?;
            if is_name(after, site, patterns) {
                return Some(before.to_owned());
            }
            let (first, others) = rest.split_once(separator)?;
            is_name(first, site, patterns).then(|| others.to_owned())
        });
        match parted {
            Some(shorter) => rest = shorter.trim().to_owned(),
            None => break,
        }
    }
    if rest == title && !patterns.knows() {
        for separator in &SEPARATORS[..SEPARATORS.len() - 1] {
            if let Some((before, after)) = title.rsplit_once(separator) {
                let words = |text: &str| text.split_whitespace().count();
                if words(before) >= 3 && words(after) <= 4 && words(before) >= words(after) {
                    return before.trim().to_owned();
                }
                if words(before) <= 3 && words(after) >= 4 && *separator != " - " {
                    return after.trim().to_owned();
                }
            }
        }
    }
    rest
}
