//! What is said about each problem, in English, to a publisher.
//!
//! [`Problem::what`] says what was wrong, [`Problem::then`] what was done or
//! what to do, both without a full stop, for they stand in one line.
//! [`Kind::reason`] is the short name under which the summary counts it.

use super::{Kind, Problem};

impl Problem {
    /// What was wrong.
    #[must_use]
    pub fn what(&self) -> String {
        match &self.kind {
            Kind::Unreadable(why) => format!("the file cannot be read ({why})"),
            Kind::EmptyFile => "the file is empty".into(),
            Kind::UnknownFile => "nothing says what this file is".into(),
            Kind::NoArticles(kind) => {
                format!("the file is {kind} and holds no articles that can be read")
            }
            Kind::TooLarge(most) => format!("the file is larger than {} MB", most >> 20),
            Kind::TooMany(most) => format!("there are more than {most} articles"),
            Kind::TooMuch => "the source holds far more than its own size allows".into(),
            Kind::Bomb => "the ZIP unpacks to far more than its own size allows".into(),
            Kind::Outside(name) => format!("“{name}” leads out of the source"),
            Kind::BadZip(why) => {
                format!("the ZIP is damaged or of a kind that cannot be unpacked ({why})")
            }
            Kind::MissingPage(name) => {
                format!("the feed goes on in “{name}”, which is not beside it")
            }
            Kind::PageCycle(name) => {
                format!("the feed goes on in “{name}”, which was read already")
            }
            Kind::Encoding(said, _) if said.is_empty() => {
                "the file is not UTF-8 and does not say what it is".into()
            }
            Kind::Encoding(said, _) => {
                format!("the file is not in the encoding it states ({said})")
            }
            Kind::BadBytes(count) => format!(
                "{count} {} in the file’s encoding",
                few(*count, "byte stands for nothing", "bytes stand for nothing")
            ),
            Kind::Control(count) => format!(
                "{count} stray control {}",
                few(*count, "character", "characters")
            ),
            Kind::Mojibake(count) => format!(
                "{count} {} decoded wrongly before they came here (such as Ã© for é)",
                few(*count, "character was", "characters were")
            ),
            Kind::Syntax => "this is no well-formed XML".into(),
            Kind::Unclosed(name) => format!("<{name}> is not closed"),
            Kind::Unopened(name) => format!("</{name}> closes nothing"),
            Kind::UnknownEntity(name) => format!("“&{name};” stands for nothing"),
            Kind::CutShort => "the file stops in the middle".into(),
            Kind::BareMarkup(name) => format!("HTML stands unescaped in <{name}>"),
            Kind::EmptyArticle => "the entry has no headline, summary or text".into(),
            Kind::HeadlineOnly => "the article has no text".into(),
            Kind::NoId(_) => "the article has neither an id nor an address".into(),
            Kind::DuplicateId(id, _) => {
                format!("the id “{id}” was already taken by another article")
            }
            Kind::Repeated(title) => format!("the article “{title}” stands here a second time"),
            Kind::BadDate(text) => format!("“{text}” is no date"),
            Kind::AmbiguousDate(text) => format!("“{text}” may be two different days"),
            Kind::LooseDate(text, _) => format!("the date is written “{text}”"),
            Kind::BadAddress(text) => format!("“{text}” is no address of a page on the web"),
            Kind::BadLanguage(text) => format!("“{text}” is no language tag"),
            Kind::Body(notice) => notice.trim_end_matches('.').to_owned(),
            Kind::MissingFile(name) => format!("the file “{name}” is not beside the source"),
            Kind::UnsafeFile(name) => format!("the file “{name}” could run in a reader’s browser"),
            Kind::BrokenLink(name) => {
                format!("the link to “{name}” leads to no article of this archive")
            }
            Kind::Invisible => "the text holds invisible characters".into(),
            Kind::TooLong => "the text is longer than an archive holds here".into(),
            Kind::LongBody(most) => {
                format!("the text has more than {} MB", most >> 20)
            }
            Kind::Unpublished(what, title) => format!("“{title}” is {what}"),
            Kind::Comments(count) => format!(
                "the file holds {count} {} of readers",
                few(*count, "comment", "comments")
            ),
            Kind::OtherEntries(count, kind) => format!(
                "the file holds {count} {} of the kind “{kind}”",
                few(*count, "entry", "entries")
            ),
            Kind::Attachments(count) => format!(
                "{count} {} hung on the articles and not on their text",
                few(*count, "file is", "files are")
            ),
            Kind::Shortcode(name) => format!("“{name}” is an order to a program, not text"),
            Kind::FrontMatter(why) => {
                format!("the front matter cannot be read as it says it is ({why})")
            }
            Kind::OpenFrontMatter => "the front matter is not closed".into(),
            Kind::LongMarkdown => {
                "the text is too long to be read as Markdown and has no blank line to part it at"
                    .into()
            }
            Kind::NoColumns => "no column has a name that is known".into(),
            Kind::NoIdColumn => "no column holds an id or an address".into(),
            Kind::UnknownColumn(name) => format!("nothing is known of a column “{name}”"),
            Kind::RaggedRow(has, wanted) => format!(
                "the row has {has} {}, the header {wanted}",
                few(u32::try_from(*has).unwrap_or(2), "cell", "cells")
            ),
            Kind::WideRow(most) => format!("the row has more than {most} cells"),
            Kind::NoMainText => "no main text was found in the page".into(),
            Kind::NoHeadline => "no headline was found".into(),
            Kind::HugePage => "the page has more mark-up than any article".into(),
            Kind::Archive(problem) => problem.message().trim_end_matches('.').to_owned(),
        }
    }

