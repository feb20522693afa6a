//! Writes `src/table.rs` from the Unicode data of the development libraries:
//! `cargo run -p language --example tables > crates/language/src/table.rs`.
//!
//! The tables say what no rule of `fold.rs` says already. What is left out on
//! purpose is listed where the folding is tested (`tests/it/folding.rs`).

#![allow(clippy::print_stdout)] // It writes to standard output, and that is all it does.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_public_assigned;
use unicode_segmentation::UnicodeSegmentation;

const OTHER: u32 = 0;
const LETTER: u32 = 1;
const DIGIT: u32 = 2;
const UNIT: u32 = 3;
const MARK: u32 = 4;
const DROP: u32 = 5;

/// Signs that folding takes away: stress, vowel points, nuktas, cantillation,
/// elongation, and what cannot be seen. (Not: vowel signs of the scripts that
/// cannot be read without them.)
const DROPPED: [(u32, u32); 50] = [
    (0xad, 0xad),
    (0xb7, 0xb7),
    (0x2b9, 0x2bf),
    (0x300, 0x36f),
    (0x374, 0x374),
    (0x387, 0x387),
    (0x483, 0x489),
    (0x591, 0x5bd),
    (0x5bf, 0x5bf),
    (0x5c1, 0x5c2),
    (0x5c4, 0x5c5),
    (0x5c7, 0x5c7),
    (0x5f3, 0x5f4),
    (0x610, 0x61a),
    (0x61c, 0x61c),
    (0x640, 0x640),
    (0x64b, 0x65f),
    (0x670, 0x670),
    (0x6d6, 0x6dc),
    (0x6df, 0x6e4),
    (0x6e7, 0x6e8),
    (0x6ea, 0x6ed),
    (0x711, 0x711),
    (0x730, 0x74a),
    (0x7eb, 0x7f3),
    (0x897, 0x89f),
    (0x8ca, 0x8ff),
    (0x93c, 0x93c),
    (0x9bc, 0x9bc),
    (0xa3c, 0xa3c),
    (0xabc, 0xabc),
    (0xb3c, 0xb3c),
    (0x115f, 0x1160),
    (0x135d, 0x135f),
    (0x180b, 0x180f),
    (0x1ab0, 0x1aff),
    (0x1cd0, 0x1cd2),
    (0x1cd4, 0x1ce0),
    (0x1dc0, 0x1dff),
    (0x200b, 0x200f),
    (0x2027, 0x2027),
    (0x202a, 0x202e),
    (0x2060, 0x206f),
    (0x20d0, 0x20f0),
    (0xfe00, 0xfe0f),
    (0xfe20, 0xfe2f),
    (0xfe70, 0xfe7f),
    (0xfeff, 0xfeff),
    (0xffa0, 0xffa0),
    (0xe0000, 0xe01ef),
];

/// Hangul: syllables and what begins one; and the ideographic repetition mark. The vowels and finals of decomposed
/// syllables attach to what stands before them.
const HANGUL: [(u32, u32); 6] = [
    (0x1100, 0x115e),
    (0x3005, 0x3006),
    (0x3131, 0x3163),
    (0xa960, 0xa97c),
    (0xac00, 0xd7a3),
    (0xffa1, 0xffdc),
];
const JAMO_AFTER: [(u32, u32); 2] = [(0x1161, 0x11ff), (0xd7b0, 0xd7fb)];

fn within(ranges: &[(u32, u32)], code: u32) -> bool {
    ranges.iter().any(|&(from, to)| (from..=to).contains(&code))
}

fn one_segment(text: &str) -> bool {
    text.split_word_bounds().count() == 1
}

