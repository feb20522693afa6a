//! Dates in English, for feeds that write months out and for tools that print.
//!
//! What readers see comes from `words/*.ftl`.

use super::{DatePhrase, DateWords, Edtf};

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

struct English;

impl DateWords for English {
    fn month(&self, number: u8) -> String {
        let name = match number {
            21.. => SEASONS.get(usize::from(number) - 21),
            _ => MONTHS.get(usize::from(number).wrapping_sub(1)),
        };
        name.map_or_else(String::new, |&name| name.to_owned())
    }

    fn phrase(&self, phrase: DatePhrase, parts: &[&str]) -> String {
        // Each digit stands for a part.
        let pattern = match phrase {
            DatePhrase::Year => "0",
            DatePhrase::BeforeCommonEra => "0 BCE",
            DatePhrase::Decade => "0s",
            DatePhrase::Month => "0 1",
            DatePhrase::Day | DatePhrase::FirstDay => "0 1 2",
            DatePhrase::About => "c. 0",
            DatePhrase::Doubtful => "0?",
            DatePhrase::Span => "0–1",
            DatePhrase::WideSpan => "0 – 1",
            DatePhrase::After => "after 0",
            DatePhrase::Before => "before 0",
            DatePhrase::Unknown => "?",
        };
        let mut said = String::new();
        for letter in pattern.chars() {
            match letter.to_digit(10) {
                Some(at) => said += parts.get(at as usize).unwrap_or(&""),
                None => said.push(letter),
            }
        }
        said
    }
}

impl Edtf {
    /// In English: `7 March 2003`, `c. July 2005`, `2003?`, `2001–2005`.
    #[must_use]
    pub fn readable(&self) -> String {
        self.said(&English)
    }
}
