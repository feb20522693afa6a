//! Printing what is wrong in an archive, one line a problem, as compilers do.
//!
//! `file:line:column: warning: message next step (/pointer)`, so that editors
//! find the place. A *warning* was read as it was meant; an *error* cost the
//! archive something; a *note* is of something that reads well and looks wrong.

use std::path::Path;

use archive::{Place, Problem, Severity};
use import::Finding;

/// A longer pointer has a text for a name; so many characters tell it.
const MOST_POINTER: usize = 120;

/// The line for a problem.
pub fn line(file: &Path, problem: &Problem) -> String {
    let weight = match problem.severity {
        Severity::Repaired => "warning",
        Severity::Dropped | Severity::Fatal => "error",
    };
    whole(
        file,
        &problem.place,
        weight,
        &problem.message(),
        &problem.next_step(),
    )
}

/// The line for something that looks wrong.
pub fn found(file: &Path, finding: &Finding) -> String {
    whole(file, &finding.place, "note", &finding.what, finding.hint)
}

fn whole(file: &Path, place: &Place, weight: &str, what: &str, step: &str) -> String {
    let mut line = file.display().to_string();
    if place.line > 0 {
        line.push_str(&format!(":{}:{}", place.line, place.column));
    }
    line.push_str(&format!(": {weight}: {what} {step}"));
    // Where a whole archive is one line, this finds the place. Names in it are
    // the file's and may hold line breaks or what a terminal takes for orders.
    if !place.pointer.is_empty() {
        let seen = place.pointer.chars().map(|letter| {
            if letter.is_control() {
                '\u{FFFD}'
            } else {
                letter
            }
        });
        let cut = seen.clone().nth(MOST_POINTER).is_some();
        line.push_str(" (");
        line.extend(seen.take(MOST_POINTER));
        line.push_str(if cut { "…)" } else { ")" });
    }
    line
}

/// Prints problems to standard error, where they do not mix with an answer.
pub fn print(file: &Path, problems: &[Problem]) {
    for problem in problems {
        eprintln!("{}", line(file, problem));
    }
}
