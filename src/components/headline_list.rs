//! Headlines in order, under their years.

use archive::{Article, Headline};
use yew::Html;

use crate::markup::{El, el, words};
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
    let sections = years.enumerate().map(|(at, run)| {
        let name = year_name(run.first().map_or(YearOf::Undated, |&at| year_of(at)));
        // Order by relevance may bring a year twice: the place tells them apart.
        let id = format!("year-{name}-{at}");
        let list = el("ol").children(run.iter().filter_map(|&at| entry(props.archive, at)));
        el("section.year")
            .attr("aria-labelledby", id.clone())
            .key(id.clone())
            .child(el("h2").attr("id", id).words(&name))
            .child(list)
    });
    el("div.years").children(sections).into()
}

fn entry(archive: &SharedArchive, at: usize) -> Option<El> {
    let article = archive.articles.get(at)?;
    let topics = article
        .topics
        .iter()
        .filter_map(|&topic| archive.topics.get(usize::from(topic)));
    let topic = if article.supplied.topics {
        "span|class=topic supplied"
    } else {
        "span.topic"
    };
    let link = el("a|dir=auto")
        .href(Route::Article(article.slug.clone()).address())
        .attr_if("lang", article.language.clone())
        .child(headline(&article.headline));
    let whole = article.body.survives();
    let meta = el("p.meta")
        .child(date(article))
        .children(topics.map(|held| el(topic).words(&held.label)))
        .maybe(whole.then(|| el("strong").text("Full text")));
    Some(el("li").key(at).child(link).child(meta))
}

/// The dateline as a `<time>`.
pub fn date(article: &Article) -> Html {
    let machine = article.date.as_ref().and_then(machine_date);
    el(if machine.is_some() { "time" } else { "span" })
        .attr_if("datetime", machine)
        .words(&dateline(article))
        .into()
}

/// A headline with the line breaks of its source. The space before a break
/// keeps the words apart for those who hear or copy them.
pub fn headline(headline: &Headline) -> Html {
    if headline.lines.len() < 2 {
        return words(&headline.text);
    }
    let mut nodes = Vec::new();
    for (at, line) in headline.lines.iter().enumerate() {
        if at > 0 {
            nodes.push(words(" "));
            nodes.push(el("br").into());
        }
        nodes.push(words(line));
    }
    nodes.into_iter().collect()
}
