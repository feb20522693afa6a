//! How a page's tree grows from its tokens: what opens, what closes by itself.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::{Attribute, BLOCKS, Dom, Id, KEPT, MOST_NODES, NONE, Node, TEXT_TAG};

/// More attributes than this are no article either.
const MOST_ATTRIBUTES: usize = 600_000;

/// What the address of a picture begins with that stands in the page itself.
const DATA: &str = "data:";

/// An attribute as written.
type Written = html5ever::Attribute;

/// Elements inside each other beyond this are opened no more.
const MOST_DEPTH: usize = 256;

/// Elements the tree tells apart. Any other is a `span` to it: its words count,
/// its name does not.
#[rustfmt::skip]
pub(super) const TAGS: &[&str] = &[
    "html", "head", "body", "title", "meta", "link", "base", "script", "style", "template",
    "noscript", "main", "article", "section", "header", "footer", "nav", "aside", "div", "p", "h1",
    "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead",
    "tbody", "tfoot", "tr", "td", "th", "blockquote", "pre", "figure", "figcaption", "hr", "br",
    "a", "em", "strong", "b", "i", "u", "code", "tt", "kbd", "samp", "var", "sup", "sub", "q",
    "cite", "small", "span", "font", "center", "img", "picture", "source", "time", "address",
    "form", "fieldset", "label", "input", "button", "select", "option", "optgroup", "textarea",
    "iframe", "object", "embed", "video", "audio", "svg", "math", "canvas", "map", "details",
    "summary", "dialog", "menu", "hgroup", "search", "ins", "del", "s", "strike", "abbr", "acronym",
    "dfn", "mark", "big", "frameset", "frame", "noframes", "xmp", "listing", "plaintext", "nobr",
    "wbr", "ruby", "rt", "rp", "col", "colgroup", "area", "param", "track", "marquee", "dir",
    "layer",
];

#[rustfmt::skip]
const VOID: &[&str] = &[
    "meta", "link", "base", "br", "hr", "img", "input", "source", "embed", "wbr", "col", "area",
    "param", "track", "frame",
];

impl Dom {
    /// Reads a page.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let builder = Builder {
            page: RefCell::new(Open::new(text.len())),
        };
        let tokenizer = Tokenizer::new(builder, TokenizerOpts::default());
        let queue = BufferQueue::default();
        // In pieces, so that no second copy of a large page is made at once.
        let mut rest = text;
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(
                rest.floor_char_boundary(64 << 10)
                    .max(rest.chars().next().map_or(0, char::len_utf8)),
            );
            queue.push_back(StrTendril::from(piece));
            let _ = tokenizer.feed(&queue);
            rest = after;
            if tokenizer.sink.page.borrow().dom.cut {
                break;
            }
        }
        tokenizer.end();
        tokenizer.sink.page.into_inner().dom
    }
}

