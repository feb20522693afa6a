//! Running text while it is put together: words, white space and marks.
//!
//! A *mark* is what an inline element does to its words; marks may be closed
//! in any order and go on over the end of a paragraph, as they do in browsers.
//! A *gap* is white space seen but not yet written: whether it is a space, a
//! break or nothing depends on what follows.

use super::tag::Tag;
use crate::plain::push_spans;
use crate::{Link, Span};

/// More marks inside each other than this mean nothing to a reader.
const MOST_MARKS: usize = 16;

/// A link inside the page with words no longer than this in bytes is the mark
/// of a note: `12`, `[12]`, `(see 3)`.
const LONGEST_NOTE: usize = 8;

/// What an inline element does to its words.
#[derive(Clone)]
pub(super) enum Mark {
    Emphasis,
    Strong,
    Code,
    Superscript,
    Subscript,
    Link(Link),
    /// A link to somewhere inside the page.
    Note,
}

/// White space between what was written and what comes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    Nothing,
    Space,
    Break,
    /// Two breaks or more: a new paragraph.
    Paragraph,
}

struct Run {
    tag: Tag,
    mark: Mark,
    spans: Vec<Span>,
}

/// The paragraph being put together.
pub(super) struct Inline {
    base: Vec<Span>,
    runs: Vec<Run>,
    gap: Gap,
    /// How many runs were open around the gap all the while.
    gap_depth: usize,
    /// Nothing is written yet.
    empty: bool,
}

impl Inline {
    pub(super) fn new() -> Self {
        Self {
            base: Vec::new(),
            runs: Vec::new(),
            gap: Gap::Nothing,
            gap_depth: 0,
            empty: true,
        }
    }

    /// How many marks are open.
    pub(super) fn depth(&self) -> usize {
        self.runs.len()
    }

    pub(super) fn gap(&self) -> Gap {
        self.gap
    }

    /// Sees white space: a space, or a break.
    pub(super) fn see(&mut self, gap: Gap) {
        if self.empty {
            return;
        }
        if self.gap == Gap::Nothing {
            self.gap_depth = self.runs.len();
        }
        let second_break = gap == Gap::Break && self.gap >= Gap::Break;
        self.gap = if second_break {
            Gap::Paragraph
        } else {
            self.gap.max(gap)
        };
    }

    /// Forgets white space before a closing quotation mark.
    pub(super) fn close_up(&mut self) {
        self.gap = Gap::Nothing;
    }

    /// Writes text, its white space collapsed.
    pub(super) fn words(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let is_space =
            |at: usize| matches!(bytes.get(at), Some(b' ' | b'\t' | b'\n' | b'\r' | b'\x0C'));
        let mut start = 0;
        let mut at = 0;
        while at < bytes.len() {
            if !is_space(at) {
                at += 1;
            } else if bytes[at] == b' ' && at > start && at + 1 < bytes.len() && !is_space(at + 1) {
                // A single space between words needs no thought.
                at += 2;
            } else {
                if at > start {
                    self.verbatim(&text[start..at]);
                }
                self.see(Gap::Space);
                at += 1;
                start = at;
            }
        }
        if at > start {
            self.verbatim(&text[start..at]);
        }
    }

    /// Writes text as it is, after the gap.
    pub(super) fn verbatim(&mut self, text: &str) {
        self.settle_gap();
        push_text(self.top(), text);
    }

    /// Writes a picture.
    pub(super) fn span(&mut self, span: Span) {
        self.settle_gap();
        self.top().push(span);
    }

    fn top(&mut self) -> &mut Vec<Span> {
        self.run(self.runs.len())
    }

    /// The spans of a run; 0 is the paragraph itself.
    fn run(&mut self, depth: usize) -> &mut Vec<Span> {
        match depth.checked_sub(1).and_then(|at| self.runs.get_mut(at)) {
            Some(run) => &mut run.spans,
            None => &mut self.base,
        }
    }

