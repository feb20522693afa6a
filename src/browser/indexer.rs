//! The index, kept between visits or built beside the page: what the page asks of
//! `static/indexer.js`. The worker it starts runs `src/browser/builder.rs`.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::bytes::Bytes;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = backissue, js_name = index, catch)]
    async fn ask(archive: Uint8Array, stems: Array, version: u32) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = backissue, js_name = keep, catch)]
    fn put(index: Uint8Array) -> Result<(), JsValue>;
}

/// The index of an archive as bytes: kept by an earlier visit, or made by a
/// worker. None where it has to be built here. The archive's bytes are gone then.
pub async fn index(archive: Bytes, stems: &[Option<Bytes>]) -> Option<Bytes> {
    let stems = stems.iter().map(|stem| match stem {
        Some(stem) => stem.0.clone().into(),
        None => JsValue::NULL,
    });
    let made = ask(archive.0, stems.collect(), search::VERSION);
    Some(Bytes(made.await.ok()?.dyn_into().ok()?))
}

/// Keeps the index of the archive that [`index`] was asked for last. A device
/// that cannot is quiet about it.
pub fn keep(index: &[u8]) {
    let _ = put(Uint8Array::from(index));
}
