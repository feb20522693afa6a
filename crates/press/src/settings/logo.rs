//! A logo: a picture above the archive's name.
//!
//! It is told by its bytes and not by its name, so that a page saved under
//! `logo.png` is noticed here and not by readers.

use std::fs;
use std::path::Path;

use crate::site::short_hash;

/// Most bytes: more than the rest of a first visit is no logo.
const MOST: usize = 200_000;

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its file's name in the site.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What is wrong with one.
#[derive(Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It cannot be read; what the system said.
    Unread(String),
    /// It is none of the pictures browsers show.
    NoPicture,
    /// It is too large.
    Large(usize),
    /// A drawing that could run something.
    Script,
}

impl Flaw {
    /// In words, after “the logo”.
    pub fn said(&self, path: &Path) -> String {
        let path = path.display();
        match self {
            Self::Unread(what) => format!("{path} cannot be read: {what}"),
            Self::NoPicture => {
                format!("{path} is no picture in SVG, PNG, JPEG, WebP, GIF or AVIF")
            }
            Self::Large(bytes) => format!(
                "{path} has {bytes} bytes; with more than {MOST} it would make every page slow: save it smaller"
            ),
            Self::Script => {
                format!("{path} holds a script or a foreign object; save it as a plain drawing")
            }
        }
    }
}

impl Logo {
    /// Reads one.
    pub fn read(path: &Path) -> Result<Self, Flaw> {
        let bytes = fs::read(path).map_err(|error| Flaw::Unread(error.to_string()))?;
        Self::of(bytes)
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        match self.name.rsplit('.').next() {
            Some("png") => "image/png",
            Some("jpg") => "image/jpeg",
            Some("gif") => "image/gif",
            Some("webp") => "image/webp",
            Some("avif") => "image/avif",
            _ => "image/svg+xml",
        }
    }

    fn of(bytes: Vec<u8>) -> Result<Self, Flaw> {
        let ending = ending(&bytes).ok_or(Flaw::NoPicture)?;
        if bytes.len() > MOST {
            return Err(Flaw::Large(bytes.len()));
        }
        if ending == "svg" && runs(&bytes) {
            return Err(Flaw::Script);
        }
        Ok(Self {
            name: format!("logo-{}.{ending}", short_hash(&bytes)),
            bytes,
        })
    }
}

/// The kind of a picture, as its file's ending.
fn ending(bytes: &[u8]) -> Option<&'static str> {
    let at = |from: usize, wanted: &[u8]| {
        bytes
            .get(from..)
            .is_some_and(|rest| rest.starts_with(wanted))
    };
    if at(0, b"\x89PNG\r\n\x1a\n") {
        Some("png")
    } else if at(0, b"\xff\xd8\xff") {
        Some("jpg")
    } else if at(0, b"GIF8") {
        Some("gif")
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        Some("webp")
    } else if at(4, b"ftypavif") {
        Some("avif")
    } else {
        drawing(bytes).then_some("svg")
    }
}

/// Whether the first element of a text is `svg`.
fn drawing(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while let Some(after) = rest.strip_prefix('<') {
        let end = if after.starts_with("!--") { "-->" } else { ">" };
        if !after.starts_with(['!', '?']) {
            let name = after
                .split(|c: char| !c.is_ascii_alphanumeric() && c != ':')
                .next();
            return name.is_some_and(|name| name == "svg" || name.ends_with(":svg"));
        }
        rest = after
            .split_once(end)
            .map_or("", |(_, rest)| rest)
            .trim_start();
    }
    false
}

/// Whether a drawing may hold what a browser would run when it is opened by
/// itself. As a picture in a page it would not; but it stands at an address.
fn runs(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    let handler = text.split_ascii_whitespace().any(|word| {
        let name = word.split('=').next().unwrap_or_default();
        word.contains('=') && name.len() > 2 && name.starts_with("on")
    });
    handler
        || [
            "<script",
            ":script",
            "foreignobject",
            "javascript:",
            "<!entity",
        ]
        .iter()
        .any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_flaws() {
        let named = |bytes: &[u8]| Logo::of(bytes.to_vec()).map(|logo| logo.name);
        for (bytes, wanted) in [
            (&b"\x89PNG\r\n\x1a\n...."[..], "png"),
            (b"\xff\xd8\xff\xe0", "jpg"),
            (b"GIF89a", "gif"),
            (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
            (b"\0\0\0\x1cftypavif", "avif"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
            (
                b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <html> -->\n<svg:svg/>",
                "svg",
            ),
        ] {
            let name = named(bytes).unwrap();
            assert!(
                name.starts_with("logo-") && name.ends_with(wanted),
                "{name}"
            );
        }
        for (bytes, wanted) in [
            (&b""[..], Flaw::NoPicture),
            (b"<!doctype html><html><svg/>", Flaw::NoPicture),
            (b"hello <svg/>", Flaw::NoPicture),
            (b"<svg><script>alert(1)</script></svg>", Flaw::Script),
            (b"<svg onload=\"alert(1)\"/>", Flaw::Script),
            (b"<svg><a href='JavaScript:alert(1)'/></svg>", Flaw::Script),
        ] {
            assert_eq!(named(bytes), Err(wanted));
        }
        let large = [b"GIF8".as_slice(), &vec![0; MOST]].concat();
        assert_eq!(named(&large), Err(Flaw::Large(MOST + 4)));
    }
}
