//! Postings: which documents hold a term, how strongly, in which fields, and
//! where.
//!
//! Blocks of [`BLOCK`] documents. A block holds three arrays side by side in
//! bits: the gaps between documents, the quantised impacts (see `impact.rs`),
//! and which fields hold the term (0 when the body alone does). Its positions
//! stand in a section of their own: for each document how many numbers follow,
//! then the numbers, LEB128: for every field but the last that holds the term
//! how many positions, and the gaps between positions.
//!
//! A list of more than one block begins with a table: each block's last
//! document, length, and the length of its positions.

use crate::bytes::{Reader, Scratch, pack, packed_len, unpack, width};
use crate::field::FIELDS;
use crate::impact::level;

/// Documents of a block.
pub(crate) const BLOCK: usize = 128;

/// The field mask of a term that only the body holds, stored as 0.
pub(crate) const BODY_ONLY: u32 = 1 << crate::Field::Body as u32;

/// A document's positions of a term: place in the field, below field number
/// times this. A body of more words than that is a library.
pub(crate) const FIELD_STEP: u32 = 1 << 24;

/// Writes one term's postings.
pub(crate) struct ListWriter {
    len: usize,
    documents: [u32; BLOCK],
    impacts: [u32; BLOCK],
    masks: [u32; BLOCK],
    counts: [u32; BLOCK],
    numbers: Scratch,
    previous: u32,
    blocks: Scratch,
    positions: Scratch,
    table: Scratch,
    written: u32,
}

impl ListWriter {
    pub(crate) fn new() -> Self {
        Self {
            len: 0,
            documents: [0; BLOCK],
            impacts: [0; BLOCK],
            masks: [0; BLOCK],
            counts: [0; BLOCK],
            numbers: Scratch::default(),
            previous: 0,
            blocks: Scratch::default(),
            positions: Scratch::default(),
            table: Scratch::default(),
            written: 0,
        }
    }

    /// Adds the documents of a piece (see `batch.rs`), later than all before.
    /// `norms` are what an occurrence adds in each field of each document. What is
    /// out of order or of no document ends the piece.
    pub(crate) fn add(&mut self, piece: &[u8], norms: &[[f32; FIELDS]]) {
        let mut reader = Reader::new(piece);
        // Documents count from 1 here, as those before the first are 0.
        let (mut last, mut previous) = (0_u32, self.previous);
        loop {
            let head = reader.number();
            last = last.wrapping_add(head >> 2);
            if head == 0 || last <= previous {
                break;
            }
            let Some(norms) = norms.get(last as usize - 1) else {
                break;
            };
            let count = if head & 2 == 0 { reader.number() } else { 1 };
            let count = count.min(reader.rest().len() as u32);
            let mask = if head & 1 == 0 {
                reader.number() & ((1 << FIELDS) - 1)
            } else {
                BODY_ONLY
            };
            let mut impact = 0.0;
            // Fields not begun, positions left of the one that is, numbers left.
            let (mut fields, mut here, mut left) = (mask, 0, count);
            while left > 0 {
                let mut norm = 0.0;
                if here == 0 {
                    let field = fields.trailing_zeros() as usize;
                    norm = norms.get(field).copied().unwrap_or(0.0);
                    fields &= fields.wrapping_sub(1);
                    if fields == 0 {
                        here = left;
                        impact += norm * here as f32;
                    }
                }
                let number = reader.copy_number(&mut self.numbers);
                left -= 1;
                if here == 0 {
                    here = number;
                    impact += norm * here as f32;
                } else {
                    here -= 1;
                }
            }
            let at = self.len;
            self.documents[at] = last - 1 - previous;
            previous = last;
            self.impacts[at] = u32::from(level(impact));
            self.masks[at] = mask ^ BODY_ONLY;
            self.counts[at] = count;
            self.len += 1;
            self.written += 1;
            if self.len == BLOCK {
                self.previous = last;
                self.end_block();
            }
        }
        self.previous = previous;
    }

