//! Nothing stands at this address; what to do instead.

use yew::Html;

use crate::markup::el;
use crate::words::Word;

/// The page.
pub fn not_found() -> Html {
    let home = el("a.button|href=./").say(Word::AllHeadlines);
    el("main.about|id=main")
        .child(el("h1|tabindex=-1").say(Word::NotFoundTitle))
        .child(el("p.lead").say(Word::NotFoundWords))
        .child(el("p").child(home))
        .into()
}
