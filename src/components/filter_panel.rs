//! Filters with live counts.

use yew::{Callback, Event, Html};

use super::chips::{asking, survival_name};
use crate::markup::{el, nothing};
use crate::state::filters::{Choice, Filters, Survival};
use crate::state::library::SharedArchive;
use crate::state::results::Results;
use crate::words::{Word, counted, number, year_name};

/// Most choices shown of one kind; the commonest come first, those in force
/// always stay. More boxes than this is a search, and there is one above.
const MOST_SHOWN: usize = 16;

/// What the panel takes.
pub struct Props<'a> {
    /// For names.
    pub archive: &'a SharedArchive,
    /// For counts.
    pub results: &'a Results,
    /// What is in force.
    pub filters: &'a Filters,
    /// Whether it is open on a phone.
    pub open: bool,
    /// Told to open or close it.
    pub on_open: &'a Callback<Event>,
    /// Told what is asked instead.
    pub on_filters: &'a Callback<Filters>,
}

/// One checkbox to be.
struct Line {
    choice: Choice,
    name: String,
    count: u32,
}

/// The panel: a set of boxes a kind.
pub fn filter_panel(props: &Props<'_>) -> Html {
    let archive = props.archive;
    let found = props.results;
    let topics = archive.topics.iter().zip(&found.topics);
    let topics = topics.map(|(topic, &count)| Line {
        choice: Choice::Topic(topic.slug.clone()),
        name: topic.label.clone(),
        count,
    });
    let authors = archive.author_names.iter().zip(&found.authors);
    let authors = authors.map(|(name, &count)| Line {
        choice: Choice::Author(name.clone()),
        name: name.clone(),
        count,
    });
    let years = archive.shelf().catalogue.years.iter().zip(&found.years);
    let years = years.map(|(&year, &count)| Line {
        choice: Choice::Year(year),
        name: year_name(year),
        count,
    });
    let survival = [
        (Survival::FullText, found.full_text),
        (Survival::HeadlineOnly, found.headline_only),
    ];
    let survival = survival.into_iter().map(|(survival, count)| Line {
        choice: Choice::Survival(survival),
        name: survival_name(survival).to_owned(),
        count,
    });
    let in_use = props.filters.choices().len();
    let (class, expanded) = if props.open {
        ("filters open", "true")
    } else {
        ("filters", "false")
    };
    let count = || el("b").words(&[" ", &counted(Word::InUse, in_use, "")].concat());
    let opener = el("button.opener|type=button|aria-controls=filters")
        .attr("aria-expanded", expanded)
        .on_click(props.on_open)
        .say(Word::Filter)
        .maybe((in_use > 0).then(count));
    let sets = el("div|id=filters")
        .child(boxes(props, Word::Topic, topics.collect(), true))
        .child(boxes(props, Word::Year, years.collect(), false))
        .child(boxes(props, Word::Author, authors.collect(), true))
        .child(boxes(props, Word::Text, survival.collect(), false));
    el("aside")
        .label(Word::Filters)
        .class(class)
        .child(opener)
        .child(sets)
        .into()
}

fn boxes(props: &Props<'_>, legend: Word, mut lines: Vec<Line>, by_count: bool) -> Html {
    if lines.is_empty() {
        return nothing();
    }
    if by_count && lines.len() > MOST_SHOWN {
        lines = commonest(lines, props.filters);
    }
    el("fieldset")
        .child(el("legend").say(legend))
        .child(
            lines
                .into_iter()
                .map(|line| label(props, line))
                .collect::<Html>(),
        )
        .into()
}

fn label(props: &Props<'_>, line: Line) -> Html {
    let checked = props.filters.holds(&line.choice);
    let next = props.filters.with_toggled(line.choice);
    let field = el("input|type=checkbox")
        .checked(checked)
        .on_change(&asking(props.on_filters, next));
    let faint = (line.count == 0 && !checked).then_some("none");
    el("label")
        .attr_if("class", faint)
        .child(field)
        .child(el("span|dir=auto").words(&line.name))
        .child(el("b").told(number(line.count as usize)))
        .key(line.name)
        .into()
}

/// The lines in force and the commonest others, in the order they came: a box
/// that moved under the reader's hand would lose the focus.
fn commonest(lines: Vec<Line>, filters: &Filters) -> Vec<Line> {
    // Those in force before all others, then by their counts; one number each, as
    // everything here that is sorted is.
    let rank = |line: &Line| u64::from(filters.holds(&line.choice)) << 32 | u64::from(line.count);
    let mut ranks: Vec<u64> = lines.iter().map(rank).collect();
    ranks.sort_unstable();
    let last = ranks.len().checked_sub(MOST_SHOWN);
    let last = last.and_then(|at| ranks.get(at)).copied().unwrap_or(0);
    let mut left = MOST_SHOWN;
    lines
        .into_iter()
        .filter(|line| {
            let shown = line_is_shown(rank(line), last, left, filters.holds(&line.choice));
            left -= usize::from(shown && left > 0);
            shown
        })
        .collect()
}

/// Whether a line ranks among those shown; ties go to those that come first.
fn line_is_shown(rank: u64, last: u64, left: usize, held: bool) -> bool {
    held || (rank >= last && left > 0)
}
