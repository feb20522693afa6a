//! What a source is: told from what is in it, else from its name.

use crate::address::ending_of;
use crate::tree::Tree;

/// How much of a file is looked at: past a declaration, a style sheet's name
/// and the comment WordPress puts before its exports.
const LOOKED_AT: u64 = 8_192;

/// What a file or folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// RSS of any version.
    Rss,
    /// Atom.
    Atom,
    /// A WordPress export.
    WordPress,
    /// JSON Feed, which an archive is too.
    JsonFeed,
    /// Markdown, with or without front matter.
    Markdown,
    /// Saved web pages.
    Pages,
    /// A table of articles.
    Table,
    /// Plain texts.
    Texts,
}

impl SourceKind {
    /// The name for `--as`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rss => "rss",
            Self::Atom => "atom",
            Self::WordPress => "wordpress",
            Self::JsonFeed => "json-feed",
            Self::Markdown => "markdown",
            Self::Pages => "pages",
            Self::Table => "table",
            Self::Texts => "texts",
        }
    }

    /// The kind of a name for `--as`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Rss,
        Self::Atom,
        Self::WordPress,
        Self::JsonFeed,
        Self::Markdown,
        Self::Pages,
        Self::Table,
        Self::Texts,
    ];

    /// In words, as what was detected: of one file, and of several.
    #[must_use]
    pub fn said(self, many: usize) -> &'static str {
        let one = many == 1;
        match self {
            Self::Rss if one => "RSS feed",
            Self::Rss => "RSS feeds",
            Self::Atom if one => "Atom feed",
            Self::Atom => "Atom feeds",
            Self::WordPress if one => "WordPress export",
            Self::WordPress => "WordPress exports",
            Self::JsonFeed if one => "JSON Feed",
            Self::JsonFeed => "JSON Feeds",
            Self::Markdown if one => "Markdown file",
            Self::Markdown => "Markdown files",
            Self::Pages if one => "saved web page",
            Self::Pages => "saved web pages",
            Self::Table if one => "table",
            Self::Table => "tables",
            Self::Texts if one => "plain text",
            Self::Texts => "plain texts",
        }
    }
}

/// What a file is, from its first bytes and its name; the words when it is
/// something that holds no articles.
///
/// # Errors
/// The name of its kind, when nothing in it can be an article; an empty one
/// when nothing is known of it.
pub fn kind_of(tree: &Tree, path: &str) -> Result<SourceKind, &'static str> {
    let bytes = tree.start(path, LOOKED_AT);
    of_bytes(&bytes, &ending_of(path))
}

fn of_bytes(bytes: &[u8], ending: &str) -> Result<SourceKind, &'static str> {
    match bytes {
        [0x1F, 0x8B, ..] => return Err("compressed with gzip"),
        [b'P', b'K', 3 | 5, 4 | 6, ..] => return Err("a ZIP inside another source"),
        [b'%', b'P', b'D', b'F', ..] => return Err("a PDF"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err("an old Office document"),
        [b'{', b'\\', b'r', b't', b'f', ..] => return Err("an RTF document"),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => {
            return Err("a picture");
        }
        b"" => return by_ending(ending).ok_or("empty"),
        _ => {}
    }
    // Zero bytes are UTF-16's here; without them its ASCII can be read.
    let text: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&text).to_ascii_lowercase();
    let start =
        text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\u{FFFD}');
    if matches!(ending, "md" | "markdown" | "mdown" | "mkd") || has_front_matter(start) {
        return Ok(SourceKind::Markdown);
    }
    let has = |words: &[&str]| words.iter().any(|word| start.contains(word));
    if start.starts_with('<') {
        // One entry of an Atom feed alone, as publishing tools keep them.
        if matches!(root(start), "entry" | "atom:entry") {
            return Ok(SourceKind::Atom);
        }
        if has(&["<rss", "<rdf:rdf"]) {
            let blog = has(&["wordpress.org/export", "<wp:"]);
            return Ok(if blog {
                SourceKind::WordPress
            } else {
                SourceKind::Rss
            });
        }
        if has(&["<feed", "<atom:feed"]) && !has(&["<html"]) {
            return Ok(SourceKind::Atom);
        }
        let page = has(&[
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<title",
            "<meta",
            "<p",
            "<div",
            "<table",
            "<h1",
        ]);
        if page || matches!(ending, "html" | "htm" | "xhtml" | "shtml") {
            return Ok(SourceKind::Pages);
        }
        if has(&["<item", "<entry", "<channel"]) {
            return Ok(SourceKind::Rss);
        }
    }
    if start.starts_with(['{', '[']) && !matches!(ending, "txt" | "csv" | "tsv") {
        return Ok(SourceKind::JsonFeed);
    }
    by_ending(ending).ok_or_else(|| {
        let odd = text
            .chars()
            .filter(|c| c.is_control() && !c.is_whitespace())
            .count();
        if odd * 20 > text.len() { "no text" } else { "" }
    })
}

