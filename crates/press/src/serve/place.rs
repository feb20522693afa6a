//! From the path of a request to a place in the folder, or a refusal.
//!
//! Decides on names alone, before the file system is asked: `..`, hidden
//! files, backslashes, NUL and anything that is not UTF-8 never get there.

use percent_encoding::percent_decode_str;

/// What a request's path means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A name inside the folder, parted by `/`; empty or ending in `/` for a folder.
    Inside(String),
    /// Not under the path we serve.
    Elsewhere,
    /// Nothing we would ever serve.
    Refused,
}

/// Reads a request target such as `/sub/articles/x/?q=1`. `under` begins and ends with `/`.
#[must_use]
pub fn read(target: &str, under: &str) -> Place {
    let path = target.split(['?', '#']).next().unwrap_or(target);
    let Ok(path) = percent_decode_str(path).decode_utf8() else {
        return Place::Refused;
    };
    let Some(inside) = path.strip_prefix(under) else {
        return Place::Elsewhere;
    };
    if inside.contains(['\\', '\0', ':']) {
        return Place::Refused;
    }
    // An empty name is allowed at the end only: it means the folder itself.
    let mut names = inside.split('/').peekable();
    while let Some(name) = names.next() {
        let last = names.peek().is_none();
        if name.starts_with('.') || (name.is_empty() && !last) {
            return Place::Refused;
        }
    }
    Place::Inside(inside.to_owned())
}

/// Brings a path given by a person to begin and end with `/`.
#[must_use]
pub fn tidy_under(given: &str) -> String {
    let inner = given.trim_matches('/');
    if inner.is_empty() {
        "/".to_owned()
    } else {
        format!("/{inner}/")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        let inside = |name: &str| Place::Inside(name.to_owned());
        for (target, under, wanted) in [
            ("/", "/", inside("")),
            ("/a/b.html?q=..", "/", inside("a/b.html")),
            ("/a/", "/", inside("a/")),
            ("/deep/sub/x%20y.txt", "/deep/sub/", inside("x y.txt")),
            ("/deep/sub", "/deep/sub/", Place::Elsewhere),
            ("/other/", "/deep/sub/", Place::Elsewhere),
            ("/../secret", "/", Place::Refused),
            ("/a/%2e%2e/%2e%2e/secret", "/", Place::Refused),
            ("/..%2fsecret", "/", Place::Refused),
            ("/a\\..\\secret", "/", Place::Refused),
            ("/%00", "/", Place::Refused),
            ("/.git/config", "/", Place::Refused),
            ("//etc/passwd", "/", Place::Refused),
            ("/c:/windows", "/", Place::Refused),
            ("/%ff", "/", Place::Refused),
        ] {
            assert_eq!(read(target, under), wanted, "{target}");
        }
    }

    #[test]
    fn under_is_tidied() {
        for (given, wanted) in [("", "/"), ("/", "/"), ("a/b", "/a/b/"), ("/a/", "/a/")] {
            assert_eq!(tidy_under(given), wanted);
        }
    }
}
