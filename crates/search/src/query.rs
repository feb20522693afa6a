//! A query: what somebody asked, as data.
//!
//! Groups that must all hold; a group is a choice of clauses, mostly of one.
//! [`parse`](crate::parse) reads it from what was typed and [`Query::print`]
//! writes it so that it reads the same again.

use crate::Field;
use crate::parse::read_bare;

/// What somebody asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// All wanted; of each, any clause will do. No group is empty.
    pub groups: Vec<Vec<Clause>>,
}

/// One thing asked for, or asked not to be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// True for `-word`.
    pub unwanted: bool,
    /// Where to look; everywhere when none.
    pub field: Option<Field>,
    /// What to look for.
    pub what: What,
}

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A word, with the forms it shares a stem with.
    Word(String),
    /// The beginning of a word.
    Prefix(String),
    /// Words one after the other, just so.
    Phrase(String),
    /// Characters as they stand, symbols and all.
    Literal(String),
    /// A stretch of time.
    Days(Span),
}

/// A stretch of time. A document belongs to it when it may be of any day in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// From the first through the last.
    Through(Option<Day>, Option<Day>),
    /// Earlier than the beginning of this.
    Before(Day),
    /// Later than the end of this.
    After(Day),
}

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// 0 to 9999.
    pub year: u16,
    /// 1 to 12; 0 for the whole year.
    pub month: u8,
    /// 1 to 31; 0 for the whole month.
    pub day: u8,
}

impl Day {
    /// The first day of it, as year × 10,000 + month × 100 + day.
    #[must_use]
    pub fn first(self) -> i32 {
        i32::from(self.year) * 10_000 + i32::from(self.month) * 100 + i32::from(self.day)
    }

    /// The last day of it, likewise, with 99 for what is open.
    #[must_use]
    pub fn last(self) -> i32 {
        let open = match (self.month, self.day) {
            (0, _) => 9_999,
            (_, 0) => 99,
            _ => 0,
        };
        self.first() + open
    }
}

impl Span {
    /// First and last day.
    #[must_use]
    pub fn days(self) -> (i32, i32) {
        match self {
            Self::Through(from, to) => (
                from.map_or(i32::MIN, Day::first),
                to.map_or(i32::MAX, Day::last),
            ),
            Self::Before(day) => (i32::MIN, day.first() - 1),
            Self::After(day) => (day.last() + 1, i32::MAX),
        }
    }
}

impl Query {
    /// The query as one might type it: reads the same again.
    #[must_use]
    pub fn print(&self) -> String {
        let mut out = String::new();
        for group in &self.groups {
            for (at, clause) in group.iter().enumerate() {
                if !out.is_empty() {
                    out.push(' ');
                }
                if at > 0 {
                    out.push_str("OR ");
                }
                clause.print(&mut out);
            }
        }
        if let Some(Clause {
            what: What::Word(_),
            ..
        }) = self.groups.last().and_then(|group| group.last())
        {
            // A word with nothing after it is a word being typed.
            out.push(' ');
        }
        out
    }
}

impl Clause {
    fn print(&self, out: &mut String) {
        if self.unwanted {
            out.push('-');
        }
        let field = match self.field {
            None => "",
            Some(Field::Headline) => "title:",
            Some(Field::Summary) => "summary:",
            Some(Field::Body) => "body:",
            Some(Field::Topics) => "topic:",
            Some(Field::Authors) => "author:",
        };
        out.push_str(field);
        match &self.what {
            What::Word(word) => out.push_str(word),
            What::Prefix(word) => {
                out.push_str(word);
                out.push('*');
            }
            What::Literal(text)
                if !text.contains(|c: char| c.is_whitespace() || c == ':')
                    && read_bare(text) == Some(self.what.clone()) =>
            {
                out.push_str(text);
            }
            What::Phrase(text) | What::Literal(text) => {
                out.push('"');
                out.push_str(text);
                out.push('"');
            }
            What::Days(Span::Before(day)) => {
                out.push_str("before:");
                print_day(*day, out);
            }
            What::Days(Span::After(day)) => {
                out.push_str("after:");
                print_day(*day, out);
            }
            What::Days(Span::Through(from, to)) => {
                if let Some(day) = from {
                    print_day(*day, out);
                }
                out.push_str("..");
                if let Some(day) = to {
                    print_day(*day, out);
                }
            }
        }
    }
}

fn print_day(day: Day, out: &mut String) {
    for place in [1000, 100, 10, 1] {
        push_digit(day.year / place, out);
    }
    for part in [day.month, day.day] {
        if part > 0 {
            out.push('-');
            push_digit(u16::from(part) / 10, out);
            push_digit(u16::from(part), out);
        }
    }
}

fn push_digit(number: u16, out: &mut String) {
    out.push(char::from(b'0' + (number % 10) as u8));
}
