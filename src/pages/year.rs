//! All headlines of one year: how a large archive reads without JavaScript.

use search::Marker;
use yew::Html;

use crate::components::headline_list::{self, headline_list};
use crate::markup::el;
use crate::route::Route;
use crate::state::filters::YearOf;
use crate::state::library::SharedArchive;
use crate::state::results::Found;
use crate::words::{Word, articles, year_name};

/// The page.
pub fn year(archive: &SharedArchive, year: YearOf) -> Html {
    let catalogue = &archive.shelf().catalogue;
    let cards = catalogue.cards.iter().enumerate();
    let found: Vec<Found> = cards
        .filter(|(_, card)| card.year == year)
        .map(|(at, _)| Found { at, whole: true })
        .collect();
    let at = catalogue.years.iter().position(|held| *held == year);
    let link = |at: Option<usize>| {
        let other = *catalogue.years.get(at?)?;
        let link = el("a").href(Route::Year(other).address());
        Some(link.told(year_name(other)))
    };
    let others = el("nav.near")
        .label(Word::OtherYears)
        .maybe(link(at.and_then(|at| at.checked_add(1))))
        .maybe(link(at.and_then(|at| at.checked_sub(1))));
    el("main.one-year|id=main")
        .child(el("h1|tabindex=-1").told(year_name(year)))
        .child(el("p.count|role=status").told(articles(found.len())))
        .child(headline_list(&headline_list::Props {
            archive,
            hits: &found,
            marker: &Marker::default(),
            words: "",
            by_year: true,
        }))
        .child(others)
        .into()
}
