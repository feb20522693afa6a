//! Printing what is wrong in an archive, one line a problem, as compilers do.
//!
//! `file:line:column: message: next step`, so that editors find the place.

use std::path::Path;

use archive::Problem;

/// The line for a problem.
pub fn line(file: &Path, problem: &Problem) -> String {
    let mut line = file.display().to_string();
    let place = &problem.place;
    if place.line > 0 {
        line.push_str(&format!(":{}:{}", place.line, place.column));
    }
    format!("{line}: {} {}", problem.message(), problem.next_step())
}

/// Prints problems to standard error, where they do not mix with an answer.
pub fn print(file: &Path, problems: &[Problem]) {
    for problem in problems {
        eprintln!("{}", line(file, problem));
    }
}
