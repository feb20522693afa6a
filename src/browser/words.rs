//! The reader's words as the start script fetched them, beside the module.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The file in the reader's language.
    #[wasm_bindgen(js_namespace = backissue, js_name = words)]
    pub fn text() -> String;
}
