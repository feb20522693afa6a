//! From what was typed to a query. Never fails: what makes no sense as an
//! operator is taken as words, and a [`Remark`] says so.
//!
//! The language is described in `docs/query-language.md`.

use crate::Field;
use crate::query::{Clause, Day, Query, Span, What};

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
    if !groups.is_empty() && groups.iter().flatten().all(|clause| clause.unwanted) {
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
const FIELDS: [(&str, Name); 13] = [
    ("title:", Name::Of(Field::Headline)),
    ("headline:", Name::Of(Field::Headline)),
    ("summary:", Name::Of(Field::Summary)),
    ("body:", Name::Of(Field::Body)),
    ("text:", Name::Of(Field::Body)),
    ("topic:", Name::Of(Field::Topics)),
    ("tag:", Name::Of(Field::Topics)),
    ("author:", Name::Of(Field::Authors)),
    ("by:", Name::Of(Field::Authors)),
    ("year:", Name::During),
    ("date:", Name::During),
    ("before:", Name::Before),
    ("after:", Name::After),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Of(Field),
    During,
    Before,
    After,
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

/// Symbols that say something beside a word. Others (dots, commas, brackets,
/// hyphens, apostrophes) are how sentences are written.
fn is_symbol(character: char) -> bool {
    matches!(
        character,
        '+' | '#'
            | '/'
            | '='
            | '<'
            | '>'
            | '&'
            | '|'
            | '%'
            | '$'
            | '€'
            | '£'
            | '@'
            | '^'
            | '~'
            | '\\'
            | '§'
            | '°'
    )
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric()
}

impl<'a> Parser<'a> {
    fn remark(&mut self, kind: Odd, start: usize, end: usize) {
        self.remarks.push(Remark { kind, start, end });
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Takes characters while they are so.
    fn take(&mut self, so: &dyn Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !so(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Reads one piece; false at the end.
    fn piece(&mut self) -> bool {
        self.take(&char::is_whitespace);
        let start = self.at;
        if self.rest().is_empty() {
            return false;
        }
        let mut unwanted = false;
        let bare = self.rest();
        let word = &bare[..bare.find(char::is_whitespace).unwrap_or(bare.len())];
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
            "NOT" if word.len() < bare.trim_end().len() => {
                self.at += word.len();
                self.take(&char::is_whitespace);
                unwanted = true;
            }
            _ => {}
        }
        if let Some(signed) = self.rest().strip_prefix(['-', '−']) {
            unwanted = true;
            self.at = self.text.len() - signed.len();
        }
        self.at = self.text.len() - lead(self.rest()).len();
        if let Some(rest) = self.rest().strip_prefix('+')
            && rest.starts_with(is_letter)
        {
            // `+word` is an old way to say that it is wanted.
            self.at += 1;
        }
        let name = self.name();
        let quoted = self.rest().starts_with(is_quote);
        let what = if quoted {
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
        self.at = self.text.len() - rest.len();
        Some(name)
    }

    fn quoted(&mut self, name: Option<Name>) -> Option<What> {
        let start = self.at;
        let rest = self.rest();
        let open = rest.chars().next().map_or(0, char::len_utf8);
        let inner = &rest[open..];
        let text = if let Some(end) = inner.find(is_quote) {
            let close = inner[end..].chars().next().map_or(0, char::len_utf8);
            self.at += open + end + close;
            &inner[..end]
        } else {
            self.at = self.text.len();
            self.remark(Odd::Unclosed, start, self.text.len());
            inner
        };
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
        let mut piece = self.take(&|c| !c.is_whitespace() && !is_quote(c));
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
            What::Word(word) if typing && self.text.len() == end && piece.ends_with(is_letter) => {
                What::Prefix(word)
            }
            // An operator in brackets is a word, and printed as one.
            What::Word(word) if ["OR", "AND", "NOT"].contains(&word.as_str()) => {
                What::Word(word.to_ascii_lowercase())
            }
            what => what,
        })
    }
}

/// The name of a field before a text.
fn split_name(text: &str) -> Option<(Name, &str)> {
    FIELDS.into_iter().find_map(|(written, name)| {
        let (head, rest) = text.split_at_checked(written.len())?;
        head.eq_ignore_ascii_case(written).then_some((name, rest))
    })
}

/// What is left of something that was to be a date and is words: without more
/// names before it.
fn words_of(mut piece: &str) -> &str {
    loop {
        piece = lead(piece);
        match (piece.strip_prefix('+'), split_name(piece)) {
            (Some(rest), _) if rest.starts_with(is_letter) => piece = rest,
            (_, Some((_, rest))) => piece = rest,
            _ => return piece,
        }
    }
}

/// A quoted text: a phrase, or characters as they stand if symbols are among
/// them or nothing else is.
fn quoted(text: &str) -> What {
    if text.contains(is_symbol) || !text.contains(is_letter) {
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
        rest = rest.trim_start_matches(|c| {
            !is_letter(c) && !is_symbol(c) && !is_quote(c) && !c.is_whitespace() && c != '.'
        });
        let after = rest.trim_start_matches('.');
        let range =
            after.len() + 2 == rest.len() && after.starts_with(|c: char| c.is_ascii_digit());
        if range || after.len() == rest.len() {
            return rest;
        }
        rest = after;
    }
}

/// A piece without the punctuation around it.
fn trim(piece: &str) -> &str {
    let piece = lead(piece);
    let piece = piece.trim_end_matches(|c| !is_letter(c) && !is_symbol(c) && c != '*' && c != '.');
    let inner = piece.trim_end_matches(|c| !is_letter(c) && !is_symbol(c));
    // Dots at the end belong to a range alone, an asterisk to a beginning.
    let range = piece.ends_with("..") && inner.ends_with(|c: char| c.is_ascii_digit());
    let begin = piece.ends_with('*') && inner.len() + 1 == piece.len();
    if range || begin { piece } else { inner }
}

/// A piece that is not quoted and has no field; none when there is nothing in it.
pub(crate) fn read_bare(piece: &str) -> Option<What> {
    let piece = trim(piece);
    if let Some(span) = read_days(Name::During, piece).filter(|_| piece.contains("..")) {
        return Some(What::Days(span));
    }
    let piece = match piece.strip_prefix('+') {
        Some(rest) if rest.starts_with(is_letter) => rest,
        _ => piece,
    };
    if piece.contains(is_symbol) {
        let many = piece.chars().nth(1).is_some();
        return many.then(|| What::Literal(piece.to_owned()));
    }
    if let Some(begin) = piece.strip_suffix('*') {
        return begin
            .contains(is_letter)
            .then(|| What::Prefix(begin.to_owned()));
    }
    piece
        .contains(is_letter)
        .then(|| What::Word(piece.to_owned()))
}

fn read_days(name: Name, text: &str) -> Option<Span> {
    match name {
        Name::Before => read_day(text).map(Span::Before),
        Name::After => read_day(text).map(Span::After),
        _ => {
            let Some((from, to)) = text.split_once("..") else {
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
    let mut parts = text.split('-');
    let mut number = |len: usize| -> Option<Option<u16>> {
        let Some(part) = parts.next() else {
            return Some(None);
        };
        let digits = part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok())
    };
    let year = number(4)??;
    let month = number(2)?;
    let day = number(2)?;
    if parts.next().is_some() {
        return None;
    }
    let month_ok = month.is_none_or(|month| (1..=12).contains(&month));
    let day_ok = day.is_none_or(|day| (1..=31).contains(&day));
    (month_ok && day_ok).then(|| Day {
        year,
        month: month.unwrap_or(0) as u8,
        day: day.unwrap_or(0) as u8,
    })
}
