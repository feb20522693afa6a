//! What can go wrong in a verb. Each says what to do next.

use std::fmt;
use std::path::PathBuf;

/// Why a verb stopped.
#[derive(Debug)]
pub enum Failure {
    /// The command line was not understood.
    Usage(String),
    /// Something this machine needs is not there and could not be fetched.
    Missing {
        /// What is missing.
        what: String,
        /// The command, or the act, that brings it.
        next: String,
    },
    /// A command could not be started at all.
    Unstarted {
        /// The program's name.
        program: String,
        /// What the system said.
        why: std::io::Error,
    },
    /// A command ran and said no. Its own output, printed before, says why.
    Failed {
        /// What it was for.
        step: String,
        /// The command line, to run it again by hand.
        line: String,
    },
    /// A file could not be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// What the system said.
        why: std::io::Error,
    },
    /// A check of our own found faults; each is one line.
    Found(Vec<String>),
    /// Steps of `test` failed; they were told one by one.
    Steps,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) => write!(f, "{text}"),
            Self::Missing { what, next } => {
                write!(f, "{what} is missing. Next step:\n\n    {next}\n")
            }
            Self::Unstarted { program, why } => {
                write!(
                    f,
                    "`{program}` could not be started ({why}). Is it installed and on PATH?"
                )
            }
            Self::Failed { step, line } => write!(
                f,
                "{step}: failed, for the reason printed above. To run it alone:\n\n    {line}\n"
            ),
            Self::File { path, why } => write!(
                f,
                "{}: {why}. Check that it is there and may be read and written.",
                path.display()
            ),
            Self::Found(faults) => write!(f, "{}", faults.join("\n")),
            Self::Steps => write!(f, "steps failed; each is told above"),
        }
    }
}

impl Failure {
    /// For `map_err` on a file's reading or writing.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |why| Self::File { path, why }
    }
}
