//! WordPress's texts as HTML.
//!
//! In its database a blank line is a paragraph and a line end a line break,
//! unless block elements say otherwise; its themes turn them into mark-up when
//! a page is shown. Blocks of the newer editor are complete HTML in comments.
//! Shortcodes, orders to the program in square brackets, are carried out where
//! that needs nothing but the text, else taken out.

use crate::desk::MOST_BODY;

/// Elements that part paragraphs.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote", "pre", "figure",
    "figcaption", "hr", "form", "fieldset", "address", "section", "article", "aside", "header",
    "footer", "nav", "main", "details", "summary", "noscript", "script", "style", "iframe",
    "object", "video", "audio",
];

/// Elements in which line ends are left alone.
#[rustfmt::skip]
const AS_THEY_ARE: &[&str] = &[
    "pre", "script", "style", "table", "ul", "ol", "dl", "textarea", "figure",
];

/// Shortcodes that WordPress and its commonest plugins bring, and whether the
/// text between their two ends stays.
#[rustfmt::skip]
const SHORTCODES: &[(&str, bool)] = &[
    ("caption", true), ("wp_caption", true), ("gallery", false), ("embed", true), ("audio", false),
    ("video", false), ("playlist", false), ("youtube", false), ("vimeo", false), ("googlevideo",
    false), ("flickr", false), ("soundcloud", false), ("contact-form", false), ("contact-form-7",
    false), ("contact-field", false), ("gravityform", false), ("polldaddy", false), ("poll", false),
    ("sourcecode", true), ("code", true), ("slideshow", false), ("twitter", false), ("tweet",
    false), ("archives", false), ("recent-posts", false), ("subscribe2", false),
    ("jetpack_subscription_form", false), ("vc_row", true), ("vc_column", true), ("vc_column_text",
    true), ("et_pb_section", true), ("et_pb_row", true), ("et_pb_column", true), ("et_pb_text",
    true), ("dropcap", true), ("quote", true), ("pullquote", true), ("highlight", true), ("more",
    false),
];

/// What a text becomes may be several times as long; what is beyond this is
/// more than a body holds.
const MOST: usize = MOST_BODY * 3 / 2;

/// A post's text as HTML, and whether its end is missing because an archive
/// could not hold it.
#[must_use]
pub(crate) fn paragraphs(text: &str) -> (String, bool) {
    let text = shortcodes(text);
    // Where a page or a summary ends, a paragraph does.
    let text = replaced(text, "<!--nextpage-->", "\n\n");
    let text = replaced(text, "<!--more-->", "\n\n");
    if text.contains("<!-- wp:") {
        return (text, false);
    }
    let text = replaced(replaced(text, "\r\n", "\n"), "\r", "\n");
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text.as_str();
    // The innermost element in which line ends mean nothing, and how deep.
    let mut kept: Option<(&str, u32)> = None;
    let mut run = String::new();
    while let Some(at) = rest.find('<').filter(|_| out.len() <= MOST) {
        let (before, tag) = rest.split_at(at);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        let closing = tag.starts_with("</");
        let name = tag.trim_start_matches(['<', '/']);
        let name = &name[..name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len())];
        let known = BLOCKS
            .iter()
            .find(|block| block.eq_ignore_ascii_case(name))
            .copied();
        if let Some((inside, depth)) = &mut kept {
            out.push_str(before);
            out.push_str(tag);
            if known == Some(*inside) {
                *depth = if closing { *depth - 1 } else { *depth + 1 };
                if *depth == 0 {
                    kept = None;
                }
            }
        } else if let Some(block) = known {
            run.push_str(before);
            // Inside a paragraph or a cell that is marked up, a line is a line.
            flush(&mut out, &mut run, closing && block != "div");
            out.push_str(tag);
            if !closing && AS_THEY_ARE.contains(&block) && !tag.ends_with("/>") {
                kept = Some((block, 1));
            }
        } else {
            run.push_str(before);
            run.push_str(tag);
        }
        rest = after;
    }
    if kept.is_some() {
        out.push_str(rest);
    } else {
        run.push_str(rest);
    }
    flush(&mut out, &mut run, false);
    let cut = out.len() > MOST;
    out.truncate(out.floor_char_boundary(MOST));
    (out, cut)
}

/// As `replace`, without a copy when there is nothing to do.
fn replaced(text: String, what: &str, with: &str) -> String {
    match text.contains(what) {
        true => text.replace(what, with),
        false => text,
    }
}

/// Writes what stood between two block elements as paragraphs; what stands in
/// an element that ends here needs none when it is one paragraph alone.
fn flush(out: &mut String, run: &mut String, inside: bool) {
    let text = std::mem::take(run);
    let parts = || {
        let parts = text.split("\n\n").map(str::trim);
        parts.filter(|part| !part.is_empty())
    };
    let bare = inside && parts().nth(1).is_none();
    for part in parts() {
        if out.len() > MOST {
            return;
        }
        if !bare {
            out.push_str("<p>");
        }
        for (line, words) in part.lines().enumerate() {
            if line > 0 {
                out.push_str(if words.is_empty() { "\n" } else { "<br>\n" });
            }
            out.push_str(words);
        }
        if !bare {
            out.push_str("</p>\n");
        }
    }
}

