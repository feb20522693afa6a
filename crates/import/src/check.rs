//! What a careful reader would find in an archive that can be read: beyond the
//! reader's own problems, what looks wrong in what it holds.
//!
//! Links that lead nowhere, pictures that are not there, text decoded wrongly
//! once, bodies with nothing in them or far too much, the same article twice,
//! dates outside the time the archive says it covers, members nobody knows.
//! It looks and tells; `fix.rs` mends.

mod places;

use std::collections::{HashMap, HashSet};

use archive::{Archive, Article, Body, Edtf, Link, Place as JsonPlace};

use crate::address;
use crate::markup;
use crate::mojibake;
use crate::problem::quoted;
use crate::text::Text;
use places::Places;

/// A body larger than this is a book: a phone takes a second to show it.
const LARGE_BODY: usize = 1 << 20;

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where: line and column from 1, 0 when unknown, and a JSON Pointer.
    pub place: JsonPlace,
    /// What.
    pub what: String,
    /// What to do.
    pub hint: &'static str,
    /// Whether [`crate::fix()`] mends it.
    pub mendable: bool,
}

/// What an archive holds, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles.
    pub articles: usize,
    /// Of those, how many have a text.
    pub with_text: usize,
    /// How many have no date.
    pub undated: usize,
    /// Words in all texts.
    pub words: usize,
}

/// Looks through an archive. `there` says whether a file is beside it.
#[must_use]
pub fn check(
    bytes: &[u8],
    archive: &Archive,
    there: &dyn Fn(&str) -> bool,
) -> (Vec<Finding>, Tally) {
    let text = Text::new(String::from_utf8_lossy(bytes).into_owned());
    let places = Places::of(text.as_str());
    let mut look = Look {
        archive,
        there,
        slugs: archive
            .articles
            .iter()
            .map(|article| article.slug.as_str())
            .collect(),
        seen: HashMap::new(),
        findings: Vec::new(),
        tally: Tally {
            articles: archive.articles.len(),
            ..Tally::default()
        },
        text: &text,
        places: &places,
    };
    look.unknown_members();
    for article in &archive.articles {
        look.article(article);
    }
    look.findings
        .sort_by_key(|finding| (finding.place.line, finding.place.column));
    (look.findings, look.tally)
}

struct Look<'a> {
    archive: &'a Archive,
    there: &'a dyn Fn(&str) -> bool,
    slugs: HashSet<&'a str>,
    seen: HashMap<(String, String, usize), String>,
    findings: Vec<Finding>,
    tally: Tally,
    text: &'a Text,
    places: &'a Places,
}

