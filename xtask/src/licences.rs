//! The licences of everything that is shipped: gathered from the crates
//! themselves, refused where they do not fit, and written out whole.
//!
//! Two notices: the reader's, which lies in every folder as `licences.txt`, and
//! that of the whole program. What is no crate (tables made from Unicode's data,
//! stemmers after Snowball, the font, the standard library) is listed here by hand.
//!
//! It takes a crate's own words about its licence and does not look at its source.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::Failure;
use crate::house::House;
use crate::{steps, tools};

mod expression;

/// The notice's file in a folder.
pub const FILE: &str = "licences.txt";

/// Set by Trunk for its hooks.
const STAGING: &str = "TRUNK_STAGING_DIR";

/// A crate that is shipped.
struct Crate {
    name: String,
    version: String,
    licence: String,
    folder: PathBuf,
}

/// Something shipped that is no crate: what it is, its licence, and that
/// licence's text as a file of the repository.
struct Part {
    what: &'static str,
    licence: &'static str,
    text: &'static str,
}

const READERS: [Part; 4] = [
    Part {
        what: "Backissue",
        licence: "MIT OR Apache-2.0",
        text: "LICENSE-MIT",
    },
    Part {
        what: "the Rust standard library (The Rust Project Contributors)",
        licence: "MIT OR Apache-2.0",
        text: "xtask/licences/rust.txt",
    },
    Part {
        what: "tables made from the Unicode Character Database and the Common Locale Data Repository",
        licence: "Unicode-3.0",
        text: "xtask/licences/unicode-3.0.txt",
    },
    Part {
        what: "stemmers after the algorithms of Snowball",
        licence: "BSD-3-Clause",
        text: "xtask/licences/snowball.txt",
    },
];

const FONT: Part = Part {
    what: "Noto Serif, in which social cards are drawn (The Noto Project Authors)",
    licence: "OFL-1.1",
    text: "crates/press/font/OFL.txt",
};

/// Which notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shipped {
    /// What lies in every folder.
    Reader,
    /// The program that writes them.
    Program,
}

/// `licences`: checks both.
pub fn run(house: &House) -> Result<(), Failure> {
    let what = "gathering licences";
    let since = steps::begin(what);
    for shipped in [Shipped::Reader, Shipped::Program] {
        notice(house, shipped)?;
    }
    steps::done(what, since);
    Ok(())
}

/// Writes the reader's notice into the folder Trunk has filled.
pub fn into_staging(house: &House) -> Result<(), Failure> {
    let Some(staging) = std::env::var_os(STAGING).map(PathBuf::from) else {
        return Ok(());
    };
    let path = staging.join(FILE);
    std::fs::write(&path, notice(house, Shipped::Reader)?).map_err(Failure::file(&path))
}

