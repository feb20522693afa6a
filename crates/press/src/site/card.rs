//! The social card: the picture that stands beside a link to the archive where
//! people share it. Drawn, not fetched: paper, name, time and size.
//!
//! 1200 by 630 pixels is what Open Graph readers cut to. The faces it is drawn in
//! have Latin, Greek and Cyrillic letters. A name in another script is not drawn
//! as boxes: an emblem takes its place, and years and number are drawn in digits,
//! which everybody reads. The words are in the picture's description all the same.

mod sheet;

use archive::{Archive, Edtf};
use reader::words::{Word, articles, date_in_words, fill, say};

use self::sheet::{Face, Sheet};
use crate::settings::Palette;

/// The picture's size in pixels.
pub const WIDTH: u32 = 1200;
/// See [`WIDTH`].
pub const HEIGHT: u32 = 630;

const MIDDLE: f32 = 600.0;

/// Room for text: some readers cut a strip off each side.
const ROOM: f32 = 1020.0;

/// Sizes of the name in pixels, largest first: down to what is read in a preview
/// a third as wide.
const SIZES: [f32; 7] = [156.0, 136.0, 118.0, 100.0, 84.0, 70.0, 58.0];

/// Most lines of the name.
const MOST_LINES: usize = 3;

/// Between the lines of the name, in its size.
const LEADING: f32 = 1.12;

/// The size of all other text.
const SMALL: f32 = 36.0;

/// What a card shows, each in the words of the archive's language.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    title: String,
    subtitle: Option<String>,
    /// What and when: “Archive, 2002–2005”.
    when: String,
    /// The same in digits alone.
    years: Option<String>,
    /// “89 articles”.
    size: String,
    count: usize,
}

/// The picture's description, for those who do not see it.
pub fn description(archive: &Archive) -> String {
    let said = said(archive);
    let mut words = said.title;
    for part in [said.subtitle, Some(said.when), Some(said.size)]
        .into_iter()
        .flatten()
    {
        words.push_str(" · ");
        words.push_str(&part);
    }
    words
}

/// The picture as a PNG; `None` if it cannot be drawn, which a test excludes.
pub fn draw(archive: &Archive, colours: &Palette) -> Option<Vec<u8>> {
    let said = said(archive);
    let (bold, regular) = (Face::bold()?, Face::regular()?);
    let mut sheet = Sheet::new(WIDTH, HEIGHT, colours.paper);
    for at in [46.0, HEIGHT as f32 - 58.0] {
        sheet.bar([60.0, at, 1080.0, 3.0], colours.rule);
        sheet.bar([60.0, at + 9.0, 1080.0, 3.0], colours.rule);
    }
    let when = regular.takes(&said.when).or(said.years);
    if let Some(when) = when {
        let when = shortened(&regular, when, SMALL);
        sheet.text(&regular, &when, SMALL, [MIDDLE, 122.0], colours.soft);
    }
    let subtitle = said.subtitle.and_then(|text| regular.takes(&text));
    // The name stands in the middle of the height that the others leave.
    let (top, bottom) = (144.0, if subtitle.is_some() { 432.0 } else { 500.0 });
    let centre = (top + bottom) / 2.0;
    match bold.takes(&said.title) {
        Some(title) => {
            let (size, lines) = broken(&bold, &title, bottom - top);
            let height = size * LEADING * (lines.len() - 1) as f32;
            // Capitals are seven tenths of a size high.
            let mut line = centre - height / 2.0 + size * 0.35;
            for text in &lines {
                sheet.text(&bold, text, size, [MIDDLE, line], colours.ink);
                line += size * LEADING;
            }
        }
        None => emblem(&mut sheet, colours, centre),
    }
    if let Some(subtitle) = subtitle {
        let subtitle = shortened(&regular, subtitle, SMALL);
        sheet.text(&regular, &subtitle, SMALL, [MIDDLE, 474.0], colours.soft);
    }
    match regular.takes(&said.size) {
        Some(size) => sheet.text(&regular, &size, SMALL, [MIDDLE, 540.0], colours.accent),
        None => {
            // A leaf of paper and a number say the same without words.
            let number = said.count.to_string();
            let width = bold.width(&number, SMALL);
            let left = MIDDLE - (width + 44.0) / 2.0;
            leaf(&mut sheet, left, 512.0, colours);
            let middle = left + 44.0 + width / 2.0;
            sheet.text(&bold, &number, SMALL, [middle, 540.0], colours.accent);
        }
    }
    sheet.png()
}

fn said(archive: &Archive) -> Said {
    Said {
        title: archive.title.clone(),
        subtitle: archive.subtitle.clone(),
        when: match &archive.period {
            Some(period) => fill(Word::ArchiveOf, &[&date_in_words(period)]),
            None => say(Word::Archive).to_owned(),
        },
        years: years(archive),
        size: articles(archive.articles.len()),
        count: archive.articles.len(),
    }
}

/// The first and last year of the archive, in digits.
fn years(archive: &Archive) -> Option<String> {
    let span = |date: &Edtf| (date.earliest().year, date.latest().year);
    let (first, last) = match &archive.period {
        Some(period) => span(period),
        None => {
            let dates = archive.articles.iter().filter_map(|a| a.date.as_ref());
            let ends = dates.map(span);
            ends.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))?
        }
    };
    // An open end is no year to be drawn.
    if !(0..=9999).contains(&first) || !(0..=9999).contains(&last) {
        return None;
    }
    Some(if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    })
}

