//! The list of problems while a file is read.
//!
//! A problem is noted with its byte offset; lines and columns are counted once
//! at the end, in one pass, and only when there is something to place. It
//! knows nothing of JSON.

use crate::clean::visible;
use crate::{Place, Problem, ProblemKind, Severity};

/// A file with more problems has one cause; the first thousand show it, and
/// a hostile file cannot fill the memory with complaints.
pub(crate) const MOST_PROBLEMS: usize = 1_000;

/// What is quoted from the file in a message is cut to this many characters:
/// enough to find it by.
const MOST_QUOTED: usize = 60;

/// Problems found so far.
#[derive(Default)]
pub(crate) struct Log {
    /// In the order of the file. Until the end, `line` holds the byte offset.
    found: Vec<Problem>,
    more: u32,
}

impl Log {
    /// Whether one more would only be counted; counts it then.
    pub(crate) fn is_full(&mut self) -> bool {
        let full = self.found.len() >= MOST_PROBLEMS;
        self.more += u32::from(full);
        full
    }

    /// Notes a problem at a byte offset of the text.
    pub(crate) fn note(
        &mut self,
        at: usize,
        pointer: String,
        severity: Severity,
        kind: ProblemKind,
    ) {
        // The fatal one is why there is no archive; it is always told.
        if severity < Severity::Fatal && self.is_full() {
            return;
        }
        let line = u32::try_from(at).unwrap_or(u32::MAX);
        self.found.push(Problem {
            place: Place {
                pointer,
                line,
                column: 0,
            },
            severity,
            kind,
        });
        // Nearly in order as it is, and never more than a thousand.
        let mut last = self.found.len() - 1;
        while last > 0 && self.found[last - 1].place.line > line {
            self.found.swap(last - 1, last);
            last -= 1;
        }
    }

    /// The problems in the order of the file, with their lines and columns.
    pub(crate) fn finish(mut self, text: &str) -> Vec<Problem> {
        let (mut line, mut column, mut seen) = (1, 1, 0);
        for problem in &mut self.found {
            let at = text.floor_char_boundary(problem.place.line as usize);
            for byte in &text.as_bytes()[seen..at] {
                match byte {
                    b'\n' => (line, column) = (line + 1, 1),
                    // Bytes that continue a character are not counted.
                    0x80..=0xBF => {}
                    _ => column += 1,
                }
            }
            seen = at;
            (problem.place.line, problem.place.column) = (line, column);
        }
        if self.more > 0 {
            self.found.push(Problem {
                place: Place::default(),
                severity: Severity::Dropped,
                kind: ProblemKind::More(self.more),
            });
        }
        self.found
    }
}

/// A piece of the file short enough to quote, and nothing in it that would turn
/// the sentence around it about.
pub(crate) fn quoted(text: &str) -> String {
    let mut short = String::new();
    for (count, letter) in visible(text.trim()).0.chars().enumerate() {
        if count == MOST_QUOTED {
            short.push('…');
            break;
        }
        short.push(if letter.is_control() { ' ' } else { letter });
    }
    short
}
