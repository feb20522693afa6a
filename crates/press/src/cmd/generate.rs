//! `backissue generate`: a made archive of any size, to measure with.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use super::{Outcome, need, number, once, usage};
use crate::Error;
use crate::made;

/// The seed when none is given.
const SEED: u64 = 1;

/// Reads the arguments and writes the file.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Error> {
    use lexopt::Arg::{Long, Short};
    let (mut articles, mut out, mut seed) = (None, None, None);
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Long("articles") => {
                let value = arguments.value().map_err(usage)?;
                once(
                    &mut articles,
                    number::<usize>(&value, "--articles")?,
                    "--articles",
                )?;
            }
            Long("out") | Short('o') => {
                let path = arguments.value().map_err(usage)?;
                once(&mut out, PathBuf::from(path), "--out")?;
            }
            Long("seed") => {
                let value = arguments.value().map_err(usage)?;
                once(&mut seed, number(&value, "--seed")?, "--seed")?;
            }
            other => return Err(usage(other.unexpected())),
        }
    }
    let articles = need(articles, "--articles")?;
    let path = need(out, "--out")?;
    let refused = |source| Error::Write {
        path: path.clone(),
        source,
    };
    let mut file = BufWriter::new(File::create(&path).map_err(refused)?);
    made::write(&mut file, articles, seed.unwrap_or(SEED)).map_err(refused)?;
    file.flush().map_err(refused)?;
    println!("{articles} articles written to {}", path.display());
    Ok(Outcome::Done)
}
