//! From a request to an answer.
//!
//! Only GET and HEAD mean anything here. What is asked for is looked up in the
//! folder with symbolic links resolved, so that no link leads out of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::compress::{Compressed, Stamp, takes_brotli};
use super::kind;
use super::live::{self, Live};
use super::place::{self, Place};
use super::range::{self, Range};
use super::request::{Method, Request};
use crate::site;

/// What is sent back, but for what belongs to the connection.
#[derive(Debug)]
pub struct Answer {
    /// The status, as 200.
    pub status: u16,
    /// Names and values of headers, ASCII without line breaks.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Content,
}

/// The bytes of a body.
#[derive(Debug)]
pub enum Content {
    /// Made or read for this answer.
    Own(Vec<u8>),
    /// Kept for the next one too.
    Shared(Arc<[u8]>),
    /// A stream of news that ends when its reader does.
    News(Arc<Live>),
}

impl Content {
    /// The bytes; of news none are known yet.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Own(bytes) => bytes,
            Self::Shared(bytes) => bytes,
            Self::News(_) => &[],
        }
    }
}

impl Answer {
    fn new(status: u16, body: Content) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body,
        }
    }

    /// A few words.
    pub fn plain(status: u16, words: &str) -> Self {
        Self::new(status, Content::Own(words.as_bytes().to_vec()))
            .with("Content-Type", "text/plain; charset=utf-8")
    }

    /// The answer with one more header, or another value of one it has. Headers
    /// are ASCII: anything else in a value (a folder's name in `Location` can
    /// hold anything) is percent-encoded.
    fn with(mut self, name: &'static str, value: &str) -> Self {
        let value =
            percent_encoding::utf8_percent_encode(value, percent_encoding::CONTROLS).to_string();
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value));
        self
    }
}

/// The page for what is not there.
const MISSING_PAGE: &str = "404.html";

/// A folder being served.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    under: String,
    compressed: Compressed,
    live: Arc<Live>,
    /// Whether pages follow the folder.
    follows: bool,
}

/// A file found.
struct Found {
    name: String,
    path: PathBuf,
    metadata: fs::Metadata,
}

/// What is at a name.
enum Look {
    File(Box<Found>),
    /// A folder asked for without its closing slash.
    Folder,
    Nothing,
}

impl Site {
    /// The folder at `root`, with links already resolved, appearing under `under`.
    pub fn new(root: PathBuf, under: &str, follows: bool) -> Self {
        Self {
            root,
            under: place::tidy_under(under),
            compressed: Compressed::default(),
            live: Arc::default(),
            follows,
        }
    }

    /// What is told of changes.
    pub fn live(&self) -> Arc<Live> {
        Arc::clone(&self.live)
    }

    /// The path of the front page.
    pub fn under(&self) -> &str {
        &self.under
    }

    /// Answers one request.
    pub fn answer(&self, request: &Request) -> Answer {
        match request.method {
            Method::Get | Method::Head => self.find(request),
            Method::Other => Answer::plain(405, "Only GET and HEAD are answered here.\n")
                .with("Allow", "GET, HEAD"),
        }
    }

