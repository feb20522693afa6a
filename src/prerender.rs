//! Pages as HTML, from the same components, for the press.

use crate::frame::{Frame, Props};
use crate::route::Route;
use crate::state::library::SharedArchive;

/// The HTML of everything inside the page's element, for an address relative to
/// the folder. Never fails: what stands nowhere is the not-found page.
pub async fn page(archive: &SharedArchive, address: &str) -> String {
    let archive = archive.clone();
    let route = Route::parse(address);
    yew::LocalServerRenderer::<Frame>::with_props(Props {
        archive,
        index: None,
        route,
        preferences: crate::state::preferences::Preferences::default(),
        on_filters: yew::Callback::noop(),
        on_typing: yew::Callback::noop(),
        on_choice: yew::Callback::noop(),
    })
    .hydratable(false)
    .render()
    .await
}
