//! How fast the engine is here: `cargo bench -p search --bench engine --profile native --
//! [--archive FILE.json]`. Without an archive, one is made: 5,000 articles of
//! about 350 words, by Zipf's law.
//!
//! Medians, for a person to compare; nothing is asserted.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench talks")]

use std::time::{Duration, Instant};

use search::{Builder, Facts, Field, Index, Order, Request, Stemmer, Texts, parse};
use serde_json::Value;

/// Titles and texts.
struct Articles(Vec<(String, String)>);

impl Texts for Articles {
    fn text(&mut self, document: u32, field: Field, out: &mut String) {
        let (title, text) = &self.0[document as usize];
        match field {
            Field::Headline => out.push_str(title),
            Field::Body => out.push_str(text),
            _ => {}
        }
    }
}

/// Articles of words that follow Zipf's law, the same every time.
fn made(count: usize) -> Articles {
    let mut state = 1_u64;
    let mut chance = move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / (1_u64 << 31) as f64
    };
    // The rank at a place of the distribution is exponential in it.
    let word = |place: f64| {
        let mut rank = (40_000_f64.powf(place)) as u32;
        let mut word = String::new();
        loop {
            word.push_str(["ra", "me", "to", "li", "su", "ne", "ko", "da"][rank as usize % 8]);
            rank /= 8;
            if rank == 0 {
                return word;
            }
        }
    };
    let mut words = |count: usize| -> String { (0..count).map(|_| word(chance()) + " ").collect() };
    Articles((0..count).map(|_| (words(6), words(350))).collect())
}

fn read(path: &str) -> Articles {
    let feed: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let text = |item: &Value, key: &str| item[key].as_str().unwrap_or_default().to_owned();
    // Markup is cut out roughly: it is the engine that is timed.
    let plain = |html: &str| -> String {
        html.split('<')
            .map(|piece| {
                piece
                    .split_once('>')
                    .map_or(piece, |(_, text)| text)
                    .to_owned()
                    + " "
            })
            .collect()
    };
    let items = feed["items"].as_array().unwrap().iter();
    Articles(
        items
            .map(|item| {
                (
                    text(item, "title"),
                    text(item, "content_text") + &plain(&text(item, "content_html")),
                )
            })
            .collect(),
    )
}

fn build(articles: &Articles) -> (Index, Duration) {
    let mut builder = Builder::new(vec![Some(Stemmer::english())]);
    for (title, text) in &articles.0 {
        builder.add(
            &Facts::default(),
            &[(Field::Headline, title), (Field::Body, text)],
        );
    }
    let (mut finishing, mut longest) = (builder.finish(), Duration::ZERO);
    loop {
        let start = Instant::now();
        let done = finishing.step();
        longest = longest.max(start.elapsed());
        if done {
            return (finishing.index(), longest);
        }
    }
}

fn median(mut times: Vec<Duration>) -> [Duration; 3] {
    times.sort_unstable();
    [times.len() / 2, times.len() * 95 / 100, times.len() - 1].map(|at| times[at])
}

fn main() {
    let mut arguments = std::env::args()
        .skip_while(|argument| argument != "--archive")
        .skip(1);
    let mut articles = arguments
        .next()
        .map_or_else(|| made(5000), |path| read(&path));
    let bytes: usize = articles
        .0
        .iter()
        .map(|(title, text)| title.len() + text.len())
        .sum();
    println!(
        "{} articles, {:.1} MB of text",
        articles.0.len(),
        bytes as f64 / 1e6
    );
    let mut times = Vec::new();
    let mut built = None;
    for _ in 0..5 {
        let start = Instant::now();
        built = Some(build(&articles));
        times.push(start.elapsed());
    }
    let (index, longest) = built.unwrap();
    println!(
        "build {:?}, longest step of finishing {longest:?}",
        median(times)[0]
    );
    println!(
        "{} terms, {:.2} MB of index",
        index.terms(),
        index.heap() as f64 / 1e6
    );
    let kept = index.to_bytes();
    let start = Instant::now();
    let opened = Index::from_bytes(kept, vec![Some(Stemmer::english())]).unwrap();
    println!("opened in {:?}", start.elapsed());
    let mut ask = |typed: &str| {
        let start = Instant::now();
        let (query, _) = parse(typed);
        let request = Request {
            query: &query,
            filters: &[],
            days: None,
            order: Order::Best,
            limit: 20,
        };
        let total = opened.search(&request, &mut articles).total;
        (start.elapsed(), total)
    };
    // As somebody types them, letter by letter.
    let titles = phrases(&mut ask);
    let mut times = Vec::new();
    for title in titles {
        for end in (1..=title.len()).filter(|&end| title.is_char_boundary(end)) {
            times.push(ask(&title[..end]).0);
        }
    }
    println!(
        "as you type: median, 95 %, longest {:?} over {} key presses",
        median(times.clone()),
        times.len()
    );
    for typed in ["the ", "a", "s", "\"of the\"", "=>", "wrokers "] {
        let times: Vec<Duration> = (0..9).map(|_| ask(typed).0).collect();
        println!(
            "{typed:12} {:?} for {} articles",
            median(times)[0],
            ask(typed).1
        );
    }
}

/// What is typed: a few phrases common in English archives and in made ones.
fn phrases(ask: &mut dyn FnMut(&str) -> (Duration, u32)) -> Vec<&'static str> {
    let all = [
        "worker threads",
        "how to use the map function",
        "regular expression",
        "promise rejection handling",
        "rame toli",
        "nekoda rara mera",
        "suli",
        "library of the city",
    ];
    let found = all.into_iter().filter(|typed| ask(typed).1 > 0);
    found.collect()
}
