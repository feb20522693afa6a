//! Fetching the archive, reading it, and building its index in slices, or
//! taking the one that an earlier visit kept.

use search::{Index, Stemmer};
use yew::prelude::*;

use crate::browser::{fetch, kept_index, pause, timing};
use crate::state::documents::{self, Filing};
use crate::state::library::{Library, LibraryAction, SharedArchive, SharedIndex};

/// The file, relative to the folder.
const ARCHIVE: &str = "articles.json";

/// How long a slice of building may hold the page, in milliseconds: half a
/// frame at 60 Hz, so that a key press in between is still painted in time.
const SLICE: f64 = 8.0;

/// The language whose stemmer the reader carries; others are fetched.
const CARRIED: &str = "en";

/// The archive as it arrives, then its index.
///
/// Measures `archive:load` (from the last byte to the archive in hand) and
/// `index:build`, or `index:open` when an earlier visit kept it.
#[hook]
pub fn use_library() -> Library {
    let library = use_reducer(Library::default);
    let dispatch = library.dispatcher();
    use_effect_with((), move |()| {
        pause::later(async move {
            let bytes = match fetch::bytes(ARCHIVE).await {
                Ok(bytes) => bytes,
                Err(failure) => return dispatch.dispatch(LibraryAction::Failed(failure)),
            };
            let start = timing::now();
            let reading = archive::read(&bytes);
            // Reading, sorting into columns and rendering are a task each: one
            // long one would keep a slow phone from answering a tap.
            pause::turn().await;
            let action = LibraryAction::read(reading);
            timing::measure("archive:load", start);
            pause::turn().await;
            let archive = match &action {
                LibraryAction::Read(archive) => Some(archive.clone()),
                _ => None,
            };
            dispatch.dispatch(action);
            if let Some(archive) = archive {
                let mark = kept_index::mark(&bytes).await;
                drop(bytes);
                let index = index(&archive, mark).await;
                dispatch.dispatch(LibraryAction::Indexed(index));
            }
        });
    });
    (*library).clone()
}

/// The index of an archive: the kept one if it is of the same bytes and the
/// same engine, else a new one.
async fn index(archive: &SharedArchive, mark: Option<String>) -> SharedIndex {
    let mut stemmers = Vec::new();
    for language in documents::languages(archive) {
        stemmers.push(stemmer(&language).await);
    }
    let start = timing::now();
    if let Some(mark) = &mark
        && let Some(bytes) = kept_index::read(mark).await
        && let Ok(index) = Index::from_bytes(bytes, stemmers.clone())
        && index.documents() as usize == archive.articles.len()
    {
        timing::measure("index:open", start);
        return SharedIndex::new(index);
    }
    let index = build(archive, stemmers).await;
    timing::measure("index:build", start);
    if let Some(mark) = &mark {
        kept_index::keep(mark, &index.to_bytes()).await;
    }
    SharedIndex::new(index)
}

/// The stemmer of a language; an archive that does not say is taken for English,
/// a language nobody wrote one for keeps its words as they are.
async fn stemmer(language: &str) -> Option<Stemmer> {
    if language.is_empty() || language == CARRIED {
        return Some(Stemmer::english());
    }
    let bytes = fetch::bytes(&documents::stemmer_file(language)?).await;
    Stemmer::from_bytes(&bytes.ok()?).ok()
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
