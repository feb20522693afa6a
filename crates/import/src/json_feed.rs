//! JSON Feed, and so archives too: the archive's own reader reads them; here
//! their pages are put together and their parts handed over.
//!
//! A page names the next with `next_url`. Nothing is fetched: the page is
//! looked for beside the first, under the last part of that address.

use std::collections::HashSet;
use std::fmt;

use archive::{Archive, Severity as Weight};
use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

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
    items: Attached,
}

/// How many files are attached to the items of a list, which is not gathered:
/// a feed may have as many as it has words.
#[derive(Debug, Default)]
struct Attached(usize);

impl<'de> Deserialize<'de> for Attached {
    fn deserialize<D: Deserializer<'de>>(items: D) -> Result<Self, D::Error> {
        #[derive(Default, Deserialize)]
        struct Item {
            // Takes no room however many there are.
            #[serde(default)]
            attachments: Vec<IgnoredAny>,
        }
        struct Items;
        impl<'de> Visitor<'de> for Items {
            type Value = Attached;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of items")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Attached, A::Error> {
                let mut count = 0;
                while let Some(item) = items.next_element::<Item>()? {
                    count += item.attachments.len();
                }
                Ok(Attached(count))
            }
        }
        items.deserialize_seq(Items)
    }
}

/// Reads a page of a feed; the path of the next one, if it is there.
pub fn read(
    desk: &mut Desk<'_>,
    tree: &Tree,
    page: &Page,
    visited: &HashSet<String>,
) -> Option<String> {
    let most = desk.room_at_once();
    let bytes = page.as_str().as_bytes();
    let end = beyond(bytes, most);
    if let Some(end) = end {
        desk.note(page, end, Severity::Dropped, Kind::TooMuch);
    }
    let reading = archive::read(&bytes[..end.unwrap_or(bytes.len())]);
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
    let Attached(attached) = beside.items;
    if attached > 0 {
        let attached = u32::try_from(attached).unwrap_or(u32::MAX);
        desk.note_file(&page.label, Severity::Dropped, Kind::Attachments(attached));
    }
    next(desk, tree, page, &beside.next_url?, visited)
}

/// Where the first entry begins of those that are more than so many, counting
/// what stands in lists at the top.
fn beyond(json: &[u8], most: usize) -> Option<usize> {
    let (mut depth, mut lists, mut count) = (0_u32, [false; 3], 0);
    let (mut quoted, mut escaped) = (false, false);
    for (at, byte) in json.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'[' | b'{' => {
                depth += 1;
                if let Some(list) = lists.get_mut(depth as usize) {
                    *list = *byte == b'[';
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' if lists.get(depth as usize) == Some(&true) => {
                count += 1;
                if count >= most {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_counted_at_the_top() {
        for (json, most, wanted) in [
            ("{\"items\":[{\"a\":[1,2,3]},{},{}]}", 3, None),
            ("{\"items\":[{\"a\":[1,2,3]},{},{}]}", 2, Some(26)),
            ("{\"a\":1,\"b\":2,\"items\":[{},{}]}", 1, Some(24)),
            ("[{\"a\":\",[{\\\",\"},1,2]", 2, Some(17)),
            ("", 1, None),
        ] {
            assert_eq!(beyond(json.as_bytes(), most), wanted, "{json}");
        }
    }
}
