//! Keys pressed anywhere on the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::listener::Listener;

/// Told of keys that belong to nobody: no modifier held, and not typed into a
/// field or a control with keys of its own. Answers whether the key was used.
#[must_use]
pub fn on_free_key(told: impl Fn(&str) -> bool + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Listener::on(&document, "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let modified = key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing();
        let taken = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| {
                element
                    .closest("input, textarea, select, [role=listbox]")
                    .ok()?
            })
            .is_some_and(|element| element.get_attribute("type").as_deref() != Some("checkbox"));
        if !modified && !taken && !event.default_prevented() && told(&key.key()) {
            event.prevent_default();
        }
    })
}

/// The key of a keyboard event, and whether Shift was held.
#[must_use]
pub fn key(event: &Event) -> (String, bool) {
    match event.dyn_ref::<KeyboardEvent>() {
        Some(event) => (event.key(), event.shift_key()),
        None => (String::new(), false),
    }
}
