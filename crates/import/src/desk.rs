//! The desk every article crosses: whatever the format it came in, here its
//! body becomes what the reader will show, its pictures are looked for, its id
//! is made unique, and it is packed away.
//!
//! Readers of formats hand over entries with [`Desk::take`] and problems with
//! [`Desk::note`]; they write nothing themselves. Links between articles wait
//! until all are in (`desk/links.rs`).

mod body;
mod files;
mod lines;
mod links;

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use archive::{Archive, Body, Edtf};

use crate::entry::Entry;
use crate::feed::Item;
use crate::log::Log;
use crate::problem::{Kind, Place, Severity, quoted};
use crate::spool::Spool;
use crate::text::Text;
use crate::tree::Tree;

pub use files::Copy;
pub(crate) use lines::{MOST_ENTRIES, one_line};
pub(crate) use links::slugs as links_slugs;

/// A browser holds no more in one archive; the archive's reader neither.
const MOST_ARTICLES: u32 = 1_000_000;

/// The longest body that the archive's reader takes.
pub(crate) const MOST_BODY: usize = 8 << 20;

/// The articles of a source of so many bytes may take this many times as much
/// and [`KEPT_FLOOR`]; packed as they are, an honest source's take less than
/// it does. What is read at a time has the rest of the memory that imports are
/// held to (eight times the input and 64 MB).
const KEPT_RATIO: usize = 5;

const KEPT_FLOOR: usize = 16 << 20;

/// What an article takes that was read and not yet packed, beside its words; a
/// file that is read whole may have so many of them that they take as much as
/// the packed ones may, and this.
const READ_AT_ONCE: usize = 750;

const READ_FLOOR: usize = 24 << 20;

/// What is held of an article beside its packed words: its slip, the names it
/// is known by, and for a moment what tells where it will stand.
const AN_ARTICLE: usize = 400;

/// A decoded file with the name to call it in messages.
#[derive(Debug)]
pub struct Page {
    /// As messages name it.
    pub label: String,
    /// Where it is in its tree.
    pub path: String,
    /// What it says.
    pub text: Text,
}

impl Page {
    /// Its words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }
}

/// How far an import has come.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// The file being read.
    pub file: &'a str,
    /// Articles so far.
    pub articles: usize,
    /// Bytes read and bytes in all.
    pub bytes: (u64, u64),
}

/// What happened to articles, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Entries met in the sources, published or not.
    pub read: u64,
    /// Articles in the output that came from the sources.
    pub kept: u64,
    /// Of those, how many had something mended.
    pub repaired: u64,
    /// Entries that are not in the output.
    pub dropped: u64,
    /// Links that now lead from article to article.
    pub links: u64,
}

/// See the module.
pub struct Desk<'p> {
    /// What was wrong.
    pub log: Log,
    /// What the sources say of themselves as a whole.
    pub head: Archive,
    /// What happened.
    pub counts: Counts,
    /// Whether unpublished articles are wanted.
    pub drafts: bool,
    /// Folders from which addresses that begin with a slash are taken.
    pub roots: Vec<String>,
    pub(crate) spool: Spool,
    trees: Vec<Rc<Tree>>,
    ids: HashMap<u64, u32>,
    known: HashMap<u64, u32>,
    /// Ids of articles that only the output file has, by names they are known by.
    only_there: HashMap<u64, String>,
    links: Vec<(u32, u64)>,
    copies: files::Copies,
    /// How many bytes the sources are.
    sources: u64,
    on_progress: Box<dyn FnMut(Progress<'_>) + 'p>,
    bytes: (u64, u64),
}

impl std::fmt::Debug for Desk<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk")
            .field("counts", &self.counts)
            .finish_non_exhaustive()
    }
}

/// A hash that is the same everywhere and always.
fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

