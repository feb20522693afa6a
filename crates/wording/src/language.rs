//! The languages there are words for, and what a number does in each.
//!
//! Plural categories, marks between thousands and from how many digits on they
//! stand are those of the Unicode CLDR, release 48: `plurals.xml` (cardinals),
//! and `numbers/symbols` and `minimumGroupingDigits` of each language. Adding a
//! language is one entry here and three files in `words/`.

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
    /// The sentences about the device.
    pub device: &'static str,
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
            include_str!(concat!("../../../words/", $tag, "-device.ftl")),
        )
    };
}

const AR: (&str, &str, &str) = files!("ar");
const DE: (&str, &str, &str) = files!("de");
const EN: (&str, &str, &str) = files!("en");
const ES: (&str, &str, &str) = files!("es");
const FR: (&str, &str, &str) = files!("fr");
const JA: (&str, &str, &str) = files!("ja");

/// One, or any other number.
const ONE_OTHER: &[&str] = &["one", "other"];
const ONE: &[Rule] = &[("one", 0, 1, 1)];

/// CLDR's `many` of French and Spanish: whole millions, as in “un million de”.
const MILLION: usize = 1_000_000;

/// Every language, in the order of their tags.
pub const LANGUAGES: &[Language] = &[
    Language {
        tag: "ar",
        right_to_left: true,
        // With European digits (numbering system `latn`); see `words/ar.ftl`.
        group: ",",
        grouped_from: 4,
        categories: &["zero", "one", "two", "few", "many", "other"],
        plurals: &[
            ("zero", 0, 0, 0),
            ("one", 0, 1, 1),
            ("two", 0, 2, 2),
            ("few", 100, 3, 10),
            ("many", 100, 11, 99),
        ],
        words: AR.0,
        problems: AR.1,
        device: AR.2,
    },
    Language {
        tag: "de",
        right_to_left: false,
        group: ".",
        grouped_from: 4,
        categories: ONE_OTHER,
        plurals: ONE,
        words: DE.0,
        problems: DE.1,
        device: DE.2,
    },
    Language {
        tag: "en",
        right_to_left: false,
        group: ",",
        grouped_from: 4,
        categories: ONE_OTHER,
        plurals: ONE,
        words: EN.0,
        problems: EN.1,
        device: EN.2,
    },
    Language {
        tag: "es",
        right_to_left: false,
        group: ".",
        // `minimumGroupingDigits` is 2: 1234, but 12.345.
        grouped_from: 5,
        categories: &["one", "many", "other"],
        plurals: &[
            ("one", 0, 1, 1),
            ("other", 0, 0, 0),
            ("many", MILLION, 0, 0),
        ],
        words: ES.0,
        problems: ES.1,
        device: ES.2,
    },
    Language {
        tag: "fr",
        right_to_left: false,
        group: "\u{202f}",
        grouped_from: 4,
        categories: &["one", "many", "other"],
        plurals: &[("one", 0, 0, 1), ("many", MILLION, 0, 0)],
        words: FR.0,
        problems: FR.1,
        device: FR.2,
    },
    Language {
        tag: "ja",
        right_to_left: false,
        group: ",",
        grouped_from: 4,
        categories: &["other"],
        plurals: &[],
        words: JA.0,
        problems: JA.1,
        device: JA.2,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_fall_into_the_categories_of_cldr() {
        // The samples of `plurals.xml`.
        for (tag, category, numbers) in [
            ("ar", "zero", &[0][..]),
            ("ar", "one", &[1]),
            ("ar", "two", &[2]),
            ("ar", "few", &[3, 10, 103, 110, 1003]),
            ("ar", "many", &[11, 26, 99, 111, 1011]),
            ("ar", "other", &[100, 101, 102, 200, 1000, 1_000_000]),
            ("de", "one", &[1]),
            ("de", "other", &[0, 2, 16, 100, 1_000_000]),
            ("en", "one", &[1]),
            ("en", "other", &[0, 2, 21, 1000]),
            ("es", "one", &[1]),
            ("es", "many", &[1_000_000, 2_000_000]),
            ("es", "other", &[0, 2, 16, 100, 1000]),
            ("fr", "one", &[0, 1]),
            ("fr", "many", &[1_000_000, 2_000_000]),
            ("fr", "other", &[2, 17, 100, 1000]),
            ("ja", "other", &[0, 1, 2, 100]),
        ] {
            let language = language(tag).unwrap();
            for &number in numbers {
                assert_eq!(language.category(number), category, "{tag} {number}");
            }
        }
    }

    #[test]
    fn tags_find_their_language() {
        for (tag, wanted) in [
            ("de", Some("de")),
            ("de-AT", Some("de")),
            ("AR_eg", Some("ar")),
            ("den", None),
            ("", None),
        ] {
            assert_eq!(language(tag).map(|found| found.tag), wanted, "{tag}");
        }
    }
}
