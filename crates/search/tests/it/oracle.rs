//! What a query finds, by reading every text: no index, no cleverness.

use std::collections::{BTreeMap, BTreeSet};

use language::{Kind, Stemmer, asked, tokens};
use search::{Clause, Field, Query, What};

use crate::archive::{Doc, Made};

type Docs = BTreeSet<u32>;

const FIELDS: [Field; 5] = [
    Field::Headline,
    Field::Summary,
    Field::Body,
    Field::Topics,
    Field::Authors,
];

/// What a query finds.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub all: Docs,
    pub any: Docs,
    pub relaxed: bool,
}

/// A text, read: (term, position, kind).
type Read = Vec<(String, u32, Kind)>;

pub struct Oracle {
    /// For each document its texts.
    docs: Vec<Vec<(Field, Read)>>,
    folded: Vec<Vec<(Field, String)>>,
    days: Vec<Option<(i32, i32)>>,
    /// Documents of each term, and whether it is ever a word.
    terms: BTreeMap<String, (Docs, bool)>,
    stemmer: Stemmer,
}

/// A word of a query: the terms that stand for it.
struct Place {
    offset: u32,
    terms: BTreeSet<String>,
}

impl Oracle {
    pub fn new(made: &Made) -> Self {
        let read = |doc: &Doc| {
            doc.texts
                .iter()
                .map(|(field, text)| {
                    let mut out = Vec::new();
                    tokens(text, &mut |token| {
                        out.push((token.term.to_owned(), token.position, token.kind));
                    });
                    (*field, out)
                })
                .collect::<Vec<_>>()
        };
        let docs: Vec<Vec<(Field, Read)>> = made.0.iter().map(read).collect();
        let mut terms: BTreeMap<String, (Docs, bool)> = BTreeMap::new();
        for (document, texts) in (0..).zip(&docs) {
            for (term, _, kind) in texts.iter().flat_map(|(_, read)| read) {
                let entry = terms.entry(term.clone()).or_default();
                entry.0.insert(document);
                entry.1 |= matches!(kind, Kind::Word | Kind::Joined);
            }
        }
        let folded = made
            .0
            .iter()
            .map(|doc| {
                FIELDS
                    .into_iter()
                    .map(|field| {
                        let mut out = String::new();
                        search::Texts::text(&mut Made(vec![doc.clone()]), 0, field, &mut out);
                        let mut folded = String::new();
                        language::fold_into(&out, &mut folded);
                        (field, folded)
                    })
                    .collect()
            })
            .collect();
        Self {
            docs,
            folded,
            days: made.0.iter().map(|doc| doc.days).collect(),
            terms,
            stemmer: Stemmer::english(),
        }
    }

    fn everything(&self) -> Docs {
        (0..self.docs.len() as u32).collect()
    }

    pub fn find(&self, query: &Query, is_function: &dyn Fn(&str) -> bool) -> Found {
        let keyword = |group: &[Clause]| {
            group.iter().all(soft) && group.iter().any(|clause| !function(clause, is_function))
        };
        let keywords = query.groups.iter().filter(|group| keyword(group)).count();
        let mut allowed = self.everything();
        let mut all = self.everything();
        let mut any = Docs::new();
        let mut words = 0;
        for group in &query.groups {
            let mut set = Docs::new();
            for clause in group {
                let found = self.clause(clause);
                set.extend(if clause.unwanted {
                    &self.everything() - &found
                } else {
                    found
                });
            }
            if !group.iter().all(soft) {
                allowed = &allowed & &set;
                continue;
            }
            words += 1;
            if keywords == 0 || keyword(group) {
                all = &all & &set;
                any.extend(set);
            }
        }
        if words == 0 {
            any = self.everything();
        }
        all = &all & &allowed;
        any = &any & &allowed;
        let relaxed = words > 0 && (all.is_empty() || keywords > 3);
        Found { all, any, relaxed }
    }

