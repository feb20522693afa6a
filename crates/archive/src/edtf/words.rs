//! Dates in words: which words, in which order; the words themselves are the
//! caller's, in whatever language.

use super::{Edtf, End, Span, parse::Point};
use crate::number::number_text;

/// What is said of a date, with what it is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatePhrase {
    /// A year: its number.
    Year,
    /// A year before year 1: its number.
    BeforeCommonEra,
    /// Ten years: the number of the first.
    Decade,
    /// A month or season of a year: its name, the year as said.
    Month,
    /// A day: its number, the month's name, the year as said.
    Day,
    /// The first day of a month, likewise.
    FirstDay,
    /// About right: the date as said.
    About,
    /// Doubtful: the date as said.
    Doubtful,
    /// From one to another, each one word: both as said.
    Span,
    /// The same where one has several words.
    WideSpan,
    /// What begins then and does not end: the date as said.
    After,
    /// What ends then and did not begin: the date as said.
    Before,
    /// A side of an interval that nobody knows.
    Unknown,
}

/// The words of a language for dates.
pub trait DateWords {
    /// The name of a month, 1 to 12, or of spring, summer, autumn and winter,
    /// 21 to 24.
    fn month(&self, number: u8) -> String;
    /// A phrase filled in.
    fn phrase(&self, phrase: DatePhrase, parts: &[&str]) -> String;
}

impl Edtf {
    /// In words: in English `7 March 2003`, `c. July 2005`, `2003?`, `2001–2005`.
    #[must_use]
    pub fn said(&self, words: &dyn DateWords) -> String {
        match Span::parse(&self.source) {
            Some(span) => say(&span, words),
            None => self.source.clone(),
        }
    }
}

fn say(span: &Span, words: &dyn DateWords) -> String {
    let Some(end) = &span.end else {
        return say_end(&span.start, words);
    };
    let (one, other) = (say_end(&span.start, words), say_end(end, words));
    match (&span.start, end) {
        (_, End::Open) => words.phrase(DatePhrase::After, &[&one]),
        (End::Open, _) => words.phrase(DatePhrase::Before, &[&other]),
        _ => {
            // Spaces inside either side ask for spaces around the dash.
            let phrase = if one.contains(' ') || other.contains(' ') {
                DatePhrase::WideSpan
            } else {
                DatePhrase::Span
            };
            words.phrase(phrase, &[&one, &other])
        }
    }
}

fn say_end(end: &End, words: &dyn DateWords) -> String {
    match end {
        End::At(point) => say_point(point, words),
        _ => words.phrase(DatePhrase::Unknown, &[]),
    }
}

fn say_point(point: &Point, words: &dyn DateWords) -> String {
    let (first, last) = point.years();
    let mut said = match point.unspecified {
        0 => say_year(point.year, words),
        1 if first >= 0 => words.phrase(DatePhrase::Decade, &[&number_text(first.unsigned_abs())]),
        _ => words.phrase(
            DatePhrase::Span,
            &[&say_year(first, words), &say_year(last, words)],
        ),
    };
    if point.month > 0 {
        let name = words.month(point.month);
        said = match point.day {
            0 => words.phrase(DatePhrase::Month, &[&name, &said]),
            day => {
                let phrase = if day == 1 {
                    DatePhrase::FirstDay
                } else {
                    DatePhrase::Day
                };
                words.phrase(phrase, &[&number_text(day.into()), &name, &said])
            }
        };
    }
    if point.approximate {
        said = words.phrase(DatePhrase::About, &[&said]);
    }
    if point.uncertain {
        said = words.phrase(DatePhrase::Doubtful, &[&said]);
    }
    said
}

fn say_year(year: i64, words: &dyn DateWords) -> String {
    // Year 0 is 1 BCE, so those before it count from one more.
    let (shown, phrase) = if year > 0 {
        (year, DatePhrase::Year)
    } else {
        (1 - year, DatePhrase::BeforeCommonEra)
    };
    words.phrase(phrase, &[&number_text(shown.unsigned_abs())])
}
