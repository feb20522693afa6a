//! A body as a typed tree: blocks that hold spans.
//!
//! The one shape in which article text travels: shown, searched, cited,
//! printed and exported from here. Addresses in it have passed the allow-list.
//! It holds no markup and no attribute the reader did not ask for.

/// A piece of a body that stands on its own lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Span>),
    /// A heading inside the article; `level` is 2 to 6 (1 is the headline).
    Heading {
        /// 2 to 6.
        level: u8,
        /// Its words.
        spans: Vec<Span>,
    },
    /// Somebody else's words, set apart.
    Quote(Vec<Block>),
    /// A list, each item a run of blocks.
    List {
        /// The number of the first item when the list is numbered.
        start: Option<i32>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A picture and its caption.
    Figure {
        /// The pictures, at least one.
        images: Vec<Image>,
        /// The caption, perhaps empty.
        caption: Vec<Span>,
    },
    /// A table of data.
    Table {
        /// The caption, perhaps empty.
        caption: Vec<Span>,
        /// Rows from the top.
        rows: Vec<Row>,
    },
    /// Text whose white space counts.
    Preformatted(String),
    /// A break in thought.
    Rule,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its cells from the start side.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// True for a heading cell.
    pub header: bool,
    /// How many columns it spans, 1 to 100.
    pub columns: u16,
    /// How many rows it spans, 1 to 100.
    pub rows: u16,
    /// What it says.
    pub spans: Vec<Span>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Text(String),
    /// Stressed.
    Emphasis(Vec<Span>),
    /// Important.
    Strong(Vec<Span>),
    /// Computer text.
    Code(String),
    /// Raised, as in a date's "th".
    Superscript(Vec<Span>),
    /// Lowered.
    Subscript(Vec<Span>),
    /// A link whose address has passed the allow-list.
    Link {
        /// Where it goes.
        link: Link,
        /// What it says.
        spans: Vec<Span>,
    },
    /// A reference to a note: its mark as the source prints it.
    NoteReference(String),
    /// A picture in running text.
    Image(Image),
    /// A line break the author meant.
    Break,
}

/// An address that has passed the allow-list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// `http:`, `https:` or `mailto:`.
    Outside(String),
    /// Relative: inside the archive's own folder.
    Inside(String),
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Where it is.
    pub source: Link,
    /// What it shows, in words; empty when it is decoration.
    pub alternative: String,
}
