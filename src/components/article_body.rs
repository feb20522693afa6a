//! A body's blocks as nodes. The only place that turns archived text into DOM,
//! and it has no way to let markup through.

use archive::{Block, Image, Link, Row, Span};
use yew::Html;

use super::marked::Marking;
use crate::digits::digits;
use crate::markup::{El, el};
use crate::words::{Word, fill, say};

/// All blocks, in order.
pub fn body(blocks: &[Block], marking: &Marking<'_>) -> Html {
    blocks.iter().map(|held| block(held, marking)).collect()
}

fn block(block: &Block, marking: &Marking<'_>) -> Html {
    let run = |tag: &'static str, spans: &[Span]| {
        marking.begin(spans);
        within(tag, spans, marking)
    };
    let element = match block {
        Block::Paragraph(spans) => run("p", spans),
        Block::Heading { level, spans } => {
            let tag = match level {
                0..=2 => "h2",
                3 => "h3",
                4 => "h4",
                5 => "h5",
                _ => "h6",
            };
            run(tag, spans)
        }
        Block::Quote(blocks) => el("blockquote").child(body(blocks, marking)),
        Block::List { start, items } => el(if start.is_some() { "ol" } else { "ul" })
            .attr_if("start", start.map(|start| digits(start.into())))
            .children(
                items
                    .iter()
                    .map(|item| el("li").child(item_body(item, marking))),
            ),
        Block::Figure { images, caption } => el("figure")
            .children(images.iter().map(|held| image(held, marking)))
            .maybe((!caption.is_empty()).then(|| run("figcaption", caption))),
        Block::Table { caption, rows } => {
            let table = el("table")
                .maybe((!caption.is_empty()).then(|| run("caption", caption)))
                .child(el("tbody").children(rows.iter().map(|held| row(held, marking))));
            // A wide table scrolls in its own box, reachable by keyboard.
            el("div.table|tabindex=0|role=group")
                .label(Word::Table)
                .child(table)
        }
        Block::Preformatted(text) => el("pre|tabindex=0").child(marking.text(text)),
        Block::Rule => el("hr"),
    };
    element.into()
}

/// An element with spans inside.
fn within(tag: &'static str, spans: &[Span], marking: &Marking<'_>) -> El {
    el(tag).child(inline(spans, marking))
}

/// An item that is one paragraph needs no `<p>` of its own.
fn item_body(item: &[Block], marking: &Marking<'_>) -> Html {
    match item {
        [Block::Paragraph(spans)] => {
            marking.begin(spans);
            inline(spans, marking)
        }
        _ => body(item, marking),
    }
}

fn row(row: &Row, marking: &Marking<'_>) -> El {
    let wide = |count: u16| (count > 1).then(|| digits(count.into()));
    el("tr").children(row.cells.iter().map(|cell| {
        marking.begin(&cell.spans);
        within(if cell.header { "th" } else { "td" }, &cell.spans, marking)
            .attr_if("colspan", wide(cell.columns))
            .attr_if("rowspan", wide(cell.rows))
    }))
}

fn inline(spans: &[Span], marking: &Marking<'_>) -> Html {
    spans.iter().map(|held| span(held, marking)).collect()
}

fn span(span: &Span, marking: &Marking<'_>) -> Html {
    let within = |tag: &'static str, spans: &[Span]| within(tag, spans, marking);
    let element = match span {
        Span::Text(text) => return marking.piece(text),
        Span::Emphasis(spans) => within("em", spans),
        Span::Strong(spans) => within("strong", spans),
        Span::Code(text) => el("code").child(marking.piece(text)),
        Span::Superscript(spans) => within("sup", spans),
        Span::Subscript(spans) => within("sub", spans),
        Span::Link { link, spans } => match link {
            Link::Outside(url) => outside(url).child(inline(spans, marking)),
            Link::Inside(path) => within("a", spans).href(path.clone()),
        },
        Span::NoteReference(mark) => el("sup.note").words(mark),
        Span::Image(picture) => image(picture, marking),
        Span::Break => el("br"),
    };
    element.into()
}

/// A link that leaves the archive, its words still to come.
pub fn outside(url: &str) -> El {
    el("a|rel=noopener noreferrer").href(url.to_owned())
}

/// A picture from the archive's own folder; one from elsewhere is offered as a
/// link until the reader says otherwise, because loading it would tell its host
/// who reads here.
fn image(picture: &Image, marking: &Marking<'_>) -> El {
    let Image {
        source,
        alternative,
    } = picture;
    let address = source.address().to_owned();
    if marking.pictures || source.is_own() {
        return el("img|loading=lazy")
            .attr("src", address)
            .attr("alt", alternative.clone());
    }
    marking.withheld.set(true);
    let name = match alternative.as_str() {
        "" => say(Word::Picture),
        name => name,
    };
    outside(&address)
        .class("elsewhere")
        .told(fill(Word::PictureElsewhere, &[name]))
}
