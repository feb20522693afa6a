//! Links between articles, settled when all of them are in.
//!
//! Until then a relative link to a page of the source stands in the packed
//! body under a marked address that nothing else has; a whole address on the
//! web stands as it is. Whatever is an article of this archive becomes
//! `articles/<slug>/`; a marked address that is none loses its link.

use std::collections::HashMap;
use std::io;

use archive::{Body, Link};

use super::{Desk, hash};
use crate::address;
use crate::feed::{self, Item};
use crate::markup;
use crate::problem::{Kind, Place, Severity, quoted};

/// What marked addresses begin with. No page of a source can be there: names
/// with a leading dot are passed over.
const MARK: &str = ".backissue/";

/// Stands in the list of links for any marked address.
pub(super) const MARKED: u64 = 0;

/// So many bytes of a text are more than the archive's reader looks at for an
/// article's first words.
const FIRST_WORDS: usize = 8 << 10;

/// Endings that say nothing about which page is meant.
const ENDINGS: &[&str] = &[
    ".html",
    ".htm",
    ".xhtml",
    ".php",
    ".md",
    ".markdown",
    ".txt",
    ".asp",
];

/// The address that marks a page of a source.
pub(super) fn marked(tree: usize, path: &str) -> String {
    format!("{MARK}{tree}/{}", page(path))
}

/// The key under which an article is known by a name: an absolute address or
/// a path in its source.
pub(super) fn key(tree: usize, name: &str) -> Option<String> {
    if name.contains("://") {
        return address::compared(name);
    }
    Some(marked(tree, name))
}

/// A path as pages are compared: without ending, `index`, or slashes around.
fn page(path: &str) -> String {
    let path = path
        .split(['?', '#'])
        .next()
        .unwrap_or(path)
        .trim_matches('/');
    let path = ENDINGS
        .iter()
        .find_map(|ending| path.strip_suffix(ending))
        .unwrap_or(path);
    let folder = path
        .strip_suffix("index")
        .map(|folder| folder.strip_suffix('_').unwrap_or(folder));
    let path = folder
        .filter(|folder| folder.is_empty() || folder.ends_with('/'))
        .unwrap_or(path);
    path.trim_end_matches('/').to_lowercase()
}

