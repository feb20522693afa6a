//! Bytes that the browser holds: nothing of them is in the reader's memory until
//! they are asked for, and they can go to another thread without being copied.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

/// Bytes on the other side.
#[derive(Clone)]
pub struct Bytes(pub(super) Uint8Array);

impl Bytes {
    /// All of a buffer.
    #[must_use]
    pub fn new(buffer: &JsValue) -> Self {
        Self(Uint8Array::new(buffer))
    }

    /// A copy for the reader.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u8> {
        self.0.to_vec()
    }
}
