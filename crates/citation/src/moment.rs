//! What is known of a date, taken apart for formats that want its parts.
//!
//! An EDTF text in, its sides and their parts out. A date that the archivist
//! supplied is approximate whatever it says, and never finer than a month: a day
//! that no source gives is not to be cited as one.

use archive::Edtf;

/// A date taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The date, or where an interval begins.
    pub start: Side,
    /// Where an interval ends.
    pub end: Option<Side>,
}

/// One side of an interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// It has no end.
    Open,
    /// It has an end that nobody knows.
    Unknown,
    /// A date.
    At(Point),
}

/// A date and how well it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// As EDTF writes it: `2003`, `200X`, `-0043`, `Y12000`.
    pub year: String,
    /// 1 to 12, or a season 21 to 24, spring first; 0 when not known.
    pub month: u8,
    /// 0 when not known.
    pub day: u8,
    /// `~`, `?` or `%`; nothing for a date that is sure.
    pub doubt: Option<char>,
}

impl Moment {
    /// Takes a date apart.
    pub fn of(date: &Edtf, supplied: bool) -> Self {
        let side = |text: &str| match text {
            ".." => Side::Open,
            "" => Side::Unknown,
            _ => Side::At(Point::of(text, supplied)),
        };
        match date.source().split_once('/') {
            Some((start, end)) => Self {
                start: side(start),
                end: Some(side(end)),
            },
            None => Self {
                start: side(date.source()),
                end: None,
            },
        }
    }

    /// A single date that is sure.
    pub fn sure(&self) -> Option<&Point> {
        match (&self.start, &self.end) {
            (Side::At(point), None) if point.doubt.is_none() => Some(point),
            _ => None,
        }
    }

    /// Whether either side is doubtful.
    pub fn doubtful(&self) -> bool {
        let doubtful = |side: &Side| matches!(side, Side::At(point) if point.doubt.is_some());
        doubtful(&self.start) || self.end.as_ref().is_some_and(doubtful)
    }

    /// As EDTF level 1 writes it, which is what BibLaTeX takes.
    pub fn edtf(&self) -> String {
        let side = |side: &Side| match side {
            Side::Open => "..".to_owned(),
            Side::Unknown => String::new(),
            Side::At(point) => point.edtf(),
        };
        match &self.end {
            Some(end) => format!("{}/{}", side(&self.start), side(end)),
            None => side(&self.start),
        }
    }
}

impl Point {
    fn of(text: &str, supplied: bool) -> Self {
        let bare = text.trim_end_matches(['~', '?', '%']);
        let doubt = text[bare.len()..].chars().next();
        let sign = usize::from(bare.starts_with('-'));
        let mut parts = bare[sign..].split('-');
        let year = parts.next().map_or(0, str::len);
        let mut next = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
        let (month, day) = (next(), next());
        Self {
            year: bare[..sign + year].to_owned(),
            month,
            day: if supplied { 0 } else { day },
            doubt: match doubt {
                None if supplied => Some('~'),
                Some('?') if supplied => Some('%'),
                doubt => doubt,
            },
        }
    }

    fn edtf(&self) -> String {
        let mut text = self.year.clone();
        for part in [self.month, self.day] {
            if part > 0 {
                text.push_str(&format!("-{part:02}"));
            }
        }
        text.extend(self.doubt);
        text
    }

    /// The year as a number, when it is one of our era.
    pub fn year(&self) -> Option<u32> {
        self.year.parse().ok().filter(|year| *year > 0)
    }

    /// The month, when it is one and no season.
    pub fn month(&self) -> Option<u8> {
        (1..=12).contains(&self.month).then_some(self.month)
    }

    /// The season from 1, spring first.
    pub fn season(&self) -> Option<u8> {
        self.month
            .checked_sub(20)
            .filter(|season| (1..=4).contains(season))
    }
}
