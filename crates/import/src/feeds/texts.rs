//! A text of a feed: plain or HTML, escaped, bare or coded.

use archive::Body;

use super::{Family, base64};
use crate::xml::{Content, Xml, attribute};

/// A text that may be HTML.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Text {
    pub text: String,
    pub html: bool,
    /// Whether its feed says which of both it is.
    pub stated: bool,
    /// Where HTML stands bare in an element that should hold it escaped.
    pub bare: Option<usize>,
}

impl Text {
    /// The text of an element, by its attributes and its feed's family.
    pub fn of(xml: &Xml<'_>, content: Content, attributes: &str, family: Family) -> Self {
        let kind = attribute(attributes, "type").unwrap_or_default();
        let kind = kind.trim().to_ascii_lowercase();
        let mode = attribute(attributes, "mode");
        if let Some(markup) = content.markup {
            let raw = &xml.text()[content.span.0..content.span.1];
            let meant = match family {
                Family::Atom => kind.contains("xhtml") || kind.contains("xml") || mode.is_some(),
                Family::Rss => attributes.contains("www.w3.org/1999/xhtml"),
            };
            return Self {
                text: bare_html(raw),
                html: true,
                stated: meant,
                bare: (!meant).then_some(markup),
            };
        }
        let html = match family {
            Family::Rss => kind != "text" && kind != "text/plain",
            Family::Atom => kind.contains("html"),
        };
        let coded = match family {
            Family::Rss => None,
            Family::Atom => base64::text(&content.text).filter(|text| {
                // Atom 0.3 says so; 1.0 means it by any other kind than its own.
                mode.is_some_and(|mode| mode == "base64")
                    || (kind.contains('/') && !kind.starts_with("text/") && !kind.contains("html"))
                    || (kind.starts_with("text/") && text.contains('<'))
            }),
        };
        Self {
            html: html || coded.as_ref().is_some_and(|text| text.contains("</")),
            text: coded.unwrap_or(content.text),
            stated: family == Family::Atom,
            bare: None,
        }
    }

    /// As plain text.
    pub fn plain(self) -> String {
        if self.html {
            Body::Html(self.text).plain_text()
        } else {
            self.text
        }
    }

    /// As a headline: RSS says nowhere whether titles are HTML, so only what
    /// can be nothing else is read as such.
    pub fn line(self) -> String {
        let marked =
            self.html && (self.stated || self.bare.is_some() || looks_marked_up(&self.text));
        if marked {
            Body::Html(self.text).plain_text()
        } else {
            self.text
        }
    }

    pub fn body(self) -> Body {
        match (self.text.trim().is_empty(), self.html) {
            (true, _) => Body::Lost,
            (_, true) => Body::Html(self.text),
            (_, false) => Body::Text(self.text),
        }
    }
}

/// Whether a text holds a character reference or a tag of running text.
fn looks_marked_up(text: &str) -> bool {
    let reference = text.split('&').skip(1).any(|after| {
        let name = after.split(';').next().unwrap_or_default();
        name.len() < after.len()
            && (2..10).contains(&name.len())
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
    });
    let tag = text.split('<').skip(1).any(|after| {
        let name = after
            .trim_start_matches('/')
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        let tags = [
            "b", "i", "em", "strong", "a", "span", "sup", "sub", "br", "font", "u", "code", "cite",
            "q", "small",
        ];
        tags.contains(&name.to_ascii_lowercase().as_str()) && after.contains('>')
    });
    reference || tag
}

/// Elements that stand bare in XML, as HTML: without prefixes, with CDATA
/// sections, which HTML does not have, as text, and with both ends, where XML
/// does with one (`<script src="a"/>` would hold the rest of the page in HTML).
fn bare_html(raw: &str) -> String {
    let mut html = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find("<![CDATA[") {
        html.push_str(&rest[..at]);
        let inner = &rest[at + "<![CDATA[".len()..];
        let (inside, after) = inner.split_once("]]>").unwrap_or((inner, ""));
        html.push_str(&inside.replace('&', "&amp;").replace('<', "&lt;"));
        rest = after;
    }
    html.push_str(rest);
    let mut html = with_both_ends(html);
    for prefix in ["xhtml:", "html:", "h:", "x:"] {
        if html.contains(prefix) {
            html = html
                .replace(&format!("<{prefix}"), "<")
                .replace(&format!("</{prefix}"), "</");
        }
    }
    html
}

/// Elements that have no end in HTML either.
const WITHOUT_END: &[&str] = &[
    "br", "hr", "img", "input", "wbr", "col", "area", "embed", "source", "param", "track", "meta",
    "link", "base",
];

fn with_both_ends(html: String) -> String {
    if !html.contains("/>") {
        return html;
    }
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html.as_str();
    while let Some(end) = rest.find("/>") {
        let tag = rest[..end].rfind('<').map_or("", |at| &rest[at + 1..end]);
        let name = tag
            .split(|c: char| !c.is_ascii_alphanumeric() && c != ':')
            .next()
            .unwrap_or_default();
        out.push_str(&rest[..end]);
        if name.is_empty() || WITHOUT_END.contains(&name) || tag.contains('>') {
            out.push_str("/>");
        } else {
            out.push_str("></");
            out.push_str(name);
            out.push('>');
        }
        rest = &rest[end + 2..];
    }
    out.push_str(rest);
    out
}
