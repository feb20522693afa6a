//! What the press adds to its own feeds for the sake of feed readers, and how
//! it is taken back: the words for a lost body, and the archivist's note after
//! the text. The words stand here once for both sides.

use archive::{Article, Body};

/// Said in feeds of an article whose body is lost.
pub const LOST: &str = "Only the headline of this article survives.";

/// Stands in feeds between a text and the archivist's note.
pub const NOTE: &str = "\n\nArchivist’s note: ";

/// The namespace of what our Atom feeds say beyond Atom.
pub const NAMESPACE: &str = crate::xml::ARCHIVE;

/// Takes back what was added to an article's text.
pub(crate) fn undo(article: &mut Article) {
    let Body::Text(text) = &mut article.body else {
        return;
    };
    if let Some(note) = &article.note
        && let Some(own) = text
            .strip_suffix(note.as_str())
            .and_then(|text| text.strip_suffix(NOTE))
    {
        text.truncate(own.len());
    }
    if text == LOST {
        article.body = Body::Lost;
    }
}
