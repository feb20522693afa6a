//! The timeline's bars.
//!
//! One stop for the keyboard: a list box whose options are the bars. Heights
//! are classes in steps, because the page's policy allows no inline style.

use yew::{Callback, Event, Html};

use crate::digits::digits;
use crate::markup::{El, On, el, nothing};
use crate::state::filters::Moment;
use crate::words::{Word, articles, direction, fill, moment_name};

/// Steps of height in the style sheet, `h0` to `h16`.
const STEPS: usize = 16;

/// Most bars by year that are each named; beyond it decades are.
const MOST_NAMED: usize = 12;

/// One bar as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// When.
    pub moment: Moment,
    /// How many articles with all other filters in force.
    pub count: usize,
    /// Inside the span in force, or being dragged over.
    pub chosen: bool,
}

/// What the timeline takes.
pub struct Props<'a> {
    /// The bars, oldest first.
    pub bars: &'a [Bar],
    /// The height of the tallest when nothing is filtered, in articles.
    pub tallest: usize,
    /// The bar the keyboard is on.
    pub active: usize,
    /// A bar was pressed.
    pub on_press: &'a Callback<(usize, Event)>,
    /// The pointer came over a bar.
    pub on_over: &'a Callback<(usize, Event)>,
    /// The pointer was let go.
    pub on_release: &'a Callback<Event>,
    /// A key was pressed.
    pub on_key: &'a Callback<Event>,
}

/// The name of a bar's element.
fn id(at: usize) -> String {
    ["bar-", &digits(at as i64)].concat()
}

/// The bars and their years; an empty place when there is nothing to draw.
pub fn timeline(props: &Props<'_>) -> Html {
    if props.bars.is_empty() {
        return nothing();
    }
    let bars = props.bars.iter().enumerate();
    let list = el("div.bars|role=listbox|aria-multiselectable=true|aria-orientation=horizontal|aria-describedby=timeline-help|tabindex=0")
        .label(Word::Timeline)
        .attr("aria-activedescendant", id(props.active))
        .on(On::KeyDown, props.on_key)
        .on(On::PointerUp, props.on_release)
        .children(bars.map(|(at, bar)| drawn(props, at, bar)));
    let help = el("p.hidden|id=timeline-help").say(Word::TimelineHelp);
    el("section.timeline")
        .label(Word::OverTime)
        .child(list)
        .child(help)
        .child(years(props.bars))
        .into()
}

fn drawn(props: &Props<'_>, at: usize, bar: &Bar) -> El {
    let height = (bar.count * STEPS)
        .div_ceil(props.tallest.max(1))
        .min(STEPS);
    let name = fill(Word::Bar, &[&moment_name(bar.moment), &articles(bar.count)]);
    let class = if at == props.active {
        "bar active"
    } else {
        "bar"
    };
    let chosen = if bar.chosen { "true" } else { "false" };
    let of_bar = |told: &Callback<(usize, Event)>| told.reform(move |event| (at, event));
    el("div|role=option")
        .key(at)
        .attr("id", id(at))
        .attr("aria-selected", chosen)
        .attr("aria-label", name.clone())
        .attr("title", name)
        .class(class)
        .on(On::PointerDown, &of_bar(props.on_press))
        .on(On::PointerEnter, &of_bar(props.on_over))
        .child(el("i").attr("class", ["h", &digits(height as i64)].concat()))
}

/// The years under the bars: as wide as their bars are many.
fn years(bars: &[Bar]) -> Html {
    let by_month = bars.first().is_some_and(|bar| bar.moment.month.is_some());
    let all_named = bars.len() <= MOST_NAMED;
    let runs = bars.chunk_by(|one, next| {
        if by_month {
            one.moment.year == next.moment.year
        } else {
            !all_named && next.moment.year % 10 != 0
        }
    });
    let mut before = 0;
    let names = runs.map(|run| {
        let x = before * 100 / bars.len();
        before += run.len();
        // A sliver of a year has no room for its name.
        let room = run.len() * 12 > bars.len();
        let year = run.first().filter(|_| room).map(|bar| bar.moment.year);
        // An SVG has no side that reading begins from; its text has.
        let from_left = if direction() == "rtl" { 100 - x } else { x };
        el("text|y=12")
            .key(x)
            .attr("x", digits(from_left as i64) + "%")
            .words(&year.map_or_else(String::new, |year| digits(year.into())))
    });
    el("svg.ticks|aria-hidden=true|width=100%|height=16")
        .children(names)
        .into()
}
