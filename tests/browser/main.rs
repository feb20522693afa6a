//! The reader's parts in a real browser, one module a feature. What belongs
//! here needs a DOM; what can be told without one is tested beside the code, and
//! the built folder as a whole under `tests/e2e`.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail loudly"
)]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

pub mod stage;

/// Bodies become nodes, and nothing in them runs.
pub mod bodies;
/// Headlines, filters, counts and chips.
pub mod front_page;
/// What is kept on the device.
pub mod preferences;
