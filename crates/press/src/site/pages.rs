//! Which pages there are, and writing them, on as many threads as there are
//! processors.
//!
//! The reader's own components render each page; the press puts head and files
//! around. A thread has one page in memory at a time; what is in a page does
//! not depend on who writes it or when.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use archive::{Archive, Article};
use reader::head::{Head, Key};
use reader::pages::front::PAGE;
use reader::route::Route;
use reader::state::library::SharedArchive;

use super::base::BaseUrl;
use super::document::{Document, Stand};
use super::frame::Frame;
use super::{citations, dates, structured};
use crate::Error;
use crate::folder::Folder;
use crate::words;

/// Most threads that render at once: with more the disk is what they wait for.
const MOST_THREADS: usize = 8;

/// Pages for which another thread is worth its memory, a megabyte or two: these
/// take one thread less than a second.
const WORTH_A_THREAD: usize = 1_000;

/// How many pages a thread takes at a time: enough that taking them costs
/// nothing, few enough that all end together.
const TAKEN: usize = 16;

/// Writes every page and gives back the addresses of all but `404.html`, in
/// reading order.
///
/// # Errors
/// When a file cannot be written.
pub fn write(
    folder: &Folder,
    frame: &Frame,
    archive: Archive,
    base: Option<&BaseUrl>,
) -> Result<Vec<String>, Error> {
    // Without its problems: they are for the publisher, who has just been told
    // of them; the pages are for readers.
    let archive = SharedArchive::new(archive, Vec::new());
    let routes: Vec<Route> = routes(&archive).collect();
    let work = Work {
        folder,
        frame,
        archive: &archive,
        base,
        routes: &routes,
        next: AtomicUsize::new(0),
    };
    let threads = thread::available_parallelism()
        .map_or(1, NonZero::get)
        .min(MOST_THREADS)
        .min(routes.len().div_ceil(WORTH_A_THREAD));
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(|| work.run())).collect();
        let mut results = vec![work.run()];
        results.extend(others.into_iter().map(|other| {
            // What a thread says when it panics has been printed by then.
            let lost = |_| Error::Render {
                what: "a page stopped its thread".to_owned(),
            };
            other.join().map_err(lost)?
        }));
        results.into_iter().collect::<Result<(), Error>>()
    })?;
    let listed = routes.iter().filter(|route| **route != Route::NotFound);
    Ok(listed.map(Route::address).collect())
}

/// Runs what renders pages, which Yew does as a task of this thread.
///
/// # Errors
/// When there can be no tasks.
pub(super) fn render<T>(pages: impl Future<Output = T>) -> Result<T, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|source| Error::Render {
            what: source.to_string(),
        })?;
    Ok(tokio::task::LocalSet::new().block_on(&runtime, pages))
}

/// What the threads share: the pages that are still to be written.
struct Work<'a> {
    folder: &'a Folder,
    frame: &'a Frame,
    archive: &'a SharedArchive,
    base: Option<&'a BaseUrl>,
    routes: &'a [Route],
    /// The first page that nobody has taken.
    next: AtomicUsize,
}

impl Work<'_> {
    /// Writes pages until none is left, or one cannot be written.
    fn run(&self) -> Result<(), Error> {
        words::speak(self.frame.speech.language)?;
        render(async {
            let beside = reader::prerender::beside().await;
            loop {
                let from = self.next.fetch_add(TAKEN, Ordering::Relaxed);
                let Some(rest) = self.routes.get(from..).filter(|rest| !rest.is_empty()) else {
                    return Ok(());
                };
                for route in rest.iter().take(TAKEN) {
                    let written = self.page(route, &beside).await;
                    if written.is_err() {
                        // The others need not go on.
                        self.next.store(self.routes.len(), Ordering::Relaxed);
                        return written;
                    }
                }
            }
        })?
    }

    async fn page(&self, route: &Route, beside: &str) -> Result<(), Error> {
        let address = route.address();
        let body = reader::prerender::page(self.archive, &address).await;
        let page = document(self.archive, self.frame, route, [&body, beside], self.base);
        self.folder.write(&file(&address), page.html())?;
        let Some(article) = article_of(self.archive, route) else {
            return Ok(());
        };
        for (name, text) in citations::files(self.archive, article, self.base) {
            self.folder.write(&name, text)?;
        }
        Ok(())
    }
}