/// The classes a character may be given, as a set of bits.
fn classes(character: char) -> u32 {
    let code = character as u32;
    if within(&DROPPED, code) {
        return 1 << DROP;
    }
    if within(&HANGUL, code) {
        return 1 << UNIT;
    }
    if within(&JAMO_AFTER, code) {
        return 1 << MARK;
    }
    if !is_public_assigned(character) {
        return u32::MAX;
    }
    let extends = one_segment(&format!(".{character}"));
    let joins = one_segment(&format!("a{character}"));
    if extends {
        // Where words have letters in a row it makes no difference.
        let runs = within(
            &[
                (0xe00, 0xeff),
                (0x1000, 0x109f),
                (0x1780, 0x17ff),
                (0x1950, 0x1aaf),
                (0x3000, 0x30ff),
                (0xa9e0, 0xa9ff),
                (0xaa60, 0xaadf),
                (0xff00, 0xffef),
            ],
            code,
        );
        return if runs {
            1 << MARK
        } else {
            1 << MARK | 1 << LETTER
        };
    }
    if (0x2080..=0x2089).contains(&code) {
        // Chemists' small digits: CO₂ is one word.
        return 1 << DIGIT;
    }
    if character.is_alphabetic() {
        return if joins { 1 << LETTER } else { 1 << UNIT };
    }
    if character.is_numeric() {
        if joins {
            return 1 << DIGIT;
        }
        // Numerals that are no decimal digits: whatever their neighbours are,
        // in scripts of their own; no part of a word among the symbols.
        let symbols = within(
            &[
                (0x80, 0xff),
                (0x2070, 0x2fff),
                (0x3200, 0x33ff),
                (0x1f100, 0x1f1ff),
            ],
            code,
        );
        return if symbols {
            1 << OTHER
        } else {
            1 << OTHER | 1 << LETTER | 1 << UNIT
        };
    }
    if joins && code != 0x202f && character != '_' {
        // Modifier signs that count as letters for the segmentation only.
        return 1 << OTHER | 1 << LETTER;
    }
    if (0x1_0000..0x1_cc00).contains(&code) {
        // Punctuation of scripts no longer written: not worth its bytes.
        return 1 << OTHER | 1 << LETTER;
    }
    1 << OTHER
}

/// Where each class begins, for the two planes that need a table.
fn class_table(plane: u32) -> Vec<(u32, u32)> {
    let first = if plane == 0 { 0x80 } else { plane << 16 };
    let mut table: Vec<(u32, u32)> = Vec::new();
    let mut from = first;
    let mut may = u32::MAX;
    for code in first..(plane + 1) << 16 {
        let Some(character) = char::from_u32(code) else {
            continue;
        };
        let these = classes(character);
        // Each series of digits begins at its zero; only the mathematical ones
        // are five in a row.
        let zero = these == 1 << DIGIT && may == these && code >= from + 10 && code < 0x1_d7ce;
        if may & these == 0 || zero {
            table.push((from, may.trailing_zeros()));
            from = code;
            may = these;
        } else {
            may &= these;
        }
    }
    table.push((from, may.trailing_zeros()));
    table
}

/// Letters with a stroke, a hook or no dot: Unicode decomposes none of them,
/// people type them all without.
const PLAIN: [(&str, &str); 24] = [
    ("ƀɓƃ", "b"),
    ("ƈȼ", "c"),
    ("đðɖɗƌ", "d"),
    ("ɇ", "e"),
    ("ƒ", "f"),
    ("ǥɠ", "g"),
    ("ħ", "h"),
    ("ıɨ", "i"),
    ("ɉ", "j"),
    ("ƙ", "k"),
    ("łƚⱡ", "l"),
    ("ɲƞ", "n"),
    ("øɵǿ", "o"),
    ("ƥᵽ", "p"),
    ("ɍɽ", "r"),
    ("ȿ", "s"),
    ("ŧƭⱦț", "t"),
    ("ʉ", "u"),
    ("ʋ", "v"),
    ("ƴɏ", "y"),
    ("ƶȥɀ", "z"),
    ("æǣǽ", "ae"),
    ("œ", "oe"),
    ("þ", "th"),
];

/// What a character is folded to.
fn target(character: char) -> String {
    let code = character as u32;
    let class = classes(character);
    if class == 1 << DROP {
        return String::new();
    }
    let itself = character.to_string();
    // Letters of their own, in whatever way they are written; signs that
    // cannot be told from what they make; Han and Hangul.
    match character {
        'Й' | 'й' => return "й".into(),
        'Ї' | 'ї' => return "ї".into(),
        'Ў' | 'ў' => return "ў".into(),
        'ß' | 'ẞ' => return "ss".into(),
        'ة' => return "ه".into(),
        'ى' | 'ی' => return "ي".into(),
        'ک' => return "ك".into(),
        'ٱ' => return "ا".into(),
        '\u{3040}'..='\u{30ff}'
        | '\u{3131}'..='\u{318f}'
        | '\u{ff9e}'
        | '\u{ff9f}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ffa1}'..='\u{ffdc}'
        | '\u{2e80}'..='\u{2fdf}' => {
            return match code {
                0xff9e => "\u{3099}".into(),
                0xff9f => "\u{309a}".into(),
                0x30ff | 0x309f => itself,
                _ => itself,
            };
        }
        _ => {}
    }
    let mut out = String::new();
    let lower: String = itself.to_lowercase();
    for part in lower.nfkd().flat_map(char::to_lowercase) {
        if classes(part) == 1 << DROP {
            continue;
        }
        match PLAIN.iter().find(|(letters, _)| letters.contains(part)) {
            Some((_, plain)) => out.push_str(plain),
            None if part == 'ς' => out.push('σ'),
            None => out.push(match part {
                'ى' | 'ی' => 'ي',
                'ة' => 'ه',
                'ک' => 'ك',
                'ٱ' => 'ا',
                other => other,
            }),
        }
    }
    out
}

