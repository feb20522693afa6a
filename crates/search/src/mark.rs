//! Matches in a text, and the passage that shows best what matched.
//!
//! A [`Marker`] is made with an answer and holds what the query stood for: the
//! terms themselves, so that what is marked is what was found. It reads a text
//! with the same tokenizer as the index.

use language::tokens;

use crate::forms::How;
use crate::impact::idf;
use crate::index::Root;
use crate::order::{List, sort_by};
use crate::rank;
use crate::resolve::{Asked, Resolved, Slot};

/// Marks what a query matches.
#[derive(Debug, Clone, Default)]
pub struct Marker {
    patterns: Vec<Pattern>,
    /// (term, pattern, slot), sorted.
    terms: Vec<(String, u16, u16)>,
    /// (beginning, pattern, slot).
    beginnings: Vec<(String, u16, u16)>,
    /// (folded text, whether a word may go on after it, pattern).
    literals: Vec<(String, bool, u16)>,
}

/// A word or a sequence of words that is marked as one.
#[derive(Debug, Clone, Default)]
struct Pattern {
    /// Place of each word after the first.
    offsets: Vec<u32>,
    weight: f32,
}

/// A match in a text: bytes on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// A passage of a text: bytes on character boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it begins; 0 when it is the text's beginning.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The matches in it, in order, none touching another; places in the text.
    pub marks: Vec<Mark>,
}

/// A token that belongs to a pattern.
struct Found {
    pattern: u16,
    slot: u16,
    position: u32,
    mark: Mark,
}

/// Matches beyond these no passage is chosen among: the best stands earlier.
const MOST: usize = 4096;

/// What a match adds that says nothing new in its passage.
const AGAIN: f32 = 0.1;

impl Marker {
    pub(crate) fn new(root: &Root, groups: &[Vec<Resolved>]) -> Self {
        let mut new = Self::default();
        for group in groups {
            for clause in group {
                new.clause(root, clause);
            }
        }
        new
    }

    fn clause(&mut self, root: &Root, clause: &Resolved) {
        if clause.unwanted {
            return;
        }
        let weight = if clause.function { rank::FUNCTION } else { 1.0 };
        match &clause.asked {
            Asked::Words(sequences) => {
                for slots in sequences {
                    self.sequence(root, slots, weight);
                }
            }
            Asked::Literal(text, open) => {
                let pattern = self.pattern(Vec::new(), weight * 3.0);
                self.literals.push((text.clone(), *open, pattern));
            }
            Asked::Days(..) => {}
        }
    }

    fn pattern(&mut self, offsets: Vec<u32>, weight: f32) -> u16 {
        self.patterns.push(Pattern { offsets, weight });
        (self.patterns.len() - 1).min(usize::from(u16::MAX)) as u16
    }

    fn sequence(&mut self, root: &Root, slots: &[Slot], weight: f32) {
        let mut count = u32::MAX;
        for slot in slots.iter().filter(|slot| !slot.forms.is_empty()) {
            count = count.min(slot.most());
        }
        if count == u32::MAX {
            count = 0;
        }
        let weight = weight * idf(count, root.documents);
        let offsets = slots.iter().map(|slot| slot.offset).collect();
        let pattern = self.pattern(offsets, weight);
        for (at, slot) in (0..).zip(slots) {
            for form in &slot.forms {
                if form.how != How::Prefix {
                    let place = self.terms.partition_point(|held| held.0 <= form.term);
                    self.terms.insert(place, (form.term.clone(), pattern, at));
                }
            }
            if slot.open {
                self.beginnings.push((slot.word.clone(), pattern, at));
            }
        }
    }

