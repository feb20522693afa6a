//! A thing found wrong in an archive: what, where, and what to do about it.
//!
//! A problem is worded by one sentence for what was wrong and one for the next
//! step; they stand in `words/*-problems.ftl`, and [`Problem::line`] says which
//! two. Nothing here finds problems.

mod words;

pub use words::PROBLEMS;

/// Where in the file a problem stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// JSON Pointer (RFC 6901), empty for the whole file.
    pub pointer: String,
    /// From 1; 0 when unknown.
    pub line: u32,
    /// In characters, from 1; 0 when unknown.
    pub column: u32,
}

/// How much a problem costs the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Read as meant; the file should still be mended.
    Repaired,
    /// Something was left out.
    Dropped,
    /// Nothing could be read.
    Fatal,
}

/// A thing found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// How bad.
    pub severity: Severity,
    /// What.
    pub kind: ProblemKind,
}

/// What of a list there may be too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Articles of the archive.
    Articles,
    /// Topics of the archive or an article.
    Topics,
    /// Authors.
    Authors,
    /// Pointers to other articles.
    Pointers,
    /// Words of `supplied`.
    Words,
    /// Lines of a headline.
    Lines,
}

/// A type of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// `true` or `false`.
    Truth,
    /// The number 1.
    One,
}

/// What may be wrong with an archive. Text in it is from the file, cut short.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The file has no content.
    Empty,
    /// It is compressed with gzip.
    Gzip,
    /// It is a ZIP file.
    Zip,
    /// It is a PDF.
    Pdf,
    /// It is a web page.
    HtmlPage,
    /// It is an RSS or Atom feed.
    XmlFeed,
    /// It is some other XML.
    Xml,
    /// It is no JSON; its first words.
    NotJson(String),
    /// It is JSON but neither a feed nor a list of articles.
    NotAnArchive,
    /// It is one JSON object after another.
    JsonLines,
    /// Its quotation marks are a typesetter's.
    CurlyQuotes,
    /// `_archive.version` is higher than this reader knows.
    Newer(String),
    /// It has more bytes than can be read.
    TooLarge,
    /// It is UTF-16.
    Utf16,
    /// So many bytes are not UTF-8; taken for Windows-1252.
    NotUtf8(u32),

    /// The file stops before its end.
    Cut,
    /// An article is the one the file stops in.
    CutArticle,
    /// A comment.
    Comment,
    /// A comma before a closing bracket.
    TrailingComma,
    /// A comma too many.
    ExtraComma,
    /// No comma between two values.
    MissingComma,
    /// Words where a comma belongs, after a text: one that holds quotation
    /// marks, or lacks one.
    StrayQuote,
    /// No colon after a name.
    MissingColon,
    /// No value where one belongs.
    MissingValue,
    /// A bracket that closes nothing or something else.
    WrongBracket,
    /// Names or texts in single quotation marks or none; said of the first.
    Unquoted,
    /// A raw line break or other control character in a text.
    ControlCharacter,
    /// An unknown escape in a text.
    BadEscape,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// A character that belongs to nothing.
    Unexpected(char),
    /// Something after the end.
    AfterEnd,

    /// `version` does not say JSON Feed.
    NotJsonFeed,
    /// The archive has no title.
    NoTitle,
    /// There is no `items`.
    NoItems,
    /// `items` is not a list.
    ItemsNotList,
    /// The file is a bare list of articles.
    BareList,
    /// There are more of something than are read: what, and how many are.
    TooMany(Listed, u32),
    /// A text is longer than is read.
    TooLong,

    /// A value of another type than wanted: what is wanted.
    WrongType(Wanted),
    /// An entry of `items` that is no object.
    NotAnArticle,
    /// An article without headline, summary and body.
    EmptyArticle,
    /// An article without `id`: the one given to it.
    NoId(String),
    /// An `id` that was taken: it, and the one given instead.
    DuplicateId(String, String),
    /// A date that cannot be read.
    BadDate(String),
    /// A date in another spelling: it, and what it was read as.
    LooseDate(String, String),
    /// An address that is not allowed or not whole.
    BadAddress(String),
    /// No e-mail address.
    BadEmail(String),
    /// No language tag.
    BadLanguage(String),
    /// A `slug` that cannot stand in an address.
    BadSlug(String),
    /// A `slug` that another article has.
    TakenSlug(String),
    /// A pointer to an article that is not here.
    UnknownArticle(String),
    /// A word in `supplied` with no meaning.
    UnknownSupplied(String),
    /// Invisible characters in a headline, name or topic.
    Invisible,

    /// So many more problems were found than are listed.
    More(u32),
}
