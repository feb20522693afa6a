//! From what was typed to a query. Never fails: what makes no sense as an
//! operator is taken as words, and a [`Remark`] says so.
//!
//! The language is described in `docs/query-language.md`.

use crate::Field;
use crate::query::{Clause, Day, Query, Span, What};
use crate::scan;

/// Something odd in what was typed, and where (bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    /// What is odd.
    pub kind: Odd,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// What can be odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// A quotation mark has no partner; the phrase runs to the end.
    Unclosed,
    /// `OR` without something on both sides; left out.
    Dangling,
    /// `title:` and the like with nothing after it; left out.
    Empty,
    /// Not a date; taken as words.
    NotADate,
    /// A symbol by itself; left out.
    Symbol,
    /// Only what is not wanted was named, so everything else is found.
    OnlyUnwanted,
}

/// Reads a query. The last word counts as the beginning of a word unless a
/// space or something else follows it: somebody is still typing.
#[must_use]
pub fn parse(text: &str) -> (Query, Vec<Remark>) {
    let mut parser = Parser {
        text,
        at: 0,
        query: Query::default(),
        remarks: Vec::new(),
        choice: None,
    };
    while parser.piece() {}
    if let Some((start, end)) = parser.choice {
        parser.remark(Odd::Dangling, start, end);
    }
    let groups = &parser.query.groups;
    let unwanted = |group: &Vec<Clause>| group.iter().all(|clause| clause.unwanted);
    if !groups.is_empty() && groups.iter().all(unwanted) {
        parser.remark(Odd::OnlyUnwanted, 0, text.len());
    }
    (parser.query, parser.remarks)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    query: Query,
    remarks: Vec<Remark>,
    /// Where an `OR` stands whose right side is awaited.
    choice: Option<(usize, usize)>,
}

/// Names of fields, and of what looks like one.
const NAMES: &str = "title:headline:summary:body:text:topic:tag:author:by:year:date:before:after:";
/// What each of them means.
const MEANT: [Name; 13] = [
    Name::Of(Field::Headline),
    Name::Of(Field::Headline),
    Name::Of(Field::Summary),
    Name::Of(Field::Body),
    Name::Of(Field::Body),
    Name::Of(Field::Topics),
    Name::Of(Field::Topics),
    Name::Of(Field::Authors),
    Name::Of(Field::Authors),
    Name::During,
    Name::During,
    Name::Before,
    Name::After,
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Of(Field),
    During,
    Before,
    After,
}

/// What characters are to a query, a bit each.
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const SPACE: u8 = 4;
const QUOTE: u8 = 8;
/// Symbols that say something beside a word. Others (dots, commas, brackets,
/// hyphens, apostrophes) are how sentences are written.
const SYMBOL: u8 = 16;
const DOT: u8 = 32;
const STAR: u8 = 64;
const OTHER: u8 = 128;
/// What words are made of.
const WORD: u8 = LETTER | DIGIT;

fn sort(character: char) -> u8 {
    match character {
        '0'..='9' => DIGIT,
        '.' => DOT,
        '*' => STAR,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' => QUOTE,
        '+' | '#' | '/' | '=' | '<' | '>' | '&' | '|' | '%' | '$' | '€' | '£' | '@' | '^' | '~'
        | '\\' | '§' | '°' => SYMBOL,
        _ if character.is_alphanumeric() => LETTER,
        _ if character.is_whitespace() => SPACE,
        _ => OTHER,
    }
}

/// Where the first character of one of these sorts begins; the end when there
/// is none.
fn find(text: &str, sorts: u8) -> usize {
    let mut rest = text.chars();
    loop {
        let at = text.len() - rest.as_str().len();
        match rest.next() {
            Some(character) if sort(character) & sorts == 0 => {}
            _ => return at,
        }
    }
}

/// Where the last character of one of these sorts ends; the beginning when there
/// is none.
fn find_last(text: &str, sorts: u8) -> usize {
    let mut rest = text.chars();
    loop {
        let end = rest.as_str().len();
        match rest.next_back() {
            Some(character) if sort(character) & sorts == 0 => {}
            _ => return end,
        }
    }
}

/// Whether there is a character of one of these sorts.
fn holds(text: &str, sorts: u8) -> bool {
    find(text, sorts) < text.len()
}

/// Whether a text begins with a character of one of these sorts.
fn begins(text: &str, sorts: u8) -> bool {
    scan::begins(text).is_some_and(|c| sort(c) & sorts != 0)
}

/// Whether a text ends with a character of one of these sorts.
fn ends(text: &str, sorts: u8) -> bool {
    scan::ends(text).is_some_and(|c| sort(c) & sorts != 0)
}

