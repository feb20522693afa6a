//! Where the articles of an archive and their members stand in its text.
//!
//! A scanner that reads sound JSON once and keeps offsets and nothing else. Of
//! unsound JSON it keeps what it has seen until there; the archive's own reader
//! tells of the rest.

use std::collections::HashMap;

/// Members inside each other beyond this are passed over by counting brackets.
const DEEP: usize = 3;

/// What may stand in an article's `_archive`, and in the feed's.
const OF_ITEM: &[&str] = &[
    "about",
    "date",
    "headline_lines",
    "note",
    "related",
    "supplied",
    "slug",
];
const OF_FEED: &[&str] = &[
    "about",
    "version",
    "subtitle",
    "period",
    "provenance",
    "rights",
    "note",
    "topics",
    "updates",
    "supplied",
];

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Of each article, by its id.
    items: HashMap<String, Entry>,
    /// Members of `_archive` that mean nothing: offset, pointer, name.
    pub unknown: Vec<(usize, String, String)>,
}

/// An article's place in `items`, its offset, and those of its members.
type Entry = (usize, usize, Vec<(String, usize)>);

impl Places {
    /// Scans a text.
    pub fn of(text: &str) -> Self {
        let mut scan = Scan {
            bytes: text.as_bytes(),
            text,
            at: 0,
            places: Self::default(),
            stack: Vec::new(),
            item: Vec::new(),
            id: None,
        };
        // An end in the middle leaves what was found.
        let _ = scan.value();
        scan.places
    }

    /// Where a member of an article stands, or the article itself for `""`,
    /// with its JSON Pointer.
    pub fn of_member(&self, id: &str, member: &str) -> Option<(usize, String)> {
        let (number, at, members) = self.items.get(id)?;
        if member.is_empty() {
            return Some((*at, format!("/items/{number}")));
        }
        let (name, at) = members
            .iter()
            .find(|(name, _)| name == member || name.strip_prefix("_archive/") == Some(member))?;
        Some((*at, format!("/items/{number}/{name}")))
    }
}

#[derive(Clone)]
enum Step {
    Name(String),
    Number(usize),
}

struct Scan<'a> {
    bytes: &'a [u8],
    text: &'a str,
    at: usize,
    places: Places,
    stack: Vec<Step>,
    item: Vec<(String, usize)>,
    id: Option<String>,
}

impl Scan<'_> {
    fn blank(&mut self) {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    fn string(&mut self) -> Option<&str> {
        let start = self.at + 1;
        let mut at = start;
        loop {
            match self.bytes.get(at)? {
                b'"' => break,
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        self.at = at + 1;
        self.text.get(start..at)
    }

    fn value(&mut self) -> Option<()> {
        self.blank();
        self.note();
        match self.bytes.get(self.at)? {
            b'"' => {
                let is_id = matches!(self.stack.as_slice(), [Step::Name(items), Step::Number(_), Step::Name(id)] if items == "items" && id == "id");
                let text = self.string()?.to_owned();
                if is_id {
                    self.id = serde_json::from_str(&format!("\"{text}\"")).ok();
                }
            }
            b'{' | b'[' if self.stack.len() > DEEP => self.pass()?,
            b'{' => self.object()?,
            b'[' => self.list()?,
            _ => {
                let start = self.at;
                while self.bytes.get(self.at).is_some_and(|byte| {
                    !matches!(byte, b',' | b'}' | b']') && !byte.is_ascii_whitespace()
                }) {
                    self.at += 1;
                }
                // A bracket of another kind is no value.
                if self.at == start {
                    return None;
                }
            }
        }
        Some(())
    }

    /// Passes over an object or list.
    fn pass(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.bytes.get(self.at)? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }

    fn object(&mut self) -> Option<()> {
        let start = self.at;
        let is_item = matches!(self.stack.as_slice(), [Step::Name(items), Step::Number(_)] if items == "items");
        self.at += 1;
        loop {
            self.blank();
            match self.bytes.get(self.at)? {
                b'}' => break,
                b',' => self.at += 1,
                b'"' => {
                    let name = self.string()?.to_owned();
                    self.blank();
                    if self.bytes.get(self.at)? != &b':' {
                        return None;
                    }
                    self.at += 1;
                    self.stack.push(Step::Name(name));
                    self.value()?;
                    self.stack.pop();
                }
                _ => return None,
            }
        }
        self.at += 1;
        if is_item {
            let members = std::mem::take(&mut self.item);
            if let (Some(id), Some(Step::Number(number))) = (self.id.take(), self.stack.last()) {
                self.places
                    .items
                    .entry(id)
                    .or_insert((*number, start, members));
            }
        }
        Some(())
    }

    fn list(&mut self) -> Option<()> {
        self.at += 1;
        let mut number = 0;
        loop {
            self.blank();
            match self.bytes.get(self.at)? {
                b']' => break,
                b',' => self.at += 1,
                _ => {
                    self.stack.push(Step::Number(number));
                    self.value()?;
                    self.stack.pop();
                    number += 1;
                }
            }
        }
        self.at += 1;
        Some(())
    }

    /// Keeps the offset of a value that somebody may ask for.
    fn note(&mut self) {
        match self.stack.as_slice() {
            [Step::Name(items), Step::Number(_), Step::Name(name)] if items == "items" => {
                self.item.push((name.clone(), self.at));
            }
            [
                Step::Name(items),
                Step::Number(number),
                Step::Name(own),
                Step::Name(name),
            ] if items == "items" && own == "_archive" => {
                self.item.push((format!("_archive/{name}"), self.at));
                if !OF_ITEM.contains(&name.as_str()) {
                    let pointer = format!("/items/{number}/_archive/{name}");
                    self.places.unknown.push((self.at, pointer, name.clone()));
                }
            }
            [Step::Name(own), Step::Name(name)]
                if own == "_archive" && !OF_FEED.contains(&name.as_str()) =>
            {
                let pointer = format!("/_archive/{name}");
                self.places.unknown.push((self.at, pointer, name.clone()));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_text_ends(text in "(\\{|\\}|\\[|\\]|\"|,|:|items|id|_archive|\\\\|x| ){0,40}") {
            let _ = Places::of(&text);
        }
    }

    #[test]
    fn members_are_found() {
        let text = "{\"_archive\": {\"x\": 1},\n\"items\": [{\"id\": \"a\\u0062\", \"title\": \"t\",\n \"_archive\": {\"date\": \"2003\", \"dat\": [{\"}\": \"]\"}]}}, {}]}";
        let places = Places::of(text);
        let at = |member| {
            places
                .of_member("ab", member)
                .map(|(at, pointer)| (text[at..].chars().next().unwrap(), pointer))
        };
        assert_eq!(at(""), Some(('{', "/items/0".into())));
        assert_eq!(at("title"), Some(('"', "/items/0/title".into())));
        assert_eq!(at("date"), Some(('"', "/items/0/_archive/date".into())));
        let unknown: Vec<&str> = places
            .unknown
            .iter()
            .map(|(.., name)| name.as_str())
            .collect();
        assert_eq!(unknown, ["x", "dat"]);
    }
}
