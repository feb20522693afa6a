//! The reader's own words, in one language: looked up and filled in.
//!
//! Words: a *message* is a sentence or a piece of one, by its name in [`Word`];
//! a *part* is what is put in the place of a variable. The messages are written
//! in `words/*.ftl`; the press compiles each language into one file of lines, and
//! the reader loads the one it needs before anything is drawn. Here they are only
//! taken from the line and put together, natively and in the browser alike:
//!
//! - `$0` to `$9` stand for the parts;
//! - `|` lies between the forms of a message: one for each plural category of the
//!   language, or for each number it names.
//!
//! What it refuses to do: format by itself. Every order of words and every mark
//! between them is a message's.

use std::cell::Cell;

mod dates;
mod device;
mod list;
mod phrases;
mod tongue;

pub use dates::{date_in_words, dateline, machine_date, moment_name, year_name};
pub use device::DEVICE;
pub use list::{MESSAGES, PRINTED, WORDS, Word};
pub use phrases::{articles, number, problem, reading_time};
pub use tongue::{from_side_of, of_archive, of_article};

/// Lines before the first message: what the reader needs to know of the language.
pub const HEADER: usize = 8;

// Which line says what.
const TAG: usize = 0;
const DIRECTION: usize = 1;
const GROUP: usize = 2;
const GROUPED_FROM: usize = 3;
const RULES: usize = 4;
const PROBLEMS: usize = 5;
const LANGUAGES: usize = 6;
// 7 is the file about the device, for `static/device.js`.

type Lines = &'static [&'static str];

thread_local! {
    static LOADED: Cell<Lines> = const { Cell::new(&[]) };
    static ABOUT_PROBLEMS: Cell<Lines> = const { Cell::new(&[]) };
}

/// Takes a compiled file for the words of this thread. They are kept as long as
/// the program runs, since everything drawn points at them.
pub fn set(text: String) {
    LOADED.set(lines(text));
}

/// Takes the second file, which says what is wrong in archives.
pub fn set_problems(text: String) {
    ABOUT_PROBLEMS.set(lines(text));
}

fn lines(text: String) -> Lines {
    let text: &'static str = text.leak();
    text.split('\n').collect::<Vec<_>>().leak()
}

fn line(at: usize) -> &'static str {
    LOADED.get().get(at).copied().unwrap_or_default()
}

/// A message without variables.
#[must_use]
#[inline(never)]
pub fn say(word: Word) -> &'static str {
    line(HEADER + word as usize)
}

/// A message with its parts put in.
#[must_use]
pub fn fill(word: Word, parts: &[&str]) -> String {
    put(say(word), parts)
}

/// A message about so many of something, in the form the language has for that
/// number; `other` is its second part.
#[must_use]
pub fn counted(word: Word, count: usize, other: &str) -> String {
    put(form(say(word), category(count)), &[&number(count), other])
}

/// A message with one variable, as what stands before and after it.
#[must_use]
pub fn around(word: Word) -> (&'static str, &'static str) {
    let (before, after) = say(word).split_once('$').unwrap_or_default();
    (before, after.get(1..).unwrap_or_default())
}

/// One of a message's forms, by its place; the last where there is none.
#[inline(never)]
fn form(message: &'static str, at: usize) -> &'static str {
    let mut found = message;
    for (place, form) in message.split('|').enumerate() {
        found = form;
        if place == at {
            break;
        }
    }
    found
}

#[inline(never)]
fn put(message: &str, parts: &[&str]) -> String {
    let mut pieces = message.split('$');
    let mut said = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digit = piece.as_bytes().first().copied().unwrap_or_default();
        let part = parts.get(usize::from(digit.wrapping_sub(b'0')));
        said += part.unwrap_or(&"");
        said += piece.get(1..).unwrap_or_default();
    }
    said
}

/// The plural category of a number, as its place among the language's own. Each
/// rule is four numbers: where the remainder by the first lies from the second to
/// the third, the category is the fourth. 0 divides nothing; the first rule that
/// fits counts; where none does it is the last category.
fn category(count: usize) -> usize {
    let mut numbers = line(RULES).split(' ');
    let mut next = || numbers.next().and_then(|number| number.parse().ok());
    while let (Some(modulus), Some(from), Some(to), Some(at)) = (next(), next(), next(), next()) {
        let rest = if modulus == 0 { count } else { count % modulus };
        if from <= rest && rest <= to {
            return at;
        }
    }
    usize::MAX
}

/// A message by its number, as pages mark it.
#[must_use]
pub fn numbered(at: usize) -> &'static str {
    line(HEADER + at)
}

/// Whether a tag such as `en-GB` is of the words' language.
#[must_use]
pub fn speaks(tag: &str) -> bool {
    let rest = tag.strip_prefix(language());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// The language of the words, as BCP 47 names it.
#[must_use]
pub fn language() -> &'static str {
    line(TAG)
}

/// `ltr` or `rtl`.
#[must_use]
pub fn direction() -> &'static str {
    line(DIRECTION)
}

/// The file that says what is wrong in archives, relative to the folder.
#[must_use]
pub fn problems_file() -> &'static str {
    line(PROBLEMS)
}

/// Every language there are words for: its tag and its own name.
pub fn languages() -> impl Iterator<Item = (&'static str, &'static str)> {
    line(LANGUAGES)
        .split('|')
        .filter_map(|entry| entry.split_once(' '))
}
