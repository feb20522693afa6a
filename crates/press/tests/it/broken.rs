//! `backissue check` on every broken archive of `tests/fixtures/archives`.
//!
//! What each file's problems are stands beside it and is tested with the
//! archive crate. Here it is what a publisher sees in a terminal: a line for
//! each, with its place, and an exit code that scripts can act on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The problems an expectation writes out; it counts the rest.
fn expected_problems(expected: &str) -> usize {
    expected
        .lines()
        .take_while(|line| !line.is_empty() && *line != "no archive")
        .map(|line| match line.strip_suffix(" more)") {
            Some(rest) => rest.trim_start_matches('(').parse().unwrap(),
            None => 1,
        })
        .sum()
}

/// `file:12:3: warning: …` as line 12, column 3.
fn place(line: &str, name: &str) -> Option<(u32, u32)> {
    let rest = line.strip_prefix(name)?.strip_prefix(':')?;
    let (number, rest) = rest.split_once(':')?;
    let (column, words) = rest.split_once(": ")?;
    let told = words.starts_with("warning: ") || words.starts_with("error: ");
    // A message and a next step: two sentences.
    let sentences = words.matches(['.', '?']).count() >= 2;
    (told && sentences).then_some((number.parse().ok()?, column.parse().ok()?))
}

fn check(file: &Path) {
    let name = file.file_name().unwrap().to_str().unwrap();
    let expected = fs::read_to_string(file.with_extension("expected.txt")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_backissue"))
        .current_dir(file.parent().unwrap())
        .args(["check", name])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.stderr, b"", "{name}");

    let problems = expected_problems(&expected);
    let nothing = expected.ends_with("no archive\n");
    let lines: Vec<&str> = said.lines().collect();
    let (summary, told) = lines.split_last().unwrap();
    // What reads well and looks wrong all the same stands among the rest.
    let (notes, told): (Vec<&str>, Vec<&str>) =
        told.iter().partition(|line| line.contains(": note: "));
    let code = match (nothing, problems + notes.len()) {
        (true, _) => 2,
        (false, 0) => 0,
        (false, _) => 1,
    };
    assert_eq!(output.status.code(), Some(code), "{name}: {said}");
    assert_eq!(told.len(), problems, "{name}: {said}");
    if nothing {
        assert_eq!(*summary, format!("Nothing in {name} can be shown."));
        assert!(told.iter().any(|line| line.contains(": error: ")), "{name}");
    } else {
        assert!(summary.contains("article") && summary.contains("problem"));
    }
    let source = fs::read(file).unwrap();
    let rows = source.split(|byte| *byte == b'\n').count();
    let mut before = (0, 0);
    for line in told {
        // That more were found than are listed has no place.
        if line.contains("more problems like these") {
            continue;
        }
        let here = place(line, name).unwrap_or_else(|| panic!("{name}: {line}"));
        assert!(here >= before && here.0 as usize <= rows, "{name}: {line}");
        before = here;
    }
}

#[test]
fn each_broken_archive_is_told_about() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/archives");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    assert!(files.len() >= 30, "the fixtures are missing");
    for file in files {
        check(&file);
    }
}
