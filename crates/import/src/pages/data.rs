//! What a page's head says for machines: `<meta>` tags and linked data.

use serde_json::Value;

use super::dom::Dom;

/// Data in the head.
pub struct Data<'a> {
    meta: Vec<(String, &'a str)>,
    linked: Vec<Value>,
}

impl<'a> Data<'a> {
    /// Gathers a page's data for machines.
    #[must_use]
    pub fn of(dom: &'a Dom) -> Self {
        let mut data = Self {
            meta: Vec::new(),
            linked: Vec::new(),
        };
        for id in dom.inside(dom.top()) {
            match dom.tag(id) {
                "meta" => {
                    let name = dom
                        .attribute(id, "name")
                        .or_else(|| dom.attribute(id, "property"))
                        .or_else(|| dom.attribute(id, "itemprop"));
                    if let (Some(name), Some(content)) = (name, dom.attribute(id, "content")) {
                        data.meta.push((name.to_ascii_lowercase(), content.trim()));
                    }
                }
                "script" => {
                    let text: String = dom.children(id).map(|text| dom.words(text)).collect();
                    if let Ok(value) = serde_json::from_str::<Value>(text.trim()) {
                        flatten(value, &mut data.linked);
                    }
                }
                _ => {}
            }
        }
        data
    }

    /// The first content of tags of some names, in the order of the names.
    #[must_use]
    pub fn meta(&self, names: &[&str]) -> Option<&'a str> {
        names.iter().find_map(|name| self.all(name).next())
    }

    /// All contents of a name.
    pub fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'a str> + 's {
        self.meta
            .iter()
            .filter(move |(found, content)| found == name && !content.is_empty())
            .map(|(_, content)| *content)
    }

    /// A member of the page's article in its linked data.
    #[must_use]
    pub fn linked(&self, name: &str) -> Option<&Value> {
        const ARTICLES: &[&str] = &[
            "Article",
            "NewsArticle",
            "BlogPosting",
            "ReportageNewsArticle",
            "OpinionNewsArticle",
            "Report",
            "ScholarlyArticle",
            "TechArticle",
            "WebPage",
        ];
        let is_article = |value: &&Value| match &value["@type"] {
            Value::String(kind) => ARTICLES.contains(&kind.as_str()),
            Value::Array(kinds) => kinds
                .iter()
                .filter_map(Value::as_str)
                .any(|kind| ARTICLES.contains(&kind)),
            _ => false,
        };
        self.linked
            .iter()
            .filter(is_article)
            .find_map(|value| value.get(name))
    }
}

/// All objects of linked data, out of their lists and graphs.
fn flatten(value: Value, out: &mut Vec<Value>) {
    match value {
        Value::Array(values) => values
            .into_iter()
            .take(64)
            .for_each(|value| flatten(value, out)),
        Value::Object(mut map) => {
            if let Some(Value::Array(graph)) = map.remove("@graph") {
                out.extend(graph.into_iter().take(64));
            }
            out.push(Value::Object(map));
        }
        _ => {}
    }
}
