//! The layer check: which part of the house may use which (the rules stand in
//! `RULES` and in ARCHITECTURE.md).
//!
//! It reads names, not meanings: what it reports is certain, and what hides
//! behind a renamed import it misses. A long file is remarked on, not refused.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::house::House;
use crate::{source, steps};

/// A file of the repository, with the path it has there, `/` between parts.
struct Source {
    path: String,
    text: String,
}

/// A rule: which files it is about, and what a file may not do.
struct Rule {
    why: &'static str,
    concerns: fn(&str) -> bool,
    /// Whether a path (a name such as `std::fs::File`), made absolute, breaks it.
    breaks: fn(path: &str, name: &str) -> bool,
}

const RULES: [Rule; 5] = [
    Rule {
        why: "archive and the search crates know neither each other nor browser, files, clock, threads or network",
        concerns: |path| engine_of(path).is_some(),
        breaks: |path, name| {
            let first = name.split("::").next().unwrap_or_default();
            // A lone word may be a variable; a crate is followed by something.
            let stranger = engine_of(path).is_some_and(|engine| stranger(engine, first));
            ((stranger || OUTSIDE.contains(&first)) && name.contains("::"))
                || MACHINE
                    .iter()
                    .any(|part| starts(name, &format!("std::{part}")))
        },
    },
    Rule {
        why: "only src/browser/ speaks to the browser's own bindings",
        concerns: |path| in_folder(path, "src") && !in_module(path, "browser"),
        breaks: |_, name| BINDINGS.contains(&name.split("::").next().unwrap_or_default()),
    },
    Rule {
        why: "state knows no DOM, no browser and nothing that is drawn",
        concerns: |path| in_module(path, "state"),
        breaks: |_, name| {
            ["browser", "components", "pages", "hooks", "app"]
                .iter()
                .any(|module| starts(name, &format!("crate::{module}")))
                || ["yew::html", "yew::Html", "yew::NodeRef", "yew::virtual_dom"]
                    .iter()
                    .any(|drawn| starts(name, drawn))
        },
    },
    Rule {
        why: "pages do not import pages",
        concerns: |path| page_of(path).is_some(),
        breaks: |path, name| {
            let mut parts = name.split("::");
            parts.next() == Some("crate")
                && parts.next() == Some("pages")
                // A type that pages/mod.rs itself holds is no page.
                && parts.next().is_some_and(|page| {
                    page.starts_with(char::is_lowercase) && Some(page) != page_of(path)
                })
        },
    },
    Rule {
        why: "components get properties and hand up callbacks: no hooks, browser or pages",
        concerns: |path| in_module(path, "components"),
        breaks: |_, name| {
            ["hooks", "browser", "pages"]
                .iter()
                .any(|module| starts(name, &format!("crate::{module}")))
        },
    },
];

/// The browser's bindings and what hands out their values.
const BINDINGS: [&str; 5] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "serde_wasm_bindgen",
];

/// Crates the two engines must not know.
const OUTSIDE: [&str; 10] = [
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "serde_wasm_bindgen",
    "gloo",
    "rand",
    "getrandom",
    "reader",
];

/// Parts of `std` that are the machine's.
const MACHINE: [&str; 6] = ["fs", "thread", "time", "net", "process", "env"];

/// Ways for a string to become markup. None is ever needed.
const MARKUP: [&str; 5] = [
    "from_html_unchecked",
    "inner_html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
];

/// A file much longer than this usually holds two ideas.
const LONG: usize = 450;

/// Checks the repository.
pub fn run(house: &House) -> Result<(), Failure> {
    let what = "reading who uses whom";
    let since = steps::begin(what);
    let mut sources = Vec::new();
    for folder in ["src", "crates", "static", "xtask/src"] {
        gather(&house.root, &house.root.join(folder), &mut sources)?;
    }
    for source in &sources {
        let lines = source.text.lines().count();
        if lines > LONG {
            steps::note(&format!(
                "note: {} has {lines} lines; is it one idea?",
                source.path
            ));
        }
    }
    let faults: Vec<String> = sources.iter().flat_map(check).collect();
    if faults.is_empty() {
        steps::done(
            &format!("{what}: {} files, nothing out of place", sources.len()),
            since,
        );
        Ok(())
    } else {
        Err(Failure::Found(faults))
    }
}

