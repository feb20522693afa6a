//! The archive as the engine's documents: which text is which field, which fact
//! which facet, and the texts lent back for passages.
//!
//! Shared with the press, so that a search in a terminal finds what a search in
//! the reader finds. A document's number is its article's place.

use archive::{Archive, Article, Edtf};
use search::{Builder, Facts, Field, Filter, Index, Stemmer, Texts};

use super::catalogue::{Card, Catalogue};
use super::filters::{Filters, Moment, Survival, YearOf};

/// Facets of the index.
pub mod facet {
    /// Places in `Archive::topics`.
    pub const TOPIC: u8 = 0;
    /// Places in `Archive::author_names`.
    pub const AUTHOR: u8 = 1;
    /// Places in the catalogue's years.
    pub const YEAR: u8 = 2;
    /// [`WHOLE`] or [`LOST`].
    pub const SURVIVAL: u8 = 3;
    /// The text survives.
    pub const WHOLE: u32 = 0;
    /// Only the headline does.
    pub const LOST: u32 = 1;
}

/// The languages an archive is in, as primary subtags of BCP 47, the archive's
/// own first; empty for one that does not say.
#[must_use]
pub fn languages(archive: &Archive) -> Vec<String> {
    let mut found = vec![primary(archive.language.as_deref())];
    for article in &archive.articles {
        if article.language.is_some() {
            let language = primary(article.language.as_deref());
            if !found.contains(&language) {
                found.push(language);
            }
        }
    }
    found
}

/// The languages there are stemmers for besides English, which the reader
/// carries.
pub const STEMMED: [&str; 14] = [
    "ar", "da", "de", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ru", "sv", "tr",
];

/// The file of a language's stemmer, relative to the folder; `None` when nobody
/// wrote one: its words are left as they are.
#[must_use]
pub fn stemmer_file(language: &str) -> Option<String> {
    let name = match language {
        // Both ways of writing Norwegian share one.
        "nb" | "nn" => "no",
        name => name,
    };
    STEMMED
        .contains(&name)
        .then(|| ["stems/", name, ".bin"].concat())
}

/// The language whose stemmer the reader carries; others are fetched.
const CARRIED: &str = "en";

/// The stemmer of a language, from its file if it has one; an archive that does
/// not say is taken for English.
#[must_use]
pub fn stemmer(language: &str, file: Option<&[u8]>) -> Option<Stemmer> {
    if language.is_empty() || language == CARRIED {
        return Some(Stemmer::english());
    }
    Stemmer::from_bytes(file?).ok()
}

fn primary(tag: Option<&str>) -> String {
    let tag = tag.unwrap_or("");
    tag.split('-').next().unwrap_or("").to_ascii_lowercase()
}

/// First and last day of a date, as the engine counts them.
fn days(date: &Edtf) -> (i32, i32) {
    let number = |day: archive::Date| {
        i32::from(day.year) * 10_000 + i32::from(day.month) * 100 + i32::from(day.day)
    };
    (number(date.earliest()), number(date.latest()))
}

/// The first and last day a span of moments asks for.
#[must_use]
pub fn days_of_span(from: Option<Moment>, to: Option<Moment>) -> Option<(i32, i32)> {
    if from.is_none() && to.is_none() {
        return None;
    }
    let year = |moment: Moment| i32::from(moment.year) * 10_000;
    let first = from.map(|from| year(from) + i32::from(from.month.unwrap_or(0)) * 100);
    let last = to.map(|to| year(to) + i32::from(to.month.unwrap_or(99)) * 100 + 99);
    Some((first.unwrap_or(i32::MIN), last.unwrap_or(i32::MAX)))
}

/// The filters a reader set, as the engine's. A name that is not in this archive
/// becomes a value nothing has.
#[must_use]
pub fn filters(archive: &Archive, catalogue: &Catalogue, asked: &Filters) -> Vec<Filter> {
    fn places<T>(list: &[T], wanted: impl Fn(&T) -> bool) -> u32 {
        list.iter()
            .position(wanted)
            .map_or(u32::MAX, |at| at as u32)
    }
    let topics = asked.topics.iter();
    let authors = asked.authors.iter();
    let years = asked.years.iter();
    let survival = asked.survival.map(|survival| match survival {
        Survival::FullText => facet::WHOLE,
        Survival::HeadlineOnly => facet::LOST,
    });
    vec![
        Filter {
            facet: facet::TOPIC,
            values: topics
                .map(|slug| places(&archive.topics, |topic| topic.slug == *slug))
                .collect(),
        },
        Filter {
            facet: facet::AUTHOR,
            values: authors
                .map(|name| places(&archive.author_names, |held| held == name))
                .collect(),
        },
        Filter {
            facet: facet::YEAR,
            values: years
                .map(|year| places(&catalogue.years, |held| held == year))
                .collect(),
        },
        Filter {
            facet: facet::SURVIVAL,
            values: survival.into_iter().collect(),
        },
    ]
}

