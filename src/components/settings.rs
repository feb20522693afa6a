//! The reading settings.

use yew::prelude::*;

use crate::state::preferences::{Choice, Preferences, PreferencesAction};

/// The sheet's element, for the buttons that open it.
pub const ID: &str = "settings";

/// A popover dialogue of radio buttons; the browser opens and closes it.
pub fn settings(preferences: &Preferences, on_choice: &Callback<PreferencesAction>) -> Html {
    let Preferences {
        theme,
        size,
        measure,
        shortcuts,
    } = *preferences;
    html! {
        <dialog id={ID} class="sheet" popover="auto" aria-labelledby="settings-title">
            <h2 id="settings-title">{"Reading settings"}</h2>
            { radios("Theme", "theme", theme, &on_choice.reform(PreferencesAction::Theme)) }
            { radios("Text size", "size", size, &on_choice.reform(PreferencesAction::Size)) }
            { radios("Line length", "measure", measure, &on_choice.reform(PreferencesAction::Measure)) }
            <label class="switch">
                <input type="checkbox" role="switch" checked={shortcuts}
                    onchange={on_choice.reform(move |_: Event| PreferencesAction::Shortcuts(!shortcuts))}/>
                { "Single-key shortcuts" }
            </label>
            <p class="small">{"Kept on this device only."}</p>
            <p class="buttons">
                <button type="button" popovertarget={super::shortcuts_help::ID}>{"Show shortcuts"}</button>
                <button type="button" popovertarget={ID} popovertargetaction="hide">{"Close"}</button>
            </p>
        </dialog>
    }
}

fn radios<T: Choice>(
    legend: &'static str,
    name: &'static str,
    chosen: T,
    on_choice: &Callback<T>,
) -> Html {
    html! {
        <fieldset class="radios">
            <legend>{ legend }</legend>
            { for T::ALL.iter().map(|&(choice, value, words)| html! {
                <label key={value}>
                    <input type="radio" {name} {value} checked={choice == chosen}
                        onchange={on_choice.reform(move |_: Event| choice)}/>
                    <span>{ words }</span>
                </label>
            }) }
        </fieldset>
    }
}
