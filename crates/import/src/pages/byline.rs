//! Who wrote a page: names in its data, in marked elements, in a line.

use serde_json::Value;

use super::blocks::above;
use super::data::Data;
use super::dom::{Dom, Id};
use super::lines::{LONGEST_LINE, plain};
use super::names::class_words;
use crate::dates;

pub(super) fn authors(dom: &Dom, data: &Data<'_>, headline: Option<Id>) -> Vec<String> {
    let mut names = Vec::new();
    let cited: Vec<String> = data.all("citation_author").map(plain).collect();
    if !cited.is_empty() {
        return cited.iter().map(|name| turned(name)).collect();
    }
    match data.linked("author") {
        Some(Value::Array(authors)) => names.extend(authors.iter().filter_map(name_of)),
        Some(author) => names.extend(name_of(author)),
        None => {}
    }
    if names.is_empty() {
        for name in [
            "author",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "sailthru.author",
            "article:author",
            "byl",
            "twitter:creator",
        ] {
            let found: Vec<&str> = data
                .all(name)
                .filter(|name| {
                    !name.contains("://") && !name.starts_with('@') && name.len() < LONGEST_LINE
                })
                .collect();
            if !found.is_empty() {
                let citing = name.starts_with("dc");
                names.extend(
                    found
                        .into_iter()
                        .flat_map(|name| match inverted(name, citing) {
                            Some(name) => vec![name],
                            None => several(without_by(name)),
                        }),
                );
                break;
            }
        }
    }
    if names.is_empty() {
        let mut marked = dom.inside(dom.top()).filter_map(|id| {
            let says = |name, word| {
                dom.attribute(id, name)
                    .is_some_and(|value| value.split_whitespace().any(|one| one == word))
            };
            let rel = says("rel", "author") && dom.tag(id) != "link";
            let prop = says("itemprop", "author") && dom.tag(id) != "meta";
            let text =
                (rel || prop || is_byline(dom, id)).then(|| dom.line(id, LONGEST_LINE))??;
            let names = of_line(&text, true);
            (!names.is_empty()).then_some((id, names))
        });
        // Those before the headline are of other articles, unless there is no other.
        let first = marked.next();
        let is_before = |found: &(Id, Vec<String>)| headline.is_some_and(|at| found.0 < at);
        let own = match first {
            Some(found) if is_before(&found) => {
                marked.find(|later| !is_before(later)).or(Some(found))
            }
            first => first,
        };
        names.extend(own.map(|(_, names)| names).unwrap_or_default());
    }
    names
}

/// A name that stands at an address to write to, as archives of mailing lists
/// and old pages have it: the words of the link, or what stands right before.
#[must_use]
pub fn at_address(dom: &Dom, within: std::ops::Range<Id>) -> Vec<String> {
    let is_name = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let capital = |word: &&str| word.starts_with(char::is_uppercase);
        (2..=4).contains(&words.len())
            && words.iter().all(capital)
            && !text.contains(['@', ':', '.'])
    };
    let link = within.into_iter().find(|id| {
        let address = dom.attribute(*id, "href").unwrap_or_default();
        address
            .get(..7)
            .is_some_and(|start| start.eq_ignore_ascii_case("mailto:"))
    });
    let Some(link) = link else { return Vec::new() };
    let before = dom.parent(link).and_then(|parent| {
        dom.children(parent)
            .take_while(|id| *id < link)
            .filter(|id| !dom.words(*id).trim().is_empty() || !dom.is_text(*id))
            .last()
    });
    std::iter::once(link)
        .chain(before)
        .filter_map(|id| {
            dom.line(id, LONGEST_LINE)
                .or(dom.is_text(id).then(|| plain(dom.words(id))))
        })
        .find(|text| is_name(text))
        .into_iter()
        .collect()
}

/// Words in the classes of bylines.
const NAMED: &[&str] = &[
    "byline",
    "autor",
    "auteur",
    "auteurs",
    "author",
    "authors",
    "writer",
    "reporter",
    "bylineauthor",
    "authorname",
    "postauthor",
];

/// Words in the classes of what has other bylines, or the name and much else.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "comment", "comments", "commentlist", "respond", "reply", "replies", "bio", "about", "card",
    "related", "sidebar", "teaser", "teasers", "popular", "recent", "trending",
];

/// Whether an element's class says that it is the byline: not one of a reader's
/// comment or of another article.
fn is_byline(dom: &Dom, id: Id) -> bool {
    let mut named = false;
    class_words(dom, id, &mut |word| named |= NAMED.contains(&word));
    let around = |id| {
        let mut around = matches!(dom.tag(id), "nav" | "aside");
        class_words(dom, id, &mut |word| around |= ELSEWHERE.contains(&word));
        around
    };
    named && !above(dom, id).any(around)
}

