//! `backissue check`: says what is wrong in an archive, and mends what is safe
//! to mend.

use std::fs;
use std::path::{Path, PathBuf};

use archive::Severity;
use import::{Finding, Mended, Tally};
use serde_json::{Value, json};

use super::{Outcome, need, once, problems, usage, wrong};
use crate::Error;
use crate::folder;

/// What the file was, beside what it was mended to.
const BEFORE: &str = ".before-fix";

/// Reads the arguments and checks.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Error> {
    use lexopt::Arg::{Long, Value as Path};
    let (mut file, mut format, mut mend) = (None, None, false);
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Path(path) => once(&mut file, PathBuf::from(path), "the archive")?,
            Long("fix") => mend = true,
            Long("format") => once(
                &mut format,
                super::import::text(&mut arguments, "--format")?,
                "--format",
            )?,
            other => return Err(usage(other.unexpected())),
        }
    }
    let file = need(file, "the archive")?;
    let json = match format.as_deref() {
        None | Some("text") => false,
        Some("json") => true,
        Some(other) => return Err(wrong(format!("--format {other} is neither text nor json"))),
    };
    let mended = if mend { fix(&file)? } else { None };
    check(&file, mended.as_ref(), json)
}

/// Mends the file, keeping what it was beside it.
fn fix(file: &Path) -> Result<Option<Mended>, Error> {
    let bytes = folder::read(file)?;
    let refused = |source| Error::Write {
        path: file.to_owned(),
        source,
    };
    let Some(mended) = import::fix(&bytes).map_err(refused)? else {
        return Ok(None);
    };
    if !mended.counts.is_empty() {
        let mut name = file.as_os_str().to_owned();
        name.push(BEFORE);
        let before = PathBuf::from(name);
        // The first one is what the archivist had; it is never written over.
        if !before.exists() {
            fs::write(&before, &bytes).map_err(|source| Error::Write {
                path: before,
                source,
            })?;
        }
        import::write_whole(file, &mended.bytes).map_err(refused)?;
    }
    Ok(Some(mended))
}

fn check(file: &Path, mended: Option<&Mended>, json: bool) -> Result<Outcome, Error> {
    let bytes = folder::read(file)?;
    let reading = archive::read(&bytes);
    let beside = file.parent().unwrap_or(Path::new(""));
    let there = |path: &str| beside.join(path).exists();
    let found = reading
        .archive
        .as_ref()
        .map(|archive| import::check(&bytes, archive, &there));
    let (findings, tally) = found.unwrap_or_default();
    if json {
        println!("{}", report(file, &reading, &findings, tally, mended));
    } else {
        tell(file, &reading, &findings, tally, mended);
    }
    Ok(match reading.archive {
        None => Outcome::Nothing,
        Some(_) if reading.problems.is_empty() && findings.is_empty() => Outcome::Done,
        Some(_) => Outcome::Problems,
    })
}

fn tell(
    file: &Path,
    reading: &archive::Reading,
    findings: &[Finding],
    tally: Tally,
    mended: Option<&Mended>,
) {
    if let Some(mended) = mended {
        let counts: Vec<String> = mended
            .counts
            .iter()
            .map(|(what, count)| format!("{what} {count}"))
            .collect();
        if counts.is_empty() {
            println!("{}: there was nothing to mend.", file.display());
        } else {
            println!(
                "{}: mended: {}. What it was is in {}{BEFORE}.",
                file.display(),
                counts.join(", "),
                file.display()
            );
        }
    }
    let own = |place: &archive::Place| (place.line, place.column);
    let mut lines: Vec<((u32, u32), String)> = reading
        .problems
        .iter()
        .map(|problem| (own(&problem.place), problems::line(file, problem)))
        .chain(
            findings
                .iter()
                .map(|finding| (own(&finding.place), problems::found(file, finding))),
        )
        .collect();
    // What has no place comes last.
    lines.sort_by_key(|((line, column), _)| (*line == 0, *line, *column));
    for (_, line) in lines {
        println!("{line}");
    }
    let Some(archive) = &reading.archive else {
        println!("Nothing in {} can be shown.", file.display());
        return;
    };
    println!(
        "“{}”: {}, {} with their text, {}; {} % headline-only, {} undated, {}, {} kB.",
        archive.title,
        count(tally.articles, "article"),
        tally.with_text,
        count(reading.problems.len() + findings.len(), "problem"),
        percent(tally.articles - tally.with_text, tally.articles),
        tally.undated,
        count(tally.words, "word"),
        fs::metadata(file).map_or(0, |about| about.len()) >> 10
    );
    if mended.is_none() && findings.iter().any(|finding| finding.mendable) {
        println!("Some of this is safe to mend: run it again with --fix.");
    }
}

fn percent(part: usize, all: usize) -> usize {
    (part * 100 + all / 2) / all.max(1)
}

fn report(
    file: &Path,
    reading: &archive::Reading,
    findings: &[Finding],
    tally: Tally,
    mended: Option<&Mended>,
) -> Value {
    let place = |place: &archive::Place| json!({ "line": place.line, "column": place.column, "pointer": place.pointer });
    let problems = reading.problems.iter().map(|problem| {
        json!({
            "place": place(&problem.place),
            "severity": if problem.severity == Severity::Repaired { "warning" } else { "error" },
            "what": problem.message(),
            "hint": problem.next_step(),
        })
    });
    let found = findings.iter().map(|finding| {
        json!({ "place": place(&finding.place), "severity": "note", "what": finding.what, "hint": finding.hint, "mendable": finding.mendable })
    });
    json!({
        "file": file.display().to_string(),
        "readable": reading.archive.is_some(),
        "problems": problems.chain(found).collect::<Vec<_>>(),
        "articles": tally.articles,
        "with_text": tally.with_text,
        "undated": tally.undated,
        "words": tally.words,
        "mended": mended.map(|mended| json!(mended.counts)),
    })
}

/// `1 article`, `2 articles`.
fn count(many: usize, what: &str) -> String {
    format!("{many} {what}{}", if many == 1 { "" } else { "s" })
}
