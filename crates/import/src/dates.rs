//! Dates as sources write them, beyond what the archive's own reader takes.
//!
//! Days as numbers in the order a place prefers, months by name in a dozen
//! languages, Chinese and Japanese dates, Unix time. A date that may be two is
//! read as far as it is certain. The day is kept as it is written, whatever
//! the time zone, as everywhere in an archive.

use archive::Edtf;

use crate::problem::{Kind, Severity, quoted};

/// Nothing longer is a date.
const LONGEST: usize = 80;

/// Unix times from 1990 to 2038: smaller numbers are something else.
const UNIX: std::ops::Range<i64> = 631_152_000..2_145_916_800;

/// How month names begin in English, German, French, Spanish, Italian,
/// Portuguese, Dutch, the Scandinavian languages, Polish, Russian. Longer
/// beginnings stand before shorter ones they contain.
#[rustfmt::skip]
const MONTHS: &[(&str, u8)] = &[
    ("jan", 1), ("jän", 1), ("ene", 1), ("gen", 1), ("sty", 1), ("янв", 1), ("feb", 2), ("fév", 2),
    ("fev", 2), ("lut", 2), ("фев", 2), ("mär", 3), ("mar", 3), ("maa", 3), ("mrt", 3), ("мар", 3),
    ("apr", 4), ("avr", 4), ("abr", 4), ("kwi", 4), ("апр", 4), ("mai", 5), ("may", 5), ("mag", 5),
    ("mei", 5), ("maj", 5), ("мая", 5), ("май", 5), ("juin", 6), ("jun", 6), ("giu", 6), ("cze", 6),
    ("июн", 6), ("juil", 7), ("jul", 7), ("lug", 7), ("lip", 7), ("июл", 7), ("aug", 8), ("aoû", 8),
    ("aou", 8), ("ago", 8), ("sie", 8), ("авг", 8), ("sep", 9), ("set", 9), ("wrz", 9), ("сен", 9),
    ("oct", 10), ("okt", 10), ("ott", 10), ("out", 10), ("paź", 10), ("окт", 10), ("nov", 11),
    ("lis", 11), ("ноя", 11), ("dec", 12), ("déc", 12), ("dez", 12), ("dic", 12), ("des", 12),
    ("gru", 12), ("дек", 12),
    // Turkish, Czech, Finnish, Ukrainian, Greek, Arabic of both kinds, Hebrew.
    ("ocak", 1), ("şub", 2), ("nis", 4), ("haz", 6), ("tem", 7), ("ağu", 8), ("eyl", 9), ("eki", 10),
    ("kas", 11), ("ara", 12), ("ledn", 1), ("lede", 1), ("úno", 2), ("břez", 3), ("dub", 4),
    ("květ", 5), ("červenc", 7), ("červ", 6), ("srp", 8), ("září", 9), ("říj", 10), ("pros", 12),
    ("tammi", 1), ("helmi", 2), ("huhti", 4), ("touko", 5), ("kesä", 6), ("heinä", 7), ("elo", 8),
    ("syys", 9), ("loka", 10), ("marras", 11), ("joulu", 12), ("січ", 1), ("лют", 2), ("бер", 3),
    ("кві", 4), ("тра", 5), ("чер", 6), ("лип", 7), ("сер", 8), ("вер", 9), ("жов", 10), ("гру", 12),
    ("ιαν", 1), ("φεβ", 2), ("μαρ", 3), ("μάρ", 3), ("απρ", 4), ("μαΐ", 5), ("μάι", 5), ("ιουν", 6),
    ("ιούν", 6), ("ιουλ", 7), ("ιούλ", 7), ("αυγ", 8), ("αύγ", 8), ("σεπ", 9), ("οκτ", 10),
    ("νοε", 11), ("νοέ", 11), ("δεκ", 12), ("يناير", 1), ("فبراير", 2), ("مارس", 3), ("أبريل", 4),
    ("ابريل", 4), ("إبريل", 4), ("مايو", 5), ("يونيو", 6), ("يوليو", 7), ("أغسطس", 8), ("اغسطس", 8),
    ("سبتمبر", 9), ("أكتوبر", 10), ("اكتوبر", 10), ("نوفمبر", 11), ("ديسمبر", 12), ("شباط", 2),
    ("آذار", 3), ("نيسان", 4), ("أيار", 5), ("حزيران", 6), ("تموز", 7), ("آب", 8), ("أيلول", 9),
    ("ינואר", 1), ("פברואר", 2), ("מרץ", 3), ("מרס", 3), ("אפריל", 4), ("מאי", 5), ("יוני", 6),
    ("יולי", 7), ("אוגוסט", 8), ("ספטמבר", 9), ("אוקטובר", 10), ("נובמבר", 11), ("דצמבר", 12),
];