fn check(source: &Source) -> Vec<String> {
    let path = source.path.as_str();
    let mut faults = Vec::new();
    if path.ends_with("Cargo.toml") {
        faults.extend(manifest(source));
        return faults;
    }
    let rust = path.ends_with(".rs");
    let code = if rust {
        source::code(&source.text)
    } else {
        source.text.clone()
    };
    if ["src", "crates", "static"]
        .iter()
        .any(|folder| in_folder(path, folder))
    {
        for word in MARKUP.iter().filter(|word| code.contains(*word)) {
            faults.push(format!(
                "{path}: `{word}`: no string ever becomes markup here"
            ));
        }
    }
    if !rust {
        return faults;
    }
    let mut names: Vec<String> = source::paths(&code)
        .iter()
        .map(|name| absolute(path, name))
        .collect();
    names.sort();
    names.dedup();
    for rule in RULES.iter().filter(|rule| (rule.concerns)(path)) {
        for name in names.iter().filter(|name| (rule.breaks)(path, name)) {
            faults.push(format!("{path}: `{name}`: {}", rule.why));
        }
    }
    if in_module(path, "state") && source::calls_macro(&code, "html") {
        faults.push(format!("{path}: `html!`: state draws nothing"));
    }
    faults
}

// Dependencies are read line by line; the manifests here are plain enough.
fn manifest(source: &Source) -> Vec<String> {
    let Some(engine) = engine_of(&source.path) else {
        return Vec::new();
    };
    let mut section = "";
    let mut faults = Vec::new();
    for line in source.text.lines().map(str::trim) {
        if line.starts_with('[') {
            section = line;
        }
        // Tests may use what they like; they are not shipped.
        if !section.contains("dependencies") || section.contains("dev-dependencies") {
            continue;
        }
        let named = line.split(['=', '.', ' ']).next().unwrap_or_default();
        let in_title = line
            .strip_prefix("[dependencies.")
            .map(|rest| rest.trim_end_matches(']'));
        let crate_name = in_title.unwrap_or(named).replace('-', "_");
        if stranger(engine, &crate_name) || OUTSIDE.contains(&crate_name.as_str()) {
            faults.push(format!(
                "{}: {engine} must not depend on {crate_name}",
                source.path
            ));
        }
    }
    faults
}

/// Resolves `self::` and `super::` by the file's place.
fn absolute(path: &str, name: &str) -> String {
    let mut parts = name.split("::").peekable();
    let mut module = module_of(path);
    match parts.peek() {
        Some(&"self") => drop(parts.next()),
        Some(&"super") => {
            while parts.next_if_eq(&"super").is_some() {
                module.pop();
            }
        }
        _ => return name.to_owned(),
    }
    std::iter::once("crate")
        .chain(module)
        .chain(parts)
        .collect::<Vec<_>>()
        .join("::")
}

fn module_of(path: &str) -> Vec<&str> {
    let inside = path.rsplit_once("src/").map_or(path, |(_, inside)| inside);
    let mut module: Vec<&str> = inside.trim_end_matches(".rs").split('/').collect();
    if matches!(module.last(), Some(&"mod" | &"lib" | &"main")) {
        module.pop();
    }
    module
}

fn starts(name: &str, with: &str) -> bool {
    name.strip_prefix(with)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn in_folder(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.starts_with('/'))
}

// `src/state.rs` and all of `src/state/`.
fn in_module(path: &str, module: &str) -> bool {
    path.strip_prefix("src/")
        .and_then(|rest| rest.strip_prefix(module))
        .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// The crates that are pure: bytes and words in, data out.
const ENGINES: [&str; 3] = ["archive", "language", "search"];

/// Whether an engine must not know a crate for being another engine; `search`
/// is built on `language`.
fn stranger(engine: &str, other: &str) -> bool {
    ENGINES.contains(&other) && other != engine && (engine, other) != ("search", "language")
}

fn engine_of(path: &str) -> Option<&'static str> {
    ENGINES.into_iter().find(|engine| {
        in_folder(path, &format!("crates/{engine}/src"))
            || path == format!("crates/{engine}/Cargo.toml")
    })
}

fn page_of(path: &str) -> Option<&str> {
    let page = path
        .strip_prefix("src/pages/")?
        .split('/')
        .next()?
        .trim_end_matches(".rs");
    (page != "mod").then_some(page)
}

fn gather(root: &Path, folder: &Path, into: &mut Vec<Source>) -> Result<(), Failure> {
    let mut entries: Vec<PathBuf> = match std::fs::read_dir(folder) {
        Ok(entries) => entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect(),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(why) => return Err(Failure::file(folder)(why)),
    };
    entries.sort();
    for path in entries {
        if path.is_dir() {
            gather(root, &path, into)?;
        } else if ["rs", "js", "mjs", "html", "toml"]
            .iter()
            .any(|kind| path.extension().is_some_and(|extension| extension == *kind))
        {
            let text = std::fs::read_to_string(&path).map_err(Failure::file(&path))?;
            let inside = path.strip_prefix(root).unwrap_or(&path);
            into.push(Source {
                path: inside.to_string_lossy().replace('\\', "/"),
                text,
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
