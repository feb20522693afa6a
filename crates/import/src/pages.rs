//! Saved web pages: the article in each, found as a reader mode finds it.
//!
//! A page becomes a tree ([`dom`]), its words blocks that are weighed
//! ([`blocks`], with what names tell in [`names`]), the main text is where the
//! weight is ([`main_text`]), and headline, byline and date are asked of all
//! that may know ([`facts`]). Pages of one folder are of one site: what they
//! share (the name in every title, the same line on every page) is learned
//! from some of them first.

mod blocks;
mod byline;
mod data;
mod dateline;
mod dom;
mod facts;
mod headline;
mod holder;
mod lines;
mod main_text;
mod names;
mod own;
mod written;

use std::collections::HashMap;

use archive::{Article, Body, Headline};

use crate::address::{folder_of, stem_of};
use crate::dates;
use crate::decode::{States, decode};
use crate::desk::{Desk, Page};
use crate::entry::Entry;
use crate::feeds::web;
use crate::problem::{Kind, Severity};
use crate::text::Text;
use crate::tree::Tree;
use blocks::Shared;
use data::Data;
use dom::Dom;
use facts::Facts;

/// So many pages tell what a site's pages share.
const SAMPLE: usize = 40;

/// Larger pages are not part of the sample: it is read beside the rest.
const LARGEST_SAMPLE: u64 = 1 << 20;

/// A summary with fewer words than this is a slogan.
const SHORT_SUMMARY: usize = 4;

/// What the pages of a site share.
#[derive(Debug, Default)]
pub struct Patterns {
    shared: Shared,
    /// Parts of titles and how many pages have them.
    titles: HashMap<String, u32>,
    pages: u32,
}

impl Patterns {
    /// Learns from some of a source's pages, evenly chosen.
    #[must_use]
    pub fn of<'a>(tree: &Tree, paths: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let mut patterns = Self::default();
        let step = paths.len().div_ceil(SAMPLE).max(1);
        if paths.len() < 2 {
            return patterns;
        }
        for path in paths.step_by(step) {
            let bytes = tree.start(path, LARGEST_SAMPLE);
            let text = decode(bytes, States::InHtml, u64::MAX).map(|decoded| decoded.text);
            let dom = Dom::parse(&text.unwrap_or_default());
            patterns.shared.learn(&blocks::blocks(&dom));
            patterns.pages += 1;
            let title = dom.find(dom.top(), &["title"]);
            if let Some(title) = title.map(|id| dom.start(id, headline::LONGEST)) {
                let mut parts: Vec<String> =
                    headline::parts(&title).into_iter().map(letters).collect();
                parts.push(letters(&title));
                parts.sort_unstable();
                parts.dedup();
                for part in parts {
                    *patterns.titles.entry(part).or_default() += 1;
                }
            }
        }
        patterns
    }

    /// Whether enough pages were seen to tell.
    fn knows(&self) -> bool {
        self.pages >= 3
    }

    /// Whether a part of a title is the site's: on half of the pages.
    fn is_site(&self, text: &str) -> bool {
        self.knows()
            && self
                .titles
                .get(&letters(text))
                .is_some_and(|count| count * 2 > self.pages && *count > 1)
    }
}

fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Reads a page. Its text goes as soon as there is a tree of it, and the tree
/// before the article is handed over: each is as large as the page.
pub fn read(desk: &mut Desk<'_>, page: Page, patterns: &Patterns) {
    let (dom, saved) = (Dom::parse(page.as_str()), saved_from(page.as_str()));
    let page = Page {
        text: Text::default(),
        ..page
    };
    if dom.cut {
        desk.note_file(&page.label, Severity::Dropped, Kind::HugePage);
    }
    let entry = entry(desk, &page, &dom, saved, patterns);
    drop(dom);
    match entry {
        Some(entry) => desk.take(&page.label, entry),
        None => desk.pass(
            &page,
            0,
            Kind::OtherEntries(1, "page about many articles".into()),
        ),
    }
}

/// The article of a page; nothing when it is one of ours about many.
fn entry(
    desk: &mut Desk<'_>,
    page: &Page,
    dom: &Dom,
    saved: Option<String>,
    patterns: &Patterns,
) -> Option<Entry> {
    let data = Data::of(dom);
    if let Some(mut entry) = own::read(dom, &data) {
        // Addresses in it are taken from the folder of the whole site.
        entry.article.id = folder_of(&page.path)
            .rsplit('/')
            .next()
            .filter(|id| !id.is_empty())
            .unwrap_or(stem_of(&page.path))
            .to_owned();
        let site = folder_of(folder_of(folder_of(&page.path)));
        entry.folder = site.to_owned();
        entry.known_as = vec![
            page.path.clone(),
            format!("{site}/articles/{}", entry.article.id),
        ];
        entry.at = (1, 1);
        if desk.head.title.is_empty() {
            desk.head.title = data.meta(&["og:site_name"]).unwrap_or_default().to_owned();
        }
        if desk.head.language.is_none() {
            desk.head.language = dom.attribute(dom.top(), "lang").map(str::to_owned);
        }
        return Some(entry);
    }
    (!own::is_other(dom, &data)).then(|| foreign(desk, page, dom, &data, saved, patterns))
}

