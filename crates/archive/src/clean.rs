//! Short texts: headlines, names, topics, notes.
//!
//! Characters that are not seen but change what is seen, or where it is seen, go;
//! on one line, white space becomes single spaces. Bodies are not touched by this.

use std::borrow::Cow;

/// A text on one line, and whether invisible characters were taken out.
#[must_use]
pub fn one_line(text: &str) -> (Cow<'_, str>, bool) {
    let text = text.trim();
    let plain = text.bytes().all(|byte| matches!(byte, 0x20..0x7F)) && !text.contains("  ");
    if plain {
        return (Cow::Borrowed(text), false);
    }
    let (seen, hidden) = visible(text);
    let mut line = String::with_capacity(seen.len());
    let mut space = false;
    for letter in seen.chars() {
        if letter.is_whitespace() && letter != '\u{A0}' {
            space = true;
        } else {
            if space && !line.is_empty() {
                line.push(' ');
            }
            space = false;
            line.push(letter);
        }
    }
    (Cow::Owned(line), hidden)
}

/// A text without its invisible characters, and whether it had any. Line breaks
/// stay, and become the same ones everywhere.
#[must_use]
pub fn visible(text: &str) -> (String, bool) {
    let (mut seen, mut hidden) = (String::with_capacity(text.len()), false);
    // Directional marks are of use beside a script that runs from right to left.
    let marked = text.chars().any(|letter| matches!(letter, '\u{590}'..='\u{605}' | '\u{620}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'));
    let mut last = '\n';
    for letter in text.chars() {
        let kept = match letter {
            '\r' => {
                last = letter;
                seen.push('\n');
                continue;
            }
            '\n' if last == '\r' => {
                last = letter;
                continue;
            }
            // Joiners shape Arabic, Indian scripts and emoji.
            '\u{200C}' | '\u{200D}' => {
                last >= '\u{600}' && !matches!(last, '\u{2000}'..='\u{20CF}')
            }
            '\u{200E}' | '\u{200F}' | '\u{61C}' => marked,
            // The flags of England, Scotland and Wales are spelt in tags.
            '\u{E0020}'..='\u{E007F}' => matches!(last, '\u{1F3F4}' | '\u{E0020}'..='\u{E007F}'),
            _ => letter.is_whitespace() || !(letter.is_control() || is_ignorable(letter)),
        };
        hidden |= !kept;
        if kept {
            seen.push(letter);
            last = letter;
        }
    }
    (seen, hidden)
}

/// Characters that show nothing by themselves: Unicode's
/// `Default_Ignorable_Code_Point` without the selectors of variants, which have
/// a letter to work on, and with the annotation marks.
fn is_ignorable(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}'
    )
}

/// The text up to `most` bytes, cut at a word where there is one.
pub(crate) fn cut_at_word(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let start = &text[..text.floor_char_boundary(most)];
    // A cut in the first half would lose more than a broken word does.
    match start.rfind(char::is_whitespace) {
        Some(space) if space > most / 2 => start[..space].trim_end(),
        _ => start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_goes() {
        for (text, wanted) in [
            ("  a \t\r\n b\u{A0}c ", "a b\u{A0}c"),
            ("\u{202E}gpj.exe\u{202C}", "gpj.exe"),
            ("a\u{2066}b\u{2069}\u{200E}\u{200F}\u{61C}c", "abc"),
            ("pass\u{200D}word\u{200B}\u{2060}\u{FEFF}\u{AD}", "password"),
            ("\u{3164}\u{115F}\u{180E}\u{34F}", ""),
            ("x\u{E0041}\u{E0042}y", "xy"),
            ("a\u{0}b\u{1B}[2J\u{85}c", "ab[2J c"),
            ("\u{200C}\u{200D}\u{2019}\u{200D}x", "’x"),
            // These do something that is seen.
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
            ("שלום!\u{200F} C", "שלום!\u{200F} C"),
            (
                "👨\u{200D}👩 ❤\u{FE0F}\u{200D}🔥",
                "👨\u{200D}👩 ❤\u{FE0F}\u{200D}🔥",
            ),
            (
                "🏴\u{E0067}\u{E0062}\u{E007F}",
                "🏴\u{E0067}\u{E0062}\u{E007F}",
            ),
            (
                "葛\u{E0100} क\u{94D}\u{200D}ष",
                "葛\u{E0100} क\u{94D}\u{200D}ष",
            ),
        ] {
            let (line, hidden) = one_line(text);
            assert_eq!(line, wanted, "{text:?}");
            let fewer = |text: &str| {
                text.chars()
                    .filter(|letter| !letter.is_whitespace())
                    .count()
            };
            assert_eq!(hidden, fewer(text) != fewer(wanted), "{text:?}");
        }
    }

    #[test]
    fn lines_stay() {
        let (text, hidden) = visible("a\r\n\r\nb\rc\u{202E}\n\td");
        assert_eq!((&*text, hidden), ("a\n\nb\nc\n\td", true));
    }
}
