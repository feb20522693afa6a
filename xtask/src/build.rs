//! `build`: the finished folder, in `dist/`.
//!
//! Trunk compiles the reader and, in its post-build hook, calls the press,
//! which writes the pages; so `trunk build --release` alone does the same.

use crate::args::Args;
use crate::failure::Failure;
use crate::house::House;
use crate::{press, slim, steps, tools};

/// The archive as one file, beside the folder `dist/`.
const ONE_FILE: &str = "dist.html";

/// Which build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What is put online.
    Release,
    /// Quick to compile, for work on the reader.
    Debug,
}

/// The verb.
pub fn run(house: &House, args: &Args) -> Result<(), Failure> {
    tools::for_building(house)?;
    folder(house, Kind::Release, args.value("base-url"))?;
    println!("\nThe finished folder is {}", house.dist().display());
    if args.has("single-file") {
        one_file(house)?;
    }
    Ok(())
}

/// Writes the finished folder's archive as one HTML file.
fn one_file(house: &House) -> Result<(), Failure> {
    let file = house.root.join(ONE_FILE);
    let mut press = steps::command(press::compiled(house)?, &house.root);
    press
        .args([
            "build",
            "dist/articles.json",
            "--shell",
            "dist",
            "--single-file",
        ])
        .arg(&file);
    steps::run("writing the archive as one file", &mut press)?;
    println!("The archive as one file is {}", file.display());
    Ok(())
}

/// Builds `dist/`; the tools must be there.
pub fn folder(house: &House, kind: Kind, base_url: Option<&str>) -> Result<(), Failure> {
    let mut trunk = steps::command(tools::trunk(house), &house.root);
    trunk
        .args(["build", "--color", "auto"])
        .env_remove("NO_COLOR");
    if kind == Kind::Release {
        trunk.arg("--release");
        if slim::set_up(house)? {
            slim::apply(&mut trunk);
        }
    }
    if let Some(url) = base_url {
        trunk.env("BACKISSUE_BASE_URL", checked(url)?);
    }
    steps::run(
        "building the folder (trunk build, then the press)",
        tools::on(&mut trunk, house)?,
    )
}

fn checked(url: &str) -> Result<&str, Failure> {
    if url.starts_with("https://") || url.starts_with("http://") {
        Ok(url)
    } else {
        Err(Failure::Usage(format!(
            "--base-url wants the whole address the folder will have, like https://example.org/archive/, not `{url}`"
        )))
    }
}