/// Characters that compatibility would decompose and that are hardly ever in a
/// word somebody looks for: modifier letters, phonetic signs, Roman numerals
/// that are one character, Arabic ligatures; and the Thai vowel am, which is
/// typed as one. They are lower-cased.
const LOWER_ONLY: [(u32, u32); 15] = [
    (0x2b0, 0x2ff),
    (0x37a, 0x37a),
    (0x675, 0x678),
    (0xe33, 0xe33),
    (0xeb3, 0xeb3),
    (0x1d2c, 0x1dbf),
    (0x2070, 0x209c),
    (0x2160, 0x217f),
    (0x3038, 0x303f),
    (0x3190, 0x319f),
    (0xa69c, 0xa69d),
    (0xa7f1, 0xab69),
    (0xfbd3, 0xfbfb),
    (0xfc00, 0xfdff),
    (0x1_0780, 0x1_07bf),
];

/// Blocks where almost every letter folds: a byte for each, the low byte of
/// what it folds to above a base; 0 where it stays or stands elsewhere.
const BLOCKS: [(&str, u32, u32, u32); 9] = [
    ("LATIN", 0xaa, 0x24f, 0),
    ("LATIN_MORE", 0x1e00, 0x1eff, 0),
    ("LETTERLIKE", 0x2102, 0x2149, 0),
    ("GREEK", 0x370, 0x3ff, 0x300),
    ("GREEK_MORE", 0x1f00, 0x1fff, 0x300),
    ("CYRILLIC", 0x400, 0x4ff, 0x400),
    ("ARABIC", 0xfb50, 0xfbff, 0x600),
    ("ARABIC_MORE", 0xfe70, 0xfefc, 0x600),
    ("KANA", 0xff66, 0xff9f, 0x3000),
];

/// What arithmetic in `fold.rs` does.
fn by_rule(code: u32) -> bool {
    within(
        &[
            (0xac00, 0xd7a3),
            (0xff10, 0xff5a),
            (0x1_d400, 0x1_d6a3),
            (0x1_d7ce, 0x1_d7ff),
            (0x1_f130, 0x1_f189),
        ],
        code,
    )
}

/// Steps from number to number, modulo 2^16, LEB128.
fn steps(columns: &[Vec<u32>]) -> Vec<u32> {
    let mut bytes = Vec::new();
    let mut last = 0;
    for number in columns.iter().flatten() {
        let mut step = number.wrapping_sub(last) & 0xffff;
        last = *number;
        while step >= 0x80 {
            bytes.push(step & 0x7f | 0x80);
            step >>= 7;
        }
        bytes.push(step);
    }
    bytes
}

/// Writes a string of bytes; `plain` leaves letters and digits as they are.
fn string(out: &mut String, name: &str, bytes: &[u32], plain: bool) {
    let _ = writeln!(
        out,
        "pub(crate) static {name}: &[u8; {}] = b\"\\",
        bytes.len()
    );
    for line in bytes.chunks(24) {
        for &byte in line {
            match char::from_u32(byte) {
                Some(letter) if plain && letter.is_ascii_alphanumeric() => out.push(letter),
                _ => {
                    let _ = write!(out, "\\x{byte:02x}");
                }
            }
        }
        out.push_str("\\\n");
    }
    out.push_str("\";\n\n");
}

