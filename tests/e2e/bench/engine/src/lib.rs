//! The search engine, as `../engines/backissue.mjs` drives it: documents in,
//! slices of building, questions. It does nothing of its own but number topics.

use search::{
    Answer, Builder, Facts, Field, Finishing, Index, Order, Request, Stemmer, Texts, parse,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// Hits a search box shows.
const SHOWN: usize = 10;

const TOPICS: u8 = 0;
const YEARS: u8 = 1;

enum Stage {
    Adding(Box<Builder>),
    Finishing(Box<Finishing>),
    Whole(Box<Index>),
}

/// An engine with its documents.
#[wasm_bindgen]
pub struct Engine {
    stage: Stage,
    topics: Vec<String>,
    years: Vec<u32>,
}

/// The bench asks for words only, for which no text is read again.
struct NoTexts;

impl Texts for NoTexts {
    fn text(&mut self, _: u32, _: Field, _: &mut String) {}
}

fn number<T: PartialEq>(known: &mut Vec<T>, value: T) -> u32 {
    let at = known.iter().position(|one| *one == value);
    at.unwrap_or_else(|| {
        known.push(value);
        known.len() - 1
    }) as u32
}

#[wasm_bindgen]
impl Engine {
    /// An engine for English text.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            stage: Stage::Adding(Box::new(Builder::new(vec![Some(Stemmer::english())]))),
            topics: Vec::new(),
            years: Vec::new(),
        }
    }

    /// Adds documents, newest first: their texts in UTF-8 one behind the other,
    /// and four numbers each: where its title, its text and its topics (one a
    /// line) end, and its year; year 0 is none.
    pub fn add(&mut self, texts: &[u8], marks: &[u32]) {
        let Stage::Adding(builder) = &mut self.stage else {
            return;
        };
        let mut from = 0;
        let mut until = |end: u32| {
            let text = texts.get(from..end as usize).unwrap_or_default();
            from = end as usize;
            std::str::from_utf8(text).unwrap_or_default()
        };
        for mark in marks.as_chunks::<4>().0 {
            let (title, text, topics) = (until(mark[0]), until(mark[1]), until(mark[2]));
            let year = mark[3];
            let mut texts = vec![(Field::Headline, title), (Field::Body, text)];
            let mut values = vec![(YEARS, number(&mut self.years, year))];
            for topic in topics.lines() {
                texts.push((Field::Topics, topic));
                values.push((TOPICS, number(&mut self.topics, topic.to_owned())));
            }
            let days = (year > 0).then(|| (year as i32 * 10_000, year as i32 * 10_000 + 9_999));
            builder.add(
                &Facts {
                    language: 0,
                    days,
                    values: &values,
                },
                &texts,
            );
        }
    }

    /// A slice of what is left after adding; true when the index is whole.
    pub fn step(&mut self) -> bool {
        let stage = std::mem::replace(&mut self.stage, Stage::Adding(Box::default()));
        self.stage = match stage {
            Stage::Adding(builder) => Stage::Finishing(Box::new(builder.finish())),
            Stage::Finishing(mut finishing) => {
                if finishing.step() {
                    Stage::Whole(Box::new(finishing.index()))
                } else {
                    Stage::Finishing(finishing)
                }
            }
            whole => whole,
        };
        matches!(self.stage, Stage::Whole(_))
    }

    /// The finished index.
    pub fn bytes(&self) -> Vec<u8> {
        match &self.stage {
            Stage::Whole(index) => index.to_bytes(),
            _ => Vec::new(),
        }
    }

    /// The names of its topics, one a line.
    pub fn names(&self) -> String {
        self.topics.join("\n")
    }

    /// Its years.
    pub fn years(&self) -> Vec<u32> {
        self.years.clone()
    }

    /// An engine from what [`Engine::bytes`], [`Engine::names`] and
    /// [`Engine::years`] gave; of no documents if they are damaged.
    pub fn open(bytes: Vec<u8>, names: &str, years: Vec<u32>) -> Self {
        let index = Index::from_bytes(bytes, vec![Some(Stemmer::english())]);
        Self {
            stage: Stage::Whole(Box::new(index.unwrap_or_default())),
            topics: names.lines().map(str::to_owned).collect(),
            years,
        }
    }

    fn answer(&self, text: &str) -> Answer {
        let Stage::Whole(index) = &self.stage else {
            return Answer::default();
        };
        let (query, _) = parse(text);
        let request = Request {
            query: &query,
            filters: &[],
            days: None,
            order: Order::Best,
            limit: SHOWN,
        };
        index.search(&request, &mut NoTexts)
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
