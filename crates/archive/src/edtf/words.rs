//! Dates in English.
//!
//! Every word a date is said with stands in this file, so that another
//! language has one place to begin.

use super::{End, Span, parse::Point};
use crate::number::push_number;

/// The months' names.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The seasons' names, in the order of their numbers from 21.
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

/// Before a date that is about right: circa.
const ABOUT: &str = "c. ";
/// After a year before year 1.
const BEFORE_COMMON_ERA: &str = " BCE";
/// Before the first date of an interval that does not end.
const AFTER: &str = "after ";
/// Before the last date of an interval that did not begin.
const BEFORE: &str = "before ";

/// A date or interval in words.
pub(super) fn say(span: &Span) -> String {
    let mut text = String::new();
    match (&span.start, &span.end) {
        (End::At(point), None) => say_point(&mut text, point),
        (End::At(point), Some(End::Open)) => {
            text.push_str(AFTER);
            say_point(&mut text, point);
        }
        (End::Open, Some(End::At(point))) => {
            text.push_str(BEFORE);
            say_point(&mut text, point);
        }
        (start, end) => {
            say_end(&mut text, start);
            let mut last = String::new();
            if let Some(end) = end {
                say_end(&mut last, end);
            }
            // Spaces inside either side ask for spaces around the dash.
            let spaced = text.contains(' ') || last.contains(' ');
            text.push_str(if spaced { " – " } else { "–" });
            text.push_str(&last);
        }
    }
    text
}

fn say_end(text: &mut String, end: &End) {
    match end {
        End::At(point) => say_point(text, point),
        _ => text.push('?'),
    }
}

fn say_point(text: &mut String, point: &Point) {
    if point.approximate {
        text.push_str(ABOUT);
    }
    if point.day > 0 {
        push_number(text, u64::from(point.day), 1);
        text.push(' ');
    }
    let name = match point.month {
        month @ 1..=12 => MONTHS.get(usize::from(month) - 1),
        season @ 21..=24 => SEASONS.get(usize::from(season) - 21),
        _ => None,
    };
    if let Some(name) = name {
        text.push_str(name);
        text.push(' ');
    }
    let (first, last) = point.years();
    match point.unspecified {
        0 => say_year(text, point.year),
        1 if first >= 0 => {
            say_year(text, first);
            text.push('s');
        }
        _ => {
            say_year(text, first);
            text.push('–');
            say_year(text, last);
        }
    }
    if point.uncertain {
        text.push('?');
    }
}

fn say_year(text: &mut String, year: i64) {
    // Year 0 is 1 BCE, so those before it count from one more.
    let (shown, ending) = if year > 0 {
        (year, "")
    } else {
        (1 - year, BEFORE_COMMON_ERA)
    };
    push_number(text, shown.unsigned_abs(), 1);
    text.push_str(ending);
}
