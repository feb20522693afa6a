//! From the words of a query to the terms of the dictionary.
//!
//! A word stands for itself, for the forms that share its stem (its *kin*), for
//! what begins with it while it is being typed, and, when it is hardly to be
//! found, for what is a typing mistake away.

use language::{Kind, asked};

use crate::Field;
use crate::blocks::Fetch;
use crate::forms::{Form, How, add_form};
use crate::index::Root;
use crate::query::{Clause, Query, What};
use crate::rank;

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

impl Slot {
    /// The word itself and its kin.
    #[inline(never)]
    pub(crate) fn own(&self) -> Vec<Form> {
        let mut own = Vec::new();
        for form in &self.forms {
            if matches!(form.how, How::Exact | How::Kin) {
                own.push(form.clone());
            }
        }
        own
    }

    /// Documents that hold the most frequent of its forms.
    pub(crate) fn most(&self) -> u32 {
        self.forms
            .iter()
            .fold(0, |most, form| most.max(form.list.count))
    }
}

/// What a clause asks for.
#[derive(Debug, Clone)]
pub(crate) enum Asked {
    /// One of these sequences of words.
    Words(Vec<Vec<Slot>>),
    /// Characters as they stand, folded; true when a word may go on after them.
    Literal(String, bool),
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

/// Words a mistyped one may stand for that are ranked as words of their own.
const LIKELY: usize = 5;
/// Most terms within a typing mistake that stand for a word.
const MOST_TYPOS: usize = 16;

impl Resolver<'_> {
    pub(crate) fn query(&mut self, query: &Query) -> Vec<Vec<Resolved>> {
        let mut groups = Vec::with_capacity(query.groups.len());
        for group in &query.groups {
            let mut clauses = Vec::with_capacity(group.len());
            for clause in group {
                clauses.push(self.clause(clause));
            }
            groups.push(clauses);
        }
        groups
    }

    fn clause(&mut self, clause: &Clause) -> Resolved {
        let mut function = false;
        let asked = match &clause.what {
            What::Days(span) => {
                let (first, last) = span.days();
                Asked::Days(first, last)
            }
            What::Literal(text) => Asked::Literal(folded(text), false),
            // Nothing was read while this index was built, so it is read now.
            What::Phrase(text) | What::Word(text) | What::Prefix(text)
                if self.root.of_facts_alone() =>
            {
                Asked::Literal(folded(text), matches!(clause.what, What::Prefix(_)))
            }
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
        // Tokens come in order of position.
        let last = read.last().map_or(0, |token| token.1);
        let first = read.first().map_or(0, |token| token.1);
        let mut sequence: Vec<Slot> = Vec::new();
        let mut whole: Vec<Slot> = Vec::new();
        for (term, position, kind, start, end) in &read {
            let (mut covers_more, mut covers_all) = (false, true);
            if *kind == Kind::Joined {
                for other in &read {
                    let within = other.3 >= *start && other.4 <= *end;
                    covers_more |= within && other.1 != *position;
                    covers_all &= within;
                }
            }
            if covers_more {
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

    /// Looks for what a word that is hardly there may stand for, and reports.
    fn forgive(&mut self, slot: &mut Slot, typed: &str) {
        let letters = slot.word.chars().count();
        let mut there = 0;
        let mut how = None;
        for form in &slot.forms {
            there = there.max(form.list.count);
            if how.is_none_or(|how| form.how < how) {
                how = Some(form.how);
            }
        }
        let mut meant = Vec::new();
        if there <= rank::FEW && letters >= rank::TYPO_LETTERS[0] {
            let farthest = 1 + u8::from(letters >= rank::TYPO_LETTERS[1]);
            let mut near = self.near(&slot.word, farthest, false);
            if near.is_empty() && slot.open {
                near = self.near(&slot.word, 1, true);
            }
            let mut meant_forms = Vec::new();
            for form in near {
                let is_held = |held: &Form| held.list.term == form.list.term;
                // A word as rare as the one typed is no likelier to be meant.
                if form.list.count > there
                    && meant_forms.len() < MOST_TYPOS
                    && !slot.forms.iter().any(is_held)
                {
                    meant_forms.push(form);
                }
            }
            let near = meant_forms;
            if how.is_none() {
                how = near.first().map(|form| form.how);
            }
            for likely in near.iter().take(LIKELY) {
                meant.push(likely.term.clone());
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
}

fn folded(text: &str) -> String {
    let mut out = String::new();
    language::fold_into(text, &mut out);
    out
}
