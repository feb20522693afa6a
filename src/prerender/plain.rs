//! Pages of an archive that is one file, for those who read it without
//! JavaScript and for the moment before it runs: each is a section whose id is
//! the address, so that a browser finds it by a link's fragment alone.
//!
//! Plainer than the reader's own pages, which take their place: no tools, no
//! search, no neighbours, and no id but the section's, since all stand in one
//! document.

use archive::Article;
use yew::Html;
use yew::virtual_dom::VNode;

use crate::components::article_body::body;
use crate::components::headline_list::headline;
use crate::components::marked::Marking;
use crate::components::nearby::entry;
use crate::markup::{El, el};
use crate::pages::about::about;
use crate::pages::article::{byline, lost, related, source};
use crate::route::Route;
use crate::state::filters::YearOf;
use crate::state::library::SharedArchive;
use crate::words::{Word, from_side_of, of_article, say, year_name};

/// A section for a route, its id not encoded: browsers decode what they look for.
fn section(address: String) -> El {
    el("section|class=inner plain").attr("id", address)
}

/// The way back.
fn home() -> El {
    el("p").child(el("a|href=./").say(Word::AllHeadlines))
}

/// An article.
pub fn article(archive: &SharedArchive, article: &Article) -> Html {
    let blocks = article.body.blocks().0;
    let marking = Marking::new(None, false);
    let text = if blocks.is_empty() {
        lost(article)
    } else {
        of_article(el("div.body"), archive, article).child(body(&blocks, &marking))
    };
    let note = article.note.as_deref().map(|words| {
        let label = el("strong").text(say(Word::Note));
        of_article(el("div.note"), archive, article)
            .child(el("p").child(label))
            .child(el("p").words(words))
    });
    let whole = from_side_of(el("article"), archive, article)
        .child(of_article(el("h2"), archive, article).child(headline(&article.headline)))
        .child(byline(article, &blocks))
        .child(text)
        .maybe(note)
        .child(related(archive, article))
        .maybe(article.url.as_deref().map(source))
        .child(home());
    section(["articles/", &article.slug, "/"].concat())
        .child(whole)
        .into()
}

/// All headlines of a year.
pub fn year(archive: &SharedArchive, year: YearOf) -> Html {
    let cards = &archive.shelf().catalogue.cards;
    let found = archive.articles.iter().zip(cards);
    let found = found.filter(|(_, card)| card.year == year);
    let list = el("ul").children(found.map(|(article, _)| entry(archive, article)));
    section(Route::Year(year).address())
        .child(el("h2").words(&year_name(year)))
        .child(el("div.alike").child(list))
        .child(home())
        .into()
}

/// About the archive: what the page says, under a heading of the second rank.
pub fn about_archive(archive: &SharedArchive) -> Html {
    let inside = match about(archive) {
        VNode::VTag(main) => main.children().cloned(),
        _ => None,
    };
    let inside: Vec<Html> = match inside {
        Some(VNode::VList(nodes)) => nodes.iter().skip(1).cloned().collect(),
        _ => Vec::new(),
    };
    section(Route::About.address())
        .child(
            el("div.about")
                .child(el("h2").say(Word::About))
                .children(inside),
        )
        .child(home())
        .into()
}
