//! An article's body on its way: mended, read by the archive's own parser, its
//! addresses settled, and written from the tree.

use archive::Body;

use super::Desk;
use crate::entry::Entry;
use crate::problem::{Kind, Place, Severity};
use crate::{markup, mojibake};

impl Desk<'_> {
    /// The body as it will be shown, and hashes of the addresses it points to.
    pub(super) fn body(&mut self, place: &Place, entry: &mut Entry) -> (Body, Vec<u64>) {
        let body = std::mem::take(&mut entry.article.body);
        let (source, is_html) = match body {
            Body::Lost => return (Body::Lost, Vec::new()),
            Body::Text(text) => (text, false),
            Body::Html(html) => (html, true),
        };
        let source = match mojibake::mend(&source) {
            Some((mended, found)) => {
                self.log.note(
                    place.clone(),
                    Severity::Repaired,
                    Kind::Mojibake(found.count),
                );
                mended
            }
            None => source,
        };
        if !is_html {
            let body = if source.trim().is_empty() {
                Body::Lost
            } else {
                Body::Text(source)
            };
            return (body, Vec::new());
        }
        let (mut blocks, notices) = Body::Html(source).blocks();
        for notice in notices {
            self.log
                .note(place.clone(), Severity::Dropped, Kind::Body(notice.0));
        }
        let mut links = Vec::new();
        markup::addresses(&mut blocks, &mut |link, picture| {
            self.address(place, entry, link, picture, &mut links)
        });
        let html = markup::html(&blocks);
        let shows = html.contains("<img ") || !archive::plain_text(&blocks).trim().is_empty();
        (if shows { Body::Html(html) } else { Body::Lost }, links)
    }
}
