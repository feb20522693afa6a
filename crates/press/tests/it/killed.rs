//! Builds that are killed: at any moment, the folder holds the old site or the
//! new one.
//!
//! `BACKISSUE_KILLS` says how often; a few times, unless told.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::building::contents;
use crate::scratch::{Scratch, made};

/// How often, unless told.
const KILLS: u32 = 16;

/// How long after the last file was written a build is still worth killing: it
/// changes places and clears away.
const SWAP: Duration = Duration::from_millis(6);

type Site = BTreeMap<String, Vec<u8>>;

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let kills = std::env::var("BACKISSUE_KILLS").ok();
    let kills = kills.map_or(KILLS, |number| number.parse().unwrap());
    let scratch = Scratch::new();
    let mut sites: Vec<Site> = Vec::new();
    for (name, articles) in [("one", 40), ("two", 60)] {
        scratch.write(&format!("{name}.json"), made(articles));
        assert!(build(&scratch, name).status().unwrap().success());
        sites.push(contents(&scratch, "out"));
    }
    let mut chance = 0x9e37_79b9_u32;
    let mut standing = 1;
    let mut changed = 0;
    for kill in 0..kills {
        let other = 1 - standing;
        let mut build = build(&scratch, ["one", "two"][other]).spawn().unwrap();
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let part = f64::from(chance) / f64::from(u32::MAX);
        // Every other one around the moment at which the sites change places.
        let (pages, swap) = match kill % 2 {
            0 => ((part * 60.0) as usize, Duration::ZERO),
            _ => (usize::MAX, SWAP.mul_f64(part)),
        };
        while !come_to(&scratch, pages) && build.try_wait().unwrap().is_none() {
            thread::yield_now();
        }
        let moment = Instant::now();
        while moment.elapsed() < swap {
            thread::yield_now();
        }
        build.kill().unwrap();
        build.wait().unwrap();
        let found = contents(&scratch, "out");
        let stands = sites.iter().position(|site| *site == found);
        let stands = stands.unwrap_or_else(|| panic!("kill {kill}: {} files", found.len()));
        if stands == other {
            standing = other;
            changed += 1;
        }
    }
    println!(
        "{kills} builds killed: {changed} left the new site, {} the old one",
        kills - changed
    );
    // What they left goes with the next build.
    assert!(build(&scratch, "one").status().unwrap().success());
    assert!(contents(&scratch, "out") == sites[0]);
    assert_eq!(scratch.top(""), ["one.json", "out", "shell", "two.json"]);
}

/// A build of one of the archives.
fn build(scratch: &Scratch, name: &str) -> std::process::Command {
    let archive = format!("{name}.json");
    let mut build = scratch.command(&["build", &archive, "--shell", "shell", "-o", "out"]);
    build.stderr(Stdio::null());
    build
}

/// Whether a build has written so many articles, or its last file.
fn come_to(scratch: &Scratch, pages: usize) -> bool {
    let entries = fs::read_dir(scratch.path("")).unwrap();
    let mut sites = entries.flatten().map(|entry| entry.path().join("site"));
    sites.any(|site| {
        let articles = fs::read_dir(site.join("articles")).map_or(0, Iterator::count);
        articles > pages || site.join("sw.js").exists()
    })
}
