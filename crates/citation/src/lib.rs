//! How an article is cited: as BibTeX, RIS and CSL-JSON.
//!
//! Words: a *work* is what is cited, an article in a periodical; a *record* is a
//! work written in one of the formats; a *moment* is what is known of its date.
//!
//! Says what is known and no more. A date that is uncertain, or that the archivist
//! supplied, is never passed off as one the source states: each format has its own
//! way to say so ([`bibtex`], [`ris`], [`csl_json`]). It knows no browser, file or
//! clock, and gives the same bytes for the same work.

mod bibtex;
mod csl;
mod json;
mod moment;
mod name;
mod ris;
mod work;

pub use bibtex::bibtex;
pub use csl::csl_json;
pub use ris::ris;
pub use work::Work;
