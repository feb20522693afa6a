//! The reader's preferences, shown and kept.

use yew::prelude::*;

use crate::browser::{document, storage};
use crate::state::preferences::{Preferences, PreferencesAction};

/// Keeps whether pictures from elsewhere are shown in this archive, and does it.
pub fn show_pictures(shown: bool) {
    storage::keep_pictures(shown);
    document::reload();
}

/// What is chosen, and the way to choose.
#[hook]
pub fn use_preferences() -> (Preferences, Callback<PreferencesAction>) {
    let preferences = use_reducer(storage::preferences);
    use_effect_with((*preferences).clone(), |preferences| {
        document::show_preferences(preferences);
    });
    let dispatch = preferences.dispatcher();
    // Kept when chosen and only then: a visit alone says nothing of the reader.
    let current = (*preferences).clone();
    let on_choice = Callback::from(move |action: PreferencesAction| {
        storage::keep_preferences(&current.clone().with(action));
        match action {
            // Words are loaded once, before anything is drawn, and a policy once
            // in force holds until the page is loaded again.
            PreferencesAction::Language(_) => document::reload(),
            PreferencesAction::Pictures(shown) => show_pictures(shown),
            _ => dispatch.dispatch(action),
        }
    });
    ((*preferences).clone(), on_choice)
}
