//! Pictures and files beside a source: found, named, and listed for copying.
//!
//! Only kinds that a browser shows or saves are taken along. What could run in
//! the archive's own origin (pages, scripts, drawings with scripts in them) is
//! never copied, whoever refers to it.

use std::collections::BTreeMap;
use std::rc::Rc;

use archive::Link;

use super::{Desk, hash, links};
use crate::address;
use crate::entry::Entry;
use crate::problem::{Kind, Place, Severity, quoted};
use crate::tree::Tree;

/// The folder beside `articles.json` that files are copied to.
const MEDIA: &str = "media";

/// Endings of pictures.
#[rustfmt::skip]
const PICTURES: &[&str] = &[
    "png", "jpg", "jpeg", "jpe", "gif", "webp", "avif", "bmp", "ico", "svg",
];

/// Endings of other files that an article may offer.
#[rustfmt::skip]
const FILES: &[&str] = &[
    "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "epub", "ps",
    "djvu", "tif", "tiff", "mp3", "ogg", "oga", "opus", "wav", "m4a", "flac", "mp4", "m4v", "webm",
    "ogv", "mov", "avi", "zip", "gz",
];

/// Endings of what could run.
#[rustfmt::skip]
pub(crate) const UNSAFE: &[&str] = &[
    "html", "htm", "xhtml", "shtml", "xht", "js", "mjs", "css", "php", "asp", "aspx", "jsp", "cgi",
    "swf", "wasm", "xml", "xsl",
];

/// Larger drawings are not looked through, so not copied.
const MOST_DRAWING: u64 = 4 << 20;

/// A file to copy.
#[derive(Debug, Clone)]
pub struct Copy {
    /// The source it is in.
    pub tree: Rc<Tree>,
    /// Its path there.
    pub path: String,
    /// Where it goes, relative to the output's folder.
    pub target: String,
}

/// The files to copy, each once.
#[derive(Debug, Default)]
pub(super) struct Copies {
    by_target: BTreeMap<String, (usize, String)>,
}

impl Copies {
    /// The target of a file, the same each time it is asked for.
    fn target(&mut self, tree: usize, path: &str) -> String {
        let plain: String = path
            .chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || "/._-".contains(c) {
                    c
                } else {
                    '-'
                }
            })
            .collect();
        // What was imported once keeps its place.
        let plain = plain.strip_prefix("media/").unwrap_or(&plain);
        let mut target = format!("{MEDIA}/{plain}");
        let wanted = (tree, path.to_owned());
        while let Some(taken) = self.by_target.get(&target) {
            if *taken == wanted {
                return target;
            }
            let (name, ending) = target.rsplit_once('.').unwrap_or((&target, ""));
            target = format!(
                "{name}-{:08x}.{ending}",
                hash(&format!("{tree}:{path}")) & 0xffff_ffff
            );
        }
        self.by_target.insert(target.clone(), wanted);
        target
    }
}

