//! An article as a format's reader hands it over: the archive's own article,
//! with what can be settled only when all are known.

use archive::Article;

use crate::feed::Pointer;

/// An article on its way into the archive.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// What was read. Its `topics` are not yet numbered and stay empty; its
    /// `related` is told by [`Self::related`]; its body is as in the source.
    pub article: Article,
    /// Topics by name.
    pub topics: Vec<String>,
    /// What it points to.
    pub related: Vec<Pointer>,
    /// Absolute addresses and paths in the source that mean it, beside its
    /// `url`.
    pub known_as: Vec<String>,
    /// The folder of the source from which its relative addresses are taken.
    pub folder: String,
    /// The address from which they are taken when no such file is there.
    pub base: Option<String>,
    /// Where it begins in its file: line and column.
    pub at: (u32, u32),
    /// Whether the source itself says that the body is lost.
    pub lost: bool,
}
