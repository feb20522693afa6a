//! The filters in use, each with a way to take it off.

use yew::{Callback, Event, Html};

use crate::markup::{el, nothing};
use crate::state::filters::{Choice, Filters, Moment, Survival};
use crate::state::library::SharedArchive;
use crate::words::{Word, around, fill, moment_name, say, year_name};

/// What the chips take.
pub struct Props<'a> {
    /// For the names of topics.
    pub archive: &'a SharedArchive,
    /// What is in force.
    pub filters: &'a Filters,
    /// Told what is asked instead.
    pub on_filters: &'a Callback<Filters>,
}

/// Asks the front page something else when the event comes.
pub fn asking(on_filters: &Callback<Filters>, next: Filters) -> Callback<Event> {
    on_filters.reform(move |_| next.clone())
}

/// A list of buttons; an empty place when nothing narrows the archive.
pub fn chips(props: &Props<'_>) -> Html {
    let choices = props.filters.choices();
    if choices.is_empty() {
        return nothing();
    }
    let all = Filters {
        order: props.filters.order,
        ..Filters::default()
    };
    let (before, after) = around(Word::Remove);
    let chip = |choice| {
        let name = name_of(&choice, props);
        let next = props.filters.with_toggled(choice);
        let button = el("button|type=button")
            .on_click(&asking(props.on_filters, next))
            .child(el("span.hidden").text(before))
            .words(&name)
            .child(el("span.hidden").text(after))
            .child(el("span.cross|aria-hidden=true").text(" ×"));
        el("li").key(name).child(button)
    };
    let clear = el("button.plain|type=button")
        .on_click(&asking(props.on_filters, all))
        .say(Word::ClearAll);
    el("ul.chips")
        .label(Word::FiltersInUse)
        .children(choices.into_iter().map(chip))
        .child(el("li").key("").child(clear))
        .into()
}

fn name_of(choice: &Choice, props: &Props<'_>) -> String {
    match choice {
        Choice::Topic(slug) => {
            let topic = props
                .archive
                .topics
                .iter()
                .find(|topic| topic.slug == *slug);
            topic.map_or_else(|| slug.clone(), |topic| topic.label.clone())
        }
        Choice::Author(name) => name.clone(),
        Choice::Year(year) => year_name(*year),
        Choice::Survival(survival) => survival_name(*survival).to_owned(),
        Choice::Span => span_name(props.filters.from, props.filters.to),
        Choice::Words => fill(Word::Quoted, &[props.filters.words.trim()]),
    }
}

/// What survives, in words.
#[must_use]
pub fn survival_name(survival: Survival) -> &'static str {
    say(match survival {
        Survival::FullText => Word::FullText,
        Survival::HeadlineOnly => Word::HeadlineOnly,
    })
}

fn span_name(from: Option<Moment>, to: Option<Moment>) -> String {
    match (from.map(moment_name), to.map(moment_name)) {
        (Some(from), Some(to)) if from == to => from,
        (Some(from), Some(to)) => fill(Word::Span, &[&from, &to]),
        (Some(from), None) => fill(Word::SpanFrom, &[&from]),
        (None, Some(to)) => fill(Word::SpanUntil, &[&to]),
        (None, None) => String::new(),
    }
}
