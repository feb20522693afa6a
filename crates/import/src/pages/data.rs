//! What a page's head says for machines: `<meta>` tags and linked data.

use serde_json::Value;

use super::dom::Dom;

/// A page has a few dozen tags of data.
const MOST_META: usize = 10_000;

/// Linked data of more bytes than this is not read: as values it takes up to
/// thirty times as much. It seldom has more than the article has words.
const MOST_LINKED: usize = 1 << 20;

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
        let mut room = MOST_LINKED;
        for id in dom.inside(dom.top()) {
            match dom.tag(id) {
                "meta" if data.meta.len() < MOST_META => {
                    let name = dom
                        .attribute(id, "name")
                        .or_else(|| dom.attribute(id, "property"))
                        .or_else(|| dom.attribute(id, "itemprop"));
                    if let (Some(name), Some(content)) = (name, dom.attribute(id, "content")) {
                        data.meta.push((name.to_ascii_lowercase(), content.trim()));
                    }
                }
                "script" => {
                    let text = dom.children(id).next().map(|text| dom.words(text));
                    let text = text.filter(|text| text.len() <= room);
                    if let Some(text) = text {
                        room -= text.len();
                        if let Some(value) = value(text) {
                            flatten(value, &mut data.linked);
                        }
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
        let kinds = |value: &Value| -> Vec<String> {
            match &value["@type"] {
                Value::String(kind) => vec![kind.clone()],
                Value::Array(kinds) => kinds
                    .iter()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect(),
                _ => Vec::new(),
            }
        };
        // An article's own data before that of the page it is on.
        let named = |endings: &[&str]| {
            self.linked
                .iter()
                .filter(|value| {
                    let is = |kind: &String| endings.iter().any(|ending| kind.ends_with(ending));
                    kinds(value).iter().any(is)
                })
                .find_map(|value| value.get(name))
        };
        named(ARTICLES).or_else(|| named(PAGES))
    }
}

/// How the names of kinds of articles end, and of what articles stand on.
const ARTICLES: &[&str] = &[
    "Article", "Posting", "Report", "Review", "Recipe", "Chapter",
];
const PAGES: &[&str] = &["Page", "CreativeWork"];

/// A script's JSON, also when it stands in a comment or a CDATA section as
/// XHTML wants scripts, and when its texts have line ends in them.
fn value(text: &str) -> Option<Value> {
    let start = text.find(['{', '['])?;
    let start = match text[start..].strip_prefix("[CDATA[") {
        Some(rest) => text.len() - rest.len() + rest.find(['{', '['])?,
        None => start,
    };
    let end = text.rfind(['}', ']'])?;
    let end = match text[..=end].strip_suffix("]]") {
        Some(rest) if text[start..].starts_with('{') => rest.rfind('}')?,
        _ => end,
    };
    let json = text.get(start..=end)?;
    serde_json::from_str(json)
        .or_else(|_| serde_json::from_str(&json.replace(['\n', '\r', '\t'], " ")))
        .ok()
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
