//! The edition: what a device keeps to read the archive without a connection.
//!
//! Two files. `edition.json` is the *list*: every file that belongs to the
//! edition with its length and SHA-256. `sw.js` is the worker (`static/sw.js`)
//! with the list's own SHA-256 in it, the edition's number: so a change of any
//! file changes the worker by a few bytes, which is how browsers notice, and
//! the list itself is checked like everything else.
//!
//! It refuses to list what a host may keep to itself, because an edition that
//! lacks one file is not saved at all.

use std::fmt::Write as _;

use crate::Error;
use crate::belongings::{Owner, owner};
use crate::folder::Folder;

use super::identity;

/// The list.
pub const LIST: &str = "edition.json";

/// The worker; its name never changes, browsers look for it again.
pub const WORKER: &str = "sw.js";

const SOURCE: &str = include_str!("../../../../static/sw.js");

/// What the source has where the number belongs.
const NUMBER: &str = "none yet: the press writes the number here";

/// The worker that takes an earlier one away.
pub const NONE: &str = include_str!("../../../../static/sw-none.js");

/// How many bytes a device is given without being asked: a phone's picture or
/// two over the line, since text travels at about a quarter of this.
const UNASKED: u64 = 16_000_000;

/// Below so many bytes the reader builds an archive's index on the page (`LARGE` in
/// `static/indexer.js`), and nobody ever asks for what builds it elsewhere.
pub const BUILT_ON_PAGE: u64 = 1 << 20;

/// Whether and how pages keep the archive for offline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offline {
    /// By themselves, once a reader has come.
    Whole,
    /// When the reader says so: so many bytes are too many to be taken without
    /// asking. It may be a few thousand more in the end.
    WhenAsked(u64),
    /// Not at all, and what an earlier build has kept is given up.
    Withdrawn,
}

impl Offline {
    /// What is right for a folder that holds all but its pages.
    ///
    /// # Errors
    /// When a file cannot be looked at.
    pub fn fitting(folder: &Folder) -> Result<Self, Error> {
        let mut bytes = 0;
        for name in folder.files()? {
            if listed(&name) && !is_page(&name) {
                bytes += folder.length(&name)?;
            }
        }
        Ok(if bytes > UNASKED {
            Self::WhenAsked(bytes)
        } else {
            Self::Whole
        })
    }
}

/// Writes the worker, and the list of the finished folder. To be called last.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(folder: &Folder, offline: Offline) -> Result<(), Error> {
    if offline == Offline::Withdrawn {
        folder.remove(LIST)?;
        return folder.write(WORKER, NONE);
    }
    let archive = folder.length(super::ARCHIVE).unwrap_or_default();
    let is_small = archive < BUILT_ON_PAGE;
    let mut names: Vec<String> = folder
        .files()?
        .into_iter()
        .filter(|name| listed(name) && !(is_small && is_builder(name)))
        .collect();
    let mut all = 0;
    for name in &names {
        all += folder.length(name)?;
    }
    if all > UNASKED {
        // The reader shows any article from articles.json; their own pages are
        // for those who come from elsewhere, with a connection.
        names.retain(|name| !is_page(name));
    }
    let list = list(folder, &names)?;
    let number = identity::whole_hash(list.as_bytes());
    folder.write(LIST, list)?;
    folder.write(WORKER, worker(&number))
}

/// The list as JSON, a file a line so that two editions can be compared.
fn list(folder: &Folder, names: &[String]) -> Result<String, Error> {
    let mut files = String::new();
    let mut bytes = 0;
    for name in names {
        let path = folder.path(name);
        let (length, hash) = std::fs::File::open(&path)
            .and_then(identity::hash_of)
            .map_err(|source| Error::Read { path, source })?;
        bytes += length;
        let _ = write!(
            files,
            "{}\n[{},{},\"{}\"]",
            if files.is_empty() { "" } else { "," },
            serde_json::Value::from(name.as_str()),
            length,
            hash
        );
    }
    Ok(format!(
        "{{\"format\":1,\"bytes\":{bytes},\"files\":[{files}\n]}}\n"
    ))
}

/// The worker with its number, without the comments: browsers fetch it often.
fn worker(number: &str) -> String {
    let mut out = String::with_capacity(SOURCE.len());
    let head = SOURCE.lines().take_while(|line| line.starts_with("//"));
    for line in head {
        out.push_str(line);
        out.push('\n');
    }
    for line in SOURCE.lines() {
        let line = line.trim_start();
        if !line.is_empty() && !line.starts_with("//") {
            out.push_str(&line.replace(NUMBER, number));
            out.push('\n');
        }
    }
    out
}

