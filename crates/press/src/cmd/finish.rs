//! `backissue finish`: Trunk's `post_build` hook.
//!
//! Trunk has filled its staging folder and will move it to `dist/`; the pages
//! are written there in between. An archive with problems does not stop the
//! build: what can be shown is shown, and the problems are printed.

use std::env;
use std::path::Path;

use archive::Archive;

use super::{Outcome, build, problems, report, usage};
use crate::Error;
use crate::folder::Folder;
use crate::settings;
use crate::site::{self, Offline, Options};

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
    let clock = report::Clock::start();
    let folder = Folder::new(env::var_os(STAGING).ok_or(Error::NotInTrunk)?);
    let base = env::var(BASE_URL)
        .ok()
        .filter(|url| !url.trim().is_empty())
        .map(|url| url.parse())
        .transpose()?;
    let offline = env::var(OFFLINE)
        .is_ok_and(|word| word == "no")
        .then_some(Offline::Withdrawn);
    // Trunk runs its hooks where the archive lies.
    let settings = build::read_settings(Path::new(settings::FILE), false)?;
    let archive = build::archive(&folder.path(site::ARCHIVE), &settings)?;
    folder.write(site::ARCHIVE, &archive)?;
    let options = Options {
        base: base.or_else(|| settings.base.clone()),
        offline,
        settings,
    };
    let (_, archive) = read(Path::new(site::ARCHIVE), archive)?;
    let written = site::write(&folder, archive, &options)?;
    report::print(&clock, &written);
    // The hook succeeded although the archive may have problems.
    Ok(Outcome::Done)
}

/// Reads an archive, called `name` in messages, and tells its problems.
pub fn read(name: &Path, archive: Vec<u8>) -> Result<(Outcome, Archive), Error> {
    let reading = archive::read(&archive);
    // From here on only what was read is held.
    drop(archive);
    problems::print(name, &reading.problems);
    let outcome = if reading.problems.is_empty() {
        Outcome::Done
    } else {
        Outcome::Problems
    };
    let archive = reading.archive.ok_or_else(|| Error::Unusable {
        path: name.to_owned(),
    })?;
    Ok((outcome, archive))
}
