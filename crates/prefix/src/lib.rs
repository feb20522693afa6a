//! Finding documents by the beginnings of their words: what the reader searches
//! with until it asks the engine in `crates/search`.
//!
//! Knows nothing of articles, browsers or files. Text goes in by document
//! number; a query comes out as the set of documents that hold its words.
//!
//! Words: a *document* is a number from 0 up, a *term* a folded word, a
//! *posting* a document that holds a term, a *query* what somebody typed.
//!
//! What this crate refuses to do: input and output, clocks, threads, and
//! panicking on anything it is given.

mod docs;
mod fold;
mod index;
mod words;

pub use docs::DocSet;
pub use fold::fold;
pub use index::{Index, IndexBuilder};
pub use words::{contains_words, words};
