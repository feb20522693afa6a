//! A thing found wrong in an archive: what, where, and what to do about it.
//!
//! Wording for people is chosen here and nowhere else, in one sentence for
//! what was wrong and one for the next step.

/// Where in the file a problem stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// JSON Pointer (RFC 6901), empty for the whole file.
    pub pointer: String,
    /// From 1; 0 when unknown.
    pub line: u32,
    /// In characters, from 1; 0 when unknown.
    pub column: u32,
}

/// How much a problem costs the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Read as meant; the file should still be mended.
    Repaired,
    /// Something was left out.
    Dropped,
    /// Nothing could be read.
    Fatal,
}

/// A thing found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// How bad.
    pub severity: Severity,
}
