//! `backissue zip`: a finished folder as one file.
//!
//! The same folder gives the same file, wherever and whenever it is made: names in
//! their order, no times, no owners. What is hidden is left out, as no page asks
//! for it.

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Outcome, need, once, usage};
use crate::Error;
use crate::folder::Folder;

/// What anybody may read.
const MODE: u32 = 0o644;

/// Deflate's best: it is made once and carried often.
const LEVEL: i64 = 9;

/// Writes the file.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Error> {
    use lexopt::Arg::{Long, Short, Value};
    let (mut folder, mut out) = (None, None);
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Value(path) => once(&mut folder, PathBuf::from(path), "the folder")?,
            Short('o') | Long("out") => {
                let path = arguments.value().map_err(usage)?;
                once(&mut out, PathBuf::from(path), "-o")?;
            }
            other => return Err(usage(other.unexpected())),
        }
    }
    let folder = Folder::new(need(folder, "the folder")?);
    let out = need(out, "-o")?;
    // Before the file is made, which may lie in the folder.
    let names = folder.files()?;
    // Whole or not at all: what is called `out` is never half a file.
    let unfinished = out.with_added_extension("unfinished");
    write(&folder, &names, &unfinished)
        .and_then(|()| {
            std::fs::rename(&unfinished, &out).map_err(|source| Error::Write {
                path: out.clone(),
                source,
            })
        })
        .inspect_err(|_| {
            let _gone = std::fs::remove_file(&unfinished);
        })?;
    Ok(Outcome::Done)
}

fn write(folder: &Folder, names: &[String], out: &Path) -> Result<(), Error> {
    let refused = |source| Error::Write {
        path: out.to_owned(),
        source,
    };
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .unix_permissions(MODE);
    let mut zip = ZipWriter::new(BufWriter::new(File::create(out).map_err(refused)?));
    for name in names {
        let bytes = folder.read(name)?;
        zip.start_file(name.as_str(), options)
            .map_err(io::Error::from)
            .and_then(|()| zip.write_all(&bytes))
            .map_err(refused)?;
    }
    let mut rest = zip.finish().map_err(io::Error::from).map_err(refused)?;
    rest.flush().map_err(refused)
}
