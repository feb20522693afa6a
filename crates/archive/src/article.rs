//! The archive and its articles, as the rest of the house sees them.
//!
//! These types hold what was read and nothing that was not in the source,
//! except [`Article::slug`] (derived) and what [`Supplied`] marks as the
//! archivist's. They do not know how they were read (`read.rs`) or how they
//! are shown (the reader).

use crate::Edtf;

/// A whole collection, articles in reading order: newest first, undated last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Archive {
    /// The name on the masthead. Never empty.
    pub title: String,
    /// The line under the masthead.
    pub subtitle: Option<String>,
    /// What the archive is, in the publisher's words.
    pub description: Option<String>,
    /// BCP 47 language tag of the archive, for example `en-GB`.
    pub language: Option<String>,
    /// Where the source stood or stands, an allowed absolute address.
    pub home_page: Option<String>,
    /// The whole feed's authors, used for articles that name none.
    pub authors: Vec<String>,
    /// True when the source is closed and nothing more will come.
    pub expired: bool,
    /// The years the archive says it covers.
    pub period: Option<Edtf>,
    /// Where the text comes from and how it came here.
    pub provenance: Option<String>,
    /// What may be done with the archived text.
    pub rights: Option<String>,
    /// The archivist's note on the whole archive.
    pub note: Option<String>,
    /// How to hear of changes.
    pub updates: Option<Updates>,
    /// Every topic in use, in the order the archive lists them, then in order of first use.
    pub topics: Vec<Topic>,
    /// Every author in use, in order of first use.
    pub author_names: Vec<String>,
    /// The articles, newest first; undated ones last.
    pub articles: Vec<Article>,
}

/// A subject that articles share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Unique within the archive, fit for an address.
    pub slug: String,
    /// As shown.
    pub label: String,
}

/// How a reader hears of changes, in the source's own way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Updates {
    /// The source's own words.
    pub text: Option<String>,
    /// The address to write to, checked to be a plain e-mail address.
    pub email: Option<String>,
    /// What the message is to say.
    pub body: Option<String>,
}

/// One entry of the archive.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Article {
    /// As in the feed; unique within the archive.
    pub id: String,
    /// Fit for an address; unique within the archive; does not change when newer articles are added.
    pub slug: String,
    /// The headline.
    pub headline: Headline,
    /// A summary from the source.
    pub summary: Option<String>,
    /// Bylines: names, one a person or body.
    pub authors: Vec<String>,
    /// When it was published.
    pub date: Option<Edtf>,
    /// BCP 47 tag where it differs from the archive's.
    pub language: Option<String>,
    /// Places in [`Archive::topics`].
    pub topics: Vec<u16>,
    /// What of this entry the archivist supplied and the source did not.
    pub supplied: Supplied,
    /// The archivist's note.
    pub note: Option<String>,
    /// Where the article stood, an allowed absolute address.
    pub url: Option<String>,
    /// Articles it points to.
    pub related: Vec<Related>,
    /// The text, unparsed; see [`Body::blocks`].
    pub body: Body,
}

/// A headline of one or more lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headline {
    /// On one line. Never empty.
    pub text: String,
    /// The lines as the source broke them; empty when there is one line only.
    pub lines: Vec<String>,
    /// True when the source gives none and these are the first words of the
    /// summary or body.
    pub derived: bool,
}

/// Which facts the archivist supplied, and must be shown as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Supplied {
    /// The date.
    pub date: bool,
    /// The topics.
    pub topics: bool,
    /// The headline.
    pub headline: bool,
    /// The byline.
    pub authors: bool,
}

/// A pointer from one article to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Its headline, as the source gives it.
    pub headline: String,
    /// Place in [`Archive::articles`] when it is in this archive.
    pub article: Option<usize>,
    /// An allowed address elsewhere.
    pub url: Option<String>,
}

/// The text of an article as it stands in the file.
///
/// Parsing is put off until the text is shown: a large archive opens without it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Body {
    /// The body is lost; only the headline survives.
    #[default]
    Lost,
    /// `content_text`.
    Text(String),
    /// `content_html`.
    Html(String),
}

/// Something left out of a body while parsing it, in words for the publisher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice(pub String);

impl Body {
    /// True when there is text to read.
    #[must_use]
    pub fn survives(&self) -> bool {
        !matches!(self, Self::Lost)
    }
}
