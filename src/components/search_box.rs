//! The search landmark.

use yew::virtual_dom::AttrValue;
use yew::{Callback, Event, Html};

use crate::markup::{On, el};
use crate::words::Word;

/// What the search box takes.
pub struct Props<'a> {
    /// What stands in it.
    pub words: AttrValue,
    /// The greyed hint.
    pub hint: String,
    /// Told at every key press.
    pub on_input: &'a Callback<Event>,
    /// Told when Enter is pressed.
    pub on_submit: &'a Callback<Event>,
}

/// A labelled search field; it works as a plain form too.
pub fn search_box(props: &Props<'_>) -> Html {
    let field = el("input|id=q|name=q|type=search|autocomplete=off|autocapitalize=none|spellcheck=false|enterkeyhint=search|aria-keyshortcuts=/")
        .attr("placeholder", props.hint.clone())
        .value(props.words.clone())
        .on(On::Input, props.on_input);
    let form = el("form|action=./|role=none")
        .on(On::Submit, props.on_submit)
        .child(el("label.hidden|for=q").say(Word::SearchLabel))
        .child(field)
        .child(el("kbd|aria-hidden=true").text("/"));
    el("search.searchbox").child(form).into()
}
