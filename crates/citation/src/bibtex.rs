//! BibTeX, and BibLaTeX, in one record.
//!
//! Sources: Patashnik, *BibTeXing* (1988), and the BibLaTeX manual (3.20), sections
//! 2.3.8 (dates) and 3.3. The text is UTF-8. The ten characters that TeX takes for
//! its own are written as commands; braces too, since BibTeX counts them whatever
//! stands before. A headline stands in braces of its own, because styles change
//! the case of titles and nobody can tell which of its capitals are names.
//!
//! A date is told twice. `date` is for BibLaTeX, which reads EDTF: `2005-07~` is
//! printed as about July 2005. BibTeX knows `year` and `month` only: those are a
//! number and a month for a date that is sure, and otherwise `year` is the date as
//! it is said in words.

use crate::moment::{Moment, Side};
use crate::name::{Name, read};
use crate::work::{Work, address, one_line};

/// BibTeX's own names of the months, which every style defines.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// The record.
#[must_use]
pub fn bibtex(work: &Work<'_>) -> String {
    let mut out = format!("@article{{{},\n", work.key());
    let mut raw = |name: &str, value: &str| {
        out.push_str(&format!("  {name:<12} = {value},\n"));
    };
    let braced = |text: &str| format!("{{{text}}}");
    let names: Vec<String> = work
        .authors
        .iter()
        .map(|name| one_line(name))
        .filter(|name| !name.is_empty())
        .map(|name| author(&name))
        .collect();
    if !names.is_empty() {
        raw("author", &braced(&names.join(" and ")));
    }
    raw("title", &braced(&braced(&escaped(work.title))));
    raw("journal", &braced(&escaped(work.periodical)));
    raw("entrysubtype", "{magazine}");
    if let Some(date) = work.date {
        let moment = Moment::of(date, work.supplied);
        raw("date", &braced(&biblatex_date(&moment)));
        let year = |text: &str| braced(&escaped(text));
        match moment
            .sure()
            .map(|point| (point, point.year(), point.season()))
        {
            Some((point, Some(number), None)) => {
                raw("year", &year(&number.to_string()));
                let month = point
                    .month()
                    .and_then(|month| MONTHS.get(usize::from(month) - 1));
                if let Some(month) = month {
                    raw("month", month);
                }
            }
            _ if !work.date_said.is_empty() => raw("year", &year(&work.date_said)),
            _ => raw("year", &year(&moment.edtf())),
        }
    }
    let rest = [
        ("language", escaped(work.language.unwrap_or_default())),
        // The address stands as it is: BibLaTeX takes it as it stands, and styles of
        // BibTeX put it in `\url`, which does.
        ("url", address(work.address.as_deref().unwrap_or_default())),
        ("abstract", escaped(work.summary.unwrap_or_default())),
        ("keywords", escaped(&work.topics.join(", "))),
        // Kept by programs and printed by no style.
        ("annote", escaped(&work.remark)),
    ];
    for (name, value) in rest {
        if !value.is_empty() {
            raw(name, &braced(&value));
        }
    }
    out.push_str("}\n");
    out
}

/// A body's name stands in braces, so that neither its words nor an “and” in it are
/// taken apart.
fn author(name: &str) -> String {
    match read(name) {
        Name::Whole(name) => format!("{{{}}}", escaped(name)),
        Name::Person {
            given,
            particle,
            family,
            suffix,
        } => {
            let family = escaped([particle, family].join(" ").trim());
            let given = escaped(&given);
            if suffix.is_empty() {
                format!("{family}, {given}")
            } else {
                format!("{family}, {}, {given}", escaped(&suffix))
            }
        }
    }
}

/// A text on one line with TeX's characters as commands.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            letter => out.push(letter),
        }
    }
    out
}

/// BibLaTeX writes a long year with a small `y`, and an end nobody knows as it
/// writes an open one's other way: nothing.
fn biblatex_date(moment: &Moment) -> String {
    debug_assert!(
        !matches!((&moment.start, &moment.end), (Side::Open, Some(Side::Open))),
        "an interval has a date on one side"
    );
    moment.edtf().replace('Y', "y")
}