    /// What was done about it, or what to do.
    #[must_use]
    pub fn then(&self) -> String {
        let said = match &self.kind {
            Kind::Unreadable(_) => "passed over; check that you may read it",
            Kind::EmptyFile => "passed over; check that the download or copy was finished",
            Kind::UnknownFile => {
                "passed over; say what it is with --as, or give it the ending of its kind"
            }
            Kind::NoArticles(_) => "passed over",
            Kind::TooLarge(_) => "passed over; split it, or unpack it if it is in a ZIP",
            Kind::TooMany(_) => "the rest was passed over; make several archives, by years perhaps",
            Kind::TooMuch => {
                "what goes beyond was passed over; split the source, or unpack it if it is a ZIP that you trust"
            }
            Kind::Bomb => {
                "what is left in it was passed over; unpack it yourself and import the folder, if you trust it"
            }
            Kind::Outside(_) => "passed over",
            Kind::BadZip(_) => "passed over; unpack it yourself and import the folder",
            Kind::MissingPage(_) => {
                "put that page beside the first under this name and import again"
            }
            Kind::PageCycle(_) => "read no further",
            Kind::Encoding(_, is) => return format!("read as {is}"),
            Kind::BadBytes(_) => "each became �; compare with the source",
            Kind::Control(_) => "left out",
            Kind::Mojibake(_) => "decoded as they were meant",
            Kind::Syntax => "kept as text, and read on",
            Kind::Unclosed(_) => "closed where its content can only end",
            Kind::Unopened(_) => "passed over",
            Kind::UnknownEntity(_) => "kept as text",
            Kind::CutShort => "what was there was kept; fetch it again if you can",
            Kind::BareMarkup(_) => "read as HTML",
            Kind::EmptyArticle => "passed over",
            Kind::HeadlineOnly => "kept as headline-only",
            Kind::NoId(id) => {
                return format!("it was given “{id}”, made from its words; it changes if they do");
            }
            Kind::DuplicateId(_, id) => return format!("this one was given “{id}”"),
            Kind::Repeated(_) => "kept once",
            Kind::BadDate(_) => {
                "the article was left undated; write the date into the output as 2003-03-07, 2003-03 or 2003~"
            }
            Kind::AmbiguousDate(_) => {
                "only what is certain was kept; write the date into the output as 2003-03-07"
            }
            Kind::LooseDate(_, read) => return format!("read as {read}"),
            Kind::BadAddress(_) => "left out",
            Kind::BadLanguage(_) => "left out; tags look like en or en-GB",
            Kind::Body(_) => "look at the article if that matters",
            Kind::MissingFile(_) => {
                "the reference was kept as it is; put the file there and import again"
            }
            Kind::UnsafeFile(_) => "not copied; the reference was taken out",
            Kind::BrokenLink(_) => "its words were kept, without the link",
            Kind::Invisible => "taken out",
            Kind::TooLong => "cut",
            Kind::LongBody(_) => "the rest was left out; divide the article in the source",
            Kind::Unpublished(..) => "passed over; publish it there first, or add it with --drafts",
            Kind::Comments(_) => "left out: an archive holds articles",
            Kind::OtherEntries(..) => "passed over: they are no articles",
            Kind::Attachments(_) => "left out",
            Kind::Shortcode(_) => "left out; look at the article if that matters",
            Kind::FrontMatter(_) => "its simple “name: value” lines were read",
            Kind::OpenFrontMatter => "kept as text",
            Kind::LongMarkdown => "kept as plain text",
            Kind::NoColumns => "passed over; name at least “title” and “text” in the first row",
            Kind::NoIdColumn => "ids were made from titles and dates; they change if these do",
            Kind::UnknownColumn(_) => {
                "left out; known are title, text, html, summary, date, author, topics, url, id, language, note"
            }
            Kind::RaggedRow(has, wanted) if has > wanted => "the cells too many were left out",
            Kind::RaggedRow(..) => "the missing cells were taken as empty",
            Kind::WideRow(_) => {
                "it and what follows was passed over; look what parts the cells there, and at the quotation marks before"
            }
            Kind::NoMainText => "kept as headline-only",
            Kind::NoHeadline => "the first words of the text stand in its place",
            Kind::HugePage => "only its beginning was read",
            Kind::Archive(problem) => {
                return match self.severity {
                    super::Severity::Repaired => "read as it was meant".into(),
                    super::Severity::Dropped => lower(&problem.next_step()),
                };
            }
        };
        said.to_owned()
    }
}

