//! The fields of a document.

/// A part of a document that is searched by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What stands over it.
    Headline = 0,
    /// A summary or a note.
    Summary = 1,
    /// The text.
    Body = 2,
    /// What it is about, in the archive's words.
    Topics = 3,
    /// Who wrote it.
    Authors = 4,
}

/// How many there are.
pub(crate) const FIELDS: usize = 5;

/// All of them, in the order in which they are indexed.
pub(crate) const ALL: [Field; FIELDS] = [
    Field::Headline,
    Field::Summary,
    Field::Body,
    Field::Topics,
    Field::Authors,
];
