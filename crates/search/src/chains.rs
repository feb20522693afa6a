//! Growing byte lists, very many at once: what building appends postings to.
//!
//! A list is a chain of slices, each twice as long as the one before it, in
//! chunks that are never moved (after the byte slice pools of Lucene). So a
//! word that occurs once costs eight bytes, and nothing is ever copied to grow.

/// A list's place in the [`Chains`].
#[derive(Clone, Copy, Default)]
pub(crate) struct Chain {
    head: u32,
    at: u32,
    /// Bytes still free in the slice at `at`.
    left: u16,
    /// Length of that slice without its link; 0 before the first byte.
    size: u16,
}

/// All lists.
#[derive(Default)]
pub(crate) struct Chains {
    chunks: Vec<Box<[u8]>>,
    used: usize,
    /// Bytes held by all lists together.
    pub(crate) bytes: usize,
}

/// Bytes of a chunk: large enough that few are asked for, small enough that
/// the last one's empty rest is nothing.
const CHUNK: usize = 1 << 16;
/// Bytes at the end of a slice that say where the next one is.
const LINK: usize = 4;
/// First and longest slice. A word seen once needs about four bytes.
const FIRST: u16 = 4;
const LONGEST: u16 = 1024;

impl Chains {
    /// Appends a LEB128 number.
    pub(crate) fn put(&mut self, chain: &mut Chain, mut number: u32) {
        while number >= 0x80 {
            self.push(chain, number as u8 | 0x80);
            number >>= 7;
        }
        self.push(chain, number as u8);
    }

    fn push(&mut self, chain: &mut Chain, byte: u8) {
        if chain.left == 0 {
            self.grow(chain);
        }
        let at = chain.at as usize;
        if let Some(place) = self
            .chunks
            .get_mut(at / CHUNK)
            .and_then(|chunk| chunk.get_mut(at % CHUNK))
        {
            *place = byte;
        }
        chain.at += 1;
        chain.left -= 1;
    }

    #[cold]
    fn grow(&mut self, chain: &mut Chain) {
        let size = if chain.size == 0 {
            FIRST
        } else {
            (chain.size * 2).min(LONGEST)
        };
        let whole = size as usize + LINK;
        if self.chunks.is_empty() || self.used + whole > CHUNK {
            self.chunks.push(vec![0; CHUNK].into_boxed_slice());
            self.used = 0;
        }
        let place = ((self.chunks.len() - 1) * CHUNK + self.used) as u32;
        self.used += whole;
        self.bytes += size as usize;
        if chain.size == 0 {
            chain.head = place;
        } else {
            let at = chain.at as usize;
            if let Some(link) = self
                .chunks
                .get_mut(at / CHUNK)
                .and_then(|chunk| chunk.get_mut(at % CHUNK..at % CHUNK + LINK))
            {
                link.copy_from_slice(&place.to_le_bytes());
            }
        }
        chain.at = place;
        chain.size = size;
        chain.left = size;
    }

    /// Puts the whole list into `out`, in place of what was there.
    pub(crate) fn gather(&self, chain: &Chain, out: &mut Vec<u8>) {
        out.clear();
        let mut size = FIRST as usize;
        let mut at = chain.head as usize;
        let end = chain.at as usize;
        if chain.size == 0 {
            return;
        }
        loop {
            let chunk = self.chunks.get(at / CHUNK).map_or(&[][..], |c| c);
            let from = at % CHUNK;
            if (at..=at + size).contains(&end) && size == chain.size as usize {
                out.extend_from_slice(chunk.get(from..from + end - at).unwrap_or(&[]));
                return;
            }
            out.extend_from_slice(chunk.get(from..from + size).unwrap_or(&[]));
            let Some(link) = chunk
                .get(from + size..from + size + LINK)
                .and_then(|link| link.try_into().ok())
            else {
                return;
            };
            at = u32::from_le_bytes(link) as usize;
            size = (size * 2).min(LONGEST as usize);
        }
    }
}
