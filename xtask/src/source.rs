//! Just enough of Rust's grammar to see which names a file uses.
//!
//! It drops comments, the insides of strings, and what stands under
//! `#[cfg(test)]`; then it lists paths, opening `use` groups. It refuses to
//! understand types, macros or visibility: the layer check needs names only.

/// The code of a Rust file, without comments, string contents and tests.
pub fn code(text: &str) -> String {
    without_tests(&without_words(text))
}

/// Every path in `code`, groups opened: `a::{b, c::d}` gives `a::b`, `a::c::d`.
pub fn paths(code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if is_name(tokens[at]) {
            at = path(&tokens, at, "", &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Whether `code` calls the macro `name!`.
pub fn calls_macro(code: &str, name: &str) -> bool {
    tokens(code)
        .windows(3)
        .any(|three| three[0] == name && three[1] == "!" && three[2] != "=")
}

// Reads one path from `at`; returns where it ends.
fn path(tokens: &[&str], mut at: usize, before: &str, found: &mut Vec<String>) -> usize {
    let mut path = join(before, tokens[at]);
    at += 1;
    while tokens.get(at) == Some(&"::") {
        match tokens.get(at + 1) {
            Some(next) if is_name(next) || *next == "*" => {
                path = join(&path, next);
                at += 2;
            }
            Some(&"{") => return group(tokens, at + 2, &path, found),
            // A turbofish ends what can be a path to an item.
            _ => break,
        }
    }
    found.push(path);
    at
}

fn group(tokens: &[&str], mut at: usize, before: &str, found: &mut Vec<String>) -> usize {
    while let Some(token) = tokens.get(at) {
        match *token {
            "}" => return at + 1,
            token if is_name(token) || token == "*" => at = path(tokens, at, before, found),
            _ => at += 1,
        }
    }
    at
}

fn join(before: &str, name: &str) -> String {
    if before.is_empty() {
        name.to_owned()
    } else {
        format!("{before}::{name}")
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn tokens(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        if !first.is_whitespace() {
            found.push(token);
        }
        rest = after;
    }
    found
}

fn without_words(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    let mut in_name = false;
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if first == '"' {
            quoted(rest, '"')
        } else if first == '\'' {
            character(rest)
        } else if first == 'r' && !in_name {
            raw_string(rest)
        } else {
            0
        };
        if skipped == 0 {
            code.push(first);
            in_name = first.is_alphanumeric() || first == '_';
            rest = &rest[first.len_utf8()..];
        } else {
            // A space keeps what stood on both sides apart.
            code.push(' ');
            in_name = false;
            rest = &rest[skipped..];
        }
    }
    code
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0usize;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == mark {
            return at + mark.len_utf8();
        }
    }
    text.len()
}

// `'x'` and `'\n'` are characters; `'a` is a lifetime.
fn character(text: &str) -> usize {
    let mut inside = text.chars().skip(1);
    match (inside.next(), inside.next()) {
        (Some('\\'), _) => quoted(text, '\''),
        (Some(c), Some('\'')) => 2 + c.len_utf8(),
        _ => 0,
    }
}

fn raw_string(text: &str) -> usize {
    let after = &text[1..];
    let hashes = after.bytes().take_while(|b| *b == b'#').count();
    if !after[hashes..].starts_with('"') {
        return 0;
    }
    let open = 1 + hashes + 1;
    let close = format!("\"{}", "#".repeat(hashes));
    text[open..]
        .find(&close)
        .map_or(text.len(), |at| open + at + close.len())
}

fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find(MARK) {
        kept.push_str(&rest[..at]);
        rest = &rest[at + MARK.len()..];
        rest = &rest[item(rest)..];
    }
    kept.push_str(rest);
    kept
}

// The length of one item: to its `;`, or to the end of its braces.
fn item(code: &str) -> usize {
    let mut depth = 0usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth <= 1 => return at + 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        paths(&code(text))
    }

    #[test]
    fn groups_are_opened() {
        assert_eq!(
            names("use std::{io, fs::{self, File}};"),
            ["use", "std::io", "std::fs::self", "std::fs::File"]
        );
    }

    #[test]
    fn comments_strings_and_tests_do_not_count() {
        let text = r####"
            // web_sys
            /* a /* nested */ web_sys */
            const A: &str = "web_sys \" web_sys";
            const B: &str = r#"web_sys " web_sys"#;
            const C: char = '"'; fn f<'a>() { g('\''); }
            #[cfg(test)]
            mod tests { use web_sys::X; fn t() { {} } }
            fn after() {}
        "####;
        let names = names(text);
        assert!(
            !names.iter().any(|name| name.contains("web_sys")),
            "{names:?}"
        );
        assert!(names.contains(&"after".to_owned()), "{names:?}");
    }

    #[test]
    fn macros_are_seen() {
        assert!(calls_macro("html! { <p/> }", "html"));
        assert!(!calls_macro("html != 3; xhtml!{}", "html"));
    }

    #[test]
    fn unfinished_sources_end() {
        for text in [
            "/* a",
            "\"a",
            "r#\"a",
            "'",
            "use a::{b",
            "a::",
            "#[cfg(test)]",
            "é'é",
        ] {
            let _ = names(text);
        }
    }
}
