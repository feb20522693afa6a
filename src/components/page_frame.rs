//! What stands round every page: skip link, masthead or bar, footer.

use yew::prelude::*;

use super::{settings, shortcuts_help};
use crate::route::Route;
use crate::state::library::SharedArchive;
use crate::words::number;

/// The first link of a page: past everything, to its main part.
pub fn skip_link(route: &Route) -> Html {
    html! {
        <a class="skip" href={format!("{}#main", route.address())}>{"Skip to the main part"}</a>
    }
}

fn settings_button() -> Html {
    html! {
        <button type="button" class="round" popovertarget={settings::ID} aria-label="Reading settings">
            {"Aa"}
        </button>
    }
}

/// The head of the front page.
pub fn masthead(archive: &SharedArchive) -> Html {
    let period = archive.period.as_ref().map(archive::Edtf::readable);
    html! {
        <header class="masthead">
            { settings_button() }
            <p class="place">
                { "Archive" }
                if let Some(period) = period { { " · " }{ period } }
            </p>
            <h1 tabindex="-1" dir="auto">{ &archive.title }</h1>
            if let Some(subtitle) = &archive.subtitle {
                <p class="strap" dir="auto">{ subtitle }</p>
            }
        </header>
    }
}

/// The head of every other page.
pub fn bar(archive: &SharedArchive, search: Html) -> Html {
    html! {
        <header class="bar">
            <a class="home" href="./" dir="auto">{ &archive.title }</a>
            { search }
            { settings_button() }
        </header>
    }
}

/// The foot of every page.
pub fn footer(archive: &SharedArchive, route: &Route) -> Html {
    let problems = archive.shelf().problems.len();
    let here = |this: &Route| (this == route).then_some("page");
    html! {
        <footer>
            <nav aria-label="About">
                <a href="./" aria-current={here(&Route::front())}>{"All headlines"}</a>
                <a href={Route::About.address()} aria-current={here(&Route::About)}>{"About this archive"}</a>
                <a href="about/#follow">{"Follow updates"}</a>
                if problems > 0 {
                    <a href="about/#problems">
                        { if problems == 1 {
                            "1 problem in this archive".to_owned()
                        } else {
                            format!("{} problems in this archive", number(problems))
                        } }
                    </a>
                }
            </nav>
            <button type="button" class="plain" popovertarget={shortcuts_help::ID}>{"Keyboard shortcuts"}</button>
        </footer>
    }
}
