//! Reading an archive: bytes in, an [`Archive`] and its problems out.
//!
//! The format is JSON Feed 1.1 with an `_archive` object at the feed and at
//! each item. `feed.rs` and `item.rs` say which members are read, `field.rs`
//! how values of the wrong type are taken, and `whole.rs` what is settled once
//! all articles are known: ids, addresses, order, topics, pointers.

mod feed;
mod field;
mod item;
mod limits;
mod whole;

use crate::json::Json;
use crate::log::Log;
use crate::{Archive, Problem, ProblemKind, Severity, decode, sniff};

/// The version of the `_archive` object this reader knows.
pub const SUPPORTED: u32 = 1;

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The archive; none when nothing could be read, and a problem says why.
    pub archive: Option<Archive>,
    /// What was wrong, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Reads an archive or any JSON Feed.
///
/// Takes time and memory in proportion to the bytes, whatever they are, and
/// never panics.
#[must_use]
pub fn read(bytes: &[u8]) -> Reading {
    let mut log = Log::default();
    let unreadable = if bytes.len() > limits::MOST_BYTES {
        Some(ProblemKind::TooLarge)
    } else {
        sniff::binary(bytes)
    };
    if let Some(kind) = unreadable {
        return fatal(log, "", kind);
    }
    let text = decode::decode(bytes, &mut log);
    if let Some(kind) = sniff::text(&text) {
        return fatal(log, &text, kind);
    }
    let mut json = Json::new(&text, log);
    let archive = feed::read(&mut json);
    Reading {
        archive,
        problems: json.log.finish(&text),
    }
}

fn fatal(mut log: Log, text: &str, kind: ProblemKind) -> Reading {
    log.note(0, String::new(), Severity::Fatal, kind);
    Reading {
        archive: None,
        problems: log.finish(text),
    }
}
