//! About the archive: what it is, where it comes from, how to follow it, what
//! is wrong with it, and what this device keeps.

use archive::Updates;
use yew::prelude::*;

use crate::components::article_body::outside;
use crate::state::library::SharedArchive;
use crate::words::{articles, number};

/// Most problems listed; the press lists them all.
const MOST_PROBLEMS: usize = 100;

/// The page.
pub fn about(archive: &SharedArchive) -> Html {
    html! {
        <main id="main" class="about">
            <h1 tabindex="-1">{"About this archive"}</h1>
            if let Some(description) = &archive.description {
                <p class="lead" dir="auto">{ description }</p>
            }
            { facts(archive) }
            { paragraph("Where it comes from", archive.provenance.as_deref()) }
            { paragraph("Rights", archive.rights.as_deref()) }
            { paragraph("Archivist’s note", archive.note.as_deref()) }
            { follow(archive) }
            <section aria-labelledby="device">
                <h2 id="device">{"On this device"}</h2>
                <p>
                    {"Your reading settings are kept in this browser and nowhere else. There is no account, no counter and no third party; the search runs on your device."}
                </p>
                <p class="small">{ concat!("Backissue ", env!("CARGO_PKG_VERSION")) }</p>
            </section>
            { problems(archive) }
        </main>
    }
}

fn facts(archive: &SharedArchive) -> Html {
    let whole = archive
        .articles
        .iter()
        .filter(|article| article.body.survives())
        .count();
    html! {
        <dl class="facts">
            <div><dt>{"Holds"}</dt><dd>{ articles(archive.articles.len()) }</dd></div>
            <div><dt>{"With full text"}</dt><dd>{ number(whole) }</dd></div>
            if let Some(period) = &archive.period {
                <div><dt>{"Period"}</dt><dd>{ period.readable() }</dd></div>
            }
            <div>
                <dt>{"State"}</dt>
                <dd>{ if archive.expired { "Closed: nothing more will come" } else { "Open: more may come" } }</dd>
            </div>
            if let Some(url) = &archive.home_page {
                <div><dt>{"Source"}</dt><dd>{ outside(url, html! { { url } }) }</dd></div>
            }
        </dl>
    }
}

fn paragraph(title: &'static str, text: Option<&str>) -> Html {
    match text {
        Some(text) => html! {
            <section>
                <h2>{ title }</h2>
                { for text.split("\n\n").map(|part| html! { <p dir="auto">{ part }</p> }) }
            </section>
        },
        None => html! { <section hidden={true}></section> },
    }
}

fn follow(archive: &SharedArchive) -> Html {
    html! {
        <section aria-labelledby="follow">
            <h2 id="follow">{"Follow updates"}</h2>
            <p>
                <a href="feed.xml">{"Atom feed"}</a>{" · "}<a href="feed.json">{"JSON Feed"}</a>
                {" · "}<a href="articles.json" download="articles.json">{"The whole archive as one file"}</a>
            </p>
            if let Some(updates) = &archive.updates {
                { by_mail(updates) }
            }
        </section>
    }
}

/// The source's own way to hear of changes: a mail link when it names an
/// address, its words when it does not.
fn by_mail(updates: &Updates) -> Html {
    let text = updates
        .text
        .as_deref()
        .unwrap_or("E-mail to hear about changes");
    match &updates.email {
        Some(email) => {
            let body = updates.body.as_deref().unwrap_or("update");
            html! { <p>{ outside(&format!("mailto:{email}?body={body}"), html! { { text } }) }</p> }
        }
        None => html! {
            <>
                <p>{"The source offered this; no address has come down to us:"}</p>
                <blockquote dir="auto">{ text }</blockquote>
            </>
        },
    }
}

fn problems(archive: &SharedArchive) -> Html {
    let found = &archive.shelf().problems;
    if found.is_empty() {
        return html! { <section hidden={true}></section> };
    }
    html! {
        <section aria-labelledby="problems">
            <h2 id="problems">{"Problems in this archive"}</h2>
            <p>{"For whoever publishes it. Everything that could be read is shown."}</p>
            <ol class="problems">
                { for found.iter().take(MOST_PROBLEMS).map(|problem| html! {
                    <li>
                        <p>{ problem.message() }</p>
                        <p class="small">
                            { problem.next_step() }
                            if problem.place.line > 0 {
                                { format!(" (line {}, column {})", problem.place.line, problem.place.column) }
                            }
                        </p>
                    </li>
                }) }
            </ol>
            if found.len() > MOST_PROBLEMS {
                <p>{ format!("And {} more.", number(found.len() - MOST_PROBLEMS)) }</p>
            }
        </section>
    }
}
