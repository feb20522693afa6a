//! Facts about the archive: written into the site's `articles.json`.
//!
//! The file's own text stays as it is, byte for byte, but for the members that a
//! setting replaces or adds; and every line stays where it was, so that problems
//! found in the new text are told with places that hold in the old one.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// What `backissue.toml` may say of the archive. Each replaces what the archive
/// says itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The name on the masthead.
    pub title: Option<String>,
    /// The line under it.
    pub subtitle: Option<String>,
    /// What the archive is.
    pub description: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// What may be done with the text.
    pub rights: Option<String>,
    /// The address to write to for news of changes.
    pub contact: Option<String>,
    /// The topics, in the order to show them.
    pub topics: Option<Vec<String>>,
}

/// A member of the archive: its setting, and its place from the top.
struct Member {
    name: &'static str,
    path: &'static [&'static str],
}

const MEMBERS: [Member; 7] = [
    Member {
        name: "title",
        path: &["title"],
    },
    Member {
        name: "description",
        path: &["description"],
    },
    Member {
        name: "language",
        path: &["language"],
    },
    Member {
        name: "subtitle",
        path: &["_archive", "subtitle"],
    },
    Member {
        name: "rights",
        path: &["_archive", "rights"],
    },
    Member {
        name: "topics",
        path: &["_archive", "topics"],
    },
    Member {
        name: "contact",
        path: &["_archive", "updates", "email"],
    },
];

/// Why an archive cannot take settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// Line and column; 0 when unknown.
    pub place: (usize, usize),
    /// What is wrong.
    pub what: String,
}

impl Facts {
    /// Where the text of a setting goes.
    pub(super) fn place(&mut self, name: &str) -> &mut Option<String> {
        match name {
            "contact" => &mut self.contact,
            "description" => &mut self.description,
            "language" => &mut self.language,
            "rights" => &mut self.rights,
            "subtitle" => &mut self.subtitle,
            _ => &mut self.title,
        }
    }

    /// The settings there are, as JSON, with their members.
    fn values(&self) -> Vec<(&'static Member, String)> {
        let text = |text: &Option<String>| {
            let text = text.as_deref();
            text.map(|text| serde_json::Value::from(text).to_string())
        };
        let topics = self.topics.as_ref().map(|topics| {
            let topics = topics.iter().map(String::as_str);
            topics.collect::<serde_json::Value>().to_string()
        });
        MEMBERS
            .iter()
            .filter_map(|member| {
                let value = match member.name {
                    "contact" => text(&self.contact),
                    "description" => text(&self.description),
                    "language" => text(&self.language),
                    "rights" => text(&self.rights),
                    "subtitle" => text(&self.subtitle),
                    "topics" => topics.clone(),
                    _ => text(&self.title),
                };
                value.map(|value| (member, value))
            })
            .collect()
    }

    /// What the archive's own reader finds wrong in them: setting and words.
    pub(super) fn faults(&self) -> Vec<(&'static str, String)> {
        let mut text = String::from(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"x\",\"items\":[]}",
        );
        if self.write(&mut text).is_err() {
            return Vec::new();
        }
        let problems = archive::read(text.as_bytes()).problems;
        problems
            .iter()
            .filter_map(|problem| {
                let pointer = &problem.place.pointer;
                let member = MEMBERS.iter().find(|member| {
                    let path = format!("/{}", member.path.join("/"));
                    pointer
                        .strip_prefix(&path)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                })?;
                // The next step speaks of an archive's members; this is shorter.
                Some((member.name, problem.message()))
            })
            .collect()
    }

    /// Puts the settings into an archive's bytes.
    ///
    /// # Errors
    /// When the archive is not the JSON it should be.
    pub fn apply(&self, bytes: Vec<u8>) -> Result<Vec<u8>, Unfit> {
        if *self == Self::default() {
            return Ok(bytes);
        }
        let mut text = String::from_utf8(bytes).map_err(|_| Unfit {
            place: (0, 0),
            what: "is not in UTF-8".to_owned(),
        })?;
        self.write(&mut text)?;
        Ok(text.into_bytes())
    }

    fn write(&self, text: &mut String) -> Result<(), Unfit> {
        for (member, value) in self.values() {
            let (at, new) = edit(text, member.path, &value)?;
            text.replace_range(at, &new);
        }
        Ok(())
    }
}

