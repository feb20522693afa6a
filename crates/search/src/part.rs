//! A part: what one builder collected, as bytes for another that goes on with it.
//!
//! Two threads that share no memory can so invert half of an archive each. A part
//! is handed over and forgotten, never kept; it holds documents that follow each
//! other. Joining one takes no look at its postings: each word's first piece (see
//! `batch.rs`) is linked to the last that the joining builder has.
//!
//! A part is [`MAGIC`] and the engine's version, four bytes each, then numbers
//! (LEB128) and bytes in this order: the first document's number, how many there
//! are, and of each its language, where its fields end and its days; the facets'
//! values; how many words, and of each its length, languages, where its last piece
//! starts + 1, and its first; the length of each pool. Then the words end to end, and the pools.

use crate::batch::{LINK, POOLS, pool};
use crate::builder::{Builder, Collected};
use crate::bytes::{Reader, Scratch};
use crate::chunks::Chunks;
use crate::field::FIELDS;
use crate::index::{Fault, VERSION};
use crate::order;

const MAGIC: [u8; 4] = *b"BPRT";

impl Builder {
    /// What was collected, for [`Builder::join`].
    #[must_use]
    pub fn part(mut self) -> Vec<u8> {
        self.invert();
        let from = self.collected;
        let mut head = Scratch::default();
        head.put(from.first);
        put_documents(&mut head, &from);
        head.put(from.facets.len() as u32);
        for pairs in &from.facets {
            head.put(pairs.len() as u32);
            for &pair in pairs {
                head.put((pair >> 32) as u32);
                head.put(pair as u32 - from.first);
            }
        }
        let words = from.vocabulary.len();
        head.put(words as u32);
        for (number, term) in from.terms.iter().enumerate() {
            head.put(from.vocabulary.word(number).len() as u32);
            head.put(term.languages);
            head.put(term.piece);
            head.put(term.first);
        }
        for at in 0..POOLS {
            head.put(from.pools.get(at).map_or(0, |pool| pool.end as u32));
        }
        let pools: usize = from.pools.iter().map(|pool| pool.end).sum();
        let mut out = Vec::with_capacity(
            2 * LINK + head.bytes().len() + from.vocabulary.text().len() + pools,
        );
        out.extend_from_slice(&MAGIC);
        out.extend_from_slice(&VERSION.to_le_bytes());
        out.extend_from_slice(head.bytes());
        out.extend_from_slice(from.vocabulary.text());
        for pool in &from.pools {
            pool.each().for_each(|bytes| out.extend_from_slice(bytes));
        }
        out
    }

    /// Adds the documents of a part, whose first is the next one here. Nothing is
    /// added when that fails, and the builder is good for going on.
    ///
    /// # Errors
    /// [`Fault`] says why the bytes are no part, or not the next one.
    pub fn join(&mut self, part: &[u8]) -> Result<(), Fault> {
        let rest = part.strip_prefix(&MAGIC).ok_or(Fault::Foreign)?;
        let (version, rest) = rest.split_first_chunk().ok_or(Fault::Damaged)?;
        let version = u32::from_le_bytes(*version);
        if version != VERSION {
            return Err(Fault::Version(version));
        }
        self.invert();
        let first = self.documents();
        let read = read(rest, first).ok_or(Fault::Damaged)?;
        self.collected.take(read);
        Ok(())
    }
}

/// A part, read: every piece that it names is there.
struct Read<'a> {
    documents: Collected,
    words: Vec<Word<'a>>,
    pools: Vec<Vec<u8>>,
}

/// A word of a part.
struct Word<'a> {
    text: &'a [u8],
    languages: u32,
    /// Where its first and its last piece start in their pool.
    pieces: Option<(u32, u32)>,
}

fn put_documents(out: &mut Scratch, from: &Collected) {
    out.put(from.ends.len() as u32);
    for (at, ends) in from.ends.iter().enumerate() {
        let language = from.document_languages.get(at).copied().unwrap_or(0);
        let days = from.days.get(at).copied().flatten();
        out.put(u32::from(language) << 1 | u32::from(days.is_some()));
        for &end in ends {
            out.put(end);
        }
        if let Some((first, last)) = days {
            // As they are in memory: bits of a signed number.
            out.put(first.cast_unsigned());
            out.put(last.cast_unsigned());
        }
    }
}

