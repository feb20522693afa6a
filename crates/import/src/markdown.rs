//! Markdown with front matter, as Jekyll, Hugo, Zola and people without a
//! generator write it.
//!
//! What a file's name and front matter say is taken in all their dialects; the
//! text is CommonMark with tables and footnotes, made HTML and read as every
//! body is. Orders to the generator in the text (Liquid, shortcodes) are
//! carried out where that needs nothing but the text (`markdown/orders.rs`).

mod body;
mod fields;
mod names;
mod orders;

use archive::{Article, Headline};

use crate::address::{folder_of, stem_of};
use crate::desk::{Desk, Page};
use crate::entry::Entry;
use crate::front_matter::{self, Matter, text};
use crate::problem::{Kind, Severity, quoted};
use crate::site::{Generator, Site};
use body::body;
use fields::{authors, date, language, topics, unpublished};
use names::{id, known_as, spoken_of};
pub(crate) use names::{of_name, spoken};

/// Reads a file.
pub fn read(desk: &mut Desk<'_>, page: &Page, site: Option<&Site>) {
    let whole = page.as_str();
    let matter = front_matter::read(whole);
    if matter.is_none()
        && site.is_some_and(|site| site.generator == Generator::Jekyll)
        && !page.path.contains("_posts/")
    {
        // Jekyll copies a file without front matter as it is: it is no page.
        return;
    }
    let Matter {
        fields,
        end,
        problem,
    } = matter.unwrap_or_default();
    if let Some((at, kind)) = problem {
        desk.note(page, at, Severity::Repaired, kind);
    }
    let name = stem_of(&page.path);
    let is_section =
        matches!(name, "_index" | "index") && site.is_some() && whole[end..].trim().is_empty();
    if is_section {
        // A section's own settings; it has no words to lose.
        return;
    }
    let (day, slug) = of_name(name);
    let title = text(&fields, &["title", "headline"]);
    if let Some(what) = unpublished(page, &fields)
        && !desk.drafts
    {
        let title = title.unwrap_or_else(|| name.to_owned());
        return desk.pass(page, 0, Kind::Unpublished(what, quoted(&title)));
    }
    let folder = folder_of(&page.path).to_owned();
    let mut article = Article {
        id: id(&page.path, site),
        ..Article::default()
    };
    article.date = date(desk, page, &fields).or(day);
    article.authors = authors(&fields);
    article.summary = text(&fields, &["description", "summary", "excerpt", "subtitle"]);
    article.note = text(&fields, &["archivist_note", "note"]);
    article.language = language(desk, page, &fields, name);
    let (body, heading) = body(desk, page, &whole[end..], end, title.as_deref());
    let spoken = || {
        if name != "index" {
            spoken(slug)
        } else {
            spoken_of(&folder)
        }
    };
    article.headline = Headline {
        text: title.or(heading).unwrap_or_else(spoken),
        ..Headline::default()
    };
    article.body = body;
    let known_as = known_as(
        page,
        &fields,
        site,
        slug,
        article.date.as_ref(),
        &mut article.url,
    );
    let topics = topics(&fields);
    let lost = whole[end..].trim().is_empty();
    desk.take(
        &page.label,
        Entry {
            article,
            topics,
            known_as,
            folder,
            at: (1, 1),
            lost,
            ..Entry::default()
        },
    );
}
