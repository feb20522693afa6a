//! `content_html` as blocks.
//!
//! Reads what people and programs wrote in the last thirty years and keeps
//! every visible word, in order. It never fails: unclosed, misnested and
//! unknown elements are taken as browsers take them, or their words alone are
//! kept. Nothing that runs, loads, listens or is styled comes through, and
//! addresses pass [`Link::parse`]. It takes time in proportion to the text.

mod entity;
mod frame;
mod inline;
mod table;
mod tag;
mod token;

use crate::{Block, Image, Link, Span};
use frame::{Frame, Holds};
use inline::{Gap, Inline, Mark, is_blank};
pub(crate) use tag::Missed;
use tag::Tag;
use token::{Token, Tokens, attribute};

/// Blocks inside each other beyond this are opened no more: no page shows
/// them, and whoever walks the tree may do so by recursion.
const MOST_DEPTH: usize = 64;

/// Tags beyond this are passed over, their words kept: a tree is many times
/// the size of its text, and a million nodes make no article. A tag counts once
/// more for each mark open around it, as each is repeated in every paragraph.
const MOST_TAGS: usize = 200_000;

/// Columns and rows a cell may span, so that a table stays a table.
const MOST_SPANNED: u16 = 100;

/// A body in HTML as blocks, and what was left out.
pub(crate) fn blocks(source: &str) -> (Vec<Block>, Vec<Missed>) {
    let mut builder = Builder::new();
    let mut tokens = Tokens::new(source);
    let mut tags = 0;
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => builder.text(text),
            Token::Start(Tag::Dropped(element), attributes) => {
                tokens.skip_content(element, attributes.ends_with('/'));
                builder.missed(element.missed());
            }
            _ if tags > MOST_TAGS => builder.missed(Some(Missed::Pieces)),
            Token::Start(tag, attributes) => {
                tags += builder.inline.depth() + 1;
                builder.start(tag, attributes);
            }
            Token::End(tag) => {
                tags += builder.inline.depth() + 1;
                builder.end(tag);
            }
        }
    }
    builder.finish()
}

/// What the running text is going to be.
enum Leaf {
    Paragraph,
    Heading(u8),
    Preformatted(String),
}

struct Builder {
    /// From the body to the innermost open block; never empty.
    frames: Vec<Frame>,
    inline: Inline,
    leaf: Leaf,
    quotations: u32,
    missed: Vec<Missed>,
}

impl Builder {
    fn new() -> Self {
        Self {
            frames: vec![Frame::new(Tag::Other, Holds::Body)],
            inline: Inline::new(),
            leaf: Leaf::Paragraph,
            quotations: 0,
            missed: Vec::new(),
        }
    }

    fn missed(&mut self, missed: Option<Missed>) {
        let Some(missed) = missed else { return };
        if !self.missed.contains(&missed) {
            self.missed.push(missed);
        }
    }

    fn text(&mut self, text: &str) {
        let text = entity::decode(text);
        if let Leaf::Preformatted(code) = &mut self.leaf {
            code.extend(text.chars().filter(|letter| *letter != '\r'));
            return;
        }
        let paragraph = self.inline.gap() == Gap::Paragraph && matches!(self.leaf, Leaf::Paragraph);
        if paragraph && text.bytes().any(|byte| !byte.is_ascii_whitespace()) {
            self.flush();
        }
        self.inline.words(&text);
    }

    /// Ends the running text and makes it a block.
    fn flush(&mut self) {
        let spans = self.inline.take();
        let block = match &mut self.leaf {
            Leaf::Preformatted(code) => {
                let code = std::mem::take(code);
                let code = code.strip_prefix('\n').unwrap_or(&code).trim_end();
                if code.trim_start().is_empty() {
                    return;
                }
                Block::Preformatted(code.to_owned())
            }
            _ if is_blank(&spans) => return,
            Leaf::Heading(level) => {
                let level = *level;
                Block::Heading { level, spans }
            }
            Leaf::Paragraph if only_pictures(&spans) => {
                let mut images = Vec::new();
                frame::collect(spans, &mut images);
                let caption = Vec::new();
                Block::Figure { images, caption }
            }
            Leaf::Paragraph => Block::Paragraph(spans),
        };
        // Words between a table's cells are shown before it, as browsers do.
        let holder = self
            .frames
            .iter_mut()
            .rfind(|frame| !matches!(frame.holds, Holds::Table { .. }));
        if let Some(frame) = holder {
            frame.push(block);
        }
    }

    /// Ends the running text; what follows is a paragraph again.
    fn end_leaf(&mut self) {
        self.flush();
        self.leaf = Leaf::Paragraph;
    }

    /// Opens a block that holds blocks.
    fn open(&mut self, tag: Tag, holds: Holds) {
        self.end_leaf();
        if self.frames.len() < MOST_DEPTH {
            self.frames.push(Frame::new(tag, holds));
        } else {
            self.missed(Some(Missed::Depth));
        }
    }

