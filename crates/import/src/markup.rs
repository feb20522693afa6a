//! A body's blocks as HTML: the small and regular HTML the archive's own
//! reader turns back into the same blocks.
//!
//! What is imported passes through the archive's body parser and is written
//! from its tree, so the file holds what the reader shows: no scripts, styles,
//! classes or tracking pictures. There is no other way from a source's HTML
//! into the output.

use archive::{Block, Cell, Image, Link, Span};

/// The blocks as HTML, a line for each of the outermost.
#[must_use]
pub fn html(blocks: Vec<Block>) -> String {
    html_within(blocks, usize::MAX).0
}

/// The same in so many bytes at most, and whether that was too few. The blocks
/// go as they are written: both may be large.
#[must_use]
pub fn html_within(blocks: Vec<Block>, most: usize) -> (String, bool) {
    let mut out = String::new();
    for block in blocks {
        let before = out.len();
        if !out.is_empty() {
            out.push('\n');
        }
        push_block(&mut out, &block);
        if out.len() > most {
            out.truncate(before);
            push_start(&mut out, &block, most);
            return (out, true);
        }
    }
    (out, false)
}

/// The words a block begins with, as far as there is room.
fn push_start(out: &mut String, block: &Block, most: usize) {
    let words = archive::plain_text(std::slice::from_ref(block));
    // As much as a character may take as an entity.
    let room = most.saturating_sub(out.len() + "\n<p></p>".len()) / "&quot;".len();
    let words = words[..words.floor_char_boundary(room)].trim();
    if !words.is_empty() {
        out.push_str("\n<p>");
        push_text(out, words);
        out.push_str("</p>");
    }
}

fn push_block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(spans) => within(out, "p", spans),
        Block::Heading { level, spans } => {
            let name = ["h2", "h2", "h2", "h3", "h4", "h5", "h6"];
            within(out, name[usize::from(*level).min(6)], spans);
        }
        Block::Quote(blocks) => {
            out.push_str("<blockquote>");
            blocks.iter().for_each(|block| push_block(out, block));
            out.push_str("</blockquote>");
        }
        Block::List { start, items } => {
            let name = if start.is_some() { "ol" } else { "ul" };
            out.push_str(&match start {
                Some(start) if *start != 1 => format!("<ol start=\"{start}\">"),
                _ => format!("<{name}>"),
            });
            for item in items {
                out.push_str("<li>");
                match item.as_slice() {
                    [Block::Paragraph(spans)] => push_spans(out, spans),
                    blocks => blocks.iter().for_each(|block| push_block(out, block)),
                }
                out.push_str("</li>");
            }
            out.push_str(&format!("</{name}>"));
        }
        Block::Figure { images, caption } => {
            out.push_str("<figure>");
            images.iter().for_each(|image| push_image(out, image));
            if !caption.is_empty() {
                within(out, "figcaption", caption);
            }
            out.push_str("</figure>");
        }
        Block::Table { caption, rows } => {
            out.push_str("<table>");
            if !caption.is_empty() {
                within(out, "caption", caption);
            }
            for row in rows {
                out.push_str("<tr>");
                row.cells.iter().for_each(|cell| push_cell(out, cell));
                out.push_str("</tr>");
            }
            out.push_str("</table>");
        }
        Block::Preformatted(text) => {
            // The parser drops one line end after the tag.
            out.push_str("<pre>\n");
            push_text(out, text);
            out.push_str("</pre>");
        }
        Block::Rule => out.push_str("<hr>"),
    }
}

fn push_cell(out: &mut String, cell: &Cell) {
    let name = if cell.header { "th" } else { "td" };
    out.push('<');
    out.push_str(name);
    for (attribute, count) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
        if count > 1 {
            out.push_str(&format!(" {attribute}=\"{count}\""));
        }
    }
    out.push('>');
    push_spans(out, &cell.spans);
    out.push_str(&format!("</{name}>"));
}

