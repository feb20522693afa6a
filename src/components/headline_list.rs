//! Headlines in order, under their years.

use archive::{Archive, Article, Headline};
use search::{Mark, Marker};
use yew::Html;

use super::marked::{marked, with_marks};
use crate::digits::digits;
use crate::markup::{El, el, words};
use crate::route::Route;
use crate::state::filters::YearOf;
use crate::state::library::SharedArchive;
use crate::state::results::Found;
use crate::words::{Word, around, dateline, machine_date, of_article, year_name};

/// Characters of a passage, about: two lines on a desk, three on a phone.
const PASSAGE: usize = 170;

/// What the list takes.
pub struct Props<'a> {
    /// Where the articles are.
    pub archive: &'a SharedArchive,
    /// Which, in order.
    pub hits: &'a [Found],
    /// Marks what matched.
    pub marker: &'a Marker,
    /// The words asked for: they go along to the article.
    pub words: &'a str,
    /// Under their years, or in one list.
    pub by_year: bool,
}

/// Headlines, a section a year or in one list.
pub fn headline_list(props: &Props<'_>) -> Html {
    let cards = &props.archive.shelf().catalogue.cards;
    let year_of = |hit: &Found| cards.get(hit.at).map_or(YearOf::Undated, |card| card.year);
    let list = |run: &[Found]| el("ol").children(run.iter().filter_map(|hit| entry(props, hit.at)));
    if !props.by_year {
        let list = list(props.hits);
        return el("div|class=years flat").child(list).into();
    }
    let years = props
        .hits
        .chunk_by(|one, next| year_of(one) == year_of(next));
    let sections = years.map(|run| {
        let year = run.first().map_or(YearOf::Undated, year_of);
        let id = match year {
            YearOf::Year(year) => ["year-", &digits(year.into())].concat(),
            YearOf::Undated => "undated".to_owned(),
        };
        el("section.year")
            .attr("aria-labelledby", id.clone())
            .key(id.clone())
            .child(el("h2").attr("id", id).told(year_name(year)))
            .child(list(run))
    });
    el("div.years").children(sections).into()
}

fn entry(props: &Props<'_>, at: usize) -> Option<El> {
    let archive = props.archive;
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
    let asked = !props.words.is_empty();
    let address = Route::Article(article.slug.clone(), props.words.to_owned()).address();
    let link = of_article(el("a"), archive, article).href(address);
    let link = if asked {
        link.child(marked_headline(&article.headline, props.marker))
    } else {
        link.child(headline(&article.headline))
    };
    let whole = article.body.survives();
    let mut meta = el("p.meta").child(date(article));
    if asked {
        let authors = article.authors.iter();
        let found = authors.filter(|name| !props.marker.marks(name).is_empty());
        meta = meta.children(found.map(|name| el("span").child(marked(name, props.marker))));
    }
    let meta = meta
        .children(topics.map(|held| match asked {
            true => el(topic).child(marked(&held.label, props.marker)),
            false => el(topic).words(&held.label),
        }))
        .maybe(whole.then(|| el("strong").say(Word::FullText)));
    let passage = asked
        .then(|| passage(archive, article, props.marker))
        .flatten();
    let mut entry = el("li").key(at).child(link);
    if let Some(passage) = passage {
        entry = entry.child(passage);
    }
    Some(entry.child(meta))
}

/// The passage that shows best what matched: of the text, else of the
/// archivist's note, else of the summary; none when only the headline did.
fn passage(archive: &Archive, article: &Article, marker: &Marker) -> Option<El> {
    let cut = |text: &str, (before, after): (&'static str, &'static str)| {
        let passage = marker.passage(text, PASSAGE);
        let first = passage.marks.first()?;
        debug_assert!(first.start >= passage.start, "marks are places in the text");
        let inside: Vec<Mark> = passage
            .marks
            .iter()
            .map(|mark| Mark {
                start: mark.start - passage.start,
                end: mark.end - passage.start,
            })
            .collect();
        let shown = text.get(passage.start..passage.end)?;
        let mut line = of_article(el("p.passage"), archive, article).text(before);
        if passage.start > 0 {
            line = line.text("… ");
        }
        line = line.child(with_marks(shown, &inside, false));
        if passage.end < text.len() {
            line = line.text(" …");
        }
        Some(line.text(after))
    };
    let body = || cut(&article.body.plain_text(), ("", ""));
    let note = || cut(article.note.as_deref()?, around(Word::NotePassage));
    let summary = || cut(article.summary.as_deref()?, ("", ""));
    body().or_else(note).or_else(summary)
}

/// The dateline as a `<time>`.
pub fn date(article: &Article) -> Html {
    let machine = article.date.as_ref().and_then(machine_date);
    el(if machine.is_some() { "time" } else { "span" })
        .attr_if("datetime", machine)
        .told(dateline(article))
        .into()
}

/// A headline with the line breaks of its source.
pub fn headline(headline: &Headline) -> Html {
    lines(headline, &|line| words(line))
}

/// The same with what matched marked.
pub fn marked_headline(headline: &Headline, marker: &Marker) -> Html {
    lines(headline, &|line| marked(line, marker))
}

/// The space before a break keeps the words apart for those who hear or copy them.
fn lines(headline: &Headline, each: &dyn Fn(&str) -> Html) -> Html {
    if headline.lines.len() < 2 {
        return each(&headline.text);
    }
    let mut nodes = Vec::new();
    for (at, line) in headline.lines.iter().enumerate() {
        if at > 0 {
            nodes.push(words(" "));
            nodes.push(el("br").into());
        }
        nodes.push(each(line));
    }
    nodes.into_iter().collect()
}
