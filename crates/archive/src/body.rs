//! From a body to blocks or plain text, whichever kind it is.

use crate::{Block, Body, Notice, html, plain_text, text};

impl Body {
    /// The body as a typed tree, with what was left out.
    ///
    /// Bounded in depth and size whatever the input; never panics.
    #[must_use]
    pub fn blocks(&self) -> (Vec<Block>, Vec<Notice>) {
        match self {
            Self::Html(source) => {
                let (blocks, missed) = html::blocks(source);
                let notices = missed
                    .into_iter()
                    .map(|one| Notice(one.notice().to_owned()));
                (blocks, notices.collect())
            }
            _ => (self.tree(), Vec::new()),
        }
    }

    /// The body as a typed tree.
    #[must_use]
    pub fn tree(&self) -> Vec<Block> {
        match self {
            Self::Lost => Vec::new(),
            Self::Text(source) => text::blocks(source),
            Self::Html(source) => html::blocks(source).0,
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
