//! The reading settings.

use yew::{Callback, Html};

use super::page_frame::SHORTCUTS;
use crate::markup::{El, el, nothing, side_by_side};
use crate::state::preferences::{Preferences, PreferencesAction, SETTINGS};
use crate::words::{Word, languages, say};

/// The sheet's element, for the buttons that open it.
pub const ID: &str = "settings";

/// A popover dialogue of radio buttons; the browser opens and closes it. Beside
/// it, word of what was kept and could not be read.
pub fn settings(preferences: &Preferences, on_choice: &Callback<PreferencesAction>) -> Html {
    let sets = SETTINGS.iter().map(|setting| {
        let options = setting.options.iter();
        let options = options.map(|&(action, value, word)| (action, value, say(word)));
        let options: Vec<_> = options.collect();
        let chosen = setting.chosen(preferences);
        radios(setting.legend, setting.name, &options, chosen, on_choice)
    });
    let own = (
        PreferencesAction::Language(""),
        "",
        say(Word::ReaderLanguageAuto),
    );
    let mut options = vec![own];
    for (tag, name) in languages() {
        options.push((PreferencesAction::Language(tag), tag, name));
    }
    let languages = radios(
        Word::ReaderLanguage,
        "language",
        &options,
        preferences.language,
        on_choice,
    );
    let switch = |word, on: bool, action| {
        let switch = el("input|type=checkbox|role=switch")
            .checked(on)
            .on_change(&on_choice.reform(move |_| action));
        el("label.switch").child(switch).say(word)
    };
    let (shortcuts, pictures) = (preferences.shortcuts, preferences.pictures);
    let help = el("button|type=button")
        .attr("popovertarget", SHORTCUTS)
        .say(Word::ShowShortcuts);
    let close = el("button|type=button|popovertargetaction=hide")
        .attr("popovertarget", ID)
        .say(Word::Close);
    let lost = || el("p.lost-settings|role=status").say(Word::SettingsLost);
    let sheet = el("dialog.sheet|popover=auto|aria-labelledby=settings-title")
        .attr("id", ID)
        .child(el("h2|id=settings-title").say(Word::Settings))
        .children(sets)
        .child(languages)
        .child(switch(
            Word::SingleKeys,
            shortcuts,
            PreferencesAction::Shortcuts(!shortcuts),
        ))
        .child(switch(
            Word::ShowPictures,
            pictures,
            PreferencesAction::Pictures(!pictures),
        ))
        .child(el("p.small").say(Word::KeptHere))
        .child(el("p.buttons").child(help).child(close));
    side_by_side(vec![
        sheet.into(),
        if preferences.lost {
            lost().into()
        } else {
            nothing()
        },
    ])
}

fn radios(
    legend: Word,
    name: &'static str,
    options: &[(PreferencesAction, &'static str, &'static str)],
    chosen: &str,
    on_choice: &Callback<PreferencesAction>,
) -> El {
    let options = options.iter().map(|&(action, value, words)| {
        let field = el("input|type=radio")
            .attr("name", name)
            .attr("value", value)
            .checked(value == chosen)
            .on_change(&on_choice.reform(move |_| action));
        el("label")
            .key(value)
            .child(field)
            .child(el("span|dir=auto").text(words))
    });
    el("fieldset.radios")
        .child(el("legend").say(legend))
        .child(options.map(Html::from).collect::<Html>())
}
