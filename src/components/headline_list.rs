//! Headlines in order, under their years.

use archive::{Article, Headline};
use yew::prelude::*;

use crate::route::Route;
use crate::state::filters::YearOf;
use crate::state::library::SharedArchive;
use crate::words::{dateline, machine_date, year_name};

/// What the list takes.
pub struct Props<'a> {
    /// Where the articles are.
    pub archive: &'a SharedArchive,
    /// Their places, in order.
    pub articles: &'a [usize],
}

/// Headlines, a section a year.
pub fn headline_list(props: &Props<'_>) -> Html {
    let cards = &props.archive.shelf().catalogue.cards;
    let year_of = |at: usize| cards.get(at).map_or(YearOf::Undated, |card| card.year);
    let years = props
        .articles
        .chunk_by(|&one, &next| year_of(one) == year_of(next));
    html! {
        <div class="years">
            { for years.enumerate().map(|(at, run)| {
                let name = year_name(year_of(run[0]));
                // Order by relevance may bring a year twice: the place tells them apart.
                let id = format!("year-{name}-{at}");
                html! {
                    <section class="year" aria-labelledby={id.clone()} key={id.clone()}>
                        <h2 {id}>{ name }</h2>
                        <ol>
                            { for run.iter().map(|&at| entry(props.archive, at)) }
                        </ol>
                    </section>
                }
            }) }
        </div>
    }
}

fn entry(archive: &SharedArchive, at: usize) -> Html {
    let Some(article) = archive.articles.get(at) else {
        return Html::default();
    };
    let topics = article
        .topics
        .iter()
        .filter_map(|&topic| archive.topics.get(usize::from(topic)));
    html! {
        <li key={at}>
            <a href={Route::Article(article.slug.clone()).address()} lang={language(article)} dir="auto">
                { headline(&article.headline) }
            </a>
            <p class="meta">
                { date(article) }
                { for topics.map(|topic| html! {
                    <span class={classes!("topic", article.supplied.topics.then_some("supplied"))}>
                        { &topic.label }
                    </span>
                }) }
                if article.body.survives() {
                    <strong>{"Full text"}</strong>
                }
            </p>
        </li>
    }
}

/// The dateline as a `<time>`.
pub fn date(article: &Article) -> Html {
    let machine = article.date.as_ref().and_then(machine_date);
    match machine {
        Some(machine) => html! { <time datetime={machine}>{ dateline(article) }</time> },
        None => html! { <span>{ dateline(article) }</span> },
    }
}

/// The language of an article where it differs from the page's.
#[must_use]
pub fn language(article: &Article) -> Option<AttrValue> {
    article.language.clone().map(AttrValue::from)
}

/// A headline with the line breaks of its source. The space before a break
/// keeps the words apart for those who hear or copy them.
pub fn headline(headline: &Headline) -> Html {
    if headline.lines.len() < 2 {
        return html! { { &headline.text } };
    }
    let last = headline.lines.len() - 1;
    headline
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            if at == last {
                html! { <>{ line }</> }
            } else {
                html! { <>{ line }{ " " }<br/></> }
            }
        })
        .collect()
}
