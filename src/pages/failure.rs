//! There is no archive to show: why, and what to do.

use yew::Html;

use crate::digits::digits;
use crate::markup::el;
use crate::state::library::Failure;
use crate::words::{Word, fill, problem, say};

/// The message, alone on the page or above the page as it was prerendered.
pub fn failure(failure: &Failure) -> Html {
    let said = |words, step| (say(words).to_owned(), say(step).to_owned());
    let (title, (words, step)) = match failure {
        Failure::Missing => (
            Word::MissingTitle,
            said(Word::MissingWords, Word::MissingStep),
        ),
        Failure::Unreachable => (
            Word::UnreachableTitle,
            said(Word::UnreachableWords, Word::UnreachableStep),
        ),
        Failure::Refused(status) => (
            Word::RefusedTitle,
            (
                fill(Word::RefusedWords, &[&digits((*status).into())]),
                say(Word::RefusedStep).to_owned(),
            ),
        ),
        Failure::Unreadable(problems) => (
            Word::UnreadableTitle,
            problems.first().map(problem).unwrap_or_default(),
        ),
    };
    el("div.failure|role=alert")
        .child(el("p").child(el("strong").say(title)))
        .child(el("p").words(&words))
        .child(el("p").words(&step))
        .into()
}
