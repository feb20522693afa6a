//! The elements bodies are made of, as far as they mean anything here.

/// An element.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// Not known, or known to mean nothing: its words are kept.
    Other,
    /// Parts text as a paragraph does, and means nothing else: `div`, `section` …
    Part,
    Paragraph,
    Heading(u8),
    Break,
    Rule,
    Quote,
    List,
    NumberedList,
    Definitions,
    Item,
    Term,
    Definition,
    Figure,
    Picture,
    Caption,
    Table,
    Row,
    Cell,
    HeaderCell,
    Preformatted,
    Code,
    Emphasis,
    Strong,
    Superscript,
    Subscript,
    Anchor,
    Quotation,
    /// Dropped with all it holds.
    Dropped(Dropped),
    /// Left out, but its words are kept.
    Hollow(Hollow),
}

/// What is dropped up to its end tag.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dropped {
    Script,
    Style,
    Title,
    Template,
    Frame,
    Select,
}

impl Dropped {
    /// How many there are.
    pub(super) const COUNT: usize = 6;

    /// What ends it.
    pub(super) fn end(self) -> &'static str {
        match self {
            Self::Script => "</script",
            Self::Style => "</style",
            Self::Title => "</title",
            Self::Template => "</template",
            Self::Select => "</select",
            Self::Frame => "</iframe",
        }
    }

    /// What it is called when it is missed by a reader; nothing when it is not.
    pub(super) fn notice(self) -> Option<&'static str> {
        match self {
            Self::Script => Some("A script was left out."),
            Self::Frame => Some("An embedded page was left out."),
            Self::Select => Some("A form was left out; its words were kept."),
            Self::Style | Self::Title | Self::Template => None,
        }
    }
}

/// What is left out around its words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Hollow {
    Drawing,
    Formula,
    Media,
    Form,
}

impl Hollow {
    /// What it is called when it is missed.
    pub(super) fn notice(self) -> &'static str {
        match self {
            Self::Drawing => "A drawing was left out; its words were kept.",
            Self::Formula => "A formula was left as its words.",
            Self::Media => "A sound, film or embedded object was left out.",
            Self::Form => Dropped::Select.notice().unwrap_or_default(),
        }
    }
}

/// The longest name with a meaning is `blockquote` or `figcaption`.
const LONGEST: usize = 10;

impl Tag {
    /// The element of a name in any case.
    pub(super) fn named(name: &str) -> Self {
        let mut lower = [0; LONGEST];
        let Some(lower) = lower.get_mut(..name.len()) else {
            return Self::Other;
        };
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        match &*lower {
            b"p" => Self::Paragraph,
            b"br" => Self::Break,
            b"a" => Self::Anchor,
            b"i" | b"em" | b"cite" | b"dfn" | b"var" => Self::Emphasis,
            b"b" | b"strong" => Self::Strong,
            b"div" | b"section" | b"article" | b"main" | b"header" | b"footer" | b"aside"
            | b"nav" | b"center" | b"address" | b"details" | b"summary" | b"hgroup" | b"body"
            | b"html" | b"head" | b"legend" | b"dir" | b"menu" | b"option" => Self::Part,
            b"h1" | b"h2" => Self::Heading(2),
            b"h3" => Self::Heading(3),
            b"h4" => Self::Heading(4),
            b"h5" => Self::Heading(5),
            b"h6" => Self::Heading(6),
            b"hr" => Self::Rule,
            b"blockquote" => Self::Quote,
            b"ul" => Self::List,
            b"ol" => Self::NumberedList,
            b"li" => Self::Item,
            b"dl" => Self::Definitions,
            b"dt" => Self::Term,
            b"dd" => Self::Definition,
            b"figure" => Self::Figure,
            b"img" | b"image" => Self::Picture,
            b"figcaption" | b"caption" => Self::Caption,
            b"table" => Self::Table,
            b"tr" => Self::Row,
            b"td" => Self::Cell,
            b"th" => Self::HeaderCell,
            b"pre" | b"listing" | b"xmp" => Self::Preformatted,
            b"code" | b"kbd" | b"samp" | b"tt" => Self::Code,
            b"sup" => Self::Superscript,
            b"sub" => Self::Subscript,
            b"q" => Self::Quotation,
            b"script" => Self::Dropped(Dropped::Script),
            b"style" => Self::Dropped(Dropped::Style),
            b"title" => Self::Dropped(Dropped::Title),
            b"template" => Self::Dropped(Dropped::Template),
            b"iframe" => Self::Dropped(Dropped::Frame),
            b"select" => Self::Dropped(Dropped::Select),
            b"svg" | b"canvas" => Self::Hollow(Hollow::Drawing),
            b"math" => Self::Hollow(Hollow::Formula),
            b"object" | b"embed" | b"applet" | b"audio" | b"video" => Self::Hollow(Hollow::Media),
            b"form" | b"input" | b"button" | b"textarea" => Self::Hollow(Hollow::Form),
            _ => Self::Other,
        }
    }
}
