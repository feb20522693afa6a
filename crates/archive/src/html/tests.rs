//! Bodies in HTML: one table of what becomes what, and what never happens.
//!
//! Blocks are written down as in `¶words *emphasis* [link>address]`.

use super::blocks;
use crate::{Block, Body, Image, Span, plain_text};
use proptest::prelude::*;
use std::fmt::Write as _;

fn image(image: &Image) -> String {
    format!("({}|{})", image.source.address(), image.alternative)
}

fn spans(spans: &[Span]) -> String {
    let each = spans.iter().map(|span| match span {
        Span::Text(text) => text.clone(),
        Span::Emphasis(inside) => format!("*{}*", self::spans(inside)),
        Span::Strong(inside) => format!("**{}**", self::spans(inside)),
        Span::Code(text) => format!("`{text}`"),
        Span::Superscript(inside) => format!("^{}^", self::spans(inside)),
        Span::Subscript(inside) => format!("_{}_", self::spans(inside)),
        Span::Link { link, spans } => format!("[{}>{}]", self::spans(spans), link.address()),
        Span::NoteReference(note) => format!("#{note}#"),
        Span::Image(picture) => image(picture),
        Span::Break => "/".to_owned(),
    });
    each.collect()
}

fn sketch(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(inside) => text.push_str(&["¶", &spans(inside)].concat()),
            Block::Heading {
                level,
                spans: inside,
            } => write!(text, "h{level}:{}", spans(inside)).unwrap_or(()),
            Block::Quote(inside) => text.push_str(&["‹", &sketch(inside), "›"].concat()),
            Block::List { start, items } => {
                text.push_str(&start.map_or("-".to_owned(), |start| start.to_string()));
                for item in items {
                    text.push_str(&["(", &sketch(item), ")"].concat());
                }
            }
            Block::Figure { images, caption } => {
                text.push('▣');
                text.extend(images.iter().map(image));
                text.push_str(&spans(caption));
            }
            Block::Table { caption, rows } => {
                text.push_str(&["▦", &spans(caption)].concat());
                for row in rows {
                    text.push('|');
                    for cell in &row.cells {
                        text.push_str(if cell.header { "!" } else { "" });
                        text.push_str(&[&spans(&cell.spans), ";"].concat());
                    }
                }
            }
            Block::Preformatted(code) => text.push_str(&["‖", code, "‖"].concat()),
            Block::Rule => text.push('―'),
        }
    }
    text
}

fn check(html: &str, wanted: &str) {
    assert_eq!(sketch(&blocks(html).0), wanted, "{html}");
}

#[test]
fn paragraphs() {
    check("", "");
    check("words", "¶words");
    check("<p>one</p><p>two</p>", "¶one¶two");
    check("<p>one<p>two", "¶one¶two");
    check("one<div>two</div>three", "¶one¶two¶three");
    check("<p> a \n b\t</p>  <p>&nbsp;</p><p></p>", "¶a b");
    check("a<br>b", "¶a/b");
    check("<br>a<br/> <br>b<br>", "¶a¶b");
    check("<h1>a</h1><h3>b<p>c", "h2:ah3:b¶c");
    check("<h2><div>a</div></h2>b", "h2:a¶b");
    check("a<hr>b", "¶a―¶b");
    check("a &lt;b&gt; &amp;amp; c < d", "¶a <b> &amp; c < d");
    check(
        "<html><head><title>No</title></head><body>Yes</body></html>",
        "¶Yes",
    );
}

#[test]
fn marks() {
    check("a <em>b</em> <STRONG>c</STRONG>", "¶a *b* **c**");
    check("<b>a </b>b <i> c</i>d", "¶**a** b *c*d");
    check("<b>a<i>b</b>c</i>d", "¶**a*b****c*d");
    check("<b>a<p>b</b>c", "¶**a**¶**b**c");
    check("7<sup>th</sup> H<sub>2</sub>O", "¶7^th^ H_2_O");
    check("<code>a  <b>b</b></code>", "¶`a b`");
    check("<q>a</q>, <q>b </q>", "¶“a”, “b”");
    check("</b></p></div>a</q>", "¶a");
    check("<font color=red><span>a</span></font> <u>b</u>", "¶a b");
}

