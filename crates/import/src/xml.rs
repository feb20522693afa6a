//! XML as it is found: events from mark-up that may be broken.
//!
//! quick-xml cuts the text into tags and what is between them. Around it stands
//! what feeds need and it rightly refuses: an element that is never closed ends
//! where its surroundings do, an end without a beginning is passed over, a `<`
//! that begins nothing is text, and HTML's entities stand for what they mean.
//! Everything is a slice of the text, so every event knows its place.

mod entity;

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event as Raw;

use crate::problem::{Kind, quoted};

pub use entity::decode;

/// Prefixes and their meanings beyond this are no feed's.
const MOST_PREFIXES: usize = 64;

/// One field with more faults than this has one cause; whoever reads events
/// takes the problems away after each.
const MOST_PROBLEMS: usize = 1_000;

/// What feeds put their elements into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// RSS without a prefix, or RDF's, or Atom's: told apart by the root.
    Plain,
    /// Atom inside RSS.
    Atom,
    /// RDF.
    Rdf,
    /// Dublin Core, elements or terms.
    Dublin,
    /// RSS's module for whole articles.
    Content,
    /// WordPress's exports.
    WordPress,
    /// WordPress's summaries.
    Excerpt,
    /// Our own: what feeds cannot say of archives.
    Archive,
    /// Any other.
    Other,
}

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
        self.reader = reader(&self.text[at..]);
    }

    /// The next event.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Option<Event<'a>> {
        loop {
            let start = self.position();
            self.at = start;
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

    /// Everything up to the end of the element just opened, taken for the
    /// content of a field: its text, or HTML when elements stand in it.
    ///
    /// It ends at its own end tag, or where one of the names in `within` begins
    /// or ends: then it was not closed.
    pub fn content(&mut self, name: Name<'a>, within: &[&str]) -> Content {
        let begin = self.at();
        let from = self.position();
        let mut text = String::new();
        let mut markup = None;
        let mut depth = 0_usize;
        let mut closed = false;
        let mut end = from;
        loop {
            let before = self.position();
            let Some(event) = self.next() else { break };
            match event {
                Event::Open(inner, _, false) if inner.whole == name.whole => depth += 1,
                Event::Close(inner) if inner.whole == name.whole => {
                    if depth == 0 {
                        closed = true;
                        break;
                    }
                    depth -= 1;
                }
                Event::Open(inner, ..) | Event::Close(inner) if within.contains(&inner.whole) => {
                    self.begin_at(before);
                    break;
                }
                Event::Open(..) => markup = markup.or(Some(before)),
                Event::Close(_) => {}
                Event::Text(slice, true) => text.push_str(slice),
                Event::Text(slice, false) => self.push_decoded(&mut text, slice, before),
            }
            end = self.position();
        }
        if !closed {
            self.problem(begin, Kind::Unclosed(quoted(name.whole)));
        }
        Content {
            text,
            markup,
            span: (from, end),
        }
    }

    fn push_decoded(&mut self, text: &mut String, slice: &str, at: usize) {
        if let Some(unknown) = entity::push(text, slice) {
            let known = |(_, kind): &(usize, Kind)| *kind == Kind::UnknownEntity(unknown.clone());
            if !self.problems.iter().rev().take(8).any(known) {
                self.problem(at, Kind::UnknownEntity(unknown));
            }
        }
    }

    /// Passes over the element just opened, up to its end or where one of the
    /// names in `within` begins or ends.
    pub fn skip(&mut self, name: Name<'a>, within: &[&str]) {
        let mut depth = 0_usize;
        loop {
            let before = self.position();
            match self.next() {
                None => return,
                Some(Event::Open(inner, ..) | Event::Close(inner))
                    if within.contains(&inner.whole) =>
                {
                    return self.begin_at(before);
                }
                Some(Event::Open(inner, _, false)) if inner.whole == name.whole => depth += 1,
                Some(Event::Close(inner)) if inner.whole == name.whole => {
                    if depth == 0 {
                        return;
                    }
                    depth -= 1;
                }
                _ => {}
            }
        }
    }
}

/// What stood in an element.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// Its text, decoded once.
    pub text: String,
    /// Where its first element stands, if it has any.
    pub markup: Option<usize>,
    /// From where to where its content goes.
    pub span: (usize, usize),
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

/// The attributes of a tag, as forgivingly as they are written.
pub fn attributes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest
                .find(|c: char| c.is_whitespace() || c == '=')
                .unwrap_or(rest.len());
            let name = &rest[..end];
            let after = rest[end..].trim_start();
            let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
                rest = if end == 0 {
                    &rest[rest.chars().next().map_or(1, char::len_utf8)..]
                } else {
                    &rest[end..]
                };
                if end == 0 {
                    continue;
                }
                return Some((name, ""));
            };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, left) = match quote {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            };
            rest = left;
            if !name.is_empty() {
                return Some((name, value));
            }
        }
    })
}

