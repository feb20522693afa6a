//! `backissue finish`: Trunk's `post_build` hook.
//!
//! Trunk has filled its staging folder and will move it to `dist/`; the pages
//! are written there in between. An archive with problems does not stop the
//! build: what can be shown is shown, and the problems are printed.

use std::env;
use std::path::Path;
use std::time::Instant;

use super::{Outcome, problems, usage};
use crate::Error;
use crate::folder::Folder;
use crate::site::{self, BaseUrl, Offline};

/// Set by Trunk for its hooks.
const STAGING: &str = "TRUNK_STAGING_DIR";

/// Set by a publisher; the same as `--base-url` elsewhere.
const BASE_URL: &str = "BACKISSUE_BASE_URL";

/// Set to `no` by a publisher who wants nothing kept on readers' devices; the
/// same as `--no-offline` elsewhere.
const OFFLINE: &str = "BACKISSUE_OFFLINE";

/// Writes the pages into Trunk's staging folder.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Error> {
    if let Some(argument) = arguments.next().map_err(usage)? {
        return Err(usage(argument.unexpected()));
    }
    let folder = Folder::new(env::var_os(STAGING).ok_or(Error::NotInTrunk)?);
    let base = env::var(BASE_URL)
        .ok()
        .filter(|url| !url.trim().is_empty())
        .map(|url| url.parse())
        .transpose()?;
    // The hook succeeded although the archive may have problems.
    let offline = env::var(OFFLINE)
        .is_ok_and(|word| word == "no")
        .then_some(Offline::Withdrawn);
    press(&folder, Path::new(site::ARCHIVE), base.as_ref(), offline).map(|_| Outcome::Done)
}

/// Reads the folder's archive, called `name` in messages, and writes the site
/// around it.
pub fn press(
    folder: &Folder,
    name: &Path,
    base: Option<&BaseUrl>,
    offline: Option<Offline>,
) -> Result<Outcome, Error> {
    let start = Instant::now();
    let reading = archive::read(&folder.read(site::ARCHIVE)?);
    problems::print(name, &reading.problems);
    let outcome = if reading.problems.is_empty() {
        Outcome::Done
    } else {
        Outcome::Problems
    };
    let archive = reading.archive.ok_or_else(|| Error::Unusable {
        path: name.to_owned(),
    })?;
    let written = site::write(folder, archive, base, offline)?;
    eprintln!(
        "{} pages written in {:.1} s.",
        written.pages,
        start.elapsed().as_secs_f64()
    );
    if written.relative_sitemap {
        eprintln!(
            "Note: sitemap.xml needs whole addresses to be of use to search engines. \
             When you know where the folder will stand, give --base-url (or set {BASE_URL})."
        );
    }
    Ok(outcome)
}
