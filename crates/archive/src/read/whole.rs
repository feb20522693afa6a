//! What can be settled only when every article is known.
//!
//! Ids made unique, addresses given out, the reading order, the topics and
//! authors in use, and pointers between articles, in that order.

use super::feed::Feed;
use super::item::Draft;
use super::limits::MOST_TOPICS;
use crate::json::Json;
use crate::log::quoted;
use crate::number::push_number;
use crate::slug::{self, Names};
use crate::{Archive, Article, ProblemKind, Severity, Topic, order};

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
    let mut ids = unique_ids(&mut noter, &mut drafts);

    let wished: Vec<Option<String>> = drafts.iter_mut().map(|draft| draft.slug.take()).collect();
    let mut articles: Vec<Article> = Vec::with_capacity(drafts.len());
    for draft in &mut drafts {
        let mut article = std::mem::take(&mut draft.article);
        article.supplied = draft.supplied.unwrap_or(supplied);
        article.language = article
            .language
            .filter(|tag| archive.language.as_ref() != Some(tag));
        articles.push(article);
    }
    for (at, refused) in slug::assign(&mut articles, wished) {
        let kind = ProblemKind::TakenSlug(quoted(&refused));
        noter.note(&drafts[at], "/_archive/slug", Severity::Repaired, kind);
    }

    let dates: Vec<_> = articles
        .iter()
        .map(|article| article.date.as_ref())
        .collect();
    if let Some(order) = order::reading_order(&dates) {
        articles = order
            .iter()
            .map(|&at| std::mem::take(&mut articles[at]))
            .collect();
        let mut ordered: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
        drafts = order.iter().filter_map(|&at| ordered[at].take()).collect();
        let mut places = vec![0; order.len()];
        for (place, at) in (0..).zip(order) {
            places[at] = place;
        }
        for place in ids.values_mut() {
            *place = places[*place as usize];
        }
    }

    name_topics(&mut noter, &mut archive, &mut articles, topics, &mut drafts);
    name_authors(&mut archive, &articles);
    point(&mut noter, &mut articles, &drafts, &ids);
    archive.articles = articles;
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
fn unique_ids(noter: &mut Noter<'_, '_>, drafts: &mut [Draft]) -> Names {
    let mut ids = Names::new();
    let mut taken = Vec::new();
    for (place, draft) in (0..).zip(drafts.iter()) {
        if ids.contains_key(&draft.article.id) {
            taken.push(place as usize);
        } else {
            ids.insert(draft.article.id.clone(), place);
        }
    }
    // How often each id was taken so far, so that no number is tried twice.
    let mut counts = Names::new();
    for place in taken {
        let draft = &mut drafts[place];
        let old = std::mem::take(&mut draft.article.id);
        let count = counts.entry(old.clone()).or_insert(1);
        let mut new = old.clone();
        while ids.contains_key(&new) {
            *count += 1;
            new.truncate(old.len());
            new.push('#');
            push_number(&mut new, u64::from(*count), 1);
        }
        ids.insert(new.clone(), u32::try_from(place).unwrap_or(u32::MAX));
        draft.article.id.clone_from(&new);
        let kind = ProblemKind::DuplicateId(quoted(&old), quoted(&new));
        noter.note(draft, "/id", Severity::Repaired, kind);
    }
    ids
}

/// Numbers the topics: the archive's list first, then in order of first use.
fn name_topics(
    noter: &mut Noter<'_, '_>,
    archive: &mut Archive,
    articles: &mut [Article],
    listed: Vec<String>,
    drafts: &mut [Draft],
) {
    let mut labels = Names::new();
    let mut order = Vec::new();
    let mut number = |label: String| match labels.get(&label) {
        Some(&number) => Some(number),
        None if order.len() >= MOST_TOPICS as usize => None,
        None => {
            let number = u32::try_from(order.len()).unwrap_or(0);
            order.push(label.clone());
            labels.insert(label, number);
            Some(number)
        }
    };
    for label in listed {
        number(label);
    }
    let mut full = None;
    for (article, draft) in articles.iter_mut().zip(drafts.iter_mut()) {
        for label in std::mem::take(&mut draft.topics) {
            match number(label).and_then(|number| u16::try_from(number).ok()) {
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
            ProblemKind::TooMany("topics", MOST_TOPICS),
        );
    }
    let mut slugs = Names::new();
    archive.topics = order
        .into_iter()
        .map(|label| Topic {
            slug: slug::topic(&label, &mut slugs),
            label,
        })
        .collect();
}

fn name_authors(archive: &mut Archive, articles: &[Article]) {
    let mut names = Names::new();
    for name in articles.iter().flat_map(|article| &article.authors) {
        if !names.contains_key(name) {
            names.insert(name.clone(), 0);
            archive.author_names.push(name.clone());
        }
    }
}

/// Turns the ids of related articles into their places.
fn point(noter: &mut Noter<'_, '_>, articles: &mut [Article], drafts: &[Draft], ids: &Names) {
    for (at, draft) in drafts.iter().enumerate() {
        for (which, id) in draft.related.iter().enumerate() {
            let Some(id) = id else { continue };
            let target = ids.get(id).map(|&place| place as usize);
            let headline = target
                .and_then(|target| articles.get(target))
                .map(|article| article.headline.text.clone());
            if target.is_none() {
                let kind = ProblemKind::UnknownArticle(quoted(id));
                noter.note(draft, "/_archive/related", Severity::Dropped, kind);
            }
            let related = &mut articles[at].related[which];
            related.article = target;
            if related.headline.is_empty() {
                related.headline = headline.unwrap_or_else(|| id.clone());
            }
        }
        for related in &mut articles[at].related {
            if let (true, Some(url)) = (related.headline.is_empty(), &related.url) {
                related.headline.clone_from(url);
            }
        }
    }
}
