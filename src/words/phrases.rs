//! Small pieces of wording that several pages share.

use archive::Problem;

use crate::digits::digits;

use super::{ABOUT_PROBLEMS, GROUP, GROUPED_FROM, Word, category, counted, form, line, put, say};

/// Words read in a minute: about the mean of silent reading of English
/// non-fiction (Brysbaert 2019, 238 words a minute).
const WORDS_A_MINUTE: usize = 238;

/// `1 article`, `89 articles`, `11,868 articles`.
#[must_use]
pub fn articles(count: usize) -> String {
    counted(Word::Articles, count, "")
}

/// A number with its thousands parted as the language does it.
#[must_use]
pub fn number(count: usize) -> String {
    let digits = digits(count as i64);
    let from = line(GROUPED_FROM).parse().unwrap_or(usize::MAX);
    if digits.len() < from {
        return digits;
    }
    let mut said = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said += line(GROUP);
        }
        said.push(digit);
    }
    said
}

/// `7 min read`.
#[must_use]
pub fn reading_time(words: usize) -> String {
    counted(Word::ReadingTime, words.div_ceil(WORDS_A_MINUTE).max(1), "")
}

/// What is wrong, and what to do about it; that the words for it are missing,
/// where they could not be loaded.
#[must_use]
pub fn problem(problem: &Problem) -> (String, String) {
    let lines = ABOUT_PROBLEMS.get();
    let at = problem.line() * 2;
    let Some([message, step]) = lines.get(at..at + 2) else {
        return (say(Word::ProblemUnsaid).to_owned(), String::new());
    };
    let [one, other] = problem.quoted();
    let message = form(message, category(one.parse().unwrap_or(0)));
    (put(message, &[&one, &other]), (*step).to_owned())
}
