//! What a page says of its article: headline, byline, date and the rest.
//!
//! Asked in the order of how surely they know: data for machines (JSON-LD,
//! citation tags), tags for previews, marked elements, then the words around
//! the text, then the page's address. What people read and what machines read
//! often differ by the site's name; it is taken off.

use serde_json::Value;

use super::Patterns;
use super::dom::{Dom, Id};
use super::main_text::same;
use crate::dates;
use crate::feeds::{is_language, web};

/// Longer lines are no byline or date.
const LONGEST_LINE: usize = 120;

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

/// What a page says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// The headline.
    pub headline: String,
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

/// Data in the head.
pub struct Data<'a> {
    meta: Vec<(String, &'a str)>,
    linked: Vec<Value>,
}

impl<'a> Data<'a> {
    /// Gathers a page's data for machines.
    #[must_use]
    pub fn of(dom: &'a Dom) -> Self {
        let mut data = Self {
            meta: Vec::new(),
            linked: Vec::new(),
        };
        for id in dom.inside(dom.top()) {
            match dom.tag(id) {
                "meta" => {
                    let name = dom
                        .attribute(id, "name")
                        .or_else(|| dom.attribute(id, "property"))
                        .or_else(|| dom.attribute(id, "itemprop"));
                    if let (Some(name), Some(content)) = (name, dom.attribute(id, "content")) {
                        data.meta.push((name.to_ascii_lowercase(), content.trim()));
                    }
                }
                "script" => {
                    let text: String = dom.children(id).map(|text| dom.words(text)).collect();
                    if let Ok(value) = serde_json::from_str::<Value>(text.trim()) {
                        flatten(value, &mut data.linked);
                    }
                }
                _ => {}
            }
        }
        data
    }

    /// The first content of tags of some names, in the order of the names.
    #[must_use]
    pub fn meta(&self, names: &[&str]) -> Option<&'a str> {
        names.iter().find_map(|name| self.all(name).next())
    }

    /// All contents of a name.
    pub fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'a str> + 's {
        self.meta
            .iter()
            .filter(move |(found, content)| found == name && !content.is_empty())
            .map(|(_, content)| *content)
    }

    /// A member of the page's article in its linked data.
    #[must_use]
    pub fn linked(&self, name: &str) -> Option<&Value> {
        const ARTICLES: &[&str] = &[
            "Article",
            "NewsArticle",
            "BlogPosting",
            "ReportageNewsArticle",
            "OpinionNewsArticle",
            "Report",
            "ScholarlyArticle",
            "TechArticle",
            "WebPage",
        ];
        let is_article = |value: &&Value| match &value["@type"] {
            Value::String(kind) => ARTICLES.contains(&kind.as_str()),
            Value::Array(kinds) => kinds
                .iter()
                .filter_map(Value::as_str)
                .any(|kind| ARTICLES.contains(&kind)),
            _ => false,
        };
        self.linked
            .iter()
            .filter(is_article)
            .find_map(|value| value.get(name))
    }
}

