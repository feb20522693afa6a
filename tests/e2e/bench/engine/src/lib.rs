//! The search engine, as `../engines/backissue.mjs` drives it: documents in, parts
//! joined, questions. It does nothing of its own.

use search::{Answer, Builder, Facts, Field, Index, Order, Request, Stemmer, Texts, parse};
use wasm_bindgen::prelude::wasm_bindgen;

/// Hits a search box shows.
const SHOWN: usize = 10;

const TOPICS: u8 = 0;
const YEARS: u8 = 1;

/// An index in the making.
#[wasm_bindgen]
pub struct Making(Builder);

/// A finished engine with the names and years of its documents' facets.
#[wasm_bindgen]
pub struct Engine {
    index: Index,
    topics: Vec<String>,
    years: Vec<u32>,
}

/// The bench asks for words only, for which no text is read again.
struct NoTexts;

impl Texts for NoTexts {
    fn text(&mut self, _: u32, _: Field, _: &mut String) {}
}

fn stemmers() -> Vec<Option<Stemmer>> {
    vec![Some(Stemmer::english())]
}

/// Numbers a document has in `marks` of [`Making::add`].
const MARKS: usize = 5;

#[wasm_bindgen]
impl Making {
    /// For English texts, the first of which has this number.
    #[wasm_bindgen(constructor)]
    pub fn new(after: u32) -> Self {
        Self(Builder::after(after, stemmers()))
    }

    /// Adds documents, newest first: their texts in UTF-8 one behind the other,
    /// and five numbers each: where its title, its text and its topics (one a
    /// line) end, its year, and where its values end; year 0 is none. A value is
    /// the number of its year, the others are those of its topics.
    pub fn add(&mut self, texts: &[u8], marks: &[u32], values: &[u32]) {
        let mut from = 0;
        let mut until = |end: u32| {
            let text = texts.get(from..end as usize).unwrap_or_default();
            from = end as usize;
            std::str::from_utf8(text).unwrap_or_default()
        };
        let mut first = 0;
        for mark in marks.as_chunks::<MARKS>().0 {
            let (title, text, topics) = (until(mark[0]), until(mark[1]), until(mark[2]));
            let (year, end) = (mark[3], mark[4] as usize);
            let mut texts = vec![(Field::Headline, title), (Field::Body, text)];
            texts.extend(topics.lines().map(|topic| (Field::Topics, topic)));
            let mine = values.get(first..end).unwrap_or_default();
            let facets = std::iter::once(YEARS).chain(std::iter::repeat(TOPICS));
            let values: Vec<(u8, u32)> = facets.zip(mine.iter().copied()).collect();
            first = end;
            let days = (year > 0).then(|| (year as i32 * 10_000, year as i32 * 10_000 + 9_999));
            let facts = Facts {
                language: 0,
                days,
                values: &values,
            };
            self.0.add(&facts, &texts);
        }
    }

    /// What was added, for another.
    pub fn part(self) -> Vec<u8> {
        self.0.part()
    }

    /// Takes what another added; false when it cannot.
    pub fn join(&mut self, part: &[u8]) -> bool {
        self.0.join(part).is_ok()
    }

    /// The finished index.
    pub fn index(self) -> Vec<u8> {
        self.0.finish().index().to_bytes()
    }
}

#[wasm_bindgen]
impl Engine {
    /// An engine from what [`Making::index`] gave, with the names of the topics, one
    /// a line, and the years, in order of their numbers; of no documents if the
    /// index is damaged.
    pub fn open(bytes: Vec<u8>, names: &str, years: Vec<u32>) -> Self {
        Self {
            index: Index::from_bytes(bytes, stemmers()).unwrap_or_default(),
            topics: names.lines().map(str::to_owned).collect(),
            years,
        }
    }

    fn answer(&self, text: &str) -> Answer {
        let (query, _) = parse(text);
        let request = Request {
            query: &query,
            filters: &[],
            days: None,
            order: Order::Best,
            limit: SHOWN,
        };
        self.index.search(&request, &mut NoTexts)
    }

    /// What a search box asks: the total, then the best.
    #[wasm_bindgen(js_name = "type")]
    pub fn typed(&self, text: &str) -> Vec<u32> {
        let answer = self.answer(text);
        let hits = answer.hits.iter().map(|hit| hit.document);
        std::iter::once(answer.total).chain(hits).collect()
    }

    /// Every match: the total, a count for each topic, then years with theirs.
    pub fn all(&self, word: &str) -> Vec<u32> {
        // The space ends the word: nothing is being typed any more.
        let answer = self.answer(&format!("{word} "));
        let count = |facet: u8, value: usize| {
            let facet = answer.counts.get(usize::from(facet));
            facet
                .and_then(|counts| counts.get(value))
                .copied()
                .unwrap_or(0)
        };
        let mut all = vec![answer.total];
        all.extend((0..self.topics.len()).map(|topic| count(TOPICS, topic)));
        for (at, year) in self.years.iter().enumerate() {
            all.extend([*year, count(YEARS, at)]);
        }
        all
    }

    /// How many topics there are.
    pub fn topics(&self) -> u32 {
        self.topics.len() as u32
    }

    /// The name of a topic.
    pub fn topic(&self, number: u32) -> String {
        self.topics
            .get(number as usize)
            .cloned()
            .unwrap_or_default()
    }
}
