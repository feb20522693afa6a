//! `test`: every check, one after another, each timed.
//!
//! A failed step does not stop the others, so that one run tells everything.
//! The last line is `N passed, N failed`, counting steps; machines read it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::args::Args;
use crate::browser::Browsers;
use crate::build::{self, Kind};
use crate::failure::Failure;
use crate::house::House;
use crate::{browser, layers, licences, node, package, press, steps, tools};

/// One step: its name, and what it does.
struct Step {
    name: &'static str,
    act: fn(&Bench<'_>) -> Result<(), Failure>,
}

/// What the steps work with.
struct Bench<'h> {
    house: &'h House,
    /// There when a chosen step runs in one.
    browsers: Option<Browsers>,
}

const STEPS: [Step; 17] = [
    Step {
        name: "format",
        act: format,
    },
    Step {
        name: "layers",
        act: |bench| layers::run(bench.house),
    },
    Step {
        name: "licences",
        act: |bench| licences::run(bench.house),
    },
    Step {
        name: "clippy",
        act: clippy,
    },
    Step {
        name: "clippy-wasm",
        act: clippy_wasm,
    },
    Step {
        name: "native",
        act: native,
    },
    Step {
        name: "wasm",
        act: wasm,
    },
    Step {
        name: "wasm-firefox",
        act: wasm_firefox,
    },
    Step {
        name: "build",
        act: |bench| build::folder(bench.house, Kind::Release, None),
    },
    Step {
        name: "worker",
        act: worker,
    },
    Step {
        name: "package",
        act: |bench| package::of_folder(bench.house),
    },
    Step {
        name: "e2e",
        act: |bench| end_to_end(bench, "features", "chromium"),
    },
    Step {
        name: "e2e-firefox",
        act: |bench| end_to_end(bench, "features", "firefox"),
    },
    Step {
        name: "webkit",
        act: |bench| end_to_end(bench, "webkit", "webkit"),
    },
    Step {
        name: "accessibility",
        act: |bench| end_to_end(bench, "accessibility", "chromium"),
    },
    Step {
        name: "budget",
        act: |bench| end_to_end(bench, "budget", "chromium"),
    },
    Step {
        name: "lighthouse",
        act: |bench| end_to_end(bench, "lighthouse", "chromium"),
    },
];

/// The steps that look at `dist/`; without a fresh one they would pass or fail
/// on yesterday's folder.
const ON_DIST: [&str; 7] = [
    "package",
    "e2e",
    "e2e-firefox",
    "webkit",
    "accessibility",
    "budget",
    "lighthouse",
];

/// The steps that want nothing but Rust, so that they can be run alone before
/// anything is installed.
const RUST_ONLY: [&str; 6] = [
    "format",
    "layers",
    "licences",
    "clippy",
    "clippy-wasm",
    "native",
];

/// The verb.
pub fn run(house: &House, args: &Args) -> Result<(), Failure> {
    let chosen = chosen(args.value("only"))?;
    tools::for_linting()?;
    let browsers = if chosen.iter().all(|step| RUST_ONLY.contains(&step.name)) {
        None
    } else {
        tools::for_testing(house)?;
        node::packages(house)?;
        Some(browser::ready()?)
    };
    let bench = Bench { house, browsers };

    let mut told: Vec<(&str, Duration, Option<Failure>)> = Vec::new();
    for step in chosen {
        println!("\n── {} ──", step.name);
        let since = Instant::now();
        let unbuilt = ON_DIST.contains(&step.name)
            && told
                .iter()
                .any(|(name, _, failure)| *name == "build" && failure.is_some());
        let result = if unbuilt {
            Err(Failure::Found(vec![
                "not run: there is no fresh folder to run on".to_owned(),
            ]))
        } else {
            (step.act)(&bench)
        };
        if let Err(failure) = &result {
            println!("✗ {}: {failure}", step.name);
        }
        told.push((step.name, since.elapsed(), result.err()));
    }

    println!();
    for (name, time, failure) in &told {
        let mark = if failure.is_none() { "✓" } else { "✗" };
        println!("{mark} {name:<14} {:>12}", steps::human(*time));
    }
    let failed = told
        .iter()
        .filter(|(_, _, failure)| failure.is_some())
        .count();
    // Nothing is printed after this line: whoever reads the log takes its last.
    println!("\n{} passed, {failed} failed", told.len() - failed);
    if failed == 0 {
        Ok(())
    } else {
        Err(Failure::Steps)
    }
}

// `--only e2e` on a machine that has never built must still build first.
fn chosen(only: Option<&str>) -> Result<Vec<&'static Step>, Failure> {
    let Some(only) = only else {
        return Ok(STEPS.iter().collect());
    };
    let exact = STEPS.iter().any(|step| step.name == only);
    let wanted = |step: &&Step| {
        if exact {
            step.name == only
        } else {
            step.name.starts_with(only)
        }
    };
    let matching: Vec<&Step> = STEPS.iter().filter(wanted).collect();
    if matching.is_empty() {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        return Err(Failure::Usage(format!(
            "there is no step `{only}`; the steps are {}",
            names.join(", ")
        )));
    }
    let needs_dist = matching.iter().any(|step| ON_DIST.contains(&step.name));
    Ok(STEPS
        .iter()
        .filter(|step| wanted(step) || (needs_dist && step.name == "build"))
        .collect())
}

fn cargo(bench: &Bench<'_>, words: &[&str]) -> Command {
    let mut command = steps::command("cargo", &bench.house.root);
    command.args(words);
    command
}

fn format(bench: &Bench<'_>) -> Result<(), Failure> {
    steps::run(
        "cargo fmt --check",
        &mut cargo(bench, &["fmt", "--all", "--", "--check"]),
    )
}

