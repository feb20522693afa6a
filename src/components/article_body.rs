//! A body's blocks as nodes. The only place that turns archived text into DOM,
//! and it has no way to let markup through.

use archive::{Block, Image, Link, Row, Span};
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// All blocks, in order.
pub fn body(blocks: &[Block]) -> Html {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(spans) => html! { <p>{ inline(spans) }</p> },
        Block::Heading { level, spans } => {
            let mut heading = VTag::new(match level {
                0..=2 => "h2",
                3 => "h3",
                4 => "h4",
                5 => "h5",
                _ => "h6",
            });
            heading.add_child(inline(spans));
            heading.into()
        }
        Block::Quote(blocks) => html! { <blockquote>{ body(blocks) }</blockquote> },
        Block::List { start, items } => {
            let items = items
                .iter()
                .map(|item| html! { <li>{ item_body(item) }</li> });
            match start {
                Some(start) => html! { <ol start={start.to_string()}>{ for items }</ol> },
                None => html! { <ul>{ for items }</ul> },
            }
        }
        Block::Figure { images, caption } => html! {
            <figure>
                { for images.iter().map(image) }
                if !caption.is_empty() {
                    <figcaption>{ inline(caption) }</figcaption>
                }
            </figure>
        },
        Block::Table { caption, rows } => html! {
            // A wide table scrolls in its own box, reachable by keyboard.
            <div class="table" tabindex="0" role="group" aria-label="Table">
                <table>
                    if !caption.is_empty() {
                        <caption>{ inline(caption) }</caption>
                    }
                    <tbody>{ for rows.iter().map(row) }</tbody>
                </table>
            </div>
        },
        Block::Preformatted(text) => html! { <pre tabindex="0">{ text }</pre> },
        Block::Rule => html! { <hr/> },
    }
}

/// An item that is one paragraph needs no `<p>` of its own.
fn item_body(item: &[Block]) -> Html {
    match item {
        [Block::Paragraph(spans)] => inline(spans),
        _ => body(item),
    }
}

fn row(row: &Row) -> Html {
    html! {
        <tr>
            { for row.cells.iter().map(|cell| {
                let columns = (cell.columns > 1).then(|| cell.columns.to_string());
                let rows = (cell.rows > 1).then(|| cell.rows.to_string());
                if cell.header {
                    html! { <th colspan={columns} rowspan={rows}>{ inline(&cell.spans) }</th> }
                } else {
                    html! { <td colspan={columns} rowspan={rows}>{ inline(&cell.spans) }</td> }
                }
            }) }
        </tr>
    }
}

fn inline(spans: &[Span]) -> Html {
    spans.iter().map(span).collect()
}

fn span(span: &Span) -> Html {
    match span {
        Span::Text(text) => html! { { text } },
        Span::Emphasis(spans) => html! { <em>{ inline(spans) }</em> },
        Span::Strong(spans) => html! { <strong>{ inline(spans) }</strong> },
        Span::Code(text) => html! { <code>{ text }</code> },
        Span::Superscript(spans) => html! { <sup>{ inline(spans) }</sup> },
        Span::Subscript(spans) => html! { <sub>{ inline(spans) }</sub> },
        Span::Link { link, spans } => match link {
            Link::Outside(url) => outside(url, inline(spans)),
            Link::Inside(path) => html! { <a href={path.clone()}>{ inline(spans) }</a> },
        },
        Span::NoteReference(mark) => html! { <sup class="note">{ mark }</sup> },
        Span::Image(picture) => image(picture),
        Span::Break => html! { <br/> },
    }
}

/// A link that leaves the archive.
pub fn outside(url: &str, words: Html) -> Html {
    html! { <a href={url.to_owned()} rel="noopener noreferrer">{ words }</a> }
}

/// A picture from the archive's own folder; one from elsewhere is offered as a
/// link, because loading it would tell its host who reads here.
fn image(picture: &Image) -> Html {
    match &picture.source {
        Link::Inside(path) => html! {
            <img src={path.clone()} alt={picture.alternative.clone()} loading="lazy"/>
        },
        Link::Outside(url) => {
            let name = if picture.alternative.is_empty() {
                "picture"
            } else {
                &picture.alternative
            };
            outside(url, html! { { format!("[Picture elsewhere: {name}]") } })
        }
    }
}
