//! The foot of an article: what came before and after, and more on its topics.

use yew::Html;

use super::headline_list::{date, headline};
use crate::markup::{El, el, nothing};
use crate::route::Route;
use crate::state::library::SharedArchive;
use crate::words::{Word, of_article};

/// Most articles offered on the same topics.
const MOST_ALIKE: usize = 5;

/// The links to the earlier and the later article.
pub fn nearby(archive: &SharedArchive, at: usize) -> Html {
    let link = |at: Option<usize>, word: Word, pattern: &'static str| {
        let Some(article) = at.and_then(|at| archive.articles.get(at)) else {
            return el("span");
        };
        of_article(el(pattern), archive, article)
            .href(Route::article(&article.slug).address())
            .child(el("small").say(word))
            .child(headline(&article.headline))
    };
    el("nav.near")
        .label(Word::Nearby)
        .child(link(at.checked_add(1), Word::Earlier, "a|rel=prev"))
        .child(link(at.checked_sub(1), Word::Later, "a|rel=next"))
        .into()
}

/// Articles that share most topics, nearest in time first; neighbours are left
/// to [`nearby`].
pub fn alike(archive: &SharedArchive, at: usize) -> Html {
    let found = most_alike(archive, at);
    if found.is_empty() {
        return nothing();
    }
    let found = found
        .iter()
        .filter_map(|&other| archive.articles.get(other));
    el("section.alike|aria-labelledby=alike")
        .child(el("h2|id=alike").say(Word::MoreOnTopic))
        .child(el("ul").children(found.map(|article| entry(archive, article))))
        .into()
}

/// A headline and its date, as a list of other articles holds them.
pub fn entry(archive: &SharedArchive, article: &archive::Article) -> El {
    let link = of_article(el("a"), archive, article)
        .href(Route::article(&article.slug).address())
        .child(headline(&article.headline));
    el("li")
        .child(link)
        .child(el("p.meta").child(date(article)))
}

/// The places of the articles alike, best first. One pass that keeps the best
/// few: prerendering asks this of every article.
fn most_alike(archive: &SharedArchive, at: usize) -> Vec<usize> {
    let cards = &archive.shelf().catalogue.cards;
    let Some(own) = cards.get(at).filter(|own| !own.topics.is_empty()) else {
        return Vec::new();
    };
    // Shared topics as a negative number, so that less is better in all parts.
    let mut best: Vec<(isize, usize, usize)> = Vec::with_capacity(MOST_ALIKE + 1);
    for (other, card) in cards.iter().enumerate() {
        let apart = other.abs_diff(at);
        let shared = card
            .topics
            .iter()
            .filter(|t| own.topics.contains(t))
            .count();
        if shared == 0 || apart < 2 {
            continue;
        }
        let rank = (-(shared as isize), apart, other);
        let place = best.partition_point(|held| *held < rank);
        if place < MOST_ALIKE {
            best.insert(place, rank);
            best.truncate(MOST_ALIKE);
        }
    }
    best.into_iter().map(|(.., other)| other).collect()
}