    /// Closes the innermost open blocks until `left` are.
    fn close_to(&mut self, left: usize) {
        self.end_leaf();
        while self.frames.len() > left.max(1) {
            let Some(frame) = self.frames.pop() else {
                break;
            };
            if matches!(frame.holds, Holds::Cell { .. }) {
                self.inline.close_all();
            }
            if let Some(parent) = self.frames.last_mut() {
                frame.close_into(parent);
            }
        }
    }

    /// The place of the innermost list, not looking out of a cell of a table.
    fn find_list(&self) -> Option<usize> {
        let scope = self
            .frames
            .iter()
            .rposition(|frame| matches!(frame.holds, Holds::List { .. } | Holds::Cell { .. }))?;
        matches!(self.frames[scope].holds, Holds::List { .. }).then_some(scope)
    }

    fn find_table(&self) -> Option<usize> {
        let is_table = |frame: &Frame| matches!(frame.holds, Holds::Table { .. });
        self.frames.iter().rposition(is_table)
    }

    fn start(&mut self, tag: Tag, attributes: &str) {
        if let Leaf::Preformatted(code) = &mut self.leaf {
            match tag {
                Tag::Break => return code.push('\n'),
                Tag::Part | Tag::Paragraph if code.ends_with('\n') => return,
                Tag::Part | Tag::Paragraph => return code.push('\n'),
                Tag::Item
                | Tag::Row
                | Tag::Cell
                | Tag::HeaderCell
                | Tag::Table
                | Tag::Heading(_) => self.end_leaf(),
                _ => return,
            }
        }
        match tag {
            Tag::Other => {}
            Tag::Part => self.flush(),
            Tag::Paragraph => self.end_leaf(),
            Tag::Heading(level) => {
                self.flush();
                self.leaf = Leaf::Heading(level);
            }
            Tag::Break => self.inline.see(Gap::Break),
            Tag::Rule => {
                self.end_leaf();
                if let Some(frame) = self.frames.last_mut() {
                    frame.push(Block::Rule);
                }
            }
            Tag::Quote => self.open(tag, Holds::Quote),
            Tag::List | Tag::Definitions => self.open_list(tag, None),
            Tag::NumberedList => {
                let start =
                    attribute(attributes, "start").and_then(|start| start.trim().parse().ok());
                self.open_list(tag, Some(start.unwrap_or(1)));
            }
            Tag::Item | Tag::Term => self.item(tag),
            Tag::Definition => self.definition(),
            Tag::Figure => self.open(
                tag,
                Holds::Figure {
                    caption: Vec::new(),
                },
            ),
            Tag::Caption => {
                let holds = self.frames.last().map(|frame| &frame.holds);
                if matches!(holds, Some(Holds::Figure { .. } | Holds::Table { .. })) {
                    self.open(tag, Holds::Caption);
                } else {
                    self.end_leaf();
                }
            }
            Tag::Table => {
                let (caption, rows) = (Vec::new(), Vec::new());
                self.open(tag, Holds::Table { caption, rows });
            }
            Tag::Row => self.row(),
            Tag::Cell | Tag::HeaderCell => self.cell(tag, attributes),
            Tag::Preformatted => {
                self.end_leaf();
                self.leaf = Leaf::Preformatted(String::new());
            }
            Tag::Code => self.inline.open(tag, Mark::Code),
            Tag::Emphasis => self.inline.open(tag, Mark::Emphasis),
            Tag::Strong => self.inline.open(tag, Mark::Strong),
            Tag::Superscript => self.inline.open(tag, Mark::Superscript),
            Tag::Subscript => self.inline.open(tag, Mark::Subscript),
            Tag::Anchor => self.anchor(attributes),
            Tag::Picture => self.picture(attributes),
            Tag::Quotation => {
                self.quotations += 1;
                self.text("“");
            }
            Tag::Hollow(element) => self.missed(Some(element.missed())),
            Tag::Dropped(_) => {}
        }
    }

