//! Whole files, each with what is said of it.

use super::*;

/// The faults of a file, as `line:column` and a few of the words.
fn check(text: &str, wanted: &[(&str, &str)]) {
    let (_, faults) = read(text, Path::new("."));
    let found: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), wanted.len(), "{text}: {found:#?}");
    for (found, (place, words)) in found.iter().zip(wanted) {
        assert!(found.starts_with(&format!("{place}: ")), "{text}: {found}");
        assert!(found.contains(words), "{text}: {found}");
    }
}

#[test]
fn files_without_fault() {
    check("", &[]);
    check(
        r##"
# The Mill Gazette
title = "The Mill Gazette"
subtitle = "News from both banks"
description = "A weekly."
language = "en-GB"
rights = "In the public domain."
contact = "gazette@example.org"
topics = ["The mill", "The river"]
base_url = "https://example.org/mill/"
[colours.light]
accent = "#0b5d1e"
[colours.dark]
paper = "#101820"
ink = "#e8eaed"
accent = "#8ecae6"
"##,
        &[],
    );
}

#[test]
fn every_slip_is_told_with_its_place() {
    check("titel = \"T\"", &[("1:1", "did you mean “title”?")]);
    check(
        "a = 1\nfont = \"x\"",
        &[("1:1", "what it can hold"), ("2:1", "“font”")],
    );
    check("title = 3", &[("1:9", "is a number, and must be a text")]);
    check("title = \" \"", &[("1:9", "is empty")]);
    check("title = \"a", &[("1:11", "not TOML")]);
    check("title = \"a\"\ntitle = \"b\"", &[("2:1", "not TOML")]);
    check("topics = \"one\"", &[("1:10", "must be a list")]);
    check("topics = [\"one\", 2]", &[("1:18", "is a number")]);
    check("contact = \"nobody\"", &[("1:11", "nobody")]);
    check("\n\nlanguage = \"?\"", &[("3:12", "?")]);
    check("base_url = \"here\"", &[("1:12", "is no address")]);
    check("logo = \"absent.svg\"", &[("1:8", "cannot be read")]);
    check("colours = \"red\"", &[("1:11", "must be a table")]);
    check(
        "[colors.light]\naccent = \"#000\"",
        &[("1:2", "did you mean “colours”?")],
    );
    check(
        "[colours]\naccent = \"#000\"",
        &[("2:1", "under [colours.light]")],
    );
    check("[colours.sepia]", &[("1:10", "light, dark")]);
    check(
        "[colours.light]\nacent = \"#000\"",
        &[("2:1", "did you mean “accent”?")],
    );
    check(
        "[colours.light]\naccent = \"red\"",
        &[("2:10", "six hexadecimal digits")],
    );
}

#[test]
fn colours_that_cannot_be_read_are_told_with_better_ones() {
    check(
        "[colours.light]\naccent = \"#ffcc00\"",
        &[(
            "2:10",
            "accent (#ffcc00) on paper (#fbf9f5) in the light theme has a contrast of 1.",
        )],
    );
    check(
        "[colours.dark]\npaper = \"#555555\"",
        &[("2:9", "accent (#f2948a, the reader's own)")],
    );
    check(
        "[colours.light]\npaper = \"#101010\"",
        &[("2:9", "must be darker than the paper")],
    );
    check(
        "[colours.dark]\nmark = \"#ffffff\"",
        &[("2:8", "for the mark")],
    );
    // What is advised is taken.
    for text in [
        "accent = \"#ffcc00\"",
        "soft = \"#cccccc\"",
        "ink = \"#999999\"",
    ] {
        let text = format!("[colours.light]\n{text}");
        let (_, faults) = read(&text, Path::new("."));
        let what = &faults[0].what;
        let advised = what
            .split("try ")
            .nth(1)
            .unwrap()
            .split(' ')
            .next()
            .unwrap();
        let name = text.lines().nth(1).unwrap().split(' ').next().unwrap();
        check(&format!("[colours.light]\n{name} = \"{advised}\""), &[]);
    }
}

#[test]
fn distances() {
    for (one, other, wanted) in [
        ("", "", 0),
        ("title", "title", 0),
        ("titel", "title", 2),
        ("colors", "colours", 1),
        ("", "abc", 3),
        ("kitten", "sitting", 3),
    ] {
        assert_eq!(distance(one, other), wanted, "{one} {other}");
        assert_eq!(distance(other, one), wanted, "{other} {one}");
    }
}
