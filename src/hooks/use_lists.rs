//! The list of headlines and the list of what was found, one in the place of the
//! other.
//!
//! Taking two hundred headlines off the page costs more than a frame has room
//! for, and so does hiding them the usual way. So at the first letter the browser
//! is told to pass them over (`content-visibility`), and they are taken off after
//! the paint, with the second step of the results (see `use_staged`).

use std::rc::Rc;

use yew::prelude::*;

use crate::components::still::still;
use crate::markup::el;

/// The list to show, `found` for words, and in the `first` of two steps the one
/// it replaces, passed over.
#[hook]
pub fn use_lists(list: Rc<Html>, found: bool, first: bool) -> Html {
    let whole = use_mut_ref(|| None);
    let key = if found { "found" } else { "all" };
    let mut lists = vec![el("div").key(key).child(still(list.clone()))];
    if !first {
        *whole.borrow_mut() = (!found).then_some(list);
    } else if found && let Some(all) = whole.borrow().clone() {
        // After the other: where the browser knows no such thing it stands below
        // for a frame, and nothing jumps.
        lists.push(el("div.passed-over").key("all").child(still(all)));
    }
    el("div").children(lists).into()
}
