//! New results in two steps: what fills a screen at once, the rest after it is
//! painted. A key press then costs the same whatever was found.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::pause;
use crate::state::results::Results;

/// Headlines that fill the tallest screen at the smallest text size.
const SCREENFUL: usize = 30;

/// Lists up to this long are rendered whole: two steps would cost more than
/// they save.
const SHORT: usize = 100;

/// How many of the results to render now, at most `wanted`.
///
/// The first results are given whole: they stand on the page already.
#[hook]
pub fn use_staged(results: &Rc<Results>, wanted: usize) -> usize {
    let whole = use_state(|| results.clone());
    let rest = whole.clone();
    use_effect_with(results.clone(), move |results| {
        let results = results.clone();
        let pause =
            (!Rc::ptr_eq(&rest, &results)).then(|| pause::after_paint(move || rest.set(results)));
        move || drop(pause)
    });
    if Rc::ptr_eq(&whole, results) || results.articles.len() <= SHORT {
        wanted
    } else {
        wanted.min(SCREENFUL)
    }
}
