//! A shell and archives to press in a folder that goes away afterwards.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// What Trunk leaves in its staging folder, with stand-ins for the reader.
const SHELL: &[(&str, &str)] = &[
    (
        "index.html",
        r#"<!DOCTYPE html><html lang="en"><head><base href="./">
<link rel="stylesheet" href="./style-0123456789abcdef.css">
<script type="module">import init from './reader-0123456789abcdef.js'; await init();</script>
<link rel="modulepreload" href="./reader-0123456789abcdef.js" crossorigin="anonymous">
<link rel="preload" href="./reader-0123456789abcdef_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm">
</head><body><div id="page"></div></body></html>"#,
    ),
    (
        "reader-0123456789abcdef.js",
        "async function init() {}\nexport { init as default };\n",
    ),
    ("reader-0123456789abcdef_bg.wasm", "\0asm"),
    (
        "style-0123456789abcdef.css",
        ":root { color-scheme: light dark }\n",
    ),
    ("start.js", "// The start script.\n"),
    ("indexer.js", "// The indexing script.\n"),
    ("icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
];

/// A folder that is removed when it is dropped.
pub struct Scratch(TempDir);

impl Scratch {
    /// An empty folder with a shell in `shell/`.
    pub fn new() -> Self {
        let scratch = Self(tempfile::tempdir().unwrap());
        for (name, content) in SHELL {
            scratch.write(&format!("shell/{name}"), content);
        }
        scratch
    }

    /// Where a file is.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    /// Reads a file as text.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// `backissue`, to be run in the folder.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backissue"));
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env_remove("TRUNK_STAGING_DIR")
            .env_remove("BACKISSUE_BASE_URL");
        command
    }

    /// Runs `backissue` in the folder.
    pub fn backissue(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// What lies right in a folder, hidden or not, in order.
    pub fn top(&self, below: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(below)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Presses an archive into `out/` and says how it ended.
    pub fn build(&self, archive: &str, more: &[&str]) -> i32 {
        self.write("archive.json", archive);
        let mut arguments = vec!["build", "archive.json", "--shell", "shell", "-o", "out"];
        arguments.extend_from_slice(more);
        let output = self.backissue(&arguments);
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
        output.status.code().unwrap()
    }

    /// Every file below a folder, as names relative to it, in order.
    pub fn files(&self, below: &str) -> Vec<String> {
        let root = self.path(below);
        let mut names = Vec::new();
        gather(&root, &root, &mut names);
        names.sort();
        names
    }
}

fn gather(root: &Path, folder: &Path, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(root, &path, names);
        } else {
            let name = path.strip_prefix(root).unwrap();
            names.push(name.to_str().unwrap().replace('\\', "/"));
        }
    }
}

/// An archive with one of everything: hostile words, markup, a stated day, a
/// supplied date, no date, a lost body, an id that is an address already.
pub const SMALL: &str = r#"{
"version": "https://jsonfeed.org/version/1.1",
"title": "Our \"Say\" <& others>",
"description": "A paper's archive.",
"language": "en-GB",
"authors": [{ "name": "The Editors & Co" }],
"expired": true,
"_archive": { "version": 1, "subtitle": "Sub <title>", "period": "2001/2005", "rights": "All & sundry" },
"items": [
  { "id": "1", "title": "Blood on New Labour’s hands", "content_text": "First paragraph.\n\nSecond </script><script>alert(1)</script>.",
    "authors": [{ "name": "Movement for a Socialist Future" }, { "name": "A. N. Other" }],
    "tags": ["Iraq war", "New \"Labour\""], "date_published": "2003-03-07T00:00:00Z" },
  { "id": "https://example.org/2", "title": "Supplied <b>date</b>", "content_text": "",
    "_archive": { "date": "2005-07~", "supplied": ["date"], "note": "A note." } },
  { "id": "3", "title": "Undated — 漢字 & é", "content_html": "<p>Marked <em>up</em> <a href=\"https://example.org/\">link</a></p>" },
  { "id": "4", "title": "Blood on New Labour’s hands", "content_text": "", "summary": "A <summary>." }
] }"#;

/// A made archive as text.
pub fn made(articles: usize) -> String {
    let mut bytes = Vec::new();
    press::made::write(&mut bytes, articles, 1).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The name of a file from its address.
pub fn decoded(address: &str) -> String {
    let decoded = percent_encoding::percent_decode_str(address).decode_utf8();
    decoded.unwrap().into_owned()
}
