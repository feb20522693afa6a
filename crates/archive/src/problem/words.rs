//! Which sentences are said about each problem, and with which words of the file.
//!
//! The sentences stand in `words/*-problems.ftl`. A reader loads them when there
//! is a problem to show; tools that print in English ask [`Problem::message`].

use super::{Problem, ProblemKind as Kind};
use crate::number::number_text;

/// Every sentence's name and what it quotes, in the order of [`Problem::line`].
pub const PROBLEMS: &[(&str, &[&str])] = &[
    ("empty", &[]),
    ("gzip", &[]),
    ("zip", &[]),
    ("pdf", &[]),
    ("html-page", &[]),
    ("xml-feed", &[]),
    ("xml", &[]),
    ("not-json", &["text"]),
    ("not-an-archive", &[]),
    ("json-lines", &[]),
    ("curly-quotes", &[]),
    ("newer", &["version"]),
    ("too-large", &[]),
    ("utf16", &[]),
    ("not-utf8", &["count"]),
    ("cut", &[]),
    ("cut-article", &[]),
    ("comment", &[]),
    ("trailing-comma", &[]),
    ("extra-comma", &[]),
    ("missing-comma", &[]),
    ("stray-quote", &[]),
    ("missing-colon", &[]),
    ("missing-value", &[]),
    ("wrong-bracket", &[]),
    ("unquoted", &[]),
    ("control-character", &[]),
    ("bad-escape", &[]),
    ("lone-surrogate", &[]),
    ("unexpected", &["letter"]),
    ("after-end", &[]),
    ("not-json-feed", &[]),
    ("no-title", &[]),
    ("no-items", &[]),
    ("items-not-list", &[]),
    ("bare-list", &[]),
    ("too-long", &[]),
    ("not-an-article", &[]),
    ("empty-article", &[]),
    ("no-id", &["id"]),
    ("duplicate-id", &["id", "other"]),
    ("bad-date", &["date"]),
    ("loose-date", &["date", "other"]),
    ("bad-address", &["address"]),
    ("bad-email", &["text"]),
    ("bad-language", &["text"]),
    ("bad-slug", &["slug"]),
    ("taken-slug", &["slug"]),
    ("unknown-article", &["id"]),
    ("unknown-supplied", &["word"]),
    ("invisible", &[]),
    ("more", &["count"]),
    ("too-many-articles", &["most"]),
    ("too-many-topics", &["most"]),
    ("too-many-authors", &["most"]),
    ("too-many-pointers", &["most"]),
    ("too-many-words", &["most"]),
    ("too-many-lines", &["most"]),
    ("wanted-text", &[]),
    ("wanted-list", &[]),
    ("wanted-object", &[]),
    ("wanted-truth", &[]),
    ("wanted-one", &[]),
];

/// The English sentences.
const ENGLISH: &str = include_str!("../../../../words/en-problems.ftl");

impl Problem {
    /// The place in [`PROBLEMS`] of what is said about this one.
    #[must_use]
    pub fn line(&self) -> usize {
        match self.kind {
            Kind::Empty => 0,
            Kind::Gzip => 1,
            Kind::Zip => 2,
            Kind::Pdf => 3,
            Kind::HtmlPage => 4,
            Kind::XmlFeed => 5,
            Kind::Xml => 6,
            Kind::NotJson(_) => 7,
            Kind::NotAnArchive => 8,
            Kind::JsonLines => 9,
            Kind::CurlyQuotes => 10,
            Kind::Newer(_) => 11,
            Kind::TooLarge => 12,
            Kind::Utf16 => 13,
            Kind::NotUtf8(_) => 14,
            Kind::Cut => 15,
            Kind::CutArticle => 16,
            Kind::Comment => 17,
            Kind::TrailingComma => 18,
            Kind::ExtraComma => 19,
            Kind::MissingComma => 20,
            Kind::StrayQuote => 21,
            Kind::MissingColon => 22,
            Kind::MissingValue => 23,
            Kind::WrongBracket => 24,
            Kind::Unquoted => 25,
            Kind::ControlCharacter => 26,
            Kind::BadEscape => 27,
            Kind::LoneSurrogate => 28,
            Kind::Unexpected(_) => 29,
            Kind::AfterEnd => 30,
            Kind::NotJsonFeed => 31,
            Kind::NoTitle => 32,
            Kind::NoItems => 33,
            Kind::ItemsNotList => 34,
            Kind::BareList => 35,
            Kind::TooLong => 36,
            Kind::NotAnArticle => 37,
            Kind::EmptyArticle => 38,
            Kind::NoId(_) => 39,
            Kind::DuplicateId(..) => 40,
            Kind::BadDate(_) => 41,
            Kind::LooseDate(..) => 42,
            Kind::BadAddress(_) => 43,
            Kind::BadEmail(_) => 44,
            Kind::BadLanguage(_) => 45,
            Kind::BadSlug(_) => 46,
            Kind::TakenSlug(_) => 47,
            Kind::UnknownArticle(_) => 48,
            Kind::UnknownSupplied(_) => 49,
            Kind::Invisible => 50,
            Kind::More(_) => 51,
            Kind::TooMany(what, _) => 52 + what as usize,
            Kind::WrongType(wanted) => 58 + wanted as usize,
        }
    }

