//! What is kept on the device: the reader's preferences, as JSON.
//!
//! `start.js` reads the same key before the reader runs. A value that makes no
//! sense is as good as none.

use js_sys::JSON;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;

use crate::state::preferences::Preferences;

/// The key. The version is part of it: a new shape gets a new key.
const KEY: &str = "backissue:preferences";

/// What was chosen earlier.
#[must_use]
pub fn preferences() -> Preferences {
    let read = || {
        let storage = web_sys::window()?.local_storage().ok()??;
        let value = JSON::parse(&storage.get_item(KEY).ok()??).ok()?;
        serde_wasm_bindgen::from_value(value).ok()
    };
    read().unwrap_or_default()
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
