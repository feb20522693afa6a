//! Text into tokens: the one reading of words, for building an index and for
//! asking it.
//!
//! Words: a *token* is one findable thing at one place of a text; its *term* is
//! the form it is looked up by; *folding* makes two spellings of one word equal;
//! a *stem* is what the inflected forms of a word share; a *run* is an unbroken
//! stretch of a script that is written without spaces between words.
//!
//! [`tokens`] is for building and [`asked`] for queries. They read a text the
//! same way and differ only in how many forms they hand out: building gives
//! every form under which a place can be found, asking only those that together
//! say what was meant.
//!
//! What this crate refuses to do: input and output, panicking on any text or
//! any bytes, and taking more than linear time.

mod apostrophe;
mod class;
mod fold;
mod machine;
mod numbers;
mod program;
pub mod rules;
mod run;
mod stem;
mod table;
mod token;
mod words;

pub use fold::fold_into;
pub use machine::LONGEST_WORD;
pub use stem::{Fault, Stemmer};
pub use token::{Kind, LONGEST_TERM, Token, asked, tokens};
