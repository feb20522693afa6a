//! TOML's values.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Field, MOST_DEPTH, Value};

/// The fields, or where and why it cannot be read.
pub(super) fn read(text: &str, from: usize) -> Result<Vec<Field>, (usize, String)> {
    // The lists of fields are deep when tables are; those deeper are dropped.
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (from + at, error.message().to_owned())
    })?;
    Ok(fields(table.get_ref(), from, 0))
}

fn fields(table: &DeTable<'_>, from: usize, depth: usize) -> Vec<Field> {
    let mut fields: Vec<Field> = table
        .iter()
        .map(|(name, value)| Field {
            name: name.get_ref().to_lowercase(),
            value: of(value, from, depth + 1),
            at: from + name.span().start,
        })
        .collect();
    // The table is sorted by name; people mean the order they wrote.
    fields.sort_by_key(|field| field.at);
    fields
}

fn of(value: &Spanned<DeValue<'_>>, from: usize, depth: usize) -> Value {
    if depth > MOST_DEPTH {
        return Value::Null;
    }
    match value.get_ref() {
        DeValue::String(text) => Value::Text(text.clone().into_owned()),
        DeValue::Integer(number) => Value::Text(number.as_str().to_owned()),
        DeValue::Float(number) => Value::Text(number.as_str().to_owned()),
        DeValue::Boolean(is) => Value::Bool(*is),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(list) => Value::List(
            list.iter()
                .map(|value| of(value, from, depth + 1))
                .collect(),
        ),
        DeValue::Table(table) => Value::Map(fields(table, from, depth + 1)),
    }
}
