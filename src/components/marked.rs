//! Words with what matched marked in them: one text, or the runs of a body.

use std::cell::{Cell, RefCell};

use archive::{Headline, Span};
use search::{Mark, Marker};
use yew::Html;

use super::headline_list::{headline, marked_headline};
use crate::markup::{el, words};

/// A text with its matches marked.
pub fn marked(text: &str, marker: &Marker) -> Html {
    with_marks(text, &marker.marks(text), false)
}

/// A text with marks at places in it; they come in order, none over another.
/// The first may continue a match that began in the text before.
pub fn with_marks(text: &str, marks: &[Mark], mut continued: bool) -> Html {
    let mut nodes = Vec::new();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(inside)) =
            (text.get(at..mark.start), text.get(mark.start..mark.end))
        else {
            continue;
        };
        if !before.is_empty() {
            nodes.push(words(before));
        }
        let pattern = if continued { "mark.on" } else { "mark" };
        nodes.push(el(pattern).words(inside).into());
        continued = false;
        at = mark.end;
    }
    if let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        nodes.push(words(rest));
    }
    nodes.into_iter().collect()
}

/// What a whole article is rendered with: marks it, counts what it marks, and
/// holds pictures back.
///
/// A match may run through emphasis and links: the marks of a run (a paragraph,
/// a heading, a cell) are places in all its text, and each piece of text takes
/// its part of them as it is come to.
pub struct Marking<'a> {
    marker: Option<&'a Marker>,
    count: Cell<usize>,
    run: RefCell<Run>,
    /// Whether pictures from elsewhere are shown.
    pub pictures: bool,
    /// Whether one was held back.
    pub withheld: Cell<bool>,
}

/// A run being rendered.
#[derive(Default)]
struct Run {
    marks: Vec<Mark>,
    /// Bytes of its text that are rendered.
    at: usize,
}

impl<'a> Marking<'a> {
    /// Marks with a marker, or nothing; shows pictures from elsewhere, or does not.
    #[must_use]
    pub fn new(marker: Option<&'a Marker>, pictures: bool) -> Self {
        Self {
            marker,
            pictures,
            withheld: Cell::new(false),
            count: Cell::new(0),
            run: RefCell::default(),
        }
    }

    /// How many matches were marked so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count.get()
    }

    /// A headline, marked.
    pub fn headline(&self, held: &Headline) -> Html {
        let Some(marker) = self.marker else {
            return headline(held);
        };
        let lines = held.lines.iter();
        let counts = lines.map(|line| marker.marks(line).len());
        let count = if held.lines.len() < 2 {
            marker.marks(&held.text).len()
        } else {
            counts.sum()
        };
        self.count.set(self.count.get() + count);
        marked_headline(held, marker)
    }

    /// A text of its own, marked.
    pub fn text(&self, text: &str) -> Html {
        let Some(marker) = self.marker else {
            return words(text);
        };
        let marks = marker.marks(text);
        self.count.set(self.count.get() + marks.len());
        with_marks(text, &marks, false)
    }

    /// Begins a run of spans.
    pub fn begin(&self, spans: &[Span]) {
        if let Some(marker) = self.marker {
            let mut text = String::new();
            for span in spans {
                push_text(span, &mut text);
            }
            let marks = marker.marks(&text);
            self.count.set(self.count.get() + marks.len());
            *self.run.borrow_mut() = Run { marks, at: 0 };
        }
    }

    /// The next piece of text of the run, marked. What continues a match that
    /// began in the piece before is marked, and not counted again.
    pub fn piece(&self, text: &str) -> Html {
        let mut run = self.run.borrow_mut();
        let (from, to) = (run.at, run.at + text.len());
        run.at = to;
        let inside = run
            .marks
            .iter()
            .filter(|mark| mark.start < to && mark.end > from);
        let continued = inside.clone().next().is_some_and(|mark| mark.start < from);
        let marks: Vec<Mark> = inside
            .map(|mark| Mark {
                start: mark.start.saturating_sub(from),
                end: mark.end.min(to) - from,
            })
            .collect();
        if marks.is_empty() {
            words(text)
        } else {
            with_marks(text, &marks, continued)
        }
    }
}

/// The text of a span, as [`Marking::piece`] will be given it.
fn push_text(span: &Span, out: &mut String) {
    match span {
        Span::Text(text) | Span::Code(text) => out.push_str(text),
        Span::Emphasis(spans)
        | Span::Strong(spans)
        | Span::Superscript(spans)
        | Span::Subscript(spans)
        | Span::Link { spans, .. } => spans.iter().for_each(|span| push_text(span, out)),
        // What is no running text parts the words around it.
        Span::NoteReference(_) | Span::Image(_) | Span::Break => {}
    }
}
