//! The reading settings.

use yew::{Callback, Html};

use super::page_frame::SHORTCUTS;
use crate::markup::{El, el};
use crate::state::preferences::{Preferences, PreferencesAction, SETTINGS, Setting};
use crate::words::Word;

/// The sheet's element, for the buttons that open it.
pub const ID: &str = "settings";

/// A popover dialogue of radio buttons; the browser opens and closes it.
pub fn settings(preferences: &Preferences, on_choice: &Callback<PreferencesAction>) -> Html {
    let radios = SETTINGS
        .iter()
        .map(|setting| radios(setting, preferences, on_choice));
    let shortcuts = preferences.shortcuts;
    let switch = el("input|type=checkbox|role=switch")
        .checked(shortcuts)
        .on_change(&on_choice.reform(move |_| PreferencesAction::Shortcuts(!shortcuts)));
    let help = el("button|type=button")
        .attr("popovertarget", SHORTCUTS)
        .say(Word::ShowShortcuts);
    let close = el("button|type=button|popovertargetaction=hide")
        .attr("popovertarget", ID)
        .say(Word::Close);
    el("dialog.sheet|popover=auto|aria-labelledby=settings-title")
        .attr("id", ID)
        .child(el("h2|id=settings-title").say(Word::Settings))
        .children(radios)
        .child(el("label.switch").child(switch).say(Word::SingleKeys))
        .child(el("p.small").say(Word::KeptHere))
        .child(el("p.buttons").child(help).child(close))
        .into()
}

fn radios(
    setting: &'static Setting,
    preferences: &Preferences,
    on_choice: &Callback<PreferencesAction>,
) -> El {
    let chosen = setting.chosen(preferences);
    let options = setting.options.iter().map(|&(action, value, word)| {
        let field = el("input|type=radio")
            .attr("name", setting.name)
            .attr("value", value)
            .checked(value == chosen)
            .on_change(&on_choice.reform(move |_| action));
        el("label")
            .key(value)
            .child(field)
            .child(el("span").say(word))
    });
    el("fieldset.radios")
        .child(el("legend").say(setting.legend))
        .child(options.map(Html::from).collect::<Html>())
}
