//! Words of the scripts that put spaces between them: where one begins and
//! ends, and the forms it is found by.
//!
//! Boundaries are those of UAX 29, except where a reader's idea of a word is
//! another (each of these is a test):
//!
//! - A *chain* is what a hyphen, an underscore or a full stop holds together
//!   without a space: its *parts* are words, and so is the whole (`well-known`,
//!   `snake_case`, `node.js`). Single letters with full stops are one word
//!   (`U.S.` is `us`), two numbers with one are one number (`3.5`), and numbers
//!   with hyphens are not put together (`2002-05`).
//! - A comma belongs to a number only where it parts thousands. A colon or a
//!   semicolon belongs to nothing.
//! - An apostrophe makes several forms of one word; see `apostrophe.rs`.
//! - A soft hyphen, a zero-width space or any other invisible character, and
//!   the raised dot of Catalan, are not there.
//! - Superior and other numerals that are no decimal digits are no words.

use crate::class::Class;
use crate::fold::fold_character;
use crate::token::{Kind, LONGEST_TERM, Token};

/// Parts that one chain may have. What is longer goes on as another chain; the
/// bound is there so that no text makes long joined forms of every part.
const LONGEST_CHAIN: usize = 8;

/// What a byte is to a word of plain letters: a letter or digit of it,
const WORD: u8 = 1;
/// a digit,
const DIGIT: u8 = 2;
/// or what may go on with it if a letter follows.
const LINK: u8 = 4;

static SORTS: [u8; 256] = {
    let mut sorts = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        sorts[byte] = match byte as u8 {
            b'a'..=b'z' => WORD,
            b'0'..=b'9' => WORD | DIGIT,
            b'\'' | b'.' | b'-' | b'_' | b',' | b'"' | 0x80.. => LINK,
            _ => 0,
        };
        byte += 1;
    }
    sorts
};

/// A part of a chain: a word as it stands in the text.
#[derive(Clone, Copy, Default)]
pub(crate) struct Part {
    start: usize,
    end: usize,
    /// What holds it to the part before; 0 for the first.
    before: u8,
    /// All digits, perhaps with thousands parted.
    number: bool,
    /// Has apostrophes inside.
    apostrophes: bool,
    /// Plain letters and digits only: it is folded as it stands.
    plain: bool,
}

/// Goes through a text once and hands out its tokens.
pub(crate) struct Reader<'t, 'e> {
    /// The text, its ASCII letters small.
    pub(crate) text: &'t str,
    /// All forms, for building; or those of a question.
    pub(crate) all: bool,
    pub(crate) position: u32,
    /// The term at hand.
    pub(crate) term: String,
    /// A second one, for what is put together from several.
    whole: String,
    each: &'e mut dyn FnMut(Token<'_>),
}

impl<'t, 'e> Reader<'t, 'e> {
    pub(crate) fn new(text: &'t str, all: bool, each: &'e mut dyn FnMut(Token<'_>)) -> Self {
        Self {
            text: up_to(text, u32::MAX as usize),
            all,
            position: 0,
            term: String::new(),
            whole: String::new(),
            each,
        }
    }

    /// The character at a place, which is a boundary or the end.
    pub(crate) fn character(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte < 0x80 {
            return Some(char::from(byte));
        }
        self.text.get(at..)?.chars().next()
    }

    fn class(&self, at: usize) -> Class {
        self.character(at).map_or(Class::Other, Class::of)
    }

    /// Hands out a term at the present position.
    pub(crate) fn give(&mut self, term: &str, start: usize, end: usize, kind: Kind) {
        if !term.is_empty() {
            (self.each)(Token {
                term: cut(term),
                start: start as u32,
                end: end as u32,
                position: self.position,
                kind,
            });
        }
    }

    pub(crate) fn read(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let sort = SORTS[usize::from(byte)];
            if sort & WORD != 0 {
                at = self.plain_word(at);
            } else if byte < 0x80 {
                at += 1;
            } else {
                let Some(character) = self.character(at) else {
                    return;
                };
                at = match Class::of(character) {
                    Class::Unit => self.run(at),
                    Class::Letter | Class::Digit => self.chain(at),
                    _ => at + character.len_utf8(),
                };
            }
        }
    }

