//! What is kept on the device, in local storage.
//!
//! - `backissue:preferences`: [`Preferences`] as a JSON object with a `version`,
//!   for all archives of a host, since people choose them for their eyes.
//! - `backissue:pictures:` and the folder's address: `1` where pictures from
//!   elsewhere are shown; for each archive, since it is a matter of trust.
//!
//! `start.js` reads both before the reader runs. Anybody on the host may write
//! there. A member that makes no sense is as good as none and takes no other with
//! it; it is written over at once, and the reader of the page is told.

use js_sys::{Array, JSON, Object};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use super::value::field;
use crate::state::preferences::{Preferences, PreferencesAction, SETTINGS, VERSION};
use crate::words;

const KEY: &str = "backissue:preferences";

const PICTURES: &str = "backissue:pictures:";

/// What stands under [`PICTURES`].
const SHOWN: &str = "1";

/// None where the browser denies it.
fn store() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn kept(key: &str) -> Option<String> {
    store()?.get_item(key).ok()?
}

/// The object under [`KEY`], if it is one.
fn stored(text: &str) -> Option<JsValue> {
    let value = JSON::parse(text).ok()?;
    (value.is_object() && !Array::is_array(&value)).then_some(value)
}

/// The base address is the folder's: `start.js` sees to it.
fn pictures_key() -> Option<String> {
    let folder = web_sys::window()?.document()?.base_uri().ok()??;
    Some([PICTURES, &folder].concat())
}

/// What was chosen earlier.
#[must_use]
pub fn preferences() -> Preferences {
    let mut chosen = Preferences::default();
    let mut odd = false;
    if let Some(text) = kept(KEY) {
        let stored = stored(&text).unwrap_or_default();
        odd = stored.is_undefined();
        let mut member = |name, known: &mut dyn FnMut(JsValue) -> Option<PreferencesAction>| {
            if let Some(value) = field(&stored, name) {
                match known(value) {
                    Some(action) => chosen = chosen.clone().with(action),
                    None => odd = true,
                }
            }
        };
        for setting in SETTINGS {
            member(setting.name, &mut |value| {
                let value = value.as_string()?;
                let mut options = setting.options.iter();
                let known = options.find(|(_, held, _)| value == *held);
                known.map(|&(action, ..)| action)
            });
        }
        member("language", &mut |value| {
            let value = value.as_string()?;
            let own = Some("").filter(|_| value.is_empty());
            let known = own.or_else(|| {
                words::languages()
                    .map(|(tag, _)| tag)
                    .find(|tag| value == *tag)
            });
            known.map(PreferencesAction::Language)
        });
        member("shortcuts", &mut |value| {
            value.as_bool().map(PreferencesAction::Shortcuts)
        });
        // A newer reader may have written values that are not known here.
        let version = field(&stored, "version").map_or(Some(0.0), |value| value.as_f64());
        odd = version.is_none_or(|version| odd && version <= VERSION.into());
    }
    let pictures = pictures_key().and_then(|key| kept(&key));
    chosen.pictures = pictures.as_deref() == Some(SHOWN);
    chosen.lost = odd || pictures.is_some() != chosen.pictures;
    if chosen.lost {
        keep_preferences(&chosen);
        keep_pictures(chosen.pictures);
    }
    chosen
}

/// Keeps what is chosen now, beside members that a newer reader may have put there.
pub fn keep_preferences(preferences: &Preferences) {
    let keep = || {
        let value = preferences.serialize(&Serializer::json_compatible()).ok()?;
        let old = kept(KEY).and_then(|text| stored(&text));
        let old: Object = old.map_or_else(Object::new, JsCast::unchecked_into);
        let whole = Object::assign(&old, value.unchecked_ref());
        let text = JSON::stringify(&whole).ok()?.as_string()?;
        store()?.set_item(KEY, &text).ok()
    };
    let _ = keep();
}

/// Whether pictures from elsewhere are shown in this archive.
#[must_use]
pub fn pictures() -> bool {
    pictures_key().and_then(|key| kept(&key)).as_deref() == Some(SHOWN)
}

/// Keeps whether they are.
pub fn keep_pictures(shown: bool) {
    let keep = || {
        let (store, key) = (store()?, pictures_key()?);
        let kept = if shown {
            store.set_item(&key, SHOWN)
        } else {
            store.remove_item(&key)
        };
        kept.ok()
    };
    let _ = keep();
}
