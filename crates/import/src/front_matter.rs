//! Front matter: what stands between `---` or `+++` at the top of a file, as
//! names and values, whether YAML, TOML or JSON.
//!
//! When it is not what it says, its simple `name: value` lines are read all
//! the same: the commonest fault is a headline with a colon in it. Aliases of
//! YAML are not followed, so a page cannot grow by them.

mod simple;
mod toml_values;
mod yaml;

use crate::problem::{Kind, quoted};

/// Longer front matter is none.
const LONGEST: usize = 64 << 10;

/// Values inside each other beyond this are passed over.
const MOST_DEPTH: usize = 16;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text, number or date, as written.
    Text(String),
    /// Yes or no.
    Bool(bool),
    /// Nothing.
    Null,
    /// Several.
    List(Vec<Value>),
    /// Names and values.
    Map(Vec<Field>),
}

/// A name and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// In small letters.
    pub name: String,
    /// Its value.
    pub value: Value,
    /// Where it stands, in bytes of the file.
    pub at: usize,
}

/// Front matter and what follows it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matter {
    /// What it says.
    pub fields: Vec<Field>,
    /// Where the text after it begins.
    pub end: usize,
    /// What was wrong with it.
    pub problem: Option<(usize, Kind)>,
}

/// How front matter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Between lines of `---`.
    Yaml,
    /// Between lines of `+++`.
    Toml,
}

/// Reads the front matter of a file; none when it has none.
#[must_use]
pub fn read(text: &str) -> Option<Matter> {
    let start = text.len()
        - text
            .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
            .len();
    let body = &text[start..];
    if body.starts_with('{') {
        return json(body, start);
    }
    let first = body.lines().next()?;
    let form = match first.trim_end() {
        "---" => Form::Yaml,
        "+++" => Form::Toml,
        _ => return None,
    };
    let fence = first.trim_end();
    let inside = start + (body.find('\n')? + 1);
    let near = &text[inside..text.floor_char_boundary(inside + LONGEST)];
    let mut at = inside;
    for line in near.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == fence || (form == Form::Yaml && bare == "...") {
            let (fields, problem) = parse(&text[inside..at], inside, form);
            return Some(Matter {
                fields,
                end: at + line.len(),
                problem,
            });
        }
        at += line.len();
    }
    // A rule at the top of a text opens nothing.
    let opens = near
        .lines()
        .next()
        .is_some_and(|line| line.contains([':', '=']));
    opens.then(|| Matter {
        fields: Vec::new(),
        end: 0,
        problem: Some((start, Kind::OpenFrontMatter)),
    })
}

/// Reads names and values; `from` is added to places.
#[must_use]
pub fn parse(text: &str, from: usize, form: Form) -> (Vec<Field>, Option<(usize, Kind)>) {
    let read = match form {
        Form::Yaml => yaml::read(text, from),
        Form::Toml => toml_values::read(text, from),
    };
    read.map_or_else(
        |(at, why)| {
            let fields = simple::read(text, from);
            (fields, Some((at, Kind::FrontMatter(quoted(&why)))))
        },
        |fields| (fields, None),
    )
}

/// A JSON object at the top of a file, as Hugo takes it.
fn json(body: &str, start: usize) -> Option<Matter> {
    let near = &body[..body.floor_char_boundary(LONGEST)];
    let mut values = serde_json::Deserializer::from_str(near).into_iter::<serde_json::Value>();
    let serde_json::Value::Object(map) = values.next()?.ok()? else {
        return None;
    };
    let end = values.byte_offset();
    let fields = map
        .into_iter()
        .map(|(name, value)| Field {
            name: name.to_lowercase(),
            value: of_json(value),
            at: start,
        })
        .collect();
    Some(Matter {
        fields,
        end: start + end,
        problem: None,
    })
}

fn of_json(value: serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(is) => Value::Bool(is),
        serde_json::Value::Number(number) => Value::Text(number.to_string()),
        serde_json::Value::String(text) => Value::Text(text),
        serde_json::Value::Array(list) => Value::List(list.into_iter().map(of_json).collect()),
        serde_json::Value::Object(map) => {
            let fields = map.into_iter().map(|(name, value)| Field {
                name: name.to_lowercase(),
                value: of_json(value),
                at: 0,
            });
            Value::Map(fields.collect())
        }
    }
}

