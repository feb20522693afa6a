//! The output: what was read, put together with what the output file already
//! holds ([`crate::merge`]), and written whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::desk::links_slugs;
use crate::feed::{self, Head};
use crate::import::Import;
use crate::merge::{self, Existing, Kept};

/// What a file is called until it is whole.
const UNFINISHED: &str = ".unfinished";

/// More articles than this are not asked where they will stand, and links
/// between them stay as they are: it would take more memory than importing may.
const MOST_JOINED: usize = 200_000;

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

impl Import<'_> {
    /// Whether there is anything to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.desk.spool.is_empty()
    }

    /// Writes the output, in a folder that is made if need be, and copies
    /// pictures and files beside it.
    ///
    /// # Errors
    /// When the system refuses; then the file is as it was.
    pub fn save(&mut self, out: &Path, existing: Option<&Existing>) -> io::Result<Saved> {
        let folder = out.parent().unwrap_or(Path::new(""));
        let mut saved = Saved::default();
        fs::create_dir_all(folder)?;
        whole(out, &mut |file| {
            let mut writer = BufWriter::new(file);
            saved = self.write(&mut writer, existing)?;
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
        let head = merge::joined_head(&existing.head, Head::of(&self.desk.head));
        let meeting = merge::meet(existing, &self.desk.spool)?;
        if self.desk.spool.len() <= MOST_JOINED {
            let only_there = meeting.lines.iter().filter(|line| line.1.is_none());
            let items = only_there.filter_map(|line| existing.items.get(line.0?));
            self.desk.know(items);
            self.desk.join(|desk| {
                let mut ignored = Kept::default();
                let items = meeting
                    .lines
                    .iter()
                    .map(|line| merge::item(desk, existing, &meeting, *line, &mut ignored));
                let mut slugs = links_slugs(&head, items)?;
                for (new, old) in &meeting.aliases {
                    if let Some(slug) = slugs.get(old).cloned() {
                        slugs.insert(new.clone(), slug);
                    }
                }
                Ok(slugs)
            })?;
        }
        let desk = &self.desk;
        let mut kept = meeting.kept;
        feed::write(
            out,
            &head,
            meeting
                .lines
                .iter()
                .map(|line| merge::item(desk, existing, &meeting, *line, &mut kept)),
        )?;
        Ok(Saved {
            articles: meeting.lines.len(),
            files: 0,
            kept,
        })
    }
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
