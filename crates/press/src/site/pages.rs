//! Which pages there are, and writing them one after the other.
//!
//! The reader's own components render each page; the press puts head and files
//! around. Only one page is in memory at a time.

use archive::Archive;
use reader::head::{Head, Key};
use reader::pages::front::PAGE;
use reader::route::Route;
use reader::state::library::SharedArchive;

use super::base::BaseUrl;
use super::document::{Document, Stand};
use super::frame::Frame;
use super::{dates, structured};
use crate::Error;
use crate::folder::Folder;

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
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|source| Error::Render {
            what: source.to_string(),
        })?;
    // Without its problems: they are for the publisher, who has just been told
    // of them; the pages are for readers.
    let archive = SharedArchive::new(archive, Vec::new());
    tokio::task::LocalSet::new().block_on(&runtime, async {
        let mut addresses = Vec::with_capacity(archive.articles.len() + 2);
        let beside = reader::prerender::beside().await;
        for route in routes(&archive) {
            let address = route.address();
            let body = reader::prerender::page(&archive, &address).await;
            let page = document(&archive, frame, &route, [&body, &beside], base);
            folder.write(&file(&address), page.html())?;
            if route != Route::NotFound {
                addresses.push(address);
            }
        }
        Ok(addresses)
    })
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
    let article = match route {
        Route::Article(slug, _) => archive.find(slug).and_then(|at| archive.articles.get(at)),
        _ => None,
    };
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
        body,
        beside,
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
