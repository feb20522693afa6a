//! Who wrote a page: names in its data, in marked elements, in a line.

use serde_json::Value;

use super::data::Data;
use super::dom::Dom;
use super::lines::{LONGEST_LINE, plain};

pub(super) fn authors(dom: &Dom, data: &Data<'_>) -> Vec<String> {
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
                names.extend(found.into_iter().flat_map(several));
                break;
            }
        }
    }
    if names.is_empty() {
        let marked = dom
            .inside(dom.top())
            .filter(|id| !dom.is_text(*id))
            .find_map(|id| {
                let rel = dom
                    .attribute(id, "rel")
                    .is_some_and(|rel| rel.split_whitespace().any(|rel| rel == "author"))
                    && dom.tag(id) != "link";
                let prop = dom
                    .attribute(id, "itemprop")
                    .is_some_and(|prop| prop.split_whitespace().any(|prop| prop == "author"))
                    && dom.tag(id) != "meta";
                let class = dom.attribute(id, "class").is_some_and(|class| {
                    class.split_whitespace().any(|class| {
                        matches!(
                            class.to_ascii_lowercase().as_str(),
                            "byline"
                                | "p-author"
                                | "author"
                                | "post-author"
                                | "entry-author"
                                | "article-author"
                                | "by-line"
                                | "bylineauthor"
                                | "author-name"
                                | "authorname"
                                | "writer"
                        )
                    })
                });
                let text = (rel || prop || class).then(|| dom.text(id))?;
                let names = of_line(&text, true);
                (!names.is_empty()).then_some(names)
            });
        names.extend(marked.unwrap_or_default());
    }
    names
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

fn name_of(author: &Value) -> Option<String> {
    let name = author.as_str().or_else(|| author.get("name")?.as_str())?;
    (!name.contains("://") && !name.is_empty()).then(|| plain(name))
}

/// What bylines begin with, in small letters.
#[rustfmt::skip]
const BY: &[&str] = &[
    "by ", "by: ", "written by ", "posted by ", "von ", "par ", "por ", "di ", "da ", "door ",
    "av ", "text: ", "author: ", "autor: ", "auteur : ", "auteur: ", "words by ", "story by ",
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
        None if marked => line.as_str(),
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
    several(rest)
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
        (1..=6).contains(&words)
            && name.chars().filter(char::is_ascii_digit).count() == 0
            && name.chars().any(char::is_alphabetic)
    };
    names
        .split([',', ';'])
        .map(str::trim)
        .filter(is_name)
        .map(str::to_owned)
        .collect()
}
