//! Everything against rubbish: a stable stand-in for a fuzzer. Ordinarily for a
//! moment; `FUZZ_SECONDS=600 cargo test -p search --release hostile` for long.
//! What once mattered is kept in `tests/corpus` and always tried.

use std::path::Path;
use std::time::{Duration, Instant};

use search::{Builder, Index, parse};

use crate::archive::{Made, WORDS, stemmers};
use crate::bytes::{harass, sealed};
use crate::found::ask;
use crate::passages::sound_in;

/// SplitMix64 (Steele, Lea and Flood 2014): the same rubbish every time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }
}

/// Calls `each` with a number until time is up.
fn for_a_while(mut each: impl FnMut(u64)) {
    let seconds = std::env::var("FUZZ_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut number = 0;
    while end.map_or(number < 1500, |end| Instant::now() < end) {
        each(number);
        number += 1;
    }
}

const PIECES: &[&str] = &[
    "\"", "“", "”", "-", "OR", " ", "  ", "title:", "year:", "before:", "2003", "..", "-03", "*",
    "+", "#", "/", "=>", "(", ")", "'", "’", "é", "e\u{301}", "東", "京", "\u{200d}", "👩",
    "\u{ad}", ".", "ſ", "İ", "ﬁ", "\0", "\u{feff}", "ا", "한", "\n", "\t", "NOT ", "AND ",
];

fn rubbish(chance: &mut Chance, most: usize) -> String {
    let mut text = String::new();
    for _ in 0..chance.below(most) {
        match chance.below(4) {
            0 => text += WORDS[chance.below(WORDS.len())],
            1 | 2 => text += PIECES[chance.below(PIECES.len())],
            _ => text.extend(char::from_u32(chance.below(0x11_0000) as u32)),
        }
    }
    text
}

fn corpus(folder: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(folder);
    let mut files: Vec<_> = std::fs::read_dir(path)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect()
}

fn one_query(typed: &str) {
    let (query, remarks) = parse(typed);
    let printed = query.print();
    assert_eq!(parse(&printed).0, query, "{typed:?} printed {printed:?}");
    assert!(
        remarks
            .iter()
            .all(|remark| typed.get(remark.start..remark.end).is_some()),
        "{typed:?}"
    );
}

#[test]
fn queries() {
    for typed in corpus("queries").iter().flat_map(|file| file.lines()) {
        one_query(typed);
    }
    for_a_while(|seed| one_query(&rubbish(&mut Chance(seed), 20)));
}

#[test]
fn texts_and_questions() {
    let kept = corpus("texts");
    let one = |bodies: &[String], typed: &str, length: usize| {
        let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
        let mut made = Made::of(&bodies);
        let index = made.index();
        let answer = ask(&index, &mut made, typed, 5);
        for body in bodies {
            sound_in(&answer.marker, body, length);
        }
    };
    for typed in corpus("queries").iter().flat_map(|file| file.lines()) {
        one(&kept, typed, 60);
    }
    for_a_while(|seed| {
        let mut chance = Chance(seed);
        let bodies: Vec<String> = (0..chance.below(6))
            .map(|_| rubbish(&mut chance, 60))
            .collect();
        let typed = rubbish(&mut chance, 8);
        one(&bodies, &typed, chance.below(100));
    });
}

/// An archive of rubbish, and of words that are asked for.
fn sixteen() -> Made {
    let bodies: Vec<String> = (0..16)
        .map(|seed| rubbish(&mut Chance(seed), 40) + " the archive of run")
        .collect();
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    Made::of(&bodies)
}

#[test]
fn indexes() {
    let whole = sixteen().index().to_bytes();
    for_a_while(|seed| {
        let mut chance = Chance(seed);
        let mut bytes = damaged(&whole, 16, &mut chance);
        sealed(&mut bytes);
        if let Ok(index) = Index::from_bytes(bytes, stemmers()) {
            harass(&index);
        }
    });
}

/// Bytes of which some are others, from a place on, and perhaps the end is missing.
fn damaged(whole: &[u8], from: usize, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=chance.below(8) {
        let at = from + chance.below(bytes.len() - from);
        bytes[at] = match chance.below(4) {
            0 => 0xff,
            1 => 0,
            _ => chance.next() as u8,
        };
    }
    if chance.below(8) == 0 {
        bytes.truncate(64 + chance.below(bytes.len() - 64));
    }
    bytes
}

#[test]
fn parts() {
    let made = sixteen();
    let mut second = Builder::after(8, stemmers());
    made.add(8..16, &mut second);
    let whole = second.part();
    for_a_while(|seed| {
        let mut first = Builder::new(stemmers());
        made.add(0..8, &mut first);
        // Behind the version: what is before is refused at once.
        if first.join(&damaged(&whole, 8, &mut Chance(seed))).is_ok() {
            harass(&first.finish().index());
        }
    });
}
