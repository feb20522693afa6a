//! From a body to blocks or plain text, whichever kind it is.

use crate::html::Missed;
use crate::{Block, Body, Notice, html, plain_text, text};

impl Body {
    /// The body as a typed tree, with what was left out.
    ///
    /// Bounded in depth and size whatever the input; never panics.
    #[must_use]
    pub fn blocks(&self) -> (Vec<Block>, Vec<Notice>) {
        let (blocks, missed) = match self {
            Self::Lost => return (Vec::new(), Vec::new()),
            Self::Text(source) => {
                let (blocks, more) = text::blocks(source);
                (
                    blocks,
                    if more {
                        vec![Missed::Pieces]
                    } else {
                        Vec::new()
                    },
                )
            }
            Self::Html(source) => html::blocks(source),
        };
        let notices = missed
            .into_iter()
            .map(|one| Notice(one.notice().to_owned()));
        (blocks, notices.collect())
    }

    /// The body as a typed tree.
    #[must_use]
    pub fn tree(&self) -> Vec<Block> {
        match self {
            Self::Lost => Vec::new(),
            Self::Text(source) => text::blocks(source).0,
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
