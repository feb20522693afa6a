//! About the archive: what it is, where it comes from, how to follow it, what
//! is wrong with it, and what this device keeps.

use archive::{Problem, Updates};
use yew::Html;

use crate::components::article_body::outside;
use crate::markup::{El, el, nothing, side_by_side};
use crate::state::library::SharedArchive;
use crate::words::{articles, number};

/// Most problems listed; the press lists them all.
const MOST_PROBLEMS: usize = 100;

/// The page.
pub fn about(archive: &SharedArchive) -> Html {
    let description = archive.description.as_deref();
    let device = el("section|aria-labelledby=device")
        .child(el("h2|id=device").text("On this device"))
        .child(el("p").text(
            "Your reading settings are kept in this browser and nowhere else. There is no account, no counter and no third party; the search runs on your device.",
        ))
        .child(el("p.small").text(concat!("Backissue ", env!("CARGO_PKG_VERSION"))));
    el("main.about|id=main")
        .child(el("h1|tabindex=-1").text("About this archive"))
        .maybe(description.map(|text| el("p.lead|dir=auto").words(text)))
        .child(facts(archive))
        .child(paragraph(
            "Where it comes from",
            archive.provenance.as_deref(),
        ))
        .child(paragraph("Rights", archive.rights.as_deref()))
        .child(paragraph("Archivist’s note", archive.note.as_deref()))
        .child(follow(archive))
        .child(device)
        .child(problems(archive))
        .into()
}

fn facts(archive: &SharedArchive) -> El {
    let whole = archive
        .articles
        .iter()
        .filter(|article| article.body.survives())
        .count();
    let fact = |term, words: &str| {
        el("div")
            .child(el("dt").text(term))
            .child(el("dd").words(words))
    };
    let source = |url: &String| {
        el("div")
            .child(el("dt").text("Source"))
            .child(el("dd").child(outside(url).words(url)))
    };
    let period = archive.period.as_ref();
    let state = if archive.expired {
        "Closed: nothing more will come"
    } else {
        "Open: more may come"
    };
    el("dl.facts")
        .child(fact("Holds", &articles(archive.articles.len())))
        .child(fact("With full text", &number(whole)))
        .maybe(period.map(|period| fact("Period", &period.readable())))
        .child(fact("State", state))
        .maybe(archive.home_page.as_ref().map(source))
}

fn paragraph(title: &'static str, text: Option<&str>) -> Html {
    let Some(text) = text else {
        return nothing();
    };
    el("section")
        .child(el("h2").text(title))
        .children(text.split("\n\n").map(|part| el("p|dir=auto").words(part)))
        .into()
}

fn follow(archive: &SharedArchive) -> El {
    let feeds = el("p")
        .child(el("a|href=feed.xml").text("Atom feed"))
        .text(" · ")
        .child(el("a|href=feed.json").text("JSON Feed"))
        .text(" · ")
        .child(
            el("a|href=articles.json|download=articles.json").text("The whole archive as one file"),
        );
    el("section|aria-labelledby=follow")
        .child(el("h2|id=follow").text("Follow updates"))
        .child(feeds)
        .maybe(archive.updates.as_ref().map(by_mail))
}

/// The source's own way to hear of changes: a mail link when it names an
/// address, its words when it does not.
fn by_mail(updates: &Updates) -> Html {
    let text = updates
        .text
        .as_deref()
        .unwrap_or("E-mail to hear about changes");
    let Some(email) = &updates.email else {
        return side_by_side(vec![
            el("p")
                .text("The source offered this; no address has come down to us:")
                .into(),
            el("blockquote|dir=auto").words(text).into(),
        ]);
    };
    let body = updates.body.as_deref().unwrap_or("update");
    el("p")
        .child(outside(&format!("mailto:{email}?body={body}")).words(text))
        .into()
}

fn problems(archive: &SharedArchive) -> Html {
    let found = &archive.shelf().problems;
    if found.is_empty() {
        return nothing();
    }
    let left = found.len().saturating_sub(MOST_PROBLEMS);
    el("section|aria-labelledby=problems")
        .child(el("h2|id=problems").text("Problems in this archive"))
        .child(el("p").text("For whoever publishes it. Everything that could be read is shown."))
        .child(el("ol.problems").children(found.iter().take(MOST_PROBLEMS).map(problem)))
        .maybe((left > 0).then(|| el("p").words(&format!("And {} more.", number(left)))))
        .into()
}

fn problem(problem: &Problem) -> El {
    let mut step = problem.next_step().to_string();
    if problem.place.line > 0 {
        let place = &problem.place;
        step += &format!(" (line {}, column {})", place.line, place.column);
    }
    el("li")
        .child(el("p").words(&problem.message()))
        .child(el("p.small").words(&step))
}
