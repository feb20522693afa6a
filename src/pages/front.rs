//! The front page: masthead, search, timeline, filters, headlines.

use yew::prelude::*;

use crate::components::chips::{self, asking, chips};
use crate::components::filter_panel::{self, filter_panel};
use crate::components::headline_list::{self, headline_list};
use crate::components::page_frame::masthead;
use crate::components::search_box::{self, search_box};
use crate::components::still::still;
use crate::components::timeline::{self, Bar};
use crate::hooks::use_lists::use_lists;
use crate::hooks::use_results::use_results;
use crate::hooks::use_search_field::use_search_field;
use crate::hooks::use_span_choice::{SpanChoice, use_span_choice};
use crate::hooks::use_staged::use_staged;
use crate::markup::{El, el, nothing, side_by_side};
use crate::route::Route;
use crate::state::filters::{Filters, Order};
use crate::state::library::{SharedArchive, SharedIndex};
use crate::state::results::{Answer, Results};
use crate::words::{articles, number, year_name};

/// Headlines on the page at first and with every "show more": more would make
/// the page slow on a phone, fewer would break up most archives.
pub const PAGE: usize = 200;

/// The same while words are searched for: whoever searches reads the first few
/// or asks otherwise, and every key press makes another list.
const PAGE_FOUND: usize = 50;

fn page_of(filters: &Filters) -> usize {
    if filters.words.is_empty() {
        PAGE
    } else {
        PAGE_FOUND
    }
}

/// What the page takes.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The archive.
    pub archive: SharedArchive,
    /// Its index, when it is there.
    pub index: Option<SharedIndex>,
    /// What is asked.
    pub filters: Filters,
    /// Told what is asked instead, as a step to go back to.
    pub on_filters: Callback<Filters>,
    /// Told what is asked while somebody types.
    pub on_typing: Callback<Filters>,
}

/// The front page.
#[component]
pub fn FrontPage(props: &Props) -> Html {
    let archive = &props.archive;
    let filters = &props.filters;
    // Without words the index changes nothing, and its arrival must not either.
    let index = props.index.as_ref().filter(|_| !filters.words.is_empty());
    let answer = use_results(archive, index, filters);
    let results = &answer.results;
    let staged = use_staged(&answer, (filters.more + 1) * page_of(filters));
    let open = use_state(|| false);
    let on_open = {
        let open = open.clone();
        Callback::from(move |_: Event| open.set(!*open))
    };
    let (on_input, on_submit) = use_search_field(filters, &props.on_typing);
    let span = use_span_choice(archive, filters, &props.on_filters);
    let timeline = use_memo((staged.counted.clone(), span.hand()), |(counted, _)| {
        drawn_timeline(archive, counted, &span)
    });
    let panel = use_memo((staged.counted.clone(), *open), |(counted, open)| {
        filter_panel(&filter_panel::Props {
            archive,
            results: &counted.results,
            filters: &counted.filters,
            open: *open,
            on_open: &on_open,
            on_filters: &props.on_filters,
        })
    });
    let headlines = use_memo((answer.clone(), staged.articles), |(answer, most)| {
        let found = &answer.results.articles;
        if found.is_empty() {
            return nothing_fits(&answer.filters);
        }
        headline_list(&headline_list::Props {
            archive,
            articles: found.get(..*most).unwrap_or(found),
        })
    });
    let lists = use_lists(headlines, !filters.words.is_empty(), staged.first);
    let top = use_memo(archive.clone(), masthead);
    let foot = use_memo(archive.clone(), key_to_brackets);
    let search = search_box(&search_box::Props {
        words: filters.words.clone().into(),
        hint: format!("Search {}", articles(archive.articles.len())),
        on_input: &on_input,
        on_submit: &on_submit,
    });
    let status = el("div.status")
        .child(el("p.count|role=status").words(&count(results, filters)))
        .child(order(filters, &props.on_filters));
    let main = el("main|id=main")
        .child(el("h2.hidden").text("Headlines"))
        .child(status)
        .child(chips(&chips::Props {
            archive,
            filters,
            on_filters: &props.on_filters,
        }))
        .child(lists)
        .child(more(results, filters))
        .child(still(foot));
    el("div.front")
        .child(still(top))
        .child(search)
        .child(still(timeline))
        .child(el("div.page").child(still(panel)).child(main))
        .into()
}

