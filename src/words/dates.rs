//! Dates, years and months in words, and how a supplied date is marked.

use archive::{Article, DatePhrase, DateWords, Edtf};

use super::{Word, fill, form, say};
use crate::digits::digits;
use crate::state::filters::{Moment, YearOf};

/// The messages of an EDTF date, in the order of [`DatePhrase`].
const PHRASES: [Word; 12] = [
    Word::DateYear,
    Word::DateBce,
    Word::DateDecade,
    Word::DateMonth,
    Word::DateDay,
    Word::DateFirstDay,
    Word::DateAbout,
    Word::DateDoubtful,
    Word::DateSpan,
    Word::DateWideSpan,
    Word::DateAfter,
    Word::DateBefore,
    // Unknown, below.
];

struct Dates;

impl DateWords for Dates {
    fn month(&self, number: u8) -> String {
        month(number).to_owned()
    }

    fn phrase(&self, phrase: DatePhrase, parts: &[&str]) -> String {
        let word = PHRASES.get(phrase as usize);
        fill(word.copied().unwrap_or(Word::DateUnknown), parts)
    }
}

/// The name of a month, 1 to 12, or a season, 21 to 24.
fn month(number: u8) -> &'static str {
    let at = match number {
        21.. => number - 9,
        _ => number.wrapping_sub(1),
    };
    form(say(Word::Month), usize::from(at))
}

/// A date: `7 March 2003`, `2001–2005`.
#[must_use]
pub fn date_in_words(date: &Edtf) -> String {
    date.said(&Dates)
}

/// `July 2005`, `2005`.
#[must_use]
pub fn moment_name(moment: Moment) -> String {
    let year = year_name(YearOf::Year(moment.year));
    match moment.month {
        Some(number) => fill(Word::DateMonth, &[month(number), &year]),
        None => year,
    }
}

/// `2005`, `Undated`.
#[must_use]
pub fn year_name(year: YearOf) -> String {
    match year {
        YearOf::Year(year) => fill(Word::DateYear, &[&digits(year.into())]),
        YearOf::Undated => say(Word::UndatedYear).to_owned(),
    }
}

/// The dateline. A date the archivist supplied stands in square brackets, as
/// archival description does it (ISAD(G) 3.1.3, DACS 2.4.16), and is never more
/// than approximate.
#[must_use]
pub fn dateline(article: &Article) -> String {
    let Some(date) = &article.date else {
        return say(Word::Undated).to_owned();
    };
    let mut said = date_in_words(date);
    if !article.supplied.date {
        return said;
    }
    if !date.approximate() && !date.uncertain() {
        said = fill(Word::DateAbout, &[&said]);
    }
    ["[", &said, "]"].concat()
}

/// The date for `<time datetime>`, which knows days, months and years only.
#[must_use]
pub fn machine_date(date: &Edtf) -> Option<String> {
    use archive::Precision;
    let text = date.earliest().iso();
    let cut = |less: &str| {
        text.get(..text.len() - less.len())
            .unwrap_or_default()
            .to_owned()
    };
    match date.precision() {
        Precision::Day => Some(text.clone()),
        // A season is no month.
        Precision::Month => date.month().map(|_| cut("-07")),
        Precision::Year => Some(cut("-03-07")),
        Precision::Wide => None,
    }
}
