//! The index: everything a question is answered from.
//!
//! Bytes, as they are kept on the device, and the little that stays in memory
//! beside them: the directories of the two dictionaries, the documents'
//! days, the facets.

use language::Stemmer;

use crate::blocks::{Block, Blocks, SECTIONS, Section};
use crate::bytes::{Reader, Scratch, hash};
use crate::chunks::Chunks;
use crate::dictionary::Dictionary;
use crate::order;

/// Bytes before the first section: [`MAGIC`], version, checksum, counts,
/// lengths of the parts, and some left at 0.
const HEADER: usize = 64;
const MAGIC: [u8; 4] = *b"BIDX";
/// Version of the format. Raised whenever an index written before would be
/// read wrongly, which includes every change of the tokenizer or an impact.
pub const VERSION: u32 = 1;
/// Where the checksum stands, and what it covers begins.
const CHECKSUM: usize = 8;
const COVERED: usize = 16;

/// Parts of the bytes: the sections in this order, the two directories, the facts.
const PARTS: usize = SECTIONS + 3;
const ORDER: [Section; SECTIONS] = [
    Section::Positions,
    Section::Terms,
    Section::Stems,
    Section::Postings,
    Section::Subjects,
];

/// Why bytes are no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// They are something else.
    Foreign,
    /// They are an index of another version; build anew.
    Version(u32),
    /// They are cut short or altered; build anew.
    Damaged,
}

/// A facet: which documents have which value.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facet {
    /// Where each value's documents end.
    pub(crate) ends: Vec<u32>,
    pub(crate) documents: Vec<u32>,
}

/// A finished index. See the crate's words on asking it.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// The bytes, in pieces as they were built, or all in one as they were opened.
    chunks: Chunks,
    places: [Place; PARTS],
    pub(crate) root: Root,
}

/// Where a part starts and ends.
type Place = (usize, usize);

/// What of an index stays in memory wherever its blocks are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Root {
    pub(crate) languages: Vec<Option<Stemmer>>,
    pub(crate) documents: u32,
    pub(crate) terms: Dictionary,
    pub(crate) stems: Dictionary,
    /// First and last day of each document; the first after the last when undated.
    pub(crate) days: Vec<(i32, i32)>,
    pub(crate) facets: Vec<Facet>,
    pub(crate) term_count: u32,
}

/// Days of an undated document: in no range at all.
pub(crate) const UNDATED: (i32, i32) = (i32::MAX, i32::MIN);

/// The parts of an index that has been built.
pub(crate) struct Draft {
    pub(crate) documents: u32,
    pub(crate) terms: u32,
    /// The sections in order, then the two directories.
    pub(crate) parts: Vec<Chunks>,
    pub(crate) days: Vec<Option<(i32, i32)>>,
    pub(crate) facets: Vec<Vec<u64>>,
}

impl Blocks for Index {
    fn bytes(&self, block: Block) -> Option<&[u8]> {
        let part = ORDER.iter().position(|&section| section == block.section)?;
        let (start, end) = self.places.get(part).copied().unwrap_or_default();
        if block.end as usize > end - start {
            return None;
        }
        let len = block.end.checked_sub(block.start)?;
        let from = self.chunks.from(start + block.start as usize);
        from.get(..len as usize)
    }
}

impl Index {
    pub(crate) fn assemble(mut draft: Draft, languages: Vec<Option<Stemmer>>) -> Self {
        let mut facts = Scratch::default();
        for days in &draft.days {
            match days {
                Some((first, last)) if first <= last => {
                    facts.put(zigzag(*first).saturating_add(1));
                    facts.put(last.wrapping_sub(*first) as u32);
                }
                _ => facts.put(0),
            }
        }
        facts.put(draft.facets.len() as u32);
        for pairs in &mut draft.facets {
            put_facet(&mut facts, pairs);
        }
        draft.parts.push(Chunks::of(facts.into_bytes()));
        let mut chunks = Chunks::of(vec![0; HEADER]);
        let mut places = [Place::default(); PARTS];
        for (place, part) in places.iter_mut().zip(draft.parts) {
            let start = chunks.end;
            chunks.extend(part);
            *place = (start, chunks.end);
        }
        let mut new = Self {
            chunks,
            places,
            root: Root {
                languages,
                documents: draft.documents,
                term_count: draft.terms,
                ..Root::default()
            },
        };
        if new.rooted().is_none() {
            new = Self::default();
        }
        new
    }

    fn length(&self, part: usize) -> usize {
        let (start, end) = self.places.get(part).copied().unwrap_or_default();
        end - start
    }

    /// A part that was put in as a whole.
    #[inline(never)]
    fn part(&self, part: usize) -> &[u8] {
        let start = self.places.get(part).map_or(0, |place| place.0);
        let from = self.chunks.from(start);
        from.get(..self.length(part)).unwrap_or(&[])
    }

    /// Reads the parts that stay in memory beside the bytes.
    fn rooted(&mut self) -> Option<()> {
        let open = |section, directory, leaves| {
            Dictionary::open(section, self.part(directory), self.length(leaves))
        };
        let terms = open(Section::Terms, SECTIONS, 1)?;
        let stems = open(Section::Stems, SECTIONS + 1, 2)?;
        let (days, facets) = read_facts(self.part(SECTIONS + 2), self.root.documents)?;
        self.root.terms = terms;
        self.root.stems = stems;
        self.root.days = days;
        self.root.facets = facets;
        Some(())
    }

