//! A source as a set of files: a lone file, a folder, a ZIP, or files in memory.
//!
//! Paths in it are relative, use `/` and never lead out. Only names and sizes
//! are held; a file is read when it is asked for, and never more of it than
//! its reader says. Links to other places (symbolic ones, `..` in a ZIP) are
//! not followed; they are told of.

mod folder;
mod packed;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{Cursor, Read, Seek};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use crate::address;
use crate::problem::{Kind, quoted};
use packed::is_zip;

/// Nothing larger is read in one piece from a disk.
const MOST_READ: u64 = 1 << 30;

/// What a ZIP is read from.
trait Bytes: Read + Seek {}
impl<T: Read + Seek> Bytes for T {}

enum Root {
    Lone(PathBuf),
    Folder(PathBuf),
    Zip(RefCell<ZipArchive<Box<dyn Bytes>>>),
    Held(Vec<Vec<u8>>),
}

/// A file of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Where it is in the tree.
    pub path: String,
    /// Its size in bytes, as far as known beforehand.
    pub size: u64,
    at: usize,
}

/// A source's files.
pub struct Tree {
    name: String,
    root: Root,
    members: Vec<Member>,
    /// Small-letter paths to places in `members`.
    folded: RefCell<Option<HashMap<String, usize>>>,
    /// How many bytes there are, unpacked, and how many were unpacked.
    size: u64,
    unpacked: Cell<u64>,
    odd: Vec<Kind>,
}

impl std::fmt::Debug for Tree {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tree")
            .field("name", &self.name)
            .field("members", &self.members.len())
            .finish_non_exhaustive()
    }
}

impl Tree {
    /// Opens a path: a folder, a ZIP (by its first bytes) or a lone file.
    ///
    /// # Errors
    /// When it cannot be read, or is a ZIP that is none.
    pub fn open(path: &Path) -> Result<Self, Kind> {
        let name = path.display().to_string();
        let refused = |error: std::io::Error| Kind::Unreadable(error.to_string());
        let about = fs::metadata(path).map_err(refused)?;
        if about.is_dir() {
            return Self::folder(name, path);
        }
        let mut file = File::open(path).map_err(refused)?;
        let mut start = [0; 4];
        let read = file.read(&mut start).map_err(refused)?;
        if is_zip(&start[..read]) {
            file.rewind().map_err(refused)?;
            return Self::zip(name, Box::new(file), about.len());
        }
        let parent = path.parent().unwrap_or(Path::new("")).to_owned();
        let file_name = path.file_name().unwrap_or_default();
        let member = Member {
            path: file_name.to_string_lossy().into_owned(),
            size: about.len(),
            at: 0,
        };
        let root = Root::Lone(parent);
        Ok(Self::new(name, root, vec![member], about.len(), Vec::new()))
    }

    /// A source that could not be opened: it has no files, and says why.
    #[must_use]
    pub fn refused(path: &Path, why: Kind) -> Self {
        let name = path.display().to_string();
        Self::new(name, Root::Held(Vec::new()), Vec::new(), 0, vec![why])
    }

    /// Files in memory; one that is a ZIP alone is opened as one.
    ///
    /// # Errors
    /// When it is a ZIP that is none.
    pub fn held(name: &str, files: Vec<(String, Vec<u8>)>) -> Result<Self, Kind> {
        if let [(_, bytes)] = files.as_slice()
            && is_zip(bytes)
        {
            let size = bytes.len() as u64;
            let bytes = files.into_iter().next().map(|(_, bytes)| bytes);
            return Self::zip(
                name.into(),
                Box::new(Cursor::new(bytes.unwrap_or_default())),
                size,
            );
        }
        let (mut members, mut held, mut size) = (Vec::new(), Vec::new(), 0);
        for (at, (path, bytes)) in files.into_iter().enumerate() {
            let length = bytes.len() as u64;
            size += length;
            members.push(Member {
                path,
                size: length,
                at,
            });
            held.push(bytes);
        }
        Ok(Self::new(
            name.into(),
            Root::Held(held),
            members,
            size,
            Vec::new(),
        ))
    }

    fn new(name: String, root: Root, mut members: Vec<Member>, size: u64, odd: Vec<Kind>) -> Self {
        members.sort_by(|a, b| a.path.cmp(&b.path));
        Self {
            name,
            root,
            members,
            folded: RefCell::new(None),
            size,
            unpacked: Cell::new(0),
            odd,
        }
    }

    /// The source as the user named it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What was odd about it as a whole.
    #[must_use]
    pub fn odd(&self) -> &[Kind] {
        &self.odd
    }

    /// Its files by path.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// Whether it is one file alone.
    #[must_use]
    pub fn is_lone(&self) -> bool {
        matches!(self.root, Root::Lone(_))
            || (matches!(self.root, Root::Held(_)) && self.members.len() == 1)
    }

    /// Whether it is a ZIP.
    #[must_use]
    pub fn is_zip(&self) -> bool {
        matches!(self.root, Root::Zip(_))
    }