impl<'p> Desk<'p> {
    /// An empty desk.
    #[must_use]
    pub fn new(on_progress: Box<dyn FnMut(Progress<'_>) + 'p>) -> Self {
        Self {
            log: Log::default(),
            head: Archive::default(),
            counts: Counts::default(),
            drafts: false,
            roots: vec![String::new()],
            spool: Spool::default(),
            trees: Vec::new(),
            ids: HashMap::new(),
            known: HashMap::new(),
            only_there: HashMap::new(),
            links: Vec::new(),
            copies: files::Copies::default(),
            sources: 0,
            on_progress,
            bytes: (0, 0),
        }
    }

    /// Turns to another source.
    pub fn turn_to(&mut self, tree: Rc<Tree>) {
        if let Some(size) = tree.packed_size() {
            self.sources += size;
        }
        self.trees.push(tree);
    }

    /// Says that a file of so many bytes was read from the source at hand.
    pub fn has_read(&mut self, bytes: usize) {
        if !self.tree().is_some_and(|tree| tree.is_zip()) {
            self.sources += bytes as u64;
        }
    }

    /// How many articles may be read at once, beside their words.
    pub(crate) fn room_at_once(&self) -> usize {
        let sources = usize::try_from(self.sources).unwrap_or(usize::MAX);
        let room = sources.saturating_mul(KEPT_RATIO);
        room.saturating_add(READ_FLOOR) / READ_AT_ONCE
    }

    /// Whether another article may be kept.
    fn has_room(&self) -> bool {
        let sources = usize::try_from(self.sources).unwrap_or(usize::MAX);
        let room = sources
            .saturating_mul(KEPT_RATIO)
            .saturating_add(KEPT_FLOOR);
        self.spool.bytes() + self.spool.len() * AN_ARTICLE <= room
    }

    /// Says how many bytes there are to read.
    pub fn expect(&mut self, bytes: u64) {
        self.bytes.1 += bytes;
    }

    /// The source at hand.
    #[must_use]
    pub fn tree(&self) -> Option<&Rc<Tree>> {
        self.trees.last()
    }

    /// Says that a file of so many bytes is done.
    pub fn done(&mut self, file: &str, bytes: u64) {
        self.bytes.0 += bytes;
        self.tell(file);
    }

    fn tell(&mut self, file: &str) {
        let articles = self.spool.len();
        (self.on_progress)(Progress {
            file,
            articles,
            bytes: self.bytes,
        });
    }

    /// Notes a problem at an offset of a file.
    pub fn note(&mut self, page: &Page, at: usize, severity: Severity, kind: Kind) {
        let (line, column) = page.text.place(at);
        let file = page.label.clone();
        self.log.note(Place { file, line, column }, severity, kind);
    }

    /// Notes a problem with a file as a whole.
    pub fn note_file(&mut self, label: &str, severity: Severity, kind: Kind) {
        let file = label.to_owned();
        self.log.note(
            Place {
                file,
                line: 0,
                column: 0,
            },
            severity,
            kind,
        );
    }

    /// Notes an entry that is no article to be kept.
    pub fn pass(&mut self, page: &Page, at: usize, kind: Kind) {
        self.counts.read += 1;
        self.counts.dropped += 1;
        self.note(page, at, Severity::Dropped, kind);
    }

    /// Takes an article.
    pub fn take(&mut self, label: &str, mut entry: Entry) {
        self.counts.read += 1;
        let before = self.log.counts().map(|(_, _, count)| count).sum::<u64>();
        let place = Place {
            file: label.to_owned(),
            line: entry.at.0,
            column: entry.at.1,
        };
        if self.spool.len() >= MOST_ARTICLES as usize {
            self.counts.dropped += 1;
            return self
                .log
                .note(place, Severity::Dropped, Kind::TooMany(MOST_ARTICLES));
        }
        if !self.has_room() {
            self.counts.dropped += 1;
            return self.log.note(place, Severity::Dropped, Kind::TooMuch);
        }
        self.lines(&place, &mut entry);
        let lost = entry.lost || matches!(entry.article.body, Body::Lost);
        let (body, links) = self.body(&place, &mut entry);
        entry.article.body = body;
        let article = &entry.article;
        if !article.body.survives() {
            if article.headline.text.is_empty() && article.summary.is_none() {
                self.counts.dropped += 1;
                return self.log.note(place, Severity::Dropped, Kind::EmptyArticle);
            }
            if !entry.lost {
                let severity = if lost {
                    Severity::Repaired
                } else {
                    Severity::Dropped
                };
                self.log.note(place.clone(), severity, Kind::HeadlineOnly);
            }
        } else if article.headline.text.is_empty() && article.summary.is_none() {
            self.log
                .note(place.clone(), Severity::Repaired, Kind::NoHeadline);
        }
        let Some(at) = self.keep(place, entry) else {
            return;
        };
        self.links.extend(links.into_iter().map(|link| (at, link)));
        let after = self.log.counts().map(|(_, _, count)| count).sum::<u64>();
        self.counts.repaired += u64::from(after > before);
        if self.spool.len().is_multiple_of(64) {
            self.tell(label);
        }
    }

    /// Gives the entry an id of its own and packs it away; its number.
    fn keep(&mut self, place: Place, mut entry: Entry) -> Option<u32> {
        // White space around an id does not count, to the archive's reader either.
        entry.article.id = entry.article.id.trim().to_owned();
        if entry.article.id.is_empty() {
            entry.article.id = self.made_id(&place, &entry);
        }
        let tree = self.trees.len();
        let known_as = std::mem::take(&mut entry.known_as);
        let latest = entry.article.date.as_ref().map(Edtf::latest);
        let mut item = Item::of(entry.article, entry.topics, entry.related);
        let mut number = u32::try_from(self.spool.len()).ok()?;
        if let Some(&taken) = self.ids.get(&hash(&item.id)) {
            let other = self.spool.get(taken as usize).ok()?;
            if other.id == item.id
                && (other.title == item.title || (other.url.is_some() && other.url == item.url))
            {
                let title = quoted(item.title.as_deref().unwrap_or(&item.id));
                self.counts.dropped += 1;
                self.log
                    .note(place, Severity::Dropped, Kind::Repeated(title));
                if item.text_length() > other.text_length() {
                    self.spool.replace(taken as usize, &item).ok()?;
                    number = taken;
                } else {
                    return None;
                }
            } else {
                let old = item.id.clone();
                let free = (1..)
                    .map(|count: u32| format!("{old}#{count}"))
                    .find(|id| !self.ids.contains_key(&hash(id)));
                item.id = free.unwrap_or_default();
                let kind = Kind::DuplicateId(quoted(&old), quoted(&item.id));
                self.log.note(place.clone(), Severity::Repaired, kind);
                self.push(&place, &item, latest)?;
            }
        } else {
            self.push(&place, &item, latest)?;
        }
        self.ids.insert(hash(&item.id), number);
        for name in item.url.iter().chain(&known_as) {
            if let Some(key) = links::key(tree, name) {
                self.known.entry(hash(&key)).or_insert(number);
            }
        }
        Some(number)
    }

    fn push(&mut self, place: &Place, item: &Item, latest: Option<archive::Date>) -> Option<()> {
        if self.spool.files.last() != Some(&place.file) {
            self.spool.files.push(place.file.clone());
        }
        let file = u32::try_from(self.spool.files.len() - 1).ok()?;
        self.spool
            .push(item, latest, file, (place.line, place.column))
            .ok()?;
        self.counts.kept += 1;
        Some(())
    }

    /// An id made from what the article says; the same words give the same.
    fn made_id(&mut self, place: &Place, entry: &Entry) -> String {
        let article = &entry.article;
        if let Some(url) = &article.url {
            return url.clone();
        }
        let date = article.date.as_ref().map_or("", Edtf::source);
        let id = made_id(&[&article.headline.text, date, &article.body.plain_text()]);
        let kind = Kind::NoId(id.clone());
        self.log.note(place.clone(), Severity::Repaired, kind);
        id
    }
}

/// What ids that were made from an article's words begin with.
pub(crate) const MADE_ID: &str = "made-";

/// An id made from some texts.
pub(crate) fn made_id(parts: &[&str]) -> String {
    use sha2::{Digest, Sha256};
    let mut digest = Sha256::new();
    for part in parts {
        // The length first, so that no two lists run together to the same bytes.
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    let bytes = &digest.finalize()[..8];
    let hex = |id: String, byte: &u8| id + &format!("{byte:02x}");
    bytes.iter().fold(MADE_ID.to_owned(), hex)
}
