//! How fast an archive is read, beside `serde_json` reading the same bytes
//! into a value tree.
//!
//! `cargo run --profile native -p archive --example read_speed [articles]`

#![allow(clippy::print_stdout)] // It is a command, and prints what it found.

use archive::read;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rounds of each; the median counts.
const ROUNDS: usize = 9;

fn main() {
    let articles = std::env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .unwrap_or(12_000);
    let text = make(articles);
    let megabytes = text.len() as f64 / 1e6;
    println!("{articles} articles, {megabytes:.1} MB");
    let ours = median(|| {
        black_box(read(black_box(text.as_bytes())));
    });
    let tree = median(|| {
        let value: Result<serde_json::Value, _> =
            serde_json::from_slice(black_box(text.as_bytes()));
        black_box(value.is_ok());
    });
    let Some(archive) = read(text.as_bytes()).archive else {
        println!("the made archive could not be read");
        return;
    };
    let plain = median(|| {
        for article in &archive.articles {
            black_box(article.body.plain_text());
        }
    });
    for (what, time) in [
        ("read", ours),
        ("serde_json::Value", tree),
        ("plain_text", plain),
    ] {
        let seconds = time.as_secs_f64();
        println!(
            "{what:>18}: {:7.1} ms  {:6.0} MB/s",
            seconds * 1e3,
            megabytes / seconds
        );
    }
    println!(
        "read takes {:.2} of serde_json’s time",
        ours.as_secs_f64() / tree.as_secs_f64()
    );
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}

/// An archive of made words, the same for the same count.
fn make(articles: usize) -> String {
    let mut state = 1_u32;
    let mut next = move |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below
    };
    let syllables = [
        "ka", "to", "mi", "re", "sul", "ben", "ador", "ing", "ey", "st", "om", "né",
    ];
    let mut json =
        String::from(r#"{"version":"https://jsonfeed.org/version/1.1","title":"Made","items":["#);
    for article in 0..articles {
        if article > 0 {
            json.push(',');
        }
        let _ = write!(
            json,
            r#"{{"id":"{article}","title":"Number {article} of them","tags":["t{}"],"#,
            next(40)
        );
        let _ = write!(
            json,
            r#""date_published":"{}-03-07T10:00:00Z","content_html":""#,
            2020 - article % 20
        );
        for _ in 0..8 {
            json.push_str("<p>");
            for word in 0..90 {
                for _ in 0..=next(3) {
                    json.push_str(syllables[next(12) as usize]);
                }
                json.push_str(match word % 30 {
                    9 => r#" <a href=\"a.html\">it</a> "#,
                    19 => " &amp; <i>so</i>, ",
                    29 => ".\\n",
                    _ => " ",
                });
            }
            json.push_str("</p>");
        }
        json.push_str("\"}");
    }
    json.push_str("]}");
    json
}
