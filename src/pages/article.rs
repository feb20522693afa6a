//! An article: what survives of it, and its neighbours.

use archive::{Article, Block, Related};
use yew::prelude::*;

use crate::components::article_body::{body, outside};
use crate::components::cite::cite;
use crate::components::headline_list::date;
use crate::components::marked::Marking;
use crate::components::nearby::{alike, entry, nearby};
use crate::hooks::use_matches::{Matches, use_matches};
use crate::hooks::use_page_tools::{PageTools, use_page_tools};
use crate::markup::{El, el, nothing};
use crate::route::Route;
use crate::state::filters::Filters;
use crate::state::library::{SharedArchive, SharedIndex};
use crate::state::results::marker;
use crate::words::{Word, around, counted, fill, from_side_of, number, of_article, reading_time};

/// Most articles offered as being like one.
const MOST_LIKE: usize = 5;

/// What the page takes.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The archive.
    pub archive: SharedArchive,
    /// Its index, when it is there.
    #[prop_or_default]
    pub index: Option<SharedIndex>,
    /// The article's place.
    pub at: usize,
    /// The words to mark.
    #[prop_or_default]
    pub words: String,
}

/// The article at a place; an empty main part when there is none.
#[component]
pub fn ArticlePage(props: &Props) -> Html {
    let archive = &props.archive;
    let tools = use_page_tools();
    let matches = use_matches(&props.words);
    let blocks = use_memo((archive.clone(), props.at), |(archive, at)| {
        let article = archive.articles.get(*at);
        article.map_or_else(Vec::new, |article| article.body.tree())
    });
    let index = props.index.as_ref();
    let marker = use_memo(
        (archive.clone(), index.cloned(), props.words.clone()),
        |(archive, index, words)| {
            let asked = !words.trim().is_empty();
            asked.then(|| marker(archive, index.as_ref(), words))
        },
    );
    let Some(article) = archive.articles.get(props.at) else {
        return el("main|id=main").into();
    };
    let marking = Marking::new((*marker).as_ref(), tools.pictures == Some(true));
    let text = if blocks.is_empty() {
        lost(article)
    } else {
        of_article(el("div.body"), archive, article).child(body(&blocks, &marking))
    };
    let whole = from_side_of(el("article"), archive, article)
        .child(kicker(archive, article))
        .child(
            of_article(el("h1|tabindex=-1"), archive, article)
                .child(marking.headline(&article.headline)),
        )
        .child(byline(article, &blocks))
        .maybe(marking.withheld.get().then(|| withheld(&tools)))
        .child(text)
        .maybe(
            article
                .note
                .as_deref()
                .map(|words| note(archive, article, words, &marking)),
        )
        .child(related(archive, article))
        .maybe(article.url.as_deref().map(source))
        .child(tool_bar(&tools))
        .child(cite(archive, article));
    let found = marker
        .is_some()
        .then(|| match_bar(&props.words, marking.count(), &matches));
    el("main|id=main")
        .maybe(found)
        .child(whole)
        .child(nearby(archive, props.at))
        .child(alike(archive, props.at))
        .maybe(index.and_then(|index| like_this(archive, index, props.at)))
        .into()
}

/// What was searched for, how often it is here, and the way from one to the next.
fn match_bar(words: &str, count: usize, matches: &Matches) -> El {
    let words = words.trim();
    let said = match (count, matches.at) {
        (0, _) => fill(Word::NoMatch, &[words]),
        (1, _) | (_, 0) => counted(Word::Matches, count, words),
        (_, at) => fill(Word::MatchOf, &[&number(at), &number(count)]),
    };
    let back = Route::Front(Filters {
        words: words.to_owned(),
        ..Filters::default()
    });
    let step = |name, told| el("button|type=button").on_click(told).say(name);
    let steps = || {
        el("span.steps")
            .child(step(Word::Previous, &matches.on_previous))
            .child(step(Word::Next, &matches.on_next))
    };
    el("div.matches|role=group")
        .label(Word::SearchMatches)
        .child(el("span|role=status").words(&said))
        .maybe((count > 1).then(steps))
        .child(el("a").href(back.address()).say(Word::AllResults))
}

