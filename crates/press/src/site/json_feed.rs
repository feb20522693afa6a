//! `feed.json`: the newest articles as a JSON Feed 1.1 to subscribe to.
//!
//! `articles.json` is a JSON Feed as well, of everything; this one is small and
//! its addresses lead to the pages of this folder. JSON Feed knows no relative
//! addresses, so without a base URL there are none; `feed.xml` has them.

use archive::Archive;
use serde_json::{Map, Value, json};

use super::base::BaseUrl;
use super::dates;
use super::entries::{Entry, supplied};

/// The feed as JSON.
pub fn feed(archive: &Archive, entries: &[Entry<'_>], base: Option<&BaseUrl>) -> String {
    let mut feed = Map::new();
    let mut put = |name: &str, value: Value| {
        feed.insert(name.to_owned(), value);
    };
    put("version", json!("https://jsonfeed.org/version/1.1"));
    put("title", json!(archive.title));
    if let Some(base) = base {
        put("home_page_url", json!(base.join("./")));
        put("feed_url", json!(base.join("feed.json")));
    }
    if let Some(description) = archive.description.as_ref().or(archive.subtitle.as_ref()) {
        put("description", json!(description));
    }
    if let Some(language) = &archive.language {
        put("language", json!(language));
    }
    if !archive.authors.is_empty() {
        put("authors", names(&archive.authors));
    }
    if archive.expired {
        put("expired", json!(true));
    }
    put(
        "items",
        entries
            .iter()
            .map(|entry| item(entry, base.is_some()))
            .collect(),
    );
    Value::Object(feed).to_string()
}

fn item(entry: &Entry<'_>, addressed: bool) -> Value {
    let article = entry.article;
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| {
        item.insert(name.to_owned(), value);
    };
    put("id", json!(entry.id));
    if addressed {
        put("url", json!(entry.address));
    }
    put("title", json!(article.headline.text));
    put("content_text", json!(entry.text));
    if let Some(summary) = &article.summary {
        put("summary", json!(summary));
    }
    if let Some(day) = entry.published {
        put("date_published", json!(dates::instant(day)));
    }
    if !article.authors.is_empty() {
        put("authors", names(&article.authors));
    }
    if !entry.topics.is_empty() {
        put("tags", json!(entry.topics));
    }
    if let Some(language) = &article.language {
        put("language", json!(language));
    }
    if let Some(url) = &article.url {
        put("external_url", json!(url));
    }
    // What JSON Feed cannot say: how surely the date is known, and by whom.
    let mut extension = Map::new();
    if let Some(date) = &article.date {
        extension.insert("date".to_owned(), json!(date.source()));
    }
    if let Some(note) = &article.note {
        extension.insert("note".to_owned(), json!(note));
    }
    let supplied = supplied(article);
    if !supplied.is_empty() {
        extension.insert("supplied".to_owned(), json!(supplied));
    }
    if !extension.is_empty() {
        put("_archive", Value::Object(extension));
    }
    Value::Object(item)
}

fn names(names: &[String]) -> Value {
    names.iter().map(|name| json!({ "name": name })).collect()
}
