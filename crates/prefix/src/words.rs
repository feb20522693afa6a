//! Words of a text: the one tokenizer for building and for asking.
//!
//! A word is a run of letters and digits. An apostrophe inside a word splits
//! it, so `L’état` is found by `etat` and `firefighters’` by `firefighters`;
//! the letter or two that an English or French elision leaves behind are words
//! like any other. Scripts written without spaces give one word a character.

use crate::fold::fold_into;

/// Whether a character stands for a word of its own (ideographs and kana).
fn stands_alone(character: char) -> bool {
    matches!(character as u32,
        // Hiragana, Katakana; CJK with extension A; compatibility ideographs; extensions B to H.
        0x3041..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x323af)
}

/// Calls `each` with every folded word of `text`, in order.
///
/// `scratch` is cleared and reused: building an index allocates once.
pub(crate) fn each_word(text: &str, scratch: &mut String, mut each: impl FnMut(&str)) {
    scratch.clear();
    for character in text.chars() {
        let mark = matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}');
        if character.is_alphanumeric() || mark {
            if stands_alone(character) {
                if !scratch.is_empty() {
                    each(scratch);
                    scratch.clear();
                }
                fold_into(character, scratch);
                each(scratch);
                scratch.clear();
            } else {
                fold_into(character, scratch);
            }
        } else if !scratch.is_empty() {
            each(scratch);
            scratch.clear();
        }
    }
    if !scratch.is_empty() {
        each(scratch);
        scratch.clear();
    }
}

/// The folded words of a text, in order, repeats kept.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_word(text, &mut String::new(), |word| found.push(word.to_owned()));
    found
}

/// Whether `text` holds, for every wanted word, a word that begins with it.
///
/// The scan that answers before an index is there, and the oracle the index is
/// held against.
#[must_use]
pub fn contains_words(text: &str, wanted: &[String]) -> bool {
    let mut missing: Vec<&str> = wanted.iter().map(String::as_str).collect();
    each_word(text, &mut String::new(), |word| {
        missing.retain(|begin| !word.starts_with(begin));
    });
    missing.is_empty()
}
