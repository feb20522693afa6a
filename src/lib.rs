//! Backissue's reader: a whole archive, listed, searched and shown in the
//! browser.
//!
//! In reading order: [`route`] (addresses), [`state`] (what the reader knows),
//! [`browser`] (the outside), [`hooks`] (where both meet), [`markup`] (elements), [`components`],
//! [`pages`], [`frame`] (a whole page) and `app` (the frame in a browser). The
//! press takes `prerender`, [`head`] and [`route`]. Everything it says is looked up
//! in [`words`].
//!
//! What it refuses to do: send anything anywhere, and put a string of markup
//! into the page.

#[cfg(feature = "csr")]
pub mod app;
pub mod browser;
pub mod components;
pub mod digits;
pub mod frame;
pub mod head;
pub mod hooks;
pub mod markup;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod route;
pub mod state;
pub mod words;

/// Starts the reader: off the page at first, in its place once it stands.
#[cfg(feature = "csr")]
pub fn start() {
    use browser::document;

    let Some(stage) = document::stage() else {
        return;
    };
    route::set_one_file(document::one_file());
    words::set(browser::words::text());
    let place = stage.clone();
    let on_ready = yew::Callback::from(move |page| {
        if page {
            document::take_over(&place);
        } else {
            document::stand_above(&place);
        }
    });
    yew::Renderer::<app::App>::with_root_and_props(stage, app::Props { on_ready }).render();
}
