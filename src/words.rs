//! Small pieces of wording that several pages share: numbers with their noun,
//! months, years, and how a supplied fact is marked.

use archive::{Article, Edtf};

use crate::state::filters::{Moment, YearOf};

/// Words read in a minute: about the mean of silent reading of English
/// non-fiction (Brysbaert 2019, 238 words a minute).
const WORDS_A_MINUTE: usize = 238;

const MONTHS: [&str; 12] = [
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

/// `1 article`, `89 articles`, `11,868 articles`.
#[must_use]
pub fn articles(count: usize) -> String {
    let noun = if count == 1 { "article" } else { "articles" };
    format!("{} {noun}", number(count))
}

/// A number with its thousands parted.
#[must_use]
pub fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `July 2005`, `2005`.
#[must_use]
pub fn moment_name(moment: Moment) -> String {
    let month = moment
        .month
        .and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)));
    match month {
        Some(month) => format!("{month} {}", moment.year),
        None => moment.year.to_string(),
    }
}

/// `2005`, `Undated`.
#[must_use]
pub fn year_name(year: YearOf) -> String {
    match year {
        YearOf::Year(year) => year.to_string(),
        YearOf::Undated => "Undated".to_owned(),
    }
}

/// The dateline. A date the archivist supplied stands in square brackets, as
/// archival description does it (ISAD(G) 3.1.3, DACS 2.4.16), and is never more
/// than approximate.
#[must_use]
pub fn dateline(article: &Article) -> String {
    let Some(date) = &article.date else {
        return "undated".to_owned();
    };
    let said = date.readable();
    if !article.supplied.date {
        return said;
    }
    if date.approximate() || date.uncertain() {
        format!("[{said}]")
    } else {
        format!("[c. {said}]")
    }
}

/// The date for `<time datetime>`, which knows days, months and years only.
#[must_use]
pub fn machine_date(date: &Edtf) -> Option<String> {
    use archive::Precision;
    let day = date.earliest();
    match date.precision() {
        Precision::Day => Some(day.iso()),
        Precision::Month => date
            .month()
            .map(|(year, month)| format!("{year:04}-{month:02}")),
        Precision::Year => date.year().map(|year| format!("{year:04}")),
        Precision::Wide => None,
    }
}

/// `7 min read`.
#[must_use]
pub fn reading_time(words: usize) -> String {
    format!("{} min read", words.div_ceil(WORDS_A_MINUTE).max(1))
}
