//! `articles.json` as it is written and, if it is sound JSON, read back.
//!
//! Members that Backissue does not know are kept and written after those it
//! does, so that a file passes through here without losing what somebody else
//! put in it. The layout is one for people: a member of an article a line.

mod layout;

use std::collections::BTreeMap;
use std::io::{self, Write};

use archive::{Archive, Article, Body, Edtf, Precision};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use layout::lay_out;

/// What JSON Feed 1.1 is called in a file.
pub const VERSION: &str = "https://jsonfeed.org/version/1.1";

type Rest = BTreeMap<String, Value>;

/// The feed without its items.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// [`VERSION`].
    #[serde(default)]
    pub version: String,
    /// The masthead.
    #[serde(default)]
    pub title: String,
    /// What the archive is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Where the source stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home_page_url: Option<String>,
    /// BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// True when nothing more will come.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub expired: bool,
    /// Authors of the whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// What JSON Feed lacks.
    #[serde(rename = "_archive", default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Value>,
    /// Everything else.
    #[serde(flatten)]
    pub rest: Rest,
}

/// An author.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Author {
    /// The name.
    #[serde(default)]
    pub name: String,
    /// Everything else.
    #[serde(flatten)]
    pub rest: Rest,
}

/// An article as an item of the feed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Unique in the archive.
    #[serde(default)]
    pub id: String,
    /// Where it stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day of publication, as JSON Feed has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// The byline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// A summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The body as HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_html: Option<String>,
    /// The body as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_text: Option<String>,
    /// Topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// BCP 47, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What JSON Feed lacks.
    #[serde(rename = "_archive", default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// Everything else.
    #[serde(flatten)]
    pub rest: Rest,
}

/// An item's `_archive`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Extension {
    /// EDTF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The headline as it was broken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headline_lines: Vec<String>,
    /// The archivist's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What it points to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Pointer>,
    /// What the archivist added; an empty list says "nothing".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplied: Option<Vec<String>>,
    /// The last part of its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Everything else.
    #[serde(flatten)]
    pub rest: Rest,
}

/// An entry of `related`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Pointer {
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its id in this archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its address elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Author {
    /// Authors of these names.
    #[must_use]
    pub fn list(names: &[String]) -> Vec<Self> {
        let author = |name: &String| Self {
            name: name.clone(),
            rest: Rest::new(),
        };
        names.iter().map(author).collect()
    }
}

impl Head {
    /// The head of an archive.
    #[must_use]
    pub fn of(archive: &Archive) -> Self {
        let mut extension = serde_json::Map::new();
        let mut put = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                extension.insert(name.into(), value);
            }
        };
        let text = |text: &Option<String>| text.clone().map(Value::from);
        put("version", Some(1.into()));
        put("subtitle", text(&archive.subtitle));
        put(
            "period",
            archive.period.as_ref().map(|period| period.source().into()),
        );
        put("provenance", text(&archive.provenance));
        put("rights", text(&archive.rights));
        put("note", text(&archive.note));
        let topics: Vec<&str> = archive
            .topics
            .iter()
            .map(|topic| topic.label.as_str())
            .collect();
        put("topics", (!topics.is_empty()).then(|| topics.into()));
        put(
            "updates",
            archive.updates.as_ref().map(|updates| {
                let members = [
                    ("text", &updates.text),
                    ("email", &updates.email),
                    ("body", &updates.body),
                ];
                let members = members
                    .into_iter()
                    .filter_map(|(name, value)| Some((name.to_owned(), value.clone()?.into())));
                Value::Object(members.collect())
            }),
        );
        Self {
            version: VERSION.into(),
            title: archive.title.clone(),
            description: archive.description.clone(),
            home_page_url: archive.home_page.clone(),
            language: archive.language.clone(),
            expired: archive.expired,
            authors: Author::list(&archive.authors),
            extension: Some(Value::Object(extension)),
            rest: Rest::new(),
        }
    }
}

