//! What an archive is.
//!
//! Bytes of an `articles.json` go in; an [`Archive`] and a list of [`Problem`]s
//! come out. Reading is forgiving and loud: whatever can be read is kept, and
//! everything that was wrong is reported with its place and a next step.
//!
//! Words: an *archive* is the whole collection, an *article* one entry, a
//! *body* its text as a typed tree of [`Block`]s, a *problem* something found
//! wrong.
//!
//! What this crate refuses to do: it never panics on input, never runs or
//! passes on markup as a string, and knows no browser, file, clock, thread or
//! random number.

mod article;
mod block;
mod body;
mod clean;
mod decode;
mod edtf;
mod fold;
mod html;
mod json;
mod link;
mod log;
mod names;
mod number;
mod order;
mod plain;
mod problem;
mod read;
mod slug;
mod sniff;
mod text;
mod windows_1252;

pub use article::{Archive, Article, Body, Headline, Notice, Related, Supplied, Topic, Updates};
pub use block::{Block, Cell, Image, Link, Row, Span};
pub use clean::{one_line, visible};
pub use edtf::{Date, DatePhrase, DateWords, Edtf, Precision};
pub use plain::{plain_text, word_count};
pub use problem::{Listed, PROBLEMS, Place, Problem, ProblemKind, Severity, Wanted};
pub use read::{Reading, SUPPORTED, read};
