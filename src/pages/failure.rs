//! There is no archive to show: why, and what to do.

use archive::Problem;
use yew::Html;

use crate::markup::el;
use crate::state::library::Failure;

/// The message, alone on the page or above the page as it was prerendered.
pub fn failure(failure: &Failure) -> Html {
    let (title, words, step): (String, String, String) = match failure {
        Failure::Missing => (
            "The archive is missing".into(),
            "The host says that there is no articles.json beside this page.".into(),
            "If you publish this archive, put articles.json into the folder and reload.".into(),
        ),
        Failure::Unreachable => (
            "The archive cannot be reached".into(),
            "The host did not answer.".into(),
            "Check your connection, then reload this page.".into(),
        ),
        Failure::Refused(status) => (
            "The archive cannot be had".into(),
            format!("The host answered with status {status}."),
            "Try again later; if it stays so, tell whoever publishes this archive.".into(),
        ),
        Failure::Unreadable(problems) => (
            "The archive cannot be read".into(),
            problems.first().map_or_else(String::new, Problem::message),
            problems
                .first()
                .map_or_else(String::new, |problem| problem.next_step().to_string()),
        ),
    };
    el("div.failure|role=alert")
        .child(el("p").child(el("strong").words(&title)))
        .child(el("p").words(&words))
        .child(el("p").words(&step))
        .into()
}
