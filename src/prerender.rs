//! Pages as HTML, from the same components, for the press.

use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::frame::{Props, frame, sheets};
use crate::route::Route;
use crate::state::library::SharedArchive;
use crate::state::preferences::Preferences;

#[component]
fn Frame(props: &Props) -> Html {
    frame(props)
}

/// The HTML of everything inside the page's element, for an address relative to
/// the folder. Never fails: what stands nowhere is the not-found page.
pub async fn page(archive: &SharedArchive, address: &str) -> String {
    let archive = archive.clone();
    let route = Route::parse(address);
    LocalServerRenderer::<Frame>::with_props(Props {
        archive,
        index: None,
        route,
        sheets: Rc::new(sheets(&Preferences::default(), &Callback::noop())),
        on_filters: Callback::noop(),
        on_typing: Callback::noop(),
    })
    .hydratable(false)
    .render()
    .await
}
