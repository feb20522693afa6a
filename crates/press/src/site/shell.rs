//! The shell: which files of a folder are the reader's.
//!
//! Their names hold hashes, so they are read from the `index.html` that stands
//! in the folder: the one Trunk wrote, or one the press wrote earlier. Only the
//! tags that name a file are looked at; nothing else of that page is kept.

use crate::Error;
use crate::folder::Folder;
use crate::html::Escaped;

/// The page that names the files.
const INDEX: &str = "index.html";

/// What a module's name ends with where its loader's ends with `.js`.
const MODULE: &str = "_bg.wasm";

/// The reader's files, as names relative to the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shell {
    /// The start script.
    pub start: String,
    /// The script of the worker that builds a large archive's index.
    pub indexer: String,
    /// The loader of the module that builds such an index; the module's name is
    /// the same with [`MODULE`] at its end.
    pub builder: Option<String>,
    /// The script that wasm-bindgen made.
    pub script: String,
    /// The script that keeps the archive for offline.
    pub offline: Option<String>,
    /// The script that says on the page how that goes.
    pub device: Option<String>,
    /// The reader itself.
    pub wasm: String,
    /// The style sheet.
    pub style: String,
    /// An icon, when there is one.
    pub icon: Option<String>,
}

impl Shell {
    /// Finds the reader's files in a folder.
    ///
    /// # Errors
    /// When the folder has no `index.html`, or that one names no script,
    /// WebAssembly or style sheet.
    pub fn find(folder: &Folder) -> Result<Self, Error> {
        let page = folder.read(INDEX)?;
        let names = Names::read(&String::from_utf8_lossy(&page));
        let need = |name: Option<String>, missing| {
            name.filter(|name| folder.path(name).is_file())
                .ok_or_else(|| Error::Shell {
                    folder: folder.root().to_owned(),
                    missing,
                })
        };
        let there = |name: &str| folder.path(name).is_file().then(|| name.to_owned());
        let may = |name: Option<String>, plain| {
            name.filter(|name| folder.path(name).is_file())
                .or_else(|| there(plain))
        };
        Ok(Self {
            start: need(
                names.start.or(Some(super::START.to_owned())),
                "start script",
            )?,
            indexer: need(
                names.indexer.or(Some(super::INDEXER.to_owned())),
                "indexing script",
            )?,
            builder: may(names.builder, super::BUILDER).filter(|loader| {
                // Both or none.
                folder.path(&module_of(loader)).is_file()
            }),
            script: need(names.script, "reader script")?,
            offline: may(names.offline, super::OFFLINE),
            device: may(names.device, super::DEVICE),
            wasm: need(names.wasm, "reader WebAssembly")?,
            style: need(names.style, "style sheet")?,
            icon: names.icon.or_else(|| there("icon.svg")),
        })
    }
}

impl Shell {
    /// A page that names the files, in the way [`Self::find`] reads.
    #[must_use]
    pub fn page(&self) -> String {
        let icon = self.icon.as_ref();
        let icon = icon.map_or_else(String::new, |icon| {
            format!("<link rel=\"icon\" href=\"{}\">", Escaped(icon))
        });
        let mut more = String::new();
        for (attribute, file) in [
            ("builder", &self.builder),
            ("offline", &self.offline),
            ("device", &self.device),
        ] {
            if let Some(file) = file {
                more.push_str(&format!(" data-{attribute}=\"{}\"", Escaped(file)));
            }
        }
        format!(
            "<!DOCTYPE html>\n<link rel=\"stylesheet\" href=\"{}\">{icon}<script type=\"module\" src=\"{}\" data-indexer=\"{}\" data-script=\"{}\"{more} data-wasm=\"{}\"></script>\n",
            Escaped(&self.style),
            Escaped(&self.start),
            Escaped(&self.indexer),
            Escaped(&self.script),
            Escaped(&self.wasm)
        )
    }
}

/// The name of the module that a loader loads.
#[must_use]
pub fn module_of(loader: &str) -> String {
    [loader.trim_end_matches(".js"), MODULE].concat()
}

/// The names found in a page.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    start: Option<String>,
    indexer: Option<String>,
    builder: Option<String>,
    script: Option<String>,
    offline: Option<String>,
    device: Option<String>,
    wasm: Option<String>,
    style: Option<String>,
    icon: Option<String>,
}

