//! An entry of a feed while its fields come in, and what it becomes.

use archive::{Article, Body, Headline, Supplied};

use super::texts::Text;
use super::{Family, Feed, is_language, web};
use crate::dates;
use crate::desk::{Desk, MOST_BODY, Page};
use crate::entry::Entry;
use crate::problem::{Kind, Severity, quoted};
use crate::wordpress;

/// Which of several fields of a kind a text or date came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// The whole article.
    Content,
    /// RSS's description: the whole article or a summary.
    Description,
    /// A summary.
    Summary,
    /// WordPress's hand-made summary.
    Excerpt,
    /// What a module says in place of a summary.
    Spare,
    /// When it was published.
    Date,
    /// When it was last changed.
    Updated,
}

/// An entry while its fields come in.
#[derive(Debug, Default)]
pub(crate) struct Building {
    pub at: usize,
    pub about: Option<String>,
    pub base: Option<String>,
    pub language: Option<String>,
    pub title: Option<Text>,
    pub spare_title: Option<Text>,
    pub texts: Vec<(Field, Text)>,
    pub dates: Vec<(Field, usize, String)>,
    pub guid: Option<String>,
    pub permanent: Option<String>,
    pub link: Option<String>,
    pub known_as: Vec<String>,
    pub authors: Vec<String>,
    pub spare_authors: Vec<String>,
    pub topics: Vec<String>,
    pub attached: u32,
    pub own_date: Option<String>,
    pub supplied: Option<String>,
    pub note: Option<String>,
    pub lost: bool,
    pub wordpress: wordpress::Post,
}

impl Building {
    /// Whether any of its texts says something.
    pub fn has_text(&self) -> bool {
        let mut texts = self.texts.iter();
        texts.any(|(_, text)| !text.text.trim().is_empty())
    }

    pub fn new(at: usize) -> Self {
        Self {
            at,
            ..Self::default()
        }
    }
}

/// Makes an article of an entry and hands it over.
pub(super) fn finish(desk: &mut Desk<'_>, page: &Page, feed: &mut Feed, mut open: Building) {
    if feed.blog.passes_over(desk, page, &mut open) {
        return;
    }
    let title = open.title.take().or(open.spare_title.take());
    let bare = title
        .iter()
        .chain(open.texts.iter().map(|(_, text)| text))
        .find_map(|text| text.bare);
    if let Some(bare) = bare {
        let name = if feed.family == Family::Rss {
            "description"
        } else {
            "content"
        };
        desk.note(
            page,
            bare,
            Severity::Repaired,
            Kind::BareMarkup(name.into()),
        );
    }
    if open.authors.is_empty() {
        open.authors = std::mem::take(&mut open.spare_authors);
    }
    let headline = Headline {
        text: title.map(Text::line).unwrap_or_default(),
        ..Headline::default()
    };
    let (body, summary, cut) = texts(std::mem::take(&mut open.texts), &feed.blog);
    if cut {
        let kind = Kind::LongBody(MOST_BODY);
        desk.note(page, open.at, Severity::Dropped, kind);
    }
    let mut article = Article {
        headline,
        body,
        summary,
        authors: open
            .authors
            .iter()
            .map(|name| feed.blog.author(&plain_name(name)))
            .collect(),
        url: open.link.take().or(open.permanent.take()),
        note: open.note.take(),
        ..Article::default()
    };
    let own_id = open
        .guid
        .take()
        .map(|id| id.trim().to_owned())
        .filter(|id| !id.is_empty());
    let about = open.about.take().filter(|about| !about.is_empty());
    article.url = article.url.or_else(|| about.as_deref().and_then(web));
    article.id = own_id
        .or(about)
        .or_else(|| article.url.clone())
        .unwrap_or_default();
    article.language = language(desk, page, &open);
    let lost = undo_our_own(&mut article, &mut open, feed);
    date(desk, page, feed, &open, &mut article);
    let mut known_as = std::mem::take(&mut open.known_as);
    known_as.extend(web(&article.id));
    known_as.extend(open.wordpress.addresses(feed.base.as_deref()));
    let base = article
        .url
        .clone()
        .or_else(|| open.base.clone())
        .or_else(|| feed.base.clone());
    desk.take(
        &page.label,
        Entry {
            article,
            topics: open.topics,
            known_as,
            base,
            at: page.text.place(open.at),
            lost,
            ..Entry::default()
        },
    );
}