/// Puts an archive's articles into an index, some at a time.
pub struct Filing {
    builder: Builder,
    languages: Vec<String>,
    texts: bool,
}

impl Filing {
    /// To be searched, with a stemmer for each of its [`languages`].
    #[must_use]
    pub fn new(archive: &Archive, stemmers: Vec<Option<Stemmer>>) -> Self {
        Self {
            builder: Builder::new(stemmers),
            languages: languages(archive),
            texts: true,
        }
    }

    /// To be searched with the articles before a place, which are filed elsewhere:
    /// see [`Filing::part`].
    #[must_use]
    pub fn after(place: usize, archive: &Archive, stemmers: Vec<Option<Stemmer>>) -> Self {
        Self {
            builder: Builder::after(place as u32, stemmers),
            languages: languages(archive),
            texts: true,
        }
    }

    /// The index of facts alone: filters and counts, and words by reading every
    /// text. It is there at once.
    #[must_use]
    pub fn facts(archive: &Archive, catalogue: &Catalogue) -> Index {
        let mut filing = Self {
            builder: Builder::new(Vec::new()),
            languages: Vec::new(),
            texts: false,
        };
        while filing.next(archive, catalogue) {}
        filing.finish().index()
    }

    /// Files the next article; false when there is none.
    pub fn next(&mut self, archive: &Archive, catalogue: &Catalogue) -> bool {
        let at = self.builder.documents() as usize;
        let (Some(article), Some(card)) = (archive.articles.get(at), catalogue.cards.get(at))
        else {
            return false;
        };
        let language = match &article.language {
            None => Some(0),
            tag => {
                let wanted = primary(tag.as_deref());
                self.languages.iter().position(|held| *held == wanted)
            }
        };
        let values = values(card, catalogue);
        let facts = Facts {
            language: language.unwrap_or(0).min(usize::from(u8::MAX)) as u8,
            days: article.date.as_ref().map(days),
            values: &values,
        };
        if self.texts {
            let body = article.body.plain_text();
            let mut texts = short_texts(archive, article);
            texts.push((Field::Body, &body));
            self.builder.add(&facts, &texts);
        } else {
            self.builder.add(&facts, &[]);
        }
        true
    }

    /// What was filed, for [`Filing::join`] elsewhere.
    #[must_use]
    pub fn part(self) -> Vec<u8> {
        self.builder.part()
    }

    /// Takes over what was filed elsewhere, if it follows what was filed here.
    pub fn join(&mut self, part: &[u8]) {
        let _ = self.builder.join(part);
    }

    /// Ends filing; what is left is done in steps.
    #[must_use]
    pub fn finish(self) -> search::Finishing {
        self.builder.finish()
    }
}

fn values(card: &Card, catalogue: &Catalogue) -> Vec<(u8, u32)> {
    let topics = card.topics.iter().map(|&at| (facet::TOPIC, u32::from(at)));
    let authors = card.authors.iter().map(|&at| (facet::AUTHOR, at));
    let mut values: Vec<(u8, u32)> = topics.chain(authors).collect();
    let year = |held: &YearOf| *held == card.year;
    if let Some(at) = catalogue.years.iter().position(year) {
        values.push((facet::YEAR, at as u32));
    }
    let survival = if card.full_text {
        facet::WHOLE
    } else {
        facet::LOST
    };
    values.push((facet::SURVIVAL, survival));
    values
}

/// The texts of an article that need no parsing.
fn short_texts<'a>(archive: &'a Archive, article: &'a Article) -> Vec<(Field, &'a str)> {
    let mut texts = Vec::new();
    if !article.headline.derived {
        // A derived headline is words of the text, and counted there.
        texts.push((Field::Headline, article.headline.text.as_str()));
    }
    for text in [&article.summary, &article.note].into_iter().flatten() {
        texts.push((Field::Summary, text));
    }
    for &topic in &article.topics {
        if let Some(topic) = archive.topics.get(usize::from(topic)) {
            texts.push((Field::Topics, &topic.label));
        }
    }
    for author in &article.authors {
        texts.push((Field::Authors, author));
    }
    texts
}

/// Lends an archive's texts to the engine.
pub struct Lent<'a>(pub &'a Archive);

impl Texts for Lent<'_> {
    fn text(&mut self, document: u32, field: Field, out: &mut String) {
        let Some(article) = self.0.articles.get(document as usize) else {
            return;
        };
        if field == Field::Body {
            out.push_str(&article.body.plain_text());
            return;
        }
        let mut first = true;
        for (of, text) in short_texts(self.0, article) {
            if of == field {
                if !first {
                    out.push('\n');
                }
                first = false;
                out.push_str(text);
            }
        }
    }
}
