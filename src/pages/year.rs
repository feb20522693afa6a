//! All headlines of one year: how a large archive reads without JavaScript.

use yew::prelude::*;

use crate::components::headline_list::{self, headline_list};
use crate::route::Route;
use crate::state::filters::YearOf;
use crate::state::library::SharedArchive;
use crate::words::{articles, year_name};

/// The page.
pub fn year(archive: &SharedArchive, year: YearOf) -> Html {
    let catalogue = &archive.shelf().catalogue;
    let found: Vec<usize> = (0..catalogue.cards.len())
        .filter(|&at| {
            catalogue
                .cards
                .get(at)
                .is_some_and(|card| card.year == year)
        })
        .collect();
    let at = catalogue.years.iter().position(|held| *held == year);
    let link = |other: Option<&YearOf>| {
        other
            .map(|&other| html! { <a href={Route::Year(other).address()}>{ year_name(other) }</a> })
    };
    html! {
        <main id="main" class="one-year">
            <h1 tabindex="-1">{ year_name(year) }</h1>
            <p class="count" role="status">{ articles(found.len()) }</p>
            { headline_list(&headline_list::Props { archive, articles: &found }) }
            <nav class="near" aria-label="Other years">
                { at.and_then(|at| link(catalogue.years.get(at + 1))).unwrap_or_default() }
                { at.and_then(|at| link(catalogue.years.get(at.wrapping_sub(1)))).unwrap_or_default() }
            </nav>
        </main>
    }
}
