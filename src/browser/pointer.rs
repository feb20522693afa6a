//! Pointers: mouse, pen and finger.

use yew::PointerEvent;
use yew::html::TargetCast;

use super::listener::Listener;

/// Lets the pointer come over other elements while it is down; browsers
/// capture a finger to where it first touched (Pointer Events 3, 10.1).
pub fn release(event: &PointerEvent) {
    if let Some(element) = event.target_dyn_into::<web_sys::Element>() {
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