impl<'a> Parser<'a> {
    fn remark(&mut self, kind: Odd, start: usize, end: usize) {
        self.remarks.push(Remark { kind, start, end });
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Takes characters up to one of these sorts.
    fn take(&mut self, sorts: u8) -> &'a str {
        let rest = self.rest();
        let end = find(rest, sorts);
        self.at += end;
        &rest[..end]
    }

    /// Goes on to what is left of the text.
    fn go_to(&mut self, rest: &str) {
        self.at = self.text.len() - rest.len();
    }

    /// Reads one piece; false at the end.
    fn piece(&mut self) -> bool {
        self.take(!SPACE);
        let start = self.at;
        if self.rest().is_empty() {
            return false;
        }
        let mut unwanted = false;
        let bare = self.rest();
        let word = &bare[..find(bare, SPACE)];
        match word {
            "OR" => {
                self.at += word.len();
                if self.query.groups.is_empty() || self.choice.is_some() {
                    self.remark(Odd::Dangling, start, self.at);
                } else {
                    self.choice = Some((start, self.at));
                }
                return true;
            }
            // All words are wanted anyway.
            "AND" => {
                self.at += word.len();
                return true;
            }
            "NOT" if word.len() < find_last(bare, !SPACE) => {
                self.at += word.len();
                self.take(!SPACE);
                unwanted = true;
            }
            _ => {}
        }
        let mut signed = self.rest().chars();
        if let Some('-' | '−') = signed.next() {
            unwanted = true;
            self.go_to(signed.as_str());
        }
        self.go_to(unsigned(lead(self.rest())));
        let name = self.name();
        let what = if begins(self.rest(), QUOTE) {
            self.quoted(name)
        } else {
            self.bare(name, start)
        };
        if let Some(what) = what {
            let field = match name {
                Some(Name::Of(field)) => Some(field),
                _ => None,
            };
            let clause = Clause {
                unwanted,
                field,
                what,
            };
            match (self.choice.take(), self.query.groups.last_mut()) {
                (Some(_), Some(group)) => group.push(clause),
                _ => self.query.groups.push(vec![clause]),
            }
        }
        true
    }

    /// The name of a field, taken.
    fn name(&mut self) -> Option<Name> {
        let (name, rest) = split_name(self.rest())?;
        self.go_to(rest);
        Some(name)
    }

    fn quoted(&mut self, name: Option<Name>) -> Option<What> {
        let start = self.at;
        let rest = self.rest();
        let mut inner = rest.chars();
        inner.next();
        let inner = inner.as_str();
        let end = find(inner, QUOTE);
        let text = &inner[..end];
        let mut after = inner[end..].chars();
        if after.next().is_none() {
            self.remark(Odd::Unclosed, start, self.text.len());
        }
        self.go_to(after.as_str());
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if let Some(name) = name
            && !matches!(name, Name::Of(_))
        {
            match read_days(name, text) {
                Some(span) => return Some(What::Days(span)),
                None => self.remark(Odd::NotADate, start, self.at),
            }
        }
        Some(quoted(text))
    }

    fn bare(&mut self, name: Option<Name>, start: usize) -> Option<What> {
        let from = self.at;
        let mut piece = self.take(SPACE | QUOTE);
        let end = from + piece.len();
        let typing = self.rest().is_empty();
        match name {
            Some(Name::Of(_)) | None => {}
            Some(days) => {
                if let Some(span) = read_days(days, trim(piece)) {
                    return Some(What::Days(span));
                }
                if !trim(piece).is_empty() {
                    self.remark(Odd::NotADate, start, self.at);
                }
                piece = words_of(piece);
            }
        }
        let Some(what) = read_bare(piece) else {
            let odd = if name.is_some() {
                Odd::Empty
            } else {
                Odd::Symbol
            };
            if start < self.at {
                self.remark(odd, start, self.at);
            }
            return None;
        };
        Some(match what {
            What::Word(word) if typing && self.text.len() == end && ends(piece, WORD) => {
                What::Prefix(word)
            }
            // An operator in brackets is a word, and printed as one.
            What::Word(word) if matches!(word.as_str(), "OR" | "AND" | "NOT") => {
                What::Word(word.to_ascii_lowercase())
            }
            what => what,
        })
    }
}

/// The name of a field before a text.
fn split_name(text: &str) -> Option<(Name, &str)> {
    let mut names = NAMES;
    for meant in MEANT {
        let (name, after) = names.split_at_checked(names.find(':')? + 1)?;
        if let Some((head, rest)) = text.split_at_checked(name.len())
            && head.eq_ignore_ascii_case(name)
        {
            return Some((meant, rest));
        }
        names = after;
    }
    None
}

