//! `package`: what is given away. The program with the reader inside, the licences
//! of everything in it, and a zip of the finished folder; all in `package/` of
//! Cargo's target folder.
//!
//! What it has made it tries, in an empty environment as on a machine without
//! Rust or Node: the folder that the program writes must be the one Trunk and the
//! press have written, byte for byte. So every test of that one is a test of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::build::{self, Kind};
use crate::failure::Failure;
use crate::house::House;
use crate::licences::{self, Shipped};
use crate::{press, steps, tools};

/// The program's file, without the system's ending.
const PROGRAM: &str = "backissue";

/// The finished folder's.
const ZIP: &str = "our-say.zip";

/// What the program carries lies here while it is compiled.
const INSIDE: &str = "inside";

/// The archive of the finished folder.
const ARCHIVE: &str = "articles.json";

/// The verb.
pub fn run(house: &House) -> Result<(), Failure> {
    tools::for_building(house)?;
    build::folder(house, Kind::Release, None)?;
    let place = packed(house)?;
    println!("\nThe program and the folder are in {}", place.display());
    Ok(())
}

/// Packs a folder that stands in `dist/` already.
pub fn of_folder(house: &House) -> Result<(), Failure> {
    packed(house).map(|_| ())
}

fn packed(house: &House) -> Result<PathBuf, Failure> {
    let press = press::compiled(house)?;
    let place = press
        .ancestors()
        .nth(2)
        .unwrap_or(&house.root)
        .join("package");
    if place.exists() {
        std::fs::remove_dir_all(&place).map_err(Failure::file(&place))?;
    }
    let inside = place.join(INSIDE);
    std::fs::create_dir_all(&inside).map_err(Failure::file(&inside))?;
    let licences = inside.join(licences::FILE);
    let notice = licences::notice(house, Shipped::Program)?;
    std::fs::write(&licences, notice).map_err(Failure::file(&licences))?;
    let mut pack = steps::command(&press, &house.root);
    pack.arg("pack")
        .arg(house.dist())
        .arg("-o")
        .arg(inside.join("reader.pack"));
    steps::run("packing the reader", &mut pack)?;
    let whole = press::whole(house, &inside)?;
    let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    let program = place.join(name);
    std::fs::copy(&whole, &program).map_err(Failure::file(&program))?;
    let beside = place.join(licences::FILE);
    std::fs::rename(&licences, &beside).map_err(Failure::file(&beside))?;
    std::fs::remove_dir_all(&inside).map_err(Failure::file(&inside))?;
    let mut zip = steps::command(&program, &house.root);
    zip.arg("zip")
        .arg(house.dist())
        .arg("-o")
        .arg(place.join(ZIP));
    steps::run("zipping the finished folder", &mut zip)?;
    tried(house, &program, &place)?;
    Ok(place)
}

/// Has the program write the finished folder, and compares.
fn tried(house: &House, program: &Path, place: &Path) -> Result<(), Failure> {
    // `.`: so that no relative path helps it, either.
    let home = place.join("empty home");
    std::fs::create_dir_all(&home).map_err(Failure::file(&home))?;
    let archive = house.root.join(ARCHIVE);
    let bare = |words: &[&str]| {
        let mut command = Command::new(program);
        command.args(words).env_clear().env("PATH", "/usr/bin:/bin");
        command.env("HOME", &home).current_dir(&home);
        command
    };
    let settings = house.root.join("backissue.toml");
    let mut check = bare(&["check"]);
    steps::run(
        "checking the archive with it, in an empty home",
        check.arg(&archive),
    )?;
    let mut build = bare(&["build"]);
    build.arg(&archive).args(["-o", "site"]);
    if settings.exists() {
        build.arg("--settings").arg(settings);
    }
    steps::run("building the folder with it, in an empty home", &mut build)?;
    let faults = differences(&house.dist(), &home.join("site"))?;
    if !faults.is_empty() {
        return Err(Failure::Found(faults));
    }
    std::fs::remove_dir_all(&home).map_err(Failure::file(&home))
}

/// Files that are in one of two folders only, or not the same in both.
fn differences(one: &Path, other: &Path) -> Result<Vec<String>, Failure> {
    let mut names = BTreeSet::new();
    for folder in [one, other] {
        gather(folder, folder, &mut names)?;
    }
    let same = |name: &&PathBuf| {
        let bytes = |folder: &Path| std::fs::read(folder.join(name)).ok();
        bytes(one).is_some_and(|found| bytes(other) == Some(found))
    };
    let unlike = names.iter().filter(|name| !same(name));
    Ok(unlike
        .map(|name| {
            format!(
                "{} is not the same in {} and {}",
                name.display(),
                one.display(),
                other.display()
            )
        })
        .collect())
}

fn gather(root: &Path, folder: &Path, names: &mut BTreeSet<PathBuf>) -> Result<(), Failure> {
    for entry in std::fs::read_dir(folder).map_err(Failure::file(folder))? {
        let path = entry.map_err(Failure::file(folder))?.path();
        // Trunk keeps its staging folder in there, hidden.
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            gather(root, &path, names)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            names.insert(name.to_owned());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named() {
        let place = std::env::temp_dir().join(format!("backissue-package-{}", std::process::id()));
        let (one, other) = (place.join("one"), place.join("other"));
        for (folder, name, bytes) in [
            (&one, "a/same", "same"),
            (&other, "a/same", "same"),
            (&one, "a/unlike", "one"),
            (&other, "a/unlike", "other"),
            (&one, "lone", ""),
            (&one, ".hidden", ""),
        ] {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let faults = differences(&one, &other).unwrap();
        std::fs::remove_dir_all(&place).unwrap();
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults[0].starts_with("a/unlike ") && faults[1].starts_with("lone "));
    }
}