/// `Miller, Ann` is Ann Miller, as citation tags have it.
fn turned(name: &str) -> String {
    match name.split_once(", ") {
        Some((last, first))
            if !first.contains(',')
                && first.split_whitespace().count() <= 3
                && !first.to_lowercase().starts_with("jr") =>
        {
            format!("{first} {last}")
        }
        _ => name.to_owned(),
    }
}

/// `Miller, Ann` when it can be no two names: where tags cite, or when neither
/// part has two words.
fn inverted(name: &str, citing: bool) -> Option<String> {
    let (last, first) = name.split_once(',')?;
    let words = |text: &str| text.split_whitespace().count();
    let one = words(last) == 1 && words(first) == 1 && last != last.to_uppercase();
    (!first.contains(',') && words(first) > 0 && (one || citing && words(first) <= 3))
        .then(|| format!("{} {}", first.trim(), last.trim()))
}

/// A line without what bylines begin with.
fn without_by(line: &str) -> &str {
    let small = line.to_lowercase();
    let begins = BY.iter().find(|by| small.starts_with(**by));
    begins.and_then(|by| line.get(by.len()..)).unwrap_or(line)
}

fn name_of(author: &Value) -> Option<String> {
    let name = author.as_str().or_else(|| author.get("name")?.as_str())?;
    (!name.contains("://") && !name.is_empty()).then(|| plain(without_by(name)))
}

/// What bylines begin with, in small letters.
#[rustfmt::skip]
const BY: &[&str] = &[
    "by ", "by: ", "written by ", "posted by ", "von ", "par ", "por ", "di ", "da ", "door ",
    "av ", "text: ", "words: ", "photographs by ", "photos by ", "pictures by ", "text by ",
    "interview by ", "reported by ", "report by ", "author: ", "autor: ", "auteur : ", "auteur: ", "words by ", "story by ",
];

/// The names in a line; `marked` when its element says that it is a byline.
#[must_use]
pub fn of_line(line: &str, marked: bool) -> Vec<String> {
    let line = plain(line);
    if line.len() > LONGEST_LINE {
        return Vec::new();
    }
    let small = line.to_lowercase();
    let begins = BY.iter().find(|by| small.starts_with(**by));
    let rest = match begins {
        Some(by) if line.is_char_boundary(by.len()) => &line[by.len()..],
        // `Business by Ann Miller`.
        None if marked => match small.rfind(" by ").map(|at| line.get(at + 4..)) {
            Some(Some(after)) => after,
            // `Interview: Ann Miller`.
            _ => match line.split_once(": ") {
                Some((what, after)) if what.split_whitespace().count() <= 2 => after,
                _ => line.as_str(),
            },
        },
        _ => return Vec::new(),
    };
    // A date, a place or a paper after the names is not one.
    let end = rest
        .find(['|', '•', '·', '—', '–', '(', '\u{2022}', '/'])
        .unwrap_or(rest.len());
    let rest = &rest[..end];
    let rest = [
        "published",
        "posted",
        "updated",
        " on ",
        " at ",
        " in ",
        " for ",
        ", staff",
        ", special",
    ]
    .iter()
    .filter_map(|word| rest.to_lowercase().find(word))
    .min()
    .map_or(rest, |at| rest.get(..at).unwrap_or(rest));
    several(before_date(rest))
}

/// What of a line stands before a date, which a number begins or a month before
/// a number: `Ann May` is a name.
fn before_date(line: &str) -> &str {
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let mut words = line.split_whitespace().peekable();
    let mut end = 0;
    while let Some(word) = words.next() {
        let month = dates::is_month(word) && words.peek().is_some_and(|next| is_number(next));
        if month || is_number(word) {
            return line[..end].trim_end_matches([' ', ',', '-']);
        }
        end = word.as_ptr() as usize - line.as_ptr() as usize + word.len();
    }
    line
}

/// A name without the full stop of its sentence; `Jr.` keeps its own.
fn without_stop(name: &str) -> &str {
    let last = name.rsplit(' ').next().unwrap_or_default();
    match name.strip_suffix('.') {
        Some(rest) if last.chars().count() > 4 => rest,
        _ => name,
    }
}

fn several(names: &str) -> Vec<String> {
    let names = names
        .replace(" and ", ",")
        .replace(" & ", ",")
        .replace(" und ", ",")
        .replace(" et ", ",")
        .replace(" y ", ",");
    let is_name = |name: &&str| {
        let words = name.split_whitespace().count();
        (1..=5).contains(&words)
            && !name.contains([':', '?', '!', '"', '“', '|'])
            && name.chars().filter(char::is_ascii_digit).count() == 0
            && name.chars().any(char::is_alphabetic)
    };
    // `Ann Miller, county reporter`: what has no capital is no second name.
    let is_role =
        |name: &str| name.contains(char::is_lowercase) && !name.contains(char::is_uppercase);
    names
        .split([',', ';'])
        .map(|name| without_stop(name.trim()))
        .filter(is_name)
        .enumerate()
        .filter(|(at, name)| *at == 0 || !is_role(name))
        .map(|(_, name)| name)
        .map(str::to_owned)
        .collect()
}
