//! What is said about each problem, in English, to a publisher.
//!
//! Every sentence of the crate stands in this file. A message says what was
//! wrong; a next step says what to do and gives an example where it can.

use super::{Problem, ProblemKind as Kind};
use crate::number::number_text;

impl Problem {
    /// What was wrong, in one sentence.
    #[must_use]
    pub fn message(&self) -> String {
        let plain = match &self.kind {
            Kind::NotJson(start) => {
                return quote("The file is not an archive: it begins with ", start, ".");
            }
            Kind::Newer(version) => {
                return quote(
                    "The archive is written in version ",
                    version,
                    " of the format, which is newer than this Backissue.",
                );
            }
            Kind::NotUtf8(count) => {
                let (count, rest) = (
                    number_text(u64::from(*count)),
                    " of the file’s bytes are not UTF-8.",
                );
                return [&count, rest].concat();
            }
            Kind::Unexpected(found) => {
                return quote(
                    "The character ",
                    found.encode_utf8(&mut [0; 4]),
                    " does not belong here.",
                );
            }
            Kind::TooMany(what, most) => {
                let most = number_text(u64::from(*most));
                return [
                    "There are more than ",
                    &most,
                    " ",
                    what,
                    ", which is all that is read.",
                ]
                .concat();
            }
            Kind::WrongType(wanted) => return ["This should be ", wanted, "."].concat(),
            Kind::NoId(given) => {
                return quote("The article has no “id”; it was given ", given, ".");
            }
            Kind::DuplicateId(id, new) => {
                return [
                    "The id “",
                    id,
                    "” was already taken; the article was given “",
                    new,
                    "”.",
                ]
                .concat();
            }
            Kind::BadDate(text) => {
                return quote("The date ", text, " is not a date Backissue knows.");
            }
            Kind::LooseDate(text, read) => {
                return ["The date “", text, "” was read as “", read, "”."].concat();
            }
            Kind::BadAddress(text) => return quote("The address ", text, " was left out."),
            Kind::BadEmail(text) => return quote("The text ", text, " is not an e-mail address."),
            Kind::BadLanguage(text) => return quote("The text ", text, " is not a language tag."),
            Kind::BadSlug(text) => return quote("The slug ", text, " cannot stand in an address."),
            Kind::TakenSlug(text) => {
                return quote("The slug ", text, " is taken by another article.");
            }
            Kind::UnknownArticle(text) => {
                return quote("No article in the archive has the id ", text, ".");
            }
            Kind::UnknownSupplied(text) => {
                return quote("The word ", text, " in “supplied” means nothing here.");
            }
            Kind::More(count) => {
                return [
                    "And ",
                    &number_text(u64::from(*count)),
                    " more problems like these.",
                ]
                .concat();
            }
            kind => plain_message(kind),
        };
        plain.to_owned()
    }

