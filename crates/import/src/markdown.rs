//! Markdown with front matter, as Jekyll, Hugo, Zola and people without a
//! generator write it.
//!
//! What a file's name and front matter say is taken in all their dialects; the
//! text is CommonMark with tables and footnotes, made HTML and read as every
//! body is. Orders to the generator in the text (Liquid, shortcodes) are
//! carried out where that needs nothing but the text (`markdown/orders.rs`).

mod orders;

use archive::{Article, Body, Edtf, Headline};
use pulldown_cmark::{Options, Parser, html};

use crate::address::{folder_of, stem_of};
use crate::dates;
use crate::desk::{Desk, Page};
use crate::entry::Entry;
use crate::feeds::{is_language, web};
use crate::front_matter::{self, Field, Matter, Value, field, text};
use crate::problem::{Kind, Severity, quoted};
use crate::site::{Generator, Site};

/// A parser of Markdown takes up to a hundred and fifty bytes for a byte (of
/// brackets or asterisks); longer texts are read in parts of this size.
const PART: usize = 256 << 10;

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

/// A date and the rest in a file's name: `2003-03-07-title`, `20030307_title`.
pub(crate) fn of_name(name: &str) -> (Option<Edtf>, &str) {
    let digits = |range: std::ops::Range<usize>| {
        name.get(range)
            .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let parted = name
        .as_bytes()
        .get(4)
        .filter(|byte| matches!(byte, b'-' | b'_' | b'.'));
    let (date, length) = match (parted, digits(0..4), digits(0..8)) {
        (Some(_), Some(year), _) => match (digits(5..7), digits(8..10)) {
            (Some(month), Some(day))
                if name
                    .as_bytes()
                    .get(7)
                    .is_some_and(|byte| b"-_.".contains(byte)) =>
            {
                (format!("{year}-{month}-{day}"), 10)
            }
            (Some(month), _)
                if name
                    .get(7..)
                    .is_none_or(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())) =>
            {
                (format!("{year}-{month}"), 7)
            }
            _ => return (None, name),
        },
        (None, _, Some(all)) => (format!("{}-{}-{}", &all[..4], &all[4..6], &all[6..]), 8),
        _ => return (None, name),
    };
    match Edtf::parse(&date) {
        Some(date) if date.earliest().year > 1000 => (
            Some(date),
            name[length..].trim_start_matches(['-', '_', '.', ' ']),
        ),
        _ => (None, name),
    }
}

