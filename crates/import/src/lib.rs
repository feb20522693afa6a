//! Anyone's archive, from whatever they have: feeds, exports, folders, tables.
//!
//! Words: a *source* is what the user names; its files stand in a [`tree`]; an
//! *entry* is an article as a format's reader hands it over; the *desk* is
//! where every entry becomes an article of the archive; a *problem* is a thing
//! found wrong, told with its place and what was done.
//!
//! What this crate refuses to do: it follows no link, fetches nothing, runs
//! nothing, and loses nothing in silence. No source makes it panic, hang, or
//! take more memory than eight times the source and 64 MB.

mod address;
mod check;
mod dates;
mod decode;
mod desk;
mod detect;
mod entry;
pub mod feed;
mod feeds;
mod fix;
mod front_matter;
mod import;
mod json_feed;
mod log;
mod markdown;
mod markup;
mod merge;
mod mojibake;
pub mod ours;
mod output;
mod pages;
mod problem;
mod site;
mod spool;
mod table;
mod text;
mod texts;
mod tree;
mod wordpress;
mod xml;

pub use check::{Finding, Tally, check};
pub use desk::{Copy, Counts, Desk, Progress};
pub use detect::SourceKind;
pub use fix::{Mended, fix};
pub use import::{Detected, Import, Options, import};
pub use log::Log;
pub use merge::{Existing, Kept};
pub use output::{Saved, write_whole};
pub use problem::{Kind, Place, Problem, Severity};
pub use tree::Tree;
