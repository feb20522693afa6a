//! Dates that may be uncertain: EDTF levels 0 and 1 (Library of Congress, ISO 8601-2).
//!
//! An [`Edtf`] keeps the text it was read from, its earliest and latest day,
//! and says itself in words. It does no arithmetic beyond that and knows no
//! time of day and no today.

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
}
