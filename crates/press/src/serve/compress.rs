//! Brotli on demand, each file once.
//!
//! What hosts send is what we want to measure, so files are compressed as hosts
//! do for files that never change: as well as Brotli can. Compressed bytes are
//! kept in memory until the file changes. It never touches the folder.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

/// Brotli's best.
const BEST: i32 = 11;

/// Brotli's quality for files so large that its best would keep a visitor
/// waiting for half a minute; hosts make the same choice.
const QUICK: i32 = 5;

/// Where large begins, in bytes: about four seconds at the best quality.
const LARGE: usize = 4 << 20;

/// The logarithm of Brotli's window: 4 MiB, the largest that every browser takes.
const WINDOW: i32 = 22;

/// A file as it was at one time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Stamp {
    path: PathBuf,
    length: u64,
    changed: Option<SystemTime>,
}

impl Stamp {
    /// The stamp of a file on disk.
    pub fn of(path: &Path, metadata: &std::fs::Metadata) -> Self {
        Self {
            path: path.to_owned(),
            length: metadata.len(),
            changed: metadata.modified().ok(),
        }
    }
}

type Slot = Arc<OnceLock<Arc<[u8]>>>;

/// Compressed files, kept.
#[derive(Debug, Default)]
pub struct Compressed {
    slots: Mutex<HashMap<PathBuf, (Stamp, Slot)>>,
}

impl Compressed {
    /// The compressed bytes of `bytes`, which is the file `stamp` tells of.
    ///
    /// Requests for the same file wait for one compression; others do not.
    pub fn get(&self, stamp: &Stamp, bytes: &[u8]) -> Arc<[u8]> {
        let slot = {
            let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
            let entry = slots
                .entry(stamp.path.clone())
                .or_insert_with(|| (stamp.clone(), Slot::default()));
            if entry.0 != *stamp {
                *entry = (stamp.clone(), Slot::default());
            }
            Arc::clone(&entry.1)
        };
        Arc::clone(slot.get_or_init(|| compress(bytes).into()))
    }
}

fn compress(bytes: &[u8]) -> Vec<u8> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: if bytes.len() > LARGE { QUICK } else { BEST },
        lgwin: WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::with_capacity(bytes.len() / 3);
    let mut input = bytes;
    match brotli::BrotliCompress(&mut input, &mut out, &params) {
        Ok(_) => out,
        // Writing to memory does not fail. Were it to, an empty answer would
        // be told apart below.
        Err(_) => Vec::new(),
    }
}

/// True when an `Accept-Encoding` header takes Brotli.
pub fn takes_brotli(header: &str) -> bool {
    header.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case("br"));
        let refused = parts.any(|part| {
            part.strip_prefix("q=")
                .and_then(|weight| weight.trim().parse::<f32>().ok())
                .is_some_and(|weight| weight <= 0.0)
        });
        named && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_visitor_takes() {
        for (header, wanted) in [
            ("", false),
            ("gzip", false),
            ("gzip, deflate, br, zstd", true),
            ("br;q=0", false),
            ("br;q=0.5, gzip", true),
            ("BR", true),
            ("brotli", false),
        ] {
            assert_eq!(takes_brotli(header), wanted, "{header}");
        }
    }

    #[test]
    fn what_is_compressed_reads_back() {
        let text = "the same again ".repeat(1000);
        let packed = compress(text.as_bytes());
        assert!(packed.len() < 100);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }
}
