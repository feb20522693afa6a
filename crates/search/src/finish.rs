//! From collected documents to an index, a step at a time.
//!
//! Sort the terms; write dictionary, postings and positions term by term; sort
//! the stems; write them, and find on the way what each document is about; put
//! all of it together. Every step takes a few milliseconds.

use crate::builder::{Builder, LANGUAGES};
use crate::bytes::{Reader, put};
use crate::dictionary;
use crate::field::FIELDS;
use crate::impact::{idf, level, per_occurrence, saturated, value};
use crate::index::{Draft, Index};
use crate::order::pair;
use crate::postings::{FIELD_STEP, ListWriter, Postings, each_block};
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
    from: Builder,
    stage: Stage,
    /// Word numbers, sorted.
    order: Vec<u32>,
    next: usize,
    norms: Vec<[f32; FIELDS]>,
    terms: dictionary::Writer,
    stems: dictionary::Writer,
    /// Postings of each term in order: where they start, how many documents.
    lists: Vec<(u32, u32)>,
    postings: Vec<u8>,
    positions: Vec<u8>,
    list: ListWriter,
    gathered: Vec<u8>,
    /// Room to work in, so that a term costs no allocation.
    block: Postings,
    places: Vec<u32>,
    payload: Vec<u8>,
    stem_text: String,
    key: Vec<u8>,
    stem_words: Vocabulary,
    /// Pairs: stem; term × 2, plus 1 when the stem is the term itself.
    links: Vec<u64>,
    subjects: Subjects,
    strengths: Vec<f32>,
    touched: Vec<u32>,
    index: Index,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    SortTerms,
    Terms,
    SortStems,
    Stems,
    Assemble,
    Done,
}

