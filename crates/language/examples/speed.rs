//! How fast a text is read: `cargo run --profile native -p language --example
//! speed FILE`. Prints the median of nine rounds, in time
//! on the processor.
#![allow(clippy::print_stdout)]

use std::time::Instant;
use std::{env, fs};

use language::{Kind, Stemmer, fold_into, tokens};

/// Seconds this thread has had a processor, where the system tells; so the
/// figures hold on a busy machine. Elsewhere the time of day.
fn processor_time(since: Instant) -> f64 {
    fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|stat| stat.split(' ').next()?.parse::<f64>().ok())
        .map_or_else(|| since.elapsed().as_secs_f64(), |nanos| nanos / 1e9)
}

fn median(bytes: usize, what: &str, mut round: impl FnMut() -> usize) {
    let start = Instant::now();
    let mut times = Vec::new();
    let mut result = 0;
    for _ in 0..9 {
        let before = processor_time(start);
        result = round();
        times.push(processor_time(start) - before);
    }
    times.sort_by(f64::total_cmp);
    let rate = bytes as f64 / 1e6 / times[4];
    println!(
        "{what}: {rate:.0} MB/s, {:.1} ms ({result})",
        times[4] * 1e3
    );
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = fs::read_to_string(env::args().nth(1).ok_or("a file")?)?;
    let bytes = text.len();
    println!("{:.1} MB", bytes as f64 / 1e6);
    median(bytes, "tokens", || {
        let mut count = 0;
        tokens(&text, &mut |token| count += token.term.len());
        count
    });
    let mut folded = String::with_capacity(2 * bytes);
    median(bytes, "fold_into", || {
        folded.clear();
        fold_into(&text, &mut folded);
        folded.len()
    });
    let mut terms = Vec::new();
    tokens(&text, &mut |token| {
        if token.kind == Kind::Word {
            terms.push(token.term.to_owned());
        }
    });
    terms.sort_unstable();
    terms.dedup();
    let stemmer = Stemmer::english();
    let mut stem = String::new();
    let letters = terms.iter().map(String::len).sum();
    median(letters, &format!("{} stems", terms.len()), || {
        terms
            .iter()
            .map(|term| {
                stemmer.stem(term, &mut stem);
                stem.len()
            })
            .sum()
    });
    Ok(())
}
