//! What was read, met with what the output file already holds.
//!
//! Of an article that is there already the source gives headline, text,
//! summary, byline and address; what an archivist adds (the note, topics, the
//! date, pointers, an address of its own, members nobody here knows) stays as
//! it is in the file. Articles that the sources no longer have stay too, in
//! their places.
//!
//! Articles meet by their ids. An id changes when another source tells of the
//! same article (a feed, then an export, then saved pages): then they meet by
//! the address where it stood, and those whose ids were only made from their
//! words by headline and date. The id in the file is the one that stays, for
//! addresses in the archive and pointers hang on it.

use std::collections::HashMap;
use std::io;

use archive::{Body, Date, Edtf};
use serde::Deserialize;
use serde_json::Value;

use crate::address;
use crate::desk::{Desk, MADE_ID};
use crate::feed::{self, Author, Head, Item, VERSION};
use crate::spool::Spool;

/// An output file that is there already.
#[derive(Debug, Default)]
pub struct Existing {
    pub(crate) head: Head,
    pub(crate) items: Vec<Item>,
}

#[derive(Deserialize)]
struct Whole {
    #[serde(flatten)]
    head: Head,
    items: Vec<Item>,
}

impl Existing {
    /// Reads an archive; nothing when it is none.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if let Ok(Whole { head, items }) = serde_json::from_slice(bytes) {
            return Some(Self { head, items });
        }
        let archive = archive::read(bytes).archive?;
        Some(Self {
            head: Head::of(&archive),
            items: Item::all(&archive),
        })
    }

    /// Its head and items.
    #[must_use]
    pub fn into_parts(self) -> (Head, Vec<Item>) {
        (self.head, self.items)
    }
}

/// What of an existing file was kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// Articles that the sources have too.
    pub met: u64,
    /// Articles that only the file has.
    pub own: u64,
    /// Notes of the archivist.
    pub notes: u64,
    /// Dates that are not what the source says.
    pub dates: u64,
}

/// An article of the output: its place in the file that was, among what was
/// read, or in both.
pub(crate) type Line = (Option<usize>, Option<usize>);

/// What an article is met by, if it has it.
type Way = fn(&Item) -> Option<String>;

/// How the articles of both met.
#[derive(Debug, Default)]
pub(crate) struct Meeting {
    /// The output's articles in their order: those of the file as they stand,
    /// new ones before the first that is older.
    pub lines: Vec<Line>,
    /// Ids of the sources that are others in the file.
    pub aliases: HashMap<String, String>,
    /// How many met.
    pub kept: Kept,
}

/// Lets the articles of a file and those that were read meet.
///
/// # Errors
/// When what was read cannot be unpacked, which does not happen.
pub(crate) fn meet(existing: &Existing, spool: &Spool) -> io::Result<Meeting> {
    let mut meeting = Meeting::default();
    let old = &existing.items;
    let mut found: Vec<Option<usize>> = vec![None; old.len()];
    let mut met = vec![false; spool.len()];
    if !old.is_empty() {
        let ways: [(Way, bool); 3] = [(by_id, false), (by_address, true), (by_words, true)];
        for (way, strictly) in ways {
            // A key that two articles have tells none of them apart; of two with
            // one id in the file the first has it.
            let mut new: HashMap<String, Option<usize>> = HashMap::new();
            for at in (0..spool.len()).filter(|at| !met[*at]) {
                let item = spool.get(at)?;
                if let Some(key) = way(&item) {
                    new.entry(key)
                        .and_modify(|other| *other = None)
                        .or_insert(Some(at));
                }
            }
            let mut taken: HashMap<String, usize> = HashMap::new();
            for item in old.iter().zip(&found).filter(|(_, found)| found.is_none()) {
                if let Some(key) = way(item.0) {
                    *taken.entry(key).or_default() += 1;
                }
            }
            for (item, found) in old.iter().zip(&mut found).filter(|(_, one)| one.is_none()) {
                let key = way(item).filter(|key| !strictly || taken.get(key) == Some(&1));
                let at = key.and_then(|key| new.get(&key).copied().flatten());
                if let Some(at) = at.filter(|at| !met[*at]) {
                    (*found, met[at]) = (Some(at), true);
                    let id = spool.get(at)?.id;
                    if id != item.id {
                        meeting.aliases.insert(id, item.id.clone());
                    }
                }
            }
        }
    }
    meeting.kept.met = found.iter().flatten().count() as u64;
    meeting.kept.own = old.len() as u64 - meeting.kept.met;
    let latest: Vec<Option<Date>> = spool.slips().map(|slip| slip.latest).collect();
    let mut fresh: Vec<usize> = (0..spool.len()).filter(|at| !met[*at]).collect();
    // Newest first, undated last, in the order of the source among equals.
    fresh.sort_by(|a, b| latest[*b].cmp(&latest[*a]));
    let mut fresh = fresh.into_iter().peekable();
    for (at, found) in found.into_iter().enumerate() {
        let date = old[at]
            .date()
            .and_then(|date| Some(Edtf::parse(date)?.latest()));
        if let Some(date) = date {
            while let Some(new) = fresh.next_if(|new| latest[*new].is_some_and(|new| new > date)) {
                meeting.lines.push((None, Some(new)));
            }
        }
        meeting.lines.push((Some(at), found));
    }
    meeting.lines.extend(fresh.map(|new| (None, Some(new))));
    Ok(meeting)
}