impl Desk<'_> {
    /// Learns the names of articles that only the output file has, so that what
    /// is read now may link to what was read before.
    pub(crate) fn know<'a>(&mut self, items: impl Iterator<Item = &'a Item>) {
        // Paths are of one source; of several nobody could say which.
        let alone = self.trees.len() == 1;
        for item in items {
            let path = Some(item.id.as_str()).filter(|id| alone || id.contains("://"));
            for name in item.url.as_deref().into_iter().chain(path) {
                if let Some(key) = key(1, name) {
                    self.only_there
                        .entry(hash(&key))
                        .or_insert_with(|| item.id.clone());
                }
            }
        }
    }

    /// Settles the links of every article. `slugs` tells where articles will
    /// stand, by their ids; it is asked for only when there is a link.
    ///
    /// # Errors
    /// When an item cannot be packed again, which does not happen.
    pub fn join(
        &mut self,
        slugs: impl FnOnce(&mut Self) -> io::Result<HashMap<String, String>>,
    ) -> io::Result<()> {
        let links = std::mem::take(&mut self.links);
        let mut articles: Vec<u32> = Vec::new();
        for (article, link) in &links {
            // A marked address must not stay, whether it leads somewhere or not.
            if *link == MARKED
                || self.known.contains_key(link)
                || self.only_there.contains_key(link)
            {
                articles.push(*article);
            }
        }
        drop(links);
        if articles.is_empty() {
            return Ok(());
        }
        let slugs = slugs(self)?;
        articles.sort_unstable();
        articles.dedup();
        let mut ids = HashMap::new();
        for article in articles {
            self.join_one(article, &slugs, &mut ids)?;
        }
        Ok(())
    }

    /// Settles the links of one. `ids` are of those that were linked to so far:
    /// an archive's front page is linked to by all others.
    fn join_one(
        &mut self,
        article: u32,
        slugs: &HashMap<String, String>,
        ids: &mut HashMap<u32, String>,
    ) -> io::Result<()> {
        let mut item = self.spool.get(article as usize)?;
        let Some(html) = item.content_html.take() else {
            return Ok(());
        };
        let slip = self.spool.slip(article as usize).copied();
        let place = slip.map_or_else(Place::default, |slip| Place {
            file: self
                .spool
                .files
                .get(slip.file as usize)
                .cloned()
                .unwrap_or_default(),
            line: slip.at.0,
            column: slip.at.1,
        });
        let mut blocks = Body::Html(html).blocks().0;
        let mut broken = Vec::new();
        let mut joined = 0;
        markup::addresses(&mut blocks, &mut |link, picture| {
            if picture {
                return true;
            }
            let (key, mark) = match &*link {
                Link::Inside(path) if path.starts_with(MARK) => (percent_decoded(path), true),
                Link::Outside(url) => match address::compared(url) {
                    Some(key) => (key, false),
                    None => return true,
                },
                Link::Inside(_) => return true,
            };
            let key_hash = hash(&key);
            let other = self.known.get(&key_hash).copied();
            let id = |other: &u32| Some(self.spool.get(*other as usize).ok()?.id);
            if let Some(other) = other.filter(|other| !ids.contains_key(other))
                && let Some(id) = id(&other)
            {
                ids.insert(other, id);
            }
            let slug = other
                .and_then(|other| slugs.get(ids.get(&other)?))
                .or_else(|| slugs.get(self.only_there.get(&key_hash)?));
            match slug {
                Some(slug) => {
                    joined += 1;
                    *link = Link::Inside(format!("articles/{slug}/"));
                    true
                }
                None if mark => {
                    let path = key.strip_prefix(MARK).and_then(|rest| rest.split_once('/'));
                    broken.push(quoted(path.map_or(&key, |(_, path)| path)));
                    false
                }
                None => true,
            }
        });
        self.counts.links += joined;
        for name in broken {
            self.log
                .note(place.clone(), Severity::Dropped, Kind::BrokenLink(name));
        }
        item.content_html = Some(markup::html(blocks));
        self.spool.replace(article as usize, &item)
    }
}

fn percent_decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path)
        .decode_utf8_lossy()
        .into_owned()
}

/// Where the articles of a feed will stand, by their ids: the archive's own
/// reader says so, from the heads of the articles alone.
///
/// # Errors
/// When the feed cannot be written, which does not happen.
pub(crate) fn slugs(
    head: &feed::Head,
    items: impl Iterator<Item = io::Result<Item>>,
) -> io::Result<HashMap<String, String>> {
    let mut bytes = Vec::new();
    let heads = items.map(|item| {
        let mut item = item?;
        // Without a title the address comes from the first words.
        if item.title.is_some() || item.summary.is_some() {
            (item.content_html, item.content_text) = (None, Some(String::new()));
        }
        if item.title.is_some() {
            item.summary = None;
        }
        item.content_text = item.content_text.map(|text| text.trim_start().to_owned());
        let texts = [
            &mut item.summary,
            &mut item.content_html,
            &mut item.content_text,
        ];
        for text in texts.into_iter().flatten() {
            text.truncate(text.floor_char_boundary(FIRST_WORDS));
        }
        if let Some(extension) = &mut item.extension {
            (extension.note, extension.related) = (None, Vec::new());
        }
        item.tags = Vec::new();
        item.authors = Vec::new();
        Ok(item)
    });
    feed::write(&mut bytes, head, heads)?;
    let archive = archive::read(&bytes).archive.unwrap_or_default();
    Ok(archive
        .articles
        .into_iter()
        .map(|article| (article.id, article.slug))
        .collect())
}
