//! New results in two steps: what fills a screen at once, the rest after it is
//! painted. A key press then costs the same whatever was found.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{document, pause};
use crate::state::results::Results;

/// Headlines that fill the tallest screen at the smallest text size.
const SCREENFUL: usize = 30;

/// Lists up to this long are rendered whole: two steps would cost more than
/// they save.
const SHORT: usize = 100;

/// How many of the results to render now, at most `wanted`.
///
/// The first results go in two steps as well, each a task of its own, while the
/// prerendered page still stands; the app takes over after both. Later the
/// first are given whole: whoever comes back expects the place they left.
#[hook]
pub fn use_staged(results: &Rc<Results>, wanted: usize) -> usize {
    let whole = use_state(|| document::ready().then(|| results.clone()));
    let rest = whole.clone();
    use_effect_with(results.clone(), move |results| {
        let held = Some(results.clone());
        let first = rest.is_none();
        let pause =
            (!rest.as_ref().is_some_and(|rest| Rc::ptr_eq(rest, results))).then(move || {
                let show = move || rest.set(held);
                if first {
                    pause::after_turn(show)
                } else {
                    pause::after_paint(show)
                }
            });
        move || drop(pause)
    });
    let short = if whole.is_none() { SCREENFUL } else { SHORT };
    let same = whole
        .as_ref()
        .is_some_and(|whole| Rc::ptr_eq(whole, results));
    if same || results.articles.len() <= short {
        wanted
    } else {
        wanted.min(SCREENFUL)
    }
}