/// The body and the summary from what texts there are, and whether the end of
/// the body is missing.
fn texts(texts: Vec<(Field, Text)>, blog: &wordpress::Blog) -> (Body, Option<String>, bool) {
    let (mut content, mut description, mut summary, mut spare) = (None, None, None, None);
    for (field, text) in texts {
        if text.text.trim().is_empty() {
            continue;
        }
        match field {
            Field::Content => content = content.or(Some(text)),
            Field::Description => description = description.or(Some(text)),
            Field::Spare => spare = spare.or(Some(text)),
            _ => summary = summary.or(Some(text)),
        }
    }
    let Some(content) = content else {
        // Without a whole article the description is the nearest to it; a
        // summary stays one only beside something longer.
        let (body, rest) = match description {
            Some(description) => (Some(description), summary),
            None => (summary.or(spare), None),
        };
        return (
            body.map(Text::body).unwrap_or_default(),
            rest.map(Text::plain),
            false,
        );
    };
    let (content, cut) = if blog.is_empty() {
        (content, false)
    } else {
        let (text, cut) = wordpress::paragraphs(&content.text);
        (Text { text, ..content }, cut)
    };
    let body = content.body();
    let summary = summary.or(description).map(Text::plain);
    (body, summary, cut)
}

/// `jane@example.org (Jane Doe)` and `Jane Doe <jane@example.org>` name Jane
/// Doe; an address alone is no name to print.
fn plain_name(text: &str) -> String {
    let text = text.trim();
    if let Some((address, name)) = text.split_once('(')
        && address.contains('@')
    {
        return name.trim_end_matches(')').trim().to_owned();
    }
    if let Some((name, address)) = text.split_once('<')
        && address.contains('@')
    {
        return name.trim().trim_matches('"').to_owned();
    }
    if text.contains('@') && !text.contains(' ') {
        return text.split('@').next().unwrap_or_default().to_owned();
    }
    text.to_owned()
}

fn language(desk: &mut Desk<'_>, page: &Page, open: &Building) -> Option<String> {
    let tag = open.language.as_ref()?.trim().replace('_', "-");
    if tag.is_empty() {
        return None;
    }
    if !is_language(&tag) {
        desk.note(
            page,
            open.at,
            Severity::Dropped,
            Kind::BadLanguage(quoted(&tag)),
        );
        return None;
    }
    (desk.head.language.as_ref() != Some(&tag)).then_some(tag)
}

fn date(desk: &mut Desk<'_>, page: &Page, feed: &Feed, open: &Building, article: &mut Article) {
    let own = open.own_date.as_ref().map(|date| (open.at, date));
    let of = |field| {
        open.dates
            .iter()
            .find(move |(kind, _, date)| *kind == field && !date.is_empty())
            .map(|(_, at, date)| (*at, date))
    };
    // Atom wants every entry updated, so ours make that up where they must.
    let updated = of(Field::Updated).filter(|_| !feed.ours);
    let wordpress = open.wordpress.date();
    let Some((at, text)) = own.or(wordpress).or(of(Field::Date)).or(updated) else {
        return;
    };
    let read = dates::read(text);
    if let Some((severity, kind)) = read.remark {
        desk.note(page, at, severity, kind);
    }
    article.date = read.date;
}

/// Takes back what our own feeds add for feed readers; whether the body is
/// known to be lost.
fn undo_our_own(article: &mut Article, open: &mut Building, feed: &Feed) -> bool {
    if !feed.ours {
        return false;
    }
    if let Some(supplied) = &open.supplied {
        let has = |name| supplied.split_whitespace().any(|word| word == name);
        article.supplied = Supplied {
            date: has("date"),
            topics: has("tags"),
            headline: has("headline"),
            authors: has("authors"),
        };
    }
    if open.lost {
        article.body = Body::Lost;
    }
    crate::ours::undo(article);
    !article.body.survives()
}
