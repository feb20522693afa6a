//! Saved pages of many kinds, each with what is its headline, byline, date and
//! main text: the first by the letter, the text by its words.
//!
//! A page is `tests/pages/NAME.html`, its expectation `NAME.txt`: `title:`,
//! `by:` and `date:` where there is one to find, a blank line, the text.
//! `PAGE=NAME` takes one and shows what came of it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use import::{Options, Tree};

/// A page's text agrees with what is expected at least so well.
const LEAST: f64 = 0.90;

/// All pages together at least so well.
const LEAST_OF_ALL: f64 = 0.97;

/// No page may go missing by accident.
const FEWEST: usize = 34;

/// What is found of a page, or expected.
#[derive(Debug, Default, PartialEq)]
struct Facts {
    title: String,
    by: String,
    date: String,
    text: String,
}

fn expected(text: &str) -> Facts {
    let (head, text) = text.split_once("\n\n").unwrap_or((text, ""));
    let field = |name: &str| {
        let mut lines = head.lines();
        lines
            .find_map(|line| line.strip_prefix(name))
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    Facts {
        title: field("title:"),
        by: field("by:"),
        date: field("date:"),
        text: text.to_owned(),
    }
}

fn found(path: &Path) -> Facts {
    let tree = Tree::open(path).unwrap();
    let mut import = import::import(vec![tree], &Options::default(), Box::new(|_| {}));
    let mut file = Vec::new();
    import.write(&mut file, None).unwrap();
    let archive = archive::read(&file).archive.unwrap();
    let [article] = archive.articles.as_slice() else {
        panic!("{}: {} articles", path.display(), archive.articles.len());
    };
    Facts {
        title: article.headline.text.clone(),
        by: article.authors.join(" & "),
        date: article
            .date
            .as_ref()
            .map(|date| date.source().to_owned())
            .unwrap_or_default(),
        text: article.body.plain_text(),
    }
}

/// Words in small letters; letters where a script has no spaces.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric() && !is_unspaced(c)) {
        if word.contains(is_unspaced) {
            words.extend(word.chars().map(String::from));
        } else if !word.is_empty() {
            words.push(word.to_lowercase());
        }
    }
    words
}

fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{E00}'..='\u{E7F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// Precision, recall and their harmonic mean, over words with their counts.
fn agreement(found: &str, wanted: &str) -> (f64, f64, f64) {
    let (found, wanted) = (words(found), words(wanted));
    let mut left: HashMap<&String, usize> = HashMap::new();
    for word in &wanted {
        *left.entry(word).or_default() += 1;
    }
    let mut common = 0;
    for word in &found {
        if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    let share = |of: usize| {
        if of == 0 {
            f64::from(u8::from(found.len() == wanted.len()))
        } else {
            f64::from(common) / of as f64
        }
    };
    let (precision, recall) = (share(found.len()), share(wanted.len()));
    let mean = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    (precision, recall, mean)
}

#[test]
fn pages_give_their_articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let only = std::env::var("PAGE").unwrap_or_default();
    let mut pages: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .filter(|path| path.file_stem().unwrap().to_str().unwrap().contains(&only))
        .collect();
    pages.sort();
    let (mut faults, mut sum) = (Vec::new(), 0.0);
    for page in &pages {
        let name = page.file_stem().unwrap().to_str().unwrap();
        let wanted = expected(&fs::read_to_string(page.with_extension("txt")).unwrap());
        let found = found(page);
        let (precision, recall, mean) = agreement(&found.text, &wanted.text);
        sum += mean;
        if mean < LEAST || !only.is_empty() {
            faults.push(format!(
                "{name}: precision {precision:.2}, recall {recall:.2}\n{}",
                found.text
            ));
        }
        let lines = [
            (&found.title, &wanted.title),
            (&found.by, &wanted.by),
            (&found.date, &wanted.date),
        ];
        for (found, wanted) in lines {
            if found != wanted {
                faults.push(format!("{name}: {found:?}, wanted {wanted:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let mean = sum / pages.len() as f64;
    assert!(mean >= LEAST_OF_ALL, "{mean}");
    assert!(pages.len() >= FEWEST, "{} pages", pages.len());
}