    /// An index from the bytes that [`Index::to_bytes`] gave, with the stemmers
    /// that [`crate::Builder::new`] was given. Nothing is rebuilt or copied;
    /// memory beyond the bytes is a small part of theirs.
    ///
    /// # Errors
    /// [`Fault`] says why they are none. No bytes, however hostile, make this or
    /// any question to the index panic, run on or take memory out of proportion.
    pub fn from_bytes(bytes: Vec<u8>, languages: Vec<Option<Stemmer>>) -> Result<Self, Fault> {
        if bytes.get(..4) != Some(&MAGIC) {
            return Err(Fault::Foreign);
        }
        let number = |at: usize| {
            bytes
                .get(at..at + 4)
                .and_then(|four| four.try_into().ok())
                .map(u32::from_le_bytes)
                .ok_or(Fault::Damaged)
        };
        let version = number(4)?;
        if version != VERSION {
            return Err(Fault::Version(version));
        }
        let checksum = hash(bytes.get(COVERED..).unwrap_or(&[]));
        if bytes.get(CHECKSUM..COVERED) != Some(&checksum.to_le_bytes()) {
            return Err(Fault::Damaged);
        }
        let root = Root {
            languages,
            documents: number(COVERED)?,
            term_count: number(COVERED + 4)?,
            ..Root::default()
        };
        let mut places = [Place::default(); PARTS];
        let mut start = HEADER;
        for (part, place) in places.iter_mut().enumerate() {
            let length = number(COVERED + 8 + 4 * part)? as usize;
            let end = start.checked_add(length).ok_or(Fault::Damaged)?;
            *place = (start, end);
            start = end;
        }
        if start != bytes.len() {
            return Err(Fault::Damaged);
        }
        let mut new = Self {
            chunks: Chunks::of(bytes),
            places,
            root,
        };
        new.rooted().ok_or(Fault::Damaged)?;
        Ok(new)
    }

    /// The index as bytes, to be kept.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.chunks.end);
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&[0; COVERED - CHECKSUM]);
        bytes.extend_from_slice(&self.root.documents.to_le_bytes());
        bytes.extend_from_slice(&self.root.term_count.to_le_bytes());
        for part in 0..PARTS {
            bytes.extend_from_slice(&(self.length(part) as u32).to_le_bytes());
        }
        bytes.resize(HEADER, 0);
        let mut skip = HEADER;
        for chunk in self.chunks.each() {
            bytes.extend_from_slice(chunk.get(skip..).unwrap_or_default());
            skip = 0;
        }
        let checksum = hash(bytes.get(COVERED..).unwrap_or(&[]));
        if let Some(place) = bytes.get_mut(CHECKSUM..COVERED) {
            place.copy_from_slice(&checksum.to_le_bytes());
        }
        bytes
    }

    /// How many documents it is of.
    #[must_use]
    pub fn documents(&self) -> u32 {
        self.root.documents
    }

    /// How many distinct terms they have.
    #[must_use]
    pub fn terms(&self) -> u32 {
        self.root.term_count
    }

    /// Bytes of memory it holds.
    #[must_use]
    pub fn heap(&self) -> usize {
        let root = &self.root;
        let facets: usize = root
            .facets
            .iter()
            .map(|facet| 4 * (facet.ends.capacity() + facet.documents.capacity()))
            .sum();
        self.chunks.heap()
            + root.terms.heap()
            + root.stems.heap()
            + 8 * root.days.capacity()
            + facets
    }
}

/// Signed to unsigned so that small stays small.
fn zigzag(number: i32) -> u32 {
    (number << 1 ^ number >> 31) as u32
}

/// Writes a facet's pairs of value and document.
fn put_facet(out: &mut Scratch, pairs: &mut Vec<u64>) {
    order::sort(pairs);
    pairs.dedup();
    let values = pairs.last().map_or(0, |last| (last >> 32) as usize + 1);
    // A caller counts values from 0; numbers far beyond are its mistake and
    // would only cost memory.
    let values = values.min(pairs.len() + (1 << 16));
    out.put(values as u32);
    let mut rest = pairs.as_slice();
    for value in 0..values as u64 {
        let here = rest.partition_point(|pair| pair >> 32 <= value);
        let (mine, after) = rest.split_at(here);
        out.put(mine.len() as u32);
        let mut next = 0;
        for &pair in mine {
            out.put(pair as u32 - next);
            next = pair as u32 + 1;
        }
        rest = after;
    }
}

type RawFacts = (Vec<(i32, i32)>, Vec<Facet>);

fn read_facts(bytes: &[u8], documents: u32) -> Option<RawFacts> {
    // Every document takes a byte at least, and so does every value.
    if documents as usize > bytes.len() {
        return None;
    }
    let mut reader = Reader::new(bytes);
    let mut days = Vec::with_capacity(documents as usize);
    for _ in 0..documents {
        days.push(match reader.number() {
            0 => UNDATED,
            first => {
                let folded = first - 1;
                let first = (folded >> 1) as i32 ^ -((folded & 1) as i32);
                (first, first.checked_add_unsigned(reader.number())?)
            }
        });
    }
    let mut facets = Vec::new();
    for _ in 0..reader.number() {
        let mut facet = Facet::default();
        for _ in 0..reader.number() {
            let mut next = 0_u32;
            for _ in 0..reader.number() {
                let document = next.checked_add(reader.number())?;
                if document >= documents || reader.broken {
                    return None;
                }
                facet.documents.push(document);
                next = document + 1;
            }
            facet.ends.push(facet.documents.len() as u32);
            if reader.broken {
                return None;
            }
        }
        facets.push(facet);
        if reader.broken {
            return None;
        }
    }
    (!reader.broken && reader.is_done()).then_some((days, facets))
}
