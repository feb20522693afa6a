//! Bytes in chunks that never move: what grows by megabytes is not copied to
//! grow, and leaves no hole of its old size behind.
//!
//! The memory of WebAssembly never shrinks, so a peak is paid for until the page
//! closes. Chunks of one size fit into the places of those that went.

/// Bytes that are told apart by where they start, over all chunks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chunks {
    /// Where each begins, and what is in it.
    list: Vec<(usize, Vec<u8>)>,
    /// Where the next byte goes.
    pub(crate) end: usize,
}

/// Bytes of a chunk: large enough that few are asked for, small enough that
/// the last one's empty rest is nothing.
const CHUNK: usize = 1 << 16;

impl Chunks {
    /// Adds numbers, four bytes each, and bytes; all of it stays in one piece.
    /// Says where that starts.
    pub(crate) fn append(&mut self, numbers: &[u32], bytes: &[u8]) -> usize {
        let start = self.end;
        let len = 4 * numbers.len() + bytes.len();
        self.end += len;
        let room = self
            .list
            .last()
            .map_or(0, |(_, last)| last.capacity() - last.len());
        if room < len {
            self.list.push((start, Vec::with_capacity(len.max(CHUNK))));
        }
        if let Some((_, last)) = self.list.last_mut() {
            for number in numbers {
                last.extend_from_slice(&number.to_le_bytes());
            }
            last.extend_from_slice(bytes);
        }
        start
    }

    /// Bytes that are there already, as one chunk.
    pub(crate) fn of(bytes: Vec<u8>) -> Self {
        let end = bytes.len();
        let list = vec![(0, bytes)];
        Self { list, end }
    }

    /// Adds all that others hold.
    pub(crate) fn extend(&mut self, others: Self) {
        for (_, mut bytes) in others.list {
            bytes.shrink_to_fit();
            let start = self.end;
            self.end += bytes.len();
            self.list.push((start, bytes));
        }
    }

    /// The bytes from a place to the end of their chunk.
    pub(crate) fn from(&self, start: usize) -> &[u8] {
        let after = self.list.partition_point(|chunk| chunk.0 <= start);
        self.list
            .get(after.wrapping_sub(1))
            .and_then(|(first, bytes)| bytes.get(start - first..))
            .unwrap_or(&[])
    }

    /// The number of four bytes at a place.
    pub(crate) fn number(&self, start: usize) -> u32 {
        let bytes = self.from(start).first_chunk();
        bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes))
    }

    /// All bytes, in order.
    pub(crate) fn each(&self) -> impl Iterator<Item = &[u8]> {
        self.list.iter().map(|chunk| chunk.1.as_slice())
    }

    /// Bytes of memory.
    pub(crate) fn heap(&self) -> usize {
        self.list.iter().map(|chunk| chunk.1.capacity()).sum()
    }
}
