//! What can be settled only when every article is known.
//!
//! Ids made unique, addresses given out, the reading order, the topics and
//! authors in use, and pointers between articles, in that order.

use super::feed::Feed;
use super::item::Draft;
use super::limits::MOST_TOPICS;
use crate::clean::one_line;
use crate::json::Json;
use crate::log::quoted;
use crate::names::Names;
use crate::number::push_number;
use crate::{Archive, Article, Listed, ProblemKind, Severity, Topic, order, slug};

/// Finishes the archive.
pub(super) fn settle(json: &mut Json<'_>, feed: Feed) -> Archive {
    let Feed {
        mut archive,
        mut drafts,
        topics,
        supplied,
        bare,
        ..
    } = feed;
    let mut noter = Noter { json, bare };
    let articles = &mut archive.articles;
    let ids = unique_ids(&mut noter, articles, &drafts);

    let language = &archive.language;
    for (article, draft) in articles.iter_mut().zip(&drafts) {
        article.supplied = draft.supplied.unwrap_or(supplied);
        if article.language == *language {
            article.language = None;
        }
    }
    let wished = drafts.iter_mut().map(|draft| draft.slug.take()).collect();
    for (at, refused) in slug::assign(articles, wished) {
        let kind = ProblemKind::TakenSlug(quoted(&refused));
        noter.note(&drafts[at], "/_archive/slug", Severity::Repaired, kind);
    }

    let dates: Vec<_> = articles
        .iter()
        .map(|article| article.date.as_ref())
        .collect();
    // Where each article of the file has come to stand.
    let mut places: Vec<usize> = (0..articles.len()).collect();
    if let Some(mut order) = order::reading_order(&dates) {
        for (place, &at) in order.iter().enumerate() {
            places[at] = place;
        }
        // Round each cycle of the order, so that nothing is moved twice.
        for start in 0..order.len() {
            let mut at = start;
            loop {
                let from = std::mem::replace(&mut order[at], at);
                if from == start || from == at {
                    break;
                }
                articles.swap(at, from);
                drafts.swap(at, from);
                at = from;
            }
        }
    }

    name_topics(&mut noter, &mut archive, topics, &mut drafts);
    name_authors(&mut archive);
    point(&mut noter, &mut archive.articles, &drafts, &ids, &places);
    archive
}

/// Notes problems with items that were read long before.
struct Noter<'r, 'a> {
    json: &'r mut Json<'a>,
    bare: bool,
}

impl Noter<'_, '_> {
    fn note(&mut self, draft: &Draft, member: &str, severity: Severity, kind: ProblemKind) {
        if self.json.log.is_full() {
            return;
        }
        let mut pointer = String::from(if self.bare { "/" } else { "/items/" });
        push_number(&mut pointer, u64::from(draft.entry), 1);
        pointer.push_str(member);
        self.json.log.note(draft.at, pointer, severity, kind);
    }
}

/// Gives articles whose id is taken another one; returns all ids with their places.
fn unique_ids(noter: &mut Noter<'_, '_>, articles: &mut [Article], drafts: &[Draft]) -> Names {
    let mut ids = Names::default();
    let mut taken = Vec::new();
    for (place, article) in (0..).zip(articles.iter()) {
        if !ids.take(&article.id, place) {
            taken.push(place);
        }
    }
    // How often each id was taken so far, so that no number is tried twice.
    let mut counts = Names::default();
    for place in taken {
        let draft = &drafts[place as usize];
        let id = &mut articles[place as usize].id;
        let mut new = id.clone();
        counts.take(id, 1);
        while !ids.take(&new, place) {
            new.truncate(id.len());
            new.push('#');
            push_number(&mut new, u64::from(counts.count(id)), 1);
        }
        let old = std::mem::replace(id, new);
        let kind = ProblemKind::DuplicateId(quoted(&old), quoted(id));
        noter.note(draft, "/id", Severity::Repaired, kind);
    }
    ids
}

/// Numbers the topics: the archive's list first, then in order of first use.
fn name_topics(
    noter: &mut Noter<'_, '_>,
    archive: &mut Archive,
    listed: Vec<String>,
    drafts: &mut [Draft],
) {
    let (mut labels, mut slugs) = (Names::default(), Names::default());
    let topics = &mut archive.topics;
    let mut number = |label: String| {
        if let Some(number) = labels.get(&label) {
            return u16::try_from(number).ok();
        }
        let number = u16::try_from(topics.len()).ok();
        let number = number.filter(|number| u32::from(*number) < MOST_TOPICS)?;
        labels.take(&label, u32::from(number));
        topics.push(Topic {
            slug: slug::topic(&label, &mut slugs),
            label,
        });
        Some(number)
    };
    for label in listed {
        number(label);
    }
    let mut full = None;
    for (article, draft) in archive.articles.iter_mut().zip(drafts) {
        for label in std::mem::take(&mut draft.topics) {
            match number(label) {
                Some(number) if !article.topics.contains(&number) => {
                    article.topics.push(number);
                }
                Some(_) => {}
                None => full = full.or(Some(&*draft)),
            }
        }
    }
    if let Some(draft) = full {
        noter.note(
            draft,
            "/tags",
            Severity::Dropped,
            ProblemKind::TooMany(Listed::Topics, MOST_TOPICS),
        );
    }
}

fn name_authors(archive: &mut Archive) {
    let mut names = Names::default();
    for name in archive.articles.iter().flat_map(|article| &article.authors) {
        if names.take(name, 0) {
            archive.author_names.push(name.clone());
        }
    }
}

/// Turns the ids of related articles into their places.
fn point(
    noter: &mut Noter<'_, '_>,
    articles: &mut [Article],
    drafts: &[Draft],
    ids: &Names,
    places: &[usize],
) {
    for (at, draft) in drafts.iter().enumerate() {
        for (which, id) in draft.related.iter().enumerate() {
            let mut headline = String::new();
            if let Some(id) = id {
                let target = ids.get(id).map(|place| places[place as usize]);
                headline = match target {
                    Some(target) => articles[target].headline.text.clone(),
                    None => {
                        let kind = ProblemKind::UnknownArticle(quoted(id));
                        noter.note(draft, "/_archive/related", Severity::Dropped, kind);
                        one_line(id).0.into_owned()
                    }
                };
                articles[at].related[which].article = target;
            }
            let related = &mut articles[at].related[which];
            if related.headline.is_empty() {
                related.headline = headline;
            }
            if let (true, Some(url)) = (related.headline.is_empty(), &related.url) {
                related.headline.clone_from(url);
            }
        }
    }
}
