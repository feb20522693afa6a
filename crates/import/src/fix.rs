//! Mends in an archive what is safe to mend: what was meant leaves no doubt.
//!
//! Sound JSON keeps every member, known or not. JSON that is not sound is
//! written anew from what the archive's reader could read of it.

use std::collections::{BTreeMap, HashSet};

use archive::Edtf;
use serde_json::Value;

use crate::dates;
use crate::feed::{self, Head, Item, VERSION};
use crate::merge::Existing;
use crate::mojibake;

/// What was mended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mended {
    /// The file as it should be.
    pub bytes: Vec<u8>,
    /// How often each thing was mended.
    pub counts: BTreeMap<&'static str, u32>,
}

/// Mends an archive; nothing when it can not be read at all.
///
/// # Errors
/// When it cannot be written as JSON, which does not happen.
pub fn fix(bytes: &[u8]) -> std::io::Result<Option<Mended>> {
    let mut mended = Mended::default();
    let text = std::str::from_utf8(bytes);
    if text.is_err() {
        mended.count("encoding");
    }
    if text.is_ok_and(|text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_err()) {
        mended.count("JSON");
    }
    let Some(existing) = Existing::read(bytes) else {
        return Ok(None);
    };
    let (mut head, mut items) = existing.into_parts();
    mended.head(&mut head);
    let mut ids = HashSet::new();
    for (at, item) in items.iter_mut().enumerate() {
        mended.id(item, at, &mut ids);
        mended.item(item);
    }
    let mut out = Vec::with_capacity(bytes.len());
    feed::write(&mut out, &head, items.into_iter().map(Ok))?;
    if mended.counts.is_empty() {
        // Its layout is its own business.
        out = bytes.to_vec();
    }
    mended.bytes = out;
    Ok(Some(mended))
}

impl Mended {
    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }

    fn head(&mut self, head: &mut Head) {
        if !head.version.contains("jsonfeed.org/version/1") {
            head.version = VERSION.into();
            self.count("version");
        }
        self.text(Some(&mut head.title));
        self.text(head.description.as_mut());
        self.tag(&mut head.language);
        let extension = head
            .extension
            .get_or_insert_with(|| Value::Object(serde_json::Map::new()));
        if let Value::Object(extension) = extension
            && !extension.contains_key("version")
        {
            extension.insert("version".into(), 1.into());
            self.count("version");
        }
    }

    fn id(&mut self, item: &mut Item, at: usize, ids: &mut HashSet<String>) {
        if item.id.trim().is_empty() {
            // The name the reader gives it, so that links to it stay.
            item.id = format!("article-{}", at + 1);
            self.count("missing ids");
        }
        if !ids.insert(item.id.clone()) {
            let old = item.id.clone();
            let free = (1..)
                .map(|count: u32| format!("{old}#{count}"))
                .find(|id| !ids.contains(id));
            item.id = free.unwrap_or(old);
            ids.insert(item.id.clone());
            self.count("ids taken twice");
        }
    }

    fn item(&mut self, item: &mut Item) {
        for text in [
            &mut item.title,
            &mut item.summary,
            &mut item.content_html,
            &mut item.content_text,
        ] {
            self.text(text.as_mut());
        }
        if let Some(title) = &mut item.title {
            let clean = crate::desk::one_line(title).0;
            if clean != *title {
                *title = clean;
                self.count("headlines on several lines or with invisible characters");
            }
        }
        item.authors
            .iter_mut()
            .for_each(|author| self.text(Some(&mut author.name)));
        item.tags.iter_mut().for_each(|tag| self.text(Some(tag)));
        self.tag(&mut item.language);
        self.date(item);
        if let Some(extension) = &mut item.extension {
            self.text(extension.note.as_mut());
        }
        if item.content_html.is_none() && item.content_text.is_none() {
            // JSON Feed wants a body in every item.
            item.content_text = Some(String::new());
            self.count("missing bodies");
        }
    }

    fn text(&mut self, text: Option<&mut String>) {
        if let Some(text) = text
            && let Some((mended, _)) = mojibake::mend(text)
        {
            *text = mended;
            self.count("wrongly decoded texts");
        }
    }

    fn tag(&mut self, tag: &mut Option<String>) {
        if let Some(tag) = tag
            && tag.contains('_')
            && crate::feeds::is_language(&tag.replace('_', "-"))
        {
            *tag = tag.replace('_', "-");
            self.count("language tags");
        }
    }

    /// Dates in a spelling that leaves no doubt. One that may be two stays.
    fn date(&mut self, item: &mut Item) {
        let sure = |text: &str| {
            Edtf::parse_loose(text)
                .or_else(|| dates::read(text).date.filter(|_| dates::is_sure(text)))
        };
        if let Some(text) = &item.date_published
            && Edtf::parse(text).is_none()
            && let Some(date) = sure(text)
        {
            let (published, edtf) = feed::dates(Some(&date));
            item.date_published = published;
            if let Some(edtf) = edtf {
                item.extension
                    .get_or_insert_default()
                    .date
                    .get_or_insert(edtf);
            }
            self.count("dates");
        }
        if let Some(extension) = &mut item.extension
            && let Some(text) = &extension.date
            && Edtf::parse(text).is_none()
            && let Some(date) = sure(text)
        {
            extension.date = Some(date.source().to_owned());
            self.count("dates");
        }
    }
}
