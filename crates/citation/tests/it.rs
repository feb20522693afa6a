//! Records as a program that imports them meets them.
//!
//! A test that cannot go on should stop, so helpers unwrap.
#![allow(clippy::unwrap_used)]

#[path = "it/dates.rs"]
mod dates;
#[path = "it/escaping.rs"]
mod escaping;
#[path = "it/hostile.rs"]
mod hostile;
#[path = "it/read_back.rs"]
mod read_back;
#[path = "it/whole.rs"]
mod whole;