    /// Takes the short way with a word of plain letters that nothing follows.
    fn plain_word(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = start;
        let mut all = WORD | DIGIT;
        let mut follows = 0;
        for &byte in bytes.get(start..).unwrap_or_default() {
            let sort = SORTS[usize::from(byte)];
            if sort & WORD == 0 {
                follows = sort;
                break;
            }
            all &= sort;
            end += 1;
        }
        if follows & LINK != 0
            && let Some(next) = bytes.get(end + 1)
            && SORTS[usize::from(*next)] & (WORD | LINK) != 0
        {
            return self.chain(start);
        }
        let written = self.text.get(start..end).unwrap_or_default();
        let kind = if all & DIGIT != 0 {
            Kind::Number
        } else {
            Kind::Word
        };
        self.give(written, start, end, kind);
        self.position += 1;
        end
    }

    /// Reads one part from its first letter.
    fn part(&self, start: usize, before: u8) -> Part {
        let mut part = Part {
            start,
            end: start,
            before,
            number: true,
            apostrophes: false,
            plain: true,
        };
        let bytes = self.text.as_bytes().get(start..).unwrap_or_default();
        for &byte in bytes {
            let sort = SORTS[usize::from(byte)];
            if sort & WORD == 0 {
                break;
            }
            part.number &= sort & DIGIT != 0;
            part.end += 1;
        }
        let mut last = ' ';
        while let Some(character) = self.character(part.end) {
            let next = part.end + character.len_utf8();
            match Class::of(character) {
                Class::Letter => part.number = false,
                Class::Digit | Class::Drop => {}
                Class::Mark => part.number = false,
                Class::Unit => break,
                Class::Other => match character {
                    '\'' | '’' | '‘' | '＇' if self.class(next) == Class::Letter => {
                        part.apostrophes = true;
                    }
                    // Hebrew writes its acronyms so.
                    '"' if is_hebrew(last) && self.character(next).is_some_and(is_hebrew) => {}
                    ',' | '\u{66c}' if part.number && self.thousands(part.start, part.end) => {}
                    _ => break,
                },
            }
            last = character;
            part.end = next;
            part.plain = false;
        }
        part
    }

    /// Whether the comma at a place parts thousands: up to three digits before
    /// it, or thousands already, and exactly three behind.
    fn thousands(&self, start: usize, comma: usize) -> bool {
        let digit = |at: usize| self.text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        let width = self.character(comma).map_or(1, char::len_utf8);
        let after = comma + width;
        if !digit(after) {
            // Digits of other scripts: any comma between two is thought to be one.
            return self.class(after) == Class::Digit;
        }
        let written = self.text.get(start..comma).unwrap_or_default();
        (written.len() <= 3 || written.as_bytes().get(written.len().wrapping_sub(4)) == Some(&b','))
            && digit(after + 1)
            && digit(after + 2)
            && !digit(after + 3)
    }

    /// What holds the part that ends at a place to one that begins after it, and
    /// where that is.
    fn link(&self, end: usize) -> Option<(u8, usize)> {
        let character = self.character(end)?;
        let link = match character {
            '.' | '．' | '\u{2024}' | '\u{66b}' => b'.',
            '-' | '‐' | '‑' | '﹣' | '－' => b'-',
            '_' => b'_',
            _ => return None,
        };
        let next = end + character.len_utf8();
        matches!(self.class(next), Class::Letter | Class::Digit).then_some((link, next))
    }

