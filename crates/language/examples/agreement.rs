//! How far a stemmer agrees with Snowball's over the words of standard input
//! (any text): `cargo run --profile native -p language --example agreement de <
//! words`. Prints the share of words with the same stem, of words that have the
//! same company (the words they share a stem with), and the first differences.
#![allow(clippy::print_stdout)]

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs, io};

use language::{Stemmer, fold_into};
use waken_snowball::{Algorithm, stem};

fn folded(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let name = env::args().nth(1).unwrap_or_else(|| "en".into());
    let algorithm = match name.as_str() {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nl" => Algorithm::DutchPorter,
        "no" => Algorithm::Norwegian,
        "pt" => Algorithm::Portuguese,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "tr" => Algorithm::Turkish,
        _ => Algorithm::English,
    };
    let path = format!("{}/stems/{name}.bin", env!("CARGO_MANIFEST_DIR"));
    let stemmer = Stemmer::from_bytes(&fs::read(path)?).map_err(|fault| format!("{fault:?}"))?;
    let text = io::read_to_string(io::stdin())?.to_lowercase();
    let words: BTreeSet<&str> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let mut out = String::new();
    let mut same = 0;
    let mut shown = 0;
    let mut theirs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut ours = theirs.clone();
    let mut stems = Vec::new();
    for word in &words {
        let expected = folded(&stem(algorithm, word));
        let term = folded(word);
        stemmer.stem(&term, &mut out);
        theirs
            .entry(expected.clone())
            .or_default()
            .insert(term.clone());
        ours.entry(out.clone()).or_default().insert(term.clone());
        if out == expected {
            same += 1;
        } else if shown < 60 {
            shown += 1;
            println!("{word}: {out}, Snowball {expected}");
        }
        stems.push((expected, out.clone()));
    }
    let company = stems
        .iter()
        .filter(|(expected, own)| theirs.get(expected) == ours.get(own))
        .count();
    let count = words.len().max(1) as f64;
    println!(
        "{name}: {} words, {:.3} % the same stem, {:.3} % the same company",
        words.len(),
        same as f64 * 100.0 / count,
        company as f64 * 100.0 / count
    );
    Ok(())
}
