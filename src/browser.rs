//! The browser: the only code that knows `web_sys`. One file an outside thing.
//!
//! Everything here is quiet on failure: a browser that refuses storage or a
//! clipboard costs that one thing and nothing else.

pub mod bytes;
pub mod clipboard;
pub mod document;
pub mod fetch;
pub mod history;
pub mod indexer;
pub mod keyboard;
pub mod listener;
pub mod pause;
pub mod pointer;
pub mod storage;
pub mod timing;
mod value;
pub mod words;