/// Files that are for machines, or that hosts read themselves and do not send.
const LEFT_OUT: [&str; 9] = [
    "CNAME",
    LIST,
    super::LICENCES,
    "netlify.toml",
    "robots.txt",
    "staticwebapp.config.json",
    WORKER,
    "vercel.json",
    "web.config",
];

fn listed(name: &str) -> bool {
    let sitemap = name.starts_with("sitemap") && name.ends_with(".xml");
    // Three an article, for programs that keep references: the page says the same.
    let citation = name.starts_with("articles/") && name.contains("/cite.");
    // `_headers` and `_redirects` are never sent, and Jekyll sends nothing that
    // begins like this.
    let kept_back = name.split('/').any(|part| part.starts_with('_'));
    // The social card is for other sites.
    let card = name.starts_with("card-") && owner(name) == Owner::Archive;
    !(LEFT_OUT.contains(&name) || sitemap || citation || kept_back || card)
}

/// True for the files that build an index beside the page.
fn is_builder(name: &str) -> bool {
    name.starts_with("builder-") && owner(name) == Owner::Reader
}

/// True for the pages the reader can do without, because it makes them itself.
fn is_page(name: &str) -> bool {
    (name.starts_with("articles/") || name.starts_with("years/")) && name.ends_with("/index.html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_builds_on_the_page_what_is_as_small_as_said_here() {
        let source = include_str!("../../../../static/indexer.js");
        assert!(source.contains("\nconst LARGE = 1 << 20;\n"));
    }

    #[test]
    fn the_number_goes_where_it_belongs() {
        assert_eq!(SOURCE.matches(NUMBER).count(), 1);
        let worker = worker("0123");
        assert!(worker.contains("const EDITION = \"0123\";"));
        assert!(worker.len() < SOURCE.len());
        // No line of code begins like a comment, so none was lost with them.
        assert_eq!(
            worker.matches(['{', '}']).count(),
            SOURCE
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .map(|line| line.matches(['{', '}']).count())
                .sum::<usize>()
        );
    }

    #[test]
    fn what_is_listed() {
        for (name, wanted) in [
            ("index.html", true),
            ("articles/x/index.html", true),
            ("articles/x/cite.bib", false),
            ("feed.xml", true),
            ("pictures/a.jpg", true),
            ("sw.js", false),
            ("edition.json", false),
            ("robots.txt", false),
            ("sitemap.xml", false),
            ("sitemap-2.xml", false),
            ("_headers", false),
            ("notes/_draft.html", false),
            ("CNAME", false),
            ("licences.txt", false),
            ("card-0123abcd.png", false),
            ("card-players.png", true),
        ] {
            assert_eq!(listed(name), wanted, "{name}");
        }
    }

    #[test]
    fn a_list_names_lengths_and_hashes() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = Folder::new(scratch.path());
        folder.write("b \"c\".txt", "abc").unwrap();
        folder.write("a.txt", "").unwrap();
        write(&folder, Offline::Whole).unwrap();
        let text = String::from_utf8(folder.read(LIST).unwrap()).unwrap();
        let list: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(list["bytes"], 3);
        assert_eq!(
            list["files"],
            serde_json::json!([
                [
                    "a.txt",
                    0,
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                ],
                [
                    "b \"c\".txt",
                    3,
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                ],
            ])
        );
        let worker = String::from_utf8(folder.read(WORKER).unwrap()).unwrap();
        assert!(worker.contains(&identity::whole_hash(text.as_bytes())));
        // Written again, the two files are no part of what they list.
        write(&folder, Offline::Whole).unwrap();
        assert_eq!(folder.read(LIST).unwrap(), text.as_bytes());
        write(&folder, Offline::Withdrawn).unwrap();
        assert!(folder.read(LIST).is_err());
        assert!(
            String::from_utf8(folder.read(WORKER).unwrap())
                .unwrap()
                .contains("unregister")
        );
    }

    #[test]
    fn a_large_archive_is_saved_without_its_pages_and_a_huge_one_when_asked() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = Folder::new(scratch.path());
        let large = vec![b' '; usize::try_from(UNASKED).unwrap() - 10];
        folder.write("articles.json", &large).unwrap();
        assert_eq!(Offline::fitting(&folder).unwrap(), Offline::Whole);
        folder
            .write("articles/x/index.html", "more than ten bytes")
            .unwrap();
        assert_eq!(Offline::fitting(&folder).unwrap(), Offline::Whole);
        write(&folder, Offline::Whole).unwrap();
        let list = String::from_utf8(folder.read(LIST).unwrap()).unwrap();
        assert!(list.contains("articles.json") && !list.contains("index.html"));
        folder.write("picture.jpg", "more than ten bytes").unwrap();
        assert_eq!(
            Offline::fitting(&folder).unwrap(),
            Offline::WhenAsked(UNASKED + 9)
        );
    }
}
