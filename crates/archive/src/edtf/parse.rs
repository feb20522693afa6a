//! The grammar of EDTF levels 0 and 1.
//!
//! A *span* is a date or an interval; an *end* is one side of an interval; a
//! *point* is a date with what is known of it. Only the grammar lives here:
//! other spellings are `lenient.rs`, words are `words.rs`.

use super::{Date, Precision};

/// A date or an interval.
pub(super) struct Span {
    pub(super) start: End,
    /// The other side of an interval.
    pub(super) end: Option<End>,
}

/// One side of an interval.
pub(super) enum End {
    /// `..`: it has no end.
    Open,
    /// Nothing written: it has an end nobody knows.
    Unknown,
    /// A date.
    At(Point),
}

/// A date and how it is known.
pub(super) struct Point {
    /// As written; may be far outside what [`Date`] holds.
    pub(super) year: i64,
    /// How many of the year's last digits are `X`.
    pub(super) unspecified: u32,
    /// 1 to 12, or a season 21 to 24; 0 when not known.
    pub(super) month: u8,
    /// 0 when not known.
    pub(super) day: u8,
    pub(super) approximate: bool,
    pub(super) uncertain: bool,
}

/// More digits than this are no year of anything anybody archives, and would
/// overflow the number they are read into.
const MOST_YEAR_DIGITS: usize = 15;

impl Span {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let Some((start, end)) = text.split_once('/') else {
            let start = End::At(Point::parse(text)?);
            return Some(Self { start, end: None });
        };
        let (start, end) = (End::parse(start)?, End::parse(end)?);
        // An interval with no date at either side says nothing.
        if !matches!(start, End::At(_)) && !matches!(end, End::At(_)) {
            return None;
        }
        Some(Self {
            start,
            end: Some(end),
        })
    }

    /// The first and last day; none when they stand the wrong way round.
    pub(super) fn bounds(&self) -> Option<(Date, Date)> {
        let earliest = match &self.start {
            End::At(point) => point.earliest(),
            _ => Date::FIRST,
        };
        let latest = match self.end.as_ref().unwrap_or(&self.start) {
            End::At(point) => point.latest(),
            _ => Date::LAST,
        };
        (earliest <= latest).then_some((earliest, latest))
    }

    pub(super) fn precision(&self) -> Precision {
        match (&self.start, &self.end) {
            (End::At(point), None) => point.precision(),
            _ => Precision::Wide,
        }
    }
}

impl End {
    fn parse(text: &str) -> Option<Self> {
        match text {
            ".." => Some(Self::Open),
            "" => Some(Self::Unknown),
            _ => Some(Self::At(Point::parse(text)?)),
        }
    }
}

impl Point {
    fn parse(text: &str) -> Option<Self> {
        let (text, approximate, uncertain) = match text.as_bytes().last()? {
            b'~' => (text.get(..text.len() - 1)?, true, false),
            b'?' => (text.get(..text.len() - 1)?, false, true),
            b'%' => (text.get(..text.len() - 1)?, true, true),
            _ => (text, false, false),
        };
        let mut point = Self {
            year: 0,
            unspecified: 0,
            month: 0,
            day: 0,
            approximate,
            uncertain,
        };
        if let Some(long) = text.strip_prefix('Y') {
            // The `Y` is for years of more than four digits.
            let (sign, digits) = signed(long);
            if digits.len() < 5 {
                return None;
            }
            point.year = sign * number(digits)?;
            return Some(point);
        }
        let (sign, rest) = signed(text);
        let mut parts = rest.split('-');
        point.read_year(sign, parts.next()?)?;
        if let Some(month) = parts.next() {
            point.month = two_digits(month)?;
        }
        if let Some(day) = parts.next() {
            point.day = two_digits(day)?;
        }
        (parts.next().is_none() && point.makes_sense(rest)).then_some(point)
    }

    fn read_year(&mut self, sign: i64, text: &str) -> Option<()> {
        let known = text.trim_end_matches('X');
        self.unspecified = u32::try_from(text.len() - known.len()).ok()?;
        if text.len() != 4 || known.is_empty() {
            return None;
        }
        self.year = sign * number(known)? * 10_i64.pow(self.unspecified);
        Some(())
    }

    /// Whether the parts are those of the calendar and of level 1.
    fn makes_sense(&self, text: &str) -> bool {
        let has_day = text.len() > 7;
        let month = match self.month {
            0 => text.len() == 4 || text.get(4..7) == Some("-XX"),
            1..=12 => true,
            21..=24 => !has_day,
            _ => false,
        };
        let day = match self.day {
            0 => !has_day || text.get(7..) == Some("-XX"),
            day => self.month > 0 && day <= days_in(self.clamped_year(), self.month),
        };
        // With digits of the year unknown, level 1 knows no month.
        month && day && (self.unspecified == 0 || text.len() == 4)
    }

    fn clamped_year(&self) -> i16 {
        clamp(self.year)
    }

    /// The years it may be, first and last.
    pub(super) fn years(&self) -> (i64, i64) {
        let rest = 10_i64.pow(self.unspecified) - 1;
        if self.year < 0 {
            (self.year - rest, self.year)
        } else {
            (self.year, self.year + rest)
        }
    }

    fn months(&self) -> (u8, u8) {
        match self.month {
            21 => (3, 5),
            22 => (6, 8),
            23 => (9, 11),
            0 | 24 => (1, 12),
            month => (month, month),
        }
    }

    fn earliest(&self) -> Date {
        Date {
            year: clamp(self.years().0),
            month: self.months().0,
            day: self.day.max(1),
        }
    }

    fn latest(&self) -> Date {
        let (year, month) = (clamp(self.years().1), self.months().1);
        let day = match self.day {
            0 => days_in(year, month),
            day => day,
        };
        Date { year, month, day }
    }

    fn precision(&self) -> Precision {
        match (self.unspecified, self.month, self.day) {
            (0, 0, _) => Precision::Year,
            (0, _, 0) => Precision::Month,
            (0, _, _) => Precision::Day,
            _ => Precision::Wide,
        }
    }
}

fn clamp(year: i64) -> i16 {
    // The bounds of `Date` fit the type, so the conversion holds.
    i16::try_from(year.clamp(-9999, 9999)).unwrap_or(0)
}

fn signed(text: &str) -> (i64, &str) {
    text.strip_prefix('-')
        .map_or((1, text), |digits| (-1, digits))
}

fn number(digits: &str) -> Option<i64> {
    if digits.is_empty() || digits.len() > MOST_YEAR_DIGITS {
        return None;
    }
    digits.bytes().try_fold(0, |sum, digit| {
        digit
            .is_ascii_digit()
            .then(|| sum * 10 + i64::from(digit - b'0'))
    })
}

/// Two digits, not 00; `XX` is 0: not known.
fn two_digits(text: &str) -> Option<u8> {
    if text == "XX" {
        return Some(0);
    }
    let value = number(text).filter(|&value| text.len() == 2 && value > 0)?;
    u8::try_from(value).ok()
}

/// Days in a month of the proleptic Gregorian calendar.
fn days_in(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether `text`, from the `T` on, looks like a time of day with or without
/// seconds, fractions and zone. The time is not kept, so its sense is not
/// looked into any closer.
pub(super) fn is_time(text: &str) -> bool {
    let time = text.as_bytes();
    time.len() >= 6
        && time.len() <= 40
        && time[1..].iter().all(|byte| {
            byte.is_ascii_digit()
                || matches!(byte, b':' | b'.' | b',' | b'+' | b'-' | b'Z' | b'z' | b' ')
        })
        && time[1].is_ascii_digit()
}
