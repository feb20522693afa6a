//! The reader in the browser: library, address bar and preferences round a
//! [`frame`].

use yew::prelude::*;

use crate::browser::{document, pause};
use crate::components::settings::settings;
use crate::frame::{self, frame};
use crate::head::head;
use crate::hooks::use_library::use_library;
use crate::hooks::use_navigation::use_navigation;
use crate::hooks::use_preferences::use_preferences;
use crate::hooks::use_shortcuts::use_shortcuts;
use crate::pages::failure::failure;
use crate::state::library::Library;

/// What the app takes.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Told once there is something to show: `true` for the page, `false` for
    /// a message why there is none.
    pub on_ready: Callback<bool>,
}

/// The app.
#[component]
pub fn App(props: &Props) -> Html {
    let library = use_library();
    let (preferences, on_choice) = use_preferences();
    let shown = match &library {
        Library::Loading => None,
        Library::Ready(..) => Some(true),
        Library::Failed(_) => Some(false),
    };
    {
        let on_ready = props.on_ready.clone();
        use_effect_with(shown, move |shown| {
            if let Some(shown) = *shown {
                // A long list comes in two steps, the second one turn later:
                // see `use_staged`. One more, and it stands.
                pause::later(async move {
                    pause::turn().await;
                    pause::turn().await;
                    on_ready.emit(shown);
                });
            }
        });
    }
    let navigation = use_navigation(shown.is_some());
    use_shortcuts(preferences.shortcuts);
    let settings = use_memo(preferences, |preferences| settings(preferences, &on_choice));
    let archive = match &library {
        Library::Ready(archive, _) => Some(archive.clone()),
        _ => None,
    };
    use_effect_with((archive, navigation.route.clone()), |(archive, route)| {
        if let Some(archive) = archive {
            document::show_head(&head(archive, route));
        }
    });
    match library {
        Library::Loading => crate::markup::nothing(),
        Library::Failed(reason) => failure(&reason),
        Library::Ready(archive, index) => frame(&frame::Props {
            archive,
            index,
            route: navigation.route,
            settings,
            on_filters: navigation.on_filters,
            on_typing: navigation.on_typing,
        }),
    }
}
