//! The list of keyboard shortcuts.

use yew::prelude::*;

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
    html! {
        <dialog id={ID} class="sheet" popover="auto" aria-labelledby="shortcuts-title">
            <h2 id="shortcuts-title">{"Keyboard shortcuts"}</h2>
            <dl class="keys">
                { for SHORTCUTS.iter().map(|(key, words)| html! {
                    <div key={*key}><dt><kbd>{ key }</kbd></dt><dd>{ words }</dd></div>
                }) }
            </dl>
            <p class="small">{"They can be switched off under Reading settings."}</p>
            <p class="buttons">
                <button type="button" popovertarget={ID} popovertargetaction="hide">{"Close"}</button>
            </p>
        </dialog>
    }
}