    /// Every match in a text, in order, none touching another.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Mark> {
        joined(&self.found(text), 0, text.len())
    }

    /// The passage of about so many bytes that shows best what matched; the
    /// beginning when nothing did.
    #[must_use]
    pub fn passage(&self, text: &str, length: usize) -> Passage {
        let mut found = self.found(text);
        found.truncate(MOST);
        let mut best = (0.0, 0, 0);
        let mut seen: Vec<u16> = Vec::new();
        for (first, (begin, _)) in found.iter().enumerate() {
            seen.clear();
            let (mut sum, mut last) = (0.0, begin.end);
            for (mark, pattern) in found.get(first..).unwrap_or(&[]) {
                // A match longer than a passage is shown as far as it goes.
                if mark.end > begin.start + length && last > begin.start && !seen.is_empty() {
                    break;
                }
                let weight = self
                    .patterns
                    .get(usize::from(*pattern))
                    .map_or(0.0, |p| p.weight);
                if seen.contains(pattern) {
                    sum += AGAIN * weight;
                } else {
                    seen.push(*pattern);
                    sum += weight;
                }
                last = last.max(mark.end);
            }
            if sum > best.0 {
                best = (sum, begin.start, last);
            }
        }
        let (_, first, last) = best;
        let (start, end) = around(text, first, last, length);
        Passage {
            start,
            end,
            marks: joined(&found, start, end),
        }
    }

    /// Every match and its pattern, in order of place.
    fn found(&self, text: &str) -> Vec<(Mark, u16)> {
        let mut out: Vec<(Mark, u16)> = Vec::new();
        let mut parts: Vec<Found> = Vec::new();
        if !self.terms.is_empty() || !self.beginnings.is_empty() {
            tokens(text, &mut |token| {
                let mut take = |pattern: u16, slot: u16| {
                    let mark = Mark {
                        start: token.start as usize,
                        end: token.end as usize,
                    };
                    let of = self.patterns.get(usize::from(pattern));
                    if of.is_some_and(|pattern| pattern.offsets.len() > 1) {
                        parts.push(Found {
                            pattern,
                            slot,
                            position: token.position,
                            mark,
                        });
                    } else {
                        out.push((mark, pattern));
                    }
                };
                let from = self.terms.partition_point(|held| *held.0 < *token.term);
                for held in self.terms[from..]
                    .iter()
                    .take_while(|held| held.0 == token.term)
                {
                    take(held.1, held.2);
                }
                for held in &self.beginnings {
                    if token.term.starts_with(&*held.0) {
                        take(held.1, held.2);
                    }
                }
            });
        }
        self.sequences(&parts, &mut out);
        if !self.literals.is_empty() {
            self.literal(text, &mut out);
        }
        if (1..out.len()).any(|at| out.less(at, at - 1)) {
            sort_by(out.len(), &mut out);
        }
        out.dedup();
        out
    }

    /// Adds the parts that make up whole sequences.
    fn sequences(&self, parts: &[Found], out: &mut Vec<(Mark, u16)>) {
        for first in parts.iter().filter(|part| part.slot == 0) {
            let Some(pattern) = self.patterns.get(usize::from(first.pattern)) else {
                continue;
            };
            let mut whole = first.mark;
            let mut complete = true;
            for (slot, offset) in (0_u16..).zip(&pattern.offsets).skip(1) {
                // Parts come in order of position.
                let place = first.position.wrapping_add(*offset);
                let from = parts.partition_point(|part| part.position < place);
                let next = parts[from..]
                    .iter()
                    .take_while(|part| part.position == place)
                    .find(|part| part.pattern == first.pattern && part.slot == slot);
                match next {
                    Some(part) => whole.end = whole.end.max(part.mark.end),
                    None => complete = false,
                }
            }
            if complete {
                out.push((whole, first.pattern));
            }
        }
    }

    /// Adds what stands as it was asked, symbols and all.
    fn literal(&self, text: &str, out: &mut Vec<(Mark, u16)>) {
        let mut folded = String::with_capacity(text.len());
        // Where in the text each folded character came from.
        let mut origins: Vec<(usize, usize)> = Vec::new();
        let mut letter = [0; 4];
        for (at, character) in text.char_indices() {
            origins.push((folded.len(), at));
            language::fold_into(character.encode_utf8(&mut letter), &mut folded);
        }
        origins.push((folded.len(), text.len()));
        for (needle, open, pattern) in &self.literals {
            let mut at = 0;
            while let Some(start) = crate::scan::find(&folded, needle, *open, at) {
                let end = start + needle.len();
                let from = origins.partition_point(|origin| origin.0 <= start);
                let to = origins.partition_point(|origin| origin.0 < end);
                if let (Some(from), Some(to)) = (origins.get(from.max(1) - 1), origins.get(to)) {
                    let mark = Mark {
                        start: from.1,
                        end: to.1,
                    };
                    out.push((mark, *pattern));
                }
                at = end;
            }
        }
    }
}

/// What of some matches, which come in order, lies between two places; those
/// that overlap or touch as one.
fn joined(found: &[(Mark, u16)], start: usize, end: usize) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (mark, _) in found {
        let mark = Mark {
            start: mark.start.max(start),
            end: mark.end.min(end),
        };
        match marks.last_mut() {
            _ if mark.start >= mark.end => {}
            Some(held) if mark.start <= held.end => held.end = held.end.max(mark.end),
            _ => marks.push(mark),
        }
    }
    marks
}

/// A passage around some matches: of about the length asked for, between words,
/// from the beginning of a sentence if one is near.
fn around(text: &str, first: usize, last: usize, length: usize) -> (usize, usize) {
    let spare = length.saturating_sub(last - first);
    let mut start = floor(text, first.saturating_sub(spare / 2));
    if start > 0 {
        let before = &text[start..first.max(start)];
        // Behind the last end of a sentence, else at the first space.
        let mut skip = None;
        let mut behind = '.';
        let mut rest = before.chars();
        while let Some(character) = rest.next_back() {
            let at = rest.as_str().len();
            let ends = match character {
                '\n' | '。' => true,
                '.' | '!' | '?' => behind.is_whitespace(),
                _ => false,
            };
            if ends {
                skip = Some(at + character.len_utf8());
                break;
            }
            if character.is_whitespace() {
                skip = Some(at);
            }
            behind = character;
        }
        if let Some(skip) = skip {
            let rest = &before[skip..];
            start += skip + rest.len() - rest.trim_start().len();
        }
    }
    let mut end = floor(
        text,
        start
            .saturating_add(length)
            .min(text.len())
            .max(last.min(start.saturating_add(length))),
    );
    if end < text.len() {
        let after = &text[last.clamp(start, end)..end];
        let mut rest = after.chars();
        while let Some(character) = rest.next_back() {
            if character.is_whitespace() {
                end = end - after.len() + rest.as_str().len();
                break;
            }
        }
    }
    (start, end.max(start))
}

/// The nearest character boundary at or before a place.
fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