/// A page that anybody wrote.
fn foreign(
    desk: &mut Desk<'_>,
    page: &Page,
    dom: &Dom,
    data: &Data<'_>,
    saved: Option<String>,
    patterns: &Patterns,
) -> Entry {
    let mut facts = facts::facts(dom, data, patterns);
    let mut found = blocks::blocks(dom);
    blocks::weigh(dom, &mut found, &patterns.shared);
    let main = main_text::find(dom, &found, &facts.headline);
    if let Some(main) = &main {
        let parts = headline::parts(&facts.title);
        let is_said = |part: &&&str| main.before.iter().any(|line| lines::same(line, part));
        let unsure = !facts.sure && parts.len() > 1;
        if let Some(said) = parts.iter().find(is_said).filter(|_| unsure) {
            facts.headline = (*said).to_owned();
        }
        let lines = || main.before.iter().chain(&main.after);
        if facts.authors.is_empty() {
            facts.authors = lines()
                .map(|line| byline::of_line(line, false))
                .find(|names| !names.is_empty())
                .unwrap_or_else(|| byline::at_address(dom, dom.top()..main.first));
        }
        if facts.date.is_none() {
            facts.date = lines().find_map(|line| dateline::in_line(line));
        }
    }
    let url = facts.url.clone().or(saved);
    let date = facts
        .date
        .take()
        .or_else(|| dateline::in_address(url.as_deref().unwrap_or_default()))
        .or_else(|| dateline::in_address(&page.path));
    let read = date.map(|date| dates::read(&date)).unwrap_or_default();
    if let Some((severity, kind)) = read.remark {
        desk.note_file(&page.label, severity, kind);
    }
    let lost = main.is_none();
    if lost {
        desk.note_file(&page.label, Severity::Dropped, Kind::NoMainText);
    }
    if facts.headline.is_empty() {
        facts.headline = crate::markdown::spoken(crate::markdown::of_name(stem_of(&page.path)).1);
    }
    head(desk, &facts);
    let body = main.map_or(Body::Lost, |main| Body::Html(main.html));
    let summary = facts
        .summary
        .filter(|summary| summary.split_whitespace().count() >= SHORT_SUMMARY);
    let summary = summary.filter(|summary| !begins_with(&body, summary));
    let language = facts
        .language
        .filter(|tag| desk.head.language.as_ref() != Some(tag));
    Entry {
        article: Article {
            id: page
                .path
                .strip_suffix(&format!(".{}", crate::address::ending_of(&page.path)))
                .unwrap_or(&page.path)
                .to_owned(),
            headline: Headline {
                text: facts.headline,
                ..Headline::default()
            },
            summary,
            authors: facts.authors,
            date: read.date,
            language,
            url,
            body,
            ..Article::default()
        },
        topics: facts.topics,
        known_as: vec![page.path.clone()],
        folder: folder_of(&page.path).to_owned(),
        at: (1, 1),
        lost,
        ..Entry::default()
    }
}

/// Keeps what a page says of the whole site.
fn head(desk: &mut Desk<'_>, facts: &Facts) {
    if desk.head.title.is_empty()
        && let Some(site) = &facts.site
    {
        desk.head.title.clone_from(site);
    }
    if desk.head.language.is_none() {
        desk.head.language.clone_from(&facts.language);
    }
}

/// So many times as long as its words is the beginning of a text at most, with
/// pictures and links in it.
const MARKED_UP: usize = 100;

/// Whether a summary is just the beginning of the text.
fn begins_with(body: &Body, summary: &str) -> bool {
    let Body::Html(html) = body else {
        return false;
    };
    let start = html.floor_char_boundary(summary.len() * MARKED_UP);
    let text = letters(&Body::Html(html[..start].to_owned()).plain_text());
    let summary = letters(
        summary
            .trim_end_matches(['…', '.'])
            .trim_end_matches("[...]"),
    );
    text.starts_with(&summary)
}

/// The address browsers note in a page they save.
fn saved_from(text: &str) -> Option<String> {
    let start = &text[..text.floor_char_boundary(2_048)];
    let after = start.split("saved from url=").nth(1)?;
    let address = after.split([' ', '>']).next()?;
    // `(0038)http://…`: the length of the address stands before it.
    web(address
        .split_once(')')
        .map_or(address, |(_, address)| address))
}