/// The field of the first of some names that is there.
#[must_use]
pub fn field<'a>(fields: &'a [Field], names: &[&str]) -> Option<&'a Field> {
    names.iter().find_map(|name| {
        fields
            .iter()
            .find(|field| field.name == *name && field.value != Value::Null)
    })
}

/// The text of the first of some names.
#[must_use]
pub fn text(fields: &[Field], names: &[&str]) -> Option<String> {
    match &field(fields, names)?.value {
        Value::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Bool(is) => Some(is.to_string()),
        _ => None,
    }
}

impl Value {
    /// Its texts, whether one, several, or objects with a `name`.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        match self {
            Self::Text(text) => vec![text.trim().to_owned()],
            Self::List(values) => values.iter().flat_map(Self::texts).collect(),
            Self::Map(fields) => text(fields, &["name", "title", "display_name"])
                .into_iter()
                .collect(),
            Self::Bool(_) | Self::Null => Vec::new(),
        }
    }

    /// Whether it means yes.
    #[must_use]
    pub fn is_yes(&self) -> bool {
        match self {
            Self::Bool(is) => *is,
            Self::Text(text) => matches!(
                text.to_ascii_lowercase().as_str(),
                "true" | "yes" | "on" | "1"
            ),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &[(&str, &str)], problem: bool) {
        let matter = read(text).unwrap_or_else(|| panic!("{text}"));
        let found: Vec<(&str, String)> = matter
            .fields
            .iter()
            .map(|field| {
                (
                    field.name.as_str(),
                    if let Value::Bool(is) = field.value {
                        is.to_string()
                    } else {
                        field.value.texts().join("|")
                    },
                )
            })
            .collect();
        let wanted: Vec<(&str, String)> = wanted
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        assert_eq!(found, wanted, "{text}");
        assert_eq!(
            matter.problem.is_some(),
            problem,
            "{text}: {:?}",
            matter.problem
        );
        for field in &matter.fields {
            assert!(text.is_char_boundary(field.at), "{text}");
        }
    }

    #[test]
    fn three_forms() {
        check(
            "---\ntitle: \"A: b\"\nDate: 2003-03-07 10:00\ntags: [a, 'b c']\ndraft: true\n---\nx",
            &[
                ("title", "A: b"),
                ("date", "2003-03-07 10:00"),
                ("tags", "a|b c"),
                ("draft", "true"),
            ],
            false,
        );
        check(
            "---\nauthors:\n  - name: A\n  - B\nx: &y 1\nz: *y\n...\n",
            &[("authors", "A|B"), ("x", "1"), ("z", "")],
            false,
        );
        check(
            "+++\ntitle = 'A'\ndate = 2003-03-07T10:00:00Z\n[taxonomies]\ntags = ['a']\n+++\n",
            &[
                ("title", "A"),
                ("date", "2003-03-07T10:00:00Z"),
                ("taxonomies", ""),
            ],
            false,
        );
        check(
            "{\"title\": \"A\", \"tags\": [\"b\"]}\nx",
            &[("tags", "b"), ("title", "A")],
            false,
        );
    }

    #[test]
    fn broken_front_matter() {
        check(
            "---\ntitle: A: b\ntags: [a, b]\n---\n",
            &[("title", "A: b"), ("tags", "a|b")],
            true,
        );
        check(
            "---\ntitle: \"A \"b\" c\"\ndate: 2003\n---\n",
            &[("title", "A \"b\" c"), ("date", "2003")],
            true,
        );
        check(
            "+++\ntitle = A b\ndate = 2003-03-07\n+++\n",
            &[("title", "A b"), ("date", "2003-03-07")],
            true,
        );
        check("---\ntitle: x\nno end", &[], true);
        assert_eq!(read("---\n\nA text after a rule."), None);
        assert_eq!(read("words"), None);
    }
}
