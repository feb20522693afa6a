//! Readers of each format that know nothing of how it is written here: the
//! `biblatex` crate for BibTeX, `serde_json` for CSL-JSON, and for RIS the
//! specification's grammar, line by line.

use biblatex::{Bibliography, ChunksExt, Entry};
use citation::{Work, bibtex, csl_json, ris};
use serde_json::Value;

/// The one entry of a BibTeX file.
pub fn entry(work: &Work<'_>) -> Entry {
    let text = bibtex(work);
    let read = Bibliography::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read.len(), 1, "{text}");
    read.into_iter().next().unwrap()
}

/// A field of a BibTeX entry as it would be printed, if there is one.
pub fn field(entry: &Entry, name: &str) -> Option<String> {
    entry.get(name).map(ChunksExt::format_verbatim)
}

/// A field as it stands between its outer braces.
pub fn raw(work: &Work<'_>, name: &str) -> Option<String> {
    let text = bibtex(work);
    let line = text.lines().find(|line| {
        let (found, _) = line.split_once('=').unwrap_or_default();
        found.trim() == name
    })?;
    let value = line.split_once("= ").unwrap().1.strip_suffix(',').unwrap();
    let inside = value
        .strip_prefix('{')
        .and_then(|value| value.strip_suffix('}'));
    Some(inside.unwrap_or(value).to_owned())
}

/// The one item of a CSL-JSON file.
pub fn item(work: &Work<'_>) -> Value {
    let text = csl_json(work);
    let read: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read.as_array().map(Vec::len), Some(1), "{text}");
    read[0].clone()
}

/// Tags and values of a RIS file, in order.
pub fn lines(work: &Work<'_>) -> Vec<(String, String)> {
    let text = ris(work);
    let body = text.strip_suffix("\r\n").unwrap();
    let lines: Vec<(String, String)> = body
        .split("\r\n")
        .map(|line| {
            assert!(!line.contains(['\r', '\n']), "{line:?}");
            let (tag, value) = line.split_at_checked(6).unwrap();
            let tag = tag
                .strip_suffix("  - ")
                .unwrap_or_else(|| panic!("{line:?}"));
            let mut letters = tag.chars();
            assert!(letters.next().unwrap().is_ascii_uppercase(), "{tag}");
            assert!(letters.next().unwrap().is_ascii_alphanumeric(), "{tag}");
            (tag.to_owned(), value.to_owned())
        })
        .collect();
    assert_eq!(
        lines.first().unwrap(),
        &("TY".to_owned(), "MGZN".to_owned())
    );
    assert_eq!(lines.last().unwrap(), &("ER".to_owned(), String::new()));
    let records = lines.iter().filter(|(tag, _)| tag == "TY" || tag == "ER");
    assert_eq!(records.count(), 2);
    lines
}

/// The values of a tag.
pub fn values(work: &Work<'_>, tag: &str) -> Vec<String> {
    let lines = lines(work);
    let found = lines.into_iter().filter(|(held, _)| held == tag);
    found.map(|(_, value)| value).collect()
}
