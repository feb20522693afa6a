//! The index: everything a question is answered from.
//!
//! One run of bytes, as it is kept on the device, and the little that stays in
//! memory beside it: the directories of the two dictionaries, the documents'
//! days, the facets.

use language::Stemmer;

use crate::blocks::{Block, Blocks, SECTIONS, Section};
use crate::bytes::{Reader, hash, put};
use crate::dictionary::Dictionary;

/// Bytes before the first section: [`MAGIC`], version, checksum, counts,
/// lengths of the parts, and some left at 0.
pub(crate) const HEADER: usize = 64;
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
    bytes: Vec<u8>,
    pub(crate) root: Root,
}

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
    term_count: u32,
    /// Where each part starts, and where the last ends.
    parts: [usize; PARTS + 1],
}

/// Days of an undated document: in no range at all.
pub(crate) const UNDATED: (i32, i32) = (i32::MAX, i32::MIN);

/// The parts of an index that has been built.
pub(crate) struct Draft {
    /// Room for the header, then the positions.
    pub(crate) bytes: Vec<u8>,
    pub(crate) documents: u32,
    pub(crate) terms: u32,
    /// Terms, stems, postings, subjects.
    pub(crate) sections: [Vec<u8>; SECTIONS - 1],
    pub(crate) directories: [Vec<u8>; 2],
    pub(crate) days: Vec<Option<(i32, i32)>>,
    pub(crate) facets: Vec<Vec<(u32, u32)>>,
}

impl Blocks for Index {
    fn bytes(&self, block: Block) -> Option<&[u8]> {
        let part = ORDER.iter().position(|&section| section == block.section)?;
        let start = self.root.parts[part];
        let whole = self.bytes.get(start..self.root.parts[part + 1])?;
        whole.get(block.start as usize..block.end as usize)
    }
}

impl Index {
    pub(crate) fn assemble(draft: Draft, languages: Vec<Option<Stemmer>>) -> Self {
        let mut facts = Vec::new();
        for days in &draft.days {
            match days {
                Some((first, last)) if first <= last => {
                    put(&mut facts, zigzag(*first).saturating_add(1));
                    put(&mut facts, last.wrapping_sub(*first) as u32);
                }
                _ => facts.push(0),
            }
        }
        put(&mut facts, draft.facets.len() as u32);
        for mut pairs in draft.facets {
            put_facet(&mut facts, &mut pairs);
        }
        let mut bytes = draft.bytes;
        let mut lengths = [0; PARTS];
        lengths[0] = bytes.len() - HEADER;
        let [terms, stems, postings, subjects] = draft.sections;
        let [term_directory, stem_directory] = draft.directories;
        let parts = [
            terms,
            stems,
            postings,
            subjects,
            term_directory,
            stem_directory,
            facts,
        ];
        bytes.reserve_exact(parts.iter().map(Vec::len).sum());
        for (part, length) in parts.into_iter().zip(&mut lengths[1..]) {
            *length = part.len();
            bytes.extend_from_slice(&part);
        }
        bytes.shrink_to_fit();
        let mut header = Vec::with_capacity(HEADER);
        header.extend_from_slice(&MAGIC);
        header.extend_from_slice(&VERSION.to_le_bytes());
        header.extend_from_slice(&[0; 8]);
        for number in [draft.documents, draft.terms] {
            header.extend_from_slice(&number.to_le_bytes());
        }
        for length in lengths {
            header.extend_from_slice(&(length as u32).to_le_bytes());
        }
        for (place, byte) in bytes.iter_mut().zip(&header) {
            *place = *byte;
        }
        let checksum = hash(bytes.get(COVERED..).unwrap_or(&[]));
        if let Some(place) = bytes.get_mut(CHECKSUM..COVERED) {
            place.copy_from_slice(&checksum.to_le_bytes());
        }
        Self::from_bytes(bytes, languages).unwrap_or_default()
    }

    /// An index from the bytes that [`Index::bytes`] gave, with the stemmers
    /// that [`crate::Builder::new`] was given. Nothing is rebuilt; time and
    /// memory beyond the bytes are a small part of theirs.
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
        let mut root = Root {
            languages,
            documents: number(COVERED)?,
            term_count: number(COVERED + 4)?,
            ..Root::default()
        };
        let mut start = HEADER;
        for part in 0..PARTS {
            root.parts[part] = start;
            start = start
                .checked_add(number(COVERED + 8 + 4 * part)? as usize)
                .ok_or(Fault::Damaged)?;
        }
        root.parts[PARTS] = start;
        if start != bytes.len() {
            return Err(Fault::Damaged);
        }
        let part = |at: usize| bytes.get(root.parts[at]..root.parts[at + 1]).unwrap_or(&[]);
        let terms = Dictionary::open(Section::Terms, part(SECTIONS), part(1).len());
        let stems = Dictionary::open(Section::Stems, part(SECTIONS + 1), part(2).len());
        let (days, facets) =
            read_facts(part(SECTIONS + 2), root.documents).ok_or(Fault::Damaged)?;
        root.terms = terms.ok_or(Fault::Damaged)?;
        root.stems = stems.ok_or(Fault::Damaged)?;
        root.days = days;
        root.facets = facets;
        Ok(Self { bytes, root })
    }

    /// The index as bytes, to be kept.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
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
        self.bytes.capacity()
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

fn put_facet(out: &mut Vec<u8>, pairs: &mut Vec<(u32, u32)>) {
    pairs.sort_unstable();
    pairs.dedup();
    let values = pairs.last().map_or(0, |last| last.0 as usize + 1);
    // A caller counts values from 0; numbers far beyond are its mistake and
    // would only cost memory.
    let values = values.min(pairs.len() + (1 << 16));
    put(out, values as u32);
    for value in 0..values as u32 {
        let from = pairs.partition_point(|&(of, _)| of < value);
        let to = pairs.partition_point(|&(of, _)| of <= value);
        put(out, (to - from) as u32);
        let mut next = 0;
        for &(_, document) in &pairs[from..to] {
            put(out, document - next);
            next = document + 1;
        }
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
