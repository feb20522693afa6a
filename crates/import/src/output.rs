//! The output: what was read, put together with what the output file already
//! holds, and written whole or not at all.
//!
//! Of an article that is there already the source gives headline, text,
//! summary, byline and address; what an archivist adds (the note, topics, the
//! date, pointers, an address of its own, members nobody here knows) stays as
//! it is in the file. Articles that the sources no longer have stay too.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use archive::{Date, Edtf};
use serde::Deserialize;
use serde_json::Value;

use crate::desk::{Desk, links_slugs};
use crate::feed::{self, Author, Head, Item, VERSION};
use crate::import::Import;

/// What a file is called until it is whole.
const UNFINISHED: &str = ".unfinished";

/// More articles than this are not asked where they will stand, and links
/// between them stay as they are: it would take more memory than importing may.
const MOST_JOINED: usize = 200_000;

/// An output file that is there already.
#[derive(Debug, Default)]
pub struct Existing {
    head: Head,
    items: Vec<Item>,
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

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Saved {
    /// Articles in the file.
    pub articles: usize,
    /// Files copied beside it.
    pub files: usize,
    /// What of an existing file was kept.
    pub kept: Kept,
}

/// An article of the output: its place in the file that was, among what was
/// read, or in both.
type Line = (Option<usize>, Option<usize>);

impl Import<'_> {
    /// Whether there is anything to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.desk.spool.is_empty()
    }

    /// Writes the output, and copies pictures and files beside it.
    ///
    /// # Errors
    /// When the system refuses; then the file is as it was.
    pub fn save(&mut self, out: &Path, existing: Option<&Existing>) -> io::Result<Saved> {
        let folder = out.parent().unwrap_or(Path::new(""));
        let mut saved = Saved::default();
        let mut bytes = None;
        whole(out, &mut |file| {
            let mut writer = BufWriter::new(file);
            saved = self.write(&mut writer, existing)?;
            bytes = Some(());
            writer.flush()
        })?;
        for copy in self.desk.copies() {
            let target = folder.join(&copy.target);
            let content = copy
                .tree
                .read(&copy.path)
                .map_err(|kind| io::Error::other(format!("{kind:?}")))?;
            if fs::read(&target).is_ok_and(|there| there == content) {
                continue;
            }
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent)?;
            }
            whole(&target, &mut |file| file.write_all(&content))?;
            saved.files += 1;
        }
        Ok(saved)
    }

    /// Writes the output to a writer.
    ///
    /// # Errors
    /// When the writer refuses.
    pub fn write(
        &mut self,
        out: &mut impl Write,
        existing: Option<&Existing>,
    ) -> io::Result<Saved> {
        let empty = Existing::default();
        let existing = existing.unwrap_or(&empty);
        self.desk.tidy_head();
        let head = joined_head(&existing.head, Head::of(&self.desk.head));
        let (lines, mut kept) = self.lines(existing)?;
        if self.desk.spool.len() <= MOST_JOINED {
            self.desk.join(|desk| {
                let mut ignored = Kept::default();
                let items = lines
                    .iter()
                    .map(|line| item(desk, existing, *line, &mut ignored));
                links_slugs(&head, items)
            })?;
        }
        let desk = &self.desk;
        let mut tally = Kept::default();
        feed::write(
            out,
            &head,
            lines
                .iter()
                .map(|line| item(desk, existing, *line, &mut tally)),
        )?;
        (kept.notes, kept.dates) = (tally.notes, tally.dates);
        Ok(Saved {
            articles: lines.len(),
            files: 0,
            kept,
        })
    }

    /// The articles of the output in their order: those of the file as they
    /// stand, new ones before the first that is older.
    fn lines(&self, existing: &Existing) -> io::Result<(Vec<Line>, Kept)> {
        let spool = &self.desk.spool;
        let mut new: HashMap<String, usize> = HashMap::new();
        if !existing.items.is_empty() {
            for at in 0..spool.len() {
                new.insert(spool.get(at)?.id, at);
            }
        }
        let mut kept = Kept::default();
        let mut met = vec![false; spool.len()];
        let old: Vec<Line> = existing
            .items
            .iter()
            .enumerate()
            .map(|(at, item)| {
                let found = new.get(&item.id).copied();
                match found {
                    Some(found) => {
                        kept.met += 1;
                        met[found] = true;
                    }
                    None => kept.own += 1,
                }
                (Some(at), found)
            })
            .collect();
        let latest: Vec<Option<Date>> = spool.slips().map(|slip| slip.latest).collect();
        let mut fresh: Vec<usize> = (0..spool.len()).filter(|at| !met[*at]).collect();
        // Newest first, undated last, in the order of the source among equals.
        fresh.sort_by(|a, b| latest[*b].cmp(&latest[*a]));
        let mut fresh = fresh.into_iter().peekable();
        let mut lines = Vec::with_capacity(old.len() + spool.len());
        for line in old {
            let date = line
                .0
                .and_then(|at| existing.items[at].date())
                .and_then(|date| Some(Edtf::parse(date)?.latest()));
            if let Some(date) = date {
                while let Some(at) = fresh.next_if(|at| latest[*at].is_some_and(|new| new > date)) {
                    lines.push((None, Some(at)));
                }
            }
            lines.push(line);
        }
        lines.extend(fresh.map(|at| (None, Some(at))));
        Ok((lines, kept))
    }
}

fn item(desk: &Desk<'_>, existing: &Existing, line: Line, kept: &mut Kept) -> io::Result<Item> {
    let old = line.0.and_then(|at| existing.items.get(at));
    let new = line.1.map(|at| desk.spool.get(at)).transpose()?;
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
    if extension.headline_lines.is_empty() {
        extension.headline_lines = theirs.headline_lines;
    }
    if extension.related.is_empty() {
        extension.related = theirs.related;
    }
    extension.note = extension.note.or(theirs.note);
    extension.supplied = extension.supplied.or(theirs.supplied);
    // A source that lost the text since takes none away.
    let has_text = item.content_html.is_some()
        || item
            .content_text
            .as_ref()
            .is_some_and(|text| !text.trim().is_empty());
    if !has_text {
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

/// The head of both: what the file says wins.
fn joined_head(old: &Head, new: Head) -> Head {
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

/// Writes a file whole or not at all.
///
/// # Errors
/// When the system refuses; then the file is as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    whole(path, &mut |file| file.write_all(bytes))
}

/// Writes a file beside its place and renames it when it is whole.
fn whole(path: &Path, write: &mut dyn FnMut(&mut File) -> io::Result<()>) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(UNFINISHED);
    let unfinished = path.with_file_name(name);
    let written = File::create(&unfinished).and_then(|mut file| {
        write(&mut file)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&unfinished, path)) {
        // What is left of it helps nobody; the first error is the one to tell.
        let _ = fs::remove_file(&unfinished);
        return Err(error);
    }
    Ok(())
}