impl Finishing {
    pub(crate) fn new(from: Builder) -> Self {
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
            Stage::SortTerms => {
                self.order = self.from.vocabulary.sorted();
                self.stage = Stage::Terms;
            }
            Stage::Terms => {
                let mut work = 0;
                while work < STEP && self.next < self.order.len() {
                    work += self.term();
                }
                if self.next == self.order.len() {
                    self.begin_stems();
                }
            }
            Stage::SortStems => {
                self.order = self.stem_words.sorted();
                // Terms came in order, so a stem's terms are sorted too.
                crate::order::sort(&mut self.links);
                self.stage = Stage::Stems;
            }
            Stage::Stems => {
                let mut work = 0;
                while work < STEP && self.next < self.order.len() {
                    work += self.stem();
                }
                if self.next == self.order.len() {
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
    fn new(from: Builder) -> Self {
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
        let documents = from.ends.len();
        // Positions take less than the collected lists do.
        let positions = Vec::with_capacity(from.chains.bytes);
        Self {
            order: Vec::new(),
            lists: Vec::with_capacity(from.terms.len()),
            subjects: Subjects::new(documents),
            strengths: vec![0.0; documents],
            stage: Stage::SortTerms,
            next: 0,
            norms,
            terms: dictionary::Writer::default(),
            stems: dictionary::Writer::default(),
            postings: Vec::with_capacity(from.chains.bytes / 3),
            positions,
            list: ListWriter::default(),
            gathered: Vec::new(),
            block: Postings::new(),
            places: Vec::new(),
            payload: Vec::new(),
            stem_text: String::new(),
            key: Vec::new(),
            stem_words: Vocabulary::default(),
            links: Vec::new(),
            touched: Vec::new(),
            index: Index::default(),
            from,
        }
    }

    /// Writes the next term; gives how much work that was.
    fn term(&mut self) -> usize {
        let number = self.order[self.next] as usize;
        let id = self.next as u32;
        self.next += 1;
        let term = self.from.terms[number];
        self.from.chains.gather(&term.chain, &mut self.gathered);
        let starts = [self.postings.len() as u32, self.positions.len() as u32];
        let documents = self.postings_of_gathered();
        let payload = &mut self.payload;
        payload.clear();
        put(payload, documents);
        put(payload, self.postings.len() as u32 - starts[0]);
        put(payload, self.positions.len() as u32 - starts[1]);
        let key = self.from.vocabulary.word(number);
        self.terms.push(key, starts, payload);
        self.lists.push((starts[0], documents));
        self.link(number, id, term.languages);
        self.gathered.len() + 64
    }

    /// Turns the collected list at hand into postings and positions.
    fn postings_of_gathered(&mut self) -> u32 {
        let mut reader = Reader::new(&self.gathered);
        let places = &mut self.places;
        self.list.begin(&self.positions);
        let mut next = 0;
        let mut number = reader.number();
        while !reader.broken && number & 1 == 1 {
            next += number >> 1;
            let document = next as usize - 1;
            let mut position = reader.number();
            let (ends, norms) = (self.from.ends[document], self.norms[document]);
            let mut counts = [0_u32; FIELDS];
            let (mut field, mut start) = (0, 0);
            places.clear();
            loop {
                while field + 1 < FIELDS && position >= ends[field] {
                    start = ends[field];
                    field += 1;
                }
                counts[field] += 1;
                let place = (position - start).min(FIELD_STEP - 1);
                places.push(field as u32 * FIELD_STEP + place);
                if reader.is_done() {
                    number = 0;
                    break;
                }
                number = reader.number();
                if number & 1 == 1 {
                    break;
                }
                position += number >> 1;
            }
            let impact = (0..FIELDS).map(|f| norms[f] * counts[f] as f32).sum();
            self.list
                .push(document as u32, level(impact), places, &mut self.positions);
        }
        self.list.end(&mut self.postings, &mut self.positions)
    }

    /// Notes the stems of a term in the languages it occurs in.
    fn link(&mut self, number: usize, id: u32, languages: u16) {
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
            let group = self.stem_words.number(key) as u32;
            self.links
                .push(pair(group, id << 1 | u32::from(*stem == word)));
        }
    }

    fn begin_stems(&mut self) {
        self.stage = Stage::SortStems;
        self.next = 0;
        self.order = Vec::new();
        // What building needed goes before more is asked for.
        self.positions.shrink_to_fit();
        self.from.chains = crate::chains::Chains::default();
        self.from.terms = Vec::new();
        self.from.vocabulary = Vocabulary::default();
        self.from.ends = Vec::new();
        self.norms = Vec::new();
    }

    /// Writes the next stem, and counts it in for what documents are about.
    fn stem(&mut self) -> usize {
        let group = self.order[self.next];
        self.next += 1;
        let from = self.links.partition_point(|&link| link < pair(group, 0));
        let mine = self
            .links
            .get(from..)
            .unwrap_or(&[])
            .iter()
            .take_while(|&&link| (link >> 32) as u32 == group)
            .count();
        let mine = self.links.get(from..from + mine).unwrap_or(&[]);
        let key = self.stem_words.word(group as usize);
        let language = key.first().copied().unwrap_or(0);
        let everywhere = usize::from(language) == LANGUAGES;
        self.touched.clear();
        let (mut work, mut most, mut common) = (16, 0, 0);
        for &link in mine {
            let link = link as u32;
            let (start, count) = self.lists[(link >> 1) as usize];
            if count > most {
                (most, common) = (count, link >> 1);
            }
            work += 2 * count as usize;
            let bytes = self.postings.get(start as usize..).unwrap_or(&[]);
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
        let says = idf(holding, self.strengths.len() as u32);
        for &document in &self.touched {
            let strength = std::mem::take(&mut self.strengths[document as usize]);
            if holding > 1 {
                self.subjects
                    .offer(document, common, says * saturated(strength));
            }
        }
        // A word that is its own stem and has no kin is found without.
        if !everywhere && (mine.len() > 1 || mine.iter().any(|link| link & 1 == 0)) {
            let payload = &mut self.payload;
            payload.clear();
            let mut last = 0;
            for &link in mine {
                let link = link as u32;
                put(payload, (link >> 1) - last);
                last = link >> 1;
            }
            self.stems.push(key, [0, 0], payload);
        }
        work
    }

    fn assemble(&mut self) {
        self.stage = Stage::Done;
        let (terms, term_directory) = std::mem::take(&mut self.terms).finish();
        let (stems, stem_directory) = std::mem::take(&mut self.stems).finish();
        self.links = Vec::new();
        let draft = Draft {
            documents: self.from.document_languages.len() as u32,
            terms: self.lists.len() as u32,
            parts: vec![
                std::mem::take(&mut self.positions),
                terms,
                stems,
                std::mem::take(&mut self.postings),
                self.subjects.write(),
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
