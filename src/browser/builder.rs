//! The builder's entry point: the module of the worker that makes the index of a
//! large archive (`static/indexer.js`).
//!
//! The same code as in the reader, compiled for speed and not for size
//! (`[profile.builder]`): a large archive's reader waits for its index, and fetches
//! this module only then. It draws nothing, and stands here because it speaks to the
//! browser; the reader has no part of it.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

fn main() {}

/// An archive's file in, with the files of the stemmers of its languages; its index
/// out as bytes, none for a file that is no archive.
#[wasm_bindgen]
#[must_use]
pub fn index(archive: &[u8], stems: Vec<JsValue>) -> Vec<u8> {
    let stems = stems
        .into_iter()
        .map(|stem| stem.dyn_into::<Uint8Array>().ok().map(|stem| stem.to_vec()));
    let stems: Vec<_> = stems.collect();
    reader::state::documents::index_of(archive, &stems)
}