    /// Reads a chain of parts, gives its tokens and says where it ends.
    fn chain(&mut self, start: usize) -> usize {
        let mut parts = [Part::default(); LONGEST_CHAIN];
        let mut count = 0;
        let mut next = Some((0, start));
        let mut end = start;
        for slot in &mut parts {
            let Some((link, from)) = next else { break };
            *slot = self.part(from, link);
            end = slot.end;
            count += 1;
            next = self.link(end);
        }
        let parts = parts.get(..count).unwrap_or_default();
        let mut term = std::mem::take(&mut self.term);
        let mut whole = std::mem::take(&mut self.whole);
        if let [part] = parts {
            self.give_part(part, None, &mut term, &mut whole);
        } else {
            self.give_chain(parts, &mut term, &mut whole);
        }
        self.term = term;
        self.whole = whole;
        end
    }

    fn give_chain(&mut self, parts: &[Part], term: &mut String, whole: &mut String) {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
            return;
        };
        let (start, end) = (first.start, last.end);
        let numbers = parts.iter().all(|part| part.number);
        let dots = parts.iter().skip(1).all(|part| part.before == b'.');
        let initials = dots
            && parts
                .iter()
                .all(|part| !part.number && self.one_letter(part));
        // The whole, with the full stops that stand between digits.
        let mut joined = String::with_capacity(LONGEST_TERM);
        let mut digit_before = false;
        for part in parts {
            let written = self.written(part);
            if part.before == b'.' && digit_before && self.class(part.start) == Class::Digit {
                joined.push('.');
            }
            if part.plain {
                joined.push_str(written);
            } else {
                fold_word(written, &mut joined);
            }
            digit_before = matches!(joined.as_bytes(), [.., b'0'..=b'9']);
            if joined.len() > LONGEST_TERM {
                break;
            }
        }
        if joined.is_empty() {
            return;
        }
        if initials || (numbers && dots && parts.len() == 2) {
            let kind = if numbers { Kind::Number } else { Kind::Word };
            self.give(&joined, start, end, kind);
            self.position += 1;
            return;
        }
        // Numbers with hyphens are a date, a span or a score: nobody types
        // them without. What would be cut short is no form of the word.
        let joins = (!numbers || dots) && joined.len() <= LONGEST_TERM;
        let mut whole_of = joins.then_some((joined.as_str(), start, end));
        for part in parts {
            self.give_part(part, whole_of.take(), term, whole);
        }
    }

    fn one_letter(&self, part: &Part) -> bool {
        let mut letters = self.written(part).chars();
        letters.next().is_some() && letters.all(|letter| matches!(Class::of(letter), Class::Drop))
    }

    fn written(&self, part: &Part) -> &'t str {
        self.text.get(part.start..part.end).unwrap_or_default()
    }

    /// Gives the forms of one part, and of the chain it begins.
    fn give_part(
        &mut self,
        part: &Part,
        chain: Option<(&str, usize, usize)>,
        term: &mut String,
        whole: &mut String,
    ) {
        let written = self.written(part);
        let mut folded = written;
        if part.apostrophes {
            self.apostrophes(part.start, written, term, whole);
            folded = term;
        } else {
            if !part.plain {
                term.clear();
                fold_word(written, term);
                folded = term;
            }
            let kind = if part.number {
                Kind::Number
            } else {
                Kind::Word
            };
            self.give(folded, part.start, part.end, kind);
        }
        let empty = folded.is_empty();
        if let Some((joined, start, end)) = chain {
            self.give(joined, start, end, Kind::Joined);
        }
        self.position += u32::from(!empty);
    }
}

fn is_hebrew(character: char) -> bool {
    matches!(character, '\u{591}'..='\u{5f4}' | '\u{fb1d}'..='\u{fb4f}')
}

/// Folds what stands in a word, without the separators in it.
pub(crate) fn fold_word(written: &str, out: &mut String) {
    for character in written.chars() {
        if Class::of(character) != Class::Other {
            fold_character(character, out);
        }
        // No term is that long; see `cut`.
        if out.len() > 2 * LONGEST_TERM {
            return;
        }
    }
}

/// A term, cut to the longest there is.
#[inline(always)]
fn cut(term: &str) -> &str {
    if term.len() <= LONGEST_TERM {
        return term;
    }
    up_to(term, LONGEST_TERM)
}

/// What of a text ends within so many bytes.
fn up_to(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}
