//! `bench`: the reader with a large made archive, measured in the browser.
//!
//! The press makes the archive, always the same for the same number, and makes
//! a folder of it with the reader just built, as it would for a publisher.

use std::path::{Path, PathBuf};

use crate::args::Args;
use crate::build::{self, Kind};
use crate::failure::Failure;
use crate::house::House;
use crate::{browser, node, press, steps, tools};

/// The size the reader's numbers are promised for.
const ARTICLES: &str = "10000";

/// The verb.
pub fn run(house: &House, args: &Args) -> Result<(), Failure> {
    let articles = args.value("articles").unwrap_or(ARTICLES);
    if articles.parse::<u32>().is_err() {
        return Err(Failure::Usage(format!(
            "--articles wants a number, not `{articles}`"
        )));
    }
    tools::for_building(house)?;
    node::packages(house)?;
    let browser = browser::ready()?;
    build::folder(house, Kind::Release, None)?;
    let press = press::compiled(house)?;

    let work = press
        .parent()
        .map_or_else(|| house.root.join("target"), Path::to_path_buf)
        .join("bench");
    let folder = work.join("folder");
    // From nothing: pages of an earlier number must not stay.
    if work.exists() {
        std::fs::remove_dir_all(&work).map_err(Failure::file(&work))?;
    }
    std::fs::create_dir_all(&work).map_err(Failure::file(&work))?;
    let made = work.join("made.json");
    steps::run(
        &format!("making an archive of {articles} articles"),
        steps::command(&press, &house.root)
            .args(["generate", "--articles", articles, "--out"])
            .arg(&made),
    )?;
    steps::run(
        "pressing it into a folder",
        steps::command(&press, &house.root)
            .arg("build")
            .arg(&made)
            .arg("--shell")
            .arg(house.dist())
            .arg("-o")
            .arg(&folder),
    )?;
    for script in scripts(&house.e2e().join("bench"))? {
        steps::run(
            &format!(
                "measuring: {}",
                script.file_name().unwrap_or_default().to_string_lossy()
            ),
            steps::command("node", &house.e2e())
                .arg(&script)
                .env("BACKISSUE_BIN", &press)
                .env("BACKISSUE_DIST", &folder)
                .env("BACKISSUE_ARTICLES", articles)
                .env("CHROME_PATH", &browser.chromium),
        )?;
    }
    Ok(())
}

fn scripts(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(Failure::file(folder))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "mjs"))
        .collect();
    found.sort();
    Ok(found)
}
