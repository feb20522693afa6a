//! Dates that may be uncertain: EDTF levels 0 and 1 (Library of Congress, ISO 8601-2).
//!
//! An [`Edtf`] keeps the text it was read from, its earliest and latest day,
//! and says itself in words. It does no arithmetic beyond that and knows no
//! time of day and no today.

mod english;
mod lenient;
mod parse;
mod words;

use crate::number::push_number;
use parse::{End, Span};

pub use words::{DatePhrase, DateWords};

/// A day in the proleptic Gregorian calendar, year 0 being 1 BCE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// −9999 to 9999.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// The first day there is: the start of an interval open towards the past.
    pub const FIRST: Self = Self {
        year: -9999,
        month: 1,
        day: 1,
    };
    /// The last day there is: the end of an interval open towards the future.
    pub const LAST: Self = Self {
        year: 9999,
        month: 12,
        day: 31,
    };

    /// As ISO 8601 writes it: `2003-03-07`.
    #[must_use]
    pub fn iso(&self) -> String {
        let mut text = String::with_capacity(11);
        if self.year < 0 {
            text.push('-');
        }
        push_number(&mut text, u64::from(self.year.unsigned_abs()), 4);
        text.push('-');
        push_number(&mut text, u64::from(self.month), 2);
        text.push('-');
        push_number(&mut text, u64::from(self.day), 2);
        text
    }
}

/// How finely a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// An interval or anything wider than a year.
    Wide,
    /// A year.
    Year,
    /// A season or a month.
    Month,
    /// A day.
    Day,
}

/// An EDTF date, level 0 or 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edtf {
    pub(crate) source: String,
    pub(crate) earliest: Date,
    pub(crate) latest: Date,
    pub(crate) precision: Precision,
}

impl Edtf {
    /// Reads a date, season or interval; a date with a time keeps its day.
    ///
    /// A season's days are those of the northern half of the earth; winter may
    /// begin or end a year, so it is taken to be anywhere in it. Years beyond
    /// ±9999 are clamped in the bounds and said in full.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // A time of day is dropped before anything else, so that the source
        // kept is what the archive shows: a day.
        let text = match (text.as_bytes().get(10), text.get(..10), text.get(10..)) {
            (Some(b'T' | b't' | b' '), Some(day), Some(time)) if parse::is_time(time) => day,
            _ => text,
        };
        let span = Span::parse(text)?;
        let (earliest, latest) = span.bounds()?;
        Some(Self {
            source: text.to_owned(),
            earliest,
            latest,
            precision: span.precision(),
        })
    }

    /// Reads the ways of writing a date that are common and unambiguous but
    /// not EDTF: `Fri, 07 Mar 2003 10:00:00 GMT`, `March 7, 2003`, `2003/3/7`.
    #[must_use]
    pub fn parse_loose(text: &str) -> Option<Self> {
        Self::parse(&lenient::to_edtf(text)?)
    }

    /// The text it was read from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The first day it may mean.
    #[must_use]
    pub fn earliest(&self) -> Date {
        self.earliest
    }

    /// The last day it may mean.
    #[must_use]
    pub fn latest(&self) -> Date {
        self.latest
    }

    /// How finely it is known.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Said to be about right: `~` or `%`.
    #[must_use]
    pub fn approximate(&self) -> bool {
        self.source.contains(['~', '%'])
    }

    /// Said to be doubtful: `?` or `%`.
    #[must_use]
    pub fn uncertain(&self) -> bool {
        self.source.contains(['?', '%'])
    }

    /// Its year, when it falls within one.
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        (self.earliest.year == self.latest.year).then_some(self.earliest.year)
    }

    /// Its year and month, when it falls within one month.
    #[must_use]
    pub fn month(&self) -> Option<(i16, u8)> {
        let month = self.earliest.month;
        self.year()
            .filter(|_| month == self.latest.month)
            .map(|year| (year, month))
    }
}

#[cfg(test)]
#[path = "edtf/tests.rs"]
mod tests;
