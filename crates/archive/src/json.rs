//! A pull reader for JSON that forgives.
//!
//! The caller asks for the next name, entry or value and takes it straight
//! into its own types; there is no tree in between. What is not quite JSON is
//! read as meant and noted. The reader never goes back except where asked,
//! skips without recursion, and takes time in proportion to the text.
//!
//! It knows nothing of feeds.

mod string;

use crate::log::Log;
use crate::number::push_number;
use crate::{ProblemKind, Severity};
use std::borrow::Cow;

/// What kind of value stands next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    List,
    Text,
    /// A number, `true`, `false` or a bare word.
    Word,
    /// `null`, or nothing at all.
    Null,
}

/// A step from a value to one inside it.
#[derive(Clone, Copy)]
enum Step<'a> {
    /// As written, escapes and all.
    Name(&'a str),
    Entry(u32),
    /// Between two of them: at the object or list itself.
    Between,
}

/// What is due in a value that is moved over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// The first name or entry, or the closing bracket.
    First,
    Name,
    Colon,
    Value,
    /// A comma or the closing bracket.
    End,
}

impl Next {
    /// Whether a value may stand here: in an object, where it is `named`, or a list.
    fn is_value(self, named: bool) -> bool {
        self == Self::Value || self == Self::First && !named
    }
}

/// Whether a word is one of JSON's: a number (RFC 8259, section 6) or a literal.
fn is_word(word: &str) -> bool {
    // What the number has so far: nothing, its minus, a single zero, digits, the
    // point, digits after it, the `e`, its sign, its digits.
    let mut so_far = 0;
    for byte in word.bytes() {
        so_far = match (so_far, byte) {
            (0, b'-') => 1,
            (0 | 1, b'0') => 2,
            (0 | 1, b'1'..=b'9') | (3, b'0'..=b'9') => 3,
            (2 | 3, b'.') => 4,
            (4 | 5, b'0'..=b'9') => 5,
            (2 | 3 | 5, b'e' | b'E') => 6,
            (6, b'+' | b'-') => 7,
            (6..=8, b'0'..=b'9') => 8,
            _ => return matches!(word, "true" | "false" | "null"),
        };
    }
    matches!(so_far, 2 | 3 | 5 | 8)
}

/// The reader, at a place in the text.
pub(crate) struct Json<'a> {
    text: &'a str,
    at: usize,
    /// Brackets that will close what is open.
    open: Vec<u8>,
    path: Vec<Step<'a>>,
    pub(crate) log: Log,
    /// The text ended where more was due.
    pub(crate) cut: bool,
    /// Noted already, once for the whole file.
    comments: bool,
    blanks: bool,
    unquoted: bool,
    /// Where the last problem was noted: one with the notation besides is too many.
    slip: Option<usize>,
}

impl<'a> Json<'a> {
    pub(crate) fn new(text: &'a str, log: Log) -> Self {
        Self {
            text,
            at: 0,
            open: Vec::new(),
            path: Vec::new(),
            log,
            cut: false,
            comments: false,
            blanks: false,
            unquoted: false,
            slip: None,
        }
    }

    /// Where the reader is, in bytes.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Looks ahead and comes back as if nothing had been read or noted.
    pub(crate) fn peek(&mut self, look: fn(&mut Self) -> bool) -> bool {
        let mut ahead = Json::new(self.text, Log::default());
        ahead.at = self.at;
        look(&mut ahead)
    }

