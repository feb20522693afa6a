//! `sitemap.xml` (sitemaps.org protocol 0.9).
//!
//! The protocol wants absolute addresses. Without a base URL they are not
//! known; the file is written all the same, with relative ones, and whoever
//! runs the press is told. There is no `lastmod`: the press reads no clock and
//! an old article's date is not when its page last changed.

use std::fmt::Write as _;

use super::base::{self, BaseUrl};
use crate::Error;
use crate::folder::Folder;
use crate::html::Escaped;

/// How many addresses one file may hold, by the protocol.
const MOST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Writes the sitemap; with more addresses than one file may hold, an index
/// and its parts.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Folder, addresses: &[String], base: Option<&BaseUrl>) -> Result<(), Error> {
    if addresses.len() <= MOST {
        return folder.write("sitemap.xml", list("urlset", "url", addresses, base));
    }
    let mut parts = Vec::new();
    for (at, part) in addresses.chunks(MOST).enumerate() {
        let name = format!("sitemap-{}.xml", at + 1);
        folder.write(&name, list("urlset", "url", part, base))?;
        parts.push(name);
    }
    folder.write("sitemap.xml", list("sitemapindex", "sitemap", &parts, base))
}

fn list(whole: &str, one: &str, addresses: &[String], base: Option<&BaseUrl>) -> String {
    let mut out =
        format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{whole} xmlns=\"{NAMESPACE}\">\n");
    for address in addresses {
        let address = base::written(base, address);
        let _ = writeln!(out, "<{one}><loc>{}</loc></{one}>", Escaped(&address));
    }
    let _ = writeln!(out, "</{whole}>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_sitemaps_are_parted() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = Folder::new(scratch.path());
        let addresses: Vec<String> = (0..MOST + 1).map(|at| format!("articles/{at}/")).collect();
        let base = "https://example.org/a/".parse().ok();
        write(&folder, &addresses, base.as_ref()).unwrap();
        let read = |name: &str| String::from_utf8(folder.read(name).unwrap()).unwrap();
        assert!(read("sitemap.xml").contains("<loc>https://example.org/a/sitemap-2.xml</loc>"));
        assert_eq!(read("sitemap-1.xml").matches("<url>").count(), MOST);
        assert_eq!(read("sitemap-2.xml").matches("<url>").count(), 1);
    }
}
