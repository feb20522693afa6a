//! The index against a scan, and folding and words by example.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use prefix::{IndexBuilder, contains_words, fold, words};
use proptest::prelude::*;

#[test]
fn folding() {
    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded, "{text}");
    }
    check("L’ÉTAT", "l'etat");
    check("E\u{301}tat", "etat");
    check("Straße", "strasse");
    check("ＡＢＣ", "abc");
    check("Łódź", "lodz");
    check("Москва", "москва");
}

#[test]
fn word_breaks() {
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words(text), expected, "{text}");
    }
    check(
        "L’état – c’est New Labour",
        &["l", "etat", "c", "est", "new", "labour"],
    );
    check("15/2: Global", &["15", "2", "global"]);
    check(
        "miners’ strike 1984-85",
        &["miners", "strike", "1984", "85"],
    );
    check("東京都", &["東", "京", "都"]);
    check("", &[]);
}

proptest! {
    #[test]
    fn index_agrees_with_a_scan(
        texts in prop::collection::vec("[a-cé’ ]{0,24}", 0..12),
        wanted in prop::collection::vec("[a-c]{1,2}", 0..3),
    ) {
        let mut builder = IndexBuilder::default();
        for (document, text) in texts.iter().enumerate() {
            builder.add(document as u32, text);
        }
        let found = builder.finish().matching(&wanted, texts.len());
        for (document, text) in texts.iter().enumerate() {
            prop_assert_eq!(found.contains(document), contains_words(text, &wanted));
        }
    }

    #[test]
    fn any_text_is_tokenized(text in "\\PC*") {
        for word in words(&text) {
            prop_assert!(!word.is_empty());
            prop_assert_eq!(fold(&word), word);
        }
    }
}
