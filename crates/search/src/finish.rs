//! From collected documents to an index, a step at a time.
//!
//! Write dictionary, postings and positions term by term, in order; then the
//! stems, and find on the way what each document is about; put all of it
//! together. Every step takes a few milliseconds. Terms and stems are sorted as
//! they are needed, and what was collected goes as it is used.

use crate::alphabet::Alphabet;
use crate::batch::pool;
use crate::builder::{Collected, LANGUAGES};
use crate::bytes::Scratch;
use crate::chunks::Chunks;
use crate::dictionary;
use crate::field::FIELDS;
use crate::impact::{idf, per_occurrence, saturated, value};
use crate::index::{Draft, Index};
use crate::pieces::Pieces;
use crate::postings::{ListWriter, Postings, each_block};
use crate::subjects::Subjects;
use crate::vocabulary::Vocabulary;

/// What a step does at most: this many bytes of collected lists, or documents
/// of stems. Some 2 ms in WebAssembly on a slow machine.
const STEP: usize = 1 << 15;

/// An index being finished.
pub struct Finishing(Box<dyn Steps>);

/// Behind a box of a trait, handing the work on moves two words, and dropping it
/// is code that is there once.
trait Steps: Send + Sync {
    fn step(&mut self) -> bool;
    fn index(&mut self) -> Index;
}

/// What it takes.
struct Work {
    from: Collected,
    stage: Stage,
    /// Words or stems that are left.
    order: Alphabet,
    /// Terms written.
    written: u32,
    pieces: Pieces,
    norms: Vec<[f32; FIELDS]>,
    terms: dictionary::Writer,
    stems: dictionary::Writer,
    /// Postings of each term in order: where they start, how many documents.
    lists: Vec<(u32, u32)>,
    postings: Chunks,
    positions: Chunks,
    list: ListWriter,
    /// Room to work in, so that a term costs no allocation.
    block: Postings,
    payload: Scratch,
    stem_text: String,
    key: Vec<u8>,
    stem_words: Vocabulary,
    /// Terms of stems: term × 2, plus 1 when the stem is the term itself; and
    /// the stem's link before, or [`NO_LINK`].
    links: Vec<(u32, u32)>,
    /// Each stem's last link.
    last_links: Vec<u32>,
    kin: Vec<u32>,
    subjects: Subjects,
    strengths: Vec<f32>,
    touched: Vec<u32>,
    index: Index,
}

const NO_LINK: u32 = u32::MAX;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Terms,
    Stems,
    Assemble,
    Done,
}

impl Finishing {
    pub(crate) fn new(from: Collected) -> Self {
        Self(Box::new(Work::new(from)))
    }

    /// Does a few milliseconds' work; true when all is done.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// All steps that are left, then the index.
    #[must_use]
    pub fn index(mut self) -> Index {
        while !self.step() {}
        self.0.index()
    }
}

impl Steps for Work {
    fn step(&mut self) -> bool {
        match self.stage {
            Stage::Terms => {
                if self.terms() {
                    self.begin_stems();
                }
            }
            Stage::Stems => {
                if self.stems() {
                    self.stage = Stage::Assemble;
                }
            }
            Stage::Assemble => self.assemble(),
            Stage::Done => {}
        }
        self.stage == Stage::Done
    }

    fn index(&mut self) -> Index {
        std::mem::take(&mut self.index)
    }
}

