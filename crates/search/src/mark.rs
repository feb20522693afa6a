//! Matches in a text, as spans of bytes.

use crate::index::Root;
use crate::resolve::Resolved;

/// Marks what a query matches.
#[derive(Debug, Clone, Default)]
pub struct Marker {}

impl Marker {
    pub(crate) fn new(_root: &Root, _groups: &[Vec<Resolved>]) -> Self {
        Self {}
    }
}
