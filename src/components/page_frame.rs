//! What stands round every page: skip link, masthead or bar, footer.

use yew::Html;

use crate::markup::{El, el, nothing};
use crate::route::Route;
use crate::state::library::SharedArchive;
use crate::words::{Word, counted, date_in_words, fill, of_archive, say};

/// The element of the sheet with the keyboard shortcuts, for what opens it. It
/// stands beside the page: see `shortcuts_help.rs`.
pub const SHORTCUTS: &str = "shortcuts";

/// The first link of a page: past everything, to its main part.
pub fn skip_link(route: &Route) -> Html {
    el("a.skip")
        .href(route.address() + "#main")
        .say(Word::Skip)
        .into()
}

/// The button's target is [`super::settings::ID`].
fn settings_button() -> El {
    el("button.round|type=button|popovertarget=settings")
        .label(Word::Settings)
        .say(Word::SettingsMark)
}

/// The head of the front page.
pub fn masthead(archive: &SharedArchive) -> Html {
    let place = match &archive.period {
        Some(period) => fill(Word::ArchiveOf, &[&date_in_words(period)]),
        None => say(Word::Archive).to_owned(),
    };
    let subtitle = archive.subtitle.as_deref();
    el("header.masthead")
        .child(settings_button())
        .child(el("p.place").words(&place))
        .child(of_archive(el("h1|tabindex=-1"), archive).words(&archive.title))
        .maybe(subtitle.map(|subtitle| of_archive(el("p.strap"), archive).words(subtitle)))
        .into()
}

/// The head of every other page.
pub fn bar(archive: &SharedArchive, search: Html) -> Html {
    el("header.bar")
        .child(of_archive(el("a.home|href=./"), archive).words(&archive.title))
        .child(search)
        .child(settings_button())
        .into()
}

/// The foot of every page.
pub fn footer(archive: &SharedArchive, route: &Route) -> Html {
    let here = |this: &Route| (this == route).then_some("page");
    let problems = match archive.shelf().problems.len() {
        0 => nothing(),
        many => el("a|href=about/#problems")
            .told(counted(Word::ProblemsLink, many, ""))
            .into(),
    };
    let home = el("a|href=./")
        .attr_if("aria-current", here(&Route::front()))
        .say(Word::AllHeadlines);
    let about = el("a|href=about/")
        .attr_if("aria-current", here(&Route::About))
        .say(Word::About);
    let links = el("nav")
        .label(Word::AboutLinks)
        .child(home)
        .child(about)
        .child(el("a|href=about/#follow").say(Word::Follow))
        .child(problems);
    // The button's target is [`SHORTCUTS`].
    let shortcuts = el("button.plain|type=button|popovertarget=shortcuts").say(Word::Shortcuts);
    el("footer").child(links).child(shortcuts).into()
}
