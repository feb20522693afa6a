//! schema.org data of a page, as JSON-LD.
//!
//! Says what is known and nothing more: a name has no type, for nobody knows
//! whether it is a person or a body; a date the source does not state goes into
//! `temporal` in its own uncertain spelling, not into `datePublished`.

use archive::{Archive, Article};
use reader::route::Route;
use serde_json::{Map, Value, json};

use super::base::BaseUrl;
use super::dates;

/// What a page says of itself; nothing for the page about nothing.
pub fn page(
    archive: &Archive,
    article: Option<&Article>,
    route: &Route,
    base: Option<&BaseUrl>,
) -> Option<Value> {
    let mut data = match (route, article) {
        (Route::Article(..), Some(article)) => self::article(archive, article),
        (Route::Front(_) | Route::Year(_), _) => named("CollectionPage", archive),
        (Route::About, _) => named("AboutPage", archive),
        _ => return None,
    };
    data.insert("@context".to_owned(), json!("https://schema.org"));
    data.insert("isPartOf".to_owned(), periodical(archive, base));
    if let Some(base) = base {
        data.insert("url".to_owned(), json!(base.join(&route.address())));
    }
    Some(Value::Object(data))
}

fn article(archive: &Archive, article: &Article) -> Map<String, Value> {
    let mut data = Map::new();
    let mut put = |name: &str, value: Value| {
        data.insert(name.to_owned(), value);
    };
    put("@type", json!("Article"));
    put("headline", json!(article.headline.text));
    put("isAccessibleForFree", json!(true));
    if !article.authors.is_empty() {
        put("author", names(&article.authors));
    }
    match (dates::stated_day(article), &article.date) {
        (Some(day), _) => put("datePublished", json!(day.iso())),
        (None, Some(date)) => put("temporal", json!(date.source())),
        (None, None) => {}
    }
    if let Some(language) = article.language.as_ref().or(archive.language.as_ref()) {
        put("inLanguage", json!(language));
    }
    if let Some(summary) = &article.summary {
        put("description", json!(summary));
    }
    let topics: Vec<&str> = article
        .topics
        .iter()
        .filter_map(|&at| archive.topics.get(usize::from(at)))
        .map(|topic| topic.label.as_str())
        .collect();
    if !topics.is_empty() {
        put("keywords", json!(topics));
    }
    if let Some(url) = &article.url {
        put("isBasedOn", json!(url));
    }
    data
}

fn named(kind: &str, archive: &Archive) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("@type".to_owned(), json!(kind));
    data.insert("name".to_owned(), json!(archive.title));
    if let Some(description) = archive.description.as_ref().or(archive.subtitle.as_ref()) {
        data.insert("description".to_owned(), json!(description));
    }
    if let Some(language) = &archive.language {
        data.insert("inLanguage".to_owned(), json!(language));
    }
    data
}

fn periodical(archive: &Archive, base: Option<&BaseUrl>) -> Value {
    let mut data = Map::new();
    data.insert("@type".to_owned(), json!("Periodical"));
    data.insert("name".to_owned(), json!(archive.title));
    if !archive.authors.is_empty() {
        data.insert("author".to_owned(), names(&archive.authors));
    }
    if let Some(base) = base {
        data.insert("url".to_owned(), json!(base.join("./")));
    }
    Value::Object(data)
}

fn names(names: &[String]) -> Value {
    names.iter().map(|name| json!({ "name": name })).collect()
}