#[test]
fn links() {
    check(
        "<a href='http://a.org/?b&amp;c'>d</a>",
        "¶[d>http://a.org/?b&c]",
    );
    check("<a href=a.html>d</a>", "¶[d>a.html]");
    check("<a href=\"&#106;avascript:alert(1)\">d</a>", "¶d");
    check(
        "<a href=\"java\nscript:x\">d</a> <a>e</a> <a name=f>g</a>",
        "¶d e g",
    );
    check(
        "<a href='#n1'>1</a> <sup><a href=#n2>[2]</a></sup> <a href=#top>to the top</a>",
        "¶#1# #[2]# to the top",
    );
    check("<a href=a>b<a href=c>d</a>e", "¶[b>a][d>c]e");
    check("<a title=\"a > b\" href=c>d</a>", "¶[d>c]");
    check("<a href=\"c>d</a> e", "¶[d>c] e");
}

#[test]
fn quotes_and_lists() {
    check("<blockquote>a<p>b</blockquote>c", "‹¶a¶b›¶c");
    check(
        "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e",
        "-(¶a)(¶b-(¶c))(¶d)¶e",
    );
    check("<ul><li>a</li><ul><li>b</li></ul></ul>", "-(¶a-(¶b))");
    check("<ol start=3><li>a</ol>", "3(¶a)");
    check("<ol><li></li></ol>", "");
    check("<ul>a<li>b</ul>", "-(¶a)(¶b)");
    check("<li>a<li>b", "¶a¶b");
    check(
        "<dl><dt>a<dd>b<dt>c</dt><dd>d</dd></dl>",
        "-(¶**a**¶b)(¶**c**¶d)",
    );
    check("<blockquote></blockquote>", "");
}

#[test]
fn pictures() {
    check("<img src=a.jpg alt='b &amp; c'>", "▣(a.jpg|b & c)");
    check("d <img src=a.jpg> e", "¶d (a.jpg|) e");
    check(
        "<figure><img src=a><img src=b><figcaption>c <i>d</i></figcaption></figure>",
        "▣(a|)(b|)c *d*",
    );
    check(
        "<figure><a href=c><img src=a></a><figcaption>b</figcaption></figure>",
        "▣(a|)b",
    );
    check(
        "<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>",
        "‹¶a›¶b",
    );
    check(
        "<img src='data:image/png;base64,x' alt='a &amp;amp; b'>",
        "¶a &amp; b",
    );
    check("<img src=javascript:x>", "");
}

#[test]
fn tables() {
    check(
        "<table><caption>c</caption><tr><th>a<th>b<tr><td>1<td><b>2</table>e",
        "▦c|!a;!b;|1;**2**;¶e",
    );
    check(
        "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
        "▦|a;b;",
    );
    check(
        "<table><tr><td><h2>a</h2><p>b</td><td>c</td></tr></table>",
        "h2:a¶b¶c",
    );
    check("<table><tr><td>a<tr><td>b</table>", "¶a¶b");
    check("<table>x<tr><td>a<td>b</table>", "¶x▦|a;b;");
    check("<td>a<tr>b", "¶a¶b");
    check("<table><tr><th>a<td><p>b<p>c</table>", "▦|!a;b/c;");
    check(
        "<table><tr><td><ul><li>a</td><td>b</ul></td></tr></table>c",
        "-(¶a)¶b¶c",
    );
    check("<table></table>", "");
}

#[test]
fn preformatted() {
    check("<pre>\n a\n  <b>b</b>\r\n</pre>c", "‖ a\n  b‖¶c");
    check("<pre>a<br>b<p>c", "‖a\nb\nc‖");
    check("<pre> \n </pre>", "");
    check("<table><tr><td><pre>a</td><td>b</table>", "▦|`a`;b;");
}

