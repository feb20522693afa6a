//! The search field of the front page: what is typed is asked at once.

use yew::prelude::*;

use crate::browser::document;
use crate::state::filters::Filters;

/// Callbacks for the field's input and submit events.
#[hook]
pub fn use_search_field(
    filters: &Filters,
    on_typing: &Callback<Filters>,
) -> (Callback<Event>, Callback<Event>) {
    let base = filters.clone();
    let on_input = on_typing.reform(move |event: Event| Filters {
        words: document::typed(&event),
        more: 0,
        near: false,
        ..base.clone()
    });
    let on_submit = Callback::from(|event: Event| {
        event.prevent_default();
        document::close_keyboard();
    });
    (on_input, on_submit)
}
