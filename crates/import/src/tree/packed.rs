//! A ZIP as a source: what it may unpack to, and which of its entries are
//! files of it.

use std::cell::RefCell;
use std::io::Read;

use zip::ZipArchive;

use super::{Bytes, MOST_READ, Member, Root, Tree, is_hidden};
use crate::problem::{Kind, quoted};

/// From a ZIP of so many bytes, a file may unpack to this many times as much
/// and [`ZIP_FLOOR`]: what is made of it then stays within the memory that
/// imports are held to (eight times the input and 64 MB).
const ZIP_FILE_RATIO: f64 = 3.4;

const ZIP_FLOOR: u64 = 10 << 20;

/// All files of a ZIP together may unpack to this many times its size and the
/// floor below; the most that deflate reaches on any text that was written is
/// about thirty.
const ZIP_WHOLE_RATIO: u64 = 100;

const ZIP_WHOLE_FLOOR: u64 = 256 << 20;

pub(super) fn is_zip(bytes: &[u8]) -> bool {
    matches!(bytes, [b'P', b'K', 3 | 5 | 7, 4 | 6 | 8, ..])
}

impl Tree {
    /// Opens a ZIP of so many bytes.
    pub(super) fn zip(name: String, bytes: Box<dyn Bytes>, size: u64) -> Result<Self, Kind> {
        let bad = |error: zip::result::ZipError| Kind::BadZip(quoted(&error.to_string()));
        let mut archive = ZipArchive::new(bytes).map_err(bad)?;
        let (mut members, mut odd) = (Vec::new(), Vec::new());
        for at in 0..archive.len() {
            let file = match archive.by_index_raw(at) {
                Ok(file) => file,
                Err(error) => {
                    odd.push(bad(error));
                    continue;
                }
            };
            let name = file
                .name()
                .map(|name| name.replace('\\', "/"))
                .unwrap_or_default();
            if file.is_dir() || name.ends_with('/') {
                continue;
            }
            // Names in a ZIP are no addresses: a `%` or `?` in one is itself.
            let outside = name.starts_with('/')
                || name
                    .split('/')
                    .any(|part| part == ".." || part.contains([':', '\0']));
            let parts: Vec<&str> = name
                .split('/')
                .filter(|part| !part.is_empty() && *part != ".")
                .collect();
            let path = parts.join("/");
            if outside || file.is_symlink() || path.is_empty() {
                odd.push(Kind::Outside(quoted(&name)));
            } else if !is_hidden(&path) {
                members.push(Member {
                    path,
                    size: file.size(),
                    at,
                });
            }
        }
        // Two entries of one name: the last is what unpacking would leave.
        members.sort_by(|a, b| (&a.path, b.at).cmp(&(&b.path, a.at)));
        members.dedup_by(|b, a| a.path == b.path);
        Ok(Self::new(
            name,
            Root::Zip(RefCell::new(archive)),
            members,
            size,
            odd,
        ))
    }

    /// How many bytes a file of it may have, and its text: of a ZIP no more
    /// than its own size allows.
    #[must_use]
    pub fn longest_file(&self) -> u64 {
        if self.is_zip() {
            ZIP_FLOOR + (self.size as f64 * ZIP_FILE_RATIO) as u64
        } else {
            u64::MAX
        }
    }

    /// An entry of a ZIP, of so many bytes at most.
    pub(super) fn unpack(
        &self,
        archive: &RefCell<ZipArchive<Box<dyn Bytes>>>,
        at: usize,
        most: u64,
    ) -> Result<Vec<u8>, Kind> {
        let left = (self.size.saturating_mul(ZIP_WHOLE_RATIO) + ZIP_WHOLE_FLOOR)
            .saturating_sub(self.unpacked.get());
        let most = most.min(self.longest_file()).min(MOST_READ);
        let mut archive = archive.borrow_mut();
        let bad = |why: &str| Kind::BadZip(quoted(why));
        let file = archive
            .by_index(at)
            .map_err(|error| bad(&error.to_string()))?;
        let size = file.size();
        if size > left {
            return Err(Kind::Bomb);
        }
        if size > most {
            return Err(Kind::TooLarge(most));
        }
        // Room for what it says it is, so that nothing is moved about
        // while it grows; one that grows further has lied.
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
        let read = file.take(size + 1).read_to_end(&mut bytes);
        self.unpacked.set(self.unpacked.get() + bytes.len() as u64);
        read.map_err(|error| bad(&error.to_string()))?;
        if bytes.len() as u64 > size {
            return Err(bad("a file in it is larger than it says"));
        }
        Ok(bytes)
    }
}
