//! Files of the archive's own folder. The reader asks for nothing else.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::bytes::Bytes;
use crate::state::library::Failure;

/// The status a host gives for a file it does not have, and the one for a file
/// it had.
const NOT_FOUND: u16 = 404;
const GONE: u16 = 410;

/// The bytes of a file, by its path relative to the folder.
///
/// # Errors
/// A [`Failure`] saying why there are none.
pub async fn bytes(path: &str) -> Result<Bytes, Failure> {
    let window = web_sys::window().ok_or(Failure::Unreachable)?;
    let response: Response = JsFuture::from(window.fetch_with_str(path))
        .await
        .map_err(|_| Failure::Unreachable)?
        .unchecked_into();
    match response.status() {
        // A local file answers with status 0.
        0 | 200..=299 => {}
        NOT_FOUND | GONE => return Err(Failure::Missing),
        status => return Err(Failure::Refused(status)),
    }
    let buffer = response.array_buffer().map_err(|_| Failure::Unreachable)?;
    let buffer = JsFuture::from(buffer)
        .await
        .map_err(|_| Failure::Unreachable)?;
    Ok(Bytes::new(&buffer))
}
