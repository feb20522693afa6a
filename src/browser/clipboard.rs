//! Copying the page's address, and printing it.

use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies the address of the page; says whether that worked.
pub fn copy_address(told: impl FnOnce(bool) + 'static) {
    let Some(window) = web_sys::window() else {
        return told(false);
    };
    let address = window.location().href().unwrap_or_default();
    // Without a secure origin there is no clipboard, whatever web-sys says.
    if !window.is_secure_context() {
        return told(false);
    }
    let copied = window.navigator().clipboard().write_text(&address);
    spawn_local(async move { told(JsFuture::from(copied).await.is_ok()) });
}

/// Opens the print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