/// Every page of an archive.
fn routes(archive: &SharedArchive) -> impl Iterator<Item = Route> {
    let years: &[_] = if archive.articles.len() > PAGE {
        &archive.shelf().catalogue.years
    } else {
        &[]
    };
    [Route::front(), Route::About]
        .into_iter()
        .chain(years.iter().map(|&year| Route::Year(year)))
        .chain(
            archive
                .articles
                .iter()
                .map(|article| Route::article(&article.slug)),
        )
        .chain([Route::NotFound])
}

fn article_of<'a>(archive: &'a SharedArchive, route: &Route) -> Option<&'a Article> {
    match route {
        Route::Article(slug, _) => archive.find(slug).and_then(|at| archive.articles.get(at)),
        _ => None,
    }
}

/// The file that stands at an address.
fn file(address: &str) -> String {
    // Hosts decode addresses before they look for files.
    let name = percent_encoding::percent_decode_str(address).decode_utf8_lossy();
    match name.trim_start_matches("./") {
        file if file.ends_with(".html") => file.to_owned(),
        folder => format!("{folder}index.html"),
    }
}

fn document<'a>(
    archive: &'a SharedArchive,
    frame: &'a Frame,
    route: &Route,
    [body, beside]: [&'a str; 2],
    base: Option<&BaseUrl>,
) -> Document<'a> {
    let article = article_of(archive, route);
    let Head { title, mut tags } = reader::head::head(archive, route);
    let canonical = base
        .filter(|_| *route != Route::NotFound)
        .map(|base| base.join(&route.address()));
    if let Some(url) = &canonical {
        tags.push((Key::Property("og:url"), url.clone()));
        if article.is_some() {
            tags.push((Key::Name("citation_public_url"), url.clone()));
        }
    }
    if let Some(day) = article.and_then(dates::stated_day) {
        tags.push((Key::Property("article:published_time"), day.iso()));
    }
    if *route == Route::NotFound {
        tags.push((Key::Name("robots"), "noindex".to_owned()));
    }
    Document {
        language: match &archive.language {
            Some(language) if frame.speech.own => language,
            _ => frame.speech.language.tag,
        },
        speech: &frame.speech,
        archive_title: &archive.title,
        title,
        tags,
        canonical,
        structured: structured::page(archive, article, route, base),
        stand: match (route, base) {
            (Route::NotFound, Some(base)) => Stand::At(base.path().to_owned()),
            (Route::NotFound, None) => Stand::Unknown,
            _ => Stand::Below(
                route
                    .address()
                    .trim_start_matches("./")
                    .matches('/')
                    .count(),
            ),
        },
        shell: &frame.shell,
        install: &frame.install,
        offline: frame.offline,
        length: frame.length,
        look: &frame.look,
        card: card(frame, route, base),
        body,
        beside,
    }
}

/// Where the social card is, as those read it who ask for it: a whole address.
/// Without a base URL only the front page knows one that leads there, for the
/// others would be read by some from the page and by some from its base.
fn card(frame: &Frame, route: &Route, base: Option<&BaseUrl>) -> Option<String> {
    let (name, _) = frame.look.card.as_ref()?;
    match (base, route) {
        (Some(base), _) => Some(base.join(name)),
        (None, Route::Front(_)) => Some(name.clone()),
        (None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_addresses() {
        for (address, wanted) in [
            ("./", "index.html"),
            ("about/", "about/index.html"),
            ("articles/x/", "articles/x/index.html"),
            ("articles/%E6%9D%B1/", "articles/東/index.html"),
            ("404.html", "404.html"),
        ] {
            assert_eq!(file(address), wanted);
        }
    }
}
