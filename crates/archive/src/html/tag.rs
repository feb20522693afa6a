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

    /// What is missed by a reader; nothing when it is not.
    pub(super) fn missed(self) -> Option<Missed> {
        match self {
            Self::Script => Some(Missed::Script),
            Self::Frame => Some(Missed::Frame),
            Self::Select => Some(Missed::Form),
            Self::Style | Self::Title | Self::Template => None,
        }
    }
}

/// Something left out of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missed {
    Pieces,
    Depth,
    Link,
    Picture,
    Script,
    Frame,
    Form,
    Drawing,
    Formula,
    Media,
}

impl Missed {
    /// In words for the publisher.
    pub(crate) fn notice(self) -> &'static str {
        match self {
            Self::Pieces => {
                "The body has too many pieces to tell apart; the words of its rest were kept."
            }
            Self::Depth => {
                "Quotes, lists or tables stand too deep inside each other; their words were kept."
            }
            Self::Link => {
                "A link was left out, since its address is not allowed; its words were kept."
            }
            Self::Picture => "A picture was left out, since its address is not allowed.",
            Self::Script => "A script was left out.",
            Self::Frame => "An embedded page was left out.",
            Self::Form => "A form was left out; its words were kept.",
            Self::Drawing => "A drawing was left out; its words were kept.",
            Self::Formula => "A formula was left as its words.",
            Self::Media => "A sound, film or embedded object was left out.",
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
    /// What is missed.
    pub(super) fn missed(self) -> Missed {
        match self {
            Self::Drawing => Missed::Drawing,
            Self::Formula => Missed::Formula,
            Self::Media => Missed::Media,
            Self::Form => Missed::Form,
        }
    }
}

/// The elements that mean something, shorter names first.
///
/// Not kept as it stands: [`NAMES`] and [`TAGS`] are made of it, which are a
/// fifth of the bytes that comparing with each name would take.
const ELEMENTS: &[(&str, Tag)] = &{
    use Tag::{
        Anchor, Break, Caption, Cell, Code, Definition, Definitions, Emphasis, Figure, HeaderCell,
        Heading, Item, List, NumberedList, Paragraph, Part, Picture, Preformatted, Quotation,
        Quote, Row, Rule, Strong, Subscript, Superscript, Table, Term,
    };
    const SCRIPT: Tag = Tag::Dropped(Dropped::Script);
    const STYLE: Tag = Tag::Dropped(Dropped::Style);
    const TITLE: Tag = Tag::Dropped(Dropped::Title);
    const TEMPLATE: Tag = Tag::Dropped(Dropped::Template);
    const FRAME: Tag = Tag::Dropped(Dropped::Frame);
    const SELECT: Tag = Tag::Dropped(Dropped::Select);
    const DRAWING: Tag = Tag::Hollow(Hollow::Drawing);
    const FORMULA: Tag = Tag::Hollow(Hollow::Formula);
    const MEDIA: Tag = Tag::Hollow(Hollow::Media);
    const FORM: Tag = Tag::Hollow(Hollow::Form);
    [
        ("p", Paragraph),
        ("a", Anchor),
        ("i", Emphasis),
        ("b", Strong),
        ("q", Quotation),
        ("br", Break),
        ("em", Emphasis),
        ("li", Item),
        ("h1", Heading(2)),
        ("h2", Heading(2)),
        ("h3", Heading(3)),
        ("h4", Heading(4)),
        ("h5", Heading(5)),
        ("h6", Heading(6)),
        ("hr", Rule),
        ("ul", List),
        ("ol", NumberedList),
        ("dl", Definitions),
        ("dt", Term),
        ("dd", Definition),
        ("tr", Row),
        ("td", Cell),
        ("th", HeaderCell),
        ("tt", Code),
        ("div", Part),
        ("img", Picture),
        ("nav", Part),
        ("pre", Preformatted),
        ("sup", Superscript),
        ("sub", Subscript),
        ("dfn", Emphasis),
        ("var", Emphasis),
        ("xmp", Preformatted),
        ("kbd", Code),
        ("dir", Part),
        ("svg", DRAWING),
        ("code", Code),
        ("cite", Emphasis),
        ("main", Part),
        ("body", Part),
        ("html", Part),
        ("head", Part),
        ("menu", Part),
        ("samp", Code),
        ("math", FORMULA),
        ("form", FORM),
        ("table", Table),
        ("image", Picture),
        ("aside", Part),
        ("title", TITLE),
        ("style", STYLE),
        ("embed", MEDIA),
        ("audio", MEDIA),
        ("video", MEDIA),
        ("input", FORM),
        ("strong", Strong),
        ("figure", Figure),
        ("header", Part),
        ("footer", Part),
        ("center", Part),
        ("hgroup", Part),
        ("legend", Part),
        ("option", Part),
        ("script", SCRIPT),
        ("iframe", FRAME),
        ("select", SELECT),
        ("canvas", DRAWING),
        ("object", MEDIA),
        ("applet", MEDIA),
        ("button", FORM),
        ("section", Part),
        ("article", Part),
        ("caption", Caption),
        ("address", Part),
        ("details", Part),
        ("summary", Part),
        ("listing", Preformatted),
        ("template", TEMPLATE),
        ("textarea", FORM),
        ("blockquote", Quote),
        ("figcaption", Caption),
    ]
};

/// The longest name with a meaning is `blockquote` or `figcaption`.
const LONGEST: usize = 10;

/// Where in [`NAMES`] the names of each length begin, and in [`TAGS`] their tags.
static STARTS: [(u16, u8); LONGEST + 2] = {
    let mut starts = [(0, 0); LONGEST + 2];
    let (mut row, mut bytes, mut length) = (0, 0, 0);
    while length < starts.len() {
        starts[length] = (bytes, row as u8);
        while row < ELEMENTS.len() && ELEMENTS[row].0.len() == length {
            bytes += length as u16;
            row += 1;
        }
        length += 1;
    }
    assert!(row == ELEMENTS.len(), "shorter names first");
    starts
};

/// The names one after the other, nothing between them.
static NAMES: [u8; STARTS[LONGEST + 1].0 as usize] = {
    let mut names = [0; STARTS[LONGEST + 1].0 as usize];
    let (mut row, mut to) = (0, 0);
    while row < ELEMENTS.len() {
        let name = ELEMENTS[row].0.as_bytes();
        let mut at = 0;
        while at < name.len() {
            names[to] = name[at];
            (at, to) = (at + 1, to + 1);
        }
        row += 1;
    }
    names
};

/// What each means.
static TAGS: [Tag; ELEMENTS.len()] = {
    let mut tags = [Tag::Other; ELEMENTS.len()];
    let mut row = 0;
    while row < tags.len() {
        tags[row] = ELEMENTS[row].1;
        row += 1;
    }
    tags
};

impl Tag {
    /// The element of a name in any case.
    pub(super) fn named(name: &str) -> Self {
        let length = name.len();
        if !(1..=LONGEST).contains(&length) {
            return Self::Other;
        }
        let ((from, row), (to, _)) = (STARTS[length], STARTS[length + 1]);
        NAMES[usize::from(from)..usize::from(to)]
            .chunks_exact(length)
            .position(|known| known.eq_ignore_ascii_case(name.as_bytes()))
            .map_or(Self::Other, |at| TAGS[usize::from(row) + at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_known_by_name() {
        for (name, tag) in ELEMENTS {
            assert!(Tag::named(name) == *tag, "{name}");
            assert!(Tag::named(&name.to_uppercase()) == *tag, "{name}");
        }
        for name in ["", "x", "span", "blink", "h7", "pp", "figcaptions"] {
            assert!(Tag::named(name) == Tag::Other, "{name}");
        }
    }
}
