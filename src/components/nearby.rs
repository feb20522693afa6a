//! The foot of an article: what came before and after, and more on its topics.

use yew::prelude::*;

use super::headline_list::{date, headline};
use crate::route::Route;
use crate::state::library::SharedArchive;

/// Most articles offered on the same topics.
const MOST_ALIKE: usize = 5;

/// The links to the earlier and the later article.
pub fn nearby(archive: &SharedArchive, at: usize) -> Html {
    let earlier = archive.articles.get(at + 1);
    let later = at.checked_sub(1).and_then(|at| archive.articles.get(at));
    let link = |article: Option<&archive::Article>, word: &'static str, rel: &'static str| {
        article.map(|article| {
            html! {
                <a href={Route::Article(article.slug.clone()).address()} {rel} dir="auto">
                    <small>{ word }</small>
                    { headline(&article.headline) }
                </a>
            }
        })
    };
    html! {
        <nav class="near" aria-label="Nearby in time">
            { link(earlier, "Earlier", "prev").unwrap_or_else(|| html! { <span></span> }) }
            { link(later, "Later", "next").unwrap_or_else(|| html! { <span></span> }) }
        </nav>
    }
}

/// Articles that share most topics, nearest in time first; neighbours are left
/// to [`nearby`].
pub fn alike(archive: &SharedArchive, at: usize) -> Html {
    let cards = &archive.shelf().catalogue.cards;
    let Some(own) = cards.get(at).filter(|own| !own.topics.is_empty()) else {
        return html! { <section class="alike" hidden={true}></section> };
    };
    let mut found: Vec<(usize, usize, usize)> = cards
        .iter()
        .enumerate()
        .filter(|(other, _)| other.abs_diff(at) > 1)
        .filter_map(|(other, card)| {
            let shared = card
                .topics
                .iter()
                .filter(|t| own.topics.contains(t))
                .count();
            (shared > 0).then_some((usize::MAX - shared, other.abs_diff(at), other))
        })
        .collect();
    if found.is_empty() {
        return html! { <section class="alike" hidden={true}></section> };
    }
    found.sort_unstable();
    found.truncate(MOST_ALIKE);
    html! {
        <section class="alike" aria-labelledby="alike">
            <h2 id="alike">{"More on this topic"}</h2>
            <ul>
                { for found.iter().filter_map(|&(.., other)| archive.articles.get(other)).map(|article| html! {
                    <li>
                        <a href={Route::Article(article.slug.clone()).address()} dir="auto">
                            { headline(&article.headline) }
                        </a>
                        <p class="meta">{ date(article) }</p>
                    </li>
                }) }
            </ul>
        </section>
    }
}
