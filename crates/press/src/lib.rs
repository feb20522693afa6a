//! The press: turns an archive into a folder to upload, and serves one to look at.
//!
//! Words: a *shell* is a folder with the reader's own files (script, WebAssembly,
//! style sheet) and no archive in it yet; the *site* is the finished static
//! folder; a *page* is one HTML file of it, at an *address* relative to the
//! folder (`""`, `articles/some-slug/`); the *base URL* is where the folder will
//! stand, when the publisher says so.
//!
//! What this crate refuses to do: it writes no page from a string template with
//! holes (every value goes through [`html`]), reads no clock (the same archive
//! gives the same bytes), and contacts nobody.

pub mod cmd;
pub mod error;
pub mod folder;
pub mod html;
pub mod made;
pub mod serve;
pub mod site;
mod stems;
mod words;

pub use error::Error;