    /// Compresses the files at the top of the folder, which every visit loads.
    pub fn warm(&self) {
        let Ok(entries) = fs::read_dir(&self.root) else {
            return;
        };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if let Look::File(found) = self.look(&name)
                && kind::of(&found.name).text
                && let Ok(bytes) = fs::read(&found.path)
            {
                self.compressed
                    .get(&Stamp::of(&found.path, &found.metadata), &bytes);
            }
        }
    }

    fn find(&self, request: &Request) -> Answer {
        let target = request.target.as_str();
        match place::read(target, &self.under) {
            Place::Inside(name) if self.follows && name == live::EVENTS => {
                Answer::new(200, Content::News(self.live()))
                    .with("Content-Type", "text/event-stream")
                    .with("Cache-Control", "no-store")
            }
            Place::Inside(name) if self.follows && name == live::SCRIPT => {
                script(live::SCRIPT_TEXT)
            }
            Place::Inside(name) if self.follows && name == site::WORKER => script(site::NO_WORKER),
            Place::Inside(name) => match self.look(&name) {
                Look::File(found) => self.send(request, &found, 200),
                Look::Folder => {
                    let (path, query) =
                        target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
                    Answer::plain(301, "The address of a folder ends in a slash.\n")
                        .with("Location", &format!("{path}/{query}"))
                }
                Look::Nothing => self.missing(request),
            },
            Place::Elsewhere => Answer::plain(
                404,
                &format!("Nothing here. The folder is served under {}\n", self.under),
            ),
            Place::Refused => Answer::plain(400, "No file has that name.\n"),
        }
    }

    fn missing(&self, request: &Request) -> Answer {
        match self.look(MISSING_PAGE) {
            Look::File(found) => self.send(request, &found, 404),
            _ => Answer::plain(404, "There is no such page.\n"),
        }
    }

    fn look(&self, name: &str) -> Look {
        let name = if name.is_empty() || name.ends_with('/') {
            format!("{name}index.html")
        } else {
            name.to_owned()
        };
        let Ok(path) = self.root.join(&name).canonicalize() else {
            return Look::Nothing;
        };
        let Ok(metadata) = fs::metadata(&path) else {
            return Look::Nothing;
        };
        if !path.starts_with(&self.root) {
            Look::Nothing
        } else if metadata.is_dir() {
            if Path::is_file(&path.join("index.html")) {
                Look::Folder
            } else {
                Look::Nothing
            }
        } else {
            Look::File(Box::new(Found {
                name,
                path,
                metadata,
            }))
        }
    }

    fn send(&self, request: &Request, found: &Found, status: u16) -> Answer {
        let Ok(bytes) = fs::read(&found.path) else {
            return Answer::plain(500, "The file is there but cannot be read.\n");
        };
        let kind = kind::of(&found.name);
        if self.follows && kind.media_type.starts_with("text/html") {
            // Made anew each time: nobody waits for a page from this machine.
            return Answer::new(status, Content::Own(live::page(&bytes, &self.under)))
                .with("Content-Type", kind.media_type)
                .with("Cache-Control", "no-store");
        }
        let stamp = Stamp::of(&found.path, &found.metadata);
        let range = match &request.range {
            Some(text) if status == 200 => range::read(text, bytes.len() as u64),
            _ => Range::Whole,
        };
        let mut answer = match range {
            Range::Unsatisfiable => Answer::plain(416, "The file is shorter than that.\n")
                .with("Content-Range", &format!("bytes */{}", bytes.len())),
            Range::Part(first, last) => {
                part(&bytes, first, last).with("Content-Type", kind.media_type)
            }
            Range::Whole => {
                // Of a compressed file no part could be told, so a range gets
                // the plain bytes and only the whole is compressed.
                let taken = request.accept_encoding.as_deref().is_some_and(takes_brotli);
                let packed = (kind.text && taken)
                    .then(|| self.compressed.get(&stamp, &bytes))
                    .filter(|packed| !packed.is_empty() && packed.len() < bytes.len());
                match packed {
                    Some(packed) => {
                        Answer::new(status, Content::Shared(packed)).with("Content-Encoding", "br")
                    }
                    None => Answer::new(status, Content::Own(bytes)),
                }
                .with("Content-Type", kind.media_type)
            }
        }
        .with("Cache-Control", kind::keeping(&found.name))
        .with("Accept-Ranges", "bytes")
        .with("X-Content-Type-Options", "nosniff");
        if kind.text {
            answer = answer.with("Vary", "Accept-Encoding");
        }
        answer
    }
}

/// A script that is in no folder.
fn script(text: &str) -> Answer {
    Answer::plain(200, text)
        .with("Content-Type", "text/javascript; charset=utf-8")
        .with("Cache-Control", "no-store")
}

fn part(bytes: &[u8], first: u64, last: u64) -> Answer {
    let slice = usize::try_from(first)
        .ok()
        .zip(usize::try_from(last).ok())
        .and_then(|(first, last)| bytes.get(first..=last))
        .unwrap_or_default();
    Answer::new(206, Content::Own(slice.to_vec())).with(
        "Content-Range",
        &format!("bytes {first}-{last}/{}", bytes.len()),
    )
}
