//! An event listener that is taken off when it is dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// A listener in force for as long as it is held.
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens on a target; `None` when the browser refuses.
    #[must_use]
    pub fn on(
        target: &EventTarget,
        kind: &'static str,
        each: impl FnMut(Event) + 'static,
    ) -> Option<Self> {
        let closure = Closure::<dyn FnMut(Event)>::new(each);
        target
            .add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref())
            .ok()?;
        Some(Self {
            target: target.clone(),
            kind,
            closure,
        })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self
            .target
            .remove_event_listener_with_callback(self.kind, self.closure.as_ref().unchecked_ref());
    }
}
