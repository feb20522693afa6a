//! What is kept on the device: the reader's preferences, as JSON.
//!
//! `start.js` reads the same key before the reader runs. A value that makes no
//! sense is as good as none, and takes no other with it.

use js_sys::JSON;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;

use super::value::field;
use crate::state::preferences::{Preferences, PreferencesAction, SETTINGS};
use crate::words;

/// The key. The version is part of it: a new shape gets a new key.
const KEY: &str = "backissue:preferences";

/// What was chosen earlier.
#[must_use]
pub fn preferences() -> Preferences {
    let mut chosen = Preferences::default();
    let read = || {
        let storage = web_sys::window()?.local_storage().ok()??;
        JSON::parse(&storage.get_item(KEY).ok()??).ok()
    };
    let Some(stored) = read() else {
        return chosen;
    };
    for setting in SETTINGS {
        let value = field(&stored, setting.name).and_then(|value| value.as_string());
        let known = setting
            .options
            .iter()
            .find(|(_, held, _)| value.as_deref() == Some(held));
        if let Some(&(action, ..)) = known {
            chosen = chosen.with(action);
        }
    }
    let tag = field(&stored, "language").and_then(|value| value.as_string());
    let known = words::languages().find(|(held, _)| tag.as_deref() == Some(held));
    if let Some((tag, _)) = known {
        chosen = chosen.with(PreferencesAction::Language(tag));
    }
    if let Some(on) = field(&stored, "shortcuts").and_then(|value| value.as_bool()) {
        chosen = chosen.with(PreferencesAction::Shortcuts(on));
    }
    chosen
}

/// Keeps what is chosen now.
pub fn keep_preferences(preferences: &Preferences) {
    let keep = || {
        let value = preferences.serialize(&Serializer::json_compatible()).ok()?;
        let text = JSON::stringify(&value).ok()?.as_string()?;
        let storage = web_sys::window()?.local_storage().ok()??;
        storage.set_item(KEY, &text).ok()
    };
    let _ = keep();
}
