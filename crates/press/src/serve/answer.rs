//! From a request to an answer.
//!
//! Only GET and HEAD mean anything here. What is asked for is looked up in the
//! folder with symbolic links resolved, so that no link leads out of it.

use std::fs;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tiny_http::{Header, Method, Request, Response, StatusCode};

use super::compress::{Compressed, Stamp, takes_brotli};
use super::kind;
use super::place::{self, Place};
use super::range::{self, Range};

type Answer = Response<Cursor<Vec<u8>>>;

/// The page for what is not there.
const MISSING_PAGE: &str = "404.html";

/// A folder being served.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    under: String,
    compressed: Compressed,
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
    pub fn new(root: PathBuf, under: &str) -> Self {
        Self {
            root,
            under: place::tidy_under(under),
            compressed: Compressed::default(),
        }
    }

    /// The path of the front page.
    pub fn under(&self) -> &str {
        &self.under
    }

    /// Answers one request.
    ///
    /// # Errors
    /// When the visitor went away.
    pub fn answer(&self, request: Request) -> io::Result<()> {
        let answer = match request.method() {
            Method::Get | Method::Head => self.find(&request),
            _ => with(
                plain(405, "Only GET and HEAD are answered here.\n"),
                "Allow",
                "GET, HEAD",
            ),
        };
        // Head and body in one piece: a length instead of chunks, as hosts do.
        request.respond(answer.with_chunked_threshold(usize::MAX))
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
        match place::read(request.url(), &self.under) {
            Place::Inside(name) => match self.look(&name) {
                Look::File(found) => self.send(request, &found, 200),
                Look::Folder => {
                    let path = request.url().split(['?', '#']).next().unwrap_or_default();
                    let query = &request.url()[path.len()..];
                    with(
                        plain(301, "The address of a folder ends in a slash.\n"),
                        "Location",
                        &format!("{path}/{query}"),
                    )
                }
                Look::Nothing => self.missing(request),
            },
            Place::Elsewhere => plain(
                404,
                &format!("Nothing here. The folder is served under {}\n", self.under),
            ),
            Place::Refused => plain(400, "No file has that name.\n"),
        }
    }

    fn missing(&self, request: &Request) -> Answer {
        match self.look(MISSING_PAGE) {
            Look::File(found) => self.send(request, &found, 404),
            _ => plain(404, "There is no such page.\n"),
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
            return plain(500, "The file is there but cannot be read.\n");
        };
        let stamp = Stamp::of(&found.path, &found.metadata);
        let kind = kind::of(&found.name);
        let range = match asked(request, "Range") {
            Some(text) if status == 200 => range::read(text, bytes.len() as u64),
            _ => Range::Whole,
        };
        let answer = match range {
            Range::Unsatisfiable => with(
                plain(416, "The file is shorter than that.\n"),
                "Content-Range",
                &format!("bytes */{}", bytes.len()),
            ),
            Range::Part(first, last) => part(&bytes, first, last),
            Range::Whole => {
                // Of a compressed file no part could be told, so a range gets
                // the plain bytes and only the whole is compressed.
                let packed = (kind.text
                    && asked(request, "Accept-Encoding").is_some_and(takes_brotli))
                .then(|| self.compressed.get(&stamp, &bytes))
                .filter(|packed| !packed.is_empty() && packed.len() < bytes.len());
                match packed {
                    Some(packed) => with(
                        Response::from_data(Arc::as_ref(&packed)),
                        "Content-Encoding",
                        "br",
                    ),
                    None => Response::from_data(bytes),
                }
                .with_status_code(status)
            }
        };
        let mut headers = vec![
            ("Content-Type", kind.media_type),
            ("Cache-Control", kind::keeping(&found.name)),
            ("Accept-Ranges", "bytes"),
            ("X-Content-Type-Options", "nosniff"),
        ];
        if kind.text {
            headers.push(("Vary", "Accept-Encoding"));
        }
        headers
            .into_iter()
            .fold(answer, |answer, (name, value)| with(answer, name, value))
    }
}

fn part(bytes: &[u8], first: u64, last: u64) -> Answer {
    let slice = usize::try_from(first)
        .ok()
        .zip(usize::try_from(last).ok())
        .and_then(|(first, last)| bytes.get(first..=last))
        .unwrap_or_default();
    with(
        Response::from_data(slice).with_status_code(206),
        "Content-Range",
        &format!("bytes {first}-{last}/{}", bytes.len()),
    )
}

fn plain(status: u16, words: &str) -> Answer {
    Response::from_string(words).with_status_code(StatusCode(status))
}

fn asked<'a>(request: &'a Request, name: &'static str) -> Option<&'a str> {
    request
        .headers()
        .iter()
        .find(|header| header.field.equiv(name))
        .map(|header| header.value.as_str())
}

/// The answer with one more header. Headers are ASCII: anything else in a
/// value (a folder's name in `Location` can hold anything) is percent-encoded.
fn with(answer: Answer, name: &str, value: &str) -> Answer {
    let value = percent_encoding::utf8_percent_encode(value, percent_encoding::CONTROLS);
    match Header::from_bytes(name, value.to_string()) {
        Ok(header) => answer.with_header(header),
        Err(()) => answer,
    }
}
