//! When a page was published: dates in its data, in marked elements, in a
//! line, in its address.

use super::data::Data;
use super::dom::{Dom, Id};
use super::lines::{LONGEST_LINE, plain};
use super::names;
use crate::dates;

#[rustfmt::skip]
const DATES: &[&str] = &[
    "article:published_time", "og:article:published_time", "citation_publication_date",
    "citation_date", "citation_online_date", "dcterms.issued", "dc.date.issued", "dc.date",
    "dcterms.date", "dcterms.created", "dc.date.created", "datepublished", "parsely-pub-date",
    "sailthru.date", "pubdate", "publish-date", "publish_date", "publication_date", "date",
    "displaydate", "originalpublicationdate", "article.published", "ptime", "og:published_time",
    "article_date_original", "created", "rnews:datepublished",
];

pub(super) fn date(dom: &Dom, data: &Data<'_>, headline: Option<Id>) -> Option<String> {
    let good = |text: &str| dates::read(text).date.is_some();
    let linked = ["datePublished", "temporal", "dateCreated"]
        .iter()
        .find_map(|name| data.linked(name)?.as_str());
    let meta = DATES
        .iter()
        .find_map(|name| data.all(name).find(|text| good(text)));
    if let Some(date) = linked.filter(|date| good(date)).or(meta) {
        return Some(date.to_owned());
    }
    let marked = |id: &Id| {
        let prop = dom
            .attribute(*id, "itemprop")
            .is_some_and(|prop| prop.contains("datePublished"));
        prop || dom.attribute(*id, "pubdate").is_some()
    };
    let value = |id: Id| {
        let own = dom
            .attribute(id, "datetime")
            .or_else(|| dom.attribute(id, "content"))
            .map(str::to_owned);
        own.or_else(|| dom.line(id, LONGEST_LINE))
            .filter(|text| text.len() < LONGEST_LINE && good(text))
    };
    let all = || dom.inside(dom.top()).filter(|id| !dom.is_text(*id));
    // The nearest to the headline is the article's own; others are of other
    // articles in a list beside it.
    let distance = |id: &Id| headline.map_or(0, |at| at.abs_diff(*id));
    if let Some(date) = all()
        .filter(marked)
        .filter_map(|id| Some((distance(&id), value(id)?)))
        .min_by_key(|(distance, _)| *distance)
    {
        return Some(date.1);
    }
    let is_time = |id: &Id| {
        let class = dom.attribute(*id, "class").unwrap_or_default();
        dom.tag(*id) == "time"
            || class
                .split_whitespace()
                .any(|class| class == "dt-published")
    };
    if let Some(date) = all()
        .filter(is_time)
        .filter_map(|id| Some((distance(&id), value(id)?)))
        .min_by_key(|(distance, _)| *distance)
    {
        return Some(date.1);
    }
    let named = |id: &Id| {
        let names = [dom.attribute(*id, "class"), dom.attribute(*id, "id")];
        let mut named = false;
        for name in names.into_iter().flatten() {
            names::words(name, &mut |word| named |= NAMED.contains(&word));
        }
        named
    };
    all()
        .filter(named)
        .filter(|id| !matches!(dom.tag(*id), "html" | "body" | "article"))
        .filter_map(|id| Some((distance(&id), in_line(&dom.line(id, LONGEST_LINE)?)?)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, date)| date)
}

/// Words in the names of elements with a date.
const NAMED: &[&str] = &[
    "date",
    "published",
    "dateline",
    "timestamp",
    "posted",
    "pubdate",
    "postdate",
    "entrydate",
    "articledate",
    "datetime",
    "dateposted",
    "datum",
    "fecha",
    "created",
];

