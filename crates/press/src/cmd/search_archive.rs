//! An archive as the engine's documents: which text is which field, and the
//! texts lent back for snippets.

use archive::{Archive, Article, Edtf};
use search::{Builder, Facts, Field, Index, Stemmer, Texts};

/// Facets of the index: topics, authors.
const TOPICS: u8 = 0;
const AUTHORS: u8 = 1;

/// The stemmers there are, by primary language subtag.
const STEMMERS: &[(&str, &[u8])] = &[
    ("ar", include_bytes!("../../../language/stems/ar.bin")),
    ("da", include_bytes!("../../../language/stems/da.bin")),
    ("de", include_bytes!("../../../language/stems/de.bin")),
    ("en", include_bytes!("../../../language/stems/en.bin")),
    ("es", include_bytes!("../../../language/stems/es.bin")),
    ("fi", include_bytes!("../../../language/stems/fi.bin")),
    ("fr", include_bytes!("../../../language/stems/fr.bin")),
    ("hu", include_bytes!("../../../language/stems/hu.bin")),
    ("it", include_bytes!("../../../language/stems/it.bin")),
    ("nb", include_bytes!("../../../language/stems/no.bin")),
    ("nl", include_bytes!("../../../language/stems/nl.bin")),
    ("nn", include_bytes!("../../../language/stems/no.bin")),
    ("no", include_bytes!("../../../language/stems/no.bin")),
    ("pt", include_bytes!("../../../language/stems/pt.bin")),
    ("ru", include_bytes!("../../../language/stems/ru.bin")),
    ("sv", include_bytes!("../../../language/stems/sv.bin")),
    ("tr", include_bytes!("../../../language/stems/tr.bin")),
];

/// The stemmer of a language; an archive that does not say is taken for English.
fn stemmer(tag: &str) -> Option<Stemmer> {
    let primary = tag.split('-').next().unwrap_or_default();
    let wanted = if primary.is_empty() { "en" } else { primary };
    STEMMERS
        .iter()
        .find(|(held, _)| held.eq_ignore_ascii_case(wanted))
        .and_then(|(_, bytes)| Stemmer::from_bytes(bytes).ok())
}

/// The index of an archive; document numbers are places in it.
pub fn index(archive: &Archive) -> Index {
    let own = archive.language.as_deref().unwrap_or_default();
    let mut tags: Vec<&str> = vec![own];
    for article in &archive.articles {
        if let Some(tag) = article.language.as_deref()
            && !tags.contains(&tag)
        {
            tags.push(tag);
        }
    }
    let mut builder = Builder::new(tags.iter().map(|tag| stemmer(tag)).collect());
    for article in &archive.articles {
        let tag = article.language.as_deref().unwrap_or(own);
        let language = tags.iter().position(|held| *held == tag).unwrap_or(0);
        let body = article.body.plain_text();
        let mut texts = texts(archive, article);
        texts.push((Field::Body, &body));
        let topics = article.topics.iter().map(|&at| (TOPICS, u32::from(at)));
        let authors = article.authors.iter().filter_map(|name| {
            let at = archive.author_names.iter().position(|held| held == name)?;
            Some((AUTHORS, u32::try_from(at).ok()?))
        });
        let values: Vec<(u8, u32)> = topics.chain(authors).collect();
        let facts = Facts {
            language: u8::try_from(language).unwrap_or(u8::MAX),
            days: article.date.as_ref().map(days),
            values: &values,
        };
        builder.add(&facts, &texts);
    }
    builder.finish().index()
}

/// First and last day of a date, as the engine counts them.
fn days(date: &Edtf) -> (i32, i32) {
    let number = |day: archive::Date| {
        i32::from(day.year) * 10_000 + i32::from(day.month) * 100 + i32::from(day.day)
    };
    (number(date.earliest()), number(date.latest()))
}

/// The texts of an article that need no parsing.
fn texts<'a>(archive: &'a Archive, article: &'a Article) -> Vec<(Field, &'a str)> {
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
        for (at, (_, text)) in texts(self.0, article)
            .into_iter()
            .filter(|(of, _)| *of == field)
            .enumerate()
        {
            if at > 0 {
                out.push('\n');
            }
            out.push_str(text);
        }
    }
}
