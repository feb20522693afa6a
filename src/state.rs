//! What the reader knows: data, actions and pure functions. No DOM, no browser.

pub mod catalogue;
pub mod documents;
pub mod filters;
pub mod library;
pub mod making;
pub mod preferences;
pub mod results;
pub mod same;
pub mod timeline;
