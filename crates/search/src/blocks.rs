//! Blocks: the pieces of an index that a query reads, and where they come from.
//!
//! In memory a block is a slice of the index. In a packed archive it is fetched
//! first. The engine cannot tell the two apart: it asks [`Blocks`], goes on with
//! nothing where a block is not there, and hands back the list of what was
//! missing instead of an answer.

use std::cell::RefCell;

/// A part of the index that is read in pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Section {
    /// Leaves of the dictionary of terms.
    #[default]
    Terms,
    /// Leaves of the dictionary of stems.
    Stems,
    /// Postings.
    Postings,
    /// Positions.
    Positions,
    /// What each document is about: its weightiest terms.
    Subjects,
}

/// How many sections there are.
pub(crate) const SECTIONS: usize = 5;

/// A stretch of bytes in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Block {
    /// Of which section.
    pub section: Section,
    /// First byte.
    pub start: u32,
    /// Past the last byte.
    pub end: u32,
}

/// Where blocks come from.
pub trait Blocks {
    /// The bytes of a block, or none when they have not been fetched.
    fn bytes(&self, block: Block) -> Option<&[u8]>;
}

/// Reads blocks and notes which were missing.
pub(crate) struct Fetch<'a> {
    blocks: &'a dyn Blocks,
    missing: RefCell<Vec<Block>>,
}

impl<'a> Fetch<'a> {
    pub(crate) fn new(blocks: &'a dyn Blocks) -> Self {
        Self {
            blocks,
            missing: RefCell::default(),
        }
    }

    /// The bytes of a block; nothing when they are missing.
    pub(crate) fn bytes(&self, block: Block) -> &'a [u8] {
        if block.start >= block.end {
            return &[];
        }
        self.blocks.bytes(block).unwrap_or_else(|| {
            self.missing.borrow_mut().push(block);
            &[]
        })
    }

    /// Whether anything was missing.
    pub(crate) fn lacks(&self) -> bool {
        !self.missing.borrow().is_empty()
    }

    /// What was missing, each block once.
    pub(crate) fn missing(self) -> Vec<Block> {
        let mut missing = self.missing.into_inner();
        crate::order::sort_by(missing.len(), &mut missing);
        missing.dedup();
        missing
    }
}
