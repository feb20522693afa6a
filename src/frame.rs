//! A whole page for a route: the same in the browser and in the press.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::document;
use crate::components::page_frame::{bar, footer, skip_link};
use crate::components::search_box::{self, search_box};
use crate::components::still::still;
use crate::markup::{el, side_by_side};
use crate::pages::about::about;
use crate::pages::article::ArticlePage;
use crate::pages::front::FrontPage;
use crate::pages::not_found::not_found;
use crate::pages::year::year;
use crate::route::Route;
use crate::state::filters::Filters;
use crate::state::library::{SharedArchive, SharedIndex};
use crate::words::{Word, counted};

/// What a page takes. A function and no component of its own: every component
/// costs some kilobytes of code. Callbacks that do nothing make a page to be printed.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The archive.
    pub archive: SharedArchive,
    /// Its index, when it is there.
    #[prop_or_default]
    pub index: Option<SharedIndex>,
    /// Which page.
    pub route: Route,
    /// The sheet with the reading settings.
    pub settings: Rc<Html>,
    /// Told what the front page is asked.
    #[prop_or_default]
    pub on_filters: Callback<Filters>,
    /// Told what the front page is asked while somebody types.
    #[prop_or_default]
    pub on_typing: Callback<Filters>,
}

/// The page.
pub fn frame(props: &Props) -> Html {
    let archive = &props.archive;
    side_by_side(vec![
        skip_link(&props.route),
        page(props),
        footer(archive, &props.route),
        still(props.settings.clone()),
    ])
}

fn page(props: &Props) -> Html {
    let archive = &props.archive;
    let main = match &props.route {
        Route::Front(filters) => {
            return html! {
                <FrontPage archive={archive.clone()} index={props.index.clone()} filters={filters.clone()}
                    on_filters={&props.on_filters} on_typing={&props.on_typing}/>
            };
        }
        Route::Article(slug, words) => match archive.find(slug) {
            // A key, so that the next article is a new page and not this one changed.
            Some(at) => html! {
                <ArticlePage archive={archive.clone()} index={props.index.clone()} {at} words={words.clone()} key={at}/>
            },
            None => not_found(),
        },
        Route::Year(which) => year(archive, *which),
        Route::About => about(archive),
        Route::NotFound => not_found(),
    };
    el("div.inner")
        .child(bar(archive, small_search(props)))
        .child(main)
        .into()
}

/// The search field in the bar asks when Enter is pressed.
fn small_search(props: &Props) -> Html {
    let on_submit = props.on_filters.reform(|event: Event| {
        event.prevent_default();
        Filters {
            words: document::searched(),
            ..Filters::default()
        }
    });
    search_box(&search_box::Props {
        words: AttrValue::default(),
        hint: counted(Word::SearchHint, props.archive.articles.len(), ""),
        on_input: &Callback::noop(),
        on_submit: &on_submit,
    })
}
