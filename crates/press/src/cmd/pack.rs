//! `backissue pack`: what `cargo xtask package` calls to put a reader inside.

use std::path::PathBuf;

use super::{Outcome, need, once, usage};
use crate::folder::Folder;
use crate::{Error, reader_pack};

/// Packs the reader of a finished folder into a file.
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
    let packed = reader_pack::pack(&Folder::new(need(folder, "the folder")?))?;
    let out = need(out, "-o")?;
    std::fs::write(&out, packed).map_err(|source| Error::Write { path: out, source })?;
    Ok(Outcome::Done)
}
