//! The builder's entry point: the module of the worker that makes the index of a
//! large archive (`static/indexer.js`).
//!
//! The same code as in the reader, compiled for speed and not for size
//! (`[profile.builder]`): a large archive's reader waits for its index, and fetches
//! this module only then. It draws nothing, and stands here because it speaks to the
//! browser; the reader has no part of it.

use js_sys::Uint8Array;
use reader::state::making::{self, Half};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

fn main() {}

/// An index in the making; see `src/state/making.rs`. Nothing comes of a file that is
/// no archive.
#[wasm_bindgen]
pub struct Making(Option<making::Making>);

#[wasm_bindgen]
impl Making {
    /// An archive's file in, with the files of the stemmers of its languages; which
    /// half of it is filed.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(archive: &[u8], stems: Vec<JsValue>, second: bool) -> Self {
        let stems = stems
            .into_iter()
            .map(|stem| stem.dyn_into::<Uint8Array>().ok().map(|stem| stem.to_vec()));
        let stems: Vec<_> = stems.collect();
        let half = if second { Half::Second } else { Half::First };
        Self(making::Making::begin(archive, &stems, half))
    }

    /// What was filed, for `join` elsewhere.
    #[must_use]
    pub fn part(self) -> Vec<u8> {
        self.0.map(making::Making::part).unwrap_or_default()
    }

    /// Takes the second half.
    pub fn join(&mut self, part: &[u8]) {
        if let Some(making) = &mut self.0 {
            making.join(part);
        }
    }

    /// The whole index as bytes.
    #[must_use]
    pub fn index(self) -> Vec<u8> {
        self.0.map(making::Making::index).unwrap_or_default()
    }
}