/// The largest size in which a name fits, and its lines in it, about equally
/// long.
fn broken(face: &Face, title: &str, height: f32) -> (f32, Vec<String>) {
    let fits = |size: f32| {
        let lines = lines(face, title, size, ROOM);
        let fits = lines.iter().all(|line| face.width(line, size) <= ROOM);
        let high = size * LEADING * lines.len() as f32;
        (fits && lines.len() <= MOST_LINES && high <= height).then_some((size, lines))
    };
    let Some((size, mut best)) = SIZES.into_iter().find_map(fits) else {
        let size = SIZES[SIZES.len() - 1];
        let mut cut = lines(face, title, size, ROOM);
        if cut.len() > MOST_LINES {
            cut.truncate(MOST_LINES);
            if let Some(last) = cut.last_mut() {
                last.push('…');
            }
        }
        let cut = cut.into_iter().map(|line| shortened(face, line, size));
        return (size, cut.collect());
    };
    // As narrow as it goes without another line.
    let mut room = ROOM;
    while room > ROOM / 4.0 {
        room -= 20.0;
        let narrower = lines(face, title, size, room);
        if narrower.len() > best.len() || narrower.iter().any(|line| face.width(line, size) > room)
        {
            break;
        }
        best = narrower;
    }
    (size, best)
}

/// Words put into lines of some width, as many as fit into each.
fn lines(face: &Face, text: &str, size: f32, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if face.width(&format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A line that fits, with an ellipsis where it was cut: after a word, if there
/// are several.
fn shortened(face: &Face, text: String, size: f32) -> String {
    if face.width(&text, size) <= ROOM {
        return text;
    }
    let mut cut = text;
    while cut.pop().is_some() {
        let whole = cut.rfind(' ').and_then(|at| cut.get(..at)).unwrap_or(&cut);
        let line = format!("{}…", whole.trim_end_matches([' ', '…', ',', '.']));
        if face.width(&line, size) <= ROOM {
            return line;
        }
    }
    cut
}

/// A front page, as a name for those whose letters are not at hand.
fn emblem(sheet: &mut Sheet, colours: &Palette, centre: f32) {
    let (left, top) = (MIDDLE - 130.0, centre - 130.0);
    sheet.bar([left, top, 260.0, 260.0], colours.raised);
    sheet.frame([left, top, 260.0, 260.0], 6.0, colours.ink);
    sheet.bar([left + 30.0, top + 32.0, 200.0, 34.0], colours.ink);
    sheet.bar([left + 30.0, top + 82.0, 200.0, 4.0], colours.accent);
    sheet.bar([left + 30.0, top + 106.0, 94.0, 70.0], colours.bar);
    for line in 0..5 {
        let y = top + 106.0 + line as f32 * 26.0;
        sheet.bar([left + 140.0, y, 90.0, 8.0], colours.soft);
        if line > 2 {
            sheet.bar([left + 30.0, y, 94.0, 8.0], colours.soft);
        }
    }
}

/// A small leaf of paper.
fn leaf(sheet: &mut Sheet, left: f32, top: f32, colours: &Palette) {
    sheet.frame([left, top, 26.0, 32.0], 3.0, colours.accent);
    for line in 0..3 {
        let y = top + 9.0 + line as f32 * 7.0;
        sheet.bar([left + 7.0, y, 12.0, 2.5], colours.accent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Scheme;

    /// A name's lines, or that it cannot be drawn.
    fn check(title: &str, wanted: Option<usize>) {
        let face = Face::bold().unwrap();
        let found = face.takes(title).map(|title| broken(&face, &title, 288.0));
        assert_eq!(
            found.as_ref().map(|(_, lines)| lines.len()),
            wanted,
            "{title}: {found:?}"
        );
        if let Some((size, lines)) = found {
            assert!(
                lines.iter().all(|line| face.width(line, size) <= ROOM),
                "{lines:?}"
            );
        }
    }

    #[test]
    fn names_of_every_length_and_script() {
        check("Our Say", Some(1));
        check("The Mill Gazette and Weekly Advertiser", Some(2));
        check("Правда и Известия", Some(2));
        check("Ελευθεροτυπία", Some(1));
        check("Việt Nam Độc Lập", Some(2));
        check("🎉 Party news 🎉", Some(1));
        check(&"word ".repeat(60), Some(3));
        check(&"Donaudampfschifffahrt".repeat(9), Some(1));
        check("東京新聞", None);
        check("الأرشيف", None);
        check("東京 Times", None);
        check("", None);
        check("🎉", None);
    }

    #[test]
    fn every_card_is_a_picture_and_the_same_each_time() {
        let own = Scheme::Light.own();
        for json in [
            r#"{"title":"Our Say","_archive":{"version":1,"period":"2002/2005"}}"#,
            r#"{"title":"東京新聞","language":"ja"}"#,
            r#"{"title":""}"#,
        ] {
            let archive = archive::read(json.as_bytes()).archive.unwrap_or_default();
            let card = draw(&archive, &own).unwrap();
            assert!(card.starts_with(b"\x89PNG"));
            assert_eq!(card.get(16..24), Some(&[0, 0, 4, 176, 0, 0, 2, 118][..]));
            assert!(card.len() < 100_000, "{}", card.len());
            assert_eq!(Some(card), draw(&archive, &own));
        }
    }
}
