//! The layer check on made-up sources: each rule kept, and each rule broken.

use super::*;

fn faults(path: &str, text: &str) -> usize {
    check(&Source {
        path: path.to_owned(),
        text: text.to_owned(),
    })
    .len()
}

#[test]
fn the_engines_stay_alone() {
    assert_eq!(faults("crates/search/src/a.rs", "use language::tokens;"), 0);
    assert_eq!(faults("crates/language/src/a.rs", "use search::Index;"), 1);
    assert_eq!(faults("crates/archive/src/lib.rs", "use search::Query;"), 1);
    assert_eq!(
        faults("crates/search/src/a/b.rs", "use archive::Article;"),
        1
    );
    assert_eq!(
        faults(
            "crates/archive/src/read.rs",
            "use archive::Article; let search = 1;"
        ),
        0
    );
    assert_eq!(
        faults("crates/search/src/lib.rs", "use std::{fmt, time::Instant};"),
        1
    );
    assert_eq!(
        faults("crates/search/src/lib.rs", "std::thread::spawn(f)"),
        1
    );
    assert_eq!(
        faults(
            "crates/search/src/lib.rs",
            "#[cfg(test)] mod t { use std::fs; }"
        ),
        0
    );
    assert_eq!(
        faults(
            "crates/press/src/main.rs",
            "use std::fs; use archive::Article;"
        ),
        0
    );
}

#[test]
fn the_engines_manifests_too() {
    let text = "[dependencies]\nweb-sys = \"0.3\"\nsearch.workspace = true\nserde = \"1\"\n[dev-dependencies]\nsearch = \"1\"";
    assert_eq!(faults("crates/archive/Cargo.toml", text), 2);
    assert_eq!(
        faults(
            "crates/archive/Cargo.toml",
            "[dependencies.yew]\nversion = \"1\""
        ),
        1
    );
    assert_eq!(faults("crates/press/Cargo.toml", text), 0);
}

#[test]
fn bindings_stay_in_the_browser_folder() {
    assert_eq!(faults("src/components/a.rs", "use web_sys::Element;"), 1);
    assert_eq!(faults("src/app.rs", "#[wasm_bindgen] fn f() {}"), 1);
    assert_eq!(
        faults(
            "src/components/a.rs",
            "use yew::{MouseEvent, events::web_sys::Event};"
        ),
        0
    );
    assert_eq!(
        faults(
            "src/browser/dom.rs",
            "use web_sys::Element; use js_sys::Date;"
        ),
        0
    );
    assert_eq!(faults("src/browser.rs", "use web_sys::Element;"), 0);
}

#[test]
fn state_draws_nothing() {
    assert_eq!(faults("src/state/filter.rs", "use yew::Reducible;"), 0);
    assert_eq!(
        faults("src/state/filter.rs", "fn f() { html! { <p/> } }"),
        1
    );
    assert_eq!(
        faults("src/state/filter.rs", "use yew::{Html, Reducible};"),
        1
    );
    assert_eq!(
        faults("src/state/filter.rs", "use crate::browser::store;"),
        1
    );
    assert_eq!(faults("src/state/mod.rs", "use super::browser::store;"), 1);
}

#[test]
fn pages_do_not_import_pages() {
    assert_eq!(
        faults("src/pages/front.rs", "use crate::pages::about::About;"),
        1
    );
    assert_eq!(faults("src/pages/front.rs", "use super::about;"), 1);
    assert_eq!(
        faults("src/pages/front/list.rs", "use super::super::about;"),
        1
    );
    assert_eq!(
        faults(
            "src/pages/front/list.rs",
            "use super::group; use crate::pages::front::x;"
        ),
        0
    );
    assert_eq!(faults("src/pages/front.rs", "use super::PageProps;"), 0);
    assert_eq!(faults("src/pages/mod.rs", "pub use self::about::About;"), 0);
}

#[test]
fn components_only_get_and_hand_up() {
    for part in ["hooks", "browser", "pages"] {
        let text = format!("use crate::{{state::Filter, {part}::x}};");
        assert_eq!(faults("src/components/list.rs", &text), 1, "{part}");
    }
    assert_eq!(
        faults("src/components/list.rs", "use crate::state::Filter;"),
        0
    );
}

#[test]
fn no_string_becomes_markup() {
    assert_eq!(faults("src/app.rs", "Html::from_html_unchecked(x)"), 1);
    assert_eq!(faults("src/browser/dom.rs", "e.set_inner_html(x)"), 1);
    assert_eq!(faults("static/sw.js", "e.innerHTML = x"), 1);
    assert_eq!(
        faults("src/app.rs", "// from_html_unchecked does not occur"),
        0
    );
    assert_eq!(faults("xtask/src/layers.rs", "let innerHTML = 1;"), 0);
}
