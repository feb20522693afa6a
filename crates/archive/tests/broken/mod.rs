//! Broken archives: each has its own clear message, and what can be read is.
//!
//! Beside each `NN-name.json` in `tests/fixtures/archives` stands what is
//! expected of it. `UPDATE_FIXTURES=1 cargo test -p archive` writes those
//! files anew; look at what changed before keeping it.

use archive::{Problem, Reading, Severity, read};
use std::fs;
use std::path::{Path, PathBuf};

/// Problems of one file that are written down; the rest is counted.
const SHOWN: usize = 12;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/archives")
}

fn line(problem: &Problem) -> String {
    let severity = match problem.severity {
        Severity::Repaired => "repaired",
        Severity::Dropped => "dropped",
        Severity::Fatal => "fatal",
    };
    format!(
        "{}:{}:{} {severity} {} | {}\n",
        problem.place.pointer,
        problem.place.line,
        problem.place.column,
        problem.message(),
        problem.next_step()
    )
}

fn account(reading: &Reading) -> String {
    let mut text: String = reading.problems.iter().take(SHOWN).map(line).collect();
    if let Some(hidden) = reading
        .problems
        .get(SHOWN..)
        .filter(|hidden| !hidden.is_empty())
    {
        text.push_str(&format!("({} more)\n", hidden.len()));
    }
    match &reading.archive {
        None => text.push_str("no archive\n"),
        Some(archive) => {
            text.push_str(&format!("\n# {}\n", archive.title));
            for article in archive.articles.iter().take(SHOWN) {
                let date = article
                    .date
                    .as_ref()
                    .map_or("undated".to_owned(), archive::Edtf::readable);
                let headline = &article.headline.text;
                let cut = headline.chars().take(100).collect::<String>();
                text.push_str(&format!(
                    "- {cut} ({date}) {}\n",
                    article.slug.chars().take(60).collect::<String>()
                ));
            }
        }
    }
    text
}

#[test]
fn broken_archives_say_what_is_wrong() {
    let entries = fs::read_dir(folder()).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    assert!(files.len() >= 30, "the fixtures are missing");
    for path in files {
        let Ok(bytes) = fs::read(&path) else {
            panic!("{} cannot be read", path.display());
        };
        let found = account(&read(&bytes));
        let beside = path.with_extension("expected.txt");
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            assert!(fs::write(&beside, &found).is_ok(), "{}", beside.display());
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(found, expected, "{}", path.display());
    }
}

#[test]
fn fatal_problems_and_no_archive_go_together() {
    for entry in fs::read_dir(folder()).into_iter().flatten().flatten() {
        let Ok(bytes) = fs::read(entry.path()) else {
            continue;
        };
        let reading = read(&bytes);
        let fatal = reading
            .problems
            .iter()
            .any(|problem| problem.severity == Severity::Fatal);
        assert_eq!(
            fatal,
            reading.archive.is_none(),
            "{}",
            entry.path().display()
        );
    }
}
