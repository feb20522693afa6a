//! Single keys that do things, while the reader leaves them on.

use yew::prelude::*;

use crate::browser::{document, keyboard};
use crate::components::{page_frame, settings};

/// Listens for shortcuts; `components/shortcuts_help.rs` lists them.
#[hook]
pub fn use_shortcuts(on: bool) {
    use_effect_with(on, |&on| {
        let listener = on.then(|| keyboard::on_free_key(act)).flatten();
        move || drop(listener)
    });
}

fn act(key: &str) -> bool {
    match key {
        "/" => document::focus_search(),
        "j" => document::step_headline(true),
        "k" => document::step_headline(false),
        "n" => return document::follow_link(".near a[rel=next]"),
        "p" => return document::follow_link(".near a[rel=prev]"),
        "h" => return document::follow_link("footer a"),
        "s" => document::toggle_sheet(settings::ID),
        "?" => document::toggle_sheet(page_frame::SHORTCUTS),
        _ => return false,
    }
    true
}
