//! Fetching the archive, reading it, and building its index: in slices, by a
//! worker when it is large, or not at all where an earlier visit kept it.

use search::{Index, Stemmer};
use yew::prelude::*;

use crate::browser::bytes::Bytes;
use crate::browser::{fetch, indexer, pause, timing};
use crate::state::documents::{self, Filing};
use crate::state::library::{Library, LibraryAction, SharedArchive, SharedIndex};
use crate::words;

/// The file, relative to the folder.
const ARCHIVE: &str = "articles.json";

/// How long a slice of building may hold the page, in milliseconds: half a
/// frame at 60 Hz, so that a key press in between is still painted in time.
const SLICE: f64 = 8.0;

/// The archive as it arrives, then its index.
///
/// Measures `archive:load` (from the last byte to the archive in hand) and
/// `index:ready` (from there to the index in hand); within that stands either
/// `index:open`, when an earlier visit kept it, or `index:build`.
#[hook]
pub fn use_library() -> Library {
    let library = use_reducer(Library::default);
    let dispatch = library.dispatcher();
    use_effect_with((), move |()| {
        pause::later(async move {
            let file = match fetch::bytes(ARCHIVE).await {
                Ok(file) => file,
                Err(failure) => return dispatch.dispatch(LibraryAction::Failed(failure)),
            };
            let start = timing::now();
            let reading = archive::read(&file.to_vec());
            // Reading, sorting into columns and rendering are a task each: one
            // long one would keep a slow phone from answering a tap.
            pause::turn().await;
            if !reading.problems.is_empty() {
                let file = fetch::bytes(words::problems_file()).await;
                let file = file.map(|file| file.to_vec()).unwrap_or_default();
                words::set_problems(String::from_utf8(file).unwrap_or_default());
            }
            let action = LibraryAction::read(reading);
            timing::measure("archive:load", start);
            pause::turn().await;
            let archive = match &action {
                LibraryAction::Read(archive) => Some(archive.clone()),
                _ => None,
            };
            dispatch.dispatch(action);
            if let Some(archive) = archive {
                let start = timing::now();
                let index = index(&archive, file).await;
                dispatch.dispatch(LibraryAction::Indexed(index));
                timing::measure("index:ready", start);
            }
        });
    });
    (*library).clone()
}

/// The index of an archive: the kept one if it is of the same bytes and the
/// same engine, else a new one.
async fn index(archive: &SharedArchive, file: Bytes) -> SharedIndex {
    let mut stems = Vec::new();
    let mut stemmers = Vec::new();
    for language in documents::languages(archive) {
        let stem = stem(&language).await;
        let held = stem.as_ref().map(Bytes::to_vec);
        stemmers.push(documents::stemmer(&language, held.as_deref()));
        stems.push(stem);
    }
    let made = indexer::index(file, &stems).await;
    let made = made.and_then(|made| Index::from_bytes(made.to_vec(), stemmers.clone()).ok());
    let index = match made {
        Some(index) if index.documents() as usize == archive.articles.len() => index,
        _ => {
            let start = timing::now();
            let index = build(archive, stemmers).await;
            timing::measure("index:build", start);
            indexer::keep(&index.to_bytes());
            index
        }
    };
    SharedIndex::new(index)
}

/// The file of a language's stemmer, where there is one.
async fn stem(language: &str) -> Option<Bytes> {
    fetch::bytes(&documents::stemmer_file(language)?).await.ok()
}

async fn build(archive: &SharedArchive, stemmers: Vec<Option<Stemmer>>) -> Index {
    let mut filing = Filing::new(archive, stemmers);
    let mut slice = Slice::begin();
    while filing.next(archive, &archive.shelf().catalogue) {
        slice.rest().await;
    }
    let mut finishing = filing.finish();
    while !finishing.step() {
        slice.rest().await;
    }
    finishing.index()
}

/// How long the page has been held.
struct Slice(f64);

impl Slice {
    fn begin() -> Self {
        Self(timing::now())
    }

    /// Gives the page back when it was held long enough.
    async fn rest(&mut self) {
        if timing::now() - self.0 > SLICE {
            pause::turn().await;
            self.0 = timing::now();
        }
    }
}