/// A text with its shortcodes carried out or taken out. Square brackets that
/// are no shortcode stay: people write `[sic]`.
#[must_use]
fn shortcodes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        out.push_str(&rest[..at]);
        let tag = &rest[at..];
        let Some((name, keeps, closing, end)) = shortcode(tag) else {
            out.push('[');
            rest = &tag[1..];
            continue;
        };
        rest = &tag[end..];
        if !closing
            && matches!(name, "caption" | "wp_caption")
            && let Some(after) = captioned(&tag[..end], rest, name, &mut out)
        {
            rest = after;
            continue;
        }
        if !closing && !keeps {
            // The text up to its end, if it has one soon, goes with it.
            let close = format!("[/{name}]");
            let near = &rest[..rest.floor_char_boundary(4_000)];
            if let Some(end) = near.find(&close) {
                rest = &rest[end + close.len()..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Writes a picture with its caption, which stands in the order itself or after
/// the picture; what follows it.
fn captioned<'a>(order: &str, rest: &'a str, name: &str, out: &mut String) -> Option<&'a str> {
    let near = &rest[..rest.floor_char_boundary(4_000)];
    let (inside, _) = near.split_once(&format!("[/{name}]"))?;
    let after = &rest[inside.len() + name.len() + 3..];
    let image = inside
        .find("<img")
        .filter(|_| inside.trim_start().starts_with('<'))?;
    let end = image + inside[image..].find('>')? + 1;
    let link = inside[end..].trim_start().starts_with("</a>");
    let end = if link {
        end + inside[end..].find('>')? + 1
    } else {
        end
    };
    let (picture, words) = inside.split_at(end);
    let own = crate::xml::attribute(order[1 + name.len()..].trim_end_matches(']'), "caption");
    let words = own.unwrap_or_else(|| words.trim().to_owned());
    out.push_str("\n\n<figure>");
    match whole_picture(picture, &inside[image..]) {
        Some(whole) => out.push_str(&whole),
        None => out.push_str(picture.trim()),
    }
    if !words.is_empty() {
        out.push_str("<figcaption>");
        out.push_str(&words);
        out.push_str("</figcaption>");
    }
    out.push_str("</figure>\n\n");
    Some(after)
}

/// The picture that a smaller one leads to, in its place: a figure has no link.
fn whole_picture(picture: &str, image: &str) -> Option<String> {
    let link = picture.trim_start().strip_prefix("<a ")?;
    let address = crate::xml::attribute(link.split_once('>')?.0, "href")?;
    let ending = crate::address::ending_of(&address);
    if !matches!(
        ending.as_str(),
        "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif"
    ) {
        return None;
    }
    let words = image.strip_prefix("<img")?.split_once('>')?.0;
    let words = crate::xml::attribute(words, "alt").unwrap_or_default();
    let plain = |text: &str| {
        text.replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;")
    };
    Some(format!(
        "<img src=\"{}\" alt=\"{}\">",
        plain(&address),
        plain(&words)
    ))
}

/// A shortcode at the start of a text: its name, whether its text stays,
/// whether it is an end, and its length.
fn shortcode(tag: &str) -> Option<(&'static str, bool, bool, usize)> {
    let inner = &tag[1..];
    let closing = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')?;
    let (name, keeps) = SHORTCODES.iter().find(|(name, _)| *name == &inner[..end])?;
    let near = &tag[..tag.floor_char_boundary(2_000)];
    let close = near.find(']')?;
    // `[caption width="3"]` is one, `[more of this]` is somebody's words.
    let after = tag[..close].trim_start_matches(['[', '/'])[name.len()..].trim();
    let order = after.is_empty() || after.contains('=') || after.starts_with(['/', ':']);
    order.then_some((*name, *keeps, closing, close + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use archive::Body;

    fn check(text: &str, wanted: &str) {
        assert_eq!(
            Body::Html(paragraphs(text).0).plain_text(),
            wanted,
            "{text:?} {:?}",
            paragraphs(text).0
        );
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        check("One\ntwo\n\nThree", "One\ntwo\n\nThree");
        check("A <em>b</em>\r\n\r\nc", "A b\n\nc");
        check("<p>one</p>\n\ntwo\n\n<p>three</p>", "one\n\ntwo\n\nthree");
        check("a\n\n<pre>x\n\n  y</pre>\n\nb", "a\n\nx\n\n  y\n\nb");
        check(
            "<blockquote>one\n\ntwo</blockquote>three",
            "one\n\ntwo\n\nthree",
        );
        check("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "one\n\ntwo");
        check(
            "<!-- wp:paragraph -->\n<p>one</p>\n<!-- /wp:paragraph -->",
            "one",
        );
    }

    #[test]
    fn what_is_beyond_a_body_is_not_made() {
        for piece in ["a\n\n", "<b>a</b>\n\n", "<p>a</p>", "<pre>a</pre>\n\nb "] {
            let (html, cut) = paragraphs(&piece.repeat(MOST / piece.len() + 1));
            assert!(cut && html.len() == MOST, "{piece}");
        }
    }

    #[test]
    fn shortcodes_are_orders() {
        check(
            "[caption id=\"a\" width=\"3\"]Words <img src=\"a.png\">[/caption] rest",
            "Words  rest",
        );
        check(
            "a [gallery ids=\"1,2\"] b [sic] [more of this]",
            "a b [sic] [more of this]",
        );
        check("[youtube]http://x.org[/youtube]z", "z");
        check("a<!--more-->b<!--nextpage-->c", "a\n\nb\n\nc");
    }

    #[test]
    fn captions_go_with_their_pictures() {
        for (order, wanted) in [
            (
                "a [caption id=\"b\"]<img src=\"b.png\" /> The <em>wheel</em>[/caption] c",
                "<p>a</p>\n<figure><img src=\"b.png\" /><figcaption>The <em>wheel</em></figcaption></figure><p>c</p>\n",
            ),
            (
                "[caption caption=\"The &quot;wheel&quot;\"]<a href=\"c\"><img src=\"b.png\"/></a>[/caption]",
                "<figure><a href=\"c\"><img src=\"b.png\"/></a><figcaption>The \"wheel\"</figcaption></figure>",
            ),
        ] {
            assert_eq!(paragraphs(order), (wanted.to_owned(), false));
        }
    }
}
