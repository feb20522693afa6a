//! About the archive: what it is, where it comes from, how to follow it, what
//! is wrong with it, and what this device keeps.

use archive::{Problem, Updates};
use yew::Html;

use crate::components::article_body::outside;
use crate::markup::{El, el, nothing, side_by_side};
use crate::route::{self, encode_into};
use crate::state::library::SharedArchive;
use crate::words::{
    Word, articles, counted, date_in_words, fill, number, of_archive, problem, say,
};

/// Most problems listed; the press lists them all.
const MOST_PROBLEMS: usize = 100;

/// The page.
pub fn about(archive: &SharedArchive) -> Html {
    let description = archive.description.as_deref();
    let unsaid = if route::one_file() {
        Word::DeviceOneFile
    } else {
        Word::DeviceUnsaid
    };
    let device = el("section|aria-labelledby=device")
        .child(el("h2|id=device").say(Word::OnThisDevice))
        .child(el("p").say(Word::DeviceWords))
        // `static/device.js` fills it in; until then it says why it is empty.
        .child(el("archive-device").child(el("p.small").say(unsaid)))
        .child(el("p.small").text(concat!("Backissue ", env!("CARGO_PKG_VERSION"))));
    el("main.about|id=main")
        .child(el("h1|tabindex=-1").say(Word::About))
        .maybe(description.map(|text| of_archive(el("p.lead"), archive).words(text)))
        .child(facts(archive))
        .child(paragraph(
            archive,
            Word::Provenance,
            archive.provenance.as_deref(),
        ))
        .child(paragraph(archive, Word::Rights, archive.rights.as_deref()))
        .child(paragraph(archive, Word::Note, archive.note.as_deref()))
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
            .child(el("dt").say(term))
            .child(el("dd").words(words))
    };
    let source = |url: &String| {
        el("div")
            .child(el("dt").say(Word::Source))
            .child(el("dd").child(outside(url).words(url)))
    };
    let period = archive.period.as_ref();
    let state = if archive.expired {
        Word::StateClosed
    } else {
        Word::StateOpen
    };
    el("dl.facts")
        .child(fact(Word::Holds, &articles(archive.articles.len())))
        .child(fact(Word::WithFullText, &number(whole)))
        .maybe(period.map(|period| fact(Word::Period, &date_in_words(period))))
        .child(fact(Word::State, say(state)))
        .maybe(archive.home_page.as_ref().map(source))
}

fn paragraph(archive: &SharedArchive, title: Word, text: Option<&str>) -> Html {
    let Some(text) = text else {
        return nothing();
    };
    el("section")
        .child(el("h2").say(title))
        .children(
            text.split("\n\n")
                .map(|part| of_archive(el("p"), archive).words(part)),
        )
        .into()
}

fn follow(archive: &SharedArchive) -> El {
    let mut feeds = el("p");
    // One file has no files beside it to subscribe to.
    if !route::one_file() {
        feeds = feeds
            .child(el("a|href=feed.xml").say(Word::AtomFeed))
            .text(" · ")
            .child(el("a|href=feed.json").say(Word::JsonFeed))
            .text(" · ");
    }
    let feeds = feeds.child(el("a|href=articles.json|download=articles.json").say(Word::WholeFile));
    el("section|aria-labelledby=follow")
        .child(el("h2|id=follow").say(Word::Follow))
        .child(feeds)
        .maybe(archive.updates.as_ref().map(by_mail))
}

/// The source's own way to hear of changes: a mail link when it names an
/// address, its words when it does not.
fn by_mail(updates: &Updates) -> Html {
    let text = updates.text.as_deref().unwrap_or(say(Word::ByMail));
    let Some(email) = &updates.email else {
        return side_by_side(vec![
            el("p").say(Word::MailOffered).into(),
            el("blockquote|dir=auto").words(text).into(),
        ]);
    };
    // Nothing of what the message is to say can become another header of it.
    let mut address = ["mailto:", email, "?body="].concat();
    encode_into(
        updates.body.as_deref().unwrap_or("update"),
        "%20",
        &mut address,
    );
    el("p").child(outside(&address).words(text)).into()
}

fn problems(archive: &SharedArchive) -> Html {
    let found = &archive.shelf().problems;
    if found.is_empty() {
        return nothing();
    }
    let left = found.len().saturating_sub(MOST_PROBLEMS);
    el("section|aria-labelledby=problems")
        .child(el("h2|id=problems").say(Word::Problems))
        .child(el("p").say(Word::ProblemsFor))
        .child(el("ol.problems").children(found.iter().take(MOST_PROBLEMS).map(listed)))
        .maybe((left > 0).then(|| el("p").told(counted(Word::AndMore, left, ""))))
        .into()
}

fn listed(found: &Problem) -> El {
    let (message, mut step) = problem(found);
    let place = &found.place;
    if place.line > 0 {
        step = fill(
            Word::ProblemStep,
            &[
                &step,
                &number(place.line as usize),
                &number(place.column as usize),
            ],
        );
    }
    el("li")
        .child(el("p").words(&message))
        .child(el("p.small").words(&step))
}
