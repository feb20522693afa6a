//! Forms: the terms of the dictionary that stand for a word.

use language::Kind;

use crate::blocks::{Block, Section};
use crate::bytes::Reader;
use crate::dictionary::{Entry, list_sizes};
use crate::finish::stem_key;
use crate::levenshtein::Levenshtein;
use crate::resolve::{Resolver, Slot};

/// Where a term's postings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct List {
    pub(crate) term: u32,
    /// Documents that hold it.
    pub(crate) count: u32,
    pub(crate) postings: Block,
    pub(crate) positions: Block,
}

/// How a term came to stand for a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It is the word, or another spelling of it.
    Exact,
    /// It shares the word's stem.
    Kin,
    /// It begins with the word.
    Prefix,
    /// It is so many typing mistakes away.
    Typo(u8),
}

/// A term that stands for a word.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(crate) list: List,
    pub(crate) how: How,
    /// Empty for what begins with the word: those are marked by rule.
    pub(crate) term: String,
}

/// Beginnings of a word that are ranked as words of their own: the most frequent.
/// On two archives (750 and 11,868 articles) the best articles of these cover what
/// readers mean by four letters nearly as well as those of all would: 97.3 and
/// 95.4 % of all occurrences, of 97.5 and 95.5. `crates/press/benches/reach.rs` tells
/// what comes of it in the first five places.
const BEGINNINGS: usize = 12;

impl Resolver<'_> {
    /// The term itself and its kin.
    pub(crate) fn forms(&self, term: &str, kind: Kind, exact: bool) -> Vec<Form> {
        let mut forms = Vec::new();
        self.root
            .terms
            .find(self.fetch, term.as_bytes(), &mut |entry| {
                add_form(&mut forms, form(entry, How::Exact, term));
            });
        if exact || !matches!(kind, Kind::Word | Kind::Joined) {
            return forms;
        }
        let (mut stem, mut key) = (String::new(), Vec::new());
        let mut kin = Vec::new();
        for (language, stemmer) in (0_u8..).zip(&self.root.languages) {
            let Some(stemmer) = stemmer else { continue };
            stemmer.stem(term, &mut stem);
            stem_key(language, &stem, &mut key);
            let mut listed = false;
            self.root.stems.find(self.fetch, &key, &mut |entry| {
                listed = true;
                let mut reader = Reader::new(entry.payload);
                let mut number = 0_u32;
                while !reader.is_done() {
                    number = number.wrapping_add(reader.number());
                    kin.push(number);
                }
            });
            if !listed && stem != term {
                // A stem that is its own only form is not in the stems.
                self.root
                    .terms
                    .find(self.fetch, stem.as_bytes(), &mut |entry| {
                        kin.push(entry.number);
                    });
            }
        }
        for number in kin {
            if forms.iter().any(|form| form.list.term == number) {
                continue;
            }
            self.root.terms.nth(self.fetch, number, &mut |entry| {
                let term = text_of(entry.key);
                add_form(&mut forms, form(entry, How::Kin, term));
            });
        }
        forms
    }

    /// A term alone.
    pub(crate) fn plain(&self, term: &str) -> Vec<Form> {
        self.forms(term, Kind::Number, true)
    }

    /// A term by its number, and its kin.
    pub(crate) fn by_number(&self, number: u32) -> Vec<Form> {
        let mut term = String::new();
        self.root.terms.nth(self.fetch, number, &mut |entry| {
            term = text_of(entry.key).to_owned();
        });
        self.forms(&term, Kind::Word, false)
    }

    /// Adds every term that begins with the slot's word.
    pub(crate) fn extend(&self, slot: &mut Slot) {
        let begin = slot.word.clone();
        let mut held: Vec<u32> = slot.forms.iter().map(|form| form.list.term).collect();
        crate::order::sort_by(held.len(), &mut held);
        let mut likely = Likely::default();
        self.root
            .terms
            .walk(self.fetch, begin.as_bytes(), &mut |entry| {
                if !entry.key.starts_with(begin.as_bytes()) {
                    return false;
                }
                let new = form(entry, How::Prefix, "");
                // Kin may be what is being typed as well as any other.
                if entry.key != begin.as_bytes() {
                    likely.offer(&new, entry.key);
                }
                if held.binary_search(&entry.number).is_err() {
                    slot.forms.push(new);
                }
                true
            });
        slot.likely = likely.0;
    }

    /// The terms nearest to a word, nearest and most frequent first.
    pub(crate) fn near(&self, word: &str, farthest: u8, beginnings: bool) -> Vec<Form> {
        let mut automaton = Levenshtein::new(word, farthest, beginnings);
        let mut found: Vec<Form> = Vec::new();
        let mut nearest = u8::MAX;
        self.root.terms.walk(self.fetch, &[], &mut |entry| {
            if let Some(distance) = automaton.next(entry.key, entry.shared)
                && distance > 0
                && distance <= nearest
            {
                if distance < nearest {
                    nearest = distance;
                    found.clear();
                }
                let new = form(entry, How::Typo(distance), text_of(entry.key));
                // Most documents first; of equals, the first in the dictionary.
                let at = found.partition_point(|held| held.list.count >= new.list.count);
                found.insert(at, new);
            }
            true
        });
        found
    }
}

/// The likeliest few terms: those in most documents.
#[derive(Default)]
struct Likely(Vec<Form>);

impl Likely {
    fn offer(&mut self, form: &Form, key: &[u8]) {
        let count = form.list.count;
        let at = self.0.partition_point(|held| held.list.count >= count);
        if at == BEGINNINGS {
            return;
        }
        let mut form = form.clone();
        form.term = text_of(key).to_owned();
        self.0.insert(at, form);
        self.0.truncate(BEGINNINGS);
    }
}

/// A key as text. Keys are UTF-8 unless an index is hostile.
fn text_of(key: &[u8]) -> &str {
    std::str::from_utf8(key).unwrap_or_default()
}

/// Adds a form that is not there yet.
pub(crate) fn add_form(forms: &mut Vec<Form>, form: Form) {
    if !forms.iter().any(|held| held.list.term == form.list.term) {
        forms.push(form);
    }
}

fn form(entry: &Entry<'_>, how: How, term: &str) -> Form {
    Form {
        list: list(entry),
        how,
        term: term.to_owned(),
    }
}

/// Where the lists of a term are.
pub(crate) fn list(entry: &Entry<'_>) -> List {
    let [count, postings, positions] = list_sizes(entry.payload);
    let block = |section, start: u32, len: u32| Block {
        section,
        start,
        end: start.saturating_add(len),
    };
    List {
        term: entry.number,
        count,
        postings: block(Section::Postings, entry.starts[0], postings),
        positions: block(Section::Positions, entry.starts[1], positions),
    }
}
