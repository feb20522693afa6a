//! An article: what survives of it, and its neighbours.

use archive::{Article, Block};
use yew::prelude::*;

use crate::components::article_body::{body, outside};
use crate::components::headline_list::{date, headline, language};
use crate::components::nearby::{alike, nearby};
use crate::hooks::use_page_tools::use_page_tools;
use crate::route::Route;
use crate::state::library::SharedArchive;
use crate::words::reading_time;

/// What the page takes.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The archive.
    pub archive: SharedArchive,
    /// The article's place.
    pub at: usize,
}

/// The article at a place; an empty main part when there is none.
#[component]
pub fn ArticlePage(props: &Props) -> Html {
    let archive = &props.archive;
    let tools = use_page_tools();
    let blocks = use_memo((archive.clone(), props.at), |(archive, at)| {
        let article = archive.articles.get(*at);
        article.map_or_else(Vec::new, |article| article.body.blocks().0)
    });
    let Some(article) = archive.articles.get(props.at) else {
        return html! { <main id="main"></main> };
    };
    html! {
        <main id="main">
            <article lang={language(article)} dir="auto">
                { kicker(archive, article) }
                <h1 tabindex="-1">{ headline(&article.headline) }</h1>
                { byline(article, &blocks) }
                if !blocks.is_empty() {
                    <div class="body">{ body(&blocks) }</div>
                } else {
                    { lost(article) }
                }
                { note(article) }
                { related(archive, article) }
                { source(article) }
                <div class="tools">
                    <button type="button" onclick={tools.on_copy}>{"Copy link"}</button>
                    <button type="button" onclick={tools.on_print}>{"Print"}</button>
                    <span role="status">{ tools.said }</span>
                </div>
            </article>
            { nearby(archive, props.at) }
            { alike(archive, props.at) }
        </main>
    }
}

fn kicker(archive: &SharedArchive, article: &Article) -> Html {
    let topics = article
        .topics
        .iter()
        .filter_map(|&at| archive.topics.get(usize::from(at)));
    let supplied = article.supplied.topics.then_some("supplied");
    html! {
        <p class="kicker">
            { for topics.map(|topic| html! {
                <a class={classes!(supplied)} href={Route::topic(&topic.slug).address()} key={topic.slug.clone()}>
                    { &topic.label }
                </a>
            }) }
        </p>
    }
}

fn byline(article: &Article, blocks: &[Block]) -> Html {
    let words = archive::word_count(&archive::plain_text(blocks));
    html! {
        <div class="byline">
            { for article.authors.iter().map(|name| html! { <span class="author" key={name.clone()}>{ name }</span> }) }
            { date(article) }
            if words > 0 {
                <span>{ reading_time(words) }</span>
            }
            { supplied(article) }
        </div>
    }
}

/// Says in words what the brackets mean here.
fn supplied(article: &Article) -> Html {
    let facts = match (
        article.supplied.date && article.date.is_some(),
        article.supplied.topics && !article.topics.is_empty(),
    ) {
        (true, true) => "Date and topics supplied by the archivist",
        (true, false) => "Date supplied by the archivist",
        (false, true) => "Topics supplied by the archivist",
        (false, false) => return html! { <span hidden={true}></span> },
    };
    html! { <span class="supplied-by">{ facts }</span> }
}

fn lost(article: &Article) -> Html {
    html! {
        <div class="lost">
            <p>
                <strong>{"Only the headline survives here."}</strong>
                {" The text of this article is not in the archive."}
            </p>
            if article.url.is_some() {
                <p>{"It may still stand where it was first published: see below."}</p>
            }
        </div>
    }
}

fn note(article: &Article) -> Html {
    match &article.note {
        Some(note) => html! {
            <aside class="note" aria-labelledby="note">
                <h2 id="note">{"Archivist’s note"}</h2>
                <p>{ note }</p>
            </aside>
        },
        None => html! { <aside class="note" hidden={true}></aside> },
    }
}

fn related(archive: &SharedArchive, article: &Article) -> Html {
    if article.related.is_empty() {
        return html! { <div class="related" hidden={true}></div> };
    }
    html! {
        <div class="related">
            <h2>{"Related"}</h2>
            <ul>
                { for article.related.iter().map(|related| {
                    let inside = related.article.and_then(|at| archive.articles.get(at));
                    match (inside, &related.url) {
                        (Some(inside), _) => html! {
                            <li><a href={Route::Article(inside.slug.clone()).address()}>{ &related.headline }</a></li>
                        },
                        (None, Some(url)) => html! {
                            <li>{ outside(url, html! { { &related.headline } }) }</li>
                        },
                        (None, None) => html! {
                            <li>{ &related.headline }{" "}<span class="small">{"(not in this archive)"}</span></li>
                        },
                    }
                }) }
            </ul>
        </div>
    }
}

fn source(article: &Article) -> Html {
    match &article.url {
        Some(url) => html! {
            <p class="small">{"First published at "}{ outside(url, html! { { url } }) }</p>
        },
        None => html! { <p hidden={true}></p> },
    }
}