/// Articles that use the same uncommon words.
fn like_this(archive: &SharedArchive, index: &SharedIndex, at: usize) -> Option<El> {
    let document = u32::try_from(at).ok()?;
    let hits = index.more_like(document, MOST_LIKE);
    let articles = hits
        .iter()
        .filter_map(|hit| archive.articles.get(hit.document as usize));
    let entries: Vec<El> = articles.map(|article| entry(archive, article)).collect();
    let list = || {
        el("section.alike|aria-labelledby=like")
            .child(el("h2|id=like").say(Word::MoreLikeThis))
            .child(el("ul").children(entries))
    };
    (!hits.is_empty()).then(list)
}

/// Says that pictures are held back, and shows them if that is wanted.
fn withheld(tools: &PageTools) -> El {
    let button = || {
        el("button.plain|type=button")
            .on_click(&tools.on_pictures)
            .say(Word::ShowPictures)
    };
    el("p.small")
        .say(Word::Withheld)
        .text(" ")
        .maybe(tools.pictures.map(|_| button()))
}

fn tool_bar(tools: &PageTools) -> El {
    let button = |name, told| el("button|type=button").on_click(told).say(name);
    el("div.tools")
        .child(button(Word::CopyLink, &tools.on_copy))
        .child(button(Word::Print, &tools.on_print))
        .child(el("span|role=status").text(tools.said))
}

fn kicker(archive: &SharedArchive, article: &Article) -> El {
    let topics = article
        .topics
        .iter()
        .filter_map(|&at| archive.topics.get(usize::from(at)));
    let pattern = if article.supplied.topics {
        "a.supplied"
    } else {
        "a"
    };
    el("p.kicker").children(topics.map(|topic| {
        el(pattern)
            .href(Route::topic(&topic.slug).address())
            .key(topic.slug.clone())
            .words(&topic.label)
    }))
}

pub(crate) fn byline(article: &Article, blocks: &[Block]) -> El {
    let words = archive::word_count(&archive::plain_text(blocks));
    let authors = article
        .authors
        .iter()
        .map(|name| el("span.author").key(name.clone()).words(name));
    el("div.byline")
        .child(authors.map(Html::from).collect::<Html>())
        .child(date(article))
        .maybe((words > 0).then(|| el("span").told(reading_time(words))))
        .maybe(supplied(article))
}

/// Says in words what the brackets mean here.
fn supplied(article: &Article) -> Option<El> {
    supplied_facts(article).map(|facts| el("span.supplied-by").say(facts))
}

/// What of a date and topics the archivist supplied.
#[must_use]
pub fn supplied_facts(article: &Article) -> Option<Word> {
    Some(
        match (
            article.supplied.date && article.date.is_some(),
            article.supplied.topics && !article.topics.is_empty(),
        ) {
            (true, true) => Word::SuppliedBoth,
            (true, false) => Word::SuppliedDate,
            (false, true) => Word::SuppliedTopics,
            (false, false) => return None,
        },
    )
}

pub(crate) fn lost(article: &Article) -> El {
    let plainly = el("p")
        .child(el("strong").say(Word::OnlyHeadline))
        .text(" ")
        .say(Word::TextLost);
    let elsewhere = article.url.is_some().then(|| el("p").say(Word::MayStand));
    el("div.lost").child(plainly).maybe(elsewhere)
}

fn note(archive: &SharedArchive, article: &Article, note: &str, marking: &Marking<'_>) -> El {
    el("aside.note|aria-labelledby=note")
        .child(el("h2|id=note").say(Word::Note))
        .child(of_article(el("p"), archive, article).child(marking.text(note)))
}

pub(crate) fn related(archive: &SharedArchive, article: &Article) -> Html {
    if article.related.is_empty() {
        return nothing();
    }
    let entry = |related: &Related| {
        let inside = related.article.and_then(|at| archive.articles.get(at));
        let words = related.headline.as_str();
        match (inside, &related.url) {
            (Some(inside), _) => {
                let address = Route::article(&inside.slug).address();
                el("li").child(el("a").href(address).words(words))
            }
            (None, Some(url)) => el("li").child(outside(url).words(words)),
            (None, None) => el("li")
                .words(words)
                .text(" ")
                .child(el("span.small").say(Word::NotHere)),
        }
    };
    el("div.related")
        .child(el("h2").say(Word::Related))
        .child(el("ul").children(article.related.iter().map(entry)))
        .into()
}

pub(crate) fn source(url: &str) -> El {
    let (before, after) = around(Word::FirstPublished);
    el("p.small")
        .text(before)
        .child(outside(url).words(url))
        .text(after)
}
