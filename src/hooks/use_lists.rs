//! The list in hand and the one before it, one in the place of the other.
//!
//! Taking fifty headlines off the page, or two hundred, costs more than a frame
//! has room for, and so does hiding them the usual way. So at a key press the
//! browser is told to pass the old list over (`content-visibility`), and it is
//! taken off after the paint, with the second step of the results (see
//! `use_staged`).

use std::rc::Rc;

use yew::prelude::*;

use crate::components::still::still;
use crate::markup::el;

/// A list and the key of its element, which stays its own while it is on the page.
type Keyed = (u32, Rc<Html>);

/// The list to show, and in the `first` of two steps the one it replaces, passed
/// over.
#[hook]
pub fn use_lists(list: Rc<Html>, first: bool) -> Html {
    let whole = use_mut_ref(|| None::<Keyed>);
    // The list that is coming takes the next key.
    let coming = use_mut_ref(|| 0_u32);
    let before = whole.borrow().clone();
    let mut key = coming.borrow_mut();
    if before
        .as_ref()
        .is_some_and(|(held, _)| first && held == &*key)
    {
        *key += 1;
    }
    let mut lists = vec![el("div").key(*key).child(still(list.clone()))];
    if !first {
        *whole.borrow_mut() = Some((*key, list));
    } else if let Some((old, list)) = before {
        // After the other: where the browser knows no such thing it stands below
        // for a frame, and nothing jumps.
        lists.push(el("div.passed-over").key(old).child(still(list)));
    }
    el("div").children(lists).into()
}