    fn end_block(&mut self) {
        let len = std::mem::take(&mut self.len);
        if len == 0 {
            return;
        }
        let starts = (self.blocks.bytes().len(), self.positions.bytes().len());
        let impacts = self.impacts.get_mut(..len).unwrap_or_default();
        let base = impacts.iter().copied().min().unwrap_or(0);
        for impact in impacts {
            *impact -= base;
        }
        let part = |part| <[u32]>::get(part, ..len).unwrap_or_default();
        let lists = [
            part(&self.documents),
            part(&self.impacts),
            part(&self.masks),
        ];
        let widths = lists.map(width);
        self.blocks.extend(&[
            (widths[0] | widths[2] << 5) as u8,
            widths[1] as u8,
            base as u8,
        ]);
        for (list, width) in lists.iter().zip(&widths) {
            pack(&mut self.blocks, list, *width);
        }
        let counts = part(&self.counts);
        let count_width = width(counts);
        self.positions.push(count_width as u8);
        pack(&mut self.positions, counts, count_width);
        self.positions.extend(self.numbers.bytes());
        self.numbers.clear();
        let sizes = (
            self.blocks.bytes().len() - starts.0,
            self.positions.bytes().len() - starts.1,
        );
        self.table.put(self.previous - 1);
        self.table.put(sizes.0 as u32);
        self.table.put(sizes.1 as u32);
    }

    /// Ends a list: gives its number of documents, its postings and its positions.
    pub(crate) fn end(&mut self) -> (u32, &[u8], &[u8]) {
        self.end_block();
        if self.written as usize > BLOCK {
            self.table.extend(self.blocks.bytes());
            std::mem::swap(&mut self.table, &mut self.blocks);
        }
        (self.written, self.blocks.bytes(), self.positions.bytes())
    }

    /// Makes ready for the next list.
    pub(crate) fn clear(&mut self) {
        self.previous = 0;
        self.written = 0;
        self.blocks.clear();
        self.positions.clear();
        self.table.clear();
    }
}

/// A block, read.
pub(crate) struct Postings {
    pub(crate) len: usize,
    pub(crate) documents: [u32; BLOCK],
    /// Quantised; see `impact.rs`.
    pub(crate) impacts: [u32; BLOCK],
    /// Which fields, a bit each.
    pub(crate) masks: [u32; BLOCK],
}

impl Postings {
    pub(crate) fn new() -> Self {
        Self {
            len: 0,
            documents: [0; BLOCK],
            impacts: [0; BLOCK],
            masks: [0; BLOCK],
        }
    }

    /// Reads `len` documents from the front of `reader`, the first no earlier
    /// than `from`.
    fn read(&mut self, reader: &mut Reader<'_>, len: usize, from: u32) {
        let len = len.min(BLOCK);
        self.len = len;
        let head = reader.byte();
        let widths = [
            u32::from(head & 31),
            u32::from(reader.byte()).min(8),
            u32::from(head >> 5),
        ];
        let base = u32::from(reader.byte());
        let mut part = |width: u32, out: &mut [u32]| {
            unpack(reader.take(packed_len(len, width)), width, out);
        };
        part(widths[0], self.documents.get_mut(..len).unwrap_or_default());
        part(widths[1], self.impacts.get_mut(..len).unwrap_or_default());
        part(widths[2], self.masks.get_mut(..len).unwrap_or_default());
        let mut next = from;
        for at in 0..len {
            let document = self.documents[at].wrapping_add(next);
            self.documents[at] = document;
            next = document.wrapping_add(1);
            self.impacts[at] += base;
            self.masks[at] ^= BODY_ONLY;
        }
    }
}

/// Calls `each` with the blocks of a list of `count` documents, in order, each
/// read into `block`.
pub(crate) fn each_block(
    bytes: &[u8],
    count: u32,
    block: &mut Postings,
    each: &mut dyn FnMut(&Postings),
) {
    let mut reader = Reader::new(bytes);
    let count = count as usize;
    if count > BLOCK {
        reader.skip_numbers(3 * count.div_ceil(BLOCK) as u32);
    }
    let mut from = 0;
    let mut done = 0;
    while done < count && !reader.broken {
        let len = (count - done).min(BLOCK);
        block.read(&mut reader, len, from);
        if reader.broken {
            return;
        }
        each(block);
        from = block
            .documents
            .get(len - 1)
            .map_or(0, |&last| last.wrapping_add(1));
        done += len;
    }
}

