//! JSON Feed, and so archives too: the archive's own reader reads them; here
//! their pages are put together and their parts handed over.
//!
//! A page names the next with `next_url`. Nothing is fetched: the page is
//! looked for beside the first, under the last part of that address.

use std::collections::HashSet;

use archive::{Archive, Severity as Weight};
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::address::{self, folder_of};
use crate::desk::{Desk, Page};
use crate::entry::Entry;
use crate::feed::topics;
use crate::problem::{Kind, Severity, quoted};
use crate::tree::Tree;

/// What the archive's reader passes over and we do not.
#[derive(Debug, Default, Deserialize)]
struct Beside {
    #[serde(default)]
    next_url: Option<String>,
    #[serde(default)]
    items: Vec<BesideItem>,
}

#[derive(Debug, Default, Deserialize)]
struct BesideItem {
    #[serde(default)]
    attachments: Vec<IgnoredAny>,
}

/// Reads a page of a feed; the path of the next one, if it is there.
pub fn read(
    desk: &mut Desk<'_>,
    tree: &Tree,
    page: &Page,
    visited: &HashSet<String>,
) -> Option<String> {
    let reading = archive::read(page.as_str().as_bytes());
    for problem in reading.problems {
        if is_place_in_folder(&problem.kind) {
            continue;
        }
        let severity = if problem.severity == Weight::Repaired {
            Severity::Repaired
        } else {
            Severity::Dropped
        };
        let place = crate::problem::Place {
            file: page.label.clone(),
            line: problem.place.line,
            column: problem.place.column,
        };
        desk.log
            .note(place, severity, Kind::Archive(Box::new(problem)));
    }
    if let Some(mut archive) = reading.archive {
        let articles = std::mem::take(&mut archive.articles);
        let ours = articles.iter().any(|article| article.url.is_none());
        hand_over(desk, page, &archive, articles, ours);
        keep_head(&mut desk.head, archive);
    }
    let beside: Beside = serde_json::from_str(page.as_str()).unwrap_or_default();
    let attached: usize = beside.items.iter().map(|item| item.attachments.len()).sum();
    if attached > 0 {
        let attached = u32::try_from(attached).unwrap_or(u32::MAX);
        desk.note_file(&page.label, Severity::Dropped, Kind::Attachments(attached));
    }
    next(desk, tree, page, &beside.next_url?, visited)
}

fn next(
    desk: &mut Desk<'_>,
    tree: &Tree,
    page: &Page,
    address: &str,
    visited: &HashSet<String>,
) -> Option<String> {
    let at = page.as_str().find("\"next_url\"").unwrap_or(0);
    let last = address.split("://").last()?.rsplit('/').next()?;
    let folder = folder_of(&page.path);
    // A query is part of the name when a page was saved with it.
    let whole = format!("{folder}/{last}")
        .trim_start_matches('/')
        .to_owned();
    let ways = [
        Some(whole),
        address::inside(folder, address),
        address::inside(folder, last),
    ];
    let found = ways.into_iter().flatten().find_map(|path| tree.page(&path));
    // With another query it is another page, and not there.
    let queried = address.contains('?');
    let found = found.filter(|found| !queried || found.contains('?') || !visited.contains(found));
    let Some(found) = found else {
        desk.note(page, at, Severity::Dropped, Kind::MissingPage(quoted(last)));
        return None;
    };
    if visited.contains(&found) {
        desk.note(
            page,
            at,
            Severity::Repaired,
            Kind::PageCycle(quoted(&found)),
        );
        return None;
    }
    Some(found)
}

fn hand_over(
    desk: &mut Desk<'_>,
    page: &Page,
    archive: &Archive,
    articles: Vec<archive::Article>,
    ours: bool,
) {
    let ids: Vec<String> = articles.iter().map(|article| article.id.clone()).collect();
    for mut article in articles {
        let topics = topics(archive, &article);
        let related = std::mem::take(&mut article.related);
        let related = related
            .into_iter()
            .map(|related| crate::feed::Pointer {
                id: related.article.and_then(|at| ids.get(at)).cloned(),
                title: Some(related.headline).filter(|headline| !headline.is_empty()),
                url: related.url,
            })
            .collect();
        let known_as = if ours {
            vec![format!("articles/{}/", article.slug)]
        } else {
            Vec::new()
        };
        article.topics = Vec::new();
        crate::ours::undo(&mut article);
        let lost = !article.body.survives();
        if article.headline.derived {
            article.headline.text = String::new();
        }
        let base = article
            .url
            .clone()
            .or_else(|| archive.home_page.clone())
            .filter(|_| !ours);
        let folder = folder_of(&page.path).to_owned();
        desk.take(
            &page.label,
            Entry {
                article,
                topics,
                related,
                known_as,
                folder,
                base,
                lost,
                ..Entry::default()
            },
        );
    }
}

/// Keeps what an archive says of itself where nothing was said before.
fn keep_head(head: &mut Archive, found: Archive) {
    if head.title.is_empty() {
        head.title = found.title;
        head.expired = found.expired;
    }
    if head.authors.is_empty() {
        head.authors = found.authors;
    }
    if head.topics.is_empty() {
        head.topics = found.topics;
    }
    let fill = |place: &mut Option<String>, found: Option<String>| {
        if place.is_none() {
            *place = found;
        }
    };
    fill(&mut head.subtitle, found.subtitle);
    fill(&mut head.description, found.description);
    fill(&mut head.language, found.language);
    fill(&mut head.home_page, found.home_page);
    fill(&mut head.provenance, found.provenance);
    fill(&mut head.rights, found.rights);
    fill(&mut head.note, found.note);
    head.period = head.period.take().or(found.period);
    head.updates = head.updates.take().or(found.updates);
}

/// A folder of ours that does not know where it will stand has addresses in
/// its feed that are taken from the folder; they are no fault and no `url`.
fn is_place_in_folder(kind: &archive::ProblemKind) -> bool {
    matches!(kind, archive::ProblemKind::BadAddress(address) if address == "./" || address.starts_with("articles/"))
}