    /// Where the value that is being read stands, as a JSON Pointer.
    pub(crate) fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            if !matches!(step, Step::Between) {
                pointer.push('/');
            }
            match step {
                Step::Between => {}
                Step::Entry(entry) => push_number(&mut pointer, u64::from(*entry), 1),
                Step::Name(name) => {
                    for letter in name.chars() {
                        match letter {
                            '~' => pointer.push_str("~0"),
                            '/' => pointer.push_str("~1"),
                            _ => pointer.push(letter),
                        }
                    }
                }
            }
        }
        pointer
    }

    /// Notes a problem with what stands at `at`.
    pub(crate) fn note(&mut self, at: usize, severity: Severity, kind: ProblemKind) {
        self.slip = Some(at);
        // Pointers are not built for problems that will only be counted.
        if severity == Severity::Fatal || !self.log.is_full() {
            let pointer = self.pointer();
            self.log.note(at, pointer, severity, kind);
        }
    }

    fn repaired(&mut self, kind: ProblemKind) {
        if self.slip != Some(self.at) {
            self.note(self.at, Severity::Repaired, kind);
        }
    }

    /// A name or text at `at` without double quotation marks. A file that has
    /// one has them everywhere, so the first is told.
    fn unquoted(&mut self, at: usize) {
        if !self.unquoted && self.slip != Some(at) {
            self.unquoted = true;
            self.note(at, Severity::Repaired, ProblemKind::Unquoted);
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Moves over white space and comments.
    fn space(&mut self) {
        loop {
            match self.byte() {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(b'/') => {
                    let rest = &self.text[self.at..];
                    let length = if rest.starts_with("//") {
                        rest.find('\n').unwrap_or(rest.len())
                    } else if rest.starts_with("/*") {
                        rest.find("*/").map_or(rest.len(), |end| end + 2)
                    } else {
                        return;
                    };
                    if !self.comments {
                        self.comments = true;
                        self.repaired(ProblemKind::Comment);
                    }
                    self.at += length;
                }
                // A no-break space or mark between values is nobody's intention, nor
                // is a form feed, which ends a word and must not be left standing.
                Some(0x0C | 0xC2 | 0xE2 | 0xEF) => {
                    let rest = &self.text[self.at..];
                    match rest.chars().next() {
                        Some(mark @ ('\x0C' | '\u{A0}' | '\u{FEFF}' | '\u{2028}' | '\u{2029}')) => {
                            if !self.blanks {
                                self.blanks = true;
                                self.repaired(ProblemKind::Invisible);
                            }
                            self.at += mark.len_utf8();
                        }
                        _ => return,
                    }
                }
                _ => return,
            }
        }
    }

    /// What stands next. At the end of the text it is `Null`, and the text is cut.
    pub(crate) fn kind(&mut self) -> Kind {
        self.space();
        match self.byte() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b'"' | b'\'') => Kind::Text,
            Some(b'n') if self.text[self.at..].starts_with("null") => Kind::Null,
            Some(b',' | b'}' | b']' | b':') => Kind::Null,
            Some(_) => Kind::Word,
            None => {
                self.cut = true;
                Kind::Null
            }
        }
    }

    /// Steps into the object or list that stands next.
    pub(crate) fn enter(&mut self) {
        let closer = if self.byte() == Some(b'{') {
            b'}'
        } else {
            b']'
        };
        self.at += 1;
        self.open.push(closer);
    }

    /// The next name of the object stepped into, at its value; none at its end.
    ///
    /// `entries` counts what was read and starts at 0.
    pub(crate) fn name(&mut self, entries: &mut u32) -> Option<Cow<'a, str>> {
        loop {
            if !self.advance(entries) {
                return None;
            }
            let start = self.at;
            let (raw, name) = match self.byte() {
                Some(b'"' | b'\'') => {
                    let text = self.scan();
                    (text.raw, self.decode(text))
                }
                Some(b':') => {
                    self.unexpected();
                    continue;
                }
                _ => {
                    let word = self.word();
                    self.unquoted(start);
                    (word, Cow::Borrowed(word))
                }
            };
            if raw.is_empty() && self.at == start {
                // Neither name nor bracket: step over it, so as to get on.
                self.unexpected();
                continue;
            }
            if let Some(step) = self.path.last_mut() {
                *step = Step::Name(raw);
            }
            self.space();
            match self.byte() {
                Some(b':') => self.at += 1,
                None => self.cut = true,
                Some(_) => self.repaired(ProblemKind::MissingColon),
            }
            if self.kind() == Kind::Null && !self.cut && self.byte() != Some(b'n') {
                self.repaired(ProblemKind::MissingValue);
            }
            return Some(name);
        }
    }

    /// Whether the list stepped into has another entry, at which it then stands.
    pub(crate) fn entry(&mut self, entries: &mut u32) -> bool {
        loop {
            if !self.advance(entries) {
                return false;
            }
            if self.byte() == Some(b':') {
                self.unexpected();
                continue;
            }
            if let Some(step) = self.path.last_mut() {
                *step = Step::Entry(*entries - 1);
            }
            return true;
        }
    }

    /// Moves over commas to the next member; closes the object or list at its end.
    fn advance(&mut self, entries: &mut u32) -> bool {
        if *entries == 0 {
            self.path.push(Step::Between);
        } else if let Some(step) = self.path.last_mut() {
            *step = Step::Between;
        }
        let closer = self.open.last().copied().unwrap_or(b']');
        let mut comma = None;
        loop {
            self.space();
            match self.byte() {
                None => {
                    self.cut = true;
                    break;
                }
                Some(b',') => {
                    if comma.is_some() || *entries == 0 {
                        self.repaired(ProblemKind::ExtraComma);
                    }
                    comma = Some(self.at);
                    self.at += 1;
                }
                Some(found) if found == closer => {
                    if let (Some(at), 1..) = (comma, *entries) {
                        self.note(at, Severity::Repaired, ProblemKind::TrailingComma);
                    }
                    self.at += 1;
                    break;
                }
                Some(b'}' | b']') if self.closes_outer() => {
                    // The bracket of something further out: this one was forgotten.
                    self.repaired(ProblemKind::WrongBracket);
                    break;
                }
                Some(b'{') if closer == b'}' && self.open.len() > 1 => {
                    // An object where a name is due: the last one was not closed.
                    self.repaired(ProblemKind::WrongBracket);
                    break;
                }
                Some(b'}' | b']') => {
                    self.repaired(ProblemKind::WrongBracket);
                    self.at += 1;
                }
                Some(next) => {
                    if comma.is_none() && *entries > 0 {
                        let before = self.text[..self.at].trim_end();
                        let stray = next.is_ascii_alphabetic() && before.ends_with('"');
                        self.repaired(if stray {
                            ProblemKind::StrayQuote
                        } else {
                            ProblemKind::MissingComma
                        });
                    }
                    *entries = entries.saturating_add(1);
                    return true;
                }
            }
        }
        self.path.pop();
        self.open.pop();
        false
    }

    fn closes_outer(&self) -> bool {
        let outer = self.open.len().saturating_sub(1);
        self.byte()
            .is_some_and(|closer| self.open[..outer].contains(&closer))
    }

    fn unexpected(&mut self) {
        if let Some(letter) = self.text[self.at..].chars().next() {
            self.repaired(ProblemKind::Unexpected(letter));
            self.at += letter.len_utf8();
        }
    }

    /// The number or bare word that stands next, as written.
    pub(crate) fn word(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let ends = |c: char| {
            c.is_ascii_whitespace() || matches!(c, ',' | ':' | '{' | '}' | '[' | ']' | '"')
        };
        let word = &rest[..rest.find(ends).unwrap_or(rest.len())];
        self.at += word.len();
        if self.at == self.text.len() {
            self.cut = true;
        }
        word
    }

    /// Moves over the value that stands next, however deep, and notes the first
    /// thing in it that is not JSON.
    pub(crate) fn skip(&mut self) {
        let outer = self.open.len();
        let mut next = Next::Value;
        let mut told = false;
        loop {
            self.space();
            let at = self.at;
            let Some(byte) = self.byte() else {
                self.cut = true;
                break;
            };
            let holder = self.open.get(outer..).and_then(<[u8]>::last).copied();
            let named = holder == Some(b'}');
            let sound = match byte {
                b'}' | b']' | b',' | b':' if holder.is_none() => break,
                b'{' | b'[' => {
                    self.enter();
                    let sound = next.is_value(named);
                    next = Next::First;
                    sound
                }
                b'}' | b']' => {
                    self.at += 1;
                    self.open.pop();
                    holder == Some(byte)
                        && matches!(
                            std::mem::replace(&mut next, Next::End),
                            Next::First | Next::End
                        )
                }
                b',' | b':' => {
                    self.at += 1;
                    let due = if byte == b',' { Next::End } else { Next::Colon };
                    let then = if named && byte == b',' {
                        Next::Name
                    } else {
                        Next::Value
                    };
                    std::mem::replace(&mut next, then) == due
                }
                _ => {
                    let text = matches!(byte, b'"' | b'\'');
                    if text {
                        self.scan();
                    }
                    let word = text || is_word(self.word());
                    let name = named && text && matches!(next, Next::First | Next::Name);
                    let sound = name || word && next.is_value(named);
                    next = if name { Next::Colon } else { Next::End };
                    sound
                }
            };
            if !sound && !told && !self.cut && self.slip != Some(at) {
                told = true;
                let letter = self.text[at..].chars().next().unwrap_or_default();
                self.note(at, Severity::Repaired, ProblemKind::Unexpected(letter));
            }
            if self.open.len() == outer {
                break;
            }
        }
        self.open.truncate(outer);
    }

    /// Whether nothing but white space is left.
    pub(crate) fn at_end(&mut self) -> bool {
        self.space();
        self.at == self.text.len()
    }
}
