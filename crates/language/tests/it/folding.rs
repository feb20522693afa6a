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

/// Letters that Unicode does not decompose, or decomposes to something else,
/// and what they are to a reader without such keys.
const LETTERS: &[(&str, &str)] = &[
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
    ("øɵ", "o"),
    ("ƥᵽ", "p"),
    ("ɍɽ", "r"),
    ("ȿ", "s"),
    ("ŧƭⱦ", "t"),
    ("ʉ", "u"),
    ("ʋ", "v"),
    ("ƴɏ", "y"),
    ("ƶȥɀ", "z"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("þ", "th"),
    ("ß", "ss"),
    ("ς", "σ"),
    ("ة", "ه"),
    ("ىی", "ي"),
    ("ک", "ك"),
    ("ٱ", "ا"),
    // The raised dot and the apostrophe within a letter, and elongation.
    ("·ʼـ", ""),
];

/// What the libraries make of a text, with those letters as they are here.
fn oracle(text: &str) -> String {
    let mut out = String::new();
    for character in text
        .to_lowercase()
        .nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|character| !is_combining_mark(*character))
    {
        match LETTERS
            .iter()
            .find(|(letters, _)| letters.contains(character))
        {
            Some((_, plain)) => out.push_str(plain),
            None => out.push(character),
        }
    }
    out
}

/// Where we differ on purpose, and why.
const DIFFERENT: &[(u32, u32, &str)] = &[
    (0xb2, 0xbe, "numerals that are no words"),
    (
        0x2b0,
        0x2ff,
        "modifier letters: vanish as apostrophes, or stay",
    ),
    (0x374, 0x37a, "Greek signs between letters"),
    (0x407, 0x407, "ї is a letter"),
    (0x40e, 0x40e, "ў is a letter"),
    (0x419, 0x419, "й is a letter"),
    (0x439, 0x439, "й is a letter"),
    (0x457, 0x457, "ї is a letter"),
    (0x45e, 0x45e, "ў is a letter"),
    (0x675, 0x678, "Kazakh high hamza stays with its letter"),
    (0xb94, 0xb94, "vowel signs stay"),
    (0xe33, 0xe33, "typed as one"),
    (0xeb3, 0xeb3, "typed as one"),
    (0xf43, 0xf69, "subjoined letters stay"),
    (0x1026, 0x1026, "vowel signs stay"),
    (0x115f, 0x1160, "fillers vanish"),
    (0x19da, 0x19da, "a second digit one"),
    (0x1b06, 0x1b12, "vowel signs stay"),
    (0x1d2c, 0x1dbf, "phonetic letters keep their shape"),
    (0x1e9a, 0x1e9a, "ẚ is no a with an apostrophe"),
    (
        0x2070,
        0x209c,
        "superior and inferior letters keep their shape",
    ),
    (
        0x2150,
        0x217f,
        "fractions and Roman numerals that are one character",
    ),
    (0x2189, 0x2189, "a fraction"),
    (0x2460, 0x249b, "numbered circles are symbols"),
    (0x24ea, 0x24ea, "numbered circles are symbols"),
    (0x2e80, 0x2fdf, "radicals keep their shape"),
    (0x3038, 0x303a, "Hangzhou numerals keep their shape"),
    (0x3040, 0x30ff, "kana keep their voicing"),
    (
        0x3131,
        0x318e,
        "Hangul letters for compatibility stand alone",
    ),
    (0x3192, 0x3195, "annotation marks"),
    (0x3220, 0x32bf, "enclosed ideographs are symbols"),
    (0xa69c, 0xa69d, "modifier letters"),
    (0xa7f1, 0xa7f9, "modifier letters"),
    (0xab5c, 0xab69, "modifier letters"),
    (0xac00, 0xd7a3, "Hangul is put together, not taken apart"),
    (
        0xf900,
        0xfad9,
        "ideographs for compatibility keep their shape",
    ),
    (0xfbd3, 0xfbfb, "Arabic ligatures keep their shape"),
    (0xfbfc, 0xfdfb, "Arabic ligatures keep their shape"),
    (0xfe70, 0xfe7f, "spacing vowel points vanish"),
    (0xff66, 0xff9f, "narrow kana become wide ones"),
    (0xffa0, 0xffdc, "narrow Hangul letters stand alone"),
    (0x1_0780, 0x1_07ba, "phonetic letters"),
    (
        0x1_109a,
        0x1_16d6a,
        "vowel signs and nuktas of historic scripts stay",
    ),
    (0x1_d6a4, 0x1_d7cb, "mathematical Greek keeps its shape"),
    (0x1_e030, 0x1_e06d, "modifier letters"),
    (0x1_ee00, 0x1_eebb, "mathematical Arabic keeps its shape"),
    (0x1_f100, 0x1_f10a, "numbers with full stops are symbols"),
    (
        0x1_f150,
        0x1_f189,
        "letters in circles, black, are letters too",
    ),
    (
        0x2_f800,
        0x2_fa1d,
        "ideographs for compatibility keep their shape",
    ),
];

