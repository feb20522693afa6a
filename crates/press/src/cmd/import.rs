//! `backissue import`: an archive from whatever there is.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use import::{Detected, Existing, Import, Log, Options, Saved, Severity, SourceKind, Tree};
use serde_json::{Value, json};

use super::progress::Bar;
use super::{Outcome, once, usage, wrong};
use crate::Error;

/// Where the archive goes when nobody says.
const OUT: &str = "articles.json";

/// What is asked for.
struct Asked {
    sources: Vec<PathBuf>,
    out: PathBuf,
    options: Options,
    json: bool,
}

/// Reads the arguments and imports.
pub fn run(arguments: lexopt::Parser) -> Result<Outcome, Error> {
    let asked = read(arguments)?;
    let existing = existing(&asked.out)?;
    let bar = RefCell::new(Bar::new());
    let mut trees = Vec::new();
    for source in &asked.sources {
        match Tree::open(source) {
            Ok(tree) => trees.push(tree),
            Err(kind) => trees.push(Tree::refused(source, kind)),
        }
    }
    let mut import = import::import(
        trees,
        &asked.options,
        Box::new(|progress| {
            bar.borrow_mut().draw(
                progress.bytes.0,
                progress.bytes.1,
                progress.articles,
                progress.file,
            );
        }),
    );
    bar.borrow().clear();
    let saved = if import.is_empty() {
        None
    } else {
        let saved = import
            .save(&asked.out, existing.as_ref())
            .map_err(|source| Error::Write {
                path: asked.out.clone(),
                source,
            })?;
        Some(saved)
    };
    if asked.json {
        println!("{}", report(&import, &asked.out, saved.as_ref()));
    } else {
        tell(&import, &asked.out, saved.as_ref());
    }
    Ok(match saved {
        None => Outcome::Nothing,
        Some(_) if import.desk.log.is_empty() => Outcome::Done,
        Some(_) => Outcome::Problems,
    })
}

fn read(mut arguments: lexopt::Parser) -> Result<Asked, Error> {
    use lexopt::Arg::{Long, Short, Value};
    let (mut sources, mut out, mut format) = (Vec::new(), None, None);
    let (mut title, mut kind) = (None, None);
    let mut options = Options::default();
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Value(path) => sources.push(PathBuf::from(path)),
            Short('o') | Long("out") => once(
                &mut out,
                PathBuf::from(arguments.value().map_err(usage)?),
                "-o",
            )?,
            Long("title") => once(&mut title, text(&mut arguments, "--title")?, "--title")?,
            Long("as") => {
                let name = text(&mut arguments, "--as")?;
                let found = SourceKind::named(&name).ok_or_else(|| {
                    let names: Vec<&str> = SourceKind::ALL.iter().map(|kind| kind.name()).collect();
                    wrong(format!("--as {name} is none of {}", names.join(", ")))
                })?;
                once(&mut kind, found, "--as")?;
            }
            Long("drafts") => options.drafts = true,
            Long("format") => once(&mut format, text(&mut arguments, "--format")?, "--format")?,
            other => return Err(usage(other.unexpected())),
        }
    }
    if sources.is_empty() {
        return Err(wrong("the source is missing".to_owned()));
    }
    let json = match format.as_deref() {
        None | Some("text") => false,
        Some("json") => true,
        Some(other) => return Err(wrong(format!("--format {other} is neither text nor json"))),
    };
    (options.title, options.kind) = (title, kind);
    let out = out.unwrap_or_else(|| PathBuf::from(OUT));
    Ok(Asked {
        sources,
        out,
        options,
        json,
    })
}

pub(super) fn text(arguments: &mut lexopt::Parser, what: &str) -> Result<String, Error> {
    let value = arguments.value().map_err(usage)?;
    value
        .into_string()
        .map_err(|_| wrong(format!("{what} is no text")))
}

