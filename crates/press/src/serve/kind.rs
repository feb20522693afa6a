//! What kind of file a name promises: its media type, whether Brotli helps,
//! and how long it may be kept.
//!
//! A short list on purpose: what a finished folder can hold. Anything else is
//! sent as bytes.

/// A file's kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// For `Content-Type`.
    pub media_type: &'static str,
    /// Whether Brotli makes it smaller.
    pub text: bool,
}

const BYTES: Kind = packed("application/octet-stream");

const fn text(media_type: &'static str) -> Kind {
    Kind {
        media_type,
        text: true,
    }
}

const fn packed(media_type: &'static str) -> Kind {
    Kind {
        media_type,
        text: false,
    }
}

/// Files known by their whole name.
const NAMES: &[(&str, Kind)] = &[
    (
        "cite.json",
        text("application/vnd.citationstyles.csl+json; charset=utf-8"),
    ),
    ("feed.json", text("application/feed+json; charset=utf-8")),
    ("feed.xml", text("application/atom+xml; charset=utf-8")),
];

/// Files known by how their name ends.
const ENDINGS: &[(&str, Kind)] = &[
    ("atom", text("application/atom+xml; charset=utf-8")),
    ("avif", packed("image/avif")),
    ("bib", text("application/x-bibtex; charset=utf-8")),
    ("css", text("text/css; charset=utf-8")),
    ("gif", packed("image/gif")),
    ("html", text("text/html; charset=utf-8")),
    ("ico", text("image/x-icon")),
    ("jpeg", packed("image/jpeg")),
    ("jpg", packed("image/jpeg")),
    ("js", text("text/javascript; charset=utf-8")),
    ("json", text("application/json")),
    ("map", text("application/json")),
    ("md", text("text/markdown; charset=utf-8")),
    ("mjs", text("text/javascript; charset=utf-8")),
    ("pdf", packed("application/pdf")),
    ("png", packed("image/png")),
    (
        "ris",
        text("application/x-research-info-systems; charset=utf-8"),
    ),
    ("svg", text("image/svg+xml")),
    ("txt", text("text/plain; charset=utf-8")),
    ("wasm", text("application/wasm")),
    (
        "webmanifest",
        text("application/manifest+json; charset=utf-8"),
    ),
    ("webp", packed("image/webp")),
    ("woff2", packed("font/woff2")),
    ("xml", text("application/xml; charset=utf-8")),
];

/// The kind of the file of this name.
#[must_use]
pub fn of(name: &str) -> Kind {
    let name = name.rsplit('/').next().unwrap_or(name);
    if let Some((_, kind)) = NAMES.iter().find(|(known, _)| *known == name) {
        return *kind;
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(ending))
        .map_or(BYTES, |(_, kind)| *kind)
}

/// For `Cache-Control`: a name that carries a hash of the content never
/// changes its meaning; anything else is asked for again.
#[must_use]
pub fn keeping(name: &str) -> &'static str {
    if hashed(name) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// The shortest run of hexadecimal digits taken for a hash.
const HASH_DIGITS: usize = 8;

/// True when the file's own name (not its folder) holds a hash, set off by `-`, `.` or `_`.
fn hashed(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.split(['-', '.', '_']).skip(1).any(|part| {
        part.len() >= HASH_DIGITS
            && part.bytes().all(|b| b.is_ascii_hexdigit())
            && part.bytes().any(|b| b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (name, wanted) in [
            ("index.html", "text/html; charset=utf-8"),
            ("a/reader-12ab34cd_bg.wasm", "application/wasm"),
            ("start-0011aabb.js", "text/javascript; charset=utf-8"),
            ("feed.json", "application/feed+json; charset=utf-8"),
            ("articles.json", "application/json"),
            ("feed.xml", "application/atom+xml; charset=utf-8"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
            (
                "manifest.webmanifest",
                "application/manifest+json; charset=utf-8",
            ),
            ("picture.JPG", "image/jpeg"),
            ("no-ending", "application/octet-stream"),
        ] {
            assert_eq!(of(name).media_type, wanted, "{name}");
        }
    }

    #[test]
    fn only_hashed_names_are_kept() {
        for (name, kept) in [
            ("reader-0123456789abcdef.js", true),
            ("reader-0123456789abcdef_bg.wasm", true),
            ("start-0a1b2c3d.js", true),
            ("articles.json", false),
            ("index.html", false),
            ("articles/deadbeef-facade/index.html", false),
            ("style-facade.css", false),
        ] {
            assert_eq!(keeping(name) != "no-cache", kept, "{name}");
        }
    }
}
