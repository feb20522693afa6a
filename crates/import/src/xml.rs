//! XML as it is found: events from mark-up that may be broken.
//!
//! quick-xml cuts the text into tags and what is between them. Around it stands
//! what feeds need and it rightly refuses: an element that is never closed ends
//! where its surroundings do, an end without a beginning is passed over, a `<`
//! that begins nothing is text, and HTML's entities stand for what they mean.
//! Everything is a slice of the text, so every event knows its place.

mod attributes;
mod entity;
mod field;
mod space;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event as Raw;

use crate::problem::Kind;

pub use attributes::{attribute, attributes};
pub use field::Content;
pub use space::{ARCHIVE, Space};
use space::{space, usual};

/// Prefixes and their meanings beyond this are no feed's.
const MOST_PREFIXES: usize = 64;

/// One field with more faults than this has one cause; whoever reads events
/// takes the problems away after each.
const MOST_PROBLEMS: usize = 1_000;

/// The reader remembers every element that is not closed, with its name, though
/// nobody asks; after so many it is begun anew.
const MOST_OPENED: u32 = 10_000;

/// An element's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'a> {
    /// What it belongs to.
    pub space: Space,
    /// Without its prefix.
    pub local: &'a str,
    /// As written.
    pub whole: &'a str,
}

/// Something in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event<'a> {
    /// An element begins: its name, its attributes as written, and whether it
    /// ends at once.
    Open(Name<'a>, &'a str, bool),
    /// An element ends.
    Close(Name<'a>),
    /// Text as written, with entities; or as it stands in a CDATA section.
    Text(&'a str, bool),
}

/// Reads events.
pub struct Xml<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// Where in the text the reader was begun.
    from: usize,
    /// Where the event last read begins.
    at: usize,
    spaces: HashMap<&'a str, Space>,
    /// How many elements began since the reader did.
    opened: u32,
    /// Mark-up of these kinds is not ended before the end of the text: looking
    /// again each time would take for ever.
    endless: Vec<&'static str>,
    /// Problems with their offsets.
    pub problems: Vec<(usize, Kind)>,
}

/// What mark-up begins with, and what ends it.
const ENDS: &[(&str, &str)] = &[
    ("<!--", "-->"),
    ("<![CDATA[", "]]>"),
    ("<?", "?>"),
    ("<", ">"),
];

impl<'a> Xml<'a> {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            reader: reader(text),
            from: 0,
            at: 0,
            spaces: HashMap::new(),
            opened: 0,
            endless: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Where the event last read begins.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Where the next event begins.
    #[must_use]
    pub fn position(&self) -> usize {
        let read = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        // A byte order mark is passed over by the reader and not counted.
        self.text
            .ceil_char_boundary((self.from + read).min(self.text.len()))
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    fn problem(&mut self, at: usize, kind: Kind) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push((at, kind));
        }
    }

    fn begin_at(&mut self, at: usize) {
        let at = self.text.ceil_char_boundary(at);
        self.from = at;
        self.opened = 0;
        self.reader = reader(&self.text[at..]);
    }

    /// The next event.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Option<Event<'a>> {
        loop {
            let start = self.position();
            self.at = start;
            if self.opened >= MOST_OPENED {
                self.begin_at(start);
            }
            let rest = &self.text[start..];
            if let Some(kind) = self.endless_at(rest) {
                self.begin_at(start + kind.len());
                return Some(Event::Text(kind, true));
            }
            let begins = rest.strip_prefix('<').is_some_and(|after| {
                after.starts_with(|c: char| {
                    c.is_alphabetic() || matches!(c, '/' | '!' | '?' | '_' | ':')
                })
            });
            if rest.starts_with('<') && !begins {
                self.problem(start, Kind::Syntax);
                self.begin_at(start + 1);
                return Some(Event::Text("<", true));
            }
            let raw = match self.reader.read_event() {
                Ok(raw) => raw,
                Err(_) => return self.recover(start, rest),
            };
            let end = self.position();
            let slice = &self.text[start..end];
            match raw {
                Raw::Start(tag) => {
                    let length = tag.name().as_ref().len();
                    self.opened += 1;
                    return Some(self.open(slice, length, false));
                }
                Raw::Empty(tag) => {
                    let length = tag.name().as_ref().len();
                    return Some(self.open(slice, length, true));
                }
                Raw::End(_) => {
                    let name = slice.trim_start_matches("</").trim_end_matches('>').trim();
                    return Some(Event::Close(self.name(name)));
                }
                Raw::Text(_) | Raw::GeneralRef(_) => return Some(Event::Text(slice, false)),
                Raw::CData(_) => {
                    let inner = slice
                        .strip_prefix("<![CDATA[")
                        .and_then(|rest| rest.strip_suffix("]]>"));
                    return Some(Event::Text(inner.unwrap_or(slice), true));
                }
                Raw::Eof if end < self.text.len() => return self.recover(start, rest),
                Raw::Eof => return None,
                _ if end == start => return self.recover(start, rest),
                _ => {}
            }
        }
    }

    /// Takes what could not be read as text and goes on after it.
    fn recover(&mut self, start: usize, rest: &'a str) -> Option<Event<'a>> {
        if rest.is_empty() {
            return None;
        }
        let kind = ENDS.iter().find(|(kind, _)| rest.starts_with(kind));
        let mut taken = rest.chars().next().map_or(1, char::len_utf8);
        if let Some((kind, end)) = kind {
            taken = kind.len();
            if !rest.contains(end) && !self.endless.contains(kind) {
                self.endless.push(kind);
                self.problem(start, Kind::CutShort);
            } else {
                self.problem(start, Kind::Syntax);
            }
        }
        self.begin_at(start + taken);
        Some(Event::Text(&rest[..taken], true))
    }

    fn endless_at(&self, rest: &str) -> Option<&'static str> {
        let kind = ENDS.iter().find(|(kind, _)| rest.starts_with(kind))?.0;
        self.endless.contains(&kind).then_some(kind)
    }

    fn open(&mut self, slice: &'a str, length: usize, empty: bool) -> Event<'a> {
        let inner = slice.trim_start_matches('<').trim_end_matches('>');
        let inner = inner.strip_suffix('/').filter(|_| empty).unwrap_or(inner);
        let name = inner.get(..length).unwrap_or(inner);
        let attributes = inner.get(length..).unwrap_or_default();
        if attributes.contains("xmlns") {
            for (name, value) in self::attributes(attributes) {
                if let Some(prefix) = name.strip_prefix("xmlns:")
                    && self.spaces.len() < MOST_PREFIXES
                {
                    self.spaces.insert(prefix, space(value));
                }
            }
        }
        Event::Open(self.name(name), attributes, empty)
    }

    fn name(&self, whole: &'a str) -> Name<'a> {
        let Some((prefix, local)) = whole.split_once(':') else {
            return Name {
                space: Space::Plain,
                local: whole,
                whole,
            };
        };
        let space = self
            .spaces
            .get(prefix)
            .copied()
            .unwrap_or_else(|| usual(prefix));
        Name {
            space,
            local,
            whole,
        }
    }
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    config.check_comments = false;
    reader
}