/// A notice as text.
pub fn notice(house: &House, shipped: Shipped) -> Result<String, Failure> {
    let host = host()?;
    let wasm = crates(house, "reader", tools::WASM_TARGET)?;
    let (title, crates, parts): (_, _, Vec<&Part>) = match shipped {
        Shipped::Reader => (
            "What the reader in this folder is made of, and under which licences",
            wasm,
            READERS.iter().collect(),
        ),
        Shipped::Program => {
            let mut all = crates(house, "whole", &host)?;
            all.extend(wasm);
            let title = "What this program, and the reader inside it, are made of, and under which licences";
            (title, all, READERS.iter().chain([&FONT]).collect())
        }
    };
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut faults = Vec::new();
    for one in &crates {
        match of(house, one) {
            Ok(found) => {
                for text in found {
                    let names = texts.entry(text).or_default();
                    names.push(format!("{} {} ({})", one.name, one.version, one.licence));
                }
            }
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        faults.sort();
        faults.dedup();
        return Err(Failure::Found(faults));
    }
    for part in parts {
        let text = read(&house.root.join(part.text))?;
        let names = texts.entry(text).or_default();
        names.push(format!("{} ({})", part.what, part.licence));
    }
    Ok(written(title, texts))
}

/// Texts with the names of what is under them, in the order of the names.
fn written(title: &str, texts: BTreeMap<String, Vec<String>>) -> String {
    let mut entries: Vec<(Vec<String>, String)> = texts
        .into_iter()
        .map(|(text, mut names)| {
            names.sort();
            names.dedup();
            (names, text)
        })
        .collect();
    entries.sort();
    let line = "-".repeat(78);
    let mut out = format!("{title}\n{}\n", "=".repeat(title.len()));
    for (names, text) in entries {
        let _ = write!(out, "\n{line}\n{}\n{line}\n\n{text}\n", names.join("\n"));
    }
    out
}

/// The crates of a package that end up in what is built, without our own.
fn crates(house: &House, package: &str, target: &str) -> Result<Vec<Crate>, Failure> {
    let mut tree = steps::command("cargo", &house.root);
    tree.args(["tree", "--package", package, "--target", target]);
    tree.args(["--edges", "normal,no-proc-macro", "--prefix", "none"]);
    tree.args(["--format", "{p}"]);
    let tree = steps::output("asking Cargo what is used", &mut tree)?;
    let mut metadata = steps::command("cargo", &house.root);
    metadata.args([
        "metadata",
        "--format-version",
        "1",
        "--filter-platform",
        target,
    ]);
    let metadata = steps::output("asking Cargo where it lies", &mut metadata)?;
    let known = packages(&metadata).ok_or_else(|| Failure::Missing {
        what: "A list of packages in what `cargo metadata` says".to_owned(),
        next: "cargo metadata --format-version 1".to_owned(),
    })?;
    let mut names: Vec<(&str, &str)> = tree.lines().filter_map(name_and_version).collect();
    names.sort_unstable();
    names.dedup();
    Ok(names
        .into_iter()
        .filter_map(|(name, version)| known.get(&(name.to_owned(), version.to_owned())))
        .filter(|one| !one.folder.starts_with(&house.root))
        .map(|one| Crate {
            name: one.name.clone(),
            version: one.version.clone(),
            licence: one.licence.clone(),
            folder: one.folder.clone(),
        })
        .collect())
}

/// `serde v1.0.229 (*)` as name and version.
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_whitespace();
    let name = words.next()?;
    Some((name, words.next()?.strip_prefix('v')?))
}

fn packages(metadata: &str) -> Option<BTreeMap<(String, String), Crate>> {
    let metadata: Value = serde_json::from_str(metadata).ok()?;
    let packages = metadata.get("packages")?.as_array()?;
    let read = |package: &Value| {
        let text = |name: &str| package.get(name).and_then(Value::as_str).map(str::to_owned);
        let (name, version) = (text("name")?, text("version")?);
        let folder = PathBuf::from(text("manifest_path")?).parent()?.to_owned();
        let one = Crate {
            name: name.clone(),
            version: version.clone(),
            licence: text("license").unwrap_or_default(),
            folder,
        };
        Some(((name, version), one))
    };
    packages.iter().map(read).collect()
}

/// The texts under which a crate is shipped, or why it cannot be.
fn of(house: &House, one: &Crate) -> Result<Vec<String>, String> {
    let who = format!("{} {}", one.name, one.version);
    let taken = expression::taken(&one.licence).ok_or_else(|| {
        format!(
            "{who}: its licence “{}” may not go along with MIT OR Apache-2.0. Do without it, or show in xtask/src/licences/expression.rs why it may.",
            one.licence
        )
    })?;
    let files = files(&one.folder);
    let mut texts = Vec::new();
    for licence in taken {
        let text = file_for(licence, &files)
            .and_then(|name| read(&one.folder.join(name)).ok())
            .or_else(|| standard(house, licence, &one.name))
            .ok_or_else(|| {
                format!(
                    "{who}: no text of {licence} found in {}",
                    one.folder.display()
                )
            })?;
        texts.push(text);
    }
    // Apache-2.0, section 4 (d).
    for name in files
        .iter()
        .filter(|name| name.to_uppercase().starts_with("NOTICE"))
    {
        texts.extend(read(&one.folder.join(name)));
    }
    Ok(texts)
}

/// Files that hold licences, by name.
fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| {
            let name = name.to_uppercase();
            ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"]
                .iter()
                .any(|start| name.starts_with(start))
        })
        .collect();
    names.sort();
    names
}

