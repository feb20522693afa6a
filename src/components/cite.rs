//! How an article is cited: a reference to copy, and files for programs that keep
//! references. The press writes the files beside the page.

use archive::{Archive, Article};
use yew::Html;

use crate::markup::el;
use crate::route::Route;
use crate::words::{Word, dateline, fill};

/// The files by their endings, and what their formats are called everywhere.
pub const FORMATS: [(&str, &str); 3] = [(".bib", "BibTeX"), (".ris", "RIS"), (".json", "CSL-JSON")];

/// The name of each file beside the article's page, without its ending.
pub const FILE: &str = "cite";

/// A reference in the reader's language. What the archivist supplied stands in
/// square brackets.
#[must_use]
pub fn reference(archive: &Archive, article: &Article) -> String {
    let supplied = article.supplied;
    let headline = bracketed(supplied.headline, article.headline.text.clone());
    let date = dateline(article);
    let reference = fill(Word::Reference, &[&headline, &archive.title, &date]);
    if article.authors.is_empty() {
        return reference;
    }
    // Names may have commas of their own.
    let authors = bracketed(supplied.authors, article.authors.join("; "));
    fill(Word::ReferenceBy, &[&authors, &reference])
}

fn bracketed(supplied: bool, text: String) -> String {
    if supplied {
        ["[", &text, "]"].concat()
    } else {
        text
    }
}

/// A box with both, closed until it is wanted; it opens without a script.
pub fn cite(archive: &Archive, article: &Article) -> Html {
    let address = Route::article(&article.slug).address();
    let file = |(ending, format): (&str, &'static str)| {
        el("a")
            .href([&address, FILE, ending].concat())
            .attr("download", [&article.slug, ending].concat())
            .text(format)
    };
    el("details.cite")
        .child(el("summary").say(Word::Cite))
        .child(el("p|dir=auto").words(&reference(archive, article)))
        .child(el("p").children(FORMATS.map(file)))
        .into()
}