/// All objects of linked data, out of their lists and graphs.
fn flatten(value: Value, out: &mut Vec<Value>) {
    match value {
        Value::Array(values) => values
            .into_iter()
            .take(64)
            .for_each(|value| flatten(value, out)),
        Value::Object(mut map) => {
            if let Some(Value::Array(graph)) = map.remove("@graph") {
                out.extend(graph.into_iter().take(64));
            }
            out.push(Value::Object(map));
        }
        _ => {}
    }
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
    Facts {
        headline: headline(dom, data, site.as_deref(), patterns),
        authors: authors(dom, data),
        date: date(dom, data),
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

/// The headline: what most of the candidates say, without the site's name.
fn headline(dom: &Dom, data: &Data<'_>, site: Option<&str>, patterns: &Patterns) -> String {
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
        .map(|id| dom.text(id))
        .unwrap_or_default();
    let headings: Vec<String> = dom
        .inside(dom.top())
        .filter(|id| dom.tag(*id) == "h1")
        .map(|id| dom.text(id))
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
        .map(|id| dom.text(id))
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

fn other_headings(dom: &Dom) -> Vec<String> {
    let found = dom
        .inside(dom.top())
        .filter(|id| matches!(dom.tag(*id), "h2" | "h3"));
    found
        .map(|id| dom.text(id))
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
    let (text, heading) = (letters(text), letters(heading));
    heading.len() > 3
        && heading.len() * 4 >= text.len()
        && (text.starts_with(&heading) || text.ends_with(&heading))
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

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn authors(dom: &Dom, data: &Data<'_>) -> Vec<String> {
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

#[rustfmt::skip]
const DATES: &[&str] = &[
    "article:published_time", "og:article:published_time", "citation_publication_date",
    "citation_date", "citation_online_date", "dcterms.issued", "dc.date.issued", "dc.date",
    "dcterms.date", "dcterms.created", "dc.date.created", "datepublished", "parsely-pub-date",
    "sailthru.date", "pubdate", "publish-date", "publish_date", "publication_date", "date",
    "displaydate", "originalpublicationdate", "article.published", "ptime", "og:published_time",
    "article_date_original", "created", "rnews:datepublished",
];

fn date(dom: &Dom, data: &Data<'_>) -> Option<String> {
    let good = |text: &str| dates::read(text).date.is_some();
    let linked = ["datePublished", "temporal", "dateCreated"]
        .iter()
        .find_map(|name| data.linked(name)?.as_str());
    let meta = DATES
        .iter()
        .find_map(|name| data.all(name).find(|text| good(text)));
    if let Some(date) = linked.filter(|date| good(date)).or(meta) {
        return Some(date.to_owned());
    }
    let marked = |id: &Id| {
        let prop = dom
            .attribute(*id, "itemprop")
            .is_some_and(|prop| prop.contains("datePublished"));
        prop || dom.attribute(*id, "pubdate").is_some()
    };
    let value = |id: Id| {
        let own = dom
            .attribute(id, "datetime")
            .or_else(|| dom.attribute(id, "content"))
            .map(str::to_owned);
        own.or_else(|| Some(dom.text(id)))
            .filter(|text| text.len() < LONGEST_LINE && good(text))
    };
    let all = || dom.inside(dom.top()).filter(|id| !dom.is_text(*id));
    if let Some(date) = all().filter(marked).find_map(value) {
        return Some(date);
    }
    if let Some(date) = all()
        .filter(|id| {
            dom.tag(*id) == "time"
                || dom.attribute(*id, "class").is_some_and(|class| {
                    class
                        .split_whitespace()
                        .any(|class| class == "dt-published")
                })
        })
        .find_map(value)
    {
        return Some(date);
    }
    let named = |id: &Id| {
        let class = dom
            .attribute(*id, "class")
            .or_else(|| dom.attribute(*id, "id"))
            .unwrap_or_default()
            .to_ascii_lowercase();
        [
            "date",
            "published",
            "dateline",
            "timestamp",
            "posted",
            "pubdate",
        ]
        .iter()
        .any(|word| class.contains(word))
            && !class.contains("update")
    };
    all()
        .filter(named)
        .filter(|id| !matches!(dom.tag(*id), "html" | "body" | "article"))
        .find_map(|id| in_line(&dom.text(id)))
}

/// The date in a short line that may say more.
#[must_use]
pub fn in_line(line: &str) -> Option<String> {
    let line = plain(line);
    if line.len() > LONGEST_LINE || !line.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let small = line.to_lowercase();
    let start = [
        "published on ",
        "published: ",
        "published ",
        "posted on ",
        "posted ",
        "date: ",
        "on ",
        "first published ",
        "datum: ",
        "veröffentlicht am ",
        "publié le ",
        "publicado el ",
    ];
    let cut = start
        .iter()
        .filter_map(|word| small.find(word).map(|at| at + word.len()))
        .max();
    let rest = cut.and_then(|at| line.get(at..)).unwrap_or(&line);
    let parts = std::iter::once(rest).chain(
        rest.split(['|', '•', '·', '—', '–', '(', ')', '/'])
            .map(str::trim),
    );
    let mut candidates: Vec<String> = parts.map(str::to_owned).collect();
    // A few words that hold a year, with those before it.
    let words: Vec<&str> = line.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let year: String = word.chars().filter(char::is_ascii_digit).collect();
        if year.len() == 4
            && (year.starts_with("19") || year.starts_with("20") || year.starts_with("18"))
        {
            candidates.push(words[at.saturating_sub(2)..=at].join(" "));
            candidates.push(words[at.saturating_sub(1)..=at].join(" "));
        }
    }
    let day = |text: &String| {
        dates::read(text)
            .date
            .is_some_and(|date| date.precision() >= archive::Precision::Month)
    };
    candidates.into_iter().find(day)
}

/// The date in an address: `/2003/03/07/`, `/2003/03/`, `2003-03-07`.
#[must_use]
pub fn in_address(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split('/').collect();
    let number = |text: &&str, digits: usize| {
        text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    for at in 0..parts.len() {
        let year =
            number(&parts[at], 4) && (parts[at].starts_with("19") || parts[at].starts_with("20"));
        if !year {
            let (date, _) = crate::markdown::of_name(parts[at]);
            if let Some(date) = date {
                return Some(date.source().to_owned());
            }
            continue;
        }
        let month = parts.get(at + 1).filter(|part| number(part, 2));
        let day = parts.get(at + 2).filter(|part| number(part, 2));
        let date = match (month, day) {
            (Some(month), Some(day)) => format!("{}-{month}-{day}", parts[at]),
            (Some(month), None) => format!("{}-{month}", parts[at]),
            _ => continue,
        };
        if dates::read(&date).date.is_some() {
            return Some(date);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_dates_and_names() {
        for (line, date, names) in [
            ("By Ann Miller and Bob Smith", None, "Ann Miller|Bob Smith"),
            (
                "By Ann Miller | 7 March 2003",
                Some("7 March 2003"),
                "Ann Miller",
            ),
            ("Posted on March 7, 2003 by Ann", Some("March 7, 2003"), ""),
            (
                "Friday 7 March 2003 10.15",
                Some("Friday 7 March 2003 10.15"),
                "",
            ),
            (
                "Von Anna Müller, 7. März 2003",
                Some("7. März 2003"),
                "Anna Müller",
            ),
            ("Chapter 12 of 2003 things", None, ""),
        ] {
            let found = in_line(line);
            let read = |text: &str| dates::read(text).date.map(|date| date.source().to_owned());
            assert_eq!(
                found.as_deref().and_then(read),
                date.and_then(read),
                "{line} {found:?}"
            );
            assert_eq!(of_line(line, false).join("|"), names, "{line}");
        }
    }

    #[test]
    fn dates_in_addresses() {
        for (address, wanted) in [
            ("a/2003/03/07/x", Some("2003-03-07")),
            ("a/2003/03/x", Some("2003-03")),
            ("a/2003-03-07-x.html", Some("2003-03-07")),
            ("a/1234/56/x", None),
            ("x", None),
        ] {
            assert_eq!(in_address(address).as_deref(), wanted, "{address}");
        }
    }
}
