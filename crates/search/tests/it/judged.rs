//! The ranking against a reference, on judged collections that somebody has at
//! hand: `JUDGED=FOLDER:FOLDER cargo test -p search --release judged -- --ignored
//! --nocapture`. Each folder holds `corpus.json` (a JSON Feed), `queries.json`
//! (`[{id, text}]`) and `qrels.json` (`{query: {item: grade}}`).
//!
//! The reference is BM25 as Lucene has it (k1 1.2, b 0.75), over Snowball stems
//! of title and text in one bag, without Lucene's English stop words. Besides
//! the judgements, every folder gives known items: the title, and the first
//! sentence, must find the article they were taken out of. Everything is told
//! by halves, odd and even queries: a number that helps one half alone is noise.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use language::{Kind, Stemmer, tokens};
use search::{Builder, Facts, Field, Index, Order, Request, parse};
use serde_json::Value;

use crate::archive::{Made, stemmers};

/// Lucene's English stop words.
const STOP: &str = " a an and are as at be but by for if in into is it no not of on or such that the their then there \
these they this to was will with ";

struct Reference {
    postings: HashMap<String, Vec<(u32, f32)>>,
    lengths: Vec<f32>,
}

fn stems(text: &str, stemmer: &Stemmer, each: &mut dyn FnMut(&str)) {
    let mut stem = String::new();
    tokens(text, &mut |token| {
        let word = matches!(token.kind, Kind::Word | Kind::Number);
        if word && !STOP.contains(&format!(" {} ", token.term)) {
            stemmer.stem(token.term, &mut stem);
            each(&stem);
        }
    });
}

impl Reference {
    fn new(texts: &[String]) -> Self {
        let stemmer = Stemmer::english();
        let mut new = Self {
            postings: HashMap::new(),
            lengths: Vec::new(),
        };
        for (document, text) in (0..).zip(texts) {
            let mut counts: BTreeMap<String, f32> = BTreeMap::new();
            stems(text, &stemmer, &mut |stem| {
                *counts.entry(stem.to_owned()).or_default() += 1.0;
            });
            new.lengths.push(counts.values().sum());
            for (stem, count) in counts {
                new.postings
                    .entry(stem)
                    .or_default()
                    .push((document, count));
            }
        }
        new
    }

    fn ask(&self, query: &str) -> Vec<u32> {
        let documents = self.lengths.len() as f32;
        let average = self.lengths.iter().sum::<f32>() / documents;
        let mut scores = vec![0.0_f32; self.lengths.len()];
        stems(query, &Stemmer::english(), &mut |stem| {
            let list = self.postings.get(stem).map_or(&[][..], Vec::as_slice);
            let holding = list.len() as f32;
            let idf = (1.0 + (documents - holding + 0.5) / (holding + 0.5)).ln();
            for &(document, count) in list {
                let length = self.lengths[document as usize] / average;
                scores[document as usize] += idf * count / (count + 1.2 * (0.25 + 0.75 * length));
            }
        });
        let mut found: Vec<u32> = (0..)
            .zip(&scores)
            .filter(|(_, s)| **s > 0.0)
            .map(|(d, _)| d)
            .collect();
        found.sort_by(|&a, &b| {
            scores[b as usize]
                .total_cmp(&scores[a as usize])
                .then(a.cmp(&b))
        });
        found.truncate(10);
        found
    }
}

/// nDCG at 10: linear gain, the ideal from all judgements.
fn ndcg(run: &[u32], grades: &HashMap<u32, f64>, all: &[f64]) -> f64 {
    let gain = |grades: &mut dyn Iterator<Item = f64>| -> f64 {
        (2_u32..)
            .zip(grades.take(10))
            .map(|(place, grade)| grade / f64::from(place).log2())
            .sum()
    };
    let mut ideal = all.to_vec();
    ideal.sort_by(|a, b| b.total_cmp(a));
    let best = gain(&mut ideal.into_iter());
    let got = gain(
        &mut run
            .iter()
            .map(|document| grades.get(document).copied().unwrap_or(0.0)),
    );
    if best > 0.0 { got / best } else { 0.0 }
}

/// Sums by half: ours, the reference's, how many.
#[derive(Default)]
struct Tally([(f64, f64, u32); 2]);

impl Tally {
    fn add(&mut self, at: usize, ours: f64, reference: f64) {
        let half = &mut self.0[at % 2];
        *half = (half.0 + ours, half.1 + reference, half.2 + 1);
    }

    #[allow(clippy::print_stdout, reason = "the figures are what it is for")]
    fn tell(&self, what: &str) {
        let [even, odd] = &self.0;
        let count = f64::from((even.2 + odd.2).max(1));
        let (ours, reference) = ((even.0 + odd.0) / count, (even.1 + odd.1) / count);
        println!(
            "{what:32} {ours:.4} reference {reference:.4} ratio {:.3} (halves {:.3} {:.3}) over {count}",
            ours / reference,
            even.0 / even.1,
            odd.0 / odd.1
        );
    }
}

