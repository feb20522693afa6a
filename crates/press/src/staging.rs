//! A folder that is written out of sight and then put in its place in one step.
//!
//! Words: the *place* is where the finished site stands, or will; the *workshop*
//! is a hidden folder beside it, `.site.backissue-…`, in which the new site is
//! written. Beside it, because only within one file system does a folder change
//! its place in one step.
//!
//! On Linux and macOS the new site and the old one change places in a single
//! system call, so whoever looks, and whatever is killed at whatever moment, the
//! place holds the old site or the new one and nothing else. Where a system or a
//! file system cannot do that, the old site is moved aside and the new one moved
//! in; a build killed between the two leaves the old one in the workshop, from
//! where the next build takes it back before it does anything else.
//!
//! A workshop whose build was killed is cleared away by the next build of the
//! same place. A lock tells it from one where somebody is at work: the system
//! lets go of a lock when its process ends, however it ends.
//!
//! What this refuses to do: to take the place of anything that `backissue` did
//! not write.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::folder::Folder;

/// In the workshop: the lock, the new site, and the old one while it is aside.
const LOCK: &str = "lock";
const SITE: &str = "site";
const OLD: &str = "old";

/// What a workshop's name has after that of its place.
const MARK: &str = ".backissue-";

/// A site being written.
#[derive(Debug)]
pub struct Staging {
    place: PathBuf,
    workshop: PathBuf,
    /// Held as long as the build runs.
    _lock: File,
}

impl Staging {
    /// Makes a workshop beside `out`, after clearing away what killed builds of
    /// the same place have left. `ours` says whether a folder is one that may be
    /// replaced.
    ///
    /// # Errors
    /// When there is something at `out` that is not ours or cannot be replaced,
    /// or the system refuses.
    pub fn beside(out: &Path, ours: impl Fn(&Folder) -> bool) -> Result<Self, Error> {
        let (parent, name) = split(out)?;
        let place = parent.join(&name);
        let prefix = format!(".{name}{MARK}");
        clear(&parent, &prefix, &place)?;
        let may_go = is_free(&place)? || (place.is_dir() && ours(&Folder::new(&place)));
        if !may_go {
            return Err(Error::Occupied { folder: place });
        }
        if std::env::current_dir().is_ok_and(|here| here.starts_with(&place)) {
            return Err(Error::Inside { folder: place });
        }
        let (workshop, lock) = claim(&parent, &prefix)?;
        let site = workshop.join(SITE);
        fs::create_dir(&site).map_err(refused(&site))?;
        Ok(Self {
            place,
            workshop,
            _lock: lock,
        })
    }

    /// Where the new site is written.
    #[must_use]
    pub fn folder(&self) -> Folder {
        Folder::new(self.workshop.join(SITE))
    }

    /// The site that stands in the place now, if one does.
    #[must_use]
    pub fn old(&self) -> Option<Folder> {
        self.place.is_dir().then(|| Folder::new(&self.place))
    }

    /// Puts the new site in its place and takes the old one away.
    ///
    /// # Errors
    /// When the system refuses; the old site then stands where it stood.
    pub fn put(self) -> Result<(), Error> {
        let site = self.workshop.join(SITE);
        let put = if self.place.exists() {
            match exchanged(&site, &self.place) {
                Some(result) => result,
                None => moved_aside(&site, &self.place, &self.workshop.join(OLD)),
            }
        } else {
            fs::rename(&site, &self.place)
        };
        // What is left in the workshop goes with it.
        put.map_err(refused(&self.place))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What cannot be removed now, the next build removes.
        let _left = remove(&self.workshop);
    }
}

/// The folder that holds the place, without links, and the place's own name.
fn split(out: &Path) -> Result<(PathBuf, String), Error> {
    // A link to a folder stays a link: what it leads to is replaced.
    let whole = match out.canonicalize() {
        Ok(whole) => whole,
        Err(_) => {
            let parent = match out.parent() {
                Some(parent) if parent != Path::new("") => parent,
                _ => Path::new("."),
            };
            fs::create_dir_all(parent).map_err(refused(parent))?;
            let parent = parent.canonicalize().map_err(refused(parent))?;
            match out.file_name() {
                Some(name) => parent.join(name),
                None => return Err(no_name(out)),
            }
        }
    };
    let name = whole.file_name().and_then(|name| name.to_str());
    match (whole.parent(), name) {
        (Some(parent), Some(name)) => Ok((parent.to_owned(), name.to_owned())),
        _ => Err(no_name(out)),
    }
}

