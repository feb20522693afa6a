//! What can go wrong in the press, as data. The wording, always with a next
//! step, is chosen in one place: the `Display` below.
//!
//! Problems *inside* an archive are not errors: the archive is read as far as
//! it goes and they are printed (see [`archive::Problem`]).

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Error {
    /// The command line does not say what to do.
    Usage {
        /// What is wrong with it.
        what: String,
    },
    /// A file could not be read.
    Read {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file could not be written.
    Write {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A shell folder lacks one of the reader's files.
    Shell {
        /// The folder.
        folder: PathBuf,
        /// What was looked for.
        missing: &'static str,
    },
    /// Nothing in the archive could be used; its problems have been printed.
    Unusable {
        /// The archive file.
        path: PathBuf,
    },
    /// An existing output file that is no archive.
    NoArchive {
        /// The file.
        path: PathBuf,
    },
    /// A base URL that is not one.
    BaseUrl {
        /// As given.
        given: String,
        /// What is wrong with it.
        what: &'static str,
    },
    /// The output folder holds something the press did not write.
    Occupied {
        /// The folder.
        folder: PathBuf,
    },
    /// Serving could not start.
    Listen {
        /// The port asked for; 0 for any.
        port: u16,
        /// What the system said.
        what: String,
    },
    /// The reader's pages could not be rendered.
    Render {
        /// What happened.
        what: String,
    },
    /// The reader's words do not fit the reader.
    Words {
        /// Every fault.
        what: String,
    },
    /// A variable that Trunk sets for its hooks is not set.
    NotInTrunk,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage { what } => {
                write!(f, "{what}. Say `backissue --help` to see what it can do.")
            }
            Self::Read { path, source } => write!(
                f,
                "cannot read {}: {source}. Check the name and that you may read it.",
                path.display()
            ),
            Self::Write { path, source } => write!(
                f,
                "cannot write {}: {source}. Check that you may write there and that the disk has room.",
                path.display()
            ),
            Self::Shell { folder, missing } => write!(
                f,
                "{} holds no {missing}. Give the folder of a built reader (`cargo xtask build` makes one in dist/).",
                folder.display()
            ),
            Self::Unusable { path } => write!(
                f,
                "nothing in {} can be shown. Mend the problems printed above and run this again.",
                path.display()
            ),
            Self::NoArchive { path } => write!(
                f,
                "{} exists and is no archive. Choose another name with -o, or see what is wrong with `backissue check`.",
                path.display()
            ),
            Self::BaseUrl { given, what } => write!(
                f,
                "the base URL {given:?} {what}. Give where the folder will stand, like https://example.org/archive/."
            ),
            Self::Occupied { folder } => write!(
                f,
                "{} is not empty and was not written by backissue. Choose a new folder, or empty that one yourself.",
                folder.display()
            ),
            Self::Listen { port, what } => write!(
                f,
                "cannot serve on port {port}: {what}. Choose another with --port, or --port 0 for any free one."
            ),
            Self::Render { what } => write!(
                f,
                "the pages could not be rendered: {what}. Please report this with the archive that caused it."
            ),
            Self::Words { what } => write!(
                f,
                "the reader's words cannot be used: {what}. Mend the files in words/ and build backissue again."
            ),
            Self::NotInTrunk => write!(
                f,
                "TRUNK_STAGING_DIR is not set. `finish` is a Trunk hook: run `trunk build`, or use `backissue build` instead."
            ),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { source, .. } | Self::Write { source, .. } => Some(source),
            _ => None,
        }
    }
}
