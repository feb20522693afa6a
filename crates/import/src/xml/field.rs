//! The content of an element as a whole: a field of a feed.

use super::{Event, Name, Xml, entity};
use crate::desk::MOST_BODY;
use crate::problem::{Kind, quoted};

/// What stands in a field beyond so many bytes is passed over: an archive takes
/// half of that as a body, and mark-up is not all kept.
const MOST_FIELD: usize = MOST_BODY * 2;

/// A text of so many bytes is large.
const LARGE: usize = 1 << 20;

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

impl<'a> Xml<'a> {
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
        let (mut closed, mut cut) = (false, false);
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
                Event::Text(slice, plain) => {
                    let room = MOST_FIELD.saturating_sub(text.len());
                    cut |= slice.len() > room;
                    let slice = &slice[..slice.floor_char_boundary(room)];
                    if plain {
                        text.push_str(slice);
                    } else {
                        self.push_decoded(&mut text, slice, before);
                    }
                }
            }
            end = self.position();
        }
        if markup.is_some() && end - from > MOST_FIELD {
            end = self.text().floor_char_boundary(from + MOST_FIELD);
            cut = true;
        }
        if cut {
            self.problem(begin, Kind::LongBody(MOST_FIELD));
        }
        if !closed {
            self.problem(begin, Kind::Unclosed(quoted(name.whole)));
        }
        // Texts grow by doubling; what a large one has too much is missed.
        if text.len() > LARGE {
            text.shrink_to_fit();
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
