//! From one match in an article to the next.

use yew::prelude::*;

use crate::browser::document;

/// What the bar over an article needs.
pub struct Matches {
    /// The match the reader was taken to, from 1; 0 before the first step.
    pub at: usize,
    /// To the one before; from the first to the last.
    pub on_previous: Callback<Event>,
    /// To the next; from the last to the first.
    pub on_next: Callback<Event>,
}

/// Steps through the matches; other words begin anew.
#[hook]
pub fn use_matches(words: &str) -> Matches {
    let at = use_state(|| (String::new(), 0));
    let now = if at.0 == words { at.1 } else { 0 };
    let step = |forward: bool| {
        let (at, words) = (at.clone(), words.to_owned());
        Callback::from(move |_: Event| at.set((words.clone(), document::step_match(now, forward))))
    };
    Matches {
        at: now,
        on_previous: step(false),
        on_next: step(true),
    }
}
