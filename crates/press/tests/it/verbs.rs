//! The command: exit codes and what it says.

use std::fs;

use crate::scratch::{SMALL, Scratch, made};

#[test]
fn exit_codes() {
    let scratch = Scratch::new();
    scratch.write("clean.json", SMALL);
    scratch.write("problems.json", r#"{ "version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{ "id": "1", "title": "One", "content_text": "", "date_published": "soon" }] }"#);
    scratch.write("broken.json", "<html><body>");
    for (arguments, code, said) in [
        (
            &["check", "clean.json"][..],
            0,
            "4 articles, 2 with their text, 0 problems",
        ),
        (&["check", "problems.json"], 1, "problems.json:1:"),
        (&["check", "broken.json"], 2, "broken.json"),
        (&["check", "absent.json"], 2, "Check the name"),
        (&["check"], 2, "the archive is missing"),
        (&["check", "a", "b"], 2, "given twice"),
        (&["frobnicate"], 2, "--help"),
        (&[], 2, "--help"),
        (&["--help"], 0, "backissue check ARCHIVE.json"),
        (&["build", "--help"], 0, "backissue build ARCHIVE.json"),
        (&["search", "a.json", "-h"], 0, "trec"),
        (&["score", "--", "--help"], 2, "--help"),
        (&["--version"], 0, "backissue "),
        (&["finish"], 2, "Trunk"),
        (
            &["build", "clean.json", "--shell", "shell"],
            2,
            "-o (a folder) or --single-file (one HTML file) is missing",
        ),
        (
            &[
                "build",
                "clean.json",
                "--shell",
                "shell",
                "-o",
                "o",
                "--base-url",
                "nowhere",
            ],
            2,
            "https://example.org/archive/",
        ),
        (
            &["build", "broken.json", "--shell", "shell", "-o", "o1"],
            2,
            "Mend the problems",
        ),
        (
            &["build", "problems.json", "--shell", "shell", "-o", "o2"],
            1,
            "--base-url",
        ),
        (
            &["build", "clean.json", "--shell", ".", "-o", "o3"],
            2,
            "cannot read",
        ),
        (
            &["build", "clean.json", "--shell", "shell", "-o", "shell"],
            2,
            "not written by backissue",
        ),
        (&["serve", "absent"], 2, "cannot read"),
        (
            &["generate", "--articles", "x", "--out", "f"],
            2,
            "no number",
        ),
    ] {
        let output = scratch.backissue(arguments);
        let mut text = String::from_utf8(output.stdout).unwrap();
        text.push_str(&String::from_utf8(output.stderr).unwrap());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
        assert!(text.contains(said), "{arguments:?}: {text}");
    }
}

#[test]
fn generate_is_deterministic() {
    let scratch = Scratch::new();
    let output = scratch.backissue(&["generate", "--articles", "20", "--out", "made.json"]);
    assert!(output.status.success());
    assert_eq!(scratch.read("made.json"), made(20));
}

#[test]
fn finish_works_in_trunks_staging_folder() {
    let scratch = Scratch::new();
    fs::write(scratch.path("shell/articles.json"), SMALL).unwrap();
    let run = || {
        std::process::Command::new(env!("CARGO_BIN_EXE_backissue"))
            .arg("finish")
            .env("TRUNK_STAGING_DIR", scratch.path("shell"))
            .env("BACKISSUE_BASE_URL", "")
            .output()
            .unwrap()
    };
    let output = run();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let first = scratch.read("shell/index.html");
    assert!(first.contains("Blood on New Labour"));
    assert!(!first.contains("await init()"));
    // Running it again finds the same files in its own pages.
    assert!(run().status.success());
    assert_eq!(scratch.read("shell/index.html"), first);
}
