//! A web page as a tree, from html5ever's tokens.
//!
//! Tokens are the standard's; the tree is simpler than a browser's. It closes
//! what a browser closes by itself, passes over ends that close nothing, and
//! moves nothing about: enough to see which words stand together. Its size and
//! depth are bounded, and it is made in time in proportion to the page.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// More elements and texts than this are no article; the rest is not read.
const MOST_NODES: usize = 400_000;

/// Elements inside each other beyond this are opened no more.
const MOST_DEPTH: usize = 256;

/// Attributes that say something of an article or its place.
#[rustfmt::skip]
const KEPT: &[&str] = &[
    "id", "class", "href", "src", "alt", "content", "name", "property", "itemprop", "rel",
    "datetime", "lang", "role", "hidden", "style", "type", "aria-hidden", "data-src",
    "data-original", "data-lazy-src", "start", "colspan", "rowspan", "width", "height", "pubdate",
    "aria-label",
];

/// No node.
const NONE: u32 = u32::MAX;

/// A node's number.
pub type Id = u32;

/// An element or a text.
#[derive(Debug, Clone)]
struct Node {
    tag: &'static str,
    parent: Id,
    first: Id,
    last: Id,
    next: Id,
    /// Of `attributes` for an element, of `words` for a text.
    from: u32,
    to: u32,
}

/// A page.
#[derive(Debug, Default)]
pub struct Dom {
    nodes: Vec<Node>,
    attributes: Vec<(u8, String)>,
    words: String,
    /// Whether there was more of it than was read.
    pub cut: bool,
}

/// What a text's tag is.
const TEXT: &str = "#text";

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

    /// The top of the page.
    #[must_use]
    pub fn top(&self) -> Id {
        0
    }

    /// How many nodes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    /// An element's name, `#text` for a text.
    #[must_use]
    pub fn tag(&self, id: Id) -> &'static str {
        self.node(id).map_or("", |node| node.tag)
    }

    /// Whether it is a text.
    #[must_use]
    pub fn is_text(&self, id: Id) -> bool {
        self.tag(id) == TEXT
    }

    /// A text's words.
    #[must_use]
    pub fn words(&self, id: Id) -> &str {
        let node = self.node(id).filter(|node| node.tag == TEXT);
        node.map_or("", |node| &self.words[node.from as usize..node.to as usize])
    }

    /// An attribute of an element.
    #[must_use]
    pub fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let node = self.node(id).filter(|node| node.tag != TEXT)?;
        let attributes = &self.attributes[node.from as usize..node.to as usize];
        let found = attributes.iter().find(|(kept, _)| {
            KEPT.get(usize::from(*kept))
                .is_some_and(|kept| *kept == name)
        });
        found.map(|(_, value)| value.as_str())
    }

    /// The element it is in.
    #[must_use]
    pub fn parent(&self, id: Id) -> Option<Id> {
        self.node(id)
            .map(|node| node.parent)
            .filter(|parent| *parent != NONE)
    }

    /// What is in it, in order.
    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut next = self.node(id).map_or(NONE, |node| node.first);
        std::iter::from_fn(move || {
            let at = (next != NONE).then_some(next)?;
            next = self.node(at).map_or(NONE, |node| node.next);
            Some(at)
        })
    }

    /// Everything in it, in order; nodes are numbered in that order.
    pub fn inside(&self, id: Id) -> std::ops::Range<Id> {
        // The first node that follows and is not in it.
        let mut at = id;
        let end = loop {
            let Some(node) = self.node(at) else {
                break self.nodes.len();
            };
            if node.next != NONE {
                break node.next as usize;
            }
            if node.parent == NONE {
                break self.nodes.len();
            }
            at = node.parent;
        };
        id + 1..u32::try_from(end).unwrap_or(NONE)
    }

    /// The first element of these names in it.
    #[must_use]
    pub fn find(&self, id: Id, tags: &[&str]) -> Option<Id> {
        self.inside(id).find(|at| tags.contains(&self.tag(*at)))
    }

    /// All words in it, white space as single spaces.
    #[must_use]
    pub fn text(&self, id: Id) -> String {
        let mut text = String::new();
        let all = std::iter::once(id).chain(self.inside(id));
        for at in all {
            match self.tag(at) {
                TEXT => text.push_str(self.words(at)),
                "br" | "p" | "div" | "li" | "td" | "tr" => text.push(' '),
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

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

/// Elements that begin a block, and so end a paragraph.
#[rustfmt::skip]
pub const BLOCKS: &[&str] = &[
    "html", "body", "main", "article", "section", "header", "footer", "nav", "aside", "div", "p",
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
    "thead", "tbody", "tfoot", "tr", "td", "th", "blockquote", "pre", "figure", "figcaption", "hr",
    "center", "address", "form", "fieldset", "details", "summary", "dialog", "menu", "hgroup",
    "search", "xmp", "listing", "plaintext", "dir", "layer", "option", "video", "audio", "iframe",
    "object",
];

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

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(dom: &Dom, id: Id, out: &mut String) {
        if dom.is_text(id) {
            out.push_str(dom.words(id).trim());
            return;
        }
        out.push_str(dom.tag(id));
        out.push('(');
        dom.children(id).for_each(|child| shown(dom, child, out));
        out.push(')');
    }

    fn check(page: &str, wanted: &str) {
        let dom = Dom::parse(page);
        let mut out = String::new();
        shown(&dom, dom.top(), &mut out);
        assert_eq!(out, wanted, "{page}");
        for id in 0..u32::try_from(dom.len()).unwrap() {
            for inner in dom.inside(id) {
                let mut up = inner;
                while up != id {
                    up = dom.parent(up).unwrap();
                }
            }
        }
    }

    #[test]
    fn pages() {
        check(
            "<p>a<p>b<ul><li>c<li>d</ul>e",
            "html(p(a)p(b)ul(li(c)li(d))e)",
        );
        check(
            "<html><head><title>a &amp; b</title><body><table><tr><td>c<td>d<tr><td>e</table>f",
            "html(head(title(a & b))body(table(tr(td(c)td(d))tr(td(e)))f))",
        );
        check("<b><p>a</b>c</p>d", "html(b(p(ac)d))");
        check(
            "<script>if (a<b) x</script><style>p{}</style>y<!-- z --></div>",
            "html(script()style()y)",
        );
        check("<x-y>a</x-y><br/><img src=a>", "html(span(a)br()img())");
        check("<h1>a<h2>b</h2>", "html(h1(a)h2(b))");
    }

    #[test]
    fn deep_and_wide_pages_end() {
        for page in [
            "<div>".repeat(100_000),
            "<a><b>".repeat(100_000),
            "<table><tr><td>".repeat(50_000),
            "<p>".repeat(500_000),
        ] {
            assert!(Dom::parse(&page).len() <= MOST_NODES);
        }
    }
}