/// The decoded value of an attribute.
#[must_use]
pub fn attribute(text: &str, name: &str) -> Option<String> {
    attributes(text)
        .find(|(found, _)| *found == name)
        .map(|(_, value)| decode(value))
}

/// What a namespace's address means; its version does not matter.
fn space(address: &str) -> Space {
    let address = address.trim();
    for (start, space) in [
        ("http://www.w3.org/2005/Atom", Space::Atom),
        ("http://purl.org/atom/ns", Space::Atom),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", Space::Rdf),
        ("http://purl.org/dc/", Space::Dublin),
        ("http://purl.org/rss/1.0/modules/content", Space::Content),
        ("http://purl.org/rss/1.0/modules/", Space::Other),
        ("http://purl.org/rss/", Space::Plain),
        ("http://my.netscape.com/rdf/", Space::Plain),
        ("http://channel.netscape.com/rdf/", Space::Plain),
        (ARCHIVE, Space::Archive),
    ] {
        if address.starts_with(start) {
            return space;
        }
    }
    match address.strip_prefix("http://wordpress.org/export/") {
        Some(rest) if rest.contains("excerpt") => Space::Excerpt,
        Some(_) => Space::WordPress,
        None => Space::Other,
    }
}

/// What our own feeds call their additions.
pub const ARCHIVE: &str = "urn:backissue:archive:1";

/// What a prefix usually means, when nobody says.
fn usual(prefix: &str) -> Space {
    match prefix {
        "atom" | "atom03" | "a10" => Space::Atom,
        "rdf" => Space::Rdf,
        "dc" | "dcterms" => Space::Dublin,
        "content" => Space::Content,
        "wp" => Space::WordPress,
        "excerpt" => Space::Excerpt,
        "rss" => Space::Plain,
        _ => Space::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, wanted: &str, problems: usize) {
        let mut xml = Xml::new(text);
        let mut seen = String::new();
        while let Some(event) = xml.next() {
            match event {
                Event::Open(name, _, empty) => {
                    seen += &format!("<{}{}>", name.whole, if empty { "/" } else { "" });
                }
                Event::Close(name) => seen += &format!("</{}>", name.whole),
                Event::Text(text, cdata) => {
                    seen += &if cdata { text.to_owned() } else { decode(text) }
                }
            }
        }
        assert_eq!(seen, wanted, "{text}");
        assert_eq!(xml.problems.len(), problems, "{text}: {:?}", xml.problems);
    }

    #[test]
    fn sound_xml() {
        check(
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a b='>'>c<d/>&amp;&eacute;&#8217;</a>",
            "<a>c<d/>&é’</a>",
            0,
        );
        check("<a><![CDATA[<b> & ]]><!-- c --></a >", "<a><b> & </a>", 0);
    }

    #[test]
    fn broken_xml() {
        check("<a>1 < 2 & 3</a>", "<a>1 < 2 & 3</a>", 1);
        check("<a></b></a></c>", "<a></b></a></c>", 0);
        check("<a><![CDATA[x</a>", "<a><![CDATA[x</a>", 1);
        check("<a><!-- x</a><b/>", "<a><!-- x</a><b/>", 1);
        check("<a>text", "<a>text", 0);
        check("<a><b c='d", "<a><b c='d", 1);
    }

    #[test]
    fn contents() {
        for (text, wanted, markup) in [
            ("<d>a &lt;b&gt; c</d>", "a <b> c", false),
            ("<d><![CDATA[a]]> b</d>", "a b", false),
            ("<d>a <b>c</b></d>", "a c", true),
            ("<d>a<d>b</d>c</d>x", "abc", false),
            ("<d>a</item>", "a", false),
            ("<d>a<item>b</d>", "a", false),
        ] {
            let mut xml = Xml::new(text);
            let Some(Event::Open(name, ..)) = xml.next() else {
                panic!("{text}")
            };
            let content = xml.content(name, &["item"]);
            assert_eq!(
                (content.text.as_str(), content.markup.is_some()),
                (wanted, markup),
                "{text}"
            );
        }
    }

    #[test]
    fn attributes_as_they_are_written() {
        let all = |text| {
            attributes(text)
                .map(|(a, b)| format!("{a}={b}"))
                .collect::<Vec<_>>()
                .join("|")
        };
        assert_eq!(all(" a=\"1 2\" b = '3' c=4 d"), "a=1 2|b=3|c=4|d=");
        assert_eq!(all(" a=\"1 b='2'"), "a=1 b='2'");
        assert_eq!(all("= =x"), "");
    }

    proptest! {
        #[test]
        fn every_text_ends(text in "(<|>|\u{FEFF}|<!--|-->|<!\\[CDATA\\[|\\]\\]>|</|<a|<a>|</a>|/>|&|;|\"|'|=|<!|<\\?|\\?>|é| |x){0,40}") {
            let mut xml = Xml::new(&text);
            let mut events = 0;
            while xml.next().is_some() {
                events += 1;
                prop_assert!(events <= text.len() + 1, "{text}");
            }
        }
    }
}
