//! RIS: the tagged format of Research Information Systems.
//!
//! Source: *RIS Format Specifications*, Thomson ResearchSoft, and Zotero's and
//! EndNote's use of it. A line is two characters of tag, two spaces, a hyphen, a
//! space and the value; lines end in CR LF, a record begins with `TY` and ends with
//! `ER`. A value is one line. Nothing is escaped: what the format cannot hold is
//! left out. `DA` is `YYYY/MM/DD/other`, with all three slashes; what is not sure of
//! a date goes into `other`, which programs keep and do not reckon with.

use crate::moment::{Moment, Side};
use crate::name::{Name, read};
use crate::work::{Work, address, one_line};

/// Longest author or keyword the specification allows, in characters.
const MOST: usize = 255;

/// The record.
#[must_use]
pub fn ris(work: &Work<'_>) -> String {
    let mut out = String::new();
    let mut line = |tag: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&format!("{tag}  - {value}\r\n"));
        }
    };
    line("TY", "MGZN");
    line("ID", &work.key());
    line("TI", &one_line(work.title));
    for name in work.authors {
        line("AU", &author(&one_line(name)));
    }
    line("T2", &limited(work.periodical));
    if let Some(date) = work.date {
        let moment = Moment::of(date, work.supplied);
        if let Side::At(point) = &moment.start
            && let Some(year) = point.year().filter(|year| *year <= 9999)
        {
            line("PY", &format!("{year:04}"));
        }
        line("DA", &day(&moment, &one_line(&work.date_said)));
    }
    line("LA", &one_line(work.language.unwrap_or_default()));
    line("UR", &address(work.address.as_deref().unwrap_or_default()));
    line("AB", &one_line(work.summary.unwrap_or_default()));
    for topic in &work.topics {
        line("KW", &limited(topic));
    }
    line("N1", &one_line(&work.remark));
    // The specification's own last line has a space after the hyphen.
    out.push_str("ER  - \r\n");
    out
}

fn author(name: &str) -> String {
    let said = match read(name) {
        Name::Whole(name) => name.to_owned(),
        Name::Person {
            given,
            particle,
            family,
            suffix,
        } => {
            let family = [particle, family].join(" ");
            let parts = [family.trim(), &given, &suffix];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            parts.join(", ")
        }
    };
    limited(&said)
}

/// A value of the fields in which an asterisk is not allowed, and no more than
/// [`MOST`] characters.
fn limited(text: &str) -> String {
    let text = one_line(&text.replace('*', " "));
    text.chars()
        .take(MOST)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

fn day(moment: &Moment, said: &str) -> String {
    // What stands in the place of `other` must not have slashes of its own.
    let other = said.replace('/', "–");
    let Side::At(point) = &moment.start else {
        return format!("///{other}");
    };
    let Some(year) = point.year().filter(|year| *year <= 9999) else {
        return format!("///{other}");
    };
    let two = |part: u8| {
        if part > 0 {
            format!("{part:02}")
        } else {
            String::new()
        }
    };
    let month = two(point.month().unwrap_or(0));
    let day = two(if month.is_empty() { 0 } else { point.day });
    // A season is no month, and an interval is more than its beginning.
    let plain = moment.sure().is_some() && point.season().is_none();
    let other = if plain { "" } else { &other };
    format!("{year:04}/{month}/{day}/{other}")
}
