//! The languages there are words for, and what a number does in each.
//!
//! Plural categories, marks between thousands and from how many digits on they
//! stand are those of the Unicode CLDR, release 48: `plurals.xml` (cardinals),
//! and `numbers/symbols` and `minimumGroupingDigits` of each language. Adding a
//! language is one entry here and two files in `words/`.

/// A language.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47, the language alone.
    pub tag: &'static str,
    /// Written from right to left.
    pub right_to_left: bool,
    /// Between thousands.
    pub group: &'static str,
    /// Digits from which on thousands are parted.
    pub grouped_from: usize,
    /// Plural categories, `other` last.
    pub categories: &'static [&'static str],
    /// When a number is of which category; the first rule that fits counts, and
    /// where none does it is `other`.
    plurals: &'static [Rule],
    /// The reader's words.
    pub words: &'static str,
    /// The sentences about problems.
    pub problems: &'static str,
}

/// A category, and where the remainder by a modulus lies: (category, modulus,
/// from, to). A modulus of 0 leaves the number as it is.
type Rule = (&'static str, usize, usize, usize);

impl Language {
    /// The plural rules as the reader reads them: four numbers each, modulus,
    /// from, to and the category's place.
    #[must_use]
    pub fn rules(&self) -> String {
        let rules = self.plurals.iter().map(|(name, modulus, from, to)| {
            let at = self.categories.iter().position(|held| held == name);
            format!("{modulus} {from} {to} {}", at.unwrap_or(0))
        });
        rules.collect::<Vec<_>>().join(" ")
    }

    /// The category of a number.
    #[must_use]
    pub fn category(&self, count: usize) -> &'static str {
        let fits = |&&(_, modulus, from, to): &&Rule| {
            let rest = if modulus == 0 { count } else { count % modulus };
            (from..=to).contains(&rest)
        };
        let rule = self.plurals.iter().find(fits);
        rule.map_or("other", |(name, ..)| name)
    }
}

/// The language of a tag such as `de-AT`, when there are words for it.
#[must_use]
pub fn language(tag: &str) -> Option<&'static Language> {
    let first = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES
        .iter()
        .find(|language| language.tag.eq_ignore_ascii_case(first))
}

macro_rules! files {
    ($tag:literal) => {
        (
            include_str!(concat!("../../../words/", $tag, ".ftl")),
            include_str!(concat!("../../../words/", $tag, "-problems.ftl")),
        )
    };
}

const EN: (&str, &str) = files!("en");

/// Every language, in the order of their tags.
pub const LANGUAGES: &[Language] = &[Language {
    tag: "en",
    right_to_left: false,
    group: ",",
    grouped_from: 4,
    categories: &["one", "other"],
    plurals: &[("one", 0, 1, 1)],
    words: EN.0,
    problems: EN.1,
}];