    /// What the sentence quotes, in the order [`PROBLEMS`] names it; empty where
    /// it quotes less than two things.
    #[must_use]
    pub fn quoted(&self) -> [String; 2] {
        let (one, two) = match &self.kind {
            Kind::NotJson(text)
            | Kind::Newer(text)
            | Kind::NoId(text)
            | Kind::BadDate(text)
            | Kind::BadAddress(text)
            | Kind::BadEmail(text)
            | Kind::BadLanguage(text)
            | Kind::BadSlug(text)
            | Kind::TakenSlug(text)
            | Kind::UnknownArticle(text)
            | Kind::UnknownSupplied(text) => (text.clone(), ""),
            Kind::DuplicateId(text, other) | Kind::LooseDate(text, other) => {
                (text.clone(), other.as_str())
            }
            Kind::Unexpected(found) => ((*found).into(), ""),
            Kind::NotUtf8(count) | Kind::More(count) | Kind::TooMany(_, count) => {
                (number_text(u64::from(*count)), "")
            }
            _ => (String::new(), ""),
        };
        [one, two.to_owned()]
    }

    /// What was wrong, in one English sentence.
    #[must_use]
    pub fn message(&self) -> String {
        let (name, variables) = PROBLEMS[self.line()];
        let mut message = english(name, " = ");
        for (variable, text) in variables.iter().zip(self.quoted()) {
            message = message.replace(&["{ $", variable, " }"].concat(), &text);
        }
        message
    }

    /// What to do about it, in one English sentence.
    #[must_use]
    pub fn next_step(&self) -> String {
        english(PROBLEMS[self.line()].0, "    .step = ")
    }
}

/// What follows `before` in the two lines of a message.
fn english(name: &str, before: &str) -> String {
    let mut lines = ENGLISH.lines();
    let own = |line: &'static str| {
        line.strip_prefix(name)
            .filter(|rest| rest.starts_with(" = "))
    };
    let first = lines.find_map(own);
    let mut both = first.into_iter().chain(lines.next());
    let text = both.find_map(|line| line.strip_prefix(before));
    // Brackets are quoted in Fluent.
    let text = text.unwrap_or_default().replace("{\"{\"}", "{");
    text.replace("{\"}\"}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Listed, Place, Severity, Wanted};

    fn problem(kind: Kind) -> Problem {
        Problem {
            place: Place::default(),
            severity: Severity::Dropped,
            kind,
        }
    }

    fn place(kind: Kind) -> usize {
        problem(kind).line()
    }

    fn said(kind: Kind) -> String {
        let problem = problem(kind);
        [problem.message(), problem.next_step()].join(" ")
    }

    #[test]
    fn every_name_has_a_message_and_a_step() {
        for (name, variables) in PROBLEMS {
            let (message, step) = (english(name, " = "), english(name, "    .step = "));
            assert!(message.ends_with('.') && step.ends_with('.'), "{name}");
            assert_eq!(message.matches("{ $").count(), variables.len(), "{name}");
            assert!(!step.contains('$'), "{name}");
        }
        let last = Kind::WrongType(Wanted::One);
        assert_eq!(place(last), PROBLEMS.len() - 1);
        assert_eq!(
            PROBLEMS[place(Kind::WrongType(Wanted::Text))].0,
            "wanted-text"
        );
        assert_eq!(
            PROBLEMS[place(Kind::TooMany(Listed::Lines, 1))].0,
            "too-many-lines"
        );
    }

    #[test]
    fn kinds_have_their_own_words() {
        let text = || "x".to_owned();
        for (kind, wanted) in [
            (Kind::Empty, "is empty"),
            (Kind::Xml, "XML"),
            (Kind::NotJson(text()), "begins with “x”"),
            (Kind::JsonLines, "JSON Lines"),
            (Kind::CurlyQuotes, "straight ones: \"."),
            (Kind::Newer(text()), "version “x”"),
            (Kind::TooLarge, "Split it"),
            (Kind::NotUtf8(3), "3 of the file"),
            (Kind::Cut, "its end is missing"),
            (Kind::Comment, "JSON has none"),
            (Kind::StrayQuote, "as \\\", and"),
            (Kind::Unquoted, "JSON has no others"),
            (Kind::ControlCharacter, "as \\n and a tab as \\t"),
            (Kind::BadEscape, "as \\\\."),
            (Kind::Unexpected('é'), "“é”"),
            (Kind::AfterEnd, "follows the end"),
            (Kind::BareList, "bare list"),
            (Kind::TooMany(Listed::Topics, 7), "more than 7 topics"),
            (Kind::TooLong, "was cut"),
            (Kind::NoId(text()), "given “x”"),
            (
                Kind::DuplicateId(text(), "y".to_owned()),
                "“x” was already taken; the article was given “y”",
            ),
            (
                Kind::LooseDate(text(), "y".to_owned()),
                "“x” was read as “y”",
            ),
            (Kind::BadEmail(text()), "e-mail"),
            (Kind::TakenSlug(text()), "taken by another"),
            (Kind::UnknownSupplied(text()), "“supplied”"),
            (Kind::Invisible, "invisible"),
            (Kind::More(9), "And 9 more"),
            (
                Kind::WrongType(Wanted::Text),
                "should be a text. Write it as one text",
            ),
            (
                Kind::WrongType(Wanted::List),
                "should be a list. Put it between “[”",
            ),
            (
                Kind::WrongType(Wanted::Object),
                "should be an object. Write it as an object",
            ),
            (
                Kind::WrongType(Wanted::Truth),
                "should be true or false. Write it plainly",
            ),
            (
                Kind::WrongType(Wanted::One),
                "should be the number 1. Write it plainly",
            ),
        ] {
            let words = said(kind);
            assert!(words.contains(wanted), "{words}");
        }
    }
}
