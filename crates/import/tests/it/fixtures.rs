//! Every format, dialect and fault, each a folder of `tests/fixtures`: `in/`
//! holds the source (several when there are several), `existing.json` what the
//! output held before, `expected.txt` what must come of it.
//!
//! Sources that no editor keeps (odd bytes, ZIPs) are written with escapes in
//! a `.esc` file: `\xNN` a byte, `\n` nothing, a line that is `\` joins.
//!
//! `FIXTURES=write` writes what comes of them, to be read through before it is
//! kept.

use std::fs;
use std::path::{Path, PathBuf};

use import::Tree;

use crate::shown::{options, run, text};

/// No fixture may go missing by accident.
const FEWEST: usize = 60;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The source of a fixture: its only file, or its folder.
fn source(fixture: &Path, scratch: &Path) -> Vec<PathBuf> {
    let from = fixture.join("in");
    copy(&from, scratch);
    let mut entries: Vec<PathBuf> = fs::read_dir(scratch)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    let beside = |path: &PathBuf| path.is_dir() || path.to_string_lossy().contains("page-");
    match entries.as_slice() {
        [one] => vec![one.clone()],
        _ if fixture.to_string_lossy().contains("-site") => vec![scratch.to_owned()],
        // A lone file with what lies beside it.
        many if many.iter().filter(|path| !beside(path)).count() == 1 => {
            many.iter().filter(|path| !beside(path)).cloned().collect()
        }
        _ => vec![scratch.to_owned()],
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && name.ends_with(".zip") {
            fs::write(to.join(name), zipped(&path)).unwrap();
        } else if path.is_dir() {
            copy(&path, &to.join(name));
        } else if let Some(plain) = name.strip_suffix(".esc") {
            fs::write(
                to.join(plain),
                unescaped(&fs::read_to_string(&path).unwrap()),
            )
            .unwrap();
        } else {
            fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

fn unescaped(text: &str) -> Vec<u8> {
    let text = text.replace("\\\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find("\\x") {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        bytes.push(u8::from_str_radix(&rest[at + 2..at + 4], 16).unwrap());
        rest = &rest[at + 4..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// A ZIP of a folder; `@` in a name stands for a slash or a way out of it.
pub fn zipped(folder: &Path) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    for file in files {
        let name = file
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .replace('@', "/");
        zip.start_file(name, plain).unwrap();
        zip.write_all(&fs::read(&file).unwrap()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn check(fixture: &Path, write: bool) -> Option<String> {
    let scratch = tempfile::tempdir().unwrap();
    let place = scratch.path().join("in");
    let sources = source(fixture, &place);
    let trees = || {
        sources
            .iter()
            .map(|path| Tree::open(path).unwrap_or_else(|kind| Tree::refused(path, kind)))
            .collect()
    };
    let existing = fs::read(fixture.join("existing.json")).ok();
    let name = fixture.file_name().unwrap().to_str().unwrap();
    let options = options(name);
    let first = run(trees(), &options, existing.as_deref());
    let second = run(trees(), &options, existing.as_deref());
    assert_eq!(first.file, second.file, "{name}: twice gives the same");
    let root = format!("{}/", place.display());
    let found = text(&first)
        .replace(&root, "")
        .replace(&place.display().to_string(), "in");
    let expected = fixture.join("expected.txt");
    if write {
        fs::write(&expected, &found).unwrap();
        return None;
    }
    let wanted = fs::read_to_string(&expected).unwrap_or_default();
    (found != wanted).then(|| format!("== {name}\n-- wanted\n{wanted}\n-- found\n{found}"))
}

#[test]
fn fixtures() {
    let write = std::env::var("FIXTURES").is_ok_and(|what| what == "write");
    let mut fixtures: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    fixtures.sort();
    let only = std::env::var("FIXTURE").unwrap_or_default();
    let faults: Vec<String> = fixtures
        .iter()
        .filter(|path| path.to_string_lossy().contains(&only))
        .filter_map(|path| check(path, write))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(
        fixtures.len() >= FEWEST || write,
        "{} fixtures",
        fixtures.len()
    );
}