    fn end(&mut self, tag: Tag) {
        if matches!(self.leaf, Leaf::Preformatted(_))
            && matches!(tag, Tag::Other | Tag::Part | Tag::Paragraph | Tag::Anchor)
        {
            return;
        }
        match tag {
            Tag::Part => self.flush(),
            Tag::Paragraph | Tag::Heading(_) | Tag::Preformatted => self.end_leaf(),
            Tag::Break => self.start(Tag::Break, ""),
            Tag::Code
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Anchor => {
                self.inline.close(tag);
            }
            Tag::Term => {
                self.inline.close(tag);
                self.end_leaf();
            }
            Tag::Definition => self.end_leaf(),
            Tag::Quotation if self.quotations > 0 => {
                self.quotations -= 1;
                self.inline.close_up();
                self.text("”");
            }
            Tag::Row => {
                if let Some(table) = self.find_table() {
                    self.close_to(table + 1);
                }
            }
            Tag::Table => {
                if let Some(table) = self.find_table() {
                    self.close_to(table);
                }
            }
            Tag::Cell | Tag::HeaderCell => {
                if let Some(table) = self
                    .find_table()
                    .filter(|table| table + 1 < self.frames.len())
                {
                    self.close_to(table + 1);
                }
            }
            Tag::Quote
            | Tag::List
            | Tag::NumberedList
            | Tag::Definitions
            | Tag::Item
            | Tag::Figure
            | Tag::Caption => {
                self.close_block(tag);
            }
            _ => {}
        }
    }

    /// Closes the innermost block of an element, within its cell.
    fn close_block(&mut self, tag: Tag) {
        for at in (1..self.frames.len()).rev() {
            let frame = &self.frames[at];
            if frame.tag == tag {
                self.close_to(at);
                return;
            }
            if matches!(frame.holds, Holds::Cell { .. }) {
                return;
            }
        }
    }

    fn open_list(&mut self, tag: Tag, start: Option<i32>) {
        let items = Vec::new();
        self.open(tag, Holds::List { start, items });
    }

    /// An item of a list, or the term of a definition.
    fn item(&mut self, tag: Tag) {
        self.inline.close(Tag::Term);
        let Some(list) = self.find_list() else {
            // Outside a list it is a paragraph.
            return self.end_leaf();
        };
        self.close_to(list + 1);
        self.open(Tag::Item, Holds::Item);
        if tag == Tag::Term {
            self.inline.open(tag, Mark::Strong);
        }
    }

    /// A definition goes on in the item of its term.
    fn definition(&mut self) {
        self.inline.close(Tag::Term);
        self.end_leaf();
        if let Some(list) = self.find_list()
            && list + 1 == self.frames.len()
        {
            self.open(Tag::Item, Holds::Item);
        }
    }

    fn row(&mut self) {
        if let Some(table) = self.find_table() {
            self.close_to(table + 1);
            if let Some(Holds::Table { rows, .. }) =
                self.frames.last_mut().map(|frame| &mut frame.holds)
            {
                rows.push(Vec::new());
            }
        } else {
            self.end_leaf();
        }
    }

    fn cell(&mut self, tag: Tag, attributes: &str) {
        let Some(table) = self.find_table() else {
            return self.end_leaf();
        };
        self.close_to(table + 1);
        self.inline.close_all();
        let spanned = |name: &str| {
            let count = attribute(attributes, name).and_then(|count| count.trim().parse().ok());
            count.unwrap_or(1).clamp(1, MOST_SPANNED)
        };
        let (columns, rows) = (spanned("colspan"), spanned("rowspan"));
        self.open(tag, Holds::Cell { columns, rows });
    }

    fn anchor(&mut self, attributes: &str) {
        self.inline.close(Tag::Anchor);
        let Some(address) = attribute(attributes, "href").map(entity::decode_attribute) else {
            return;
        };
        if address.trim_start().starts_with('#') {
            self.inline.open(Tag::Anchor, Mark::Note);
        } else if let Some(link) = Link::parse(&address) {
            self.inline.open(Tag::Anchor, Mark::Link(link));
        } else if !address.trim().is_empty() {
            self.missed(Some(Missed::Link));
        }
    }

    fn picture(&mut self, attributes: &str) {
        let value = |name| {
            attribute(attributes, name)
                .map(entity::decode_attribute)
                .unwrap_or_default()
        };
        let (source, alternative) = (value("src"), value("alt"));
        let link = Link::parse(&source).filter(|link| !link.address().starts_with("mailto:"));
        let Some(source) = link else {
            self.text(&alternative.replace('&', "&amp;"));
            return self.missed(Some(Missed::Picture));
        };
        if self.inline.gap() == Gap::Paragraph && matches!(self.leaf, Leaf::Paragraph) {
            self.flush();
        }
        let alternative = alternative.trim().to_owned();
        self.inline.span(Span::Image(Image {
            source,
            alternative,
        }));
    }

    fn finish(mut self) -> (Vec<Block>, Vec<Missed>) {
        self.close_to(1);
        let body = self.frames.first_mut().map(|body| &mut body.blocks);
        (body.map(std::mem::take).unwrap_or_default(), self.missed)
    }
}

/// Whether a paragraph is nothing but pictures, none of them a link.
fn only_pictures(spans: &[Span]) -> bool {
    spans.iter().all(|span| match span {
        Span::Image(_) | Span::Break => true,
        Span::Text(text) => text.trim().is_empty(),
        _ => false,
    })
}

#[cfg(test)]
#[path = "html/tests.rs"]
mod tests;
