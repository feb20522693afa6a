//! The allow-list for addresses.
//!
//! An address is `http`, `https`, `mailto` or relative, or it is none. Every
//! address of an archive passes here before it reaches anything that follows
//! it. Nothing is fetched or resolved.

use crate::Link;

/// Longer addresses are data in disguise, and no server takes them.
const LONGEST: usize = 4_096;

impl Link {
    /// Checks an address whose character references are already decoded.
    ///
    /// A fragment alone (`#note-1`) is refused: bodies keep no ids it could
    /// point to.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let address = clean(text);
        let before = address.find(['/', '?', '#']).unwrap_or(address.len());
        // Whatever stands before a colon there is a scheme, or would be taken
        // for one by somebody.
        if let Some(colon) = address[..before].find(':') {
            let (scheme, rest) = (address[..colon].to_ascii_lowercase(), &address[colon + 1..]);
            let whole = match scheme.as_str() {
                "http" | "https" => rest.strip_prefix("//").is_some_and(begins_with_host),
                "mailto" => !rest.is_empty(),
                _ => false,
            };
            return whole.then(|| Self::Outside([scheme.as_str(), ":", rest].concat()));
        }
        if let Some(host) = address.strip_prefix("//") {
            return begins_with_host(host).then(|| Self::Outside(["https://", host].concat()));
        }
        (!address.is_empty() && !address.starts_with('#')).then_some(Self::Inside(address))
    }

    /// The address.
    #[must_use]
    pub fn address(&self) -> &str {
        match self {
            Self::Outside(address) | Self::Inside(address) => address,
        }
    }

    /// Whether it stays in the archive's own folder, wherever that stands: what
    /// may be loaded without asking. Dots may be written as `%2e`.
    #[must_use]
    pub fn is_own(&self) -> bool {
        let Self::Inside(path) = self else {
            return false;
        };
        let climbs =
            |part: &str| part.starts_with("..") || part.contains("%2e") || part.contains("%2E");
        !path.starts_with('/') && !path.split('/').any(climbs)
    }

    /// An absolute web address: what `url` and its kin must be.
    pub(crate) fn web(text: &str) -> Option<String> {
        match Self::parse(text) {
            Some(Self::Outside(address)) if address.starts_with("http") => Some(address),
            _ => None,
        }
    }
}

/// Whether the rest of an address, after its two slashes, names a host.
fn begins_with_host(rest: &str) -> bool {
    !matches!(
        rest.as_bytes().first(),
        None | Some(b'/' | b'?' | b'#' | b':')
    )
}

/// Takes away what a browser would not see and escapes what an address cannot
/// hold. Backslashes before the query are slashes to a browser, so they are
/// here: `\\example.org` leads outside.
fn clean(text: &str) -> String {
    let mut address = String::with_capacity(text.len());
    let mut in_path = true;
    for letter in text
        .trim_matches(|c: char| c.is_whitespace() || c.is_control())
        .chars()
    {
        in_path &= !matches!(letter, '?' | '#');
        match letter {
            '\\' if in_path => address.push('/'),
            ' ' => address.push_str("%20"),
            '"' => address.push_str("%22"),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            _ if letter.is_control() || is_invisible(letter) => {}
            _ => address.push(letter),
        }
    }
    address
}

/// Characters that show nothing and can make a text look like another:
/// directional overrides and isolates, the zero-width space, the byte order mark.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, wanted: Option<&Link>) {
        assert_eq!(Link::parse(text).as_ref(), wanted, "{text:?}");
    }

    #[test]
    fn web_and_mail_lead_outside() {
        for (text, address) in [
            ("http://example.org/a?b=c#d", "http://example.org/a?b=c#d"),
            ("HTTPS://Example.org", "https://Example.org"),
            (" https://example.org/a b ", "https://example.org/a%20b"),
            ("mailto:a@example.org", "mailto:a@example.org"),
            ("//example.org/x", "https://example.org/x"),
            ("\\\\example.org\\x", "https://example.org/x"),
            ("/\\example.org", "https://example.org"),
            ("ht\ntps://example.org", "https://example.org"),
        ] {
            check(text, Some(&Link::Outside(address.to_owned())));
        }
    }

    #[test]
    fn relative_addresses_lead_inside() {
        for text in [
            "a.html",
            "./a",
            "../a/b",
            "/a",
            "?q=a:b",
            "a/b:c",
            "a?x=javascript:y",
        ] {
            check(text, Some(&Link::Inside(text.to_owned())));
        }
    }

    #[test]
    fn some_addresses_stay_in_the_folder() {
        for (text, own) in [
            ("a.jpg", true),
            ("./a/b..jpg?x=..", true),
            ("a/./b", true),
            ("/a.jpg", false),
            ("\\a.jpg", false),
            ("../a.jpg", false),
            ("a/../../b", false),
            ("a\\..\\b", false),
            (".%2e/a", false),
            ("%2E%2e/a", false),
            (".\t./a", false),
            ("http://a.org/a.jpg", false),
            ("//a.org/a.jpg", false),
        ] {
            assert_eq!(
                Link::parse(text).map(|link| link.is_own()),
                Some(own),
                "{text:?}"
            );
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for text in [
            "",
            " ",
            "#top",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\u{200B}script:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "blob:x",
            "file:///etc",
            "http:",
            "http:x",
            "https://",
            "https:///x",
            "//",
            "mailto:",
            "javascript :alert(1)",
            "x y:z",
            ":",
            "1:2",
            "ftp://example.org",
            "javascript\u{3A}alert(1)",
            "\u{FEFF}javascript:alert(1)",
            "\u{A0}\u{2028}javascript:alert(1)",
            "java\u{202E}script:alert(1)",
            "ja\0vascript:alert(1)",
            "\u{FFFD}javascript:alert(1)",
            "javascript:http://example.org/",
            "view-source:http://example.org/",
            "feed:javascript:alert(1)",
            "jar:http://example.org!/",
            "intent://example.org#Intent;end",
            "%6Aavascript:alert(1)",
            "filesystem:http://example.org/",
            "http:\\\\",
        ] {
            check(text, None);
        }
    }

    proptest! {
        #[test]
        fn what_passes_is_on_the_list(text in "\\PC{0,20}|[a-z:/\\\\#? \t]{0,20}|(java|data|http)[\\s\\S]{0,12}") {
            match Link::parse(&text) {
                Some(Link::Outside(address)) => {
                    prop_assert!(["http://", "https://", "mailto:"].iter().any(|start| address.starts_with(start)));
                }
                Some(Link::Inside(address)) => {
                    let end = address.find(['/', '?', '#']).unwrap_or(address.len());
                    prop_assert!(!address[..end].contains(':'));
                    prop_assert!(!address.starts_with("//"));
                }
                None => {}
            }
        }
    }
}