/// The longest name of a month, in letters.
const LONGEST_MONTH: usize = 12;

/// A date, and what is to be said about how it was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Read {
    /// The date.
    pub date: Option<Edtf>,
    /// What to say.
    pub remark: Option<(Severity, Kind)>,
}

/// Reads a date. An empty text and the zero date of databases are none, and
/// nothing is said of them.
#[must_use]
pub fn read(text: &str) -> Read {
    let plain: String = text.trim().chars().map(ascii_digit).collect();
    let text = plain.as_str();
    if text.is_empty() || text.starts_with("0000-00-00") || text == "0" {
        return Read::default();
    }
    let sure = |date| Read {
        date: Some(date),
        remark: None,
    };
    if let Some(date) = Edtf::parse(text)
        .filter(|_| !text.bytes().all(|byte| byte.is_ascii_digit()) || text.len() == 4)
    {
        return sure(date);
    }
    if text.len() <= LONGEST {
        if let Some(date) = Edtf::parse_loose(text)
            .or_else(|| named(text))
            .or_else(|| east_asian(text))
        {
            return sure(date);
        }
        if let Some(read) = numbers(text).or_else(|| digits(text)) {
            return read;
        }
    }
    Read {
        date: None,
        remark: Some((Severity::Dropped, Kind::BadDate(quoted(text)))),
    }
}

/// A digit of another script as ours: Arabic, Persian, Devanagari, full-width.
fn ascii_digit(letter: char) -> char {
    let zero = match letter {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        '\u{966}'..='\u{96F}' => 0x966,
        '\u{FF10}'..='\u{FF19}' => 0xFF10,
        _ => return letter,
    };
    char::from_digit(u32::from(letter) - zero, 10).unwrap_or(letter)
}

/// Whether [`read`] leaves no doubt about a text.
#[must_use]
pub fn is_sure(text: &str) -> bool {
    !matches!(read(text).remark, Some((Severity::Dropped, _)))
}