fn no_name(out: &Path) -> Error {
    Error::Usage {
        what: format!("{} is no name for a new folder", out.display()),
    }
}

/// Whether nothing stands there, or an empty folder.
fn is_free(place: &Path) -> Result<bool, Error> {
    match fs::read_dir(place) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(refused(place)(error)),
    }
}

/// Makes a workshop nobody else has, and takes its lock.
fn claim(parent: &Path, prefix: &str) -> Result<(PathBuf, File), Error> {
    let mut number = std::process::id();
    loop {
        let workshop = parent.join(format!("{prefix}{number}"));
        number = number.wrapping_add(1);
        match fs::create_dir(&workshop) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(refused(&workshop)(error)),
        }
        // Another build may take the new folder for one that was left, until it
        // is locked; then it is gone, and the next number is tried.
        let path = workshop.join(LOCK);
        let Ok(lock) = File::create_new(&path) else {
            if workshop.exists() {
                return Err(refused(&path)(io::ErrorKind::PermissionDenied.into()));
            }
            continue;
        };
        match lock.try_lock() {
            Ok(()) if path.exists() => return Ok((workshop, lock)),
            Ok(()) | Err(TryLockError::WouldBlock) => {}
            // A file system without locks: no two builds of one place at once.
            Err(TryLockError::Error(_)) => return Ok((workshop, lock)),
        }
    }
}

/// Removes the workshops of builds that were killed. A site that was moved aside
/// goes back to its place when that is empty.
fn clear(parent: &Path, prefix: &str, place: &Path) -> Result<(), Error> {
    let entries = fs::read_dir(parent).map_err(refused(parent))?;
    let mut left: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name();
            let number = name.to_str().and_then(|name| name.strip_prefix(prefix));
            number.is_some_and(|number| number.parse::<u32>().is_ok())
        })
        .map(|entry| entry.path())
        .collect();
    left.sort();
    for workshop in left {
        let Ok(lock) = File::open(workshop.join(LOCK)) else {
            // Claimed a moment ago, or all but removed: only if it is empty.
            let _busy = fs::remove_dir(&workshop);
            continue;
        };
        if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            continue;
        }
        let old = workshop.join(OLD);
        if old.is_dir() && is_free(place)? {
            fs::rename(&old, place).map_err(refused(place))?;
        }
        remove(&workshop).map_err(refused(&workshop))?;
    }
    Ok(())
}

