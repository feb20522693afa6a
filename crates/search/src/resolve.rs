//! From the words of a query to the terms of the dictionary.
//!
//! A word stands for itself, for the forms that share its stem (its *kin*), for
//! what begins with it while it is being typed, and, when it is hardly to be
//! found, for what is a typing mistake away.

use language::{Kind, asked};

use crate::Field;
use crate::blocks::{Block, Fetch, Section};
use crate::bytes::Reader;
use crate::dictionary::{Entry, list_sizes};
use crate::finish::stem_key;
use crate::index::Root;
use crate::levenshtein::Levenshtein;
use crate::order::{pair, sort};
use crate::query::{Clause, Query, What};
use crate::rank;

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

/// A place in a sequence of words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slot {
    /// Places after the first word.
    pub(crate) offset: u32,
    pub(crate) forms: Vec<Form>,
    /// Its own folded form, and whether it is the beginning of a word.
    pub(crate) word: String,
    pub(crate) open: bool,
    /// What may stand in for it, likeliest first, when it is open or mistyped.
    pub(crate) likely: Vec<Form>,
}

/// What a clause asks for.
#[derive(Debug, Clone)]
pub(crate) enum Asked {
    /// One of these sequences of words.
    Words(Vec<Vec<Slot>>),
    /// Characters as they stand, folded.
    Literal(String),
    /// First and last day.
    Days(i32, i32),
}

/// A clause, resolved.
#[derive(Debug, Clone)]
pub(crate) struct Resolved {
    pub(crate) unwanted: bool,
    pub(crate) field: Option<Field>,
    pub(crate) asked: Asked,
    /// True for a word of the text that may be missing from a near miss.
    pub(crate) soft: bool,
    /// Whether it only carries the question.
    pub(crate) function: bool,
}

/// How a word of the query fared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The word, as typed.
    pub word: String,
    /// How it is found; none when it is nowhere.
    pub how: Option<How>,
    /// Words of the archive that may be meant instead, likeliest first: given
    /// when the word is hardly or not there.
    pub meant: Vec<String>,
}

/// Reads the query's words against the dictionary.
pub(crate) struct Resolver<'a> {
    pub(crate) root: &'a Root,
    pub(crate) fetch: &'a Fetch<'a>,
    pub(crate) reports: Vec<Report>,
}

/// Expansions of an open or mistyped word that are ranked as words of their own.
const LIKELY: usize = 5;
/// Most frequent expansions among which those are looked for.
const POOL: usize = 24;
/// Most terms within a typing mistake that stand for a word.
const MOST_TYPOS: usize = 16;

