//! Made archives: newspapers that never were, of any size, to measure with.
//!
//! The same number and seed give the same bytes on every machine. Words follow
//! Zipf's law over a few thousand, lengths and dates are a newspaper's, so that
//! an index of it weighs what an index of a real one would. The text makes no
//! sense and is nobody's.

mod chance;
mod text;
mod words;

use std::io::{self, Write};

use serde_json::{Value, json};

use chance::Chance;
use text::Writer;
use words::{AUTHORS, TOPICS};

/// The first year, and how many follow.
const FIRST_YEAR: u64 = 1986;
const YEARS: u64 = 20;

/// Words of an article's body, fewest and most.
const BODY_WORDS: (u64, u64) = (150, 600);

/// One article in so many has lost its body, has marked-up text, has no byline.
const LOST: u64 = 9;
const MARKED_UP: u64 = 6;
const NO_BYLINE: u64 = 8;

/// Writes an archive of so many articles.
///
/// # Errors
/// When the writer refuses.
pub fn write(out: &mut impl Write, articles: usize, seed: u64) -> io::Result<()> {
    let mut chance = Chance::new(seed);
    let writer = Writer::new(&mut chance);
    let head = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Made Chronicle",
        "description": "A made archive, to measure with. Nothing in it happened.",
        "language": "en-GB",
        "expired": true,
        "_archive": {
            "version": 1,
            "subtitle": "All the news that never was",
            "period": format!("{FIRST_YEAR}/{}", FIRST_YEAR + YEARS - 1),
            "provenance": "Made by the command `backissue generate`.",
            "topics": TOPICS,
        },
    });
    let mut text = head.to_string();
    // The object stays open for its items, which are written one by one.
    text.pop();
    out.write_all(text.as_bytes())?;
    out.write_all(b",\"items\":[")?;
    for at in 0..articles {
        out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        let item = article(&mut chance, &writer, at, articles);
        serde_json::to_writer(&mut *out, &item)?;
    }
    out.write_all(b"\n]}\n")
}

fn article(chance: &mut Chance, writer: &Writer, at: usize, of: usize) -> Value {
    let mut item = json!({
        "id": format!("made-{:06}", of - at),
        "title": writer.headline(chance),
        "date_published": format!("{}T00:00:00Z", day(at, of)),
        "tags": topics(chance),
        "content_text": "",
    });
    if !chance.one_in(NO_BYLINE) {
        item["authors"] = json!([{ "name": pick(chance, AUTHORS) }]);
    }
    if chance.one_in(LOST) {
        return item;
    }
    let words = chance.between(BODY_WORDS.0, BODY_WORDS.1);
    let paragraphs = writer.paragraphs(chance, words);
    if chance.one_in(MARKED_UP) {
        item["content_html"] = json!(writer.marked_up(chance, &paragraphs));
        if let Some(item) = item.as_object_mut() {
            item.remove("content_text");
        }
    } else {
        item["content_text"] = json!(paragraphs.join("\n\n"));
    }
    item
}

/// One to three topics, each the more likely the earlier it stands in the list.
fn topics(chance: &mut Chance) -> Vec<&'static str> {
    let mut topics: Vec<&str> = (0..chance.between(1, 3))
        .map(|_| {
            let high = chance.between(1, TOPICS.len() as u64);
            let at = chance.between(0, high - 1);
            TOPICS[usize::try_from(at).unwrap_or_default()]
        })
        .collect();
    topics.sort_unstable();
    topics.dedup();
    topics
}

fn pick(chance: &mut Chance, from: &[&'static str]) -> &'static str {
    let at = chance.between(0, from.len() as u64 - 1);
    from[usize::try_from(at).unwrap_or_default()]
}

/// The day of the article at a place: spread evenly, newest first.
fn day(at: usize, of: usize) -> String {
    let days = YEARS * 365;
    let back = (at as u64 * days) / (of as u64).max(1);
    let day = days - 1 - back.min(days - 1);
    // Leap days are left out: a made newspaper may rest on them.
    let (year, mut rest) = (FIRST_YEAR + day / 365, day % 365);
    let mut month = 1;
    for length in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if rest < length {
            break;
        }
        rest -= length;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", rest + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(articles: usize, seed: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(&mut bytes, articles, seed).unwrap();
        bytes
    }

    #[test]
    fn the_same_again() {
        assert_eq!(made(50, 7), made(50, 7));
        assert_ne!(made(50, 7), made(50, 8));
    }

    #[test]
    fn reads_without_a_problem() {
        for articles in [0, 1, 300] {
            let reading = archive::read(&made(articles, 1));
            // An archive of nothing is read, and said to hold nothing.
            let empty = reading.problems.iter();
            let empty = empty.filter(|found| found.kind == archive::ProblemKind::NoItems);
            assert_eq!(empty.count(), usize::from(articles == 0));
            assert_eq!(reading.problems.len(), usize::from(articles == 0));
            let archive = reading.archive.unwrap();
            assert_eq!(archive.articles.len(), articles);
        }
    }

    #[test]
    fn looks_like_a_newspaper() {
        let archive = archive::read(&made(2000, 3)).archive.unwrap();
        assert_eq!(archive.topics.len(), TOPICS.len());
        assert_eq!(archive.author_names.len(), AUTHORS.len());
        let lost = archive
            .articles
            .iter()
            .filter(|a| !a.body.survives())
            .count();
        assert!((100..400).contains(&lost), "{lost}");
        let words: Vec<usize> = archive
            .articles
            .iter()
            .filter(|a| a.body.survives())
            .map(|a| archive::word_count(&a.body.plain_text()))
            .collect();
        let mean = words.iter().sum::<usize>() / words.len();
        assert!((300..450).contains(&mean), "{mean}");
        assert!(words.iter().all(|count| (140..=660).contains(count)));
    }

    #[test]
    fn days() {
        assert_eq!(day(0, 100), "2005-12-31");
        assert_eq!(day(99, 100), "1986-03-14");
    }
}
