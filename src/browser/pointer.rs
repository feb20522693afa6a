//! Pointers: mouse, pen and finger.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::listener::Listener;

/// Lets the pointer come over other elements while it is down; browsers
/// capture a finger to where it first touched (Pointer Events 3, 10.1).
pub fn release(event: &Event) {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if let (Some(element), Some(event)) = (element, event.dyn_ref::<PointerEvent>()) {
        let _ = element.release_pointer_capture(event.pointer_id());
    }
}

/// Told when the pointer is let go or lost anywhere on the page.
///
/// Listens on the window, after the page's own handlers have had the event.
#[must_use]
pub fn on_release_anywhere(told: impl Fn() + 'static) -> Option<(Listener, Listener)> {
    let window = web_sys::window()?;
    let told = std::rc::Rc::new(told);
    let also = told.clone();
    Some((
        Listener::on(&window, "pointerup", move |_| told())?,
        Listener::on(&window, "pointercancel", move |_| also())?,
    ))
}
