//! `backissue check`: says what is wrong in an archive.

use std::path::PathBuf;

use super::{Outcome, need, once, problems, usage};
use crate::Error;
use crate::folder;

/// Reads the arguments and checks.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Error> {
    let mut file = None;
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            lexopt::Arg::Value(path) => once(&mut file, PathBuf::from(path), "the archive")?,
            other => return Err(usage(other.unexpected())),
        }
    }
    let file = need(file, "the archive")?;
    let reading = archive::read(&folder::read(&file)?);
    for problem in &reading.problems {
        println!("{}", problems::line(&file, problem));
    }
    let Some(archive) = reading.archive else {
        println!("Nothing in {} can be shown.", file.display());
        return Ok(Outcome::Nothing);
    };
    let survive = archive
        .articles
        .iter()
        .filter(|article| article.body.survives())
        .count();
    println!(
        "“{}”: {}, {survive} with their text, {}.",
        archive.title,
        count(archive.articles.len(), "article"),
        count(reading.problems.len(), "problem")
    );
    Ok(if reading.problems.is_empty() {
        Outcome::Done
    } else {
        Outcome::Problems
    })
}

/// `1 article`, `2 articles`.
fn count(many: usize, what: &str) -> String {
    format!("{many} {what}{}", if many == 1 { "" } else { "s" })
}
