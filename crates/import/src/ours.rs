//! What the press adds to its own feeds for the sake of feed readers, and how
//! it is taken back: the words for a lost body, and the archivist's note after
//! the text. They are in the language of the archive, so what is taken back is
//! looked for in each language there are words for.

use archive::{Article, Body};
use wording::{ISOLATE, LANGUAGES};

/// Stands in feeds between a text and what the press says after it.
pub const BREAK: &str = "\n\n";

/// The namespace of what our Atom feeds say beyond Atom.
pub const NAMESPACE: &str = crate::xml::ARCHIVE;

/// Messages of the reader that the press puts into feeds.
const NOTE: &str = "note-passage";
const LOST: &str = "only-headline";

/// What feeds said of a lost body before the reader spoke other languages.
const ONCE_LOST: &str = "Only the headline of this article survives.";

/// Takes back what was added to an article's text.
pub(crate) fn undo(article: &mut Article) {
    let Body::Text(text) = &mut article.body else {
        return;
    };
    if let Some(note) = &article.note {
        let own = messages(NOTE).find_map(|message| {
            let (before, after) = split(message)?;
            let text = text.strip_suffix(after)?;
            let isolated = text.strip_suffix(ISOLATE[1]);
            let text = isolated.unwrap_or(text).strip_suffix(note.as_str())?;
            let text = match isolated {
                Some(_) => text.strip_suffix(ISOLATE[0])?,
                None => text,
            };
            text.strip_suffix(before)?.strip_suffix(BREAK)
        });
        if let Some(own) = own {
            text.truncate(own.len());
        }
    }
    if text == ONCE_LOST || messages(LOST).any(|message| text == message) {
        article.body = Body::Lost;
    }
}

/// A message in every language. It stands on one line, as a test holds.
fn messages(name: &str) -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().filter_map(move |language| {
        let mut lines = language.words.lines();
        lines.find_map(|line| Some(line.strip_prefix(name)?.strip_prefix(" =")?.trim()))
    })
}

/// What stands before and after a message's variable.
fn split(message: &'static str) -> Option<(&'static str, &'static str)> {
    let (before, rest) = message.split_once('{')?;
    Some((before, rest.split_once('}')?.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_taken_back() {
        assert_eq!(messages(LOST).count(), LANGUAGES.len());
        let notes: Vec<_> = messages(NOTE).filter_map(split).collect();
        assert_eq!(notes.len(), LANGUAGES.len());
        for (before, after) in notes {
            let mut article = Article {
                note: Some("a {note}".to_owned()),
                body: Body::Text(format!("Text.{BREAK}{before}a {{note}}{after}")),
                ..Article::default()
            };
            undo(&mut article);
            assert_eq!(article.body, Body::Text("Text.".to_owned()));
        }
        for lost in messages(LOST) {
            let mut article = Article {
                body: Body::Text(lost.to_owned()),
                ..Article::default()
            };
            undo(&mut article);
            assert_eq!(article.body, Body::Lost);
        }
    }
}
