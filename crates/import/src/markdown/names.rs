//! What the name of a file says of an article: a date, a title, an address.

use archive::Edtf;

use crate::address::{folder_of, stem_of};
use crate::desk::Page;
use crate::feeds::web;
use crate::front_matter::{Field, field};
use crate::site::{Generator, Site};

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

pub(super) fn spoken_of(folder: &str) -> String {
    spoken(of_name(folder.rsplit('/').next().unwrap_or(folder)).1)
}

/// The path without what does not tell articles apart.
pub(super) fn id(path: &str, site: Option<&Site>) -> String {
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

/// Names by which other files may link to this one, and its own address.
pub(super) fn known_as(
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
