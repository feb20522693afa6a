//! The front page: masthead, search, timeline, filters, headlines.

use search::{How, Odd};
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
use crate::state::results::{Answer, Found, Results};
use crate::words::{Word, around, articles, counted, fill, number, say, year_name};

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
    let most = (filters.more + 1) * page_of(filters);
    let answer = use_results(archive, index, filters, most);
    let results = &answer.results;
    let staged = use_staged(&answer, most);
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
        let results = &answer.results;
        if results.hits.is_empty() {
            return nothing_fits(&answer.filters);
        }
        found_list(archive, answer, *most)
    });
    let lists = use_lists(headlines, staged.first);
    let top = use_memo(archive.clone(), masthead);
    let foot = use_memo(archive.clone(), key_to_brackets);
    let search = search_box(&search_box::Props {
        words: filters.words.clone().into(),
        hint: counted(Word::SearchHint, archive.articles.len(), ""),
        on_input: &on_input,
        on_submit: &on_submit,
    });
    let status = el("div.status")
        .child(el("p.count|role=status").words(&count(results, filters)))
        .maybe((results.total > 1).then(|| orders(filters, &props.on_filters)));
    let main = el("main|id=main")
        .child(el("h2.hidden").say(Word::Headlines))
        .child(status)
        .child(chips(&chips::Props {
            archive,
            filters,
            on_filters: &props.on_filters,
        }))
        .child(remarks(results, filters, &props.on_typing))
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
    let mut words = articles(results.total);
    if results.total == 0 && !results.by_scan {
        return words;
    }
    if results.relaxed {
        words = fill(Word::CountRelaxed, &[&words]);
    }
    if filters.near && results.near > 0 {
        words = fill(Word::CountNear, &[&words, &number(results.near)]);
    }
    let ordered = match filters.order() {
        Order::Best => Word::CountBest,
        Order::Newest => Word::CountNewest,
        Order::Oldest => Word::CountOldest,
    };
    words = fill(ordered, &[&words]);
    if results.by_scan {
        words = fill(Word::CountReading, &[&words]);
    }
    words
}

/// The orders that are not in force.
fn orders(filters: &Filters, on_filters: &Callback<Filters>) -> El {
    let all = [
        (Word::BestFirst, Order::Best),
        (Word::NewestFirst, Order::Newest),
        (Word::OldestFirst, Order::Oldest),
    ];
    let words = !filters.words.trim().is_empty();
    let others = all
        .iter()
        .filter(|(_, order)| *order != filters.order() && (words || *order != Order::Best));
    el("span.orders").children(others.map(|&(name, order)| {
        // What is in force anyway need not stand in the address.
        let plain = Filters {
            order: None,
            ..filters.clone()
        };
        let next = Filters {
            order: (plain.order() != order).then_some(order),
            ..plain
        };
        el("button.plain|type=button")
            .key(say(name))
            .on_click(&asking(on_filters, next))
            .say(name)
    }))
}

/// The results: in order of time under their years; best first in one list,
/// and after them those that lack a word.
fn found_list(archive: &SharedArchive, answer: &Answer, most: usize) -> Html {
    let Answer { filters, results } = answer;
    let hits = results.hits.get(..most).unwrap_or(&results.hits);
    let list = |hits: &[Found], by_year| {
        headline_list(&headline_list::Props {
            archive,
            hits,
            marker: &results.marker,
            words: &filters.words,
            by_year,
        })
    };
    if filters.order() != Order::Best {
        return list(hits, true);
    }
    let whole = hits.partition_point(|hit| hit.whole);
    let (whole, near) = hits.split_at(whole);
    let mut nodes = vec![list(whole, false)];
    if !near.is_empty() {
        let title = el("h2.near-title").say(Word::SomeWords);
        nodes.push(title.into());
        nodes.push(list(near, false));
    }
    side_by_side(nodes)
}

/// What there is to say of the words: which are nowhere, and what was looked
/// for in their place.
fn remarks(results: &Results, filters: &Filters, on_typing: &Callback<Filters>) -> Html {
    let words = results.words.iter().filter_map(|word| {
        let meant = word.meant.first();
        let line = el("p").key(word.word.clone());
        Some(match (&word.how, meant) {
            (None, _) => line.told(fill(Word::Nowhere, &[&word.word])),
            (Some(How::Typo(_)), Some(meant)) => {
                line.told(fill(Word::ShowingFor, &[&word.word, meant]))
            }
            (Some(_), Some(meant)) => {
                let next = Filters {
                    words: filters.words.replace(&word.word, meant),
                    ..filters.clone()
                };
                let button = el("button.plain|type=button")
                    .on_click(&asking(on_typing, next))
                    .words(meant);
                {
                    let (before, after) = around(Word::DidYouMean);
                    line.text(before).child(button).text(after)
                }
            }
            _ => return None,
        })
    });
    let odd = results.remarks.iter().filter_map(|remark| {
        let word = match remark.kind {
            Odd::NotADate => Word::NoDate,
            Odd::Empty => Word::AfterColon,
            Odd::OnlyUnwanted => Word::OnlyUnwanted,
            // The rest is what half a question looks like.
            Odd::Unclosed | Odd::Dangling | Odd::Symbol => return None,
        };
        Some(el("p").key(say(word)).say(word))
    });
    el("div.remarks|role=status")
        .children(words.map(Html::from).chain(odd.map(Html::from)))
        .into()
}

fn nothing_fits(filters: &Filters) -> Html {
    let others = filters.choices().len() > 1;
    let words = !filters.words.is_empty();
    let fewer = || el("li").say(Word::TryFewer);
    let steps = el("ul")
        .maybe(words.then(fewer))
        .maybe(others.then(|| el("li").say(Word::TryFilters)))
        .child(el("li").child(el("a|href=./").say(Word::ShowAll)));
    el("div.nothing")
        .child(el("p").say(Word::NothingFits))
        .child(steps)
        .into()
}

/// The way to the rest. A link, so that it works before the reader runs; years
/// are offered where a list this long is better cut by time.
fn more(results: &Results, filters: &Filters) -> Html {
    let page = page_of(filters);
    let listed = results.total + if filters.near { results.near } else { 0 };
    let left = listed.saturating_sub((filters.more + 1) * page);
    if left == 0 {
        return near_misses(results, filters);
    }
    let next = Filters {
        more: filters.more + 1,
        ..filters.clone()
    };
    let link = el("a.button")
        .href(Route::Front(next).address())
        .told(counted(Word::ShowMore, left.min(page), ""));
    el("p.more")
        .child(link)
        .child(el("span").told(counted(Word::NotShown, left, "")))
        .into()
}

/// The way to the articles that lack a word.
fn near_misses(results: &Results, filters: &Filters) -> Html {
    if filters.near || results.near == 0 {
        return nothing();
    }
    let next = Filters {
        near: true,
        ..filters.clone()
    };
    let link = el("a.button")
        .href(Route::Front(next).address())
        .told(counted(Word::ShowNear, results.near, ""));
    el("p.more").child(link).into()
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
        let key = el("p.small").say(Word::Brackets);
        nodes.push(key.into());
    }
    if archive.articles.len() > PAGE {
        let years = archive.shelf().catalogue.years.iter().map(|&year| {
            let link = el("a").href(Route::Year(year).address());
            el("li").child(link.told(year_name(year)))
        });
        let list = el("nav.by-year")
            .label(Word::ByYear)
            .child(el("ul").children(years));
        nodes.push(list.into());
    }
    side_by_side(nodes)
}