fn within(out: &mut String, name: &str, spans: &[Span]) {
    out.push_str(&format!("<{name}>"));
    push_spans(out, spans);
    out.push_str(&format!("</{name}>"));
}

fn push_spans(out: &mut String, spans: &[Span]) {
    for span in spans {
        match span {
            Span::Text(text) => push_text(out, text),
            Span::Emphasis(spans) => within(out, "em", spans),
            Span::Strong(spans) => within(out, "strong", spans),
            Span::Superscript(spans) => within(out, "sup", spans),
            Span::Subscript(spans) => within(out, "sub", spans),
            Span::Code(text) => {
                out.push_str("<code>");
                push_text(out, text);
                out.push_str("</code>");
            }
            Span::Link { link, spans } => {
                out.push_str("<a href=\"");
                push_text(out, link.address());
                out.push_str("\">");
                push_spans(out, spans);
                out.push_str("</a>");
            }
            Span::NoteReference(mark) => {
                out.push_str("<a href=\"#note\">");
                push_text(out, mark);
                out.push_str("</a>");
            }
            Span::Image(image) => push_image(out, image),
            Span::Break => out.push_str("<br>"),
        }
    }
}

fn push_image(out: &mut String, image: &Image) {
    out.push_str("<img src=\"");
    push_text(out, image.source.address());
    out.push_str("\" alt=\"");
    push_text(out, &image.alternative);
    out.push_str("\">");
}

fn push_text(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
}

/// Calls `each` for every address in the blocks, which it may change, saying
/// whether it is a picture's. When it gives false the address goes: a link
/// leaves its words, a picture its words in another tongue, the alternative.
pub fn addresses(blocks: &mut [Block], each: &mut dyn FnMut(&mut Link, bool) -> bool) {
    for block in blocks.iter_mut() {
        match block {
            Block::Paragraph(spans) | Block::Heading { spans, .. } => in_spans(spans, each),
            Block::Quote(blocks) => addresses(blocks, each),
            Block::List { items, .. } => {
                for item in items {
                    addresses(item, each);
                }
            }
            Block::Figure { images, caption } => {
                let mut lost = Vec::new();
                images.retain_mut(|image| {
                    let keep = each(&mut image.source, true);
                    if !keep {
                        lost.push(Span::Text(std::mem::take(&mut image.alternative)));
                    }
                    keep
                });
                in_spans(caption, each);
                if images.is_empty() {
                    lost.append(caption);
                    *block = Block::Paragraph(lost);
                }
            }
            Block::Table { caption, rows } => {
                in_spans(caption, each);
                for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
                    in_spans(&mut cell.spans, each);
                }
            }
            Block::Preformatted(_) | Block::Rule => {}
        }
    }
}

