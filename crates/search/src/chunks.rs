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
    /// Adds bytes that stay in one piece, and says where they start.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> usize {
        let start = self.end;
        self.end += bytes.len();
        let room = self
            .list
            .last()
            .map_or(0, |(_, last)| last.capacity() - last.len());
        if room < bytes.len() {
            let new = Vec::with_capacity(bytes.len().max(CHUNK));
            self.list.push((start, new));
        }
        if let Some((_, last)) = self.list.last_mut() {
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

    /// Puts all of it into one chunk; the others go as they are copied.
    pub(crate) fn join(&mut self) {
        if self.list.len() > 1 {
            let mut one = Vec::with_capacity(self.end);
            for (_, chunk) in std::mem::take(&mut self.list) {
                one.extend_from_slice(&chunk);
            }
            self.list.push((0, one));
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

    /// All bytes, in order.
    pub(crate) fn each(&self) -> impl Iterator<Item = &[u8]> {
        self.list.iter().map(|chunk| chunk.1.as_slice())
    }

    /// Bytes of memory.
    pub(crate) fn heap(&self) -> usize {
        self.list.iter().map(|chunk| chunk.1.capacity()).sum()
    }
}
