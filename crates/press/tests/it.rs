//! The press from outside: whole folders written and served.
//!
//! A test that cannot go on should stop, so helpers unwrap.
#![allow(clippy::unwrap_used)]

#[path = "it/broken.rs"]
mod broken;
#[path = "it/building.rs"]
mod building;
#[path = "it/checking.rs"]
mod checking;
#[path = "it/citing.rs"]
mod citing;
#[path = "it/feeds.rs"]
mod feeds;
#[path = "it/folder.rs"]
mod folder;
#[path = "it/fuzz.rs"]
mod fuzz;
#[path = "it/guide.rs"]
mod guide;
#[path = "it/hostile.rs"]
mod hostile;
#[path = "it/inert.rs"]
mod inert;
#[path = "it/killed.rs"]
mod killed;
#[path = "it/offline.rs"]
mod offline;
#[path = "it/one_file.rs"]
mod one_file;
#[path = "it/payloads.rs"]
mod payloads;
#[path = "it/round_trip.rs"]
mod round_trip;
#[path = "it/scratch.rs"]
mod scratch;
#[path = "it/serving.rs"]
mod serving;
#[path = "it/verbs.rs"]
mod verbs;
#[path = "it/watching.rs"]
mod watching;
#[path = "it/xml.rs"]
mod xml;
