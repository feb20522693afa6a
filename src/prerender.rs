//! Pages as HTML, from the same components, for the press.

mod plain;

use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::components::settings::settings;
use crate::components::shortcuts_help::shortcuts_help;
use crate::frame::{Props, frame};
use crate::route::{self, Route};
use crate::state::filters::YearOf;
use crate::state::library::SharedArchive;
use crate::state::preferences::Preferences;

#[component]
fn Beside() -> Html {
    shortcuts_help()
}

/// The HTML that stands beside the page's element on every page, and that the
/// reader leaves as it is.
pub async fn beside() -> String {
    LocalServerRenderer::<Beside>::new()
        .hydratable(false)
        .render()
        .await
}

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
        settings: Rc::new(settings(&Preferences::default(), &Callback::noop())),
        on_filters: Callback::noop(),
        on_typing: Callback::noop(),
    })
    .hydratable(false)
    .render()
    .await
}

#[derive(Properties, PartialEq)]
struct PlainProps {
    node: Rc<Html>,
}

#[component]
fn Plain(props: &PlainProps) -> Html {
    (*props.node).clone()
}

async fn plainly(node: Html) -> String {
    let node = Rc::new(node);
    LocalServerRenderer::<Plain>::with_props(PlainProps { node })
        .hydratable(false)
        .render()
        .await
}

/// The HTML of everything inside the page's element of an archive that is one
/// file: the front page, then about the archive, the years given, and every
/// article, each a section with its address for an id.
pub async fn one_file(archive: &SharedArchive, years: &[YearOf]) -> String {
    route::set_one_file(true);
    let mut html = page(archive, &Route::front().address()).await;
    html += &plainly(plain::about_archive(archive)).await;
    for &year in years {
        html += &plainly(plain::year(archive, year)).await;
    }
    for article in &archive.articles {
        html += &plainly(plain::article(archive, article)).await;
    }
    route::set_one_file(false);
    html
}
