//! The list of keyboard shortcuts, and of what can be typed into the search field.
//!
//! It never changes, so only the press writes it: beside the page's element,
//! where the reader leaves it. The module has none of these words.

use yew::Html;

use super::page_frame::SHORTCUTS as ID;
use crate::markup::{El, el};

/// Keys and what they do, as the help lists them.
const SHORTCUTS: &[(&str, &str)] = &[
    ("/", "Search"),
    ("j", "Next headline"),
    ("k", "Previous headline"),
    ("n", "Later article"),
    ("p", "Earlier article"),
    ("h", "Front page"),
    ("s", "Reading settings"),
    ("?", "This list"),
    ("Esc", "Close, or clear the search"),
];

/// What can be typed into the search field besides words; the whole of it is in
/// `docs/query-language.md`.
const QUERIES: &[(&str, &str)] = &[
    ("\"two words\"", "just so, one after the other"),
    ("-word", "without the word"),
    ("this OR that", "either"),
    ("title: author: topic:", "looked for there only"),
    ("2002..2004", "from one year to another"),
    ("before:2003-03", "earlier than a month; after: later"),
    ("C++ 15/2", "symbols as they stand"),
];

fn list(lines: &'static [(&'static str, &'static str)], pattern: &'static str) -> El {
    el(pattern).children(lines.iter().map(|&(typed, words)| {
        el("div")
            .key(typed)
            .child(el("dt").child(el("kbd").text(typed)))
            .child(el("dd").text(words))
    }))
}

/// A popover dialogue with the lists.
pub fn shortcuts_help() -> Html {
    let close = el("button|type=button|popovertargetaction=hide")
        .attr("popovertarget", ID)
        .text("Close");
    el("dialog.sheet|popover=auto|aria-labelledby=shortcuts-title")
        .attr("id", ID)
        .child(el("h2|id=shortcuts-title").text("Keyboard shortcuts"))
        .child(list(SHORTCUTS, "dl.keys"))
        .child(el("p.small").text("They can be switched off under Reading settings."))
        .child(el("h2").text("Searching"))
        .child(list(QUERIES, "dl|class=keys queries"))
        .child(el("p.buttons").child(close))
        .into()
}