fn ask(index: &Index, query: &str) -> Vec<u32> {
    let (query, _) = parse(&format!("{query} "));
    let request = Request {
        query: &query,
        filters: &[],
        days: None,
        order: Order::Best,
        limit: 10,
    };
    let answer = index.search(
        &request,
        &mut Made(vec![
            crate::archive::Doc::default();
            index.documents() as usize
        ]),
    );
    answer.hits.iter().map(|hit| hit.document).collect()
}

/// A text without markup.
fn plain(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out += piece.split_once('>').map_or(piece, |(_, text)| text);
        out.push(' ');
    }
    out.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

fn index(documents: &[(String, String)]) -> Index {
    let mut builder = Builder::new(stemmers());
    for (title, text) in documents {
        builder.add(
            &Facts::default(),
            &[(Field::Headline, title), (Field::Body, text)],
        );
    }
    builder.finish().index()
}

fn read(folder: &Path, name: &str) -> Value {
    std::fs::read(folder.join(name))
        .map_or(Value::Null, |bytes| serde_json::from_slice(&bytes).unwrap())
}

fn judge(folder: &Path) {
    let feed = read(folder, "corpus.json");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = feed["items"].as_array().unwrap();
    let documents: Vec<(String, String)> = items
        .iter()
        .map(|item| {
            (
                text(&item["title"]),
                text(&item["content_text"]) + &plain(&text(&item["content_html"])),
            )
        })
        .collect();
    let places: HashMap<String, u32> = (0..)
        .zip(items)
        .map(|(at, item)| (text(&item["id"]), at))
        .collect();
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let both: Vec<String> = documents
        .iter()
        .map(|(title, text)| format!("{title}\n{text}"))
        .collect();
    let (ours, reference) = (index(&documents), Reference::new(&both));
    let grades = read(folder, "qrels.json");
    let mut tally = Tally::default();
    for (at, query) in read(folder, "queries.json")
        .as_array()
        .unwrap_or(&Vec::new())
        .iter()
        .enumerate()
    {
        let Some(judged) = grades[text(&query["id"])].as_object() else {
            continue;
        };
        let all: Vec<f64> = judged.values().filter_map(Value::as_f64).collect();
        let grades = judged
            .iter()
            .filter_map(|(id, grade)| Some((*places.get(id)?, grade.as_f64()?)))
            .collect();
        let query = text(&query["text"]);
        tally.add(
            at,
            ndcg(&ask(&ours, &query), &grades, &all),
            ndcg(&reference.ask(&query), &grades, &all),
        );
    }
    tally.tell(&format!("{name}: judged"));
    // Known items: what is asked is taken out of the text.
    let step = documents.len().div_ceil(1000);
    let sentence = |text: &str| {
        let words = |part: &&str| (6..25).contains(&part.split_whitespace().count());
        text.split(['.', '\n'])
            .map(str::trim)
            .find(words)
            .unwrap_or_default()
            .to_owned()
    };
    let cut: Vec<(String, String)> = documents
        .iter()
        .map(|(_, text)| (String::new(), text.replacen(&sentence(text), " ", 1)))
        .collect();
    let bodies: Vec<String> = cut.iter().map(|(_, text)| text.clone()).collect();
    let (ours, reference) = (index(&cut), Reference::new(&bodies));
    let (mut titles, mut sentences) = (Tally::default(), Tally::default());
    for at in (0..documents.len()).step_by(step) {
        let (title, text) = &documents[at];
        for (query, tally) in [
            (title.clone(), &mut titles),
            (sentence(text), &mut sentences),
        ] {
            let letters = |c: char| c.is_alphanumeric() || c.is_whitespace() || c == '\'';
            let query: String = query
                .chars()
                .map(|c| if letters(c) { c } else { ' ' })
                .collect();
            let rank = |run: &[u32]| {
                let place = run.iter().position(|&found| found as usize == at);
                place.map_or(0.0, |place| 1.0 / (place as f64 + 1.0))
            };
            tally.add(
                at / step,
                rank(&ask(&ours, &query)),
                rank(&reference.ask(&query)),
            );
        }
    }
    titles.tell(&format!("{name}: by title"));
    sentences.tell(&format!("{name}: by first sentence"));
}

#[test]
#[ignore = "needs judged collections: JUDGED=FOLDER:FOLDER"]
fn judged() {
    for folder in std::env::var("JUDGED")
        .unwrap_or_default()
        .split(':')
        .filter(|folder| !folder.is_empty())
    {
        judge(Path::new(folder));
    }
}
