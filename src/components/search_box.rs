//! The search landmark.

use yew::prelude::*;

/// What the search box takes.
pub struct Props<'a> {
    /// What stands in it.
    pub words: AttrValue,
    /// The greyed hint.
    pub hint: AttrValue,
    /// Told at every key press.
    pub on_input: &'a Callback<InputEvent>,
    /// Told when Enter is pressed.
    pub on_submit: &'a Callback<SubmitEvent>,
}

/// A labelled search field; it works as a plain form too.
pub fn search_box(props: &Props<'_>) -> Html {
    html! {
        <search class="searchbox">
            <form action="./" role="none" onsubmit={props.on_submit}>
                <label class="hidden" for="q">{"Search the archive"}</label>
                <input
                    id="q" name="q" type="search" placeholder={&props.hint} value={&props.words}
                    oninput={props.on_input} autocomplete="off" autocapitalize="none"
                    spellcheck="false" enterkeyhint="search" aria-keyshortcuts="/"
                />
                <kbd aria-hidden="true">{"/"}</kbd>
            </form>
        </search>
    }
}
