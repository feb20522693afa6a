//! Reading values of JavaScript that came from outside and may be anything.
//!
//! By hand and not through serde: what serde says of a value of the wrong type
//! brings the formatting of floating-point numbers along, 4 kB of a small module,
//! and one wrong field would throw away its neighbours. Writing goes through serde.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A field of an object; `None` for what is no object or has no such field.
#[must_use]
pub fn field(value: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(value, &name.into()).ok()?;
    (!found.is_undefined()).then_some(found)
}