impl Desk<'_> {
    /// The files to copy, by where they go.
    #[must_use]
    pub fn copies(&self) -> Vec<Copy> {
        let copies = self.copies.by_target.iter();
        copies
            .filter_map(|(target, (tree, path))| {
                Some(Copy {
                    tree: self.trees.get(*tree)?.clone(),
                    path: path.clone(),
                    target: target.clone(),
                })
            })
            .collect()
    }

    /// Settles an address in a body; whether it may stay.
    pub(super) fn address(
        &mut self,
        place: &Place,
        entry: &Entry,
        link: &mut Link,
        picture: bool,
        targets: &mut Vec<u64>,
    ) -> bool {
        let text = link.address().to_owned();
        match link {
            Link::Outside(url) if url.starts_with("mailto:") => true,
            Link::Outside(url) => {
                if takes(url, picture)
                    && let Some(path) = self.beside(url)
                    && let Some(target) = self.copy(place, &path)
                {
                    *link = Link::Inside(target);
                } else if !picture && let Some(key) = address::compared(url) {
                    targets.push(hash(&key));
                }
                true
            }
            Link::Inside(_) => {
                let path = address::inside(&entry.folder, &text);
                let found = path.as_deref().and_then(|path| {
                    let tree = self.tree()?;
                    let rooted = |root: &String| tree.find(&format!("{root}{path}"));
                    tree.find(path).or_else(|| {
                        if text.starts_with('/') {
                            self.roots.iter().find_map(rooted)
                        } else {
                            None
                        }
                    })
                });
                if let Some(found) = found.filter(|found| takes(found, picture)) {
                    return match self.copy(place, &found) {
                        Some(target) => {
                            *link = Link::Inside(target);
                            true
                        }
                        None => false,
                    };
                }
                if picture {
                    return self.picture_elsewhere(place, entry, link, &text);
                }
                self.page_link(entry, link, &text, path, targets);
                true
            }
        }
    }

    /// A picture that is not beside the source: it may stand on the web.
    fn picture_elsewhere(
        &mut self,
        place: &Place,
        entry: &Entry,
        link: &mut Link,
        text: &str,
    ) -> bool {
        if let Some(whole) = joined(entry, text)
            && let Some(parsed) = Link::parse(&whole)
        {
            *link = parsed;
            // The page's address may show where the file lies in the export.
            if takes(&whole, true)
                && let Some(path) = self.beside(&whole)
                && let Some(target) = self.copy(place, &path)
            {
                *link = Link::Inside(target);
            }
            return true;
        }
        self.log.note(
            place.clone(),
            Severity::Dropped,
            Kind::MissingFile(quoted(text)),
        );
        true
    }

    /// A link to what may be another article, marked to be settled later.
    fn page_link(
        &mut self,
        entry: &Entry,
        link: &mut Link,
        text: &str,
        path: Option<String>,
        targets: &mut Vec<u64>,
    ) {
        let own = entry.base.as_deref().and_then(|_| joined(entry, text));
        if let Some(whole) = own.filter(|_| entry.folder.is_empty()) {
            if let Some(key) = address::compared(&whole) {
                targets.push(hash(&key));
            }
            if let Some(parsed) = Link::parse(&whole) {
                *link = parsed;
            }
            return;
        }
        let tree = self.trees.len();
        // What leads out of the source leads nowhere; it is settled with the rest.
        let path = path.unwrap_or_else(|| text.to_owned());
        let marked = links::marked(tree, &path);
        targets.push(links::MARKED);
        *link = Link::Inside(marked);
    }

    /// Lists a file to be copied; nothing when it may not be.
    fn copy(&mut self, place: &Place, path: &str) -> Option<String> {
        let at = self.trees.len().checked_sub(1)?;
        let tree = self.trees.get(at)?.clone();
        let ending = address::ending_of(path);
        let runs = UNSAFE.contains(&ending.as_str())
            || (ending == "svg" && draws_with_script(&tree, path));
        if runs {
            self.log.note(
                place.clone(),
                Severity::Dropped,
                Kind::UnsafeFile(quoted(path)),
            );
            return None;
        }
        Some(self.copies.target(at, path))
    }

    /// The file of the source that an address on the web means: exports keep
    /// `wp-content/uploads/2003/03/a.jpg` under any of its last folders.
    fn beside(&self, url: &str) -> Option<String> {
        let tree = self.tree()?;
        let (_, path) = url.split_once("://")?.1.split_once('/')?;
        let mut path: String = address::inside("", path)?;
        for _ in 0..path.matches('/').count() {
            if let Some(found) = tree.find(&path) {
                return Some(found);
            }
            path = path.split_once('/')?.1.to_owned();
        }
        None
    }
}

/// Whether a path or address is of a kind to take along.
fn takes(path: &str, picture: bool) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let ending = address::ending_of(path);
    let ending = ending.as_str();
    PICTURES.contains(&ending) || FILES.contains(&ending) || (picture && UNSAFE.contains(&ending))
}

/// A relative address made whole by where its article stood.
fn joined(entry: &Entry, text: &str) -> Option<String> {
    let base = url::Url::parse(entry.base.as_deref()?).ok()?;
    Some(base.join(text).ok()?.into())
}

/// Whether a drawing holds a script, or is too large to tell.
fn draws_with_script(tree: &Tree, path: &str) -> bool {
    let bytes = tree.start(path, MOST_DRAWING);
    let text = String::from_utf8_lossy(&bytes).to_ascii_lowercase();
    let calls = |text: &str| {
        text.split(char::is_whitespace)
            .any(|word| word.starts_with("on") && word.contains('='))
    };
    bytes.len() as u64 >= MOST_DRAWING
        || [
            "<script",
            "javascript:",
            "<foreignobject",
            "<!entity",
            "<iframe",
            "<use",
            "<animate",
            "<set",
        ]
        .iter()
        .any(|word| text.contains(word))
        || calls(&text)
}
