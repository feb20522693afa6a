//! The clock and User Timing: measures a developer or a test can read.
//!
//! Outside a browser (prerendering) the clock stands still and nothing is kept.

/// Milliseconds since the page began; 0 outside a browser.
#[must_use]
pub fn now() -> f64 {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
            .and_then(|window| window.performance())
            .map_or(0.0, |clock| clock.now())
    } else {
        0.0
    }
}

/// Keeps a measure from `start` to now.
pub fn measure(name: &str, start: f64) {
    if !cfg!(target_arch = "wasm32") {
        return;
    }
    let Some(clock) = web_sys::window().and_then(|window| window.performance()) else {
        return;
    };
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"start".into(), &start.into());
    let _ = js_sys::Reflect::set(&options, &"end".into(), &clock.now().into());
    // `Performance.measure(name, options)` of User Timing Level 3; web-sys has
    // the older form only.
    if let Ok(measure) = js_sys::Reflect::get(&clock, &"measure".into()) {
        let measure: js_sys::Function = measure.into();
        let _ = measure.call2(&clock, &name.into(), &options);
    }
}
