//! `content_html` as blocks.
use crate::{Block, Notice};
pub(crate) fn blocks(_source: &str) -> (Vec<Block>, Vec<Notice>) {
    (Vec::new(), Vec::new())
}