fn existing(out: &Path) -> Result<Option<Existing>, Error> {
    if !out.exists() {
        return Ok(None);
    }
    let bytes = crate::folder::read(out)?;
    let existing = Existing::read(&bytes).ok_or_else(|| Error::NoArchive {
        path: out.to_owned(),
    })?;
    Ok(Some(existing))
}

/// Tells a person: problems as compilers do, then what came of it.
fn tell(import: &Import<'_>, out: &Path, saved: Option<&Saved>) {
    let log = &import.desk.log;
    for Detected { source, said } in &import.detected {
        println!("{source}: {said}");
    }
    for problem in log.listed() {
        println!("{}", problem.line());
    }
    if log.unlisted() > 0 {
        println!("... and {} more problems, counted below", log.unlisted());
    }
    let counts = import.desk.counts;
    println!(
        "read {}, kept {}, repaired {}, dropped {}",
        articles(counts.read),
        counts.kept,
        counts.repaired,
        counts.dropped
    );
    for (severity, word) in [
        (Severity::Repaired, "repaired"),
        (Severity::Dropped, "dropped"),
    ] {
        let reasons: Vec<String> = of(log, severity)
            .map(|(reason, count)| format!("{reason} {count}"))
            .collect();
        if !reasons.is_empty() {
            println!("{word}: {}", reasons.join(", "));
        }
    }
    if counts.links > 0 {
        println!(
            "{} now {} from article to article",
            many(counts.links, "link"),
            if counts.links == 1 { "leads" } else { "lead" }
        );
    }
    let Some(saved) = saved else {
        println!("Nothing was written: no article was found.");
        return;
    };
    let kept = saved.kept;
    if kept.met + kept.own > 0 {
        println!(
            "of the existing file: {} met, {} not in the source kept, with {} and {} that differ from the source",
            articles(kept.met),
            kept.own,
            many(kept.notes, "note"),
            many(kept.dates, "date")
        );
    }
    if saved.files > 0 {
        println!("{} copied beside it", many(saved.files as u64, "file"));
    }
    println!(
        "wrote {} with {}",
        out.display(),
        articles(saved.articles as u64)
    );
}

fn of(log: &Log, severity: Severity) -> impl Iterator<Item = (&'static str, u64)> + '_ {
    log.counts()
        .filter(move |(found, ..)| *found == severity)
        .map(|(_, reason, count)| (reason, count))
}

fn articles(count: u64) -> String {
    many(count, "article")
}

/// `1 article`, `2 articles`.
fn many(count: u64, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The same for a script.
fn report(import: &Import<'_>, out: &Path, saved: Option<&Saved>) -> Value {
    let log = &import.desk.log;
    let counts = import.desk.counts;
    let reasons = |severity| {
        Value::Object(
            of(log, severity)
                .map(|(reason, count)| (reason.to_owned(), count.into()))
                .collect(),
        )
    };
    let problems: Vec<Value> = log
        .listed()
        .iter()
        .map(|problem| {
            json!({
                "file": problem.place.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "severity": if problem.severity == Severity::Repaired { "repaired" } else { "dropped" },
                "reason": problem.kind.reason(),
                "what": problem.what(),
                "then": problem.then(),
            })
        })
        .collect();
    let detected: Vec<Value> = import
        .detected
        .iter()
        .map(|found| json!({ "source": found.source, "kind": found.said }))
        .collect();
    json!({
        "detected": detected,
        "problems": problems,
        "unlisted": log.unlisted(),
        "read": counts.read,
        "kept": counts.kept,
        "repaired": counts.repaired,
        "dropped": counts.dropped,
        "links": counts.links,
        "reasons": { "repaired": reasons(Severity::Repaired), "dropped": reasons(Severity::Dropped) },
        "output": saved.map(|saved| json!({
            "file": out.display().to_string(),
            "articles": saved.articles,
            "files": saved.files,
            "existing": { "met": saved.kept.met, "own": saved.kept.own, "notes": saved.kept.notes, "dates": saved.kept.dates },
        })),
    })
}