fn clippy(bench: &Bench<'_>) -> Result<(), Failure> {
    let words = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    steps::run("clippy, everything, natively", &mut cargo(bench, &words))
}

// Most of `src/browser/` exists for the browser's target only, so the native
// run never sees it.
fn clippy_wasm(bench: &Bench<'_>) -> Result<(), Failure> {
    let words = [
        "clippy",
        "--package",
        "reader",
        "--lib",
        "--bins",
        "--tests",
        "--target",
        tools::WASM_TARGET,
        "--",
        "-D",
        "warnings",
    ];
    steps::run(
        "clippy, the reader, for the browser",
        &mut cargo(bench, &words),
    )
}

fn native(bench: &Bench<'_>) -> Result<(), Failure> {
    let words = ["test", "--workspace", "--no-fail-fast"];
    steps::run("native tests", &mut cargo(bench, &words))
}

fn wasm(bench: &Bench<'_>) -> Result<(), Failure> {
    let browsers = browsers(bench)?;
    let mut command = steps::command(tools::wasm_pack(bench.house), &bench.house.root);
    command
        .args([
            "test",
            "--headless",
            "--chrome",
            "--mode",
            "no-install",
            "--chromedriver",
        ])
        .arg(&browsers.driver)
        .env("CHROMEDRIVER", &browsers.driver);
    steps::run(
        "wasm-pack tests, headless",
        tools::on(&mut command, bench.house)?,
    )
}

fn wasm_firefox(bench: &Bench<'_>) -> Result<(), Failure> {
    let mut command = steps::command("node", &bench.house.e2e());
    command
        .arg("wasm/firefox.mjs")
        .env("FIREFOX_PATH", &browsers(bench)?.firefox);
    steps::run(
        "the same tests in Firefox",
        tools::on(&mut command, bench.house)?,
    )
}

/// The worker that keeps editions, in a small browser of the tests' own.
fn worker(bench: &Bench<'_>) -> Result<(), Failure> {
    steps::run(
        "the worker's promises, simulated",
        steps::command("node", &bench.house.e2e()).args([
            "--test",
            "--test-reporter=spec",
            "worker/worker.test.mjs",
        ]),
    )
}

/// Test files that get a second try, at the most. A fault of ours fails twice, and
/// often in more places; a browser that stumbles on a busy machine does neither.
const MOST_AGAIN: usize = 2;

/// Runs the test files of one folder of `tests/e2e/` in a browser, one file at a
/// time: they time things, and two browsers at once would spoil each other's figures.
/// Where few files failed, those are run once more; that they needed it is told.
fn end_to_end(bench: &Bench<'_>, folder: &str, browser: &str) -> Result<(), Failure> {
    let place = bench.house.e2e().join(folder);
    let mut files: Vec<_> = std::fs::read_dir(&place)
        .map_err(Failure::file(&place))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    let failed = std::env::temp_dir().join(format!("backissue-failed-{}", std::process::id()));
    let what = format!("end-to-end tests: {folder}, in {browser}");
    let first = steps::run(&what, &mut node_tests(bench, browser, &files, &failed)?);
    let told = std::fs::read_to_string(&failed).unwrap_or_default();
    let _ = std::fs::remove_file(&failed);
    let Err(failure) = first else { return Ok(()) };
    let again: Vec<_> = told.lines().map(PathBuf::from).collect();
    if again.is_empty() || again.len() > MOST_AGAIN {
        return Err(failure);
    }
    println!("✗ {failure}");
    steps::run(
        &format!("{what}, a second time: {}", told.trim().replace('\n', ", ")),
        &mut node_tests(bench, browser, &again, &failed)?,
    )?;
    let _ = std::fs::remove_file(&failed);
    Ok(())
}

/// Node's runner over `files`; afterwards `failed` names those with a failed test.
fn node_tests(
    bench: &Bench<'_>,
    browser: &str,
    files: &[PathBuf],
    failed: &Path,
) -> Result<Command, Failure> {
    let browsers = browsers(bench)?;
    let mut command = steps::command("node", &bench.house.e2e());
    command
        .args(["--test", "--test-concurrency=1"])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=./failed.mjs")
        .arg(format!("--test-reporter-destination={}", failed.display()))
        .args(files)
        .env("BACKISSUE_BIN", press::compiled(bench.house)?)
        .env("BACKISSUE_DIST", bench.house.dist())
        .env("BACKISSUE_BROWSER", browser)
        .env("CHROME_PATH", &browsers.chromium)
        .env("FIREFOX_PATH", &browsers.firefox)
        .env("WEBKIT_DRIVER", &browsers.webkit);
    Ok(command)
}

fn browsers<'b>(bench: &'b Bench<'_>) -> Result<&'b Browsers, Failure> {
    bench.browsers.as_ref().ok_or_else(|| Failure::Missing {
        what: "A browser for this step".to_owned(),
        next: "cargo xtask test".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(only: Option<&str>) -> Vec<&'static str> {
        chosen(only).unwrap().iter().map(|step| step.name).collect()
    }

    #[test]
    fn everything_unless_told() {
        assert_eq!(names(None).len(), STEPS.len());
    }

    #[test]
    fn an_exact_name_means_that_step_alone() {
        assert_eq!(names(Some("clippy")), ["clippy"]);
        assert_eq!(names(Some("clip")), ["clippy", "clippy-wasm"]);
    }

    #[test]
    fn what_looks_at_the_folder_builds_it_first() {
        assert_eq!(names(Some("budget")), ["build", "budget"]);
    }

    #[test]
    fn an_unknown_step_is_told_the_known_ones() {
        let Err(Failure::Usage(text)) = chosen(Some("lint")) else {
            panic!("accepted")
        };
        assert!(text.contains("clippy-wasm"));
    }
}
