//! The address bar: where the archive stands, where the reader is in it, and
//! links followed without loading a page.

use serde::{Serialize, Serializer};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, History, MouseEvent, ScrollRestoration, Window};

use super::listener::Listener;
use super::value::field;
use crate::route;

/// What each step of the history carries: where its page was scrolled to.
struct Step {
    scroll: f64,
}

/// As a map: see [`crate::state::preferences`].
impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("scroll", self.scroll)])
    }
}

fn window_and_history() -> Option<(Window, History)> {
    let window = web_sys::window()?;
    let history = window.history().ok()?;
    Some((window, history))
}

/// What stands before every address of the archive: the folder's own, or in one
/// file the page's and a `#`. A folder's pages had their `<base>` made absolute
/// before the reader started; one file has none, so that its base is the page.
fn root() -> Option<String> {
    let mut root = web_sys::window()?.document()?.base_uri().ok()??;
    if route::one_file() {
        root.truncate(root.find('#').unwrap_or(root.len()));
        root.push('#');
    } else {
        root.truncate(root.rfind('/')? + 1);
    }
    Some(root)
}

/// What a full address is relative to the archive, with its fragment; `None`
/// when it lies outside.
fn inside(href: &str) -> Option<String> {
    let root = root()?;
    match href.strip_prefix(root.as_str()) {
        Some(rest) => Some(rest.to_owned()),
        // One file without a `#`, or a folder without its slash.
        None => (root.len() == href.len() + 1 && root.starts_with(href)).then(String::new),
    }
}

/// Where the reader is, relative to the archive, perhaps with a fragment.
#[must_use]
pub fn address() -> String {
    let here = || inside(&web_sys::window()?.location().href().ok()?);
    here().unwrap_or_default()
}

fn absolute(address: &str) -> String {
    let root = root().unwrap_or_default();
    [&root, address.trim_start_matches("./")].concat()
}

/// Scrolling is ours: the browser cannot know when a page stands.
pub fn take_over_scrolling() {
    if let Some((_, history)) = window_and_history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Writes down where the page is scrolled to, for coming back.
pub fn keep_scroll() {
    let keep = || {
        let (window, history) = window_and_history()?;
        let step = Step {
            scroll: window.scroll_y().ok()?,
        };
        let state = step
            .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
            .ok()?;
        history.replace_state(&state, "").ok()
    };
    let _ = keep();
}

/// Where the step in hand was scrolled to.
#[must_use]
pub fn kept_scroll() -> f64 {
    let read = || {
        let state = window_and_history()?.1.state().ok()?;
        field(&state, "scroll")?.as_f64()
    };
    read().unwrap_or(0.0)
}

/// Goes to an address, as a step to come back from.
pub fn push(address: &str) {
    keep_scroll();
    if let Some((_, history)) = window_and_history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&absolute(address)));
    }
}

/// Changes the address of the step in hand.
pub fn replace(address: &str) {
    if let Some((_, history)) = window_and_history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        // Safari refuses more than a hundred changes in half a minute: then the
        // address lags behind until the next one.
        let _ = history.replace_state_with_url(&state, "", Some(&absolute(address)));
    }
}

/// Listeners held for as long as the reader runs.
pub struct Watch(#[expect(dead_code, reason = "held for their drop")] [Option<Listener>; 3]);

/// Told when the reader goes back or forward, and when a plain click follows a
/// link inside the archive; the latter answers whether it took the address.
#[must_use]
pub fn watch(
    on_step: impl Fn(String) + 'static,
    on_link: impl Fn(String) -> bool + 'static,
) -> Option<Watch> {
    let window = web_sys::window()?;
    let document = window.document()?;
    Some(Watch([
        Listener::on(&window, "popstate", move |_| on_step(address())),
        Listener::on(&document, "click", move |event| follow(&event, &on_link)),
        Listener::on(&window, "pagehide", |_| keep_scroll()),
    ]))
}

fn follow(event: &Event, on_link: &impl Fn(String) -> bool) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    // Any modifier or other button means a new tab, a download, a menu.
    let plain = mouse.button() == 0
        && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key());
    if !plain || event.default_prevented() {
        return;
    }
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else {
        return;
    };
    if link.has_attribute("download") || link.has_attribute("target") {
        return;
    }
    let href = field(&link, "href").and_then(|href| href.as_string());
    if let Some(to) = href.and_then(|href| inside(&href))
        && on_link(to)
    {
        event.prevent_default();
    }
}
