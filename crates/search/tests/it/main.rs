//! The engine from outside, one test binary. What belongs where:
//!
//! - `archive`: made archives and the texts they lend; no tests.
//! - `oracle`: what a query finds, by reading every text. No index, no tests.
//! - `found`: the engine against the oracle; facets, orders, blocks, history.
//! - `language`: queries read and printed.
//! - `bytes`: kept indexes, damaged and hostile ones.
//! - `parts`: an index made by several builders is the one that one makes.
//! - `passages`: marks and passages.
//! - `samples`: scripts and typing, by example.
//! - `judged`: ranking against a reference, on collections at hand.
//! - `hostile`: everything against rubbish, for as long as one likes.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod archive;
mod bytes;
mod found;
mod hostile;
mod judged;
mod language;
mod oracle;
mod parts;
mod passages;
mod samples;