fn main() {
    let mut kinds_of: Vec<u32> = Vec::new();
    let mut blocks = String::new();
    let mut columns: Vec<Vec<u32>> = Vec::new();
    for plane in 0..2 {
        let table = class_table(plane);
        eprintln!("plane {plane}: {} ranges", table.len());
        columns.push(table.iter().map(|(start, _)| start & 0xffff).collect());
        kinds_of.extend(table.iter().map(|(_, class)| *class));
    }
    let mut kinds =
        String::from("/// The class that begins at each number of the first two columns.\n");
    string(&mut kinds, "KINDS", &kinds_of, false);

    // What folds to what.
    let mut folds: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for code in 0x80..0x2_0000u32 {
        let Some(character) = char::from_u32(code) else {
            continue;
        };
        let class = classes(character);
        if !is_public_assigned(character)
            || class == 1 << DROP
            || class == 1 << OTHER
            || class == 1 << DIGIT
            || by_rule(code)
        {
            continue;
        }
        let to: Vec<u32> = if within(&LOWER_ONLY, code) {
            character.to_lowercase().map(u32::from).collect()
        } else {
            target(character).chars().map(u32::from).collect()
        };
        if to != [code] {
            folds.insert(code, to);
        }
    }
    for (name, from, last, base) in BLOCKS {
        let mut bytes = Vec::new();
        for code in from..=last {
            let byte = match folds.get(&code).map(Vec::as_slice) {
                Some(&[to]) if to > base && to - base < 256 => {
                    folds.remove(&code);
                    to - base
                }
                _ => 0,
            };
            bytes.push(byte);
        }
        let _ = writeln!(
            blocks,
            "/// U+{from:04X} to U+{last:04X}, above U+{base:04X}."
        );
        string(&mut blocks, name, &bytes, base == 0);
    }
    for plane in 0..2u32 {
        // Runs of one stride whose targets rise with them.
        let mut runs: Vec<[u32; 3]> = Vec::new();
        let codes: Vec<u32> = folds
            .iter()
            .filter(|(code, to)| *code >> 16 == plane && to.len() == 1 && to[0] >> 16 == plane)
            .map(|(code, _)| *code)
            .collect();
        let mut at = 0;
        while at < codes.len() {
            if !folds.contains_key(&codes[at]) {
                at += 1;
                continue;
            }
            let mut best = (1, 1);
            // Every second letter is capital only in the plane of living scripts.
            for stride in 1..=2 - plane {
                let mut count = 1;
                while folds.get(&(codes[at] + stride * count))
                    == Some(&vec![folds[&codes[at]][0] + stride * count])
                {
                    count += 1;
                }
                if count > best.1 {
                    best = (stride, count);
                }
            }
            let (stride, count) = best;
            if count >= if plane == 0 { 2 } else { 1 } {
                let to = folds[&codes[at]][0];
                let shape = (count - 1) * 2 + (stride - 1);
                runs.push([codes[at] & 0xffff, shape, to & 0xffff]);
                for step in 0..count {
                    folds.remove(&(codes[at] + step * stride));
                }
            }
            at += 1;
        }
        runs.sort();
        eprintln!("plane {plane}: {} runs", runs.len());
        for at in 0..3 {
            columns.push(runs.iter().map(|run| run[at]).collect());
        }
    }
    // The rest: one or two characters. A ligature of three begins with one of two.
    let mut rest: Vec<[u32; 3]> = Vec::new();
    for (code, to) in &folds {
        let (first, second) = match *to.as_slice() {
            _ if *code > 0xffff => (0, 0),
            [one] => (one, 0),
            [one, two] => (one, two),
            [0x66, 0x66, three] => (0xfb00, three),
            [0xcc6, 0xcc2, three] => (0xcca, three),
            [0xdd9, 0xdcf, three] => (0xddc, three),
            _ => (0, 0),
        };
        if first == 0 || first > 0xffff {
            eprintln!("left out: {code:04x} {to:x?}");
        } else {
            rest.push([*code, first, second]);
        }
    }
    eprintln!("{} odd ones", rest.len());
    for at in 0..3 {
        columns.push(rest.iter().map(|odd| odd[at]).collect());
    }
    let mut end = 0;
    let ends: Vec<String> = columns
        .iter()
        .map(|column| {
            end += column.len();
            end.to_string()
        })
        .collect();
    let mut numbers = String::new();
    string(&mut numbers, "STEPS", &steps(&columns), false);
    let out = format!(
        "//! Tables of classes and foldings, written by `examples/tables.rs`; edit that.

/// Where each column of numbers ends: where a class begins in plane 0, and in
/// plane 1; three columns for the runs of plane 0 (first, twice the steps plus
/// one where every second counts, first target), and for those of plane 1; three
/// for the odd ones (what it is, what it becomes, and what follows that).
pub(crate) static ENDS: [u16; {}] = [
    {},
];

/// How many numbers there are.
pub(crate) const NUMBERS: usize = {end};

/// The steps from number to number, modulo 2^16, LEB128.
{numbers}{kinds}{blocks}",
        ends.len(),
        ends.join(", "),
    );
    println!("{}", out.trim_end());
}
