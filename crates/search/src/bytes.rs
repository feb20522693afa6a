//! Numbers in bytes: LEB128 variable-length integers and a total reader.
//!
//! Reading never fails half-way: past the end every number is 0, and
//! [`Reader::broken`] tells. So damaged bytes give wrong numbers at worst, and
//! whoever opens an index asks once at the end.

/// Bytes being written, many times over: the room of before is written again,
/// so that a byte costs no call.
#[derive(Default)]
pub(crate) struct Scratch {
    room: Vec<u8>,
    len: usize,
}

impl Scratch {
    #[inline(always)]
    pub(crate) fn push(&mut self, byte: u8) {
        if self.len == self.room.len() {
            self.grow(1);
        }
        if let Some(place) = self.room.get_mut(self.len) {
            *place = byte;
        }
        self.len += 1;
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, by: usize) {
        self.room.resize((self.len + by) * 2, 0);
    }

    /// Appends a number, seven bits a byte, low bits first (LEB128, DWARF 5 §7.6).
    #[inline(never)]
    pub(crate) fn put(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.push(number as u8);
    }

    /// Appends bytes with their length before them.
    pub(crate) fn put_bytes(&mut self, bytes: &[u8]) {
        self.put(bytes.len() as u32);
        self.extend(bytes);
    }

    pub(crate) fn extend(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.push(byte);
        }
    }

    pub(crate) fn clear(&mut self) {
        self.len = 0;
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.room.get(..self.len).unwrap_or(&[])
    }

    /// The bytes, without what the room has beyond them.
    pub(crate) fn into_bytes(mut self) -> Vec<u8> {
        self.room.truncate(self.len);
        self.room.shrink_to_fit();
        self.room
    }
}

/// Reads numbers from the front of some bytes.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// True once something was asked for that is not there.
    pub(crate) broken: bool,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            broken: false,
        }
    }

    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.bytes.len()
    }

    pub(crate) fn byte(&mut self) -> u8 {
        if let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            byte
        } else {
            self.broken = true;
            0
        }
    }

    /// A LEB128 number; what does not fit 32 bits is broken.
    pub(crate) fn number(&mut self) -> u32 {
        let first = self.byte();
        if first < 0x80 {
            return u32::from(first);
        }
        let mut number = u32::from(first & 0x7f);
        let mut shift = 7;
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
            if shift > 28 {
                self.broken = true;
                return number;
            }
        }
    }

    /// Reads a number that [`Scratch::put`] wrote, and puts its bytes into `out`.
    #[inline(always)]
    pub(crate) fn copy_number(&mut self, out: &mut Scratch) -> u32 {
        let (mut number, mut shift) = (0, 0);
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            out.push(byte);
            number |= u32::from(byte & 0x7f) << (shift & 31);
            if byte < 0x80 {
                break;
            }
            shift += 7;
        }
        number
    }

    /// The next so many bytes; none when they are not there.
    pub(crate) fn take(&mut self, len: usize) -> &'a [u8] {
        let end = self.at.saturating_add(len);
        if let Some(taken) = self.bytes.get(self.at..end) {
            self.at = end;
            taken
        } else {
            self.broken = true;
            self.at = self.bytes.len();
            &[]
        }
    }

    /// Bytes with their length before them.
    pub(crate) fn bytes(&mut self) -> &'a [u8] {
        let len = self.number() as usize;
        self.take(len)
    }

    /// What is left.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    /// Passes over so many LEB128 numbers, eight bytes at a time: a number ends
    /// where a byte's high bit is clear.
    pub(crate) fn skip_numbers(&mut self, mut numbers: u32) {
        while numbers >= 8
            && let Some(eight) = self.bytes.get(self.at..self.at + 8)
        {
            let word = eight
                .iter()
                .rev()
                .fold(0_u64, |word, &byte| word << 8 | u64::from(byte));
            numbers -= (!word & 0x8080_8080_8080_8080).count_ones();
            self.at += 8;
        }
        while numbers > 0 && !self.broken {
            numbers -= u32::from(self.byte() < 0x80);
        }
    }
}

/// Numbers below `2^width` side by side in bits, low bits first.
pub(crate) fn pack(out: &mut Scratch, numbers: &[u32], width: u32) {
    let (mut held, mut bits) = (0_u64, 0);
    for at in 0..numbers.len() + 1 {
        // After the last, as many bits as fill a byte that was begun.
        match numbers.get(at) {
            Some(&number) => {
                held |= u64::from(number) << bits;
                bits += width;
            }
            None => bits += 7,
        }
        while bits >= 8 {
            out.push(held as u8);
            held >>= 8;
            bits -= 8;
        }
    }
}

/// Bytes that so many numbers of this width take.
pub(crate) fn packed_len(count: usize, width: u32) -> usize {
    (count * width as usize).div_ceil(8)
}

/// Bits the largest of some numbers needs.
pub(crate) fn width(numbers: &[u32]) -> u32 {
    u32::BITS - numbers.iter().fold(0, |all, &n| all | n).leading_zeros()
}

/// Reads what [`pack`] wrote into `out`, as many as it holds.
pub(crate) fn unpack(packed: &[u8], width: u32, out: &mut [u32]) {
    if width == 0 {
        out.fill(0);
        return;
    }
    let mask = if width >= 32 {
        u64::from(u32::MAX)
    } else {
        (1 << width) - 1
    };
    let mut bit = 0_usize;
    for number in out {
        let byte = bit / 8;
        let word = if let Some(eight) = packed.get(byte..byte + 8) {
            eight.try_into().map_or(0, u64::from_le_bytes)
        } else {
            let tail = packed.get(byte..).unwrap_or(&[]);
            tail.iter()
                .rev()
                .fold(0, |word, &byte| word << 8 | u64::from(byte))
        };
        *number = (word >> (bit % 8) & mask) as u32;
        bit += width as usize;
    }
}

/// FNV-1a over eight bytes at a time, folded: short keys, no attacker (a
/// reader's own archive can only slow that reader), few bytes of code.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        state = step(state, u64::from_le_bytes(*word));
    }
    let tail = rest
        .iter()
        .fold(rest.len() as u64, |tail, &byte| tail << 8 | u64::from(byte));
    step(state, tail)
}

fn step(state: u64, word: u64) -> u64 {
    // The multiplier is 2^64 divided by the golden ratio (Knuth, TAOCP 3, 6.4).
    let mixed = (state ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 29
}
