//! A thing found wrong while importing: what, where, and how much it costs.
//!
//! Problems are data. Their wording is chosen in `problem/words.rs` and
//! nowhere else: one text for what was wrong, one for what was done about it
//! or what to do. What is quoted from a source is cut short here, once.

mod words;

/// How many characters of the source a message quotes: enough to find it by.
const MOST_QUOTED: usize = 60;

/// What a problem cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Read as it was meant.
    Repaired,
    /// Something of the source is not in the archive.
    Dropped,
}

/// A place in a source: a file and where in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// As given on the command line, with the path inside a folder or ZIP.
    pub file: String,
    /// From 1; 0 when the problem is of the file as a whole.
    pub line: u32,
    /// In characters, from 1; 0 when unknown.
    pub column: u32,
}

/// A thing found wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What it cost.
    pub severity: Severity,
    /// What.
    pub kind: Kind,
}

/// What may be wrong with a source. Texts in it are quoted with [`quoted`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// The system would not let it be read: in its own words.
    Unreadable(String),
    /// It has no content.
    EmptyFile,
    /// Nothing says what it is.
    UnknownFile,
    /// It is of a kind that holds no articles: its name.
    NoArticles(&'static str),
    /// A file is larger than is read: its most bytes.
    TooLarge(u64),
    /// More articles than an archive holds.
    TooMany(u32),
    /// More of articles than a source of its size can hold.
    TooMuch,
    /// A ZIP that unpacks to far more than it is.
    Bomb,
    /// An entry of a ZIP that leads out of it, or a link in a folder.
    Outside(String),
    /// A ZIP, or an entry of one, that cannot be unpacked.
    BadZip(String),
    /// A page of a feed that is named and not there.
    MissingPage(String),
    /// A chain of pages that comes back to one it had.
    PageCycle(String),

    /// It is in another encoding than it says or than UTF-8: what it says
    /// (perhaps nothing) and what it is.
    Encoding(String, &'static str),
    /// So many bytes or characters that are none in the file's encoding.
    BadBytes(u32),
    /// So many control characters.
    Control(u32),
    /// So many characters that were decoded wrongly once before.
    Mojibake(u32),

    /// Mark-up that is no XML.
    Syntax,
    /// An element that is not closed.
    Unclosed(String),
    /// An end without a beginning.
    Unopened(String),
    /// An entity that stands for nothing.
    UnknownEntity(String),
    /// The file ends inside its mark-up.
    CutShort,
    /// HTML that stands in the XML unescaped.
    BareMarkup(String),

    /// No headline, summary or body.
    EmptyArticle,
    /// A headline and no text.
    HeadlineOnly,
    /// No id: the one made for it.
    NoId(String),
    /// An id that was taken: it, and the one given instead.
    DuplicateId(String, String),
    /// The same article a second time.
    Repeated(String),
    /// A date that cannot be read.
    BadDate(String),
    /// A date that may be two.
    AmbiguousDate(String),
    /// A date in another spelling, and what it was read as.
    LooseDate(String, String),
    /// An address that may not stand in an archive.
    BadAddress(String),
    /// No language tag.
    BadLanguage(String),
    /// What the body lost, in the archive's words.
    Body(String),
    /// A picture or file beside the source that is not there.
    MissingFile(String),
    /// A file that may run in a browser and is not copied.
    UnsafeFile(String),
    /// A link to a page of the source that is no article here.
    BrokenLink(String),
    /// Invisible characters in a headline, name or topic.
    Invisible,
    /// A text that was cut to the length an archive holds.
    TooLong,
    /// A body that was cut: to how many bytes.
    LongBody(usize),

    /// An article not published: what it is, and its headline.
    Unpublished(&'static str, String),
    /// So many comments.
    Comments(u32),
    /// So many entries of a kind that is no article.
    OtherEntries(u32, String),
    /// So many attachments of articles that an archive has no place for.
    Attachments(u32),
    /// A shortcode or template tag kept as text or dropped.
    Shortcode(String),

    /// Front matter that is not what it says: the parser's words.
    FrontMatter(String),
    /// Front matter that is not closed.
    OpenFrontMatter,
    /// The text is too long to be read as Markdown.
    LongMarkdown,

    /// No column has a known name.
    NoColumns,
    /// No column tells articles apart.
    NoIdColumn,
    /// A column nothing is known of.
    UnknownColumn(String),
    /// A row with another number of cells than the header.
    RaggedRow(usize, usize),
    /// A row with more cells than any table has: how many are too many.
    WideRow(usize),

    /// No main text found in a page.
    NoMainText,
    /// A page without headline.
    NoHeadline,
    /// A page with more mark-up than is looked at.
    HugePage,

    /// What the reader of archives says of JSON.
    Archive(Box<archive::Problem>),
}

impl Problem {
    /// `file:line:column`, as far as known.
    #[must_use]
    pub fn place(&self) -> String {
        let Place { file, line, column } = &self.place;
        let file: String = file
            .chars()
            .map(|letter| {
                if letter.is_control() {
                    '\u{FFFD}'
                } else {
                    letter
                }
            })
            .collect();
        match (line, column) {
            (0, _) => file,
            (line, 0) => format!("{file}:{line}"),
            (line, column) => format!("{file}:{line}:{column}"),
        }
    }

    /// The whole line: place, what was wrong, what was done or is to do.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{}: {}: {}", self.place(), self.what(), self.then())
    }
}

/// A piece of a source short enough to quote, on one line.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut short = String::new();
    for (count, letter) in text.trim().chars().enumerate() {
        if count == MOST_QUOTED {
            short.push('…');
            break;
        }
        short.push(if letter.is_control() { ' ' } else { letter });
    }
    short
}
