//! What is said about each problem, in English, to a publisher.
//!
//! Every sentence of the crate stands in this file. A message says what was
//! wrong; a next step says what to do and gives an example where it can. They
//! are one text, a line for each kind, and not code for each: that is half the
//! bytes in a reader's download.

use super::{Problem, ProblemKind as Kind};
use crate::number::number_text;

/// For each kind, in the order of [`line`]: the message, `|`, the next step.
/// In a message `$` stands for the first thing it quotes and `#` for the
/// second.
const WORDS: &str = "\
The file is empty.|Put the archive in it, or check that the download or copy was finished.
The file is compressed with gzip.|Unpack it, or have the server send it with “Content-Encoding: gzip”.
The file is a ZIP file.|Unpack it and use the JSON file inside.
The file is a PDF.|Give the articles as JSON; a PDF cannot be read here.
The file is a web page, not an archive.|Check the address: it is often an error page that stands where the archive should be.
The file is an RSS or Atom feed, not JSON.|Give its articles as a JSON Feed; RSS and Atom are not read here.
The file is XML, not JSON.|Check that this is the file you meant: an archive begins with “{”.
The file is not an archive: it begins with “$”.|Check that this is the file you meant: an archive begins with “{”.
The file is JSON, but holds neither a feed nor a list of articles.|Give the articles as a list under the name “items”.
The file is a row of JSON objects (JSON Lines), not one archive.|Put the objects into a list, with commas between, under the name “items”.
The file has curly quotation marks where JSON has straight ones.|Replace those around names and texts by straight ones: \".
The archive is written in version “$” of the format, which is newer than this Backissue.|Use a newer Backissue; the archive itself is not at fault.
The file is larger than Backissue reads in one piece.|Split it into several archives, by years perhaps.
The file is written in UTF-16.|Save the file as UTF-8.
$ of the file’s bytes are not UTF-8.|Save the file as UTF-8.
The file stops in the middle: its end is missing.|Fetch or write the file again.
The file stops in the middle of this article; what was there was kept.|Fetch or write the file again.
The file has comments in it.|Remove the comments: JSON has none.
There is a comma after the last entry.|Remove the comma.
There is a comma too many.|Remove the comma.
A comma is missing.|Put a comma before this.
The text before this ended too soon, or the one before it too late.|Write a quotation mark inside a text as \\\", and one at its end.
A colon is missing.|Put a colon between the name and its value.
A value is missing.|Write the value, or null when there is none.
This bracket closes something else or nothing.|Check that every bracket before this is closed by its own kind.
Names or texts are not in double quotation marks.|Put double quotation marks around every name and text: JSON has no others.
The text holds a raw line break or another control character.|Write a line break as \\n and a tab as \\t; leave the others out.
The text holds a backslash that means nothing.|Write a backslash itself as \\\\.
The text holds half a character.|Write the character itself, or both halves of its escape.
The character “$” does not belong here.|Remove it, or put the text it belongs to in double quotation marks.
Something follows the end of the archive.|Remove what follows the last bracket.
The file does not say that it is a JSON Feed.|Write \"version\": \"https://jsonfeed.org/version/1.1\".
The archive has no title.|Give the archive a “title”: the name on its masthead.
The archive has no articles.|Give the articles as a list under the name “items”.
The articles are not in a list.|Put the articles between “[” and “]”.
The file is a bare list of articles.|Put the list under the name “items” in an object with a “title”.
There are more than # $, which is all that is read.|Shorten the list.
The text is longer than Backissue shows here and was cut.|Shorten it; long text belongs in the body.
This entry is not an article.|Write each article as an object between “{” and “}”.
The article has no headline, no summary and no body.|Give it a “title”, a “summary” or a “content_text”, or remove it.
The article has no “id”; it was given “$”.|Give it an “id” of its own that never changes, so that links to it last.
The id “$” was already taken; the article was given “#”.|Give each article an “id” of its own.
The date “$” is not a date Backissue knows.|Write it like 2003-03-07; in “_archive” it may also be 2003-03 or 2005-07~ (EDTF).
The date “$” was read as “#”.|Write it like 2003-03-07; in “_archive” it may also be 2003-03 or 2005-07~ (EDTF).
The address “$” was left out.|Write a web address in full, for example https://example.org/article.
The text “$” is not an e-mail address.|Write it like editor@example.org.
The text “$” is not a language tag.|Write it as BCP 47, for example en or en-GB.
The slug “$” cannot stand in an address.|Use small letters, digits and single hyphens, for example fire-at-the-mill.
The slug “$” is taken by another article.|Choose another.
No article in the archive has the id “$”.|Correct the id, or give a “url”.
The word “$” in “supplied” means nothing here.|Use “date”, “tags”, “headline” or “authors”.
The text held invisible characters.|Remove the invisible characters: they can make text look like something else.
And $ more problems like these.|Mend the ones listed first and read the file again.
This should be $.|Write it plainly, without quotation marks or brackets.
This should be $.|Write it as one text in double quotation marks.
This should be $.|Put it between “[” and “]”, with commas between several.
This should be $.|Write it as an object between “{” and “}”.
";

/// The line of [`WORDS`] that is about a kind.
fn line(kind: &Kind) -> usize {
    match kind {
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
        Kind::TooMany(..) => 36,
        Kind::TooLong => 37,
        Kind::NotAnArticle => 38,
        Kind::EmptyArticle => 39,
        Kind::NoId(_) => 40,
        Kind::DuplicateId(..) => 41,
        Kind::BadDate(_) => 42,
        Kind::LooseDate(..) => 43,
        Kind::BadAddress(_) => 44,
        Kind::BadEmail(_) => 45,
        Kind::BadLanguage(_) => 46,
        Kind::BadSlug(_) => 47,
        Kind::TakenSlug(_) => 48,
        Kind::UnknownArticle(_) => 49,
        Kind::UnknownSupplied(_) => 50,
        Kind::Invisible => 51,
        Kind::More(_) => 52,
        // What to do depends on what is wanted: `a text`, `a list`, `an object`.
        Kind::WrongType(wanted) => match wanted.as_bytes() {
            [_, b' ', b't', ..] => 54,
            [_, b' ', b'l', ..] => 55,
            [_, b'n', ..] => 56,
            _ => 53,
        },
    }
}

impl Problem {
    fn words(&self) -> (&'static str, &'static str) {
        let line = WORDS.split('\n').nth(line(&self.kind));
        line.and_then(|line| line.split_once('|'))
            .unwrap_or_default()
    }

    /// What was wrong, in one sentence.
    #[must_use]
    pub fn message(&self) -> String {
        let (first, second);
        let mut letter = [0; 4];
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
            | Kind::UnknownSupplied(text) => (text.as_str(), ""),
            Kind::DuplicateId(text, other) | Kind::LooseDate(text, other) => {
                (text.as_str(), other.as_str())
            }
            Kind::WrongType(wanted) => (*wanted, ""),
            Kind::Unexpected(found) => (&*found.encode_utf8(&mut letter), ""),
            Kind::NotUtf8(count) | Kind::More(count) => {
                first = number_text(u64::from(*count));
                (first.as_str(), "")
            }
            Kind::TooMany(what, most) => {
                second = number_text(u64::from(*most));
                (*what, second.as_str())
            }
            _ => ("", ""),
        };
        let mut message = String::new();
        for letter in self.words().0.chars() {
            match letter {
                '$' => message.push_str(one),
                '#' => message.push_str(two),
                _ => message.push(letter),
            }
        }
        message
    }

    /// What to do about it, in one sentence.
    #[must_use]
    pub fn next_step(&self) -> &'static str {
        self.words().1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Place, Severity};

    fn said(kind: Kind) -> String {
        let problem = Problem {
            place: Place::default(),
            severity: Severity::Dropped,
            kind,
        };
        [&problem.message(), " ", problem.next_step()].concat()
    }

    #[test]
    fn every_line_is_a_message_and_a_step() {
        let lines: Vec<&str> = WORDS.lines().collect();
        assert_eq!(lines.len(), line(&Kind::WrongType("an object")) + 1);
        for line in lines {
            let (message, step) = line.split_once('|').unwrap();
            assert!(message.ends_with('.') && step.ends_with('.'), "{line}");
            assert!(!step.contains(['|', '$', '#']), "{line}");
        }
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
            (Kind::TooMany("topics", 7), "more than 7 topics"),
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
                Kind::WrongType("a text"),
                "should be a text. Write it as one text",
            ),
            (
                Kind::WrongType("a list"),
                "should be a list. Put it between “[”",
            ),
            (
                Kind::WrongType("an object"),
                "should be an object. Write it as an object",
            ),
            (
                Kind::WrongType("true or false"),
                "should be true or false. Write it plainly",
            ),
            (
                Kind::WrongType("the number 1"),
                "should be the number 1. Write it plainly",
            ),
        ] {
            let words = said(kind);
            assert!(words.contains(wanted), "{words}");
        }
    }
}
