//! Chromium and its driver: found on PATH, installed where that needs no
//! question asked, else asked for with the exact command.
//!
//! Never downloads a browser from anywhere but the system's packages.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::steps;

/// The browser's programs.
#[derive(Debug)]
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// What wasm-pack drives it with.
    pub driver: PathBuf,
}

const CHROMIUM: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const DRIVER: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// Finds or installs the browser and its driver.
pub fn ready() -> Result<Browser, Failure> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    let by_hand = format!(
        "sudo apt-get update && sudo apt-get install -y {}",
        PACKAGES.join(" ")
    );
    let missing = || Failure::Missing {
        what: "Chromium or its driver (the browser tests run in it)".to_owned(),
        next: format!(
            "{by_hand}\n\n(or set CHROME_PATH and CHROMEDRIVER to the programs of a Chromium you have)"
        ),
    };
    let prefix: &[&str] = if steps::on_path(&["apt-get"]).is_none() {
        return Err(missing());
    } else if is_root() {
        &[]
    } else if steps::succeeds(Command::new("sudo").args(["-n", "true"])) {
        &["sudo", "-n"]
    } else {
        return Err(missing());
    };
    let apt = |words: &[&str]| {
        let mut line = prefix.iter().chain(&["apt-get"]).chain(words);
        let mut command = Command::new(line.next().unwrap_or(&"apt-get"));
        command.args(line).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    steps::run(
        "refreshing the system's package list",
        &mut apt(&["update", "-qq"]),
    )
    .map_err(|_| missing())?;
    let install: Vec<&str> = ["install", "-y", "-qq", "--no-install-recommends"]
        .into_iter()
        .chain(PACKAGES)
        .collect();
    steps::run("installing Chromium and its driver", &mut apt(&install)).map_err(|_| missing())?;
    find().ok_or_else(missing)
}

fn find() -> Option<Browser> {
    let chosen = |variable: &str| {
        std::env::var_os(variable)
            .map(PathBuf::from)
            .filter(|path| path.is_file())
    };
    Some(Browser {
        chromium: chosen("CHROME_PATH").or_else(|| steps::on_path(&CHROMIUM))?,
        driver: chosen("CHROMEDRIVER").or_else(|| steps::on_path(&DRIVER))?,
    })
}

fn is_root() -> bool {
    steps::output("asking who runs this", Command::new("id").arg("-u"))
        .is_ok_and(|id| id.trim() == "0")
}
