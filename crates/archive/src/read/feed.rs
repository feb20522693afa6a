//! The archive itself, from the top of the file.
//!
//! Read of the feed: `version`, `title`, `description`, `home_page_url`,
//! `language`, `expired`, `authors` (and `author` of JSON Feed 1.0), `items`,
//! and `_archive` with `version`, `subtitle`, `period` (EDTF), `provenance`,
//! `rights`, `note`, `topics` (the controlled list, in its order), `updates`
//! (`text`, `email`, `body`) and `supplied` (what the archivist supplied of
//! every article that does not say otherwise). All else is passed over in
//! silence.

use super::item::{self, Draft};
use super::limits::{MOST_ARTICLES, MOST_TOPICS};
use super::{SUPPORTED, whole};
use crate::json::{Json, Kind};
use crate::log::{Log, quoted};
use crate::{Archive, Listed, ProblemKind, Severity, Supplied, Updates, Wanted};

use Severity::{Dropped, Fatal, Repaired};

/// On the masthead of an archive that gives no title.
const UNTITLED: &str = "Untitled archive";

/// What every JSON Feed's `version` begins with, scheme aside.
const JSON_FEED: &str = "://jsonfeed.org/version/";

/// The archive while it is read.
#[derive(Default)]
pub(super) struct Feed {
    pub(super) archive: Archive,
    pub(super) drafts: Vec<Draft>,
    /// The controlled list of topics.
    pub(super) topics: Vec<String>,
    /// What the archivist supplied unless the item says otherwise.
    pub(super) supplied: Supplied,
    /// The file is a list and nothing else.
    pub(super) bare: bool,
    is_json_feed: bool,
    has_items: bool,
    /// What stands as `items` can hold no articles.
    no_list: bool,
    /// Where a version stands that is not known, and what it says.
    newer: Option<(usize, String)>,
}

/// Reads the whole text.
pub(super) fn read(json: &mut Json<'_>) -> Option<Archive> {
    let mut feed = Feed::default();
    match json.kind() {
        Kind::Object => top(json, &mut feed),
        Kind::List => {
            json.note(json.at(), Repaired, ProblemKind::BareList);
            feed.bare = true;
            items(json, &mut feed);
        }
        _ => {
            json.note(0, Fatal, ProblemKind::NotAnArchive);
            return None;
        }
    }
    if let Some((at, version)) = feed.newer {
        // Nothing else that seems wrong need be so in the newer version.
        json.log = Log::default();
        let pointer = String::from("/_archive/version");
        json.log
            .note(at, pointer, Fatal, ProblemKind::Newer(version));
        return None;
    }
    let more = !json.cut && !json.at_end();
    let archive = &mut feed.archive;
    if !feed.has_items && (archive.title.is_empty() || !feed.is_json_feed && feed.drafts.is_empty())
    {
        if json.cut {
            json.note(json.at(), Fatal, ProblemKind::Cut);
            return None;
        }
        let kind = if more && json.kind() == Kind::Object {
            ProblemKind::JsonLines
        } else {
            ProblemKind::NotAnArchive
        };
        json.note(0, Fatal, kind);
        return None;
    }
    if json.cut {
        json.note(json.at(), Dropped, ProblemKind::Cut);
    }
    if more {
        json.note(json.at(), Dropped, ProblemKind::AfterEnd);
    }
    if !feed.bare && !feed.is_json_feed {
        json.note(0, Repaired, ProblemKind::NotJsonFeed);
    }
    if feed.drafts.is_empty() && !feed.no_list && !json.cut {
        json.note(0, Dropped, ProblemKind::NoItems);
    }
    if archive.title.is_empty() {
        archive.title = UNTITLED.to_owned();
        if !feed.bare {
            json.note(0, Repaired, ProblemKind::NoTitle);
        }
    }
    Some(whole::settle(json, feed))
}

fn top(json: &mut Json<'_>, feed: &mut Feed) {
    let mut author = Vec::new();
    json.enter();
    let mut entries = 0;
    while let Some(name) = json.name(&mut entries) {
        let archive = &mut feed.archive;
        match &*name {
            "version" => {
                feed.is_json_feed = json
                    .whole()
                    .is_some_and(|version| version.contains(JSON_FEED));
            }
            "title" => archive.title = json.line().unwrap_or_default(),
            "description" => archive.description = json.paragraphs(),
            "home_page_url" => archive.home_page = json.web_address(),
            "language" => archive.language = json.language(),
            "expired" => archive.expired = boolean(json),
            "authors" => json.names(&mut archive.authors),
            "author" => json.names(&mut author),
            "items" => items(json, feed),
            "_archive" => {
                json.object(&mut |json, member| extension(json, member, feed));
                if feed.newer.is_some() {
                    return;
                }
            }
            _ => json.skip(),
        }
    }
    if feed.archive.authors.is_empty() {
        feed.archive.authors = author;
    }
}

