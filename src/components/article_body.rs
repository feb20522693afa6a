//! A body's blocks as nodes. The only place that turns archived text into DOM,
//! and it has no way to let markup through.

use archive::{Block, Image, Link, Row, Span};
use yew::Html;

use crate::markup::{El, el, words};

/// All blocks, in order.
pub fn body(blocks: &[Block]) -> Html {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Html {
    let element = match block {
        Block::Paragraph(spans) => within("p", spans),
        Block::Heading { level, spans } => {
            let tag = match level {
                0..=2 => "h2",
                3 => "h3",
                4 => "h4",
                5 => "h5",
                _ => "h6",
            };
            within(tag, spans)
        }
        Block::Quote(blocks) => el("blockquote").child(body(blocks)),
        Block::List { start, items } => el(if start.is_some() { "ol" } else { "ul" })
            .attr_if("start", start.map(|start| start.to_string()))
            .children(items.iter().map(|item| el("li").child(item_body(item)))),
        Block::Figure { images, caption } => el("figure")
            .children(images.iter().map(image))
            .maybe((!caption.is_empty()).then(|| within("figcaption", caption))),
        Block::Table { caption, rows } => {
            let table = el("table")
                .maybe((!caption.is_empty()).then(|| within("caption", caption)))
                .child(el("tbody").children(rows.iter().map(row)));
            // A wide table scrolls in its own box, reachable by keyboard.
            el("div.table|tabindex=0|role=group|aria-label=Table").child(table)
        }
        Block::Preformatted(text) => el("pre|tabindex=0").words(text),
        Block::Rule => el("hr"),
    };
    element.into()
}

/// An element with spans inside.
fn within(tag: &'static str, spans: &[Span]) -> El {
    el(tag).child(inline(spans))
}

/// An item that is one paragraph needs no `<p>` of its own.
fn item_body(item: &[Block]) -> Html {
    match item {
        [Block::Paragraph(spans)] => inline(spans),
        _ => body(item),
    }
}

fn row(row: &Row) -> El {
    let wide = |count: u16| (count > 1).then(|| count.to_string());
    el("tr").children(row.cells.iter().map(|cell| {
        within(if cell.header { "th" } else { "td" }, &cell.spans)
            .attr_if("colspan", wide(cell.columns))
            .attr_if("rowspan", wide(cell.rows))
    }))
}

fn inline(spans: &[Span]) -> Html {
    spans.iter().map(span).collect()
}

fn span(span: &Span) -> Html {
    let element = match span {
        Span::Text(text) => return words(text),
        Span::Emphasis(spans) => within("em", spans),
        Span::Strong(spans) => within("strong", spans),
        Span::Code(text) => el("code").words(text),
        Span::Superscript(spans) => within("sup", spans),
        Span::Subscript(spans) => within("sub", spans),
        Span::Link { link, spans } => match link {
            Link::Outside(url) => outside(url).child(inline(spans)),
            Link::Inside(path) => within("a", spans).href(path.clone()),
        },
        Span::NoteReference(mark) => el("sup.note").words(mark),
        Span::Image(picture) => image(picture),
        Span::Break => el("br"),
    };
    element.into()
}

/// A link that leaves the archive, its words still to come.
pub fn outside(url: &str) -> El {
    el("a|rel=noopener noreferrer").href(url.to_owned())
}

/// A picture from the archive's own folder; one from elsewhere is offered as a
/// link, because loading it would tell its host who reads here.
fn image(picture: &Image) -> El {
    let name = &picture.alternative;
    match &picture.source {
        Link::Inside(path) => el("img|loading=lazy")
            .attr("src", path.clone())
            .attr("alt", name.clone()),
        Link::Outside(url) => {
            let name = if name.is_empty() { "picture" } else { name };
            outside(url).words(&format!("[Picture elsewhere: {name}]"))
        }
    }
}
