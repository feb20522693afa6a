//! All escaping of the press: text and attributes of HTML and XML, and JSON
//! inside a script element.
//!
//! One function serves HTML and XML, text and attributes: it escapes all five
//! characters that mean something in any of them, so that using it in the
//! wrong place is never unsafe. Characters that XML 1.0 cannot hold at all are
//! left out. It does not accept markup and has no way to pass any through.

use std::fmt;

/// Shows a string escaped for HTML or XML, in text or in a quoted attribute.
#[derive(Debug, Clone, Copy)]
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut from = 0;
        for (at, character) in self.0.char_indices() {
            let instead = match character {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                other if forbidden(other) => "",
                _ => continue,
            };
            f.write_str(&self.0[from..at])?;
            f.write_str(instead)?;
            from = at + character.len_utf8();
        }
        f.write_str(&self.0[from..])
    }
}

/// True for what XML 1.0 (section 2.2) cannot hold even escaped. HTML calls
/// the same characters parse errors.
fn forbidden(character: char) -> bool {
    matches!(character,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// JSON fit to stand inside a `<script>` data block.
///
/// `<`, `>` and `&` only occur inside JSON strings, where `\u003c` means the
/// same; without them no `</script` and no `<!--` can end or twist the block.
/// The two line separators are escaped for parsers that read JSON as script.
#[must_use]
pub fn json_in_script(value: &serde_json::Value) -> String {
    let json = value.to_string();
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escapes_what_means_something() {
        for (given, wanted) in [
            ("", ""),
            ("plain", "plain"),
            ("a<b>&\"c'", "a&lt;b&gt;&amp;&quot;c&#39;"),
            ("\u{0}x\u{1b}\u{b}", "x"),
            ("tab\tline\n", "tab\tline\n"),
            ("&amp;", "&amp;amp;"),
            ("“curly” é 漢", "“curly” é 漢"),
        ] {
            assert_eq!(Escaped(given).to_string(), wanted);
        }
    }

    proptest! {
        #[test]
        fn escaped_text_is_inert(given in any::<String>()) {
            let out = Escaped(&given).to_string();
            prop_assert!(!out.contains(['<', '>', '"', '\'']));
            prop_assert!(!out.chars().any(forbidden));
            for piece in out.split('&').skip(1) {
                prop_assert!(["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|known| piece.starts_with(known)));
            }
        }

        #[test]
        fn escaped_text_reads_back(given in any::<String>()) {
            let kept: String = given.chars().filter(|c| !forbidden(*c)).collect();
            let out = Escaped(&given).to_string();
            let back = quick_xml::escape::unescape(&out).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!(back, kept);
        }

        #[test]
        fn json_cannot_leave_its_script(given in any::<String>()) {
            let out = json_in_script(&serde_json::json!({ "a": given }));
            prop_assert!(!out.contains(['<', '>', '&']));
            let back: serde_json::Value = serde_json::from_str(&out).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!(back["a"].as_str(), Some(given.as_str()));
        }
    }
}
