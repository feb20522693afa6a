//! `bench`: measured in the browser, with an archive of any size.
//!
//! `typing` is the reader itself in a folder the press wrote; `beside` is the
//! search engine next to those it is compared with, on the same text. The press
//! makes the archive, always the same for the same number, unless one is given.

use std::path::{Path, PathBuf};

use crate::args::Args;
use crate::browser::Browsers;
use crate::build::{self, Kind};
use crate::failure::Failure;
use crate::house::House;
use crate::{browser, node, press, slim, steps, tools};

/// A measurement, a script in `tests/e2e/bench/`.
struct Measure {
    name: &'static str,
    /// The size its numbers are promised for.
    articles: u32,
    /// Whether it looks at a finished folder, and not at the archive alone.
    folder: bool,
}

const MEASURES: [Measure; 2] = [
    Measure {
        name: "typing",
        articles: 10_000,
        folder: true,
    },
    Measure {
        name: "beside",
        articles: 5_000,
        folder: false,
    },
];

/// A module of the reader's, as which the engine is compiled.
struct Module {
    /// The folder under `engine/`.
    folder: &'static str,
    /// Cargo's profile.
    profile: &'static str,
    /// The binary whose line in index.html says how it is optimised.
    binary: &'static str,
    /// What Trunk adds to that, from `data-wasm-opt`.
    level: &'static str,
}

/// The page asks the one, the worker builds with the other.
const MODULES: [Module; 2] = [
    Module {
        folder: "pkg",
        profile: "release",
        binary: "reader",
        level: "-Oz",
    },
    Module {
        folder: "builder",
        profile: "builder",
        binary: "builder",
        level: "-O3",
    },
];

/// The verb.
pub fn run(house: &House, args: &Args) -> Result<(), Failure> {
    let chosen = chosen(args.value("only"))?;
    let articles = articles(args.value("articles"))?;
    let given = args.value("archive").map(archive).transpose()?;
    tools::for_building(house)?;
    node::packages(house)?;
    let browser = browser::ready()?;
    if chosen.iter().any(|measure| measure.folder) {
        build::folder(house, Kind::Release, None)?;
    }
    let press = press::compiled(house)?;
    let work = fresh(&press)?;
    if chosen.iter().any(|measure| measure.name == "beside") {
        for module in MODULES {
            engine(house, &work, &module)?;
        }
    }
    for measure in chosen {
        let articles = articles.unwrap_or(measure.articles);
        let archive = match &given {
            Some(path) => path.clone(),
            None => made(house, &press, &work, articles)?,
        };
        run_one(house, measure, &browser, &press, &work, &archive, articles)?;
    }
    Ok(())
}

/// One script, with what it wants around it.
fn run_one(
    house: &House,
    measure: &Measure,
    browser: &Browsers,
    press: &Path,
    work: &Path,
    archive: &Path,
    articles: u32,
) -> Result<(), Failure> {
    let folder = work.join("folder");
    if measure.folder {
        steps::run(
            "pressing it into a folder",
            steps::command(press, &house.root)
                .arg("build")
                .arg(archive)
                .arg("--shell")
                .arg(house.dist())
                .arg("-o")
                .arg(&folder),
        )?;
    }
    let script = house
        .e2e()
        .join("bench")
        .join(measure.name)
        .with_extension("mjs");
    steps::run(
        &format!("measuring: {}", measure.name),
        steps::command("node", &house.e2e())
            .arg(script)
            .env("BACKISSUE_BIN", press)
            .env("BACKISSUE_DIST", &folder)
            .env("BACKISSUE_ARCHIVE", archive)
            .env("BACKISSUE_ARTICLES", articles.to_string())
            .env("CHROME_PATH", &browser.chromium),
    )
}