/// What is left of something that was to be a date and is words: without more
/// names before it.
fn words_of(mut piece: &str) -> &str {
    loop {
        let led = lead(piece);
        piece = unsigned(led);
        if piece.len() == led.len() {
            match split_name(piece) {
                Some((_, rest)) => piece = rest,
                None => return piece,
            }
        }
    }
}

/// A text without the plus before a word: an old way to say that it is wanted.
fn unsigned(text: &str) -> &str {
    match text.strip_prefix('+') {
        Some(rest) if begins(rest, WORD) => rest,
        _ => text,
    }
}

/// A quoted text: a phrase, or characters as they stand if symbols are among
/// them or nothing else is.
fn quoted(text: &str) -> What {
    if holds(text, SYMBOL) || !holds(text, WORD) {
        What::Literal(text.to_owned())
    } else {
        What::Phrase(text.to_owned())
    }
}

/// A text without the punctuation before it. Two dots before a date are an open
/// range.
fn lead(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = &rest[find(rest, WORD | SYMBOL | QUOTE | SPACE | DOT)..];
        let after = &rest[find(rest, !DOT)..];
        let range = after.len() + 2 == rest.len() && begins(after, DIGIT);
        if range || after.len() == rest.len() {
            return rest;
        }
        rest = after;
    }
}

/// A piece without the punctuation around it.
fn trim(piece: &str) -> &str {
    let piece = lead(piece);
    let piece = &piece[..find_last(piece, WORD | SYMBOL | STAR | DOT)];
    let inner = &piece[..find_last(piece, WORD | SYMBOL)];
    // Dots at the end belong to a range alone, an asterisk to a beginning.
    let range = piece.ends_with("..") && ends(inner, DIGIT);
    let begin = piece.ends_with('*') && inner.len() + 1 == piece.len();
    if range || begin { piece } else { inner }
}

/// A piece that is not quoted and has no field; none when there is nothing in it.
pub(crate) fn read_bare(piece: &str) -> Option<What> {
    let piece = trim(piece);
    if split_range(piece).is_some()
        && let Some(span) = read_days(Name::During, piece)
    {
        return Some(What::Days(span));
    }
    let piece = unsigned(piece);
    if holds(piece, SYMBOL) {
        let many = piece.chars().nth(1).is_some();
        return many.then(|| What::Literal(piece.to_owned()));
    }
    let begin = piece.strip_suffix('*');
    let word = begin.unwrap_or(piece);
    if !holds(word, WORD) {
        return None;
    }
    let word = word.to_owned();
    Some(if begin.is_some() {
        What::Prefix(word)
    } else {
        What::Word(word)
    })
}

/// What stands before and after the first two dots.
fn split_range(text: &str) -> Option<(&str, &str)> {
    let at = text.as_bytes().windows(2).position(|two| two == b"..")?;
    Some((text.get(..at)?, text.get(at + 2..)?))
}

fn read_days(name: Name, text: &str) -> Option<Span> {
    match name {
        Name::Before => read_day(text).map(Span::Before),
        Name::After => read_day(text).map(Span::After),
        _ => {
            let Some((from, to)) = split_range(text) else {
                let day = read_day(text)?;
                return Some(Span::Through(Some(day), Some(day)));
            };
            let end = |text: &str| match text {
                "" => Some(None),
                _ => read_day(text).map(Some),
            };
            let (from, to) = (end(from)?, end(to)?);
            (from.is_some() || to.is_some()).then_some(Span::Through(from, to))
        }
    }
}

/// `2003`, `2003-05` or `2003-05-07`.
fn read_day(text: &str) -> Option<Day> {
    let mut parts = [0_u16; 3];
    let mut part = 0;
    for (at, byte) in text.bytes().enumerate() {
        match (at, byte) {
            (4 | 7, b'-') => part += 1,
            (0..=3 | 5..=6 | 8..=9, b'0'..=b'9') => {
                let number = parts.get_mut(part)?;
                *number = *number * 10 + u16::from(byte - b'0');
            }
            _ => return None,
        }
    }
    let [year, month, day] = parts;
    let sound = match text.len() {
        4 => true,
        7 => (1..=12).contains(&month),
        10 => (1..=12).contains(&month) && (1..=31).contains(&day),
        _ => false,
    };
    sound.then_some(Day {
        year,
        month: month as u8,
        day: day as u8,
    })
}