fn read_documents(reader: &mut Reader<'_>, into: &mut Collected) {
    for _ in 0..reader.number() {
        if reader.broken {
            return;
        }
        let head = reader.number();
        let mut ends = [0; FIELDS];
        for end in &mut ends {
            *end = reader.number();
        }
        let days = (head & 1 > 0).then(|| {
            let mut day = || reader.number().cast_signed();
            (day(), day())
        });
        into.document_languages.push((head >> 1) as u8);
        into.ends.push(ends);
        into.days.push(days);
    }
}

fn read(bytes: &[u8], first: u32) -> Option<Read<'_>> {
    let mut reader = Reader::new(bytes);
    let mut documents = Collected::default();
    if reader.number() != first {
        return None;
    }
    read_documents(&mut reader, &mut documents);
    let count = documents.ends.len() as u32;
    first.checked_add(count)?;
    let rising = |ends: &[u32; FIELDS]| ends.is_sorted();
    if !documents.ends.iter().all(rising) {
        return None;
    }
    for facet in 0..reader.number() {
        for _ in 0..reader.number() {
            let (value, document) = (reader.number(), reader.number());
            if document >= count || reader.broken {
                return None;
            }
            documents.value(facet as usize, order::pair(value, first + document));
        }
        if reader.broken {
            return None;
        }
    }
    let mut heads = Vec::new();
    for _ in 0..reader.number() {
        if reader.broken {
            return None;
        }
        heads.push([(); 4].map(|()| reader.number()));
    }
    let mut lengths = [0; POOLS];
    for length in &mut lengths {
        *length = reader.number() as usize;
    }
    let texts: Vec<&[u8]> = heads
        .iter()
        .map(|head| reader.take(head[0] as usize))
        .collect();
    let pools: Vec<Vec<u8>> = lengths
        .iter()
        .map(|&length| reader.take(length).to_vec())
        .collect();
    if reader.broken || !reader.is_done() {
        return None;
    }
    let mut words = Vec::with_capacity(heads.len());
    for (text, [_, languages, last, first]) in texts.into_iter().zip(heads) {
        let pieces = last.checked_sub(1).map(|last| (first, last));
        if let Some((first, last)) = pieces
            && (first > last || pools.get(pool(text))?.len() < last as usize + LINK)
        {
            return None;
        }
        words.push(Word {
            text,
            languages,
            pieces,
        });
    }
    Some(Read {
        documents,
        words,
        pools,
    })
}

impl Collected {
    /// Goes on with what a part holds.
    fn take(&mut self, mut read: Read<'_>) {
        let new = read.documents;
        self.ends.extend(new.ends);
        self.document_languages.extend(new.document_languages);
        self.days.extend(new.days);
        for (facet, pairs) in new.facets.into_iter().enumerate() {
            for pair in pairs {
                self.value(facet, pair);
            }
        }
        self.make_room();
        let ends: Vec<u32> = self.pools.iter().map(|pool| pool.end as u32).collect();
        for word in &read.words {
            let number = self.vocabulary.number(word.text);
            self.make_room();
            let pool = pool(word.text);
            let (Some(term), Some(bytes), Some(&start)) = (
                self.terms.get_mut(number),
                read.pools.get_mut(pool),
                ends.get(pool),
            ) else {
                continue;
            };
            term.languages |= word.languages;
            let Some((first, last)) = word.pieces else {
                continue;
            };
            let back = term.go_on(start + first, start + last);
            let link = bytes.get_mut(first as usize..).unwrap_or_default();
            if let Some(link) = link.first_chunk_mut::<LINK>() {
                *link = back.to_le_bytes();
            }
        }
        for (pool, bytes) in self.pools.iter_mut().zip(read.pools) {
            if !bytes.is_empty() {
                pool.extend(Chunks::of(bytes));
            }
        }
    }
}
