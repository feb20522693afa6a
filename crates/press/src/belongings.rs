//! Whose is what in a finished folder: the reader's, the archive's or the
//! publisher's.
//!
//! A site is always written anew. The reader's own files come from the reader,
//! what follows from the archive is made again, and anything else at the top of
//! the folder (`CNAME`, `.htaccess`, a folder of pictures) was put there by its
//! publisher and goes along to the new site.

use std::fs;
use std::io;
use std::path::Path;

use crate::Error;
use crate::folder::Folder;
use crate::site;

/// Whose a file or folder at the top of a site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Comes with the reader, the same in every archive.
    Reader,
    /// Follows from the archive and its settings.
    Archive,
    /// Anything else.
    Publisher,
}

/// The reader's own files that have the same name for ever.
const READERS: &[&str] = &[
    "icon-192.png",
    "icon-512.png",
    "icon-maskable-512.png",
    "icon.svg",
    site::LICENCES,
];

/// The reader's own files whose names go on with a hash of what is in them.
const READERS_HASHED: &[&str] = &[
    "builder", "device", "indexer", "offline", "reader", "start", "style",
];

/// What follows from the archive.
const ARCHIVES: &[&str] = &[
    "404.html",
    "about",
    site::ARCHIVE,
    "articles",
    "edition.json",
    "feed.json",
    "feed.xml",
    "index.html",
    "manifest.webmanifest",
    site::MEDIA,
    "robots.txt",
    "sitemap.xml",
    "stems",
    "sw.js",
    "words",
    "years",
];

/// The same, with a hash or a number in the name.
const ARCHIVES_HASHED: &[&str] = &["card", "logo", "sitemap", "theme"];

/// Whose the entry of this name at the top of a site is.
#[must_use]
pub fn owner(name: &str) -> Owner {
    // Up to the first hyphen: `reader-0123abcd_bg.wasm`, `sitemap-2.xml`. A
    // publisher's own name would have letters after it.
    let stem = name.split_once('-').and_then(|(stem, rest)| {
        let number: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
        let after = rest.get(number.len()..)?;
        (!number.is_empty() && after.starts_with(['.', '_'])).then_some(stem)
    });
    if READERS.contains(&name) || stem.is_some_and(|stem| READERS_HASHED.contains(&stem)) {
        Owner::Reader
    } else if ARCHIVES.contains(&name) || stem.is_some_and(|stem| ARCHIVES_HASHED.contains(&stem)) {
        Owner::Archive
    } else {
        Owner::Publisher
    }
}

/// Whether a folder is a site that the press wrote.
#[must_use]
pub fn is_site(folder: &Folder) -> bool {
    [site::ARCHIVE, "sitemap.xml", "feed.json"]
        .iter()
        .all(|name| folder.path(name).is_file())
        && site::Shell::find(folder).is_ok()
}

/// How files get from one folder to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// As copies.
    Copied,
    /// Under a second name where the file system allows it, which costs nothing.
    /// For a folder that is about to be removed: its files are not to be two.
    Linked,
}

/// Takes entries at the top of one folder, with all that is in them, to another
/// folder. `wanted` says which, by name and owner. What is there already stays.
///
/// # Errors
/// When the system refuses.
pub fn take(
    from: &Folder,
    to: &Folder,
    how: How,
    wanted: impl Fn(&str, Owner) -> bool,
) -> Result<(), Error> {
    let refused = |source| Error::Read {
        path: from.root().to_owned(),
        source,
    };
    for entry in fs::read_dir(from.root()).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        let name = entry.file_name();
        // A name that is no Unicode is nobody's but the publisher's.
        let known = name.to_str().unwrap_or_default();
        if wanted(known, owner(known)) {
            let target = to.root().join(&name);
            copy(&entry.path(), &target, how).map_err(|source| Error::Write {
                path: target.clone(),
                source,
            })?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path, how: How) -> io::Result<()> {
    let kind = fs::symlink_metadata(from)?.file_type();
    if kind.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()), how)?;
        }
        return Ok(());
    }
    if fs::symlink_metadata(to).is_ok() {
        return Ok(());
    }
    if kind.is_symlink() {
        return relink(from, to);
    }
    if how == How::Linked && fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    fs::copy(from, to).map(|_| ())
}

#[cfg(unix)]
fn relink(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(not(unix))]
fn relink(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn owners() {
        for (name, wanted) in [
            ("reader-0123456789abcdef_bg.wasm", Owner::Reader),
            ("start-0123abcd.js", Owner::Reader),
            ("icon.svg", Owner::Reader),
            ("articles", Owner::Archive),
            ("sitemap.xml", Owner::Archive),
            ("sitemap-12.xml", Owner::Archive),
            ("theme-0123abcd.css", Owner::Archive),
            ("CNAME", Owner::Publisher),
            (".git", Owner::Publisher),
            (".htaccess", Owner::Publisher),
            ("reader-notes.txt", Owner::Publisher),
            ("card-players.png", Owner::Publisher),
            ("pictures", Owner::Publisher),
            ("", Owner::Publisher),
        ] {
            assert_eq!(owner(name), wanted, "{name}");
        }
    }

    #[test]
    fn folders_links_and_files_are_taken_along() {
        let scratch = tempfile::tempdir().unwrap();
        let (from, to) = (scratch.path().join("a"), scratch.path().join("b"));
        let (from, to) = (Folder::new(from), Folder::new(to));
        from.write("CNAME", "example.org").unwrap();
        from.write("pictures/deep/a.jpg", "picture").unwrap();
        from.write("index.html", "old").unwrap();
        from.write("robots.txt", "the publisher's own").unwrap();
        to.write("index.html", "new").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("CNAME", from.path("link")).unwrap();
        for how in [How::Copied, How::Linked] {
            take(&from, &to, how, |_, owner| owner == Owner::Publisher).unwrap();
            assert_eq!(to.read("CNAME").unwrap(), b"example.org");
            assert_eq!(to.read("pictures/deep/a.jpg").unwrap(), b"picture");
            assert_eq!(to.read("index.html").unwrap(), b"new");
            assert!(to.read("robots.txt").is_err());
            #[cfg(unix)]
            assert_eq!(fs::read_link(to.path("link")).unwrap(), Path::new("CNAME"));
            fs::remove_file(to.path("CNAME")).unwrap();
        }
    }
}
