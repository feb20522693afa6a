//! The timeline's bars.
//!
//! One stop for the keyboard: a list box whose options are the bars. Heights
//! are classes in steps, because the page's policy allows no inline style.

use yew::prelude::*;

use crate::state::filters::Moment;
use crate::words::{articles, moment_name};

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
    pub on_press: &'a Callback<(usize, PointerEvent)>,
    /// The pointer came over a bar.
    pub on_over: &'a Callback<usize>,
    /// The pointer was let go.
    pub on_release: &'a Callback<PointerEvent>,
    /// A key was pressed.
    pub on_key: &'a Callback<KeyboardEvent>,
}

/// The name of a bar's element.
fn id(at: usize) -> String {
    format!("bar-{at}")
}

/// The bars and their years; an empty place when there is nothing to draw.
pub fn timeline(props: &Props<'_>) -> Html {
    if props.bars.is_empty() {
        return html! { <section class="timeline" hidden={true}></section> };
    }
    let tallest = props.tallest.max(1);
    html! {
        <section class="timeline" aria-label="Articles over time">
            <div class="bars" role="listbox" aria-label="Timeline" aria-multiselectable="true"
                aria-orientation="horizontal" aria-describedby="timeline-help" tabindex="0"
                aria-activedescendant={id(props.active)} onkeydown={props.on_key}
                onpointerup={props.on_release}>
                { for props.bars.iter().enumerate().map(|(at, bar)| {
                    let height = (bar.count * STEPS).div_ceil(tallest).min(STEPS);
                    let name = format!("{}, {}", moment_name(bar.moment), articles(bar.count));
                    html! {
                        <div key={at} id={id(at)} role="option" aria-selected={bar.chosen.to_string()}
                            aria-label={name.clone()} title={name}
                            class={classes!("bar", (at == props.active).then_some("active"))}
                            onpointerdown={props.on_press.reform(move |event| (at, event))}
                            onpointerenter={props.on_over.reform(move |_| at)}>
                            <i class={format!("h{height}")}></i>
                        </div>
                    }
                }) }
            </div>
            <p id="timeline-help" class="hidden">
                {"Arrow keys move, Enter filters, Shift with an arrow key widens the span."}
            </p>
            { years(props.bars) }
        </section>
    }
}

/// The years under the bars: as wide as their bars are many.
fn years(bars: &[Bar]) -> Html {
    let runs: Vec<&[Bar]> = if bars.first().is_some_and(|bar| bar.moment.month.is_some()) {
        bars.chunk_by(|one, next| one.moment.year == next.moment.year)
            .collect()
    } else if bars.len() <= MOST_NAMED {
        bars.chunks(1).collect()
    } else {
        bars.chunk_by(|_, next| next.moment.year % 10 != 0)
            .collect()
    };
    html! {
        <svg class="ticks" aria-hidden="true" width="100%" height="16">
            { for runs.iter().scan(0, |before, run| {
                let x = *before * 100 / bars.len();
                *before += run.len();
                Some((x, run))
            }).map(|(x, run)| html! {
                <text key={x} x={format!("{x}%")} y="12">
                    // A sliver of a year has no room for its name.
                    { if run.len() * 12 > bars.len() { run[0].moment.year.to_string() } else { String::new() } }
                </text>
            }) }
        </svg>
    }
}