/// Which of a crate's files holds a licence: the one that names it, else the one
/// that names none.
fn file_for<'f>(licence: &str, files: &'f [String]) -> Option<&'f String> {
    const MARKS: [&str; 7] = [
        "MIT",
        "APACHE",
        "BSD",
        "ZLIB",
        "UNICODE",
        "BOOST",
        "UNLICENSE",
    ];
    let mark = match licence {
        "BSL-1.0" => "BOOST".to_owned(),
        "MIT-0" => "MIT".to_owned(),
        other => other.split('-').next().unwrap_or_default().to_uppercase(),
    };
    let named = files
        .iter()
        .find(|name| name.to_uppercase().contains(&mark));
    let plain = || {
        files.iter().find(|name| {
            let name = name.to_uppercase();
            !name.starts_with("NOTICE") && !MARKS.iter().any(|mark| name.contains(mark))
        })
    };
    named.or_else(plain)
}

/// The text of a licence for a crate that forgot to bring it.
fn standard(house: &House, licence: &str, name: &str) -> Option<String> {
    let (file, from) = match licence {
        "MIT" => ("LICENSE-MIT", "Permission is hereby granted"),
        "BSD-3-Clause" => ("xtask/licences/snowball.txt", "Redistribution and use"),
        "Apache-2.0" => return read(&house.root.join("LICENSE-APACHE")).ok(),
        _ => return None,
    };
    let text = read(&house.root.join(file)).ok()?;
    let terms = text.get(text.find(from)?..)?;
    Some(format!("Copyright (c) the authors of {name}\n\n{terms}"))
}

/// A text with its line ends and margins as we write them, so that the same
/// licence is listed once.
fn read(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(Failure::file(path))?;
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    Ok(lines.join("\n").trim_matches('\n').to_owned())
}

/// The machine this runs on, as rustc calls it.
pub fn host() -> Result<String, Failure> {
    let mut ask = std::process::Command::new("rustc");
    let said = steps::output("asking rustc where it runs", ask.arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Failure::Missing {
        what: "The host in what `rustc -vV` says".to_owned(),
        next: "rustc -vV".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_tree_are_read() {
        for (line, wanted) in [
            ("serde v1.0.229", Some(("serde", "1.0.229"))),
            ("serde v1.0.229 (*)", Some(("serde", "1.0.229"))),
            ("reader v0.1.0 (/work)", Some(("reader", "0.1.0"))),
            ("", None),
            ("serde", None),
        ] {
            assert_eq!(name_and_version(line), wanted, "{line}");
        }
    }

    #[test]
    fn the_file_that_names_a_licence_goes_before_the_one_that_names_none() {
        let files = |names: &[&str]| -> Vec<String> {
            names.iter().map(|name| (*name).to_owned()).collect()
        };
        for (licence, names, wanted) in [
            (
                "MIT",
                &["LICENSE-APACHE", "LICENSE-MIT"][..],
                Some("LICENSE-MIT"),
            ),
            ("MIT", &["LICENSE"], Some("LICENSE")),
            ("MIT", &["LICENSE-APACHE", "LICENSE.md"], Some("LICENSE.md")),
            ("MIT", &["LICENSE-APACHE"], None),
            (
                "BSD-3-Clause",
                &["LICENSE-BSD", "LICENSE"],
                Some("LICENSE-BSD"),
            ),
            ("BSL-1.0", &["LICENSE-BOOST"], Some("LICENSE-BOOST")),
            (
                "Unicode-3.0",
                &["LICENSE-MIT", "LICENSE-UNICODE"],
                Some("LICENSE-UNICODE"),
            ),
            ("MIT", &["NOTICE"], None),
        ] {
            assert_eq!(
                file_for(licence, &files(names)).map(String::as_str),
                wanted,
                "{names:?}"
            );
        }
    }

    #[test]
    fn the_same_text_is_written_once() {
        let mut texts = BTreeMap::new();
        texts.insert(
            "Text A".to_owned(),
            vec![
                "b 1 (MIT)".to_owned(),
                "a 1 (MIT)".to_owned(),
                "a 1 (MIT)".to_owned(),
            ],
        );
        texts.insert("Text B".to_owned(), vec!["c 1 (ISC)".to_owned()]);
        let out = written("Title", texts);
        assert_eq!(out.matches("Text A").count(), 1);
        assert!(out.starts_with("Title\n=====\n"));
        assert!(out.contains("\na 1 (MIT)\nb 1 (MIT)\n-"), "{out}");
        assert!(out.find("Text A") < out.find("Text B"));
    }
}