/// Removes a workshop, its lock last: until then it can be told for what it is.
fn remove(workshop: &Path) -> io::Result<()> {
    for part in [SITE, OLD] {
        match fs::remove_dir_all(workshop.join(part)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    fs::remove_file(workshop.join(LOCK))?;
    fs::remove_dir(workshop)
}

/// Lets two folders change places in one step; `None` where that is unknown to
/// the system or the file system.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchanged(new: &Path, old: &Path) -> Option<io::Result<()>> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE) {
        Err(Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP) => None,
        result => Some(result.map_err(io::Error::from)),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchanged(_: &Path, _: &Path) -> Option<io::Result<()>> {
    None
}

/// Moves the old site aside and the new one in; the old one back if that fails.
fn moved_aside(new: &Path, old: &Path, aside: &Path) -> io::Result<()> {
    fs::rename(old, aside)?;
    fs::rename(new, old).inspect_err(|_| {
        let _lost = fs::rename(aside, old);
    })
}

fn refused(path: &Path) -> impl Fn(io::Error) -> Error {
    let path = path.to_owned();
    move |source| Error::Write {
        path: path.clone(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A parent folder with what is in it, `name` and `name=content`.
    fn parent(entries: &[&str]) -> tempfile::TempDir {
        let parent = tempfile::tempdir().unwrap();
        for entry in entries {
            let (name, content) = entry.split_once('=').unwrap();
            Folder::new(parent.path()).write(name, content).unwrap();
        }
        parent
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn build(parent: &Path, content: &str) -> Result<(), Error> {
        let staging = Staging::beside(&parent.join("site"), |folder| folder.read("ours").is_ok())?;
        staging.folder().write("ours", content)?;
        staging.put()
    }

    #[test]
    fn a_site_takes_the_place_of_nothing_of_an_empty_folder_and_of_a_site() {
        for entries in [&[][..], &["site/ours=old", "site/more=old"]] {
            let parent = parent(entries);
            build(parent.path(), "new").unwrap();
            assert_eq!(names(parent.path()), ["site"]);
            assert_eq!(names(&parent.path().join("site")), ["ours"]);
            assert_eq!(fs::read(parent.path().join("site/ours")).unwrap(), b"new");
        }
        let parent = parent(&[]);
        fs::create_dir(parent.path().join("site")).unwrap();
        build(parent.path(), "new").unwrap();
        assert_eq!(names(parent.path()), ["site"]);
    }

    #[test]
    fn what_is_not_ours_stays() {
        for entries in [&["site/thesis.doc=years of work"][..], &["site=a file"]] {
            let parent = parent(entries);
            let refused = build(parent.path(), "new");
            assert!(matches!(refused, Err(Error::Occupied { .. })));
            assert_eq!(names(parent.path()), ["site"]);
        }
        for out in ["/", "..", "/nowhere/.."] {
            let refused = Staging::beside(Path::new(out), |_| true);
            assert!(refused.is_err(), "{out}");
        }
    }

    #[test]
    fn a_failed_build_leaves_the_old_site_and_no_trace() {
        let parent = parent(&["site/ours=old"]);
        let staging = Staging::beside(&parent.path().join("site"), |_| true).unwrap();
        staging.folder().write("ours", "half").unwrap();
        drop(staging);
        assert_eq!(names(parent.path()), ["site"]);
        assert_eq!(fs::read(parent.path().join("site/ours")).unwrap(), b"old");
    }

    #[test]
    fn what_killed_builds_leave_is_cleared_away() {
        let parent = parent(&[
            "site/ours=old",
            ".site.backissue-17/lock=",
            ".site.backissue-17/site/a/b=half",
            ".site.backissue-18/lock=",
            ".other.backissue-3/lock=",
            ".site.backissue-notes/mine=",
        ]);
        // A build that is still at work.
        let staging = Staging::beside(&parent.path().join("site"), |_| true).unwrap();
        staging.folder().write("ours", "first").unwrap();
        build(parent.path(), "second").unwrap();
        staging.put().unwrap();
        assert_eq!(
            names(parent.path()),
            [".other.backissue-3", ".site.backissue-notes", "site"]
        );
        assert_eq!(fs::read(parent.path().join("site/ours")).unwrap(), b"first");
    }

    #[test]
    fn where_nothing_can_change_places_the_old_site_comes_back() {
        let parent = parent(&["new/ours=new", "site/ours=old"]);
        let path = |name: &str| parent.path().join(name);
        moved_aside(&path("new"), &path("site"), &path("aside")).unwrap();
        assert_eq!(fs::read(path("site/ours")).unwrap(), b"new");
        assert_eq!(fs::read(path("aside/ours")).unwrap(), b"old");
        // The new one is missing: the old one is put back.
        assert!(moved_aside(&path("absent"), &path("site"), &path("aside2")).is_err());
        assert_eq!(fs::read(path("site/ours")).unwrap(), b"new");
        // Killed in between: the next build puts it back, even if it fails.
        fs::create_dir(path(".site.backissue-5")).unwrap();
        fs::write(path(".site.backissue-5/lock"), "").unwrap();
        fs::rename(path("site"), path(".site.backissue-5/old")).unwrap();
        drop(Staging::beside(&path("site"), |_| true).unwrap());
        assert_eq!(fs::read(path("site/ours")).unwrap(), b"new");
        assert_eq!(names(parent.path()), ["aside", "site"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one() {
        let parent = parent(&["real/ours=old"]);
        std::os::unix::fs::symlink("real", parent.path().join("site")).unwrap();
        build(parent.path(), "new").unwrap();
        assert_eq!(names(parent.path()), ["real", "site"]);
        assert_eq!(fs::read(parent.path().join("real/ours")).unwrap(), b"new");
    }
}
