//! The reader's words against the code that says them: every message is said,
//! and each language says it as it should.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::Path;

use archive::{Edtf, PROBLEMS};
use reader::words::{self, DEVICE, MESSAGES, WORDS, Word};
use wording::Compiled;

fn all() -> Vec<Compiled> {
    wording::compiled(MESSAGES, PROBLEMS, DEVICE).unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// Speaks a language on this test's thread.
fn speak(tag: &str) {
    let all = all();
    let one = all.iter().find(|one| one.language.tag == tag).unwrap();
    words::set(one.file(&all, ["", ""], usize::MAX));
    words::set_problems(one.problems_file());
}

fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("list.rs") {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_language_has_every_message() {
    assert_eq!(all().len(), wording::LANGUAGES.len());
}

#[test]
fn every_message_is_said_somewhere() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    sources(&house.join("src"), &mut code);
    sources(&house.join("crates/press/src"), &mut code);
    let unsaid: Vec<&Word> = WORDS
        .iter()
        .filter(|word| {
            let name = format!("Word::{word:?}");
            // A longer name may begin with this one.
            !code.match_indices(&name).any(|(at, _)| {
                let next = code[at + name.len()..].chars().next();
                !next.is_some_and(char::is_alphanumeric)
            })
        })
        .collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

#[test]
fn numbers_are_counted_and_grouped_as_each_language_does() {
    for (tag, count, wanted) in [
        ("en", 0, "0 articles"),
        ("en", 1, "1 article"),
        ("en", 11_868, "11,868 articles"),
        ("de", 1, "1 Artikel"),
        ("de", 11_868, "11.868 Artikel"),
        ("fr", 0, "0 article"),
        ("fr", 2, "2 articles"),
        ("fr", 11_868, "11\u{202f}868 articles"),
        ("es", 1, "1 artículo"),
        ("es", 1868, "1868 artículos"),
        ("es", 11_868, "11.868 artículos"),
        ("ar", 0, "لا مقالات"),
        ("ar", 1, "مقالة واحدة"),
        ("ar", 2, "مقالتان"),
        ("ar", 3, "3 مقالات"),
        ("ar", 11, "11 مقالة"),
        ("ar", 100, "100 مقالة"),
        ("ar", 103, "103 مقالات"),
        ("ja", 1, "1件の記事"),
        ("ja", 11_868, "11,868件の記事"),
    ] {
        speak(tag);
        assert_eq!(words::articles(count), wanted, "{tag} {count}");
    }
}

#[test]
fn plural_categories_are_those_of_the_table() {
    for language in wording::LANGUAGES {
        speak(language.tag);
        // A message with a form for every category shows which is taken.
        let all = all();
        let one = all.iter().find(|one| one.language == language).unwrap();
        let file = one.file(&all, ["", ""], 0);
        words::set(format!("{file}\n{}", language.categories.join("|")));
        for count in (0..250).chain([1000, 1011, 1_000_000, 1_000_001, 2_000_000]) {
            let taken = words::counted(Word::Articles, count, "");
            assert_eq!(taken, language.category(count), "{} {count}", language.tag);
        }
    }
}

#[test]
fn dates_are_said_as_each_language_does() {
    for (tag, date, wanted) in [
        ("en", "2003-03-07", "7 March 2003"),
        ("de", "2003-03-07", "7.\u{a0}März 2003"),
        ("de", "2005-07~", "ca.\u{a0}Juli 2005"),
        ("de", "199X", "1990er-Jahre"),
        ("fr", "2003-03-01", "1er\u{a0}mars 2003"),
        ("fr", "2003-03-07", "7\u{a0}mars 2003"),
        ("fr", "2003?", "2003\u{202f}?"),
        ("fr", "-0043", "44\u{a0}av.\u{a0}J.-C."),
        ("es", "2003-03-07", "7 de marzo de 2003"),
        ("es", "2003-03", "marzo de 2003"),
        ("ar", "2003-03-07", "7 مارس 2003"),
        ("ar", "2003-21", "ربيع 2003"),
        ("ja", "2003-03-07", "2003年3月7日"),
        ("ja", "2003-24", "2003年冬"),
        ("ja", "2001/2005", "2001年〜2005年"),
        ("ja", "2001-03~/..", "2001年3月頃以降"),
        ("ja", "-0043", "紀元前44年"),
    ] {
        speak(tag);
        let date_read = Edtf::parse(date).unwrap();
        assert_eq!(words::date_in_words(&date_read), wanted, "{tag} {date}");
    }
}

#[test]
fn english_dates_are_those_of_the_tools() {
    speak("en");
    for date in [
        "2003-03-07",
        "2003-03-01",
        "2005-07~",
        "2003?",
        "2003%",
        "2003-22",
        "200X",
        "19XX",
        "-0043",
        "2001/2005",
        "2001-03/2005",
        "1985/..",
        "../1985",
        "1985/",
        "/1985",
        "2003-12",
    ] {
        let date = Edtf::parse(date).unwrap();
        assert_eq!(words::date_in_words(&date), date.readable());
    }
}

#[test]
fn problems_are_worded_as_by_the_tools() {
    speak("en");
    let reading = archive::read(br#"{"title": 7, "items": [{"id": "1", "tags": "a"}, 5,]}"#);
    assert!(reading.problems.len() > 3);
    for problem in &reading.problems {
        let said = words::problem(problem);
        assert_eq!(said, (problem.message(), problem.next_step()));
    }
    words::set_problems(String::new());
    let (message, _) = words::problem(&reading.problems[0]);
    assert!(message.contains("could not be loaded"));
}