    /// What to do about it, in one sentence.
    #[must_use]
    pub fn next_step(&self) -> &'static str {
        match &self.kind {
            Kind::Empty => {
                "Put the archive in it, or check that the download or copy was finished."
            }
            Kind::Gzip => "Unpack it, or have the server send it with “Content-Encoding: gzip”.",
            Kind::Zip => "Unpack it and use the JSON file inside.",
            Kind::Pdf => "Give the articles as JSON; a PDF cannot be read here.",
            Kind::HtmlPage => {
                "Check the address: it is often an error page that stands where the archive should be."
            }
            Kind::XmlFeed => "Give its articles as a JSON Feed; RSS and Atom are not read here.",
            Kind::Xml | Kind::NotJson(_) => {
                "Check that this is the file you meant: an archive begins with “{”."
            }
            Kind::JsonLines => {
                "Put the objects into a list, with commas between, under the name “items”."
            }
            Kind::NotAnArchive | Kind::NoItems => {
                "Give the articles as a list under the name “items”."
            }
            Kind::Newer(_) => "Use a newer Backissue; the archive itself is not at fault.",
            Kind::CurlyQuotes => "Replace those around names and texts by straight ones: \".",
            Kind::TooLarge => "Split it into several archives, by years perhaps.",
            Kind::Utf16 | Kind::NotUtf8(_) => "Save the file as UTF-8.",
            Kind::Cut | Kind::CutArticle => "Fetch or write the file again.",
            Kind::Comment => "Remove the comments: JSON has none.",
            Kind::TrailingComma | Kind::ExtraComma => "Remove the comma.",
            Kind::MissingComma => "Put a comma before this.",
            Kind::StrayQuote => "Write a quotation mark inside a text as \\\", and one at its end.",
            Kind::MissingColon => "Put a colon between the name and its value.",
            Kind::MissingValue => "Write the value, or null when there is none.",
            Kind::WrongBracket => "Check that every bracket before this is closed by its own kind.",
            Kind::Unquoted => {
                "Put double quotation marks around every name and text: JSON has no others."
            }
            Kind::ControlCharacter => {
                "Write a line break as \\n and a tab as \\t; leave the others out."
            }
            Kind::BadEscape => "Write a backslash itself as \\\\.",
            Kind::LoneSurrogate => "Write the character itself, or both halves of its escape.",
            Kind::Unexpected(_) => {
                "Remove it, or put the text it belongs to in double quotation marks."
            }
            Kind::AfterEnd => "Remove what follows the last bracket.",
            Kind::NotJsonFeed => "Write \"version\": \"https://jsonfeed.org/version/1.1\".",
            Kind::NoTitle => "Give the archive a “title”: the name on its masthead.",
            Kind::ItemsNotList => "Put the articles between “[” and “]”.",
            Kind::BareList => "Put the list under the name “items” in an object with a “title”.",
            Kind::TooMany(..) => "Shorten the list.",
            Kind::TooLong => "Shorten it; long text belongs in the body.",
            Kind::WrongType("a text") => "Write it as one text in double quotation marks.",
            Kind::WrongType("a list") => "Put it between “[” and “]”, with commas between several.",
            Kind::WrongType("an object") => "Write it as an object between “{” and “}”.",
            Kind::WrongType(_) => "Write it plainly, without quotation marks or brackets.",
            Kind::NotAnArticle => "Write each article as an object between “{” and “}”.",
            Kind::EmptyArticle => {
                "Give it a “title”, a “summary” or a “content_text”, or remove it."
            }
            Kind::NoId(_) => {
                "Give it an “id” of its own that never changes, so that links to it last."
            }
            Kind::DuplicateId(..) => "Give each article an “id” of its own.",
            Kind::BadDate(_) | Kind::LooseDate(..) => {
                "Write it like 2003-03-07; in “_archive” it may also be 2003-03 or 2005-07~ (EDTF)."
            }
            Kind::BadAddress(_) => {
                "Write a web address in full, for example https://example.org/article."
            }
            Kind::BadEmail(_) => "Write it like editor@example.org.",
            Kind::BadLanguage(_) => "Write it as BCP 47, for example en or en-GB.",
            Kind::BadSlug(_) => {
                "Use small letters, digits and single hyphens, for example fire-at-the-mill."
            }
            Kind::TakenSlug(_) => "Choose another.",
            Kind::UnknownArticle(_) => "Correct the id, or give a “url”.",
            Kind::UnknownSupplied(_) => "Use “date”, “tags”, “headline” or “authors”.",
            Kind::Invisible => {
                "Remove the invisible characters: they can make text look like something else."
            }
            Kind::More(_) => "Mend the ones listed first and read the file again.",
        }
    }
}

/// The messages that quote nothing.
fn plain_message(kind: &Kind) -> &'static str {
    match kind {
        Kind::Empty => "The file is empty.",
        Kind::Gzip => "The file is compressed with gzip.",
        Kind::Zip => "The file is a ZIP file.",
        Kind::Pdf => "The file is a PDF.",
        Kind::HtmlPage => "The file is a web page, not an archive.",
        Kind::XmlFeed => "The file is an RSS or Atom feed, not JSON.",
        Kind::Xml => "The file is XML, not JSON.",
        Kind::NotAnArchive => "The file is JSON, but holds neither a feed nor a list of articles.",
        Kind::CurlyQuotes => "The file has curly quotation marks where JSON has straight ones.",
        Kind::JsonLines => "The file is a row of JSON objects (JSON Lines), not one archive.",
        Kind::TooLarge => "The file is larger than Backissue reads in one piece.",
        Kind::Utf16 => "The file is written in UTF-16.",
        Kind::Cut => "The file stops in the middle: its end is missing.",
        Kind::CutArticle => {
            "The file stops in the middle of this article; what was there was kept."
        }
        Kind::Comment => "The file has comments in it.",
        Kind::TrailingComma => "There is a comma after the last entry.",
        Kind::ExtraComma => "There is a comma too many.",
        Kind::MissingComma => "A comma is missing.",
        Kind::StrayQuote => "The text before this ended too soon, or the one before it too late.",
        Kind::MissingColon => "A colon is missing.",
        Kind::MissingValue => "A value is missing.",
        Kind::WrongBracket => "This bracket closes something else or nothing.",
        Kind::Unquoted => "Names or texts are not in double quotation marks.",
        Kind::ControlCharacter => "The text holds a raw line break or another control character.",
        Kind::BadEscape => "The text holds a backslash that means nothing.",
        Kind::LoneSurrogate => "The text holds half a character.",
        Kind::AfterEnd => "Something follows the end of the archive.",
        Kind::NotJsonFeed => "The file does not say that it is a JSON Feed.",
        Kind::NoTitle => "The archive has no title.",
        Kind::NoItems => "The archive has no articles.",
        Kind::ItemsNotList => "The articles are not in a list.",
        Kind::BareList => "The file is a bare list of articles.",
        Kind::TooLong => "The text is longer than Backissue shows here and was cut.",
        Kind::NotAnArticle => "This entry is not an article.",
        Kind::EmptyArticle => "The article has no headline, no summary and no body.",
        Kind::Invisible => "The text held invisible characters.",
        // The others quote the file and are answered before.
        _ => "",
    }
}

fn quote(before: &str, text: &str, after: &str) -> String {
    [before, "“", text, "”", after].concat()
}