/// A file's name as a headline: `fire-at-the-mill` is "Fire at the mill".
pub(crate) fn spoken(slug: &str) -> String {
    let words = slug.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn spoken_of(folder: &str) -> String {
    spoken(of_name(folder.rsplit('/').next().unwrap_or(folder)).1)
}

fn unpublished(page: &Page, fields: &[Field]) -> Option<&'static str> {
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

/// The path without what does not tell articles apart.
fn id(path: &str, site: Option<&Site>) -> String {
    let path = site.map_or_else(
        || {
            path.strip_suffix(&format!(".{}", path.rsplit('.').next().unwrap_or_default()))
                .unwrap_or(path)
        },
        |site| site.path(path),
    );
    let path = path.strip_suffix("/index").unwrap_or(path);
    path.replace("_posts/", "").replace("_drafts/", "")
}

fn date(desk: &mut Desk<'_>, page: &Page, fields: &[Field]) -> Option<Edtf> {
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

fn authors(fields: &[Field]) -> Vec<String> {
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

fn topics(fields: &[Field]) -> Vec<String> {
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

fn language(desk: &mut Desk<'_>, page: &Page, fields: &[Field], name: &str) -> Option<String> {
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

/// Names by which other files may link to this one, and its own address.
fn known_as(
    page: &Page,
    fields: &[Field],
    site: Option<&Site>,
    slug: &str,
    date: Option<&Edtf>,
    url: &mut Option<String>,
) -> Vec<String> {
    let mut names = vec![page.path.clone()];
    for name in [
        "permalink",
        "url",
        "path",
        "aliases",
        "redirect_from",
        "slug",
    ] {
        for value in field(fields, &[name])
            .map(|field| field.value.texts())
            .unwrap_or_default()
        {
            match web(&value) {
                Some(address) => {
                    url.get_or_insert_with(|| address.clone());
                    names.push(address);
                }
                None if name == "slug" => names.push(format!(
                    "{}/{value}",
                    site.map_or("", |site| folder_of(site.path(&page.path)))
                )),
                None => names.push(value),
            }
        }
    }
    let Some(site) = site else { return names };
    let path = site.path(&page.path);
    names.push(path.to_owned());
    if site.generator == Generator::Jekyll {
        // Jekyll's own pattern is /categories/2003/03/07/title.html.
        let own = of_name(stem_of(&page.path)).0;
        for day in date.iter().copied().chain(&own).map(Edtf::earliest) {
            let dated = format!("{:04}/{:02}/{:02}/{slug}", day.year, day.month, day.day);
            let categories = field(fields, &["categories", "category"])
                .map(|field| field.value.texts())
                .unwrap_or_default();
            names.push(format!("{}/{dated}", categories.join("/")));
            names.push(dated);
        }
    } else if slug.len() < path.rsplit('/').next().unwrap_or(path).len() {
        names.push(format!("{}/{slug}", folder_of(path)));
    }
    names
}

/// The text as a body, and its first heading when that is the headline.
fn body(
    desk: &mut Desk<'_>,
    page: &Page,
    source: &str,
    from: usize,
    title: Option<&str>,
) -> (Body, Option<String>) {
    let Some(parts) = parts(source) else {
        desk.note(page, from, Severity::Repaired, Kind::LongMarkdown);
        return (Body::Text(source.to_owned()), None);
    };
    let mut html = String::with_capacity(source.len() + source.len() / 2);
    for (at, part) in parts {
        html.push_str(&part_as_html(desk, page, part, from + at));
    }
    let (heading, rest) = first_heading(&html);
    match (title, heading) {
        (None, Some(heading)) => (Body::Html(rest.to_owned()), Some(heading)),
        (Some(title), Some(heading)) if alike(title, &heading) => {
            (Body::Html(rest.to_owned()), None)
        }
        _ => (Body::Html(html), None),
    }
}

/// The text in parts that end at a blank line outside of fenced code, nearly
/// always one; nothing when there is no such line where one is needed.
fn parts(source: &str) -> Option<Vec<(usize, &str)>> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut last, mut fenced) = (0, 0, None, false);
    for line in source.split_inclusive('\n') {
        let bare = line.trim();
        fenced ^= bare.starts_with("```") || bare.starts_with("~~~");
        if at + line.len() - start > PART {
            let end = last.take()?;
            parts.push((start, &source[start..end]));
            start = end;
        }
        at += line.len();
        if bare.is_empty() && !fenced {
            last = Some(at);
        }
    }
    (at - start <= PART).then(|| {
        parts.push((start, &source[start..]));
        parts
    })
}

fn part_as_html(desk: &mut Desk<'_>, page: &Page, source: &str, from: usize) -> String {
    let (source, unknown) = orders::carry_out(source);
    for (at, name) in unknown {
        desk.note(
            page,
            from + at,
            Severity::Dropped,
            Kind::Shortcode(quoted(&name)),
        );
    }
    let is_html = page.path.ends_with(".html") || page.path.ends_with(".htm");
    if is_html { source } else { to_html(&source) }
}

fn to_html(source: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut out = String::with_capacity(source.len() + source.len() / 2);
    html::push_html(&mut out, Parser::new_ext(source, options));
    out
}

/// A heading of the first level at the top, and what follows it.
fn first_heading(html: &str) -> (Option<String>, &str) {
    let start = html.trim_start();
    if !start.starts_with("<h1") {
        return (None, html);
    }
    let Some(end) = start.find("</h1>").map(|at| at + "</h1>".len()) else {
        return (None, html);
    };
    let words = Body::Html(start[..end].to_owned()).plain_text();
    (
        Some(words.trim().to_owned()).filter(|words| !words.is_empty()),
        &start[end..],
    )
}

fn alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    letters(one) == letters(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_dates() {
        for (name, date, rest) in [
            ("2003-03-07-fire", Some("2003-03-07"), "fire"),
            ("2003_03_07 fire", Some("2003-03-07"), "fire"),
            ("20030307-fire", Some("2003-03-07"), "fire"),
            ("2003-03-fire", Some("2003-03"), "fire"),
            ("2003-13-07-fire", None, "2003-13-07-fire"),
            ("fire", None, "fire"),
            ("1984", None, "1984"),
            ("0000-00-00-x", None, "0000-00-00-x"),
        ] {
            let found = of_name(name);
            assert_eq!(
                (found.0.as_ref().map(Edtf::source), found.1),
                (date, rest),
                "{name}"
            );
        }
        assert_eq!(spoken("fire-at_the-mill"), "Fire at the mill");
    }
}