    fn settle_gap(&mut self) {
        let gap = self.gap;
        let spans = self.run(self.gap_depth);
        match gap {
            Gap::Nothing => {}
            Gap::Space => push_text(spans, " "),
            Gap::Break | Gap::Paragraph => spans.push(Span::Break),
        }
        self.gap = Gap::Nothing;
        self.gap_depth = 0;
        self.empty = false;
    }

    /// Begins a mark.
    pub(super) fn open(&mut self, tag: Tag, mark: Mark) {
        if self.runs.len() < MOST_MARKS {
            let spans = Vec::new();
            self.runs.push(Run { tag, mark, spans });
        }
    }

    /// Ends the innermost mark of an element; those inside it go on.
    pub(super) fn close(&mut self, tag: Tag) {
        let Some(at) = self.runs.iter().rposition(|run| run.tag == tag) else {
            return;
        };
        self.wrap_down_to(at);
        self.runs.remove(at);
        self.gap_depth = self.gap_depth.min(at);
    }

    /// Ends every mark.
    pub(super) fn close_all(&mut self) {
        self.wrap_down_to(0);
        self.runs.clear();
        self.gap_depth = 0;
    }

    /// The paragraph so far. Marks go on in the next.
    pub(super) fn take(&mut self) -> Vec<Span> {
        self.wrap_down_to(0);
        self.gap = Gap::Nothing;
        self.gap_depth = 0;
        self.empty = true;
        let mut spans = std::mem::take(&mut self.base);
        // Most paragraphs have one, and a list begins with room for four. The press
        // holds more of them at a time; the reader's module would only grow by it.
        if cfg!(not(target_family = "wasm")) && spans.len() < 3 {
            spans.shrink_to_fit();
        }
        spans
    }

    /// Moves what the runs from `least` on hold into the one below it.
    fn wrap_down_to(&mut self, least: usize) {
        for at in (least..self.runs.len()).rev() {
            let run = &mut self.runs[at];
            let spans = std::mem::take(&mut run.spans);
            if !spans.is_empty() {
                let mark = run.mark.clone();
                wrap(mark, spans, self.run(at));
            }
        }
    }
}

/// Adds text to spans, to the last one where it is text.
pub(super) fn push_text(spans: &mut Vec<Span>, text: &str) {
    match spans.last_mut() {
        Some(Span::Text(last)) => last.push_str(text),
        _ => spans.push(Span::Text(text.to_owned())),
    }
}

fn wrap(mark: Mark, spans: Vec<Span>, onto: &mut Vec<Span>) {
    let words = |spans: &[Span]| {
        let mut words = String::new();
        push_spans(&mut words, spans);
        words
    };
    onto.push(match mark {
        Mark::Emphasis => Span::Emphasis(spans),
        Mark::Strong => Span::Strong(spans),
        Mark::Subscript => Span::Subscript(spans),
        Mark::Superscript => match &spans[..] {
            // The mark of a note is raised by itself.
            [Span::NoteReference(note)] => Span::NoteReference(note.clone()),
            _ => Span::Superscript(spans),
        },
        Mark::Link(link) => Span::Link { link, spans },
        Mark::Code => Span::Code(words(&spans)),
        Mark::Note => {
            let note = words(&spans);
            if note.len() > LONGEST_NOTE || note.trim().is_empty() {
                for span in spans {
                    match span {
                        Span::Text(text) => push_text(onto, &text),
                        span => onto.push(span),
                    }
                }
                return;
            }
            // Raised or not inside, it is the same mark.
            Span::NoteReference(note)
        }
    });
}

/// Whether spans show nothing.
pub(super) fn is_blank(spans: &[Span]) -> bool {
    spans.iter().all(|span| match span {
        Span::Text(text) | Span::Code(text) | Span::NoteReference(text) => text.trim().is_empty(),
        Span::Break => true,
        Span::Image(_) => false,
        Span::Emphasis(spans)
        | Span::Strong(spans)
        | Span::Superscript(spans)
        | Span::Subscript(spans)
        | Span::Link { spans, .. } => is_blank(spans),
    })
}
