//! The Content Security Policy of every page, and what else keeps a page from
//! telling or doing more than it says.

/// Scripts and data from the page's own host only, no inline script, no
/// string ever becomes script. `wasm-unsafe-eval` allows WebAssembly and
/// nothing else. Pictures may come from elsewhere, since a policy in a page cannot
/// be loosened and a reader may want them: no page names one that is not in the
/// folder, and the start script adds a second policy, `img-src 'self'`, for everybody
/// who has not asked for them. Each Trusted Types policy mints one address: that of
/// the worker beside it (`static/offline.js`), and its own (`static/indexer.js`).
///
/// Written into a quoted attribute as it stands, so that a person can read it
/// there: it holds nothing that would need escaping.
pub const CONTENT_SECURITY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' https: http:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'; require-trusted-types-for 'script'; trusted-types backissue backissue-indexer";

/// The policy of an archive that is one file: the scripts and the style that stand
/// in it, by their hashes, and nothing from anywhere. `data:` is its icon, `blob:`
/// the pictures that lie in it.
pub fn one_file(scripts: &[String], style: &str) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {style}; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        scripts.join(" ")
    )
}

/// No page tells another where its visitor came from.
pub const REFERRER: &str = "no-referrer";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stands_in_an_attribute_as_it_is() {
        assert!(!CONTENT_SECURITY.contains(['"', '&', '<', '>']));
        assert!(!CONTENT_SECURITY.contains("unsafe-inline"));
        assert!(!CONTENT_SECURITY.contains("'unsafe-eval'"));
    }
}
