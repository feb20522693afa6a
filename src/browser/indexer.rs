//! The index, kept between visits or built beside the page: both ends of
//! `static/indexer.js`. The worker it starts runs this same module.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::bytes::Bytes;
use crate::state::documents;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = backissue, js_name = index, catch)]
    async fn ask(
        archive: Uint8Array,
        stems: Array,
        version: u32,
        module: JsValue,
    ) -> Result<JsValue, JsValue>;

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
    let made = ask(
        archive.0,
        stems.collect(),
        search::VERSION,
        wasm_bindgen::module(),
    );
    Some(Bytes(made.await.ok()?.dyn_into().ok()?))
}

/// Keeps the index of the archive that [`index`] was asked for last. A device
/// that cannot is quiet about it.
pub fn keep(index: &[u8]) {
    let _ = put(Uint8Array::from(index));
}

/// In the worker: an archive's file in, its index out as bytes; none for a file
/// that is no archive.
#[wasm_bindgen(js_name = index)]
#[must_use]
pub fn index_of(archive: &[u8], stems: Vec<JsValue>) -> Vec<u8> {
    let stems = stems
        .into_iter()
        .map(|stem| stem.dyn_into::<Uint8Array>().ok().map(|stem| stem.to_vec()));
    let stems: Vec<_> = stems.collect();
    documents::index_of(archive, &stems)
}
