//! Made archives.

use std::ops::Range;

use proptest::prelude::*;
use search::{Builder, Facts, Field, Index, Stemmer, Texts};

#[derive(Debug, Clone, Default)]
pub struct Doc {
    pub texts: Vec<(Field, String)>,
    pub days: Option<(i32, i32)>,
    pub values: Vec<(u8, u32)>,
}

#[derive(Debug, Clone, Default)]
pub struct Made(pub Vec<Doc>);

impl Texts for Made {
    fn text(&mut self, document: u32, field: Field, out: &mut String) {
        for (_, text) in self.0[document as usize]
            .texts
            .iter()
            .filter(|(of, _)| *of == field)
        {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(text);
        }
    }
}

pub fn stemmers() -> Vec<Option<Stemmer>> {
    vec![Some(Stemmer::english())]
}

impl Made {
    pub fn of(bodies: &[&str]) -> Self {
        Self(
            bodies
                .iter()
                .map(|body| Doc {
                    texts: vec![(Field::Body, (*body).to_owned())],
                    ..Doc::default()
                })
                .collect(),
        )
    }

    pub fn index(&self) -> Index {
        let mut builder = Builder::new(stemmers());
        self.add(0..self.0.len(), &mut builder);
        builder.finish().index()
    }

    /// Adds some of the documents to a builder.
    pub fn add(&self, which: Range<usize>, builder: &mut Builder) {
        for doc in &self.0[which] {
            let texts: Vec<(Field, &str)> = doc
                .texts
                .iter()
                .map(|(field, text)| (*field, text.as_str()))
                .collect();
            let facts = Facts {
                language: 0,
                days: doc.days,
                values: &doc.values,
            };
            builder.add(&facts, &texts);
        }
    }
}

/// Words that meet: kin, beginnings of each other, a mistake apart, joined,
/// marked, of other scripts.
pub const WORDS: &[&str] = &[
    "run",
    "runs",
    "running",
    "runner",
    "rune",
    "ran",
    "the",
    "of",
    "a",
    "C++",
    "c",
    "15/2",
    "15",
    "2",
    "1,000",
    "well-known",
    "wellknown",
    "well",
    "known",
    "don't",
    "dont",
    "worker's",
    "workers",
    "worker",
    "workes",
    "wroker",
    "archive",
    "archives",
    "archival",
    "archvie",
    "café",
    "cafe",
    "CAFÉ",
    "Straße",
    "strasse",
    "東京都",
    "東京",
    "京都",
    "東",
    "Москва",
    "москвы",
    "=>",
    "x=>y",
    "foo::bar",
    "U.S.",
    "us",
    "L’état",
    "état",
    "2003",
    "naïve",
    "library",
    "libraries",
    "librarian",
    "libary",
    "e-mail",
    "email",
    "mail",
];

fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => prop::sample::select(WORDS).prop_map(str::to_owned),
        1 => prop::sample::select(&[".", ",", "-", "\n", "(", ")", "“", "”", "…"][..]).prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 0..14).prop_map(|parts| parts.join(" "))
}

fn day() -> impl Strategy<Value = (i32, i32)> {
    (2001..2006_i32, 0..4_i32, 0..4_i32).prop_map(|(year, month, day)| match (month, day) {
        (0, _) => (year * 10_000 + 101, year * 10_000 + 1231),
        (_, 0) => (
            year * 10_000 + month * 100 + 1,
            year * 10_000 + month * 100 + 30,
        ),
        _ => {
            let day = year * 10_000 + month * 100 + day;
            (day, day)
        }
    })
}

fn doc() -> impl Strategy<Value = Doc> {
    let values = prop::collection::vec((0..2_u8, 0..4_u32), 0..3);
    (
        text(),
        text(),
        text(),
        text(),
        prop::option::weighted(0.8, day()),
        values,
    )
        .prop_map(|(headline, body, topic, author, days, values)| Doc {
            texts: vec![
                (Field::Headline, headline),
                (Field::Body, body.clone()),
                (Field::Topics, topic),
                (
                    Field::Topics,
                    body.split(' ').next().unwrap_or_default().to_owned(),
                ),
                (Field::Authors, author),
            ],
            days,
            values,
        })
}

/// Archives of up to so many documents.
pub fn made(most: usize) -> impl Strategy<Value = Made> {
    prop::collection::vec(doc(), 0..most).prop_map(|mut docs| {
        docs.sort_by_key(|doc| std::cmp::Reverse(doc.days));
        Made(docs)
    })
}

/// Queries as people type them, and worse.
pub fn typed() -> impl Strategy<Value = String> {
    let word = || prop::sample::select(WORDS);
    let part = prop_oneof![
        8 => word().prop_map(str::to_owned),
        2 => word().prop_map(|word| format!("-{word}")),
        2 => prop::collection::vec(word(), 1..4).prop_map(|words| format!("\"{}\"", words.join(" "))),
        1 => prop::collection::vec(word(), 1..3).prop_map(|words| format!("-\"{}\"", words.join(" "))),
        2 => (prop::sample::select(&["title:", "topic:", "author:", "body:"][..]), word())
            .prop_map(|(field, word)| format!("{field}{word}")),
        1 => (prop::sample::select(&["title:", "-topic:"][..]), word(), word())
            .prop_map(|(field, one, two)| format!("{field}\"{one} {two}\"")),
        1 => word().prop_map(|word| format!("{}*", word.chars().take(3).collect::<String>())),
        1 => Just("OR".to_owned()),
        2 => prop::sample::select(&[
            "2002..2004", "year:2003", "before:2003-03", "after:2002", "-year:2004", "2003-02..", "..2002-01-03",
        ][..]).prop_map(str::to_owned),
    ];
    (prop::collection::vec(part, 1..5), any::<bool>())
        .prop_map(|(parts, space)| parts.join(" ") + if space { " " } else { "" })
}
