//! A part of a page as plain HTML, for the archive's own reader to make blocks
//! of.

use std::collections::HashSet;

use super::dom::{Dom, Id};

/// Elements written as they are; all others give their content alone.
#[rustfmt::skip]
const WRITTEN: &[&str] = &[
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
    "tr", "td", "th", "blockquote", "pre", "figure", "figcaption", "hr", "br", "em", "strong", "b",
    "i", "code", "tt", "kbd", "samp", "sup", "sub", "q", "cite", "a", "div", "center", "section",
    "xmp", "address", "article",
];

/// All that an element holds, as HTML.
#[must_use]
pub fn all(dom: &Dom, holder: Id) -> String {
    let mut html = String::new();
    write(dom, holder, &HashSet::new(), &mut html, 0);
    html
}

/// Writes an element's content without what is left out.
pub(super) fn write(dom: &Dom, id: Id, out: &HashSet<Id>, html: &mut String, depth: usize) {
    for child in dom.children(id) {
        if out.contains(&child) {
            continue;
        }
        if dom.is_text(child) {
            push_text(html, dom.words(child));
            continue;
        }
        let tag = dom.tag(child);
        if tag == "img" {
            picture(dom, child, html);
            continue;
        }
        let written = WRITTEN.contains(&tag) && depth < 200;
        if written {
            html.push('<');
            html.push_str(if tag == "xmp" { "pre" } else { tag });
            for name in ["href", "start", "colspan", "rowspan"] {
                if let Some(value) = dom.attribute(child, name) {
                    html.push_str(&format!(" {name}=\""));
                    push_text(html, value);
                    html.push('"');
                }
            }
            html.push('>');
        }
        if !matches!(tag, "script" | "style" | "head") {
            write(dom, child, out, html, depth + 1);
        }
        if written && !matches!(tag, "br" | "hr") {
            html.push_str(&format!("</{}>", if tag == "xmp" { "pre" } else { tag }));
        }
    }
}

/// A picture; one that a script would have loaded later is where the script
/// would have found it.
fn picture(dom: &Dom, id: Id, html: &mut String) {
    let later = ["data-src", "data-original", "data-lazy-src"]
        .iter()
        .find_map(|name| dom.attribute(id, name));
    let Some(source) = later
        .or_else(|| dom.attribute(id, "src"))
        .filter(|source| !source.starts_with("data:"))
    else {
        return;
    };
    html.push_str("<img src=\"");
    push_text(html, source);
    html.push_str("\" alt=\"");
    push_text(html, dom.attribute(id, "alt").unwrap_or_default());
    html.push_str("\">");
}

fn push_text(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}
