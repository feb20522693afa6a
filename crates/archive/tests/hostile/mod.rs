//! Nothing panics, and time and memory follow the length.

use archive::{Severity, read};
use proptest::prelude::*;

/// Long enough that anything quadratic would not end.
const MANY: usize = 1_000_000;

#[test]
fn long_hostile_files_are_read_in_time() {
    let around = |inside: &str| {
        [
            r#"{"version":"https://jsonfeed.org/version/1.1","title":"T","items":["#,
            inside,
        ]
        .concat()
    };
    for text in [
        "[".repeat(MANY),
        "{\"a\":".repeat(MANY),
        around(&"[".repeat(MANY)),
        around(&"{\"_archive\":".repeat(MANY / 10)),
        around(&"{},".repeat(MANY)),
        around(&"{\"title\":\"a\"},".repeat(MANY / 10)),
        around(&"{\"id\":\"a\",\"title\":\"a\"},".repeat(MANY / 10)),
        around(&",".repeat(MANY)),
        around(&"]}".repeat(MANY)),
        around(&":".repeat(MANY)),
        around(&"/*".repeat(MANY)),
        around(&"'".repeat(MANY)),
        around(&"\\".repeat(MANY)),
        around(&format!(
            "{{\"title\":\"{}\"}}",
            "\\ud800".repeat(MANY / 10)
        )),
        around(&format!(
            "{{\"title\":\"a\",\"tags\":[{}",
            "\"a\",".repeat(MANY)
        )),
    ] {
        let reading = read(text.as_bytes());
        assert!(reading.problems.len() <= 1_003);
    }
}

/// Pieces that make something like a feed of any disorder.
fn scrap() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"items\"",
        "\"title\"",
        "\"id\"",
        "\"_archive\"",
        "\"date\"",
        "\"related\"",
        "\"authors\"",
        "\"tags\"",
        "\"content_html\"",
        "\"a\"",
        "\"<p>é\"",
        "'b'",
        "c",
        "1",
        "null",
        "true",
        "\"\\u",
        "\"",
        "\\",
        " ",
        "\n",
        "//",
        "/*",
        "*/",
        "\u{FEFF}",
        "\"language\"",
        "\"en\"",
        "\"2003\"",
        "é",
        "\u{0}",
        "\x0C",
        "\x0B",
        "\u{A0}",
        "\u{85}",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn check(bytes: &[u8]) {
    let reading = read(bytes);
    let fatal = reading
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Fatal);
    assert_eq!(fatal, reading.archive.is_none());
    for problem in &reading.problems {
        assert!(!problem.message().is_empty());
        assert!(!problem.next_step().is_empty());
    }
    let Some(archive) = reading.archive else {
        return;
    };
    assert!(!archive.title.is_empty());
    let mut slugs: Vec<&str> = archive
        .articles
        .iter()
        .map(|article| &*article.slug)
        .collect();
    slugs.sort_unstable();
    assert!(slugs.windows(2).all(|pair| pair[0] != pair[1]));
    for article in &archive.articles {
        assert!(
            !article.headline.text.is_empty() && !article.id.is_empty() && !article.slug.is_empty()
        );
        assert!(
            article
                .topics
                .iter()
                .all(|topic| usize::from(*topic) < archive.topics.len())
        );
        assert!(
            article
                .related
                .iter()
                .all(|related| related.article.is_none_or(|at| at < archive.articles.len()))
        );
    }
}

proptest! {
    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes);
    }

    #[test]
    fn any_scraps_are_survived(start in "(\\{|\\[|\\{\"title\":\"T\",\"items\":\\[|\\{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":\\[\\{\"id\":\"1\",\"title\":\"T\"\\}\\],\"_x\":)", scraps in scrap()) {
        let text = start + &scraps;
        // What is no JSON never passes for a sound archive.
        if serde_json::from_str::<serde_json::Value>(&text).is_err() {
            prop_assert!(!read(text.as_bytes()).problems.is_empty());
        }
        check(text.as_bytes());
        check(&text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    }
}
