//! Dates that are not EDTF but leave no doubt: RFC 822 and its kin.
//!
//! A date is taken only when its year has four digits (two in RFC 822) and its
//! month is a word or follows the year. `3/7/2003` is two dates, so it is none.

use super::english::MONTHS;
use crate::number::push_number;

/// Nothing longer is a date; it saves looking.
const LONGEST: usize = 64;

/// Two-digit years below this are of this century, as RFC 2822 reads them.
const CENTURY_TURNS: u32 = 50;

/// The date in EDTF.
pub(super) fn to_edtf(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let (mut year, mut month, mut day) = (None, None, None);
    let mut year_first = false;
    let parts = text
        .split_ascii_whitespace()
        .filter(|word| !is_time(word))
        .flat_map(|word| word.split(|c: char| !c.is_ascii_alphanumeric()));
    for part in parts {
        if part.is_empty() {
            continue;
        }
        match part.parse::<u32>() {
            Ok(value) if part.len() == 4 && year.is_none() => {
                year = Some(value);
                year_first = month.is_none() && day.is_none();
            }
            Ok(value) if year_first && month.is_none() => month = Some(value),
            Ok(value) if day.is_none() && part.len() <= 2 => day = Some(value),
            Ok(value) if month.is_some() && year.is_none() && part.len() == 2 => {
                year = Some(value + if value < CENTURY_TURNS { 2000 } else { 1900 });
            }
            // The rest is a time of day, once the date is whole.
            Ok(_) if year.is_some() && month.is_some() => break,
            Ok(_) => return None,
            Err(_) => {
                if let Some(named) = month_named(part) {
                    month = month.or(Some(named));
                } else if let Some(ordinal) = ordinal(part) {
                    day = day.or(Some(ordinal));
                } else if year.is_some() && month.is_some() {
                    break;
                }
            }
        }
    }
    let mut edtf = String::with_capacity(10);
    push_number(&mut edtf, u64::from(year?), 4);
    edtf.push('-');
    push_number(&mut edtf, u64::from(month?), 2);
    if let Some(day) = day {
        edtf.push('-');
        push_number(&mut edtf, u64::from(day), 2);
    }
    Some(edtf)
}

/// `10:15:02` is no day and no year, wherever it stands.
fn is_time(word: &str) -> bool {
    word.bytes()
        .position(|byte| byte == b':')
        .is_some_and(|at| at <= 2 && word.as_bytes()[..at].iter().all(u8::is_ascii_digit))
}

/// `Mar`, `March`, `march`, `Sept`: at least three letters of the name.
fn month_named(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|name| {
        word.len() >= 3
            && name
                .get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
    })?;
    u32::try_from(at + 1).ok()
}

/// `7th`.
fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    if !["st", "nd", "rd", "th"].contains(&ending) || digits.len() > 2 {
        return None;
    }
    digits.parse().ok()
}