impl Work {
    fn new(mut from: Collected) -> Self {
        let mut totals = [0_u64; FIELDS];
        let mut with = [0_u32; FIELDS];
        for ends in &from.ends {
            for (field, length) in lengths(ends).into_iter().enumerate() {
                totals[field] += u64::from(length);
                with[field] += u32::from(length > 0);
            }
        }
        let mut averages = [1.0; FIELDS];
        for field in 0..FIELDS {
            averages[field] = totals[field] as f32 / with[field].max(1) as f32;
        }
        let norms = from
            .ends
            .iter()
            .map(|ends| per_occurrence(&lengths(ends), &averages))
            .collect();
        Self {
            order: Alphabet::of(&from.vocabulary),
            written: 0,
            pieces: Pieces::new(std::mem::take(&mut from.pools)),
            lists: Vec::with_capacity(from.terms.len()),
            subjects: Subjects::default(),
            strengths: Vec::new(),
            stage: Stage::Terms,
            norms,
            terms: dictionary::Writer::default(),
            stems: dictionary::Writer::default(),
            postings: Chunks::default(),
            positions: Chunks::default(),
            list: ListWriter::new(),
            block: Postings::new(),
            payload: Scratch::default(),
            stem_text: String::new(),
            key: Vec::new(),
            stem_words: Vocabulary::default(),
            links: Vec::new(),
            last_links: Vec::new(),
            kin: Vec::new(),
            touched: Vec::new(),
            index: Index::default(),
            from,
        }
    }

    /// Writes the next stems; true when all are written.
    fn stems(&mut self) -> bool {
        let mut work = 0;
        while work < STEP {
            let Some(group) = self.order.next() else {
                self.order.sort(&self.stem_words);
                break;
            };
            work += self.stem(group);
        }
        self.order.is_done()
    }

    /// Writes the next terms; true when all are written.
    fn terms(&mut self) -> bool {
        let mut work = 0;
        while work < STEP {
            let (from, order) = (&self.from, &mut self.order);
            let next = self.pieces.next(&mut || {
                let number = order.next()?;
                let piece = from.terms.get(number).map_or(0, |term| term.piece);
                Some((number, pool(from.vocabulary.word(number)), piece))
            });
            let Some(number) = next else {
                self.order.sort(&self.from.vocabulary);
                break;
            };
            work += self.term(number);
        }
        self.order.is_done() && self.pieces.is_empty()
    }

    /// Writes a term; gives how much work that was.
    fn term(&mut self, number: usize) -> usize {
        let id = self.written;
        self.written += 1;
        let (list, norms) = (&mut self.list, &self.norms);
        self.pieces.each(&mut |piece| list.add(piece, norms));
        let (documents, postings, positions) = self.list.end();
        let payload = &mut self.payload;
        payload.clear();
        payload.put(documents);
        payload.put(postings.len() as u32);
        payload.put(positions.len() as u32);
        let work = postings.len() + positions.len() + 64;
        let starts = [
            self.postings.append(postings) as u32,
            self.positions.append(positions) as u32,
        ];
        self.list.clear();
        let key = self.from.vocabulary.word(number);
        self.terms.push(key, starts, payload.bytes());
        self.lists.push((starts[0], documents));
        let languages = self.from.terms.get(number).map_or(0, |term| term.languages);
        self.link(number, id, languages);
        work
    }

    /// Notes the stems of a term in the languages it occurs in.
    fn link(&mut self, number: usize, id: u32, languages: u32) {
        let word = std::str::from_utf8(self.from.vocabulary.word(number)).unwrap_or_default();
        let (stem, key) = (&mut self.stem_text, &mut self.key);
        for language in 0..=LANGUAGES {
            if languages & 1 << language == 0 {
                continue;
            }
            match self.from.languages.get(language) {
                Some(Some(stemmer)) => stemmer.stem(word, stem),
                _ => {
                    stem.clear();
                    stem.push_str(word);
                }
            }
            stem_key(language as u8, stem, key);
            let group = self.stem_words.number(key);
            if group == self.last_links.len() {
                self.last_links.push(NO_LINK);
            }
            if let Some(last) = self.last_links.get_mut(group) {
                let link = (id << 1 | u32::from(*stem == word), *last);
                *last = self.links.len() as u32;
                self.links.push(link);
            }
        }
    }