/// Reads the positions of chosen documents, in rising order of document.
pub(crate) struct Cursor<'a> {
    /// The table that is left, the blocks that are left, the positions that are left.
    table: Reader<'a>,
    blocks: Reader<'a>,
    positions: Reader<'a>,
    /// Documents not in the block at hand nor before.
    left: usize,
    many: bool,
    from: u32,
    block: Postings,
    counts: [u32; BLOCK],
    /// The block's numbers, and the entry they stand at.
    numbers: Reader<'a>,
    entry: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(postings: &'a [u8], positions: &'a [u8], count: u32) -> Self {
        let count = count as usize;
        let many = count > BLOCK;
        let mut blocks = Reader::new(postings);
        if many {
            blocks.skip_numbers(3 * count.div_ceil(BLOCK) as u32);
        }
        Self {
            table: Reader::new(postings),
            blocks,
            positions: Reader::new(positions),
            left: count,
            many,
            from: 0,
            block: Postings::new(),
            counts: [0; BLOCK],
            numbers: Reader::new(&[]),
            entry: 0,
        }
    }

    /// Adds the positions of the term in a document to `out`; no document
    /// before the one asked for last.
    pub(crate) fn positions(&mut self, document: u32, out: &mut Vec<u32>) {
        if !self.seek_block(document) {
            return;
        }
        while self.entry < self.block.len {
            let at = self.block.documents.get(self.entry).copied();
            if at.is_none_or(|at| at >= document) {
                break;
            }
            let numbers = self.counts.get(self.entry).copied().unwrap_or(0);
            self.numbers.skip_numbers(numbers);
            self.entry += 1;
        }
        if self.block.documents.get(self.entry) != Some(&document) || self.entry >= self.block.len {
            return;
        }
        let mut reader = self.numbers;
        let mut left = self.counts.get(self.entry).copied().unwrap_or(0);
        let mask = self.block.masks.get(self.entry).copied().unwrap_or(0);
        for field in 0..FIELDS as u32 {
            if mask & 1 << field == 0 {
                continue;
            }
            let mut here = left;
            if mask >> field > 1 {
                here = reader.number();
                left = left.saturating_sub(1);
            }
            let mut place = field * FIELD_STEP;
            for _ in 0..here.min(left) {
                place = place.wrapping_add(reader.number());
                out.push(place);
            }
            left = left.saturating_sub(here);
            if reader.broken {
                return;
            }
        }
    }

    /// Reads on to the block that may hold a document.
    fn seek_block(&mut self, document: u32) -> bool {
        loop {
            if self.block.len > 0
                && self
                    .block
                    .documents
                    .get(self.block.len - 1)
                    .is_some_and(|&last| last >= document)
            {
                return true;
            }
            if self.left == 0 || self.blocks.broken {
                return false;
            }
            let len = self.left.min(BLOCK);
            self.left -= len;
            let mut sizes = None;
            if self.many {
                let last = self.table.number();
                sizes = Some((self.table.number() as usize, self.table.number() as usize));
                if last < document {
                    // Not in this one: over it.
                    let (block, positions) = sizes.unwrap_or_default();
                    self.blocks.take(block);
                    self.positions.take(positions);
                    self.from = last.wrapping_add(1);
                    self.block.len = 0;
                    continue;
                }
            }
            self.block.read(&mut self.blocks, len, self.from);
            self.from = self
                .block
                .documents
                .get(len - 1)
                .map_or(0, |&last| last.wrapping_add(1));
            let positions = match sizes {
                Some((_, positions)) => self.positions.take(positions),
                None => self.positions.rest(),
            };
            let mut numbers = Reader::new(positions);
            let width = u32::from(numbers.byte()).min(32);
            let packed = numbers.take(packed_len(len, width));
            unpack(
                packed,
                width,
                self.counts.get_mut(..len).unwrap_or_default(),
            );
            self.numbers = numbers;
            self.entry = 0;
        }
    }
}