fn in_spans(spans: &mut Vec<Span>, each: &mut dyn FnMut(&mut Link, bool) -> bool) {
    let mut at = 0;
    while at < spans.len() {
        match &mut spans[at] {
            Span::Emphasis(inner)
            | Span::Strong(inner)
            | Span::Superscript(inner)
            | Span::Subscript(inner) => in_spans(inner, each),
            Span::Link { link, spans: inner } => {
                in_spans(inner, each);
                if !each(link, false) {
                    let inner = std::mem::take(inner);
                    let many = inner.len();
                    spans.splice(at..=at, inner);
                    at += many;
                    continue;
                }
            }
            Span::Image(image) => {
                let keep = each(&mut image.source, true);
                let words = std::mem::take(&mut image.alternative);
                if keep {
                    image.alternative = words;
                } else {
                    spans[at] = Span::Text(words);
                }
            }
            _ => {}
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use archive::{Body, plain_text};
    use proptest::prelude::*;

    fn again(html_text: &str) -> (Vec<Block>, Vec<Block>) {
        let first = Body::Html(html_text.to_owned()).blocks().0;
        let second = Body::Html(html(first.clone())).blocks().0;
        (first, second)
    }

    #[test]
    fn the_same_blocks_come_back() {
        for source in [
            "<p>a <em>b <strong>c</strong></em> <code>d &lt;</code><br>e</p><h3>f</h3><hr>",
            "<ul><li>a<li>b<p>c<ol start=7><li>d</ol></ul>",
            "<blockquote><p>a<p>b<blockquote>c</blockquote></blockquote>",
            "<table><caption>t</caption><tr><th colspan=2>a<td>b<tr><td rowspan=3>c</table>",
            "<pre>\n\n  a\n b\n</pre><pre>x &amp; <b>y</b></pre>",
            "<figure><img src=a.png alt='A \"b\"'><figcaption>c <i>d</i></figcaption></figure>",
            "<p>See <a href='http://x.org/?a=1&amp;b=2'>x</a><a href='#n1'>1</a>, <img src=b.gif alt=''> 4<sup>th</sup> H<sub>2</sub>O",
            "<dl><dt>a<dd>b</dl>",
        ] {
            let (first, second) = again(source);
            assert_eq!(first, second, "{source}");
        }
    }

    #[test]
    fn html_fits() {
        let source = "<p>one</p><p>two <b>&lt;3</b></p><hr>";
        let blocks = || Body::Html(source.to_owned()).blocks().0;
        let whole = html(blocks());
        for most in 0..whole.len() + 2 {
            let (part, cut) = html_within(blocks(), most);
            assert!(part.len() <= most, "{most} {part}");
            assert_eq!(cut, most < whole.len(), "{most} {part}");
            assert!(cut || part == whole, "{most} {part}");
        }
        let long = vec![Block::Paragraph(vec![Span::Text("a ".repeat(600))])];
        assert_eq!(
            html_within(long, 608).0,
            format!("\n<p>{}</p>", "a ".repeat(50).trim())
        );
    }

    #[test]
    fn addresses_are_changed_and_taken_out() {
        let source = "<p>a <a href='keep'>b</a> <a href='go'>c <em>d</em></a></p><figure><img src='go' alt='e'></figure><img src='keep'>";
        let mut blocks = Body::Html(source.into()).blocks().0;
        addresses(&mut blocks, &mut |link, _| {
            let keep = link.address() == "keep";
            *link = Link::Inside("kept".into());
            keep
        });
        assert_eq!(
            html(blocks),
            "<p>a <a href=\"kept\">b</a> c <em>d</em></p>\n<p>e</p>\n<figure><img src=\"kept\" alt=\"\"></figure>"
        );
    }

    const PIECES: &[&str] = &[
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<ul>",
        "<li>",
        "</ul>",
        "<ol>",
        "</ol>",
        "<pre>",
        "</pre>",
        "<br>",
        "<blockquote>",
        "</blockquote>",
        "<table>",
        "<tr>",
        "<td>",
        "<th>",
        "</table>",
        "<img src=x alt=y>",
        "<hr>",
        "<a href=z>",
        "</a>",
        "<figure>",
        "<figcaption>",
        "</figure>",
        "<h3>",
        "</h3>",
        "<code>",
        "</code>",
        "<sup>",
        "</sup>",
        "a",
        " ",
        "b c",
        "&amp;",
        "&lt;",
        "\n",
        "<dl>",
        "<dt>",
        "<dd>",
        "<a href=#n>",
        "é",
        "<caption>",
    ];

    proptest! {
        #[test]
        fn no_word_is_lost(picked in prop::collection::vec(0..PIECES.len(), 0..40)) {
            let source: String = picked.iter().map(|at| PIECES[*at]).collect();
            let (first, second) = again(&source);
            let words = |blocks: &[Block]| plain_text(blocks).split_whitespace().collect::<String>();
            prop_assert_eq!(words(&first), words(&second), "{}", source);
        }
    }
}
