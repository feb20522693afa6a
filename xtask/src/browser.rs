//! The browsers the tests run in, Chromium, Firefox and WebKit: found on PATH,
//! installed where that needs no question asked, else asked for with the exact
//! command.
//!
//! Firefox needs no driver: it speaks WebDriver BiDi itself. WebKit is its GTK port,
//! which wants a display; Xvfb is one that nobody sees.
//!
//! Never downloads a browser from anywhere but the system's packages.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::steps;

/// The browsers' programs.
#[derive(Debug)]
pub struct Browsers {
    /// Chromium.
    pub chromium: PathBuf,
    /// What wasm-pack drives it with.
    pub driver: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
    /// What drives WebKit; it knows where its browser is.
    pub webkit: PathBuf,
}

const CHROMIUM: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const DRIVER: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
const WEBKIT: [&str; 1] = ["WebKitWebDriver"];
const DISPLAY: [&str; 1] = ["Xvfb"];
const PACKAGES: [&str; 5] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
];

/// Finds or installs the browsers and what drives them.
pub fn ready() -> Result<Browsers, Failure> {
    if let Some(browsers) = find() {
        return Ok(browsers);
    }
    let by_hand = format!(
        "sudo apt-get update && sudo apt-get install -y {}",
        PACKAGES.join(" ")
    );
    let missing = || Failure::Missing {
        what: "A browser or what drives it (tests run in Chromium, Firefox and WebKit)".to_owned(),
        next: format!(
            "{by_hand}\n\n(or set CHROME_PATH, CHROMEDRIVER, FIREFOX_PATH and WEBKIT_DRIVER to programs you have)"
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
    steps::run(
        "installing Chromium, Firefox and WebKit",
        &mut apt(&install),
    )
    .map_err(|_| missing())?;
    find().ok_or_else(missing)
}

fn find() -> Option<Browsers> {
    steps::on_path(&DISPLAY)?;
    let chosen = |variable: &str| {
        std::env::var_os(variable)
            .map(PathBuf::from)
            .filter(|path| path.is_file())
    };
    Some(Browsers {
        chromium: chosen("CHROME_PATH").or_else(|| steps::on_path(&CHROMIUM))?,
        driver: chosen("CHROMEDRIVER").or_else(|| steps::on_path(&DRIVER))?,
        firefox: chosen("FIREFOX_PATH").or_else(|| steps::on_path(&FIREFOX))?,
        webkit: chosen("WEBKIT_DRIVER").or_else(|| steps::on_path(&WEBKIT))?,
    })
}

fn is_root() -> bool {
    steps::output("asking who runs this", Command::new("id").arg("-u"))
        .is_ok_and(|id| id.trim() == "0")
}