fn drawn_timeline(archive: &SharedArchive, answer: &Answer, span: &SpanChoice) -> Html {
    let line = &archive.shelf().timeline;
    let bars: Vec<Bar> = line
        .bars
        .iter()
        .zip(&answer.results.bars)
        .enumerate()
        .map(|(at, (&moment, &count))| Bar {
            moment,
            count,
            chosen: span
                .dragged(at)
                .unwrap_or_else(|| line.chosen(moment, &answer.filters)),
        })
        .collect();
    timeline::timeline(&timeline::Props {
        bars: &bars,
        tallest: archive.shelf().tallest,
        active: span.hand().active,
        on_press: &span.on_press,
        on_over: &span.on_over,
        on_release: &span.on_release,
        on_key: &span.on_key,
    })
}

fn count(results: &Results, filters: &Filters) -> String {
    let order = match filters.order {
        Order::Newest => "newest first",
        Order::Oldest => "oldest first",
    };
    let found = articles(results.articles.len());
    if results.headlines_only {
        format!("{found} by headline; the text is still being read")
    } else {
        format!("{found}, {order}")
    }
}

fn order(filters: &Filters, on_filters: &Callback<Filters>) -> El {
    let (words, order) = match filters.order {
        Order::Newest => ("Oldest first", Order::Oldest),
        Order::Oldest => ("Newest first", Order::Newest),
    };
    let next = Filters {
        order,
        ..filters.clone()
    };
    el("button.plain|type=button")
        .on_click(&asking(on_filters, next))
        .text(words)
}

fn nothing_fits(filters: &Filters) -> Html {
    let others = filters.choices().len() > 1;
    let words = !filters.words.is_empty();
    let fewer = || el("li").text("Try fewer words, or only the beginning of one.");
    let steps = el("ul")
        .maybe(words.then(fewer))
        .maybe(others.then(|| el("li").text("Take off one of the filters above.")))
        .child(el("li").child(el("a|href=./").text("Show all headlines")));
    el("div.nothing")
        .child(el("p").text("Nothing in this archive fits."))
        .child(steps)
        .into()
}

/// The way to the rest. A link, so that it works before the reader runs; years
/// are offered where a list this long is better cut by time.
fn more(results: &Results, filters: &Filters) -> Html {
    let page = page_of(filters);
    let left = results
        .articles
        .len()
        .saturating_sub((filters.more + 1) * page);
    if left == 0 {
        return nothing();
    }
    let next = Filters {
        more: filters.more + 1,
        ..filters.clone()
    };
    let link = el("a.button")
        .href(Route::Front(next).address())
        .words(&format!("Show {} more", number(left.min(page))));
    el("p.more")
        .child(link)
        .child(el("span").words(&(number(left) + " not shown")))
        .into()
}

/// What the square brackets mean, where any are used; and the pages by year of
/// an archive too long for one page.
fn key_to_brackets(archive: &SharedArchive) -> Html {
    let supplied = archive
        .articles
        .iter()
        .any(|article| article.supplied.date || article.supplied.topics);
    let mut nodes = Vec::new();
    if supplied {
        let key = el("p.small").text(
            "Dates and topics in [square brackets] were supplied by the archivist; the source does not give them.",
        );
        nodes.push(key.into());
    }
    if archive.articles.len() > PAGE {
        let years = archive.shelf().catalogue.years.iter().map(|&year| {
            let link = el("a").href(Route::Year(year).address());
            el("li").child(link.words(&year_name(year)))
        });
        let list = el("nav.by-year|aria-label=By year").child(el("ul").children(years));
        nodes.push(list.into());
    }
    side_by_side(nodes)
}
