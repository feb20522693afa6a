//! Finished items, packed: an import holds a hundred thousand of them at once,
//! and as text they take a tenth of what they take as values.

use std::io;

use archive::Date;

use crate::feed::Item;

/// Bytes of a chunk; an item longer than this has one of its own.
const CHUNK: usize = 1 << 20;

/// What is known of an item without unpacking it.
#[derive(Debug, Clone, Copy)]
pub struct Slip {
    chunk: u32,
    start: u32,
    length: u32,
    /// The last day it may have been published.
    pub latest: Option<Date>,
    /// The number of its file in [`Spool::files`].
    pub file: u32,
    /// Where in the file: line and column.
    pub at: (u32, u32),
}

/// All items read so far, in their order.
#[derive(Debug, Default)]
pub struct Spool {
    chunks: Vec<Vec<u8>>,
    slips: Vec<Slip>,
    /// The names of the files items came from.
    pub files: Vec<String>,
}

impl Spool {
    /// How many items there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slips.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slips.is_empty()
    }

    /// The slips in order.
    pub fn slips(&self) -> impl Iterator<Item = &Slip> {
        self.slips.iter()
    }

    /// Adds an item.
    ///
    /// # Errors
    /// When it cannot be written as JSON, which no item can fail.
    pub fn push(
        &mut self,
        item: &Item,
        latest: Option<Date>,
        file: u32,
        at: (u32, u32),
    ) -> io::Result<()> {
        let (chunk, start, length) = self.store(item)?;
        self.slips.push(Slip {
            chunk,
            start,
            length,
            latest,
            file,
            at,
        });
        Ok(())
    }

    /// Puts another item in the place of one.
    ///
    /// # Errors
    /// As [`Self::push`].
    pub fn replace(&mut self, at: usize, item: &Item) -> io::Result<()> {
        let (chunk, start, length) = self.store(item)?;
        if let Some(slip) = self.slips.get_mut(at) {
            (slip.chunk, slip.start, slip.length) = (chunk, start, length);
        }
        Ok(())
    }

    /// The item at a place.
    ///
    /// # Errors
    /// When there is none.
    pub fn get(&self, at: usize) -> io::Result<Item> {
        let slip = self
            .slips
            .get(at)
            .ok_or_else(|| io::Error::other("no such item"))?;
        let chunk = &self.chunks[slip.chunk as usize];
        let bytes = &chunk[slip.start as usize..][..slip.length as usize];
        serde_json::from_slice(bytes).map_err(io::Error::other)
    }

    fn store(&mut self, item: &Item) -> io::Result<(u32, u32, u32)> {
        let bytes = serde_json::to_vec(item)?;
        if self
            .chunks
            .last()
            .is_none_or(|last| last.len() + bytes.len() > last.capacity())
        {
            self.chunks.push(Vec::with_capacity(bytes.len().max(CHUNK)));
        }
        let number = |number: usize| u32::try_from(number).map_err(io::Error::other);
        let chunk = number(self.chunks.len() - 1)?;
        let Some(last) = self.chunks.last_mut() else {
            return Err(io::Error::other("no chunk"));
        };
        let start = number(last.len())?;
        last.extend_from_slice(&bytes);
        Ok((chunk, start, number(bytes.len())?))
    }
}
