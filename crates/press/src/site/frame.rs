//! What every page of a site has alike: the reader's files, its words, what a
//! browser wants for an app, and whether the archive is kept for offline,
//! and the archive's own look.

use super::edition::Offline;
use super::shell::Shell;
use super::theme::Look;
use crate::words::Speech;

/// The same for every page of a site.
#[derive(Debug)]
pub struct Frame {
    /// The reader's files.
    pub shell: Shell,
    /// The reader's own words.
    pub speech: Speech,
    /// `rel` and file of what belongs to the archive as an app.
    pub install: Vec<(&'static str, &'static str)>,
    /// Whether and how pages keep the archive for offline.
    pub offline: Offline,
    /// Bytes of the archive's file.
    pub length: u64,
    /// The archive's own look.
    pub look: Look,
}
