//! The attributes of a tag, as forgivingly as they are written.

use super::entity::decode;

/// The attributes of a tag, as forgivingly as they are written.
pub fn attributes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest
                .find(|c: char| c.is_whitespace() || c == '=')
                .unwrap_or(rest.len());
            let name = &rest[..end];
            let after = rest[end..].trim_start();
            let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
                rest = if end == 0 {
                    &rest[rest.chars().next().map_or(1, char::len_utf8)..]
                } else {
                    &rest[end..]
                };
                if end == 0 {
                    continue;
                }
                return Some((name, ""));
            };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, left) = match quote {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            };
            rest = left;
            if !name.is_empty() {
                return Some((name, value));
            }
        }
    })
}

/// The decoded value of an attribute.
#[must_use]
pub fn attribute(text: &str, name: &str) -> Option<String> {
    attributes(text)
        .find(|(found, _)| *found == name)
        .map(|(_, value)| decode(value))
}
