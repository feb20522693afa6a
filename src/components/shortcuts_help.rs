//! The keys that do something, and what can be typed into the search field.
//!
//! The press prints this sheet into every page and the reader leaves it as it is;
//! where the reader speaks another language than the page, it puts its own words
//! in the place of those that are marked with their message's number.

use yew::Html;

use super::page_frame::SHORTCUTS as ID;
use crate::markup::{El, el};
use crate::words::{Word, say};

/// Keys and what they do, as the help lists them.
const SHORTCUTS: &[(&str, Word)] = &[
    ("/", Word::KeySearch),
    ("j", Word::KeyNext),
    ("k", Word::KeyPrevious),
    ("n", Word::KeyLater),
    ("p", Word::KeyEarlier),
    ("h", Word::KeyFront),
    ("s", Word::KeySettings),
    ("?", Word::KeyList),
    ("Esc", Word::KeyEscape),
];

/// What is typed: the same in every language, or an example in each one's own.
enum Typed {
    Same(&'static str),
    Own(Word),
}

/// What can be typed into the search field besides words; the whole of it is in
/// `docs/query-language.md`.
const QUERIES: &[(Typed, Word)] = &[
    (Typed::Own(Word::TypedPhrase), Word::QueryPhrase),
    (Typed::Own(Word::TypedWithout), Word::QueryWithout),
    (Typed::Own(Word::TypedEither), Word::QueryEither),
    (Typed::Same("title: author: topic:"), Word::QueryFields),
    (Typed::Same("2002..2004"), Word::QueryYears),
    (Typed::Same("before:2003-03"), Word::QueryBefore),
    (Typed::Same("C++ 15/2"), Word::QuerySymbols),
];

/// An element with a message inside, marked with its number.
fn marked(pattern: &'static str, word: Word) -> El {
    let number = (word as usize).to_string();
    el(pattern).attr("data-word", number).text(say(word))
}

fn line(typed: El, meaning: Word) -> El {
    el("div")
        .child(el("dt").child(typed))
        .child(marked("dd", meaning))
}

/// A popover dialogue with the lists.
pub fn shortcuts_help() -> Html {
    let close = marked("button|type=button|popovertargetaction=hide", Word::Close)
        .attr("popovertarget", ID);
    let keys = SHORTCUTS
        .iter()
        .map(|&(key, word)| line(el("kbd").text(key), word));
    let queries = QUERIES.iter().map(|(typed, meaning)| {
        let typed = match typed {
            Typed::Same(typed) => el("kbd|dir=ltr").text(typed),
            Typed::Own(word) => marked("kbd", *word),
        };
        line(typed, *meaning)
    });
    el("dialog.sheet|popover=auto|aria-labelledby=shortcuts-title")
        .attr("id", ID)
        .child(marked("h2|id=shortcuts-title", Word::Shortcuts))
        .child(el("dl.keys").children(keys))
        .child(marked("p.small", Word::KeysOff))
        .child(marked("h2", Word::Searching))
        .child(el("dl|class=keys queries").children(queries))
        .child(el("p.buttons").child(close))
        .into()
}
