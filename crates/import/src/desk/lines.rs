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
            *text = cut(clean, MOST_LINE);
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
            if text.len() > MOST_TEXT {
                long = true;
                *text = cut(std::mem::take(text), MOST_TEXT);
            }
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
            let line = one_line(text).0;
            *text = cut(
                mojibake::mend(&line).map_or(line, |(mended, _)| mended),
                MOST_LINE,
            );
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
                .map(|text| cut(text.trim().to_owned(), MOST_TEXT))
                .filter(|text| !text.is_empty());
        }
        if head.title.is_empty() {
            // A masthead must say something; the archivist will say it better.
            head.title = "Archive".into();
        }
    }
}

/// A text on one line, and whether invisible characters were taken out.
pub(crate) fn one_line(text: &str) -> (String, bool) {
    let is_hidden = |c: char| {
        matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{FEFF}')
            || (c.is_control() && !c.is_whitespace())
    };
    let (mut line, mut hidden, mut gap) = (String::new(), false, false);
    for letter in text.chars() {
        if is_hidden(letter) {
            hidden = true;
        } else if letter.is_whitespace() && letter != '\u{A0}' {
            gap = true;
        } else {
            if gap && !line.is_empty() {
                line.push(' ');
            }
            gap = false;
            line.push(letter);
        }
    }
    // Spaces that do not break stay, but not at the ends: one alone is nothing.
    let line = match line.trim() {
        all if all.len() == line.len() => line,
        part => part.to_owned(),
    };
    (line, hidden)
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