    fn begin_stems(&mut self) {
        self.stage = Stage::Stems;
        self.order = Alphabet::of(&self.stem_words);
        // What building needed goes before more is asked for.
        self.pieces = Pieces::default();
        self.from.terms = Vec::new();
        self.from.vocabulary = Vocabulary::default();
        self.from.ends = Vec::new();
        self.norms = Vec::new();
        let documents = self.from.document_languages.len();
        self.subjects = Subjects::new(documents);
        self.strengths = vec![0.0; documents];
    }

    /// Writes the next stem, and counts it in for what documents are about.
    fn stem(&mut self, group: usize) -> usize {
        // Terms came in order, so from the last to the first they are sorted too.
        self.kin.clear();
        let mut link = self.last_links.get(group).copied().unwrap_or(NO_LINK);
        while let Some(&(term, before)) = self.links.get(link as usize) {
            self.kin.push(term);
            link = before;
        }
        self.kin.reverse();
        let mine = &self.kin;
        let key = self.stem_words.word(group);
        let language = key.first().copied().unwrap_or(0);
        let everywhere = usize::from(language) == LANGUAGES;
        self.touched.clear();
        let (mut work, mut most, mut common) = (16, 0, 0);
        for &link in mine {
            let (start, count) = self.lists[(link >> 1) as usize];
            if count > most {
                (most, common) = (count, link >> 1);
            }
            work += 2 * count as usize;
            let bytes = self.postings.from(start as usize);
            each_block(bytes, count, &mut self.block, &mut |block| {
                for at in 0..block.len {
                    let document = block.documents[at];
                    if everywhere || self.from.document_languages[document as usize] == language {
                        let strength = &mut self.strengths[document as usize];
                        if *strength == 0.0 {
                            self.touched.push(document);
                        }
                        *strength += value(block.impacts[at]);
                    }
                }
            });
        }
        let holding = self.touched.len() as u32;
        // What one document alone holds says nothing of another.
        let says = if holding > 1 {
            idf(holding, self.strengths.len() as u32)
        } else {
            0.0
        };
        for &document in &self.touched {
            let strength = std::mem::take(&mut self.strengths[document as usize]);
            self.subjects
                .offer(document, common, says * saturated(strength));
        }
        // A word that is its own stem and has no kin is found without.
        if !everywhere && (mine.len() > 1 || mine.iter().any(|link| link & 1 == 0)) {
            let payload = &mut self.payload;
            payload.clear();
            let mut last = 0;
            for &link in mine {
                payload.put((link >> 1) - last);
                last = link >> 1;
            }
            self.stems.push(key, [0, 0], payload.bytes());
        }
        work
    }

    fn assemble(&mut self) {
        self.stage = Stage::Done;
        let (terms, term_directory) = std::mem::take(&mut self.terms).finish();
        let (stems, stem_directory) = std::mem::take(&mut self.stems).finish();
        let draft = Draft {
            documents: self.from.document_languages.len() as u32,
            terms: self.lists.len() as u32,
            parts: vec![
                std::mem::take(&mut self.positions),
                terms,
                stems,
                std::mem::take(&mut self.postings),
                Chunks::of(self.subjects.write()),
                term_directory,
                stem_directory,
            ],
            days: std::mem::take(&mut self.from.days),
            facets: std::mem::take(&mut self.from.facets),
        };
        self.index = Index::assemble(draft, std::mem::take(&mut self.from.languages));
    }
}

/// The key of a stem in the dictionary of stems.
pub(crate) fn stem_key(language: u8, stem: &str, key: &mut Vec<u8>) {
    key.clear();
    key.push(language);
    key.extend_from_slice(stem.as_bytes());
}

/// How many words each field has, from where each ends.
fn lengths(ends: &[u32; FIELDS]) -> [u32; FIELDS] {
    let mut lengths = *ends;
    for field in (1..FIELDS).rev() {
        lengths[field] = ends[field] - ends[field - 1];
    }
    lengths
}
