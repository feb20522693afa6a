//! All headlines of one year: how a large archive reads without JavaScript.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::headline_list::HeadlineList;
use crate::route::Route;
use crate::state::filters::YearOf;
use crate::state::library::SharedArchive;
use crate::words::{articles, year_name};

/// What the page takes.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The archive.
    pub archive: SharedArchive,
    /// Which year.
    pub year: YearOf,
}

/// The page.
#[component]
pub fn YearPage(props: &Props) -> Html {
    let catalogue = &props.archive.shelf().catalogue;
    let found: Rc<[usize]> = (0..catalogue.cards.len())
        .filter(|&at| catalogue.cards.get(at).is_some_and(|card| card.year == props.year))
        .collect();
    let at = catalogue.years.iter().position(|year| *year == props.year);
    let link = |year: Option<&YearOf>| {
        year.map(|&year| html! { <a href={Route::Year(year).address()}>{ year_name(year) }</a> })
    };
    html! {
        <main id="main" class="one-year">
            <h1 tabindex="-1">{ year_name(props.year) }</h1>
            <p class="count" role="status">{ articles(found.len()) }</p>
            <HeadlineList archive={props.archive.clone()} articles={found}/>
            <nav class="near" aria-label="Other years">
                { at.and_then(|at| link(catalogue.years.get(at + 1))).unwrap_or_default() }
                { at.and_then(|at| link(catalogue.years.get(at.wrapping_sub(1)))).unwrap_or_default() }
            </nav>
        </main>
    }
}
