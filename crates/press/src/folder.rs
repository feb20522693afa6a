//! A folder being written: whole files or none.
//!
//! A file is written beside its place under a name nobody links to and then
//! renamed, so that a reader or a crash never meets half a page. It does not
//! make the folder as a whole appear at once, and removes nothing it was not
//! told to.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Error;

/// What a file is called until it is whole.
const UNFINISHED: &str = ".unfinished";

/// A folder to write in.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The folder at `root`, which is made when the first file is written.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where it is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the file of this name is or would be; `/` parts folders.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Writes a file whole, making the folders it needs.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<(), Error> {
        let path = self.path(name);
        let unfinished = self.path(&format!("{name}{UNFINISHED}"));
        let refused = |source| Error::Write {
            path: path.clone(),
            source,
        };
        if fs::write(&unfinished, bytes.as_ref()).is_err() {
            // Most often the folder is not there yet; asking first would cost
            // a system call for every page of a large archive.
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(refused)?;
            }
            fs::write(&unfinished, bytes).map_err(refused)?;
        }
        fs::rename(&unfinished, &path).map_err(refused)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn read(&self, name: &str) -> Result<Vec<u8>, Error> {
        read(&self.path(name))
    }

    /// How many bytes a file has.
    ///
    /// # Errors
    /// When it cannot be looked at.
    pub fn length(&self, name: &str) -> Result<u64, Error> {
        let path = self.path(name);
        match std::fs::metadata(&path) {
            Ok(metadata) => Ok(metadata.len()),
            Err(source) => Err(Error::Read { path, source }),
        }
    }

    /// The names of all files and folders right in it, hidden ones and those
    /// without a name in UTF-8 left out, in no order.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn top(&self) -> Result<Vec<String>, Error> {
        let refused = |source| Error::Read {
            path: self.root.clone(),
            source,
        };
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.root).map_err(refused)? {
            let name = entry.map_err(refused)?.file_name().into_string();
            names.extend(name.ok().filter(|name| !name.starts_with('.')));
        }
        Ok(names)
    }

    /// Every file, as names relative to the folder with `/` between folders, in
    /// the order of their bytes. What is hidden, half written or has no name in
    /// UTF-8 is left out: no page can ask for it.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn files(&self) -> Result<Vec<String>, Error> {
        let mut names = Vec::new();
        let mut below = vec![String::new()];
        while let Some(place) = below.pop() {
            let path = self.path(&place);
            let refused = |source| Error::Read {
                path: path.clone(),
                source,
            };
            for entry in fs::read_dir(&path).map_err(refused)? {
                let entry = entry.map_err(refused)?;
                let Ok(name) = entry.file_name().into_string() else {
                    continue;
                };
                if name.starts_with('.') || name.ends_with(UNFINISHED) {
                    continue;
                }
                let name = format!("{place}{name}");
                if entry.path().is_dir() {
                    below.push(format!("{name}/"));
                } else {
                    names.push(name);
                }
            }
        }
        names.sort_unstable();
        Ok(names)
    }

    /// Removes a file; one that is not there is as good as removed.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn remove(&self, name: &str) -> Result<(), Error> {
        let path = self.path(name);
        match fs::remove_file(&path) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::Write { path, source })
            }
            _ => Ok(()),
        }
    }
}

/// Reads a file, keeping its name for the message.
///
/// # Errors
/// When the system refuses.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|source| Error::Read {
        path: path.to_owned(),
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_whole_files_in_new_folders() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = Folder::new(scratch.path().join("out"));
        folder.write("a/b/index.html", "one").unwrap();
        folder.write("a/b/index.html", "two").unwrap();
        assert_eq!(folder.read("a/b/index.html").unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path("a/b")).unwrap().count(), 1);
        folder.write("a.txt", "").unwrap();
        folder.write("a/.hidden", "").unwrap();
        assert_eq!(folder.files().unwrap(), ["a.txt", "a/b/index.html"]);
        folder.remove("a/b/index.html").unwrap();
        folder.remove("a/b/index.html").unwrap();
        assert!(folder.read("a/b/index.html").is_err());
    }
}
