//! How a page's tree grows from its tokens: what opens, what closes by itself.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::{BLOCKS, Dom, Id, KEPT, MOST_NODES, NONE, Node, TEXT};

/// Elements inside each other beyond this are opened no more.
const MOST_DEPTH: usize = 256;

/// Elements the tree tells apart. Any other is a `span` to it: its words count,
/// its name does not.
#[rustfmt::skip]
const TAGS: &[&str] = &[
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

struct Open {
    dom: Dom,
    stack: Vec<Id>,
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
                let known = TAGS.iter().find(|known| **known == &*tag.name).copied();
                let name = known.unwrap_or("span");
                if tag.kind == TagKind::EndTag {
                    // An element we do not tell apart may have been a block.
                    page.end(name);
                    return TokenSinkResult::Continue;
                }
                let attributes = tag.attrs.iter().filter_map(|attribute| {
                    let kept = KEPT
                        .iter()
                        .position(|kept| *kept == &*attribute.name.local)?;
                    Some((u8::try_from(kept).ok()?, attribute.value.to_string()))
                });
                page.start(name, attributes.collect(), tag.self_closing);
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
            tag: "html",
            parent: NONE,
            first: NONE,
            last: NONE,
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
            stack: vec![0],
            silent: None,
        }
    }

    fn add(&mut self, tag: &'static str, from: usize, to: usize) -> Option<Id> {
        if self.dom.nodes.len() >= MOST_NODES {
            self.dom.cut = true;
            return None;
        }
        let id = u32::try_from(self.dom.nodes.len()).ok()?;
        let parent = self.stack.last().copied().unwrap_or(0);
        let (from, to) = (u32::try_from(from).ok()?, u32::try_from(to).ok()?);
        self.dom.nodes.push(Node {
            tag,
            parent,
            first: NONE,
            last: NONE,
            next: NONE,
            from,
            to,
        });
        let holder = &mut self.dom.nodes[parent as usize];
        let before = std::mem::replace(&mut holder.last, id);
        if before == NONE {
            holder.first = id;
        } else {
            self.dom.nodes[before as usize].next = id;
        }
        Some(id)
    }

    fn text(&mut self, text: &str) {
        if self.silent.is_some() || text.is_empty() {
            return;
        }
        let from = self.dom.words.len();
        self.dom.words.push_str(text);
        let to = self.dom.words.len();
        // Texts come in pieces; those that follow each other are one.
        let holder = self.stack.last().copied().unwrap_or(0);
        let last = self.dom.nodes[holder as usize].last;
        if last != NONE
            && let Some(node) = self.dom.nodes.get_mut(last as usize)
            && node.tag == TEXT
            && node.to as usize == from
        {
            node.to = u32::try_from(to).unwrap_or(node.to);
            return;
        }
        self.add(TEXT, from, to);
    }

    fn start(&mut self, tag: &'static str, attributes: Vec<(u8, String)>, closed: bool) {
        if self.silent.is_some() {
            return;
        }
        match tag {
            // The page has one of each; a second only adds attributes.
            "html" | "body"
                if self
                    .dom
                    .nodes
                    .iter()
                    .take(64)
                    .any(|node| node.tag == tag && tag == "body")
                    || tag == "html" =>
            {
                let at = self
                    .dom
                    .nodes
                    .iter()
                    .take(64)
                    .position(|node| node.tag == tag)
                    .unwrap_or(0);
                let from = self.dom.attributes.len();
                if !attributes.is_empty() && self.dom.nodes[at].from == self.dom.nodes[at].to {
                    self.dom.attributes.extend(attributes);
                    let node = &mut self.dom.nodes[at];
                    node.from = u32::try_from(from).unwrap_or(0);
                    node.to = u32::try_from(self.dom.attributes.len()).unwrap_or(0);
                }
                return;
            }
            "body" => self.close_to(&["head"], &[]),
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
        let from = self.dom.attributes.len();
        let linked = tag == "script"
            && attributes.iter().any(|(kept, value)| {
                KEPT[usize::from(*kept)] == "type" && value.contains("ld+json")
            });
        self.dom.attributes.extend(attributes);
        let to = self.dom.attributes.len();
        let Some(id) = self.add(tag, from, to) else {
            return;
        };
        let is_void = VOID.contains(&tag) || (closed && matches!(tag, "svg" | "math" | "span"));
        if !is_void && self.stack.len() < MOST_DEPTH {
            self.stack.push(id);
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
            let tag = self.dom.tag(self.stack[at]);
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
