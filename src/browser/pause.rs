//! Giving the page back to the browser for a moment.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

/// Waits until the browser has had a turn: input is handled, frames are painted.
pub async fn turn() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Does something that waits, without waiting for it.
pub fn later(act: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(act);
}

/// Something that will be done; dropped before then, it will not.
pub struct Pending(Rc<Cell<bool>>);

impl Drop for Pending {
    fn drop(&mut self) {
        self.0.set(true);
    }
}

/// Does something after the browser has had a turn.
#[must_use]
pub fn after_turn(act: impl FnOnce() + 'static) -> Pending {
    soon(Box::new(act), false)
}

/// Does something once the frame in hand has been painted.
#[must_use]
pub fn after_paint(act: impl FnOnce() + 'static) -> Pending {
    soon(Box::new(act), true)
}

fn soon(act: Box<dyn FnOnce()>, painted: bool) -> Pending {
    let called_off = Rc::new(Cell::new(false));
    let held = called_off.clone();
    let act = async move {
        turn().await;
        if !held.get() {
            act();
        }
    };
    if !painted {
        later(act);
    } else if let Some(window) = web_sys::window() {
        // Inside a frame callback nothing is painted yet: the turn after is.
        let frame = Closure::once_into_js(move || later(act));
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
    Pending(called_off)
}
