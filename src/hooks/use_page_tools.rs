//! The tools under an article: copy its address, print it.

use yew::prelude::*;

use crate::browser::clipboard;
use crate::words::{Word, say};

/// What the tools need.
pub struct PageTools {
    /// Copies the page's address.
    pub on_copy: Callback<Event>,
    /// Opens the print dialogue.
    pub on_print: Callback<Event>,
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
        said: *said,
    }
}
