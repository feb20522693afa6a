//! What the crate promises, held against the Unicode libraries, the Snowball
//! algorithms, and samples of many languages.
//!
//! A test that cannot go on should stop, so helpers expect.
#![allow(clippy::expect_used)]

#[path = "it/folding.rs"]
mod folding;
#[path = "it/hostile.rs"]
mod hostile;
#[path = "it/samples.rs"]
mod samples;
#[path = "it/stems.rs"]
mod stems;
#[path = "it/words.rs"]
mod words;
