//! One article, from an entry of `items`.
//!
//! Read of an item: `id`, `url`, `external_url`, `title`, `summary`,
//! `content_html` (which wins), `content_text`, `date_published`, `authors`
//! (and `author` of JSON Feed 1.0), `tags`, `language`, and `_archive` with
//! `date` (EDTF; wins over `date_published`), `headline_lines`, `note`,
//! `related` (`title`, `id`, `url`), `supplied` and `slug`. All else is passed
//! over in silence.

use super::feed::Feed;
use super::limits::{DERIVED_FROM, DERIVED_HEADLINE, MOST_ENTRIES};
use crate::clean::{cut_at_word, one_line};
use crate::json::{Json, Kind};
use crate::log::quoted;
use crate::{Article, Body, Headline, Listed, ProblemKind, Related, Severity, Supplied, slug};

/// What is to be settled about an article when the whole archive is known.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) topics: Vec<String>,
    pub(super) supplied: Option<Supplied>,
    pub(super) slug: Option<String>,
    /// The id each of [`Article::related`] points to.
    pub(super) related: Vec<Option<String>>,
    /// Where the item stands in the file, in bytes and in `items`.
    pub(super) at: usize,
    pub(super) entry: u32,
}

/// Reads the value that stands next, and adds the article it holds, if any.
pub(super) fn read(json: &mut Json<'_>, entry: u32, feed: &mut Feed) {
    let kind = json.kind();
    let at = json.at();
    if kind != Kind::Object {
        json.note(at, Severity::Dropped, ProblemKind::NotAnArticle);
        json.skip();
        return;
    }
    let mut article = Article::default();
    let mut draft = Draft {
        at,
        entry,
        ..Draft::default()
    };
    let mut title = None;
    let mut external_url = None;
    let mut published = None;
    let mut author = Vec::new();
    let mut text = None;
    json.object(&mut |json, member| match member {
        "id" => article.id = json.own().unwrap_or_default(),
        "url" => article.url = json.web_address(),
        "external_url" => external_url = json.web_address(),
        "title" => title = json.line(),
        "summary" => article.summary = json.paragraphs(),
        "content_html" => {
            if let Some(html) = json.body() {
                article.body = Body::Html(html);
            }
        }
        "content_text" => text = json.body(),
        "date_published" => published = json.date(),
        "authors" => json.names(&mut article.authors),
        "author" => json.names(&mut author),
        "tags" => draft.topics = json.labels(),
        "language" => article.language = json.language(),
        "_archive" => json.object(&mut |json, member| {
            extension(json, member, &mut article, &mut draft);
        }),
        _ => json.skip(),
    });
    if let (Body::Lost, Some(text)) = (&article.body, text) {
        article.body = Body::Text(text);
    }
    if article.authors.is_empty() {
        article.authors = author;
    }
    article.date = article.date.take().or(published);
    article.url = article.url.take().or(external_url);
    headline(&mut article, title);
    if json.cut {
        // Half an article is kept when it can be told which it is.
        if article.headline.derived || article.headline.text.is_empty() {
            return;
        }
        json.note(at, Severity::Dropped, ProblemKind::CutArticle);
    } else if article.headline.text.is_empty() {
        json.note(at, Severity::Dropped, ProblemKind::EmptyArticle);
        return;
    }
    if article.id.is_empty() {
        article.id = article.url.clone().unwrap_or_else(|| {
            let mut id = String::from("article-");
            crate::number::push_number(&mut id, u64::from(entry) + 1, 1);
            id
        });
        json.note(
            at,
            Severity::Repaired,
            ProblemKind::NoId(quoted(&article.id)),
        );
    }
    feed.archive.articles.push(article);
    feed.drafts.push(draft);
}

/// A member of an item's `_archive`.
fn extension(json: &mut Json<'_>, member: &str, article: &mut Article, draft: &mut Draft) {
    match member {
        "date" => article.date = json.date(),
        "headline_lines" => article.headline.lines = json.lines(Listed::Lines),
        "note" => article.note = json.paragraphs(),
        "supplied" => draft.supplied = Some(json.supplied()),
        "slug" => {
            let at = json.place();
            draft.slug = json.own();
            if let Some(bad) = draft.slug.take_if(|slug| !slug::is_valid(slug)) {
                json.note(at, Severity::Dropped, ProblemKind::BadSlug(quoted(&bad)));
            }
        }
        "related" => json.list(MOST_ENTRIES, Listed::Pointers, &mut |json| {
            related(json, article, draft);
        }),
        _ => json.skip(),
    }
}

/// An entry of `related`; a text alone is an id.
fn related(json: &mut Json<'_>, article: &mut Article, draft: &mut Draft) {
    let (mut headline, mut id, mut url) = (None, None, None);
    if json.kind() == Kind::Text {
        id = json.own();
    } else {
        json.object(&mut |json, member| match member {
            "title" => headline = json.line(),
            "id" => id = json.own(),
            "url" => url = json.web_address(),
            _ => json.skip(),
        });
    }
    if headline.is_none() && id.is_none() && url.is_none() {
        return;
    }
    article.related.push(Related {
        headline: headline.unwrap_or_default(),
        article: None,
        url,
    });
    draft.related.push(id);
}

/// Settles the headline: the title, its lines joined, or the first words.
fn headline(article: &mut Article, title: Option<String>) {
    let lines = std::mem::take(&mut article.headline.lines);
    let given = title.or_else(|| Some(lines.join(" ")).filter(|joined| !joined.is_empty()));
    let derived = given.is_none();
    article.headline = Headline {
        text: given.unwrap_or_else(|| first_words(article)),
        lines: if lines.len() > 1 { lines } else { Vec::new() },
        derived,
    };
}

/// The first words of the summary or the body, for an article without a title.
fn first_words(article: &Article) -> String {
    let short = |text: &str| text[..text.floor_char_boundary(DERIVED_FROM)].to_owned();
    let text = match (&article.summary, &article.body) {
        (Some(summary), _) => short(summary),
        (None, Body::Lost) => return String::new(),
        (None, Body::Text(text)) => short(text.trim_start()),
        (None, Body::Html(html)) => Body::Html(short(html)).plain_text(),
    };
    let (line, _) = one_line(&text);
    let mut words = cut_at_word(&line, DERIVED_HEADLINE).to_owned();
    if words.len() < line.len() {
        words.push('…');
    }
    if words.is_empty() && article.body.survives() {
        // A body of pictures alone.
        words.push('…');
    }
    words
}
