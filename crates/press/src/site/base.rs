//! The base URL: where the folder will stand, when the publisher says so.
//!
//! Pages do without one. It only adds what must be absolute: canonical
//! addresses, the sitemap, the feeds' links.

use std::str::FromStr;

use url::Url;

use crate::Error;

/// An absolute `http` or `https` address of a folder, ending in `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(Url);

impl BaseUrl {
    /// The absolute address of a file or page of the folder.
    #[must_use]
    pub fn join(&self, address: &str) -> String {
        // Addresses are the press's own; one that cannot be joined would be
        // the folder itself.
        self.0
            .join(address)
            .map_or_else(|_| self.0.to_string(), String::from)
    }

    /// The path of the folder on its host, beginning and ending in `/`.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.path()
    }
}

impl FromStr for BaseUrl {
    type Err = Error;

    fn from_str(given: &str) -> Result<Self, Error> {
        let refuse = |what| Error::BaseUrl {
            given: given.to_owned(),
            what,
        };
        let mut url = Url::parse(given.trim()).map_err(|_| refuse("is no address"))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(refuse("is not http or https"));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(refuse("has a query or a fragment"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(refuse("holds a name or password"));
        }
        if !url.path().ends_with('/') {
            let path = format!("{}/", url.path());
            url.set_path(&path);
        }
        Ok(Self(url))
    }
}

/// An address as it is written: absolute when a base URL is known, else as given.
pub fn written(base: Option<&BaseUrl>, address: &str) -> String {
    base.map_or_else(|| address.to_owned(), |base| base.join(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_joins() {
        for (given, address, wanted) in [
            (
                "https://example.org",
                "about/",
                "https://example.org/about/",
            ),
            ("https://example.org/a", "./", "https://example.org/a/"),
            (
                "http://example.org/a/b/",
                "articles/x/",
                "http://example.org/a/b/articles/x/",
            ),
        ] {
            assert_eq!(given.parse::<BaseUrl>().unwrap().join(address), wanted);
        }
        for given in [
            "",
            "example.org",
            "/a/",
            "ftp://example.org/",
            "https://example.org/?q",
            "https://me:x@example.org/",
            "javascript:alert(1)",
        ] {
            assert!(given.parse::<BaseUrl>().is_err(), "{given}");
        }
    }
}
