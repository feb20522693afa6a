//! HTML as a row of texts and tags.
//!
//! Forgives what browsers forgive, in time proportional to the text: whatever
//! is looked for and not found is remembered as missing and not looked for
//! again. It decodes nothing and knows no nesting.

use super::tag::{Dropped, Hollow, Tag};

/// A piece of HTML.
pub(super) enum Token<'a> {
    /// Text between tags, references and all.
    Text(&'a str),
    /// A start tag and its attributes as written.
    Start(Tag, &'a str),
    /// An end tag.
    End(Tag),
}

/// After so many tags whose quotation marks never close, the text is no HTML.
const MOST_UNENDED: u8 = 8;

/// The pieces of a text, one after the other.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// Ends that do not occur any more: of each dropped element, a comment,
    /// a tag, and a value in each kind of quotation marks.
    missing: [bool; Dropped::COUNT],
    no_comment_end: bool,
    no_tag_end: bool,
    no_quote: [bool; 2],
    unended: u8,
    /// A drawing or formula has begun.
    foreign: bool,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            rest: text,
            missing: [false; Dropped::COUNT],
            no_comment_end: false,
            no_tag_end: false,
            no_quote: [false; 2],
            unended: 0,
            foreign: false,
        }
    }

    /// Moves over what a dropped element holds; not when it never ends.
    ///
    /// A script or style that never ends takes the rest with it, unless it is one
    /// that ended in itself (`empty`), or part of a drawing or formula, where it
    /// is an element like others.
    pub(super) fn skip_content(&mut self, element: Dropped, empty: bool) {
        let missing = self.missing.get_mut(element as usize);
        let Some(missing) = missing.filter(|missing| !**missing) else {
            return;
        };
        let end = element.end();
        let mut from = 0;
        while let Some(at) = self.rest[from..].find("</").map(|at| from + at) {
            if self.rest.as_bytes()[at..]
                .get(..end.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(end.as_bytes()))
            {
                self.rest = &self.rest[at..];
                return;
            }
            from = at + 2;
        }
        *missing = true;
        if matches!(element, Dropped::Script | Dropped::Style) && !empty && !self.foreign {
            // What nobody should see is not shown for want of an end tag.
            self.rest = "";
        }
    }

    /// Where the tag ends whose `<` was just passed: the place of its `>`, or
    /// of the `<` that interrupts it.
    fn tag_end(&mut self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut after_equals = false;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'>' | b'<' => return Some(at),
                b'"' | b'\'' if after_equals => {
                    let no_quote = &mut self.no_quote[usize::from(byte == b'\'')];
                    if !*no_quote {
                        match text[at + 1..].find(char::from(byte)) {
                            Some(length) => at += length + 1,
                            None => *no_quote = true,
                        }
                    }
                    after_equals = false;
                }
                b'=' => after_equals = true,
                b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' => {}
                _ => after_equals = false,
            }
            at += 1;
        }
        // Its quotation marks are wrong; without them it ends somewhere. That
        // is tried a few times only, or it would cost the whole text each time.
        self.unended += 1;
        let end = text
            .find(['<', '>'])
            .filter(|_| self.unended < MOST_UNENDED);
        self.no_tag_end = end.is_none();
        end
    }

    /// Moves over a comment, declaration or instruction.
    fn skip_declaration(&mut self) {
        if let Some(comment) = self
            .rest
            .strip_prefix("<!--")
            .filter(|_| !self.no_comment_end)
        {
            // `<!-->` is a whole comment, too.
            let empty = comment.starts_with('>') || comment.starts_with("->");
            match if empty { Some(0) } else { comment.find("-->") } {
                Some(_) if empty => {
                    self.rest = comment
                        .trim_start_matches('-')
                        .strip_prefix('>')
                        .unwrap_or(comment);
                    return;
                }
                Some(end) => {
                    self.rest = &comment[end + 3..];
                    return;
                }
                None => self.no_comment_end = true,
            }
        }
        let text = self.rest.strip_prefix("<![CDATA[");
        if let Some(text) = text {
            self.rest = text;
            return;
        }
        match self.rest.find('>') {
            Some(end) => self.rest = &self.rest[end + 1..],
            None => self.rest = "",
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let bytes = self.rest.as_bytes();
            match (bytes.first()?, bytes.get(1)) {
                (b'<', Some(b'!' | b'?')) if !self.no_tag_end => {
                    self.skip_declaration();
                }
                (b'<', Some(b'/'))
                    if !self.no_tag_end && bytes.get(2).is_some_and(u8::is_ascii_alphabetic) =>
                {
                    if let Some(tag) = self.tag(2) {
                        return Some(tag);
                    }
                }
                (b'<', Some(b'/')) if bytes.get(2) == Some(&b'>') => self.rest = &self.rest[3..],
                (b'<', Some(letter)) if !self.no_tag_end && letter.is_ascii_alphabetic() => {
                    if let Some(tag) = self.tag(1) {
                        return Some(tag);
                    }
                }
                _ => {
                    // A `<` that begins no tag is text.
                    let from = usize::from(bytes.first() == Some(&b'<'));
                    let end = self.rest[from..].find('<').map(|end| end + from);
                    let (text, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
                    self.rest = rest;
                    return Some(Token::Text(text));
                }
            }
        }
    }
}

impl<'a> Tokens<'a> {
    /// The tag whose name begins after `skip` bytes; none when it never ends.
    fn tag(&mut self, skip: usize) -> Option<Token<'a>> {
        let text = &self.rest[skip..];
        let end = self.tag_end(text)?;
        let inside = &text[..end];
        self.rest = &text[end..];
        if let Some(rest) = self.rest.strip_prefix('>') {
            self.rest = rest;
        }
        let name_end = inside.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != ':');
        let (name, attributes) = inside.split_at(name_end.unwrap_or(inside.len()));
        let tag = Tag::named(name);
        self.foreign |= matches!(tag, Tag::Hollow(Hollow::Drawing | Hollow::Formula));
        Some(if skip == 2 {
            Token::End(tag)
        } else {
            Token::Start(tag, attributes)
        })
    }
}

/// The value of an attribute as written; empty when it has none.
pub(super) fn attribute<'a>(attributes: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/'))
            .unwrap_or(rest.len());
        // A stray `=` is a name of its own, so as to get on.
        let end = end.max(1);
        let (name, after) = rest.split_at_checked(end)?;
        rest = after.trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quoted = after
                .chars()
                .next()
                .filter(|quote| matches!(quote, '"' | '\''));
            let inside = quoted.and_then(|quote| after[1..].find(quote));
            (value, rest) = match inside {
                Some(length) => (&after[1..=length], &after[length + 2..]),
                None => {
                    let after = after.trim_start_matches(['"', '\'']);
                    after.split_at(
                        after
                            .find(|c: char| c.is_ascii_whitespace())
                            .unwrap_or(after.len()),
                    )
                }
            };
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
    }
}
