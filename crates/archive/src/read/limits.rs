//! How much of anything is read.
//!
//! Each limit is far above what archives hold and low enough that a hostile
//! file cannot make the pages that show it useless.

/// More bytes than this do not fit a browser's memory beside what is made of
/// them; archives that size are packed.
pub(super) const MOST_BYTES: usize = 1 << 30;

/// A browser holds no more articles in one piece; archives that size are packed.
pub(super) const MOST_ARTICLES: u32 = 1_000_000;

/// Topics are numbered with 16 bits.
pub(super) const MOST_TOPICS: u32 = u16::MAX as u32;

/// The longest headline, name or topic in bytes: a long paragraph.
pub(super) const MOST_LINE: usize = 2_000;

/// The longest summary or note in bytes: a long article.
pub(super) const MOST_TEXT: usize = 100_000;

/// The longest body in bytes: twice the longest novel with its markup. A page
/// holds no more, and a phone far less.
pub(super) const MOST_BODY: usize = 8 << 20;

/// Authors, topics, lines or pointers of one article.
pub(super) const MOST_ENTRIES: u32 = 1_000;

/// A headline made of a body's first words has at most so many bytes: one or
/// two lines of a list.
pub(super) const DERIVED_HEADLINE: usize = 80;

/// How much of a body is looked at for those words.
pub(super) const DERIVED_FROM: usize = 4_000;