impl Look<'_> {
    fn find(
        &mut self,
        at: Option<(usize, String)>,
        what: String,
        hint: &'static str,
        mendable: bool,
    ) {
        let place = at.map_or_else(JsonPlace::default, |(at, pointer)| {
            let (line, column) = self.text.place(at);
            JsonPlace {
                pointer,
                line,
                column,
            }
        });
        self.findings.push(Finding {
            place,
            what,
            hint,
            mendable,
        });
    }

    fn unknown_members(&mut self) {
        for (at, pointer, name) in &self.places.unknown {
            let what = format!(
                "Nothing is known of a member “{}” in “_archive”.",
                quoted(name)
            );
            let hint = "Correct its name, or move it out of “_archive”; the reader passes it over.";
            self.find(Some((*at, pointer.clone())), what, hint, false);
        }
    }

    fn article(&mut self, article: &Article) {
        let at = |member: &str| self.places.of_member(&article.id, member);
        let (whole, title, body_at) = (
            at(""),
            at("title"),
            at("content_html").or_else(|| at("content_text")),
        );
        let (date_at, note_at, summary_at) = (at("date"), at("note"), at("summary"));
        let (blocks, notices) = article.body.blocks();
        let plain = archive::plain_text(&blocks);
        self.tally.with_text += usize::from(article.body.survives());
        self.tally.undated += usize::from(article.date.is_none());
        self.tally.words += archive::word_count(&plain);
        for (text, at) in [
            (
                Some(&article.headline.text),
                title.clone().or(whole.clone()),
            ),
            (article.summary.as_ref(), summary_at),
            (article.note.as_ref(), note_at),
            (Some(&plain), body_at.clone()),
        ] {
            if let Some(found) = text.and_then(|text| mojibake::find(text)) {
                let what = format!(
                    "{} seemingly decoded wrongly once, such as “{}”.",
                    if found.count == 1 {
                        "1 character".to_owned()
                    } else {
                        format!("{} characters", found.count)
                    },
                    sample(text.map_or("", |text| &text[found.first..]))
                );
                self.find(
                    at,
                    what,
                    "Run this again with --fix, or correct them.",
                    true,
                );
            }
        }
        for notice in notices {
            self.find(
                body_at.clone(),
                notice.0,
                "Nothing is to be done if it is not missed.",
                false,
            );
        }
        let source = match &article.body {
            Body::Html(text) | Body::Text(text) => text.len(),
            Body::Lost => 0,
        };
        if source > LARGE_BODY {
            let what = format!(
                "The body has {} kB; a phone takes long to show it.",
                source >> 10
            );
            self.find(
                body_at.clone(),
                what,
                "Divide the article, or take out what is no text.",
                false,
            );
        }
        if article.body.survives()
            && plain.trim().is_empty()
            && !markup::html(blocks.clone()).contains("<img")
        {
            self.find(
                body_at.clone(),
                "The body holds mark-up and no word.".into(),
                "Give it its text, or an empty “content_text” if that is lost.",
                false,
            );
        }
        self.date(article, date_at.or_else(|| whole.clone()));
        self.twice(article, &plain, whole);
        let mut blocks = blocks;
        let mut broken = Vec::new();
        markup::addresses(&mut blocks, &mut |link, picture| {
            if let Link::Inside(path) = &*link
                && let Some(what) = self.leads_nowhere(path, picture)
            {
                broken.push(what);
            }
            true
        });
        for (what, hint) in broken {
            self.find(body_at.clone(), what, hint, false);
        }
    }

    fn date(&mut self, article: &Article, at: Option<(usize, String)>) {
        let (Some(period), Some(date)) = (&self.archive.period, &article.date) else {
            return;
        };
        if date.latest() < period.earliest() || date.earliest() > period.latest() {
            let what = format!(
                "The date {} is outside the time the archive covers, {}.",
                date.source(),
                period.source()
            );
            self.find(
                at,
                what,
                "Correct the date, or the “period” of the archive.",
                false,
            );
        }
    }

    fn twice(&mut self, article: &Article, plain: &str, at: Option<(usize, String)>) {
        let date = article.date.as_ref().map_or("", Edtf::source).to_owned();
        if article.headline.derived || plain.trim().is_empty() {
            return;
        }
        let key = (article.headline.text.clone(), date, plain.len());
        if let Some(other) = self.seen.get(&key) {
            let what = format!(
                "The article is the same as “{}”: headline, date and length.",
                quoted(other)
            );
            self.find(at, what, "Remove one of them if they are one.", false);
        } else {
            self.seen.insert(key, article.id.clone());
        }
    }

    /// Why a relative address leads nowhere, if it does.
    fn leads_nowhere(&self, path: &str, picture: bool) -> Option<(String, &'static str)> {
        let Some(inside) = address::inside("", path) else {
            if path.starts_with(['?', '#']) || path == "./" || path == "." {
                return None;
            }
            let what = format!(
                "The address “{}” leads out of the archive’s folder.",
                quoted(path)
            );
            return Some((what, "Write a whole address, or one inside the folder."));
        };
        if let Some(slug) = inside.strip_prefix("articles/") {
            let slug = slug.trim_end_matches("/index.html").trim_end_matches('/');
            return (!self.slugs.contains(slug)).then(|| {
                let what = format!(
                    "The link to “{}” leads to no article of this archive.",
                    quoted(path)
                );
                (
                    what,
                    "Correct it: articles/, the article’s slug, and a slash.",
                )
            });
        }
        if !picture
            && (inside == "about"
                || inside.starts_with("years/")
                || inside == "feed.xml"
                || inside == "feed.json")
        {
            return None;
        }
        (!(self.there)(&inside)).then(|| {
            let what = format!("The file “{}” is not beside the archive.", quoted(path));
            (what, "Put it there, or correct the address.")
        })
    }
}

/// The first few characters.
fn sample(text: &str) -> String {
    text.chars().take(3).collect()
}
