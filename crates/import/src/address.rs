//! Addresses in a source: where a relative one leads within the source's files.

use percent_encoding::percent_decode_str;

/// Longer paths are none.
const LONGEST: usize = 2_048;

/// The path that a relative address means, from a folder of the source
/// (`""` for its top); a leading `/` means the top. Nothing for an address that
/// leads out, elsewhere, or nowhere.
#[must_use]
pub fn inside(folder: &str, address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next()?;
    if address.is_empty()
        || address.len() > LONGEST
        || address.starts_with("//")
        || has_scheme(address)
    {
        return None;
    }
    let decoded = percent_decode_str(address).decode_utf8().ok()?;
    let mut parts: Vec<&str> = Vec::new();
    if !decoded.starts_with('/') {
        parts.extend(folder.split('/').filter(|part| !part.is_empty()));
    }
    for part in decoded.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            // A drive letter or a stream's name; a zero would end the name.
            part if part.contains([':', '\0']) => return None,
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

fn has_scheme(address: &str) -> bool {
    let before = address.split('/').next().unwrap_or_default();
    before.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty()
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

/// The folder a file is in.
#[must_use]
pub fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The last part of a path, without its ending.
#[must_use]
pub fn stem_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

/// A path's ending in small letters, `""` when it has none.
#[must_use]
pub fn ending_of(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.')
        .map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
}

/// An absolute address in the one form in which addresses are compared:
/// without scheme, `www.`, a trailing slash, `index.html`, and fragment.
#[must_use]
pub fn compared(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let rest = rest.split('#').next()?;
    let (host, path) = match rest.find(['/', '?']) {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let path = path
        .trim_end_matches("index.html")
        .trim_end_matches("index.htm")
        .trim_end_matches("index.php")
        .trim_end_matches('/');
    Some(format!("{host}{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_stay_inside() {
        for (folder, address, wanted) in [
            ("", "a.png", Some("a.png")),
            ("x/y", "a.png?b#c", Some("x/y/a.png")),
            ("x/y", "../a%20b.png", Some("x/a b.png")),
            ("x/y", "/a.png", Some("a.png")),
            ("x", "./y/./z/../a", Some("x/y/a")),
            ("x", "../../a", None),
            ("", "..", None),
            ("", "%2e%2e/%2e%2e/etc/passwd", None),
            ("", "..\\..\\a", None),
            ("", "C:\\a", None),
            ("", "http://x.org/a", None),
            ("", "//x.org/a", None),
            ("", "data:text/html,x", None),
            ("", "#x", None),
            ("", "a%00b", None),
        ] {
            assert_eq!(
                inside(folder, address).as_deref(),
                wanted,
                "{folder} {address}"
            );
        }
    }

    #[test]
    fn absolute_addresses_are_compared() {
        for (address, wanted) in [
            ("http://www.X.org/a/", Some("x.org/a")),
            ("HTTPS://x.org/a/index.html#b", Some("x.org/a")),
            ("http://x.org?p=1", Some("x.org?p=1")),
            ("http://x.org/", Some("x.org")),
            ("mailto:a@x.org", None),
        ] {
            assert_eq!(compared(address).as_deref(), wanted, "{address}");
        }
    }
}