/// A tag's place among those that are told apart.
fn number(tag: &str) -> u8 {
    let at = TAGS.iter().position(|known| *known == tag);
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or(TEXT_TAG)
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

struct Open {
    dom: Dom,
    /// The open elements, and the last thing in each so far.
    stack: Vec<(Id, Id)>,
    /// Inside an element whose words are dropped.
    silent: Option<&'static str>,
}

struct Builder {
    page: RefCell<Open>,
}

impl TokenSink for Builder {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.page.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                let known = TAGS.iter().position(|known| **known == *tag.name);
                let name = known.map_or("span", |known| TAGS[known]);
                if tag.kind == TagKind::EndTag {
                    // An element we do not tell apart may have been a block.
                    page.end(name);
                    return TokenSinkResult::Continue;
                }
                page.start(name, &tag.attrs, tag.self_closing);
                match name {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noframes" => {
                        TokenSinkResult::RawData(RawKind::Rawtext)
                    }
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    "plaintext" => TokenSinkResult::Plaintext,
                    _ => TokenSinkResult::Continue,
                }
            }
            Token::CharacterTokens(text) => {
                page.text(&text);
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Open {
    fn new(length: usize) -> Self {
        let top = Node {
            tag: number("html"),
            parent: NONE,
            next: NONE,
            from: 0,
            to: 0,
        };
        let mut dom = Dom {
            nodes: vec![top],
            ..Dom::default()
        };
        dom.words.reserve(length / 2);
        Self {
            dom,
            stack: vec![(0, NONE)],
            silent: None,
        }
    }

    fn add(&mut self, tag: u8, from: usize, to: usize) -> Option<Id> {
        if self.dom.nodes.len() >= MOST_NODES {
            self.dom.cut = true;
            return None;
        }
        let id = u32::try_from(self.dom.nodes.len()).ok()?;
        let (from, to) = (u32::try_from(from).ok()?, u32::try_from(to).ok()?);
        let (parent, last) = self.stack.last_mut()?;
        self.dom.nodes.push(Node {
            tag,
            parent: *parent,
            next: NONE,
            from,
            to,
        });
        let before = std::mem::replace(last, id);
        if let Some(before) = self.dom.nodes.get_mut(before as usize) {
            before.next = id;
        }
        Some(id)
    }

    /// Keeps the attributes that say something; from where to where they are.
    fn attributes(&mut self, attributes: &[Written]) -> (usize, usize) {
        let dom = &mut self.dom;
        let from = dom.attributes.len();
        for attribute in attributes {
            let kept = KEPT.iter().position(|kept| **kept == *attribute.name.local);
            let Some(name) = kept.and_then(|kept| u8::try_from(kept).ok()) else {
                continue;
            };
            if dom.attributes.len() >= MOST_ATTRIBUTES {
                dom.cut = true;
                break;
            }
            // A picture that stands in the page is not taken out of it.
            let value = match attribute.value.starts_with(DATA) {
                true => DATA,
                false => &*attribute.value,
            };
            let place = |dom: &Dom| u32::try_from(dom.values.len()).unwrap_or(NONE);
            let from = place(dom);
            dom.values.push_str(value);
            let to = place(dom);
            dom.attributes.push(Attribute { name, from, to });
        }
        (from, dom.attributes.len())
    }

    fn text(&mut self, text: &str) {
        if self.silent.is_some() || text.is_empty() {
            return;
        }
        let from = self.dom.words.len();
        self.dom.words.push_str(text);
        let to = self.dom.words.len();
        // Texts come in pieces; those that follow each other are one.
        let last = self.stack.last().map_or(NONE, |(_, last)| *last);
        if let Some(node) = self.dom.nodes.get_mut(last as usize)
            && node.tag == TEXT_TAG
            && node.to as usize == from
        {
            node.to = u32::try_from(to).unwrap_or(node.to);
            return;
        }
        self.add(TEXT_TAG, from, to);
    }

    fn start(&mut self, tag: &'static str, attributes: &[Written], closed: bool) {
        if self.silent.is_some() {
            return;
        }
        match tag {
            // The page has one of each; a second only adds attributes.
            "html" | "body" => {
                let there = (0..64).find(|id| self.dom.tag(*id) == tag);
                if let Some(there) = there {
                    let (from, to) = self.attributes(attributes);
                    let node = self.dom.nodes.get_mut(there as usize);
                    if let Some(node) = node.filter(|node| node.from == node.to && from < to) {
                        (node.from, node.to) = (place(from), place(to));
                    }
                    return;
                }
                self.close_to(&["head"], &[]);
            }
            "li" => self.close_to(&["li"], &["ul", "ol", "menu", "dir", "table", "td"]),
            "dt" | "dd" => self.close_to(&["dt", "dd"], &["dl", "table", "td"]),
            "option" | "optgroup" => self.close_to(&["option"], &["select"]),
            "tr" => self.close_to(&["tr"], &["table"]),
            "td" | "th" => self.close_to(&["td", "th"], &["tr", "table"]),
            "thead" | "tbody" | "tfoot" => self.close_to(
                &["thead", "tbody", "tfoot", "caption", "colgroup"],
                &["table"],
            ),
            "a" => self.close_to(&["a"], &["td", "th", "li", "div"]),
            _ => {}
        }
        if BLOCKS.contains(&tag) {
            self.close_to(
                &["p"],
                &[
                    "td",
                    "th",
                    "li",
                    "div",
                    "table",
                    "blockquote",
                    "section",
                    "article",
                    "body",
                    "button",
                    "object",
                ],
            );
        }
        if matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
            self.close_to(
                &["h1", "h2", "h3", "h4", "h5", "h6"],
                &["td", "div", "section", "article", "body", "li"],
            );
        }
        let (from, to) = self.attributes(attributes);
        let Some(id) = self.add(number(tag), from, to) else {
            return;
        };
        let linked = tag == "script"
            && self
                .dom
                .attribute(id, "type")
                .is_some_and(|kind| kind.contains("ld+json"));
        let is_void = VOID.contains(&tag) || (closed && matches!(tag, "svg" | "math" | "span"));
        if !is_void && self.stack.len() < MOST_DEPTH {
            self.stack.push((id, NONE));
        }
        if matches!(
            tag,
            "style" | "template" | "iframe" | "textarea" | "noframes"
        ) || (tag == "script" && !linked)
        {
            self.silent = Some(tag);
        }
    }

    /// Closes the innermost of some elements, looking no further out than to
    /// others.
    fn close_to(&mut self, tags: &[&str], within: &[&str]) {
        for at in (1..self.stack.len()).rev() {
            let tag = self.dom.tag(self.stack[at].0);
            if tags.contains(&tag) {
                self.stack.truncate(at);
                return;
            }
            if within.contains(&tag) {
                return;
            }
        }
    }

    fn end(&mut self, tag: &'static str) {
        if let Some(silent) = self.silent {
            if silent == tag {
                self.silent = None;
                self.close_to(&[tag], &[]);
            }
            return;
        }
        match tag {
            "html" | "body" | "br" => {}
            "table" => self.close_to(&["table"], &[]),
            "td" | "th" | "tr" | "thead" | "tbody" | "tfoot" => self.close_to(&[tag], &["table"]),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.close_to(&["h1", "h2", "h3", "h4", "h5", "h6"], &["td", "div", "li"]);
            }
            _ if BLOCKS.contains(&tag) => self.close_to(&[tag], &["td", "th", "table"]),
            _ => self.close_to(&[tag], BLOCKS),
        }
    }
}
