//! The index kept on the device between visits, in a cache of the folder's own.
//!
//! One entry an archive: that of the last bytes read with this engine. A device
//! that keeps nothing (a private window, a full disk, an old browser, a page
//! that is not secure) builds the index at each visit, and nobody need know.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, Response};

/// What the cache's name begins with; the folder's address follows, so that
/// archives beside each other keep out of each other's way.
const NAME: &str = "backissue-index:";

fn name() -> Option<String> {
    let base = web_sys::window()?.document()?.base_uri().ok()??;
    Some(format!("{NAME}{base}"))
}

/// What tells an archive's bytes and the engine from all others: the address
/// of the entry. SHA-256, because the browser has it and works it out beside
/// the page. None where there is no such thing.
pub async fn mark(archive: &[u8]) -> Option<String> {
    let window = web_sys::window()?;
    if !window.is_secure_context() {
        return None;
    }
    let bytes = Uint8Array::from(archive);
    let subtle = window.crypto().ok()?.subtle();
    let digest = subtle.digest_with_str_and_js_u8_array("SHA-256", &bytes);
    let digest = JsFuture::from(digest.ok()?).await.ok()?;
    let mut mark = format!("index-{}-", search::VERSION);
    for byte in Uint8Array::new(&digest).to_vec() {
        for digit in [byte >> 4, byte & 15] {
            mark.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    Some(mark)
}

async fn cache() -> Option<Cache> {
    let caches = web_sys::window()?.caches().ok()?;
    let cache = JsFuture::from(caches.open(&name()?)).await.ok()?;
    Some(cache.unchecked_into())
}

/// The bytes kept under a mark.
pub async fn read(mark: &str) -> Option<Vec<u8>> {
    let found = JsFuture::from(cache().await?.match_with_str(mark))
        .await
        .ok()?;
    let response: Response = found.dyn_into().ok()?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Keeps bytes under a mark, and nothing under any other.
pub async fn keep(mark: &str, bytes: &[u8]) {
    let keep = async || {
        let caches = web_sys::window()?.caches().ok()?;
        JsFuture::from(caches.delete(&name()?)).await.ok()?;
        let body: JsValue = Uint8Array::from(bytes).into();
        let response = Response::new_with_opt_js_u8_array(Some(body.unchecked_ref())).ok()?;
        let put = cache().await?.put_with_str(mark, &response);
        JsFuture::from(put).await.ok()
    };
    let _ = keep().await;
}