#[test]
fn what_runs_or_loads_is_dropped() {
    for (html, wanted, notice) in [
        ("a<script>b</script>c", "¶ac", "A script"),
        ("a<script>b", "¶a", "A script"),
        ("a<script src=x />b", "¶ab", "A script"),
        ("a<script/>b</script>c", "¶ac", "A script"),
        ("<svg><style></svg>a", "¶a", "A drawing"),
        ("<math><script></math>a", "¶a", "A formula"),
        ("a<SCRIPT>'</p>'</Script >c", "¶ac", "A script"),
        ("a<style>b</style>c<template>d</template>", "¶ac", ""),
        ("a<iframe src=x>b</iframe>c", "¶ac", "An embedded page"),
        ("a<iframe>b", "¶ab", "An embedded page"),
        ("<svg><text>a</text></svg>", "¶a", "A drawing"),
        ("<math><mi>x</mi></math>", "¶x", "A formula"),
        ("<object data=x>a</object>", "¶a", "A sound"),
        (
            "<form><label>a</label><input><select><option>b</select></form>",
            "¶a",
            "A form",
        ),
        ("<noscript>a</noscript>", "¶a", ""),
        ("<p onclick=x style=y id=z class=w>a", "¶a", ""),
        ("<a href=javascript:x>a</a>", "¶a", "A link"),
        ("a<!-- b --><!--> c <!doctype d><?e?>", "¶a c", ""),
        ("a<!-- b", "¶a", ""),
    ] {
        let (blocks, notices) = blocks(html);
        assert_eq!(sketch(&blocks), wanted, "{html}");
        assert_eq!(notices.is_empty(), notice.is_empty(), "{html}");
        assert!(
            notices
                .iter()
                .any(|found| found.notice().starts_with(notice))
                || notice.is_empty(),
            "{html}"
        );
    }
}

/// How deep blocks and spans stand inside each other.
fn depth(blocks: &[Block]) -> usize {
    let inside = |block: &Block| match block {
        Block::Quote(inside) => depth(inside),
        Block::List { items, .. } => items.iter().map(|item| depth(item)).max().unwrap_or(0),
        _ => 0,
    };
    1 + blocks.iter().map(inside).max().unwrap_or(0)
}

#[test]
fn hostile_bodies_cost_no_more_than_their_length() {
    let many = 200_000;
    for piece in [
        "<div>",
        "<blockquote>",
        "<ul><li>",
        "<b>",
        "<table><tr><td>",
        "<a href=x>",
        "<iframe>",
        "<select>",
        "<!--",
        "<a title=\"",
        "<a ='",
        "<a =\">\" ",
        "<",
        "</",
        "<a ",
        "&",
        "&#",
        "&amp",
        "<pre>",
        "<q>",
        "</b></i>",
        "<b><i>x</b>",
        "<![CDATA[",
        "<?",
        "<img src=x>",
        "<br>",
        "<svg><title>",
        "<dt>",
        "<figure><figcaption>",
    ] {
        let (blocks, _) = blocks(&piece.repeat(many));
        assert!(depth(&blocks) <= super::MOST_DEPTH + 1, "{piece}");
    }
}

/// Every word of the text, markup cut out by the simplest means.
fn naive_words(html: &str) -> Vec<String> {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    text.split_ascii_whitespace().map(str::to_owned).collect()
}

fn well_formed() -> impl Strategy<Value = String> {
    let leaf = prop_oneof!["[a-z]{1,5}( [a-z]{1,5}){0,3}", Just(" ".to_owned())];
    leaf.prop_recursive(5, 40, 5, |inner| {
        let tag = prop::sample::select(vec![
            "p",
            "div",
            "blockquote",
            "ul><li",
            "h3",
            "em> <b",
            "table><tr><td",
            "figure",
            "pre",
            "span",
            "a href='x'",
        ]);
        (tag, prop::collection::vec(inner, 1..4)).prop_map(|(tag, inside)| {
            let mut html = ["<", tag, ">"].concat();
            // Spaces keep words apart that inline elements would join.
            html.push_str(&inside.join(" "));
            for part in tag.rsplit('>') {
                let name = part
                    .trim()
                    .trim_start_matches('<')
                    .split(' ')
                    .next()
                    .unwrap_or_default();
                html.push_str(&["</", name, "> "].concat());
            }
            html
        })
    })
}

proptest! {
    #[test]
    fn every_word_is_kept_in_order(html in well_formed()) {
        let text = plain_text(&blocks(&html).0);
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        prop_assert_eq!(words, naive_words(&html));
    }

    #[test]
    fn no_input_panics(html in "(</?(p|b|i|a href=|ul|li|table|tr|td|pre|br|q|script|figure|figcaption|h1)[ >\"']|&[a-z#0-9]{0,4};?|[ a<>é\"'=/!-]){0,40}|[\\s\\S]{0,40}") {
        let body = Body::Html(html);
        let text = body.plain_text();
        prop_assert_eq!(text, plain_text(&body.blocks().0));
    }
}
