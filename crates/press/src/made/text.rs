//! Headlines, sentences, paragraphs.
//!
//! Words are drawn by Zipf's law: the word of rank r with a weight of 1/r.

use super::chance::Chance;
use super::words::vocabulary;

/// The weight of the commonest word; large enough that the rarest of a few
/// thousand still has one.
const WEIGHT: u64 = 1 << 24;

/// Headlines draw no words of lower rank than this: they are not made of "the"
/// and "of".
const NO_HEADLINE: usize = 100;

/// Makes text from a vocabulary.
#[derive(Debug)]
pub struct Writer {
    words: Vec<String>,
    /// The sum of the weights of all words up to each.
    sums: Vec<u64>,
}

impl Writer {
    /// A writer with a vocabulary of its own.
    pub fn new(chance: &mut Chance) -> Self {
        let words = vocabulary(chance);
        let mut sum = 0;
        let sums = (1..=words.len() as u64)
            .map(|rank| {
                sum += WEIGHT / rank;
                sum
            })
            .collect();
        Self { words, sums }
    }

    /// A word no commoner than the one of rank `from`.
    fn word(&self, chance: &mut Chance, from: usize) -> &str {
        let least = from.checked_sub(1).map_or(0, |before| self.sums[before]);
        let most = self.sums.last().copied().unwrap_or(1);
        let drawn = chance.between(least, most - 1);
        let at = self.sums.partition_point(|&sum| sum <= drawn);
        self.words.get(at).map_or("word", String::as_str)
    }

    /// A headline.
    pub fn headline(&self, chance: &mut Chance) -> String {
        let words = chance.between(4, 9);
        let mut headline = String::new();
        for at in 0..words {
            if at > 0 {
                headline.push(' ');
            }
            // Every third word may be a common one, for it to read as English.
            let from = if at % 3 == 2 { 0 } else { NO_HEADLINE };
            headline.push_str(self.word(chance, from));
        }
        capitalise(headline)
    }

    fn sentence(&self, chance: &mut Chance, words: u64) -> String {
        let mut sentence = String::new();
        for at in 0..words {
            if at > 0 {
                let comma = at > 3 && at + 3 < words && chance.one_in(12);
                sentence.push_str(if comma { ", " } else { " " });
            }
            sentence.push_str(self.word(chance, 0));
        }
        let mut sentence = capitalise(sentence);
        match chance.between(0, 19) {
            0 => sentence = format!("“{sentence},” said a spokesman."),
            1 => sentence.push('?'),
            _ => sentence.push('.'),
        }
        sentence
    }

    /// Paragraphs of about so many words in all.
    pub fn paragraphs(&self, chance: &mut Chance, words: u64) -> Vec<String> {
        let mut paragraphs = Vec::new();
        let mut left = words;
        while left > 0 {
            let mut paragraph = String::new();
            for _ in 0..chance.between(2, 5) {
                let length = chance.between(7, 26).min(left);
                if length == 0 {
                    break;
                }
                left -= length;
                if !paragraph.is_empty() {
                    paragraph.push(' ');
                }
                paragraph.push_str(&self.sentence(chance, length));
            }
            paragraphs.push(paragraph);
        }
        paragraphs
    }

    /// The paragraphs as HTML, with what newspapers mark up. The words need no
    /// escaping: they hold letters, commas and curly quotes only.
    pub fn marked_up(&self, chance: &mut Chance, paragraphs: &[String]) -> String {
        let mut html = String::new();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            if at > 1 && chance.one_in(4) {
                html.push_str(&format!("<h2>{}</h2>\n", self.headline(chance)));
            }
            html.push_str(&match chance.between(0, 5) {
                0 => format!("<blockquote><p>{paragraph}</p></blockquote>\n"),
                1 => format!("<p><strong>{paragraph}</strong></p>\n"),
                2 => format!("<p>{paragraph} <em>{}</em></p>\n", self.headline(chance)),
                _ => format!("<p>{paragraph}</p>\n"),
            });
        }
        html
    }
}

/// The text with a capital at its beginning; made words begin in ASCII.
fn capitalise(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