fn assigned() -> impl Iterator<Item = (u32, char)> {
    (0..0x11_0000)
        .filter_map(|code| Some((code, char::from_u32(code)?)))
        .filter(|(_, character)| is_public_assigned(*character))
}

#[test]
fn every_letter_and_numeral() {
    let mut wrong = Vec::new();
    for (code, character) in assigned() {
        let apart = DIFFERENT
            .iter()
            .any(|&(from, to, _)| (from..=to).contains(&code));
        // Symbols keep their shape; marks and digits are the next tests'.
        if apart
            || !character.is_alphanumeric()
            || is_combining_mark(character)
            || is_digit(character)
        {
            continue;
        }
        let text = character.to_string();
        if folded(&text) != oracle(&text) {
            wrong.push(format!(
                "U+{code:04X} {text} {} {}",
                folded(&text),
                oracle(&text)
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Decimal digits, as their numeric neighbours of the word-break rules show.
fn is_digit(character: char) -> bool {
    use unicode_segmentation::UnicodeSegmentation;
    let text = format!("1,{character}");
    // U+19DA is a second digit one that stands alone.
    character.is_numeric()
        && character != '\u{19da}'
        && !character.is_alphabetic()
        && text.split_word_bounds().count() == 1
}

/// Decimal digits stand ten in a row, from zero, in every script.
#[test]
fn digits() {
    let digits: Vec<(u32, char)> = assigned().filter(|(_, c)| is_digit(*c)).collect();
    assert!(digits.len() > 700);
    for ten in digits.chunks(10) {
        for (value, (code, digit)) in ten.iter().enumerate() {
            assert_eq!(*code, ten[0].0 + value as u32);
            assert_eq!(
                folded(&digit.to_string()),
                value.to_string(),
                "U+{code:04X}"
            );
        }
    }
}

/// A mark vanishes or stays what it is; it vanishes everywhere it may be left
/// out in writing.
#[test]
fn marks() {
    for (code, mark) in assigned().filter(|(_, c)| is_combining_mark(*c)) {
        let alone = folded(&mark.to_string());
        let text: String = mark.to_string().nfd().collect();
        let kept = [mark.to_string(), text.clone(), folded(&text)];
        assert!(
            alone.is_empty() || kept.contains(&alone),
            "U+{code:04X}: {alone}"
        );
        let stress = matches!(code, 0x300..=0x36f | 0x591..=0x5c7 | 0x64b..=0x65f | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x20d0..=0x20ff | 0xfe00..=0xfe2f);
        assert!(!stress || alone.is_empty(), "U+{code:04X}");
    }
}

/// A letter and its marks fold as the character that stands for both.
#[test]
fn composed_and_decomposed_are_alike() {
    for (code, character) in assigned().filter(|(_, c)| c.is_alphanumeric()) {
        // Two of Tibetan that are no longer used, those of historic scripts, and
        // ideographs for compatibility, which would need a table of a thousand.
        if matches!(code, 0xf77 | 0xf79 | 0xf900..=0xfaff | 0x1_1000..=0x1_6fff | 0x2_f800..) {
            continue;
        }
        let text = character.to_string();
        let parted: String = text.nfd().collect();
        assert_eq!(folded(&text), folded(&parted), "U+{code:04X}");
    }
}

#[test]
fn folding_twice_changes_nothing() {
    for (code, character) in assigned() {
        let once = folded(&character.to_string());
        assert_eq!(folded(&once), once, "U+{code:04X}");
    }
}

#[test]
fn quotes_dashes_and_spaces() {
    for (text, plain) in [
        ("‘a’ “b” „c“ «d»", "'a' \"b\" \"c\" \"d\""),
        ("1914–1918 — anti‑war", "1914-1918 - anti-war"),
        ("a\u{a0}b\u{2009}c\u{3000}d", "a b c d"),
        ("Wait…", "wait..."),
        ("Ｃ＋＋！", "c++!"),
        ("𝐁𝒐𝓵𝔡 🅱🅄Ⓖ", "bold bug"),
    ] {
        assert_eq!(folded(text), plain);
    }
}
