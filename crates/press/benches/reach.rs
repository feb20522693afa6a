//! How far typing reaches: `cargo bench -p press --bench reach --profile native --
//! --archive FILE.json [--words N]`.
//!
//! A word stands for the article that a search for it puts first. Of N words of the
//! archive's own (five letters or more), spread evenly over those that stand in at
//! least so many articles, it tells how often that article is among the first five
//! when the word is typed with one letter wrong, and when only its first four
//! letters are typed.
//!
//! Five places cannot hold the articles of more than five words, so beside the
//! second figure stands the most that any order of results could reach: the share
//! of words whose article is one of the five that most words beginning alike stand
//! for. For a person to compare; nothing is asserted.
#![allow(clippy::unwrap_used, reason = "a bench stops where it cannot go on")]

use std::collections::{BTreeMap, HashMap, HashSet};

use archive::Archive;
use reader::state::catalogue::Catalogue;
use reader::state::documents::{Filing, Lent};
use search::{Field, Index, Order, Request, Stemmer, Texts, parse};

/// Places that count as found.
const PLACES: usize = 5;
/// Letters that are typed of a word.
const LETTERS: usize = 4;
/// Letters a word has at least.
const WORD: usize = 5;
/// Words are told apart by how many articles hold them.
const AT_LEAST: [u32; 4] = [1, 3, 10, 20];

struct Asked {
    archive: Archive,
    index: Index,
}

impl Asked {
    /// The first articles for what was typed.
    fn first(&self, typed: &str) -> Vec<u32> {
        let (query, _) = parse(typed);
        let request = Request {
            query: &query,
            filters: &[],
            days: None,
            order: Order::Best,
            limit: PLACES,
        };
        let answer = self.index.search(&request, &mut Lent(&self.archive));
        answer.hits.iter().map(|hit| hit.document).collect()
    }
}

/// Words of plain letters, and how many articles hold each.
fn words(archive: &Archive) -> BTreeMap<String, u32> {
    let mut held: BTreeMap<String, u32> = BTreeMap::new();
    let mut text = String::new();
    for document in 0..archive.articles.len() as u32 {
        text.clear();
        for field in [Field::Headline, Field::Summary, Field::Body] {
            Lent(archive).text(document, field, &mut text);
            text.push('\n');
        }
        let mut mine = HashSet::new();
        let folded = text.to_lowercase();
        for word in folded.split(|letter: char| !letter.is_alphanumeric()) {
            let letters = word.as_bytes();
            // Letters of one word can be told from each other, or no two change places.
            let varied = letters.iter().any(|letter| Some(letter) != letters.first());
            if word.len() >= WORD && varied && letters.iter().all(u8::is_ascii_lowercase) {
                mine.insert(word.to_owned());
            }
        }
        for word in mine {
            *held.entry(word).or_default() += 1;
        }
    }
    held
}

/// The same chances every time (Knuth's multiplier, MMIX).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end
    }

    fn letter(&mut self) -> char {
        char::from(b'a' + self.below(26) as u8)
    }
}

const MISTAKES: [&str; 4] = ["delete", "insert", "substitute", "transpose"];

/// A word with one letter wrong.
fn mistaken(word: &str, mistake: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    loop {
        let at = chance.below(letters.len() - 1);
        match mistake {
            "delete" => drop(letters.remove(at)),
            "insert" => letters.insert(at, chance.letter()),
            "substitute" => letters[at] = chance.letter(),
            _ => letters.swap(at, at + 1),
        }
        let wrong: String = letters.iter().collect();
        if wrong != word {
            return wrong;
        }
        letters = word.chars().collect();
    }
}

fn share(part: f64, all: f64) -> String {
    format!("{:5.1} %", 100.0 * part / all.max(1.0))
}

/// What of a bench's arguments stands behind a name.
fn argument(name: &str) -> Option<String> {
    let arguments: Vec<String> = std::env::args().collect();
    let at = arguments.iter().position(|argument| argument == name)?;
    arguments.get(at + 1).cloned()
}

fn main() {
    let Some(path) = argument("--archive") else {
        println!("--archive FILE.json says which");
        return;
    };
    let count = argument("--words").map_or(500, |count| count.parse().unwrap());
    let archive = archive::read(&std::fs::read(path).unwrap())
        .archive
        .unwrap();
    let catalogue = Catalogue::new(&archive);
    let mut filing = Filing::new(&archive, vec![Some(Stemmer::english()); 16]);
    while filing.next(&archive, &catalogue) {}
    let index = filing.finish().index();
    let held = words(&archive);
    let asked = Asked { archive, index };
    let meant: HashMap<&str, u32> = held
        .keys()
        .filter_map(|word| Some((word.as_str(), *asked.first(word).first()?)))
        .collect();
    println!(
        "{} articles, {} words",
        asked.archive.articles.len(),
        meant.len()
    );
    for least in AT_LEAST {
        let mut of: Vec<(&str, u32)> = held
            .iter()
            .filter(|held| *held.1 >= least && meant.contains_key(held.0.as_str()))
            .map(|held| (held.0.as_str(), *held.1))
            .collect();
        println!("\nin {least} articles or more: {} words", of.len());
        prefixes(&asked, &meant, &of);
        let step = (of.len() / count).max(1);
        of = of.into_iter().step_by(step).take(count).collect();
        mistakes(&asked, &meant, &of);
    }
}

fn prefixes(asked: &Asked, meant: &HashMap<&str, u32>, words: &[(&str, u32)]) {
    let mut beginning: BTreeMap<&str, Vec<(u32, u32)>> = BTreeMap::new();
    for &(word, holding) in words {
        let list = beginning.entry(&word[..LETTERS]).or_default();
        list.push((meant[word], holding));
    }
    // Words counted once each, and as often as articles hold them.
    for weighted in [false, true] {
        let (mut all, mut found, mut most) = (0.0, 0.0, 0.0);
        for (typed, words) in &beginning {
            let first = asked.first(typed);
            let mut votes: HashMap<u32, f64> = HashMap::new();
            for &(article, holding) in words {
                let weight = if weighted { f64::from(holding) } else { 1.0 };
                all += weight;
                *votes.entry(article).or_default() += weight;
                if first.contains(&article) {
                    found += weight;
                }
            }
            let mut votes: Vec<f64> = votes.into_values().collect();
            votes.sort_by(|one, other| other.total_cmp(one));
            most += votes.iter().take(PLACES).sum::<f64>();
        }
        let how = if weighted { "by use" } else { "each once" };
        let (found, most) = (share(found, all), share(most, all));
        println!("  four letters, words {how:<9} {found} found, {most} at the most");
    }
}

fn mistakes(asked: &Asked, meant: &HashMap<&str, u32>, words: &[(&str, u32)]) {
    let mut chance = Chance(1);
    for mistake in MISTAKES {
        let mut found = 0.0;
        for (word, _) in words {
            let wrong = mistaken(word, mistake, &mut chance);
            found += f64::from(u8::from(asked.first(&wrong).contains(&meant[word])));
        }
        let share = share(found, words.len() as f64);
        println!("  one letter wrong, {mistake:<10}      {share} found");
    }
}