fn by_id(item: &Item) -> Option<String> {
    Some(item.id.trim().to_owned()).filter(|id| !id.is_empty())
}

/// The address where an article stood; many an id is one.
fn by_address(item: &Item) -> Option<String> {
    let url = item.url.as_deref().and_then(address::compared);
    url.or_else(|| address::compared(&item.id).filter(|_| item.id.contains("://")))
}

/// Headline and date, of articles that had no id of their own.
fn by_words(item: &Item) -> Option<String> {
    let title = item
        .title
        .as_ref()
        .filter(|_| item.id.starts_with(MADE_ID))?;
    Some(format!(
        "{} {}",
        letters(title),
        item.date().unwrap_or_default()
    ))
}

fn letters(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// An article of the output.
///
/// # Errors
/// When what was read cannot be unpacked, which does not happen.
pub(crate) fn item(
    desk: &Desk<'_>,
    existing: &Existing,
    meeting: &Meeting,
    line: Line,
    kept: &mut Kept,
) -> io::Result<Item> {
    let old = line.0.and_then(|at| existing.items.get(at));
    let mut new = line.1.map(|at| desk.spool.get(at)).transpose()?;
    let pointers = new.iter_mut().flat_map(|item| item.extension.iter_mut());
    for pointer in pointers.flat_map(|extension| &mut extension.related) {
        if let Some(id) = pointer.id.as_ref().and_then(|id| meeting.aliases.get(id)) {
            pointer.id = Some(id.clone());
        }
    }
    match (old, new) {
        (Some(old), Some(new)) => Ok(joined(old, new, kept)),
        (Some(old), None) => Ok(old.clone()),
        (None, Some(new)) => Ok(new),
        (None, None) => Err(io::Error::other("a line of nothing")),
    }
}

/// An article that both have.
fn joined(old: &Item, new: Item, kept: &mut Kept) -> Item {
    let mut item = new;
    let elsewhere = item.id != old.id;
    item.id.clone_from(&old.id);
    let ours = old.extension.clone().unwrap_or_default();
    let theirs = item.extension.take().unwrap_or_default();
    let supplied = |name: &str| {
        ours.supplied
            .as_ref()
            .is_some_and(|list| list.iter().any(|one| one == name))
    };
    kept.notes += u64::from(ours.note.is_some());
    let day = |date: Option<&str>| {
        date.and_then(Edtf::parse)
            .map(|date| date.source().to_owned())
    };
    let source_date = day(theirs.date.as_deref().or(item.date_published.as_deref()));
    let mut extension = ours.clone();
    if old.date().is_some() {
        kept.dates += u64::from(source_date.is_some() && source_date != day(old.date()));
        item.date_published.clone_from(&old.date_published);
    } else {
        extension.date = theirs.date;
    }
    if supplied("headline") || item.title.is_none() {
        item.title.clone_from(&old.title);
    }
    if supplied("authors") || item.authors.is_empty() {
        item.authors.clone_from(&old.authors);
    }
    if !old.tags.is_empty() {
        item.tags.clone_from(&old.tags);
    }
    // Lines of a headline that has changed since are no longer its lines.
    if extension.headline_lines.is_empty() || item.title != old.title {
        extension.headline_lines = theirs.headline_lines;
    }
    if extension.related.is_empty() {
        extension.related = theirs.related;
    }
    extension.note = extension.note.or(theirs.note);
    extension.supplied = extension.supplied.or(theirs.supplied);
    if says_less(&item, old, elsewhere) {
        item.content_html.clone_from(&old.content_html);
        item.content_text.clone_from(&old.content_text);
    }
    item.summary = item.summary.or_else(|| old.summary.clone());
    item.language = item.language.or_else(|| old.language.clone());
    item.url = item.url.or_else(|| old.url.clone());
    item.extension = Some(extension).filter(|extension| *extension != feed::Extension::default());
    item.rest.clone_from(&old.rest);
    item
}

/// Whether a source has less of a text than the file: it lost it since, or it
/// is a feed that tells only the beginning. One that knows the article by
/// another id is believed only if its text is at least half as long.
fn says_less(new: &Item, old: &Item, elsewhere: bool) -> bool {
    let text = |item: &Item| match (&item.content_html, &item.content_text) {
        (Some(html), _) => letters(&Body::Html(html.clone()).plain_text()),
        (None, Some(text)) => letters(text),
        (None, None) => String::new(),
    };
    let (new, old) = (text(new), text(old));
    if new.is_empty() {
        return true;
    }
    new.len() < old.len() && (old.starts_with(&new) || elsewhere && new.len() * 2 < old.len())
}

/// The head of both: what the file says wins.
pub(crate) fn joined_head(old: &Head, new: Head) -> Head {
    let mut head = old.clone();
    head.version = VERSION.into();
    if head.title.is_empty() {
        head.title = new.title;
        head.expired |= new.expired;
    }
    head.description = head.description.or(new.description);
    head.home_page_url = head.home_page_url.or(new.home_page_url);
    head.language = head.language.or(new.language);
    if head.authors.is_empty() {
        head.authors = new
            .authors
            .into_iter()
            .filter(|author| *author != Author::default())
            .collect();
    }
    let mut extension = match new.extension {
        Some(Value::Object(extension)) => extension,
        _ => serde_json::Map::new(),
    };
    if let Some(Value::Object(own)) = &head.extension {
        extension.extend(own.clone());
    }
    head.extension = Some(Value::Object(extension));
    head
}
