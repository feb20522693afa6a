//! What feeds put their elements into: namespaces by their addresses, and the
//! prefixes people use without saying what they mean.

/// What feeds put their elements into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// RSS without a prefix, or RDF's, or Atom's: told apart by the root.
    Plain,
    /// Atom inside RSS.
    Atom,
    /// RDF.
    Rdf,
    /// Dublin Core, elements or terms.
    Dublin,
    /// RSS's module for whole articles.
    Content,
    /// WordPress's exports.
    WordPress,
    /// WordPress's summaries.
    Excerpt,
    /// Our own: what feeds cannot say of archives.
    Archive,
    /// Any other.
    Other,
}

/// What a namespace's address means; its version does not matter.
pub(super) fn space(address: &str) -> Space {
    let address = address.trim();
    for (start, space) in [
        ("http://www.w3.org/2005/Atom", Space::Atom),
        ("http://purl.org/atom/ns", Space::Atom),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", Space::Rdf),
        ("http://purl.org/dc/", Space::Dublin),
        ("http://purl.org/rss/1.0/modules/content", Space::Content),
        ("http://purl.org/rss/1.0/modules/", Space::Other),
        ("http://purl.org/rss/", Space::Plain),
        ("http://backend.userland.com/rss", Space::Plain),
        ("http://blogs.law.harvard.edu/tech/rss", Space::Plain),
        ("http://cyber.law.harvard.edu/rss", Space::Plain),
        ("http://my.netscape.com/rdf/", Space::Plain),
        ("http://channel.netscape.com/rdf/", Space::Plain),
        (ARCHIVE, Space::Archive),
    ] {
        if address.starts_with(start) {
            return space;
        }
    }
    match address.strip_prefix("http://wordpress.org/export/") {
        Some(rest) if rest.contains("excerpt") => Space::Excerpt,
        Some(_) => Space::WordPress,
        None => Space::Other,
    }
}

/// What our own feeds call their additions.
pub const ARCHIVE: &str = "urn:backissue:archive:1";

/// What a prefix usually means, when nobody says.
pub(super) fn usual(prefix: &str) -> Space {
    match prefix {
        "atom" | "atom03" | "a10" => Space::Atom,
        "rdf" => Space::Rdf,
        "dc" | "dcterms" => Space::Dublin,
        "content" => Space::Content,
        "wp" => Space::WordPress,
        "excerpt" => Space::Excerpt,
        "rss" => Space::Plain,
        _ => Space::Other,
    }
}