/// The change that gives the member at a path a value: which bytes of the text
/// to replace, and by what.
fn edit(text: &str, path: &[&str], value: &str) -> Result<(Range<usize>, String), Unfit> {
    let mut start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut object = &text[start..];
    for (at, name) in path.iter().enumerate() {
        let unfit = |error: serde_json::Error| {
            // Lines are counted from where the object begins.
            let before = text[..start].matches('\n').count();
            Unfit {
                place: (before + error.line(), error.column()),
                what: "is not the JSON a site is made from".to_owned(),
            }
        };
        // Of an extension that is no object only the whole can be replaced.
        if at > 0 && !object.trim_start().starts_with('{') {
            let range = start..start + object.len();
            return Ok((range, padded(nested(&path[at..], value, at == 1), object)));
        }
        let members: Members<'_> = serde_json::from_str(object).map_err(unfit)?;
        // As reading does: of two members of one name the last one counts.
        let Some((_, held)) = members.0.iter().rfind(|(key, _)| key == name) else {
            let open = start + object.find('{').unwrap_or(0) + 1;
            let comma = if members.0.is_empty() { "" } else { "," };
            let rest = nested(&path[at + 1..], value, at == 0 && path.len() > 1);
            return Ok((open..open, format!("\"{name}\":{rest}{comma}")));
        };
        start = held.get().as_ptr() as usize - text.as_ptr() as usize;
        object = held.get();
    }
    Ok((
        start..start + object.len(),
        padded(value.to_owned(), object),
    ))
}

/// A value below the rest of a path, as JSON; the extension object says its
/// version.
fn nested(path: &[&str], value: &str, extension: bool) -> String {
    let Some((name, rest)) = path.split_first() else {
        return value.to_owned();
    };
    let version = if extension { "\"version\":1," } else { "" };
    format!("{{{version}\"{name}\":{}}}", nested(rest, value, false))
}

/// A new value with as many line ends as the old one.
fn padded(mut new: String, old: &str) -> String {
    new.extend(old.matches('\n'));
    new
}

/// An object's members in their order, each as it stands in the text.
struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        Facts {
            title: Some("The \"Mill\"".to_owned()),
            rights: Some("Ours.".to_owned()),
            contact: Some("a@example.org".to_owned()),
            topics: Some(vec!["One".to_owned(), "Two".to_owned()]),
            ..Facts::default()
        }
    }

    #[test]
    fn facts_replace_and_are_added_and_nothing_else_changes() {
        for (given, wanted) in [
            (
                "{}",
                r#"{"_archive":{"updates":{"email":"a@example.org"},"topics":["One","Two"],"version":1,"rights":"Ours."},"title":"The \"Mill\""}"#,
            ),
            (
                "\u{feff}{ \"title\" : \"Old\",\n \"x\": [1, \"title\"], \"_archive\": { \"rights\": [\n\n1], \"updates\": null } }",
                "\u{feff}{ \"title\" : \"The \\\"Mill\\\"\",\n \"x\": [1, \"title\"], \"_archive\": {\"topics\":[\"One\",\"Two\"], \"rights\": \"Ours.\"\n\n, \"updates\": {\"email\":\"a@example.org\"} } }",
            ),
            (
                r#"{"_archive": 3, "title": "first", "title": "last"}"#,
                r#"{"_archive": {"updates":{"email":"a@example.org"},"topics":["One","Two"],"version":1,"rights":"Ours."}, "title": "first", "title": "The \"Mill\""}"#,
            ),
        ] {
            let found = facts().apply(given.as_bytes().to_vec()).unwrap();
            assert_eq!(String::from_utf8(found).unwrap(), wanted);
        }
        // Nothing to say: not even broken bytes are touched.
        let bytes = vec![0xff, b'{'];
        assert_eq!(Facts::default().apply(bytes.clone()), Ok(bytes));
    }

    #[test]
    fn what_is_no_json_is_told_with_its_place() {
        for (given, place) in [
            (&b"{\n\"a\": tru}"[..], (2, 9)),
            (b"[]", (1, 0)),
            (b"\xff{}", (0, 0)),
            (b"{\"items\": [", (1, 11)),
        ] {
            let found = facts().apply(given.to_vec()).unwrap_err();
            assert_eq!(found.place, place, "{found:?}");
        }
    }

    #[test]
    fn the_archives_reader_takes_what_was_written() {
        let read = |facts: &Facts| {
            let bytes = include_bytes!("../../../../articles.json").to_vec();
            let reading = archive::read(&facts.apply(bytes).unwrap());
            assert!(reading.problems.is_empty(), "{:?}", reading.problems);
            reading.archive.unwrap()
        };
        let (old, new) = (read(&Facts::default()), read(&facts()));
        assert_eq!(new.title, "The \"Mill\"");
        assert_eq!(new.rights.as_deref(), Some("Ours."));
        assert_eq!(new.subtitle, old.subtitle);
        assert_eq!(new.articles.len(), old.articles.len());
        assert_eq!(
            new.updates.and_then(|updates| updates.email).as_deref(),
            Some("a@example.org")
        );
        let labels: Vec<&str> = new
            .topics
            .iter()
            .map(|topic| topic.label.as_str())
            .collect();
        assert_eq!(labels.get(..2), Some(&["One", "Two"][..]));
        assert_eq!(new.articles[0].headline, old.articles[0].headline);
    }

    #[test]
    fn what_the_reader_would_not_take_is_a_fault() {
        let facts = Facts {
            contact: Some("nobody".to_owned()),
            language: Some("not a language".to_owned()),
            ..facts()
        };
        let mut names: Vec<&str> = facts.faults().iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        assert_eq!(names, ["contact", "language"]);
    }
}
