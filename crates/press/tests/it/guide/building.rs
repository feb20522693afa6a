//! `docs/building.md`, held to what the press does: its settings are those that are
//! taken, and its list of a site's files is whole.

use std::path::Path;

use press::settings;

use super::{BUILDING, PUBLISHING, blocks};
use crate::scratch::{SMALL, Scratch};

/// The rows of a table: the word in its first cell, and the example in its last.
fn rows<'t>(text: &'t str, heading: &str) -> Vec<(&'t str, &'t str)> {
    let from = text.find(&format!("| {heading} |")).unwrap();
    let lines = text[from..].lines().skip(2);
    let rows = lines.take_while(|line| line.starts_with('|'));
    let code = |cell: &'t str| cell.trim().trim_matches('`');
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        (code(cells[0]), code(cells[cells.len() - 1]))
    })
    .collect()
}

/// What a table of the settings can hold, as the parser itself tells who asks.
fn known(table: &str) -> Vec<String> {
    let text = format!("{table}\nxxxxxxxxxxxx = 1");
    let (_, faults) = settings::read(&text, Path::new("."));
    let (_, names) = faults[0].what.split_once("what it can hold: ").unwrap();
    let mut names: Vec<String> = names.split(", ").map(str::to_owned).collect();
    names.sort();
    names
}

#[test]
fn every_setting_is_documented_and_every_documented_one_taken() {
    let scratch = Scratch::new();
    scratch.write(
        "pictures/wheel.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    );
    let taken = |text: &str| {
        let (settings, faults) = settings::read(text, &scratch.path("."));
        assert_eq!(faults, [], "{text}");
        settings
    };
    for (heading, table) in [
        ("Key", ""),
        ("Colour", "[colours.light]"),
        ("Colour", "[colours.dark]"),
    ] {
        let rows = rows(BUILDING, heading);
        let mut names: Vec<&str> = rows.iter().map(|row| row.0).collect();
        names.sort_unstable();
        assert_eq!(names, known(table), "{heading}");
        // The examples are by day.
        if table == "[colours.dark]" {
            continue;
        }
        for (name, example) in &rows {
            assert!(example.starts_with(name), "{example}");
            taken(&format!("{table}\n{example}"));
        }
        let all: Vec<&str> = rows.iter().map(|row| row.1).collect();
        taken(&format!("{table}\n{}", all.join("\n")));
    }
    for scheme in known("[colours]") {
        assert!(
            BUILDING.contains(&format!("`[colours.{scheme}]`")),
            "{scheme}"
        );
    }
    let examples = [blocks(PUBLISHING, "toml"), blocks(BUILDING, "toml")].concat();
    assert_eq!(examples.len(), 2);
    for example in examples {
        let settings = taken(example);
        assert_eq!(settings.facts.title.as_deref(), Some("The Mill Gazette"));
        assert!(settings.base.is_some() && settings.light.is_some());
    }
}

#[test]
fn the_fault_in_the_guide_is_the_one_that_is_told() {
    let (_, faults) = settings::read("[colours.light]\naccent = \"#ffcc00\"", Path::new("."));
    let told = format!("\n{}:{}\n", settings::FILE, faults[0]);
    assert!(BUILDING.contains(&told), "{told}");
}

#[test]
fn everything_in_a_site_is_in_the_guide() {
    let scratch = Scratch::new();
    scratch.write("media/a.jpg", "picture");
    scratch.write("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    scratch.write("backissue.toml", "logo = \"logo.svg\"");
    assert_eq!(scratch.build(SMALL, &[]), 0);
    let from = BUILDING.find("| In the folder |").unwrap();
    let table = BUILDING[from..].split("\n\n").next().unwrap();
    let cells = table
        .lines()
        .skip(2)
        .map(|row| row.split('|').nth(1).unwrap());
    let named: Vec<&str> = cells
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect();
    // `about/` and `articles/<slug>/` are folders, `card-….png` and `icon*` beginnings.
    let is = |named: &str, entry: &str| match named.split_once(['/', '…', '*']) {
        Some((folder, _)) if named.contains('/') => folder == entry,
        Some((beginning, _)) => entry.starts_with(beginning),
        None => named == entry,
    };
    for entry in scratch.top("out") {
        assert!(
            named.iter().any(|named| is(named, &entry)),
            "{entry}: {named:?}"
        );
    }
}
