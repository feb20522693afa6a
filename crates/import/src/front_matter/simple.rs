//! Front matter that no parser takes, read as people read it: a name, a colon
//! or an equals sign, a value; lines with a dash go on a list.

use super::{Field, Value};

/// The fields of lines that can be told.
pub(super) fn read(text: &str, from: usize) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut at = from;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let bare = line.trim();
        if let Some(entry) = bare.strip_prefix("- ") {
            if let Some(Field { value, .. }) = fields.last_mut() {
                let entry = Value::Text(unquoted(entry).to_owned());
                match value {
                    Value::List(list) => list.push(entry),
                    Value::Null => *value = Value::List(vec![entry]),
                    _ => {}
                }
            }
            continue;
        }
        let Some(end) = bare.find([':', '=']) else {
            continue;
        };
        let (name, value) = (bare[..end].trim().trim_matches('"'), bare[end + 1..].trim());
        let is_name = !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || c == '_' || c == '-');
        if line.starts_with([' ', '\t', '#']) || !is_name {
            continue;
        }
        fields.push(Field {
            name: name.to_lowercase(),
            value: of(value),
            at: start,
        });
    }
    fields
}

fn of(text: &str) -> Value {
    if let Some(list) = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'))
    {
        let entries = list
            .split(',')
            .map(|entry| unquoted(entry.trim()))
            .filter(|entry| !entry.is_empty());
        return Value::List(entries.map(|entry| Value::Text(entry.to_owned())).collect());
    }
    match text {
        "" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        text => Value::Text(unquoted(text).to_owned()),
    }
}

fn unquoted(text: &str) -> &str {
    for quote in ['"', '\''] {
        if let Some(inner) = text
            .strip_prefix(quote)
            .and_then(|text| text.strip_suffix(quote))
        {
            return inner;
        }
    }
    text
}
