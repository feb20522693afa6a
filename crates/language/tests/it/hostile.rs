//! Texts nobody would write: no panic, no disorder, no more than linear time.

use std::time::Instant;

use language::{Kind, LONGEST_TERM, Token, asked, fold_into, tokens};
use proptest::prelude::*;

/// Everything that holds for the tokens of any text.
fn examine(text: &str) {
    let mut last = None;
    let mut starts = (0, 0);
    tokens(text, &mut |token: Token<'_>| {
        assert!(!token.term.is_empty() && token.term.len() <= LONGEST_TERM);
        assert!(token.start < token.end, "{token:?}");
        let span = text.get(token.start as usize..token.end as usize);
        assert!(span.is_some(), "{token:?} in {text:?}");
        let expected = last.map_or(0, |last| last + 1);
        assert!(
            token.position == expected || Some(token.position) == last,
            "{token:?} after {last:?} in {text:?}"
        );
        if last != Some(token.position) {
            // Positions go forward in the text.
            assert!(token.start >= starts.1, "{token:?} in {text:?}");
            starts = (token.start, token.start);
        }
        starts.1 = starts.1.max(token.start);
        last = Some(token.position);
        let mut again = String::new();
        fold_into(token.term, &mut again);
        assert_eq!(again, token.term, "folding what is folded");
    });
    // A question asks for nothing that building would not give.
    let mut built = Vec::new();
    tokens(text, &mut |token| {
        built.push((token.term.to_owned(), token.position, token.kind));
    });
    asked(text, &mut |token| {
        let one = (token.term.to_owned(), token.position, token.kind);
        assert!(built.contains(&one), "{token:?} in {text:?}");
    });
    let mut folded = String::new();
    fold_into(text, &mut folded);
    let mut again = String::new();
    fold_into(&folded, &mut again);
    assert_eq!(folded, again, "folding is done once");
}

/// Pieces that mean something to the reader of words, in all disorders.
const PIECES: &[&str] = &[
    "a",
    "Z",
    "é",
    "e\u{301}",
    "ß",
    "1",
    "23",
    "456",
    "'",
    "’",
    ".",
    "-",
    "‑",
    "_",
    ",",
    ":",
    "\"",
    " ",
    "\n",
    "\r\n",
    "\u{ad}",
    "\u{200d}",
    "\u{200b}",
    "東",
    "京",
    "か",
    "\u{3099}",
    "ｶ",
    "ﾞ",
    "ー",
    "한",
    "\u{1112}",
    "\u{1161}",
    "\u{11ab}",
    "ไ",
    "ท",
    "้",
    "ำ",
    "я",
    "и",
    "\u{306}",
    "й",
    "א",
    "״",
    "ا",
    "ـ",
    "\u{64e}",
    "ﻻ",
    "٣",
    "٫",
    "क",
    "\u{93c}",
    "ि",
    "İ",
    "ı",
    "ﬃ",
    "Σ",
    "🦀",
    "\u{1f1e6}",
    "n't",
    "'s",
    "ll",
    "C++",
    "²",
    "₂",
    "½",
    "𝔸",
    "𝟗",
    "\u{e0001}",
    "\u{345}",
    "\u{10ffff}",
    "·",
    "ǅ",
    "𐐀",
];

fn disorder() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn any_text(text in any::<String>()) {
        examine(&text);
    }

    #[test]
    fn any_disorder(text in disorder()) {
        examine(&text);
    }

    /// What stands behind a space does not change what is before it.
    #[test]
    fn words_do_not_depend_on_what_follows(before in disorder(), after in disorder()) {
        let mut alone = Vec::new();
        tokens(&before, &mut |token| alone.push((token.term.to_owned(), token.start, token.end, token.position)));
        let mut with = Vec::new();
        tokens(&format!("{before} {after}"), &mut |token| {
            with.push((token.term.to_owned(), token.start, token.end, token.position));
        });
        prop_assert_eq!(with.get(..alone.len()), Some(alone.as_slice()));
    }
}

/// The fuzzing that every test run does: a fixed number of texts from a small
/// generator, longer and wilder than the properties'.
#[test]
fn fuzz() {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    let mut text = String::new();
    for _ in 0..4000 {
        text.clear();
        for _ in 0..next(60) {
            if next(4) == 0 {
                let code = next(0x11_0000) as u32;
                text.extend(char::from_u32(code >> (4 * next(4))));
            } else {
                text.push_str(PIECES[next(PIECES.len())]);
            }
        }
        examine(&text);
    }
}

/// A quarter of a megabyte of each, compared with as much of plain words: the ratio says
/// whether the time grows with the length alone. The bound is wide, for the
/// machine may be busy; what is not linear is off by thousands.
#[test]
fn no_text_takes_long() {
    let time = |text: &str| {
        let since = Instant::now();
        let mut count = 0_u64;
        tokens(text, &mut |token| count += token.term.len() as u64);
        asked(text, &mut |token| count += token.term.len() as u64);
        let mut folded = String::new();
        fold_into(text, &mut folded);
        assert!(count + folded.len() as u64 > 0);
        since.elapsed().as_secs_f64()
    };
    let size = 1 << 18;
    let plain = time(&"some plain words ".repeat(size / 17)).max(0.002);
    for piece in [
        "a",
        "a-",
        "a.",
        "a'",
        "a'b-",
        "1,",
        "1,000,",
        "1.",
        "a\u{301}",
        "\u{301}",
        "e\u{ad}",
        "東",
        "東\n",
        "ก้",
        "ไ\u{e49}\u{e49}\u{e49}",
        "か\u{3099}",
        "й",
        "'",
        "\"א",
        "a_",
        "𝔸",
        "n't",
    ] {
        let mut text = piece.repeat(size / piece.len());
        text.push('a');
        let took = time(&text);
        assert!(
            took < plain * 300.0,
            "{piece:?}: {took} s, {plain} s for plain words"
        );
    }
    let marks = format!(
        "a{} か{}",
        "\u{301}".repeat(size / 2),
        "\u{20dd}".repeat(size / 3)
    );
    assert!(time(&marks) < plain * 300.0);
}

#[test]
fn long_words_are_cut_alike() {
    let long = "ab".repeat(1000);
    let mut seen = Vec::new();
    tokens(&format!("{long} {long}-x"), &mut |token| {
        seen.push((token.term.len(), token.kind));
    });
    assert_eq!(
        seen,
        [
            (LONGEST_TERM, Kind::Word),
            (LONGEST_TERM, Kind::Word),
            (1, Kind::Word)
        ]
    );
}