impl Names {
    fn read(page: &str) -> Self {
        let mut names = Self::default();
        for tag in tags(page) {
            let href = || file_name(attribute(tag, "href")?);
            let rel = attribute(tag, "rel").unwrap_or_default();
            if tag.starts_with("script") {
                // A page of the press: the start script carries the others.
                if let Some(wasm) = attribute(tag, "data-wasm") {
                    names.wasm = file_name(wasm);
                    names.script = attribute(tag, "data-script").and_then(file_name);
                    names.offline = attribute(tag, "data-offline").and_then(file_name);
                    names.device = attribute(tag, "data-device").and_then(file_name);
                    names.start = attribute(tag, "src").and_then(file_name);
                    names.indexer = attribute(tag, "data-indexer").and_then(file_name);
                    names.builder = attribute(tag, "data-builder").and_then(file_name);
                }
            } else if tag.starts_with("link") {
                match rel {
                    "stylesheet" => names.style = names.style.or_else(href),
                    "modulepreload" => names.script = names.script.or_else(href),
                    "preload" => {
                        names.wasm = names
                            .wasm
                            .or_else(|| href().filter(|name| name.ends_with(".wasm")));
                    }
                    "icon" => names.icon = names.icon.or_else(href),
                    _ => {}
                }
            }
        }
        names
    }
}

/// The inside of every opening tag, in order. Trunk's output and ours hold no
/// `>` inside an attribute of the tags that matter.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<')
        .skip(1)
        .filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag))
}

/// The value of an attribute, quoted either way or not at all.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    loop {
        let at = rest.find(name)?;
        let set_off = rest[..at].ends_with(|c: char| c.is_ascii_whitespace());
        rest = &rest[at + name.len()..];
        if let Some(value) = rest.strip_prefix('=').filter(|_| set_off) {
            return match value.chars().next()? {
                quote @ ('"' | '\'') => value[1..].split(quote).next(),
                _ => value.split(|c: char| c.is_ascii_whitespace()).next(),
            };
        }
    }
}

/// The file's name from an address that may be absolute, relative or dotted:
/// the reader's own files all lie at the top of the folder.
fn file_name(address: &str) -> Option<String> {
    let name = address.split(['?', '#']).next()?.rsplit('/').next()?;
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = r#"<!DOCTYPE html><html><head><base href="./">
<link rel="stylesheet" href="./style-0a.css">
<link rel="icon" href="./icon-0b.svg">
<script type="module">
import init, * as bindings from './reader-0c.js';
const wasm = await init({ module_or_path: './reader-0c_bg.wasm' });
</script>
<link rel="modulepreload" href="./reader-0c.js" crossorigin="anonymous">
<link rel="preload" href="./reader-0c_bg.wasm" crossorigin="anonymous" as="fetch" type="application/wasm">
</head></html>"#;

    fn some(name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    #[test]
    fn reads_trunk_and_itself() {
        let trunk = Names::read(TRUNK);
        let wanted = Names {
            start: None,
            indexer: None,
            builder: None,
            script: some("reader-0c.js"),
            offline: None,
            device: None,
            wasm: some("reader-0c_bg.wasm"),
            style: some("style-0a.css"),
            icon: some("icon-0b.svg"),
        };
        assert_eq!(trunk, wanted);
        let ours = Names::read(
            r#"<link rel="stylesheet" href="style-0a.css"><link rel=icon href=icon-0b.svg><script type="module" src="start-0d.js" data-indexer="indexer-0f.js" data-builder="builder-0h.js" data-script="reader-0c.js" data-device="device-0g.js" data-offline="offline-0e.js" data-wasm="reader-0c_bg.wasm"></script>"#,
        );
        assert_eq!(
            ours,
            Names {
                start: some("start-0d.js"),
                offline: some("offline-0e.js"),
                device: some("device-0g.js"),
                indexer: some("indexer-0f.js"),
                builder: some("builder-0h.js"),
                ..wanted
            }
        );
    }

    #[test]
    fn attributes() {
        for (tag, name, wanted) in [
            (r#"a href="x""#, "href", Some("x")),
            ("a data-href='y' href='x'", "href", Some("x")),
            ("a href=x rel=y", "href", Some("x")),
            ("a rel", "href", None),
            ("a xhref=1", "href", None),
        ] {
            assert_eq!(attribute(tag, name), wanted, "{tag}");
        }
    }

    #[test]
    fn a_folder_without_a_reader_is_told_so() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = Folder::new(scratch.path());
        assert!(matches!(Shell::find(&folder), Err(Error::Read { .. })));
        folder.write(INDEX, "<p>hello").unwrap();
        assert!(matches!(Shell::find(&folder), Err(Error::Shell { .. })));
    }
}
