//! Nothing stands at this address; what to do instead.

use yew::prelude::*;

/// The page.
pub fn not_found() -> Html {
    html! {
        <main id="main" class="about">
            <h1 tabindex="-1">{"There is nothing at this address"}</h1>
            <p class="lead">
                {"The article may have moved, or the link may have been cut short. Everything this archive holds is on its front page and can be searched above."}
            </p>
            <p><a class="button" href="./">{"All headlines"}</a></p>
        </main>
    }
}