    /// How many bytes it is, when it is a ZIP: its files are more.
    #[must_use]
    pub fn packed_size(&self) -> Option<u64> {
        self.is_zip().then_some(self.size)
    }

    /// The name to call a file of it in a message.
    #[must_use]
    pub fn label(&self, path: &str) -> String {
        if self.is_lone() && self.members.first().is_some_and(|lone| lone.path == path) {
            return self.name.clone();
        }
        match &self.root {
            Root::Lone(folder) => folder.join(path).display().to_string(),
            _ => format!("{}/{path}", self.name.trim_end_matches('/')),
        }
    }

    /// Reads a file whole.
    ///
    /// # Errors
    /// When it cannot be read or is too large.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, Kind> {
        self.read_up_to(path, u64::MAX)
    }

    /// The first bytes of a file.
    #[must_use]
    pub fn start(&self, path: &str, most: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        let at = self.place(path).map(|place| self.members[place].at);
        let _ = match &self.root {
            Root::Lone(root) | Root::Folder(root) => {
                File::open(root.join(path)).and_then(|file| file.take(most).read_to_end(&mut bytes))
            }
            Root::Held(files) => {
                let file = at.map_or(&[][..], |at| &files[at]);
                let most = usize::try_from(most).unwrap_or(usize::MAX).min(file.len());
                bytes.extend_from_slice(&file[..most]);
                Ok(most)
            }
            Root::Zip(archive) => {
                let mut archive = archive.borrow_mut();
                at.and_then(|at| archive.by_index(at).ok())
                    .map_or(Ok(0), |file| file.take(most).read_to_end(&mut bytes))
            }
        };
        bytes
    }

    /// Reads a file of so many bytes at most.
    ///
    /// # Errors
    /// When it cannot be read or is larger.
    pub fn read_up_to(&self, path: &str, most: u64) -> Result<Vec<u8>, Kind> {
        let refused = |error: std::io::Error| Kind::Unreadable(quoted(&error.to_string()));
        let at = self.place(path).map(|place| self.members[place].at);
        let gone = || Kind::Unreadable("it is not there".into());
        match &self.root {
            Root::Held(files) => {
                let file = at.map(|at| &files[at]).ok_or_else(gone)?;
                if file.len() as u64 > most {
                    return Err(Kind::TooLarge(most));
                }
                Ok(file.clone())
            }
            Root::Lone(root) | Root::Folder(root) => {
                let file = File::open(root.join(path)).map_err(refused)?;
                let most = most.min(MOST_READ);
                let size = file.metadata().map_or(0, |about| about.len());
                if size > most {
                    return Err(Kind::TooLarge(most));
                }
                let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
                file.take(most).read_to_end(&mut bytes).map_err(refused)?;
                Ok(bytes)
            }
            Root::Zip(archive) => self.unpack(archive, at.ok_or_else(gone)?, most),
        }
    }

    /// A further page of a feed: as [`Self::find`], and beside a lone file also
    /// one of the same ending.
    #[must_use]
    pub fn page(&self, path: &str) -> Option<String> {
        if let (Root::Lone(root), Some(lone)) = (&self.root, self.members.first()) {
            let alike = address::ending_of(path) == address::ending_of(&lone.path);
            let there = !is_hidden(path) && root.join(path).is_file();
            return (alike && there).then(|| path.to_owned());
        }
        self.find(path)
    }

    fn place(&self, path: &str) -> Option<usize> {
        let found = self
            .members
            .binary_search_by(|member| member.path.as_str().cmp(path));
        found.ok()
    }

    /// The file a path means: as it is written, else whatever its capitals.
    ///
    /// Beside a lone file only what lies in a folder is found: a feed from
    /// somebody else has no business with the files that happen to lie where
    /// it was saved.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<String> {
        if let Some(place) = self.place(path) {
            return Some(self.members[place].path.clone());
        }
        if let Root::Lone(root) = &self.root {
            let hidden = is_hidden(path) || !path.contains('/');
            let real = root.join(path);
            let there = !hidden && real.is_file();
            // A link on the way may lead anywhere.
            let inside = || {
                let root = if root.as_os_str().is_empty() {
                    Path::new(".")
                } else {
                    root
                };
                let (root, real) = (root.canonicalize().ok()?, real.canonicalize().ok()?);
                real.starts_with(root).then_some(())
            };
            return (there && inside().is_some()).then(|| path.to_owned());
        }
        let mut folded = self.folded.borrow_mut();
        let folded = folded.get_or_insert_with(|| {
            let paths = self.members.iter().enumerate();
            paths
                .map(|(at, member)| (member.path.to_lowercase(), at))
                .collect()
        });
        let at = folded.get(&path.to_lowercase())?;
        Some(self.members[*at].path.clone())
    }
}

/// Files of the system or of tools, and what Macs put beside every file.
fn is_hidden(path: &str) -> bool {
    path.split('/')
        .any(|part| part.starts_with('.') || part == "__MACOSX" || part == "node_modules")
}
