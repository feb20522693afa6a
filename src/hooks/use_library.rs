//! Fetching the archive, reading it, and building its index in slices.

use archive::Archive;
use prefix::IndexBuilder;
use yew::prelude::*;

use crate::browser::{fetch, pause, timing};
use crate::state::library::{Library, LibraryAction, SharedArchive, SharedIndex};

/// The file, relative to the folder.
const ARCHIVE: &str = "articles.json";

/// How long a slice of building may hold the page, in milliseconds: half a
/// frame at 60 Hz, so that a key press in between is still painted in time.
const SLICE: f64 = 8.0;

/// The archive as it arrives, then its index.
///
/// Measures `archive:load` (from the last byte to the archive in hand) and
/// `index:build`.
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
            drop(bytes);
            // Reading, sorting into columns and rendering are a task each: one
            // long one would keep a slow phone from answering a tap.
            pause::turn().await;
            let action = LibraryAction::read(reading);
            timing::measure("archive:load", start);
            pause::turn().await;
            dispatch.dispatch(action);
        });
    });
    let archive = match &*library {
        Library::Ready(archive, _) => Some(archive.clone()),
        _ => None,
    };
    let dispatch = library.dispatcher();
    use_effect_with(archive, move |archive| {
        if let Some(archive) = archive.clone() {
            pause::later(async move {
                let index = build(&archive).await;
                dispatch.dispatch(LibraryAction::Indexed(index));
            });
        }
    });
    (*library).clone()
}

async fn build(archive: &SharedArchive) -> SharedIndex {
    let start = timing::now();
    let mut builder = IndexBuilder::default();
    let mut slice = timing::now();
    for (at, document) in (0..archive.articles.len()).zip(0_u32..) {
        if timing::now() - slice > SLICE {
            pause::turn().await;
            slice = timing::now();
        }
        add(archive, at, document, &mut builder);
    }
    pause::turn().await;
    let index = SharedIndex::new(builder.finish());
    timing::measure("index:build", start);
    index
}

/// What of an article can be found: headline, byline, topics, note, summary, body.
fn add(archive: &Archive, at: usize, document: u32, builder: &mut IndexBuilder) {
    let Some(article) = archive.articles.get(at) else {
        return;
    };
    builder.add(document, &article.headline.text);
    for author in &article.authors {
        builder.add(document, author);
    }
    for topic in article
        .topics
        .iter()
        .filter_map(|&t| archive.topics.get(usize::from(t)))
    {
        builder.add(document, &topic.label);
    }
    for text in [&article.note, &article.summary].into_iter().flatten() {
        builder.add(document, text);
    }
    if article.body.survives() {
        builder.add(document, &article.body.plain_text());
    }
}