/// A member of the feed's `_archive`.
fn extension(json: &mut Json<'_>, member: &str, feed: &mut Feed) {
    let archive = &mut feed.archive;
    match member {
        "version" => version(json, feed),
        "subtitle" => archive.subtitle = json.line(),
        "period" => archive.period = json.date(),
        "provenance" | "rights" | "note" => {
            let place = match member {
                "rights" => &mut archive.rights,
                "note" => &mut archive.note,
                _ => &mut archive.provenance,
            };
            *place = json.paragraphs();
        }
        "topics" => {
            let topics = &mut feed.topics;
            json.list(MOST_TOPICS, Listed::Topics, &mut |json| {
                topics.extend(json.line());
            });
        }
        "updates" => {
            let mut updates = Updates::default();
            json.object(&mut |json, member| match member {
                "text" => updates.text = json.paragraphs(),
                "email" => updates.email = json.email(),
                "body" => updates.body = json.line(),
                _ => json.skip(),
            });
            archive.updates = Some(updates).filter(|updates| *updates != Updates::default());
        }
        "supplied" => feed.supplied = json.supplied(),
        _ => json.skip(),
    }
}

fn version(json: &mut Json<'_>, feed: &mut Feed) {
    let kind = json.kind();
    let at = json.at();
    let text = match kind {
        Kind::Word => json.word().into(),
        _ => match json.whole() {
            Some(text) => text,
            None => return,
        },
    };
    // A point release would be written 1.5; the number before it counts.
    let digits = text.split('.').next().unwrap_or_default();
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits || kind != Kind::Word {
        json.note(at, Repaired, ProblemKind::WrongType(Wanted::One));
    }
    // Digits that fit no number are newer than anything.
    if all_digits
        && digits
            .parse::<u32>()
            .map_or(true, |version| version > SUPPORTED)
    {
        feed.newer = Some((at, quoted(&text)));
    }
}

fn boolean(json: &mut Json<'_>) -> bool {
    let at = json.place();
    match json.kind() {
        Kind::Null => json.skip(),
        Kind::Object | Kind::List => json.wrong(Wanted::Truth),
        kind => {
            let bare = kind == Kind::Word;
            let word = if bare {
                Some(json.word().into())
            } else {
                json.whole()
            };
            let word = word.unwrap_or_default();
            let yes = word == "true" || word == "1" && bare;
            if !bare || !yes && word != "false" || word == "1" {
                json.note(at, Repaired, ProblemKind::WrongType(Wanted::Truth));
            }
            return yes;
        }
    }
    false
}

/// `items`: a list, or else what may be articles under names or by itself.
fn items(json: &mut Json<'_>, feed: &mut Feed) {
    let kind = json.kind();
    let at = json.at();
    match kind {
        Kind::List => {
            feed.has_items = true;
            let mut place = 0;
            json.list(MOST_ARTICLES, Listed::Articles, &mut |json| {
                item::read(json, place, feed);
                place += 1;
            });
        }
        Kind::Object => {
            feed.has_items = true;
            json.note(at, Repaired, ProblemKind::ItemsNotList);
            let mut place = 0;
            if holds_objects(json) {
                json.object(&mut |json, _| {
                    if place < MOST_ARTICLES {
                        item::read(json, place, feed);
                        place += 1;
                    } else {
                        json.skip();
                    }
                });
            } else {
                item::read(json, place, feed);
            }
        }
        Kind::Null => json.skip(),
        Kind::Text | Kind::Word => {
            feed.has_items = true;
            feed.no_list = true;
            json.note(at, Dropped, ProblemKind::ItemsNotList);
            json.skip();
        }
    }
}

/// Whether the object that stands next has an object as its first value: then it is a
/// table of articles, not one.
fn holds_objects(json: &mut Json<'_>) -> bool {
    json.peek(|json| {
        json.enter();
        json.name(&mut 0).is_some() && json.kind() == Kind::Object
    })
}
