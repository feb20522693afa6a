//! Importing from outside: sources in, an archive and its problems out.
//!
//! A test that cannot go on should stop, so helpers unwrap.
#![allow(clippy::unwrap_used)]

#[path = "it/fixtures.rs"]
mod fixtures;
#[path = "it/pages.rs"]
mod pages;
#[path = "it/shown.rs"]
mod shown;
