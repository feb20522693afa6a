//! What `backissue` can do: one verb a file.
//!
//! A verb reads its own arguments, does its work through the rest of the crate
//! and gives back an [`Outcome`]. It never ends the process itself.

mod build;
mod check;
mod finish;
mod generate;
mod import;
mod licences;
mod pack;
mod problems;
mod progress;
mod report;
mod search;
mod search_archive;
mod search_score;
mod serve;
mod watch;
mod zip;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::Error;

const HELP: &str = "\
backissue turns an archive into a folder to upload.

  backissue import SOURCE... [-o FILE] [--title TEXT] [--as KIND] [--drafts] [--format json]
      make an archive of feeds, WordPress exports, folders of Markdown, web
      pages or texts, tables, or ZIPs of these; into a file that is there
      already, keeping what the archivist added to it (FILE: articles.json)
  backissue check ARCHIVE.json [--fix] [--format json]
      say what is wrong in an archive, and where; mend what is safe to mend
  backissue build ARCHIVE.json -o OUT [--single-file FILE] [--base-url URL]
                  [--no-offline] [--settings FILE] [--shell DIR] [--watch [--port N]]
      write the finished folder OUT; what stood there before is replaced in one
      step. With --single-file also, or without -o only, the archive as one HTML
      file. With --watch, serve OUT and build again whenever something changes
  backissue serve FOLDER [--port N] [--under /sub/path/] [--watch] [--quiet]
      serve a finished folder on this machine, to look at it; with --watch,
      pages in a browser follow its changes
  backissue zip FOLDER -o FILE.zip
      one file of a finished folder, for hosts that take one
  backissue generate --articles N --out FILE [--seed S]
      write a made archive of any size, to measure with
  backissue search ARCHIVE.json QUERY [--limit N] [--sort best|newest|oldest] [--explain] [--time]
      ask an archive, with the reader's own engine
  backissue search ARCHIVE.json --queries FILE.tsv --format trec [--limit N]
      answer many queries (id, tab, text) as a TREC run
  backissue score RUN QRELS.json [--each]
      how good a run is, by judgements {query: {article: grade}}
  backissue finish
      what `trunk build` calls: write the pages into Trunk's staging folder
  backissue licences
      the licences of everything this program is made of

Beside ARCHIVE.json, backissue.toml may say how the site looks and what it is
called (docs/building.md), and media/ holds its pictures. --shell takes the reader
from a finished folder instead of from this program.
--base-url says where the folder will stand, like https://example.org/archive/.
The folder works anywhere without it; with it, pages name their own address and
the sitemap is valid.
--no-offline keeps nothing on readers' devices, and takes back what an earlier
build of the same folder has kept there.
Exit codes: 0 all is well, 1 done but the archive has problems, 2 not done.
";

/// How a verb ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Done,
    /// Done; the archive has problems.
    Problems,
    /// Nothing could be done.
    Nothing,
}

impl Outcome {
    /// The exit code.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Problems => 1,
            Self::Nothing => 2,
        }
    }
}

/// What a whole program carries; see `cargo xtask package`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inside {
    /// The built reader, as [`crate::reader_pack`] packs it.
    pub reader: Option<&'static [u8]>,
    /// The licences of everything the program is made of.
    pub licences: Option<&'static str>,
}

/// The whole command: does what its arguments say, and tells what went wrong.
#[must_use]
pub fn main(inside: Inside) -> ExitCode {
    match run(lexopt::Parser::from_env(), inside) {
        Ok(outcome) => ExitCode::from(outcome.code()),
        Err(error) => {
            eprintln!("backissue: {error}");
            ExitCode::from(Outcome::Nothing.code())
        }
    }
}

/// Does what the arguments say.
///
/// # Errors
/// When it cannot be done; the error says what to do.
pub fn run(mut arguments: lexopt::Parser, inside: Inside) -> Result<Outcome, Error> {
    use lexopt::Arg::{Long, Short, Value};
    let help_wanted = wants_help(&arguments);
    match arguments.next().map_err(usage)? {
        Some(Value(verb)) if help_wanted => help_with(&verb),
        Some(Value(verb)) => match verb.to_str() {
            Some("build") => build::run(arguments, inside),
            Some("check") => check::run(arguments),
            Some("finish") => finish::run(arguments),
            Some("generate") => generate::run(arguments),
            Some("import") => import::run(arguments),
            Some("licences") => licences::run(arguments, inside),
            Some("pack") => pack::run(arguments),
            Some("score") => search_score::run(arguments),
            Some("search") => search::run(arguments),
            Some("serve") => serve::run(arguments),
            Some("zip") => zip::run(arguments),
            Some("help") => help(),
            _ => Err(wrong(format!("there is no verb {}", verb.display()))),
        },
        Some(Long("help") | Short('h')) => help(),
        Some(Long("version") | Short('V')) => {
            println!("backissue {}", env!("CARGO_PKG_VERSION"));
            Ok(Outcome::Done)
        }
        Some(other) => Err(usage(other.unexpected())),
        None => Err(wrong("nothing was asked".to_owned())),
    }
}

fn help() -> Result<Outcome, Error> {
    print!("{HELP}");
    Ok(Outcome::Done)
}

/// Whether help is asked for anywhere, as after a verb.
fn wants_help(arguments: &lexopt::Parser) -> bool {
    let mut arguments = arguments.clone();
    let all = arguments.raw_args().ok().into_iter().flatten();
    all.take_while(|argument| argument != "--")
        .any(|argument| argument == "--help" || argument == "-h")
}

/// What the help says of a verb; of one it does not list, all of it.
fn help_with(verb: &OsString) -> Result<Outcome, Error> {
    let (_, forms) = HELP.split_once("\n\n").unwrap_or_default();
    let (forms, _) = forms.split_once("\n\n").unwrap_or_default();
    let forms = forms
        .split("\n  backissue ")
        .map(|form| form.trim_start_matches("  backissue "));
    let own: Vec<_> = forms
        .filter(|form| verb.to_str() == form.split_whitespace().next())
        .map(|form| format!("  backissue {form}\n"))
        .collect();
    if own.is_empty() {
        return help();
    }
    print!("{}", own.concat());
    Ok(Outcome::Done)
}

fn wrong(what: String) -> Error {
    Error::Usage { what }
}

/// A mistake on the command line, from the parser's words. Taken by value to
/// fit `map_err`.
#[allow(clippy::needless_pass_by_value)]
fn usage(error: lexopt::Error) -> Error {
    wrong(error.to_string())
}

/// The value that must be there.
fn need<T>(value: Option<T>, what: &str) -> Result<T, Error> {
    value.ok_or_else(|| wrong(format!("{what} is missing")))
}

/// A number.
fn number<T: std::str::FromStr>(value: &OsString, what: &str) -> Result<T, Error> {
    value
        .to_str()
        .and_then(|text| text.replace('_', "").parse().ok())
        .ok_or_else(|| {
            wrong(format!(
                "{what} is no number that fits: {}",
                value.display()
            ))
        })
}

/// Sets a value that may be given once.
fn once<T>(place: &mut Option<T>, value: T, what: &str) -> Result<(), Error> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(wrong(format!("{what} is given twice"))),
    }
}
