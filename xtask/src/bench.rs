//! `bench`: the reader with a large made archive, measured in the browser.
//!
//! The archive is made by the press, always the same for the same number, and
//! dropped into a copy of the built folder as a publisher would do it.

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
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(Failure::file(&folder))?;
    }
    copy(&house.dist(), &folder)?;
    let made = folder.join("articles.json");
    steps::run(
        &format!("making an archive of {articles} articles"),
        steps::command(&press, &house.root)
            .args(["generate", "--articles", articles, "--out"])
            .arg(&made),
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

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(to).map_err(Failure::file(to))?;
    for entry in std::fs::read_dir(from).map_err(Failure::file(from))? {
        let path = entry.map_err(Failure::file(from))?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            std::fs::copy(&path, &target).map_err(Failure::file(&path))?;
        }
    }
    Ok(())
}
