//! What stands on one line is brought onto one, and what is too long is cut.

use super::Desk;
use crate::entry::Entry;
use crate::mojibake;
use crate::problem::{Kind, Place, Severity};

/// The longest headline, name or topic in bytes, and the longest summary or
/// note: what the archive's reader takes.
const MOST_LINE: usize = 2_000;

const MOST_TEXT: usize = 100_000;

/// Most authors or topics of an article. Who gathers them may stop at one more.
pub(crate) const MOST_ENTRIES: usize = 1_000;

impl Desk<'_> {
    /// Brings what stands on one line onto one, and cuts what is too long.
    pub(super) fn lines(&mut self, place: &Place, entry: &mut Entry) {
        let article = &mut entry.article;
        // First, for a wrongly decoded quotation mark has a control character in it.
        let texts = [
            Some(&mut article.headline.text),
            article.summary.as_mut(),
            article.note.as_mut(),
        ];
        let names = article.authors.iter_mut().chain(&mut entry.topics);
        let mut count = 0;
        for text in texts.into_iter().flatten().chain(names) {
            if let Some((mended, found)) = mojibake::mend(text) {
                *text = mended;
                count += found.count;
            }
        }
        if count > 0 {
            self.log
                .note(place.clone(), Severity::Repaired, Kind::Mojibake(count));
        }
        let (mut hidden, mut long) = (false, false);
        let mut line = |text: &mut String| {
            let (clean, invisible) = one_line(text);
            hidden |= invisible;
            long |= clean.len() > MOST_LINE;
            *text = short_line(clean);
        };
        line(&mut article.headline.text);
        article.headline.lines.iter_mut().for_each(&mut line);
        article.authors.iter_mut().for_each(&mut line);
        entry.topics.iter_mut().for_each(&mut line);
        let pointed = entry.related.iter_mut();
        pointed
            .filter_map(|to| to.title.as_mut())
            .for_each(&mut line);
        long |= article.authors.len() > MOST_ENTRIES || entry.topics.len() > MOST_ENTRIES;
        unique(&mut article.authors);
        unique(&mut entry.topics);
        for text in [&mut article.summary, &mut article.note]
            .into_iter()
            .flatten()
        {
            let (clean, invisible) = archive::visible(text);
            hidden |= invisible;
            long |= clean.len() > MOST_TEXT;
            *text = short_text(clean);
        }
        article.summary = article
            .summary
            .take()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty());
        if hidden {
            self.log
                .note(place.clone(), Severity::Repaired, Kind::Invisible);
        }
        if long {
            self.log
                .note(place.clone(), Severity::Dropped, Kind::TooLong);
        }
    }

    /// Brings what the sources say of themselves into the form an archive has.
    pub(crate) fn tidy_head(&mut self) {
        let head = &mut self.head;
        let lines = [Some(&mut head.title), head.subtitle.as_mut()];
        let lines = lines.into_iter().flatten().chain(&mut head.authors);
        for text in lines.chain(head.topics.iter_mut().map(|topic| &mut topic.label)) {
            // First, as with the articles' own.
            let mended = mojibake::mend(text).map(|(mended, _)| mended);
            *text = short_line(one_line(mended.as_ref().unwrap_or(text)).0);
        }
        unique(&mut head.authors);
        for text in [
            &mut head.description,
            &mut head.provenance,
            &mut head.rights,
            &mut head.note,
        ] {
            *text = text
                .take()
                .map(|text| short_text(archive::visible(&text).0).trim().to_owned())
                .filter(|text| !text.is_empty());
        }
        if head.title.is_empty() {
            // A masthead must say something; the archivist will say it better.
            head.title = "Archive".into();
        }
    }
}

/// A text on one line, and whether invisible characters were taken out: as the
/// archive's reader does it, so that it finds nothing more to do.
pub(crate) fn one_line(text: &str) -> (String, bool) {
    let (line, hidden) = archive::one_line(text);
    // A space that does not break may have stood behind what was taken out.
    (line.trim().to_owned(), hidden)
}

/// A clean line, cut where it is too long; what is left is clean by itself.
fn short_line(line: String) -> String {
    if line.len() <= MOST_LINE {
        return line;
    }
    one_line(&cut(line, MOST_LINE)).0
}

/// The same of a text of one or more paragraphs.
fn short_text(text: String) -> String {
    if text.len() <= MOST_TEXT {
        return text;
    }
    archive::visible(&cut(text, MOST_TEXT)).0
}

fn cut(mut text: String, most: usize) -> String {
    if text.len() > most {
        text.truncate(text.floor_char_boundary(most - '…'.len_utf8()));
        text.push('…');
    }
    text
}

/// Takes out what is empty or stands there before.
fn unique(names: &mut Vec<String>) {
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| !name.is_empty() && seen.insert(name.clone()));
    names.truncate(MOST_ENTRIES);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archives_reader_finds_nothing_more_to_do() {
        let long = |end: &str| ["a".repeat(MOST_LINE - 1).as_str(), end].concat();
        for text in [
            "so\u{AD}ft",
            "\u{200B}\u{A0}x\u{A0}\u{FEFF}",
            "a\u{202E}\u{3164}\u{E0041} \r\n b",
            &long("bc\u{200F}ש"),
            &long("\u{1F3F4}\u{E0067}\u{E007F}"),
            &["ש".repeat(MOST_LINE).as_str(), "\u{200F}"].concat(),
        ] {
            let line = short_line(one_line(text).0);
            assert!(line.len() <= MOST_LINE, "{text:?}");
            let (again, hidden) = archive::one_line(&line);
            assert_eq!((&*again, hidden), (&*line, false), "{text:?}");
            let text = short_text(archive::visible(&text.repeat(100)).0);
            assert_eq!(archive::visible(&text), (text.clone(), false));
        }
    }
}