/// The name of the first element, past declarations and comments.
fn root(start: &str) -> &str {
    let mut rest = start;
    while let Some(at) = rest.find('<') {
        let after = &rest[at + 1..];
        let end = match after {
            _ if after.starts_with("!--") => "-->",
            _ if after.starts_with('?') => "?>",
            _ if after.starts_with('!') => ">",
            _ => {
                let end = after.find(|c: char| !c.is_alphanumeric() && !":_-".contains(c));
                return &after[..end.unwrap_or(after.len())];
            }
        };
        rest = after.split_once(end).map_or("", |(_, rest)| rest);
    }
    ""
}

/// Front matter begins a file of Markdown or of a site's generator.
fn has_front_matter(start: &str) -> bool {
    let line = start.lines().next().unwrap_or_default().trim_end();
    (line == "---" || line == "+++") && start.lines().skip(1).any(|other| other.trim_end() == line)
}

fn by_ending(ending: &str) -> Option<SourceKind> {
    Some(match ending {
        "md" | "markdown" | "mdown" | "mkd" => SourceKind::Markdown,
        "html" | "htm" | "xhtml" | "shtml" => SourceKind::Pages,
        "csv" | "tsv" | "tab" => SourceKind::Table,
        "txt" | "text" => SourceKind::Texts,
        "rss" | "rdf" | "xml" => SourceKind::Rss,
        "atom" => SourceKind::Atom,
        "json" | "jsonfeed" => SourceKind::JsonFeed,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use SourceKind::*;

    #[test]
    fn kinds() {
        for (text, ending, wanted) in [
            ("<?xml version='1.0'?><rss version='2.0'>", "xml", Ok(Rss)),
            ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "rdf", Ok(Rss)),
            (
                "\u{FEFF}<feed xmlns='http://www.w3.org/2005/Atom'>",
                "xml",
                Ok(Atom),
            ),
            (
                "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\">",
                "xml",
                Ok(WordPress),
            ),
            (
                "{\"version\": \"https://jsonfeed.org/version/1\"",
                "json",
                Ok(JsonFeed),
            ),
            ("---\ntitle: x\n---\n<html>", "html", Ok(Markdown)),
            ("+++\ntitle='x'\n+++\ny", "md", Ok(Markdown)),
            ("<!DOCTYPE html>", "", Ok(Pages)),
            (
                "<?xml version='1.0'?><!-- <p> --><entry><title>a</title>",
                "xml",
                Ok(Atom),
            ),
            ("words", "html", Ok(Pages)),
            ("title,text\n", "csv", Ok(Table)),
            ("[a] note", "txt", Ok(Texts)),
            ("---", "txt", Ok(Texts)),
            ("words", "xyz", Err("")),
            ("%PDF-1.4", "txt", Err("a PDF")),
        ] {
            assert_eq!(of_bytes(text.as_bytes(), ending), wanted, "{text}");
        }
    }
}
