//! What a file's front matter says, in the dialects of the generators.

use archive::Edtf;

use crate::dates;
use crate::desk::{Desk, Page};
use crate::feeds::is_language;
use crate::front_matter::{Field, Value, field};
use crate::problem::{Kind, Severity, quoted};

pub(super) fn unpublished(page: &Page, fields: &[Field]) -> Option<&'static str> {
    let yes = |name| field(fields, &[name]).is_some_and(|field| field.value.is_yes());
    let no = |name| {
        field(fields, &[name])
            .is_some_and(|field| !field.value.is_yes() && field.value != Value::Null)
    };
    if yes("draft") || page.path.starts_with("_drafts/") || page.path.contains("/_drafts/") {
        return Some("a draft");
    }
    no("published")
        .then_some("not published")
        .or(yes("private").then_some("private"))
}

pub(super) fn date(desk: &mut Desk<'_>, page: &Page, fields: &[Field]) -> Option<Edtf> {
    let found = field(
        fields,
        &[
            "date",
            "published",
            "publishdate",
            "pubdate",
            "published_at",
            "date_published",
            "created",
            "year",
        ],
    )?;
    let Value::Text(written) = &found.value else {
        return None;
    };
    let read = dates::read(written);
    if let Some((severity, kind)) = read.remark {
        desk.note(page, found.at, severity, kind);
    }
    read.date
}

pub(super) fn authors(fields: &[Field]) -> Vec<String> {
    let own = field(fields, &["author", "authors", "byline", "by"]);
    let own = own.or_else(|| match field(fields, &["extra", "params", "taxonomies"]) {
        Some(Field {
            value: Value::Map(fields),
            ..
        }) => field(fields, &["author", "authors"]),
        _ => None,
    });
    own.map(|field| field.value.texts()).unwrap_or_default()
}

pub(super) fn topics(fields: &[Field]) -> Vec<String> {
    let names = ["categories", "category", "tags", "tag", "topics"];
    let mut topics = Vec::new();
    let mut all = vec![fields];
    if let Some(Field {
        value: Value::Map(taxonomies),
        ..
    }) = field(fields, &["taxonomies"])
    {
        all.push(taxonomies);
    }
    for fields in all {
        for name in names {
            match field(fields, &[name]).map(|field| &field.value) {
                // Jekyll parts a line of tags at white space, people at commas.
                Some(Value::Text(line)) if line.contains(',') => {
                    topics.extend(line.split(',').map(|one| one.trim().to_owned()));
                }
                Some(Value::Text(line)) if name.ends_with('s') => {
                    topics.extend(line.split_whitespace().map(str::to_owned));
                }
                Some(value) => topics.extend(value.texts()),
                None => {}
            }
        }
    }
    topics
}

pub(super) fn language(
    desk: &mut Desk<'_>,
    page: &Page,
    fields: &[Field],
    name: &str,
) -> Option<String> {
    let found = field(fields, &["lang", "language", "locale"]);
    let tag = match found.map(|field| &field.value) {
        Some(Value::Text(tag)) => tag.replace('_', "-"),
        // Hugo's `title.de.md`.
        _ => name
            .rsplit_once('.')
            .map(|(_, tag)| tag.to_owned())
            .filter(|tag| tag.len() == 2)?,
    };
    if !is_language(&tag) {
        desk.note(
            page,
            found.map_or(0, |field| field.at),
            Severity::Dropped,
            Kind::BadLanguage(quoted(&tag)),
        );
        return None;
    }
    (desk.head.language.as_ref() != Some(&tag)).then_some(tag)
}
