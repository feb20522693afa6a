//! `backissue build`: an archive and a built reader become a finished folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Outcome, finish, need, once, usage, wrong};
use crate::Error;
use crate::folder::{self, Folder};
use crate::site::{self, BaseUrl, Offline};

/// What a finished folder holds that follows from its archive. It is not
/// taken along when such a folder serves as the shell for another archive, and
/// makes way when a folder is written again.
const MADE: &[&str] = &[
    "404.html",
    "about",
    "articles",
    "edition.json",
    "feed.json",
    "feed.xml",
    "manifest.webmanifest",
    MEDIA,
    "robots.txt",
    "sitemap.xml",
    "sw.js",
    "words",
    "years",
];

/// Where an archive's pictures and files lie, beside it and in the folder.
const MEDIA: &str = "media";

/// Reads the arguments and builds.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Error> {
    use lexopt::Arg::{Long, Short, Value};
    let (mut file, mut shell, mut out, mut base) = (None, None, None, None);
    let mut offline = None;
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Value(path) => once(&mut file, PathBuf::from(path), "the archive")?,
            Long("shell") => {
                let path = arguments.value().map_err(usage)?;
                once(&mut shell, PathBuf::from(path), "--shell")?;
            }
            Short('o') | Long("out") => {
                let path = arguments.value().map_err(usage)?;
                once(&mut out, PathBuf::from(path), "-o")?;
            }
            Long("base-url") => {
                let url = arguments.value().map_err(usage)?;
                let url = url
                    .to_str()
                    .ok_or_else(|| wrong("--base-url is no text".to_owned()))?;
                once(&mut base, url.parse::<BaseUrl>()?, "--base-url")?;
            }
            Long("no-offline") => once(&mut offline, Offline::Withdrawn, "--no-offline")?,
            other => return Err(usage(other.unexpected())),
        }
    }
    let file = need(file, "the archive")?;
    let shell = need(shell, "--shell")?;
    let out = need(out, "-o")?;
    build(&file, &shell, &out, base.as_ref(), offline)
}

/// Writes the folder `out`.
fn build(
    file: &Path,
    shell: &Path,
    out: &Path,
    base: Option<&BaseUrl>,
    offline: Option<Offline>,
) -> Result<Outcome, Error> {
    let archive = folder::read(file)?;
    let folder = Folder::new(out);
    let same = matches!((shell.canonicalize(), out.canonicalize()), (Ok(a), Ok(b)) if a == b);
    make_way(&folder)?;
    if !same {
        copy_shell(shell, &folder, "")?;
    }
    folder.write(site::ARCHIVE, archive)?;
    let media = file.parent().unwrap_or(Path::new("")).join(MEDIA);
    // An import puts an archive's pictures and files there.
    if media.is_dir() && !same {
        copy(&media, &folder, MEDIA)?;
    }
    finish::press(&folder, file, base, offline)
}

/// Takes out of a folder written earlier what follows from its archive, so
/// that no page of an article that is gone stays behind.
fn make_way(folder: &Folder) -> Result<(), Error> {
    let root = folder.root();
    let Ok(mut entries) = fs::read_dir(root) else {
        return Ok(());
    };
    if entries.next().is_none() {
        return Ok(());
    }
    let ours = [site::ARCHIVE, "index.html", "sitemap.xml", "feed.json"];
    if !ours.iter().all(|name| folder.path(name).is_file()) {
        return Err(Error::Occupied {
            folder: root.to_owned(),
        });
    }
    for name in MADE {
        let path = folder.path(name);
        let removed = if path.is_dir() {
            fs::remove_dir_all(&path)
        } else if path.exists() {
            fs::remove_file(&path)
        } else {
            Ok(())
        };
        removed.map_err(|source| Error::Write { path, source })?;
    }
    Ok(())
}

/// Copies the shell's files; `below` is the place within it.
fn copy_shell(shell: &Path, folder: &Folder, below: &str) -> Result<(), Error> {
    let from = shell.join(below);
    let refused = |source| Error::Read {
        path: from.clone(),
        source,
    };
    for entry in fs::read_dir(&from).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let made = below.is_empty()
            && (MADE.contains(&name.as_str())
                || name == site::ARCHIVE
                || (name.starts_with("sitemap-") && name.ends_with(".xml")));
        if made || name.starts_with('.') {
            continue;
        }
        let place = format!("{below}{name}");
        if entry.path().is_dir() {
            copy_shell(shell, folder, &format!("{place}/"))?;
        } else {
            folder.write(&place, folder::read(&entry.path())?)?;
        }
    }
    Ok(())
}

/// Copies a folder's files below a place in another.
fn copy(from: &Path, folder: &Folder, below: &str) -> Result<(), Error> {
    let refused = |source| Error::Read {
        path: from.to_owned(),
        source,
    };
    for entry in fs::read_dir(from).map_err(refused)? {
        let entry = entry.map_err(refused)?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let place = format!("{below}/{name}");
        if entry.path().is_dir() {
            copy(&entry.path(), folder, &place)?;
        } else {
            folder.write(&place, folder::read(&entry.path())?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_elses_folder_is_left_alone() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = Folder::new(scratch.path());
        assert!(make_way(&folder).is_ok());
        folder
            .write("articles/thesis.doc", "years of work")
            .unwrap();
        assert!(matches!(make_way(&folder), Err(Error::Occupied { .. })));
        assert!(folder.read("articles/thesis.doc").is_ok());
    }
}
