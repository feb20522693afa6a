//! From a body to blocks or plain text, whichever kind it is.

use crate::{Block, Body, Notice, html, plain_text, text};

impl Body {
    /// The body as a typed tree, with what was left out.
    ///
    /// Bounded in depth and size whatever the input; never panics.
    #[must_use]
    pub fn blocks(&self) -> (Vec<Block>, Vec<Notice>) {
        match self {
            Self::Lost => (Vec::new(), Vec::new()),
            Self::Text(source) => (text::blocks(source), Vec::new()),
            Self::Html(source) => html::blocks(source),
        }
    }

    /// The text of [`Self::blocks`], as [`plain_text`] says it.
    #[must_use]
    pub fn plain_text(&self) -> String {
        match self {
            Self::Lost => String::new(),
            Self::Text(source) => text::plain(source),
            Self::Html(source) => plain_text(&html::blocks(source).0),
        }
    }
}