impl Resolver<'_> {
    pub(crate) fn query(&mut self, query: &Query) -> Vec<Vec<Resolved>> {
        query
            .groups
            .iter()
            .map(|group| group.iter().map(|clause| self.clause(clause)).collect())
            .collect()
    }

    fn clause(&mut self, clause: &Clause) -> Resolved {
        let mut function = false;
        let asked = match &clause.what {
            What::Days(span) => {
                let (first, last) = span.days();
                Asked::Days(first, last)
            }
            What::Literal(text) => Asked::Literal(folded(text)),
            What::Phrase(text) => Asked::Words(self.words(text, true, false, false)),
            What::Word(text) | What::Prefix(text) => {
                let open = matches!(clause.what, What::Prefix(_));
                function = !open && crate::function_words::is_function_word(&folded(text));
                let words = self.words(text, clause.unwanted, open, !clause.unwanted);
                Asked::Words(words)
            }
        };
        Resolved {
            unwanted: clause.unwanted,
            field: clause.field,
            soft: !clause.unwanted
                && clause.field.is_none()
                && matches!(clause.what, What::Word(_) | What::Prefix(_)),
            asked,
            function,
        }
    }

    /// The sequences a text stands for. `exact` leaves out kin, `open` takes
    /// the last word for the beginning of one, `forgive` looks for mistakes.
    fn words(&mut self, text: &str, exact: bool, open: bool, forgive: bool) -> Vec<Vec<Slot>> {
        let mut read: Vec<(String, u32, Kind, u32, u32)> = Vec::new();
        asked(text, &mut |token| {
            read.push((
                token.term.to_owned(),
                token.position,
                token.kind,
                token.start,
                token.end,
            ));
        });
        let last = read.iter().map(|token| token.1).max().unwrap_or(0);
        let first = read.iter().map(|token| token.1).min().unwrap_or(0);
        let mut sequence: Vec<Slot> = Vec::new();
        let mut whole: Vec<Slot> = Vec::new();
        for (term, position, kind, start, end) in &read {
            let covers_more = *kind == Kind::Joined
                && read
                    .iter()
                    .any(|other| other.1 != *position && other.3 >= *start && other.4 <= *end);
            if covers_more {
                let covers_all = read
                    .iter()
                    .all(|other| other.3 >= *start && other.4 <= *end);
                if covers_all {
                    whole.push(self.slot(term, *kind, 0, exact, open));
                }
                continue;
            }
            let slot = self.slot(
                term,
                *kind,
                position - first,
                exact,
                open && *position == last,
            );
            match sequence.last_mut() {
                Some(held) if held.offset == slot.offset => {
                    if slot.forms.len() > held.forms.len() {
                        held.word.clone_from(&slot.word);
                    }
                    held.likely.extend(slot.likely);
                    for form in slot.forms {
                        add_form(&mut held.forms, form);
                    }
                }
                _ => sequence.push(slot),
            }
        }
        if let [slot] = sequence.as_mut_slice()
            && forgive
            && whole.is_empty()
        {
            self.forgive(slot, text);
        } else if !exact || !forgive {
            self.report_sequence(text, &sequence, &whole);
        }
        let mut all = vec![sequence];
        if !whole.is_empty() {
            all.push(whole);
        }
        all
    }

    fn report_sequence(&mut self, text: &str, sequence: &[Slot], whole: &[Slot]) {
        let there = sequence.iter().all(|slot| !slot.forms.is_empty())
            || whole.iter().any(|slot| !slot.forms.is_empty());
        self.reports.push(Report {
            word: text.to_owned(),
            how: there.then_some(How::Exact),
            meant: Vec::new(),
        });
    }

    fn slot(&self, term: &str, kind: Kind, offset: u32, exact: bool, open: bool) -> Slot {
        let mut slot = Slot {
            offset,
            word: term.to_owned(),
            ..Slot::default()
        };
        slot.forms = self.forms(term, kind, exact);
        slot.open = open && !matches!(kind, Kind::Single | Kind::Pair);
        if slot.open {
            self.extend(&mut slot);
        }
        slot
    }

    /// The term itself and its kin.
    fn forms(&self, term: &str, kind: Kind, exact: bool) -> Vec<Form> {
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
    fn extend(&self, slot: &mut Slot) {
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
                if held.binary_search(&entry.number).is_err() {
                    let new = form(entry, How::Prefix, "");
                    likely.offer(&new, entry.key);
                    slot.forms.push(new);
                }
                true
            });
        // One of each kin: five forms of one word are one thing to mean.
        let mut known = held;
        for (_, form) in likely.0 {
            if slot.likely.len() < LIKELY && !known.contains(&form.list.term) {
                let kin = self.by_number(form.list.term);
                known.extend(kin.iter().map(|form| form.list.term));
                slot.likely.push(form);
            }
        }
    }

    /// Looks for what a word that is hardly there may stand for, and reports.
    fn forgive(&mut self, slot: &mut Slot, typed: &str) {
        let most = |how: &dyn Fn(How) -> bool| {
            let counts = slot.forms.iter().filter(|form| how(form.how));
            counts.map(|form| form.list.count).max().unwrap_or(0)
        };
        let letters = slot.word.chars().count();
        let there = most(&|_| true);
        let mut how = slot.forms.iter().map(|form| form.how).min();
        let mut meant = Vec::new();
        if there <= rank::FEW && letters >= rank::TYPO_LETTERS[0] {
            let farthest = 1 + u8::from(letters >= rank::TYPO_LETTERS[1]);
            let mut near = self.near(&slot.word, farthest, false);
            if near.is_empty() && slot.open {
                near = self.near(&slot.word, 1, true);
            }
            near.retain(|form| {
                // A word as rare as the one typed is no likelier to be meant.
                form.list.count > there
                    && !slot
                        .forms
                        .iter()
                        .any(|held| held.list.term == form.list.term)
            });
            near.truncate(MOST_TYPOS);
            meant = near
                .iter()
                .take(LIKELY)
                .map(|form| form.term.clone())
                .collect();
            if how.is_none() {
                how = near.first().map(|form| form.how);
            }
            for likely in near.iter().take(LIKELY) {
                // What is meant brings its kin.
                for mut form in self.by_number(likely.list.term) {
                    form.how = likely.how;
                    add_form(&mut slot.forms, form);
                }
                slot.likely.push(likely.clone());
            }
            for form in near {
                add_form(&mut slot.forms, form);
            }
        }
        self.reports.push(Report {
            word: typed.to_owned(),
            how,
            meant,
        });
    }

    /// The terms nearest to a word, nearest and most frequent first.
    fn near(&self, word: &str, farthest: u8, beginnings: bool) -> Vec<Form> {
        let mut automaton = Levenshtein::new(word, farthest, beginnings);
        let mut found: Vec<Form> = Vec::new();
        self.root.terms.walk(self.fetch, &[], &mut |entry| {
            if let Some(distance) = automaton.next(entry.key, entry.shared)
                && distance > 0
            {
                let term = text_of(entry.key);
                found.push(form(entry, How::Typo(distance), term));
            }
            true
        });
        let nearest = found.iter().map(|form| form.how).min();
        found.retain(|form| Some(form.how) == nearest);
        // Most documents first; of equals, the first in the dictionary.
        let mut keys: Vec<u64> = (0..)
            .zip(&found)
            .map(|(at, form)| pair(u32::MAX - form.list.count, at))
            .collect();
        sort(&mut keys);
        keys.iter()
            .filter_map(|&key| found.get(key as u32 as usize).cloned())
            .collect()
    }
}

/// The likeliest few terms: those in most documents.
#[derive(Default)]
struct Likely(Vec<(u32, Form)>);

impl Likely {
    fn offer(&mut self, form: &Form, key: &[u8]) {
        let count = form.list.count;
        if self.0.len() == POOL && self.0.last().is_some_and(|last| last.0 >= count) {
            return;
        }
        let at = self.0.partition_point(|held| held.0 >= count);
        let mut form = form.clone();
        form.term = text_of(key).to_owned();
        self.0.insert(at, (count, form));
        self.0.truncate(POOL);
    }
}

/// A key as text. Keys are UTF-8 unless an index is hostile.
fn text_of(key: &[u8]) -> &str {
    std::str::from_utf8(key).unwrap_or_default()
}

fn folded(text: &str) -> String {
    let mut out = String::new();
    language::fold_into(text, &mut out);
    out
}

fn add_form(forms: &mut Vec<Form>, form: Form) {
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
