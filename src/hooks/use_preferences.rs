//! The reader's preferences, shown and kept.

use yew::prelude::*;

use crate::browser::{document, storage};
use crate::state::preferences::{Preferences, PreferencesAction};

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
        if let PreferencesAction::Language(_) = action {
            // Words are loaded once, before anything is drawn.
            return document::reload();
        }
        dispatch.dispatch(action);
    });
    ((*preferences).clone(), on_choice)
}