impl Kind {
    /// The name under which problems like this one are counted.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Unreadable(_) | Self::TooLarge(_) | Self::BadZip(_) | Self::Bomb => {
                "unreadable files"
            }
            Self::EmptyFile => "empty files",
            Self::UnknownFile | Self::NoArticles(_) => "files of other kinds",
            Self::TooMany(_) | Self::TooMuch => "articles beyond the limit",
            Self::Outside(_) => "paths leading outside",
            Self::MissingPage(_) | Self::PageCycle(_) => "pages of a feed",
            Self::Encoding(..) => "encodings",
            Self::BadBytes(_) => "undecodable bytes",
            Self::Control(_) => "control characters",
            Self::Mojibake(_) => "wrongly decoded text",
            Self::Syntax
            | Self::Unclosed(_)
            | Self::Unopened(_)
            | Self::UnknownEntity(_)
            | Self::BareMarkup(_) => "broken mark-up",
            Self::CutShort => "files cut short",
            Self::EmptyArticle => "empty entries",
            Self::HeadlineOnly | Self::NoMainText => "articles without text",
            Self::NoId(_) | Self::NoIdColumn | Self::DuplicateId(..) => "ids",
            Self::Repeated(_) => "repeated articles",
            Self::BadDate(_) | Self::AmbiguousDate(_) => "unreadable dates",
            Self::LooseDate(..) => "dates in other spellings",
            Self::BadAddress(_) => "addresses",
            Self::BadLanguage(_) => "language tags",
            Self::Body(_) => "what a body cannot hold",
            Self::MissingFile(_) => "missing pictures and files",
            Self::UnsafeFile(_) => "unsafe files",
            Self::BrokenLink(_) => "broken links",
            Self::Invisible => "invisible characters",
            Self::TooLong | Self::LongBody(_) => "texts too long",
            Self::Unpublished(..) => "unpublished articles",
            Self::Comments(_) => "comments",
            Self::OtherEntries(..) => "entries that are no articles",
            Self::Attachments(_) => "attachments",
            Self::Shortcode(_) => "shortcodes",
            Self::FrontMatter(_) | Self::OpenFrontMatter => "front matter",
            Self::LongMarkdown => "texts too long for Markdown",
            Self::NoColumns | Self::UnknownColumn(_) => "columns",
            Self::RaggedRow(..) | Self::WideRow(_) => "ragged rows",
            Self::NoHeadline => "missing headlines",
            Self::HugePage => "huge pages",
            Self::Archive(_) => "the JSON of a feed",
        }
    }

    /// How many things this one problem stands for in the summary.
    #[must_use]
    pub fn count(&self) -> u64 {
        match self {
            Self::Comments(count)
            | Self::OtherEntries(count, _)
            | Self::Attachments(count)
            | Self::Control(count)
            | Self::BadBytes(count)
            | Self::Mojibake(count) => u64::from(*count),
            _ => 1,
        }
    }
}

fn few<'a>(count: u32, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// A sentence as it goes on after a colon.
fn lower(sentence: &str) -> String {
    let mut letters = sentence.trim_end_matches('.').chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
