//! A web page as a tree, from html5ever's tokens.
//!
//! Tokens are the standard's; the tree is simpler than a browser's. It closes
//! what a browser closes by itself, passes over ends that close nothing, and
//! moves nothing about: enough to see which words stand together. Its size and
//! depth are bounded, and it is made in time in proportion to the page.

mod growing;

use growing::TAGS;

/// More elements and texts than this are no article; the rest is not read.
const MOST_NODES: usize = 400_000;

/// More than an archive takes as a note, its longest text outside of a body: so
/// what is longer is seen to be.
const MOST_TEXT: usize = 120_000;

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

/// An element or a text. Nodes are numbered in the order in which they begin,
/// so the first in one is the next after it, if it is in it at all.
#[derive(Debug, Clone)]
struct Node {
    /// In [`TAGS`], or [`TEXT_TAG`].
    tag: u8,
    parent: Id,
    next: Id,
    /// Of `attributes` for an element, of `words` for a text.
    from: u32,
    to: u32,
}

/// An attribute: its place in [`KEPT`], and from where to where of `values`.
#[derive(Debug, Clone, Copy)]
struct Attribute {
    name: u8,
    from: u32,
    to: u32,
}

/// A page.
#[derive(Debug, Default)]
pub struct Dom {
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    values: String,
    words: String,
    /// Whether there was more of it than was read.
    pub cut: bool,
}

/// What a text's tag is.
const TEXT: &str = "#text";
const TEXT_TAG: u8 = u8::MAX;

impl Dom {
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
        self.node(id).map_or("", |node| match node.tag {
            TEXT_TAG => TEXT,
            tag => TAGS.get(usize::from(tag)).copied().unwrap_or_default(),
        })
    }

    /// Whether it is a text.
    #[must_use]
    pub fn is_text(&self, id: Id) -> bool {
        self.node(id).is_some_and(|node| node.tag == TEXT_TAG)
    }

    /// A text's words.
    #[must_use]
    pub fn words(&self, id: Id) -> &str {
        let node = self.node(id).filter(|node| node.tag == TEXT_TAG);
        node.map_or("", |node| &self.words[node.from as usize..node.to as usize])
    }

    /// An attribute of an element.
    #[must_use]
    pub fn attribute(&self, id: Id, name: &str) -> Option<&str> {
        let node = self.node(id).filter(|node| node.tag != TEXT_TAG)?;
        let attributes = &self.attributes[node.from as usize..node.to as usize];
        let found = attributes.iter().find(|attribute| {
            KEPT.get(usize::from(attribute.name))
                .is_some_and(|kept| *kept == name)
        })?;
        Some(&self.values[found.from as usize..found.to as usize])
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
        let first = id.saturating_add(1);
        let is_in = self.node(first).is_some_and(|node| node.parent == id);
        let mut next = if is_in { first } else { NONE };
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

    /// The words in it, white space as single spaces, as many as an archive
    /// holds outside of a body: elements stand in each other, and all of the
    /// words of each would be a page many times over.
    #[must_use]
    pub fn text(&self, id: Id) -> String {
        self.start(id, MOST_TEXT)
    }

    /// The words in it, when they have no more than so many bytes.
    #[must_use]
    pub fn line(&self, id: Id, most: usize) -> Option<String> {
        let text = self.start(id, most.saturating_add(1));
        (text.len() <= most).then_some(text)
    }

    /// The first of the words in it: until they have so many bytes.
    #[must_use]
    pub fn start(&self, id: Id, most: usize) -> String {
        let mut text = String::new();
        let mut last = ' ';
        let all = std::iter::once(id).chain(self.inside(id));
        for at in all {
            let words = match self.tag(at) {
                TEXT => self.words(at),
                "br" | "p" | "div" | "li" | "td" | "tr" => " ",
                _ => continue,
            };
            for letter in words.chars() {
                match (letter.is_whitespace(), last) {
                    (true, ' ') => {}
                    (true, _) => last = ' ',
                    (false, _) => {
                        if text.len() >= most {
                            return text;
                        }
                        if last == ' ' && !text.is_empty() {
                            text.push(' ');
                        }
                        text.push(letter);
                        last = letter;
                    }
                }
            }
        }
        text
    }
}

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
    fn words() {
        let dom = Dom::parse("<div> a\n é<p>b <i>c</i>d<br>e </div>f");
        let div = dom.find(dom.top(), &["div"]).unwrap();
        assert_eq!(dom.text(div), "a é b cd e");
        assert_eq!(dom.line(div, 11).as_deref(), Some("a é b cd e"));
        assert_eq!(dom.line(div, 10), None);
        assert_eq!(dom.start(div, 2), "a é");
        let long = Dom::parse(&"a ".repeat(MOST_TEXT));
        assert!((MOST_TEXT..MOST_TEXT + 3).contains(&long.text(0).len()));
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
