//! The list of keyboard shortcuts.

use yew::Html;

use crate::markup::el;

/// The sheet's element, for what opens it.
pub const ID: &str = "shortcuts";

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

/// A popover dialogue with the list.
pub fn shortcuts_help() -> Html {
    let keys = SHORTCUTS.iter().map(|&(key, words)| {
        el("div")
            .key(key)
            .child(el("dt").child(el("kbd").text(key)))
            .child(el("dd").text(words))
    });
    let close = el("button|type=button|popovertargetaction=hide")
        .attr("popovertarget", ID)
        .text("Close");
    el("dialog.sheet|popover=auto|aria-labelledby=shortcuts-title")
        .attr("id", ID)
        .child(el("h2|id=shortcuts-title").text("Keyboard shortcuts"))
        .child(el("dl.keys").children(keys))
        .child(el("p.small").text("They can be switched off under Reading settings."))
        .child(el("p.buttons").child(close))
        .into()
}
