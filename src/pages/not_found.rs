//! Nothing stands at this address; what to do instead.

use yew::Html;

use crate::markup::el;

/// The page.
pub fn not_found() -> Html {
    let home = el("a.button|href=./").text("All headlines");
    el("main.about|id=main")
        .child(el("h1|tabindex=-1").text("There is nothing at this address"))
        .child(el("p.lead").text(
            "The article may have moved, or the link may have been cut short. Everything this archive holds is on its front page and can be searched above.",
        ))
        .child(el("p").child(home))
        .into()
}