    fn clause(&self, clause: &Clause) -> Docs {
        match &clause.what {
            What::Days(span) => {
                let (first, last) = span.days();
                self.within(first, last)
            }
            What::Literal(text) => self.literal(text, clause.field),
            What::Phrase(text) => self.words(text, clause.field, true, false, false),
            What::Word(text) => {
                self.words(text, clause.field, clause.unwanted, false, !clause.unwanted)
            }
            What::Prefix(text) => {
                self.words(text, clause.field, clause.unwanted, true, !clause.unwanted)
            }
        }
    }

    pub fn within(&self, first: i32, last: i32) -> Docs {
        (0..)
            .zip(&self.days)
            .filter(|(_, days)| days.is_some_and(|days| days.0 <= last && days.1 >= first))
            .map(|(document, _)| document)
            .collect()
    }

    fn literal(&self, text: &str, field: Option<Field>) -> Docs {
        let mut needle = String::new();
        language::fold_into(text, &mut needle);
        let mut words = Vec::new();
        asked(&needle, &mut |token| words.push(token.term.to_owned()));
        let holds = |text: &str| {
            text.match_indices(&needle).map(|(at, _)| at).any(|at| {
                let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let before =
                    letter(needle.chars().next()) && letter(text[..at].chars().next_back());
                let after = letter(needle.chars().next_back())
                    && letter(text[at + needle.len()..].chars().next());
                !before && !after
            })
        };
        (0..self.docs.len())
            .filter(|&at| {
                let of = |held: Field| field.is_none_or(|field| field == held);
                words.iter().all(|word| {
                    self.docs[at]
                        .iter()
                        .any(|(held, read)| of(*held) && read.iter().any(|token| token.0 == *word))
                }) && self.folded[at]
                    .iter()
                    .any(|(held, text)| of(*held) && holds(text))
            })
            .map(|at| at as u32)
            .collect()
    }

    /// The term, and unless exact what shares its stem.
    fn forms(&self, term: &str, kind: Kind, exact: bool) -> BTreeSet<String> {
        let mut forms = BTreeSet::new();
        if self.terms.contains_key(term) {
            forms.insert(term.to_owned());
        }
        if !exact && matches!(kind, Kind::Word | Kind::Joined) {
            let (mut wanted, mut stem) = (String::new(), String::new());
            self.stemmer.stem(term, &mut wanted);
            for (held, (_, word)) in &self.terms {
                self.stemmer.stem(held, &mut stem);
                if (*word && stem == wanted) || *held == wanted {
                    forms.insert(held.clone());
                }
            }
        }
        forms
    }

    fn words(
        &self,
        text: &str,
        field: Option<Field>,
        exact: bool,
        open: bool,
        forgive: bool,
    ) -> Docs {
        let mut read = Vec::new();
        asked(text, &mut |t| {
            read.push((t.term.to_owned(), t.position, t.kind, t.start, t.end));
        });
        let Some(first) = read.iter().map(|token| token.1).min() else {
            return Docs::new();
        };
        let last = read.iter().map(|token| token.1).max().unwrap();
        let mut sequence: Vec<Place> = Vec::new();
        let mut whole: Vec<Place> = Vec::new();
        let mut longest = (0, String::new());
        for (term, position, kind, start, end) in &read {
            let covered =
                |other: &(String, u32, Kind, u32, u32)| other.3 >= *start && other.4 <= *end;
            let more = *kind == Kind::Joined
                && read
                    .iter()
                    .any(|other| other.1 != *position && covered(other));
            let mut terms = self.forms(term, *kind, exact);
            if open && (more || *position == last) && !matches!(kind, Kind::Single | Kind::Pair) {
                terms.extend(
                    self.terms
                        .keys()
                        .filter(|held| held.starts_with(&**term))
                        .cloned(),
                );
            }
            if more {
                if read.iter().all(covered) {
                    whole.push(Place { offset: 0, terms });
                }
                continue;
            }
            let offset = position - first;
            if sequence.is_empty() {
                longest = (terms.len(), term.clone());
            }
            match sequence.last_mut() {
                Some(held) if held.offset == offset => {
                    if sequence.len() == 1 && terms.len() > longest.0 {
                        longest = (terms.len(), term.clone());
                    }
                    sequence.last_mut().unwrap().terms.extend(terms);
                }
                _ => sequence.push(Place { offset, terms }),
            }
        }
        if let [place] = sequence.as_mut_slice()
            && forgive
            && whole.is_empty()
        {
            self.forgive(
                place,
                &longest.1,
                open && !matches!(read[0].2, Kind::Single | Kind::Pair),
            );
        }
        let mut found = self.sequence(&sequence, field);
        found.extend(
            whole
                .iter()
                .flat_map(|place| self.sequence(std::slice::from_ref(place), field)),
        );
        found
    }