fn day(year: i64, month: i64, day: i64) -> Option<Edtf> {
    Edtf::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// `7. März 2003`, `mars 2003`, `7 de marzo de 2003`, `le 1er mai 2003, 10h`.
fn named(text: &str) -> Option<Edtf> {
    let lower = text.to_lowercase();
    let parts: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let at = parts.iter().position(|part| month(part).is_some())?;
    let month = month(parts[at])?;
    let number = |part: &&str| {
        let digits = part.trim_end_matches(char::is_alphabetic);
        digits.parse::<i64>().ok().filter(|_| digits.len() <= 4)
    };
    let year = parts
        .iter()
        .skip(at + 1)
        .chain(&parts[..at])
        .find_map(|part| number(part).filter(|_| part.len() == 4))?;
    let before = parts[..at].iter().rev().take(2).find_map(number);
    let after = parts
        .get(at + 1)
        .and_then(number)
        .filter(|_| parts[at + 1].len() <= 4);
    let of_month = |number: i64| (1..=31).contains(&number).then_some(number);
    match before.and_then(of_month).or(after.and_then(of_month)) {
        Some(of_month) => day(year, i64::from(month), of_month),
        None => Edtf::parse(&format!("{year:04}-{month:02}")),
    }
}

/// Whether a word begins as the name of a month does.
#[must_use]
pub fn is_month(word: &str) -> bool {
    month(&word.to_lowercase()).is_some()
}

fn month(word: &str) -> Option<u8> {
    let fits = |start: &str| {
        word.starts_with(start)
            && word.chars().count() <= LONGEST_MONTH
            && !word.bytes().any(|byte| byte.is_ascii_digit())
    };
    MONTHS
        .iter()
        .find(|(start, _)| fits(start))
        .map(|(_, month)| *month)
}

/// `2003年3月7日`, with or without the day.
fn east_asian(text: &str) -> Option<Edtf> {
    let (year, rest) = text.split_once(['年', '년'])?;
    let (month, rest) = rest.split_once(['月', '월'])?;
    let number = |text: &str| text.trim().parse::<i64>().ok();
    let (year, month) = (number(year)?, number(month)?);
    match rest
        .split_once(['日', '일'])
        .and_then(|(day, _)| number(day))
    {
        Some(of_month) => day(year, month, of_month),
        None => Edtf::parse(&format!("{year:04}-{month:02}")),
    }
}

/// `07.03.2003` is a day first wherever dots are used; `3/25/2003` and
/// `25/3/2003` can only be one day; `3/4/2003` is two.
fn numbers(text: &str) -> Option<Read> {
    let date = text.split([' ', 'T', ',']).next()?;
    let dots = date.contains('.');
    let parts: Vec<i64> = date
        .split(['/', '.', '-'])
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let [first, second, year] = parts[..] else {
        return None;
    };
    let length = date.rsplit(['/', '.', '-']).next()?.len();
    let year = match (length, year) {
        (4, year) => year,
        // As RFC 2822 reads years of two digits.
        (2, 0..=49) => 2000 + year,
        (2, _) => 1900 + year,
        _ => return None,
    };
    let found = match (first > 12, second > 12) {
        _ if dots || first == second => day(year, second, first),
        (true, false) => day(year, second, first),
        (false, true) => day(year, first, second),
        _ => {
            let date = Edtf::parse(&format!("{year:04}"));
            let remark = Some((Severity::Dropped, Kind::AmbiguousDate(quoted(text))));
            return date.is_some().then_some(Read { date, remark });
        }
    };
    let date = found?;
    let remark = Some((
        Severity::Repaired,
        Kind::LooseDate(quoted(text), date.source().to_owned()),
    ));
    Some(Read {
        date: Some(date),
        remark,
    })
}

/// `20030307`, or seconds or thousandths since 1970.
fn digits(text: &str) -> Option<Read> {
    let digits = text.strip_prefix('@').unwrap_or(text);
    let number: i64 = digits.parse().ok()?;
    let date = match digits.len() {
        8 => day(number / 10_000, number / 100 % 100, number % 100)?,
        9 | 10 if UNIX.contains(&number) => unix(number)?,
        12 | 13 if UNIX.contains(&(number / 1000)) => unix(number / 1000)?,
        14 => {
            let number = number / 1_000_000;
            day(number / 10_000, number / 100 % 100, number % 100)?
        }
        _ => return None,
    };
    let remark = Some((
        Severity::Repaired,
        Kind::LooseDate(quoted(text), date.source().to_owned()),
    ));
    Some(Read {
        date: Some(date),
        remark,
    })
}

/// The day of a Unix time, by Howard Hinnant's `civil_from_days`
/// ("chrono-Compatible Low-Level Date Algorithms", 2013).
fn unix(seconds: i64) -> Option<Edtf> {
    let days = seconds.div_euclid(86_400) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    day(year, month, of_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: Option<&str>, remarked: bool) {
        let read = read(text);
        assert_eq!(read.date.as_ref().map(Edtf::source), wanted, "{text}");
        assert_eq!(read.remark.is_some(), remarked, "{text}");
    }

    #[test]
    fn certain_dates() {
        for (text, wanted) in [
            ("2003-03-07", "2003-03-07"),
            ("2003-03-07 10:00:00", "2003-03-07"),
            ("2003-03-07T23:30:00-05:00", "2003-03-07"),
            ("Fri, 07 Mar 2003 10:00:00 GMT", "2003-03-07"),
            ("Fri, 7 Mar 03 10:00 EST", "2003-03-07"),
            ("March 7, 2003", "2003-03-07"),
            ("7. März 2003", "2003-03-07"),
            ("Freitag, 7. Mär. 2003, 10:15 Uhr", "2003-03-07"),
            ("le 1er mai 2003", "2003-05-01"),
            ("7 juillet 2003 à 10h", "2003-07-07"),
            ("7 de marzo de 2003", "2003-03-07"),
            ("marzo 2003", "2003-03"),
            ("7 марта 2003", "2003-03-07"),
            ("2003年3月7日", "2003-03-07"),
            ("2003년 3월", "2003-03"),
            ("2005-07~", "2005-07~"),
            ("2003", "2003"),
        ] {
            check(text, Some(wanted), false);
        }
    }

    #[test]
    fn dates_to_remark_on() {
        for (text, wanted) in [
            ("07.03.2003", Some("2003-03-07")),
            ("25/3/2003 10:00", Some("2003-03-25")),
            ("3/25/03", Some("2003-03-25")),
            ("03/03/2003", Some("2003-03-03")),
            ("03/04/2003", Some("2003")),
            ("20030307", Some("2003-03-07")),
            ("1047031200", Some("2003-03-07")),
            ("1047031200000", Some("2003-03-07")),
            ("soon", None),
            ("2003-02-30", None),
            ("31.02.2003", None),
        ] {
            check(text, wanted, true);
        }
    }

    #[test]
    fn no_dates() {
        for text in ["", "  ", "0000-00-00 00:00:00", "0"] {
            check(text, None, false);
        }
    }
}
