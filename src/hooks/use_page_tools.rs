//! The tools of an article: copy its address, print it, show its pictures.

use yew::prelude::*;

use super::use_preferences::show_pictures;
use crate::browser::{clipboard, storage};
use crate::words::{Word, say};

/// What the tools need.
pub struct PageTools {
    /// Copies the page's address.
    pub on_copy: Callback<Event>,
    /// Opens the print dialogue.
    pub on_print: Callback<Event>,
    /// Whether pictures from elsewhere are shown; none on a page being printed,
    /// where nobody can ask for them.
    pub pictures: Option<bool>,
    /// Shows them in this archive from now on.
    pub on_pictures: Callback<Event>,
    /// What there is to say of the last act.
    pub said: &'static str,
}

/// Callbacks for the tools, and their status.
#[hook]
pub fn use_page_tools() -> PageTools {
    let said = use_state(|| "");
    let on_copy = {
        let said = said.clone();
        Callback::from(move |_| {
            let said = said.clone();
            clipboard::copy_address(move |done| {
                said.set(say(if done {
                    Word::LinkCopied
                } else {
                    Word::CopyFailed
                }));
            });
        })
    };
    PageTools {
        on_copy,
        on_print: Callback::from(|_| clipboard::print()),
        pictures: cfg!(target_arch = "wasm32").then(storage::pictures),
        on_pictures: Callback::from(|_| show_pictures(true)),
        said: *said,
    }
}
