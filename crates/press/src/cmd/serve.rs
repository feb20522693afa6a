//! `backissue serve`: looks at a finished folder.

use std::io::Write as _;
use std::path::PathBuf;
use std::thread;

use super::{Outcome, need, number, once, usage, watch, wrong};
use crate::Error;
use crate::serve::{Options, Preview};

/// Reads the arguments and serves until the process is ended.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Error> {
    use lexopt::Arg::{Long, Short, Value};
    let (mut folder, mut port, mut under, mut quiet) = (None, None, None, false);
    let mut watched = false;
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Value(path) => once(&mut folder, PathBuf::from(path), "the folder")?,
            Long("port") => {
                let value = arguments.value().map_err(usage)?;
                once(&mut port, number(&value, "--port")?, "--port")?;
            }
            Long("under") => {
                let value = arguments.value().map_err(usage)?;
                let path = value
                    .into_string()
                    .map_err(|_| wrong("--under is no text".to_owned()))?;
                once(&mut under, path, "--under")?;
            }
            Long("quiet") | Short('q') => quiet = true,
            Long("watch") => watched = true,
            other => return Err(usage(other.unexpected())),
        }
    }
    let folder = need(folder, "the folder")?;
    let preview = Preview::bind(&Options {
        folder: folder.clone(),
        port: port.unwrap_or(0),
        under: under.unwrap_or_default(),
        live: watched,
    })?;
    println!("Serving {}", preview.url());
    if !quiet {
        eprintln!("Only this machine can see it. Ctrl+C ends it.");
    }
    // Whoever started this may be waiting for the line on a pipe. A pipe that
    // is closed already is no reason not to serve.
    let _ = std::io::stdout().flush();
    if watched {
        let live = preview.live();
        thread::spawn(move || watch::tell(&folder, &live));
    }
    preview.run();
    Ok(Outcome::Done)
}
