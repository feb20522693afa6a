//! Finished items, packed: an import holds a hundred thousand of them at once,
//! and deflated they take a fraction of what they take as values, or in the
//! source. What a ZIP unpacks to is so packed again as it comes in.
//!
//! Short items are packed several to a *block*, for text alone packs badly in
//! small pieces; a long one has a block of its own, and passes into it and out
//! of it without lying in memory as text beside.

use std::cell::RefCell;
use std::io::{self, Read, Write};

use archive::Date;
use flate2::Compression;
use flate2::bufread::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::feed::Item;

/// Bytes of items in a block. An item is unpacked with all of its block, some
/// fifty microseconds for one of this size; half of it packs a tenth worse.
const BLOCK: usize = 8 << 10;

/// Level 3 of deflate: text packs to two fifths, quicker than it is read;
/// the levels above gain a tenth for twice the time.
const LEVEL: Compression = Compression::new(3);

/// What is known of an item without unpacking it.
#[derive(Debug, Clone, Copy)]
pub struct Slip {
    block: u32,
    start: u32,
    length: u32,
    /// The last day it may have been published.
    pub latest: Option<Date>,
    /// The number of its file in [`Spool::files`].
    pub file: u32,
    /// Where in the file: line and column.
    pub at: (u32, u32),
}

/// Where an item is: its block, from where in it, how many bytes.
type Packed = (u32, u32, u32);

/// All items read so far, in their order.
#[derive(Debug, Default)]
pub struct Spool {
    blocks: Vec<Box<[u8]>>,
    /// The block that is being filled, after the others, not packed yet.
    open: Vec<u8>,
    slips: Vec<Slip>,
    /// The names of the files items came from.
    pub files: Vec<String>,
    /// The number of the block that was unpacked last, and what is in it:
    /// items are mostly asked for in their order.
    unpacked: RefCell<Option<(u32, Vec<u8>)>>,
    packed: usize,
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

    /// How many bytes the packed items take.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.packed + self.open.len()
    }

    /// The slips in order.
    pub fn slips(&self) -> impl Iterator<Item = &Slip> {
        self.slips.iter()
    }

    /// The slip of an item.
    #[must_use]
    pub fn slip(&self, at: usize) -> Option<&Slip> {
        self.slips.get(at)
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
        let (block, start, length) = self.store(item)?;
        self.slips.push(Slip {
            block,
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
        let (block, start, length) = self.store(item)?;
        if let Some(slip) = self.slips.get_mut(at) {
            (slip.block, slip.start, slip.length) = (block, start, length);
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
        let range = slip.start as usize..slip.start as usize + slip.length as usize;
        let Some(block) = self.blocks.get(slip.block as usize) else {
            return serde_json::from_slice(&self.open[range]).map_err(io::Error::other);
        };
        if range.start == 0 && range.len() > BLOCK {
            // It has the block for itself.
            let item = io::BufReader::new(DeflateDecoder::new(&block[..]));
            return serde_json::from_reader(item).map_err(io::Error::other);
        }
        let mut unpacked = self.unpacked.borrow_mut();
        let known = unpacked.take().filter(|(number, _)| *number == slip.block);
        let (number, items) = match known {
            Some(known) => known,
            None => {
                let mut items = Vec::with_capacity(BLOCK * 2);
                DeflateDecoder::new(&block[..]).read_to_end(&mut items)?;
                (slip.block, items)
            }
        };
        let item = serde_json::from_slice(&items[range]).map_err(io::Error::other);
        *unpacked = Some((number, items));
        item
    }

    fn store(&mut self, item: &Item) -> io::Result<Packed> {
        if item.text_length() > BLOCK {
            self.close()?;
            let packer = Counted(DeflateEncoder::new(Vec::new(), LEVEL), 0);
            let mut writer = io::BufWriter::new(packer);
            serde_json::to_writer(&mut writer, item)?;
            let Counted(packer, length) = writer
                .into_inner()
                .map_err(io::IntoInnerError::into_error)?;
            let block = self.add(packer.finish()?)?;
            return Ok((block, 0, number(length)?));
        }
        let start = self.open.len();
        serde_json::to_writer(&mut self.open, item)?;
        let packed = (
            number(self.blocks.len())?,
            number(start)?,
            number(self.open.len() - start)?,
        );
        if self.open.len() >= BLOCK {
            self.close()?;
        }
        Ok(packed)
    }

    /// Packs the block that is being filled.
    fn close(&mut self) -> io::Result<()> {
        if self.open.is_empty() {
            return Ok(());
        }
        let mut packer = DeflateEncoder::new(Vec::new(), LEVEL);
        packer.write_all(&self.open)?;
        self.open.clear();
        self.add(packer.finish()?).map(|_| ())
    }

    fn add(&mut self, block: Vec<u8>) -> io::Result<u32> {
        self.packed += block.len();
        self.blocks.push(block.into_boxed_slice());
        number(self.blocks.len() - 1)
    }
}

fn number(number: usize) -> io::Result<u32> {
    u32::try_from(number).map_err(io::Error::other)
}

/// Counts what is written.
struct Counted<W>(W, usize);

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.0.write(bytes)?;
        self.1 += written;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn item(id: usize, words: usize) -> Item {
        Item {
            id: id.to_string(),
            content_text: Some(format!("é\"{id} ").repeat(words)),
            ..Item::default()
        }
    }

    proptest! {
        /// Against a plain list: whatever the sizes, the order and what is replaced.
        #[test]
        fn items_come_out_as_they_went_in(
            sizes in prop::collection::vec(prop_oneof![0..40_usize, 800..3_000_usize, 20_000..30_000_usize], 1..40),
            replaced in prop::collection::vec((0..40_usize, 0..5_000_usize), 0..10),
            asked in prop::collection::vec(0..40_usize, 0..60),
        ) {
            let (mut spool, mut list) = (Spool::default(), Vec::new());
            for (at, words) in sizes.iter().enumerate() {
                list.push(item(at, *words));
                spool.push(&list[at], None, 0, (1, 1)).unwrap();
                prop_assert_eq!(&spool.get(at).unwrap(), &list[at]);
            }
            for (at, words) in replaced {
                let at = at % list.len();
                list[at] = item(at + 100, words);
                spool.replace(at, &list[at]).unwrap();
            }
            for at in asked.into_iter().map(|at| at % list.len()).chain(0..list.len()) {
                prop_assert_eq!(&spool.get(at).unwrap(), &list[at]);
            }
            prop_assert!(spool.get(list.len()).is_err());
        }
    }

    #[test]
    fn repetitive_items_take_next_to_nothing() {
        let mut spool = Spool::default();
        for at in 0..100 {
            spool.push(&item(at, 40_000), None, 0, (1, 1)).unwrap();
        }
        assert!(spool.bytes() < 1 << 20, "{}", spool.bytes());
    }
}