    fn count(&self, term: &str) -> usize {
        self.terms.get(term).map_or(0, |held| held.0.len())
    }

    fn forgive(&self, place: &mut Place, word: &str, open: bool) {
        let there = place
            .terms
            .iter()
            .map(|term| self.count(term))
            .max()
            .unwrap_or(0);
        let letters = word.chars().count();
        if there > 2 || letters < 4 {
            return;
        }
        let near = |most: usize, beginnings: bool| {
            let mut near: Vec<(usize, String)> = self
                .terms
                .keys()
                .filter_map(|term| {
                    let distance = if beginnings {
                        (1..=term.chars().count())
                            .map(|len| distance(word, &term.chars().take(len).collect::<String>()))
                            .min()
                            .unwrap()
                    } else {
                        distance(word, term)
                    };
                    (distance > 0 && distance <= most).then(|| (distance, term.clone()))
                })
                .collect();
            let least = near.iter().map(|held| held.0).min();
            near.retain(|held| Some(held.0) == least);
            near.sort_by_key(|held| std::cmp::Reverse(self.count(&held.1)));
            near
        };
        let mut found = near(if letters >= 8 { 2 } else { 1 }, false);
        if found.is_empty() && open {
            found = near(1, true);
        }
        found.retain(|(_, term)| self.count(term) > there && !place.terms.contains(term));
        found.truncate(16);
        for (at, (_, term)) in found.into_iter().enumerate() {
            if at < 5 {
                place.terms.extend(self.forms(&term, Kind::Word, false));
            }
            place.terms.insert(term);
        }
    }

    fn sequence(&self, places: &[Place], field: Option<Field>) -> Docs {
        let Some((first, rest)) = places.split_first() else {
            return Docs::new();
        };
        let stands = |read: &Read| {
            read.iter()
                .filter(|token| first.terms.contains(&token.0))
                .any(|token| {
                    rest.iter().all(|place| {
                        let at = token.1 + place.offset;
                        read.iter()
                            .any(|other| other.1 == at && place.terms.contains(&other.0))
                    })
                })
        };
        (0..)
            .zip(&self.docs)
            .filter(|(_, texts)| {
                let mut fitting = texts
                    .iter()
                    .filter(|(held, _)| field.is_none_or(|field| field == *held));
                fitting.any(|(_, read)| stands(read))
            })
            .map(|(document, _)| document)
            .collect()
    }
}

fn soft(clause: &Clause) -> bool {
    !clause.unwanted
        && clause.field.is_none()
        && matches!(clause.what, What::Word(_) | What::Prefix(_))
}

fn function(clause: &Clause, is_function: &dyn Fn(&str) -> bool) -> bool {
    matches!(&clause.what, What::Word(word) if is_function(&word.to_lowercase()))
}

/// Optimal string alignment: the whole table.
pub fn distance(one: &str, other: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let mut least = (table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                least = least.min(table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]));
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()][b.len()]
}
