//! Node and the end-to-end tests' packages.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::house::House;
use crate::steps;

/// The test runner's options used here came with this version.
const OLDEST_NODE: u32 = 20;

/// Sees that Node and npm are there and new enough.
pub fn present() -> Result<(), Failure> {
    let missing = |what: String| Failure::Missing {
        what,
        next: format!(
            "install Node {OLDEST_NODE} or newer, with npm, from https://nodejs.org (or your distribution), then run this again"
        ),
    };
    for program in ["node", "npm"] {
        if steps::on_path(&[program]).is_none() {
            return Err(missing(format!("The program `{program}`")));
        }
    }
    let told = steps::output(
        "asking Node for its version",
        Command::new("node").arg("--version"),
    )?;
    match major(&told) {
        Some(version) if version >= OLDEST_NODE => Ok(()),
        _ => Err(missing(format!(
            "A new enough Node (this one is {})",
            told.trim()
        ))),
    }
}

fn major(told: &str) -> Option<u32> {
    told.trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Installs the tests' packages when the lock file changed since the last time.
pub fn packages(house: &House) -> Result<(), Failure> {
    let folder = house.e2e();
    let lock_path = folder.join("package-lock.json");
    let lock = std::fs::read(&lock_path).map_err(Failure::file(&lock_path))?;
    let stamp = stamp(house);
    if std::fs::read(&stamp).is_ok_and(|stamped| stamped == lock) {
        return Ok(());
    }
    steps::run(
        "installing the end-to-end tests' packages",
        steps::command("npm", &folder).args(["ci", "--no-fund", "--no-audit"]),
    )?;
    std::fs::write(&stamp, lock).map_err(Failure::file(&stamp))
}

// Inside node_modules, so that whoever removes the packages removes the stamp.
fn stamp(house: &House) -> PathBuf {
    house.e2e().join("node_modules").join(".backissue-lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_nodes_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("twenty"), None);
    }
}