/// The engine as a module that a page can drive, beside the other adapters:
/// compiled, bound and optimised as one of the reader's modules is, so that what is
/// measured is what readers get.
fn engine(house: &House, work: &Path, like: &Module) -> Result<(), Failure> {
    let engine = house.e2e().join("bench").join("engine");
    let folder = engine.join(like.folder);
    // Beside `work`, which is emptied each time.
    let target = work.with_file_name("bench-engine");
    let mut compile = steps::command("cargo", &house.root);
    compile
        .args(["build", "--profile", like.profile])
        .args(["--package", "engine-bench"])
        .args(["--target", tools::WASM_TARGET, "--target-dir"])
        .arg(&target);
    if slim::set_up(house)? {
        slim::apply(&mut compile);
    }
    steps::run(
        &format!("compiling the engine as the {}", like.binary),
        &mut compile,
    )?;
    let module = target
        .join(tools::WASM_TARGET)
        .join(like.profile)
        .join("engine_bench.wasm");
    let mut bind = steps::command("wasm-bindgen", &house.root);
    bind.args(["--target", "web", "--out-name", "engine", "--out-dir"])
        .arg(&folder)
        .arg(module);
    steps::run("binding it to JavaScript", tools::on(&mut bind, house)?)?;
    let bound = folder.join("engine_bg.wasm");
    let mut shrink = steps::command("wasm-opt", &house.root);
    shrink
        .arg(like.level)
        .args(wasm_opt_params(house, like.binary)?)
        .arg(&bound)
        .arg("-o")
        .arg(&bound);
    steps::run(
        "optimising it as Trunk does",
        tools::on(&mut shrink, house)?,
    )
}

/// What Trunk hands to `wasm-opt` for a binary, as index.html says it.
fn wasm_opt_params(house: &House, binary: &str) -> Result<Vec<String>, Failure> {
    let path = house.root.join("index.html");
    let page = std::fs::read_to_string(&path).map_err(Failure::file(&path))?;
    let params = page
        .split_once(&format!("data-bin=\"{binary}\""))
        .and_then(|(_, rest)| rest.split_once("data-wasm-opt-params=\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(params, _)| params.split_whitespace().map(str::to_owned).collect());
    params.ok_or_else(|| {
        Failure::Usage("index.html has no data-wasm-opt-params to optimise with".to_owned())
    })
}

/// The measurements asked for.
fn chosen(only: Option<&str>) -> Result<Vec<&'static Measure>, Failure> {
    let wanted = |measure: &&Measure| only.is_none_or(|name| name == measure.name);
    let chosen: Vec<_> = MEASURES.iter().filter(wanted).collect();
    if chosen.is_empty() {
        return Err(Failure::Usage(format!(
            "there is no measurement `{}`; there are {}",
            only.unwrap_or_default(),
            MEASURES.map(|measure| measure.name).join(" and ")
        )));
    }
    Ok(chosen)
}

fn articles(given: Option<&str>) -> Result<Option<u32>, Failure> {
    given
        .map(|text| {
            text.parse()
                .map_err(|_| Failure::Usage(format!("--articles wants a number, not `{text}`")))
        })
        .transpose()
}

/// The archive given, by a path that holds wherever a script is run.
fn archive(path: &str) -> Result<PathBuf, Failure> {
    let path = Path::new(path);
    path.canonicalize().map_err(Failure::file(path))
}

/// An empty folder to work in: pages of an earlier number must not stay.
fn fresh(press: &Path) -> Result<PathBuf, Failure> {
    let target = press.parent().unwrap_or(Path::new("target"));
    let work = target.join("bench");
    if work.exists() {
        std::fs::remove_dir_all(&work).map_err(Failure::file(&work))?;
    }
    std::fs::create_dir_all(&work).map_err(Failure::file(&work))?;
    Ok(work)
}

fn made(house: &House, press: &Path, work: &Path, articles: u32) -> Result<PathBuf, Failure> {
    let made = work.join(format!("made-{articles}.json"));
    if !made.exists() {
        steps::run(
            &format!("making an archive of {articles} articles"),
            steps::command(press, &house.root)
                .args(["generate", "--articles", &articles.to_string(), "--out"])
                .arg(&made),
        )?;
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_measurements_unless_told() {
        let names = |only| -> Vec<_> {
            chosen(only)
                .unwrap()
                .iter()
                .map(|measure| measure.name)
                .collect()
        };
        assert_eq!(names(None), ["typing", "beside"]);
        assert_eq!(names(Some("beside")), ["beside"]);
        assert!(
            matches!(chosen(Some("tipping")), Err(Failure::Usage(text)) if text.contains("typing and beside"))
        );
    }

    #[test]
    fn numbers_are_numbers() {
        assert_eq!(articles(Some("12")).unwrap(), Some(12));
        assert_eq!(articles(None).unwrap(), None);
        assert!(matches!(articles(Some("many")), Err(Failure::Usage(_))));
    }
}