impl Item {
    /// The item of an article, its topics by name and its pointers by id.
    #[must_use]
    pub fn of(article: Article, topics: Vec<String>, related: Vec<Pointer>) -> Self {
        let (date_published, date) = dates(article.date.as_ref());
        let supplied: Vec<String> = [
            (article.supplied.date, "date"),
            (article.supplied.topics, "tags"),
            (article.supplied.headline, "headline"),
            (article.supplied.authors, "authors"),
        ]
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, name)| name.to_owned())
        .collect();
        let extension = Extension {
            date,
            headline_lines: article.headline.lines,
            note: article.note,
            related,
            supplied: (!supplied.is_empty()).then_some(supplied),
            slug: None,
            rest: Rest::new(),
        };
        let (content_html, content_text) = match article.body {
            Body::Lost => (None, Some(String::new())),
            Body::Text(text) => (None, Some(text)),
            Body::Html(html) => (Some(html), None),
        };
        let title = Some(article.headline.text)
            .filter(|title| !title.is_empty() && !article.headline.derived);
        Self {
            id: article.id,
            url: article.url,
            title,
            date_published,
            authors: Author::list(&article.authors),
            summary: article.summary,
            content_html,
            content_text,
            tags: topics,
            language: article.language,
            extension: Some(extension).filter(|extension| *extension != Extension::default()),
            rest: Rest::new(),
        }
    }

    /// The items of an archive, in its order.
    #[must_use]
    pub fn all(archive: &Archive) -> Vec<Self> {
        archive
            .articles
            .iter()
            .map(|article| Self::in_archive(archive, article))
            .collect()
    }

    /// The item of an article of an archive.
    #[must_use]
    pub fn in_archive(archive: &Archive, article: &Article) -> Self {
        let topics = topics(archive, article);
        let related = article
            .related
            .iter()
            .map(|related| Pointer {
                title: Some(related.headline.clone()).filter(|title| !title.is_empty()),
                id: related
                    .article
                    .and_then(|at| archive.articles.get(at))
                    .map(|other| other.id.clone()),
                url: related.url.clone(),
            })
            .collect();
        Self::of(article.clone(), topics, related)
    }

    /// How many bytes its body has.
    #[must_use]
    pub fn text_length(&self) -> usize {
        let text = self.content_text.as_ref().map_or(0, String::len);
        text + self.content_html.as_ref().map_or(0, String::len)
    }

    /// The date it has, as EDTF or as it is written.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        let own = self
            .extension
            .as_ref()
            .and_then(|extension| extension.date.as_deref());
        own.or(self.date_published.as_deref())
    }
}

/// An article's topics by name.
#[must_use]
pub fn topics(archive: &Archive, article: &Article) -> Vec<String> {
    let topics = article
        .topics
        .iter()
        .filter_map(|at| archive.topics.get(usize::from(*at)));
    topics.map(|topic| topic.label.clone()).collect()
}

/// A date as `date_published` when JSON Feed can say it, else as EDTF.
pub(crate) fn dates(date: Option<&Edtf>) -> (Option<String>, Option<String>) {
    let Some(date) = date else {
        return (None, None);
    };
    let plain = date.precision() == Precision::Day
        && !date.approximate()
        && !date.uncertain()
        && date.earliest() == date.latest()
        && (0..=9999).contains(&date.earliest().year)
        && date.source().len() == "2003-03-07".len();
    if plain {
        (Some(format!("{}T00:00:00Z", date.source())), None)
    } else {
        (None, Some(date.source().to_owned()))
    }
}

/// Writes a feed: the head, then items as they come.
///
/// # Errors
/// When the writer refuses.
pub fn write<I: Serialize>(
    out: &mut impl Write,
    head: &Head,
    items: impl Iterator<Item = io::Result<I>>,
) -> io::Result<()> {
    let mut text = Vec::new();
    lay_out(&mut text, head, 0, 1)?;
    let text = text.trim_ascii_end();
    let open = text.strip_suffix(b"}").unwrap_or(text).trim_ascii_end();
    out.write_all(open)?;
    out.write_all(b",\n  \"items\": [")?;
    let mut first = true;
    for item in items {
        out.write_all(if first { b"\n    " } else { b",\n    " })?;
        lay_out(out, &item?, 2, 1)?;
        first = false;
    }
    out.write_all(if first { b"]\n}\n" } else { b"\n  ]\n}\n" })
}