/// The date in a short line that may say more.
#[must_use]
pub fn in_line(line: &str) -> Option<String> {
    let line = plain(line);
    if line.len() > LONGEST_LINE || !line.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let small = line.to_lowercase();
    // Since when somebody is a member is no date of what they wrote, nor is that
    // of the last change.
    let says = |words: &[&str]| words.iter().any(|word| small.contains(word));
    let changed = says(&["updated", "modified"]) && !says(&["published", "posted"]);
    if changed || says(&["joined", "registered", "member since"]) {
        return None;
    }
    let start = [
        "published on ",
        "published: ",
        "published ",
        "posted on ",
        "posted ",
        "date: ",
        "on ",
        "first published ",
        "datum: ",
        "veröffentlicht am ",
        "publié le ",
        "publicado el ",
    ];
    let cut = start
        .iter()
        .filter_map(|word| small.find(word).map(|at| at + word.len()))
        .max();
    let rest = cut.and_then(|at| line.get(at..)).unwrap_or(&line);
    let parts = std::iter::once(rest).chain(
        rest.split(['|', '•', '·', '—', '–', '(', ')', '/'])
            .map(str::trim),
    );
    let mut candidates: Vec<String> = parts.map(str::to_owned).collect();
    // A few words that hold a year, with those before it.
    let words: Vec<&str> = line.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let year: String = word.chars().filter(char::is_ascii_digit).collect();
        if year.len() == 4
            && (year.starts_with("19") || year.starts_with("20") || year.starts_with("18"))
        {
            candidates.push(words[at.saturating_sub(2)..=at].join(" "));
            candidates.push(words[at.saturating_sub(1)..=at].join(" "));
        }
    }
    let day = |text: &String| {
        dates::read(text)
            .date
            .is_some_and(|date| date.precision() >= archive::Precision::Month)
    };
    candidates.into_iter().find(day)
}

/// The date in an address: `/2003/03/07/`, `/2003/03/`, `2003-03-07`.
#[must_use]
pub fn in_address(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split('/').collect();
    let number = |text: &&str, digits: usize| {
        text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    for at in 0..parts.len() {
        let year =
            number(&parts[at], 4) && (parts[at].starts_with("19") || parts[at].starts_with("20"));
        if !year {
            let (date, _) = crate::markdown::of_name(parts[at]);
            if let Some(date) = date {
                return Some(date.source().to_owned());
            }
            continue;
        }
        let month = parts.get(at + 1).filter(|part| number(part, 2));
        let day = parts.get(at + 2).filter(|part| number(part, 2));
        let date = match (month, day) {
            (Some(month), Some(day)) => format!("{}-{month}-{day}", parts[at]),
            (Some(month), None) => format!("{}-{month}", parts[at]),
            _ => continue,
        };
        if dates::read(&date).date.is_some() {
            return Some(date);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::byline::of_line;
    use super::*;

    #[test]
    fn lines_with_dates_and_names() {
        for (line, date, names) in [
            ("By Ann Miller and Bob Smith", None, "Ann Miller|Bob Smith"),
            (
                "By Ann Miller | 7 March 2003",
                Some("7 March 2003"),
                "Ann Miller",
            ),
            ("Posted on March 7, 2003 by Ann", Some("March 7, 2003"), ""),
            (
                "Friday 7 March 2003 10.15",
                Some("Friday 7 March 2003 10.15"),
                "",
            ),
            (
                "Von Anna Müller, 7. März 2003",
                Some("7. März 2003"),
                "Anna Müller",
            ),
            ("Chapter 12 of 2003 things", None, ""),
        ] {
            let found = in_line(line);
            let read = |text: &str| dates::read(text).date.map(|date| date.source().to_owned());
            assert_eq!(
                found.as_deref().and_then(read),
                date.and_then(read),
                "{line} {found:?}"
            );
            assert_eq!(of_line(line, false).join("|"), names, "{line}");
        }
    }

    #[test]
    fn dates_in_addresses() {
        for (address, wanted) in [
            ("a/2003/03/07/x", Some("2003-03-07")),
            ("a/2003/03/x", Some("2003-03")),
            ("a/2003-03-07-x.html", Some("2003-03-07")),
            ("a/1234/56/x", None),
            ("x", None),
        ] {
            assert_eq!(in_address(address).as_deref(), wanted, "{address}");
        }
    }
}
