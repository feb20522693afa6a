//! New results in two steps: what fills a screen at once, the rest after it is
//! painted. A key press then costs the same whatever was found.

use yew::prelude::*;

use crate::browser::{document, pause};
use crate::state::results::SharedAnswer;

/// What stands above the results, in CSS px: less than on any page.
const ABOVE: usize = 300;

/// The height of a headline, and of one with the passage that words bring: less
/// than either takes on any page.
const HEADLINE: usize = 50;
const WITH_PASSAGE: usize = 100;

/// What to render now.
pub struct Staged {
    /// How many of the results.
    pub articles: usize,
    /// True in the first of two steps.
    pub first: bool,
    /// The answer whose counts are shown beside them: while somebody types, the
    /// one before, until the results are painted.
    pub counted: SharedAnswer,
}

/// What to render now of an answer, at most `wanted` of its results.
///
/// The first results go in two steps as well, each a task of its own, while the
/// prerendered page still stands; the app takes over after both. Later the
/// first are given whole: whoever comes back expects the place they left.
#[hook]
pub fn use_staged(answer: &SharedAnswer, wanted: usize) -> Staged {
    let whole = use_state(|| document::ready().then(|| answer.clone()));
    let rest = whole.clone();
    use_effect_with(answer.clone(), move |answer| {
        let held = Some(answer.clone());
        let first = rest.is_none();
        let pause = (*rest != held).then(move || {
            let show = move || rest.set(held);
            if first {
                pause::after_turn(show)
            } else {
                pause::after_paint(show)
            }
        });
        move || drop(pause)
    });
    let found = answer.results.hits.len();
    let each = if answer.filters.words.is_empty() {
        HEADLINE
    } else {
        WITH_PASSAGE
    };
    let screenful = document::screen_height().saturating_sub(ABOVE) / each + 1;
    let in_part = |articles: usize, counted: &SharedAnswer| Staged {
        // Half as many again are rendered whole: two steps would cost more than
        // they save.
        articles: if found <= screenful + screenful / 2 {
            wanted
        } else {
            articles.min(wanted)
        },
        first: !whole.as_ref().is_some_and(|whole| whole == answer),
        counted: counted.clone(),
    };
    match &*whole {
        None => in_part(screenful, answer),
        Some(whole) if whole == answer => in_part(wanted, answer),
        // A box that was ticked must show it at once.
        Some(whole) if whole.filters.differ_in_words(&answer.filters) => in_part(screenful, whole),
        Some(_) => in_part(screenful, answer),
    }
}
