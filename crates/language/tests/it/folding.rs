//! Folding against NFKD, lower case and the removal of marks, for every
//! character there is.

use language::fold_into;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{is_combining_mark, is_public_assigned};

fn folded(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out
}

/// What the libraries make of a text.
fn oracle(text: &str) -> String {
    text.to_lowercase()
        .nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|character| !is_combining_mark(*character))
        .map(|character| if character == 'ς' { 'σ' } else { character })
        .collect()
}

/// Where we differ on purpose, and why.
const DIFFERENT: &[(u32, u32, &str)] = &[];

#[test]
fn every_character() {
    let mut wrong = Vec::new();
    for code in 0..0x11_0000 {
        let Some(character) = char::from_u32(code) else {
            continue;
        };
        if !is_public_assigned(character) {
            continue;
        }
        let text = character.to_string();
        if DIFFERENT
            .iter()
            .any(|&(from, to, _)| (from..=to).contains(&code))
        {
            continue;
        }
        // Symbols keep their shape; marks are the next test's.
        if !character.is_alphanumeric() || is_combining_mark(character) {
            continue;
        }
        if folded(&text) != oracle(&text) {
            wrong.push(code);
        }
    }
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in wrong {
        match ranges.last_mut() {
            Some((_, to)) if *to + 1 == code => *to = code,
            _ => ranges.push((code, code)),
        }
    }
    assert!(ranges.is_empty(), "{ranges:x?}");
}

/// A letter and its marks fold as the character that stands for both.
#[test]
fn composed_and_decomposed_are_alike() {
    for code in 0..0x11_0000 {
        let Some(character) = char::from_u32(code) else {
            continue;
        };
        if !character.is_alphanumeric() {
            continue;
        }
        // Canonical equivalents of ideographs are kept apart (see `DIFFERENT`).
        if matches!(code, 0xf900..=0xfaff | 0x2_f800..=0x2_fa1f) {
            continue;
        }
        let text = character.to_string();
        let parted: String = text.nfd().collect();
        assert_eq!(folded(&text), folded(&parted), "U+{code:04X}");
    }
}

#[test]
fn folding_twice_changes_nothing() {
    for code in 0..0x11_0000 {
        let Some(character) = char::from_u32(code) else {
            continue;
        };
        let once = folded(&character.to_string());
        assert_eq!(folded(&once), once, "U+{code:04X}");
    }
}
