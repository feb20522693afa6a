//! A large archive's index in the making, by one worker or by two that share no
//! memory: each reads the archive and files its half, the second hands over what it
//! has as bytes, and the first joins them and finishes.
//!
//! Reading a body takes longer than all else, so halves are halves of the text. A
//! half that never comes, or is no good, costs time and nothing else: whoever
//! finishes files what is missing.

use archive::{Archive, Body};

use super::catalogue::Catalogue;
use super::documents::{self, Filing};

/// Which articles are filed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// Those at the front of the archive.
    First,
    /// Those behind them.
    Second,
}

/// An index in the making.
pub struct Making {
    archive: Archive,
    catalogue: Catalogue,
    filing: Filing,
}

impl Making {
    /// Reads an archive's file, with the files of the stemmers of its
    /// [`documents::languages`], and files half of it; none for a file that is no
    /// archive.
    #[must_use]
    pub fn begin(file: &[u8], stems: &[Option<Vec<u8>>], half: Half) -> Option<Self> {
        let archive = archive::read(file).archive?;
        let stems = stems.iter().map(Option::as_deref);
        let stemmers = documents::languages(&archive).into_iter().zip(stems);
        let stemmers = stemmers.map(|(language, file)| documents::stemmer(&language, file));
        let stemmers = stemmers.collect();
        let middle = middle(&archive);
        let (from, to) = match half {
            Half::First => (0, middle),
            Half::Second => (middle, archive.articles.len()),
        };
        let mut new = Self {
            catalogue: Catalogue::new(&archive),
            filing: Filing::after(from, &archive, stemmers),
            archive,
        };
        for _ in from..to {
            new.filing.next(&new.archive, &new.catalogue);
        }
        Some(new)
    }

    /// What was filed, for [`Self::join`].
    #[must_use]
    pub fn part(self) -> Vec<u8> {
        self.filing.part()
    }

    /// Takes what the second half is; what is no such thing is passed over.
    pub fn join(&mut self, part: &[u8]) {
        self.filing.join(part);
    }

    /// The index as bytes, of every article of the archive.
    #[must_use]
    pub fn index(mut self) -> Vec<u8> {
        while self.filing.next(&self.archive, &self.catalogue) {}
        self.filing.finish().index().to_bytes()
    }
}

/// How many articles have half of the text.
fn middle(archive: &Archive) -> usize {
    let length = |body: &Body| match body {
        Body::Lost => 0,
        Body::Text(source) | Body::Html(source) => source.len(),
    };
    let lengths = || archive.articles.iter().map(|article| length(&article.body));
    let all: usize = lengths().sum();
    let mut before = 0;
    lengths()
        .take_while(|length| {
            before += length;
            2 * before <= all
        })
        .count()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{Half, Making};

    /// Articles of quite different lengths, one in another language, one lost.
    fn made(articles: usize) -> Vec<u8> {
        let items: Vec<String> = (0..articles)
            .map(|at| {
                let body = format!("<p>The {at} of <em>{}</em></p>", "storms ".repeat(at * at % 50));
                let body = match at {
                    3 => String::new(),
                    5 => r#","language":"de","content_text":"Stürme über dem Land""#.to_owned(),
                    _ => format!(r#","content_html":"{body}""#),
                };
                format!(
                    r#"{{"id":"{at}","title":"Storm {at}","date_published":"200{}-01-0{}T00:00:00Z","tags":["sea{}"]{body}}}"#,
                    at % 7,
                    1 + at % 9,
                    at % 3
                )
            })
            .collect();
        let items = items.join(",");
        format!(r#"{{"version":"https://jsonfeed.org/version/1.1","title":"Made","language":"en","items":[{items}]}}"#)
            .into_bytes()
    }

    fn begun(file: &[u8], half: Half) -> Making {
        Making::begin(file, &[None, None], half).unwrap()
    }

    #[test]
    fn two_make_what_one_makes() {
        for articles in [0, 1, 2, 7, 40] {
            let file = made(articles);
            let alone = begun(&file, Half::First).index();
            let mut first = begun(&file, Half::First);
            first.join(&begun(&file, Half::Second).part());
            assert!(first.index() == alone, "{articles} articles");
        }
    }

    #[test]
    fn a_half_that_is_no_good_is_filed_again() {
        let file = made(40);
        let alone = begun(&file, Half::First).index();
        for part in [
            Vec::new(),
            b"BPRT".to_vec(),
            begun(&made(30), Half::Second).part(),
        ] {
            let mut first = begun(&file, Half::First);
            first.join(&part);
            assert!(first.index() == alone);
        }
    }

    #[test]
    fn what_is_no_archive_is_none() {
        assert!(Making::begin(b"<!doctype html>", &[], Half::First).is_none());
    }
}
