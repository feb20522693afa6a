//! What programs that keep references find: files beside each article, and tags
//! in its page.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::scratch::{SMALL, Scratch};
use crate::xml::values;

/// An item as Zotero keeps it: fields by its own names, authors, and tags.
#[derive(Debug, Default, PartialEq)]
struct Item {
    kind: String,
    fields: BTreeMap<&'static str, String>,
    authors: Vec<String>,
    tags: Vec<String>,
}

/// Reads a page as Zotero's translator *Embedded Metadata* does, which hands what
/// has a known prefix to its translator *RDF*. Written from the rules, as they
/// stand in `zotero/translators`, August 2026:
///
/// - tags with a known prefix (`dc.`, `prism.`, `og:`, `article:`) are statements;
///   the type is that of `dc.type` when it is one of Zotero's own item types;
/// - `citation_journal_title` makes a journal article of anything, a bare
///   `citation_title` of what has no type;
/// - Highwire's tags (`citation_…`) go before all others, `citation_date` before
///   `citation_publication_date`;
/// - each `citation_author` is one author, unless it has a semicolon, or a comma
///   with several words on either side;
/// - keywords are parted at semicolons; the abstract is the description when no tag
///   gives one; the address is `citation_public_url`, then `og:url`, then the page's;
/// - the periodical's name is taken off the end of a title.
fn read_by_zotero(page: &str, address: &str) -> Item {
    let tags = metas(page);
    let all = |name: &str| -> Vec<String> {
        let found = tags.iter().filter(|(held, _)| held == name);
        found.map(|(_, content)| content.clone()).collect()
    };
    let first = |names: &[&str]| names.iter().find_map(|name| all(name).into_iter().next());
    let mut item = Item::default();
    let kinds = [
        "magazineArticle",
        "journalArticle",
        "newspaperArticle",
        "webpage",
    ];
    let stated = first(&["dc.type"]).filter(|kind| kinds.contains(&kind.as_str()));
    item.kind = match (
        stated,
        first(&["citation_journal_title"]),
        first(&["citation_title"]),
    ) {
        (_, Some(_), _) => "journalArticle".to_owned(),
        (Some(kind), ..) => kind,
        (None, None, Some(_)) => "journalArticle".to_owned(),
        _ => "webpage".to_owned(),
    };
    let mut put = |name: &'static str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            item.fields.insert(name, value.trim().to_owned());
        }
    };
    let periodical = first(&["citation_journal_title", "prism.publicationName"]);
    let title = first(&["citation_title", "dc.title", "og:title"]).map(|title| {
        let name = periodical.clone().unwrap_or_default();
        match title.trim_end().strip_suffix(&name) {
            Some(rest)
                if !name.is_empty()
                    && rest.trim_end().ends_with(|c: char| !c.is_alphanumeric()) =>
            {
                rest.trim_end_matches(|c: char| !c.is_alphanumeric())
                    .to_owned()
            }
            _ => title,
        }
    });
    put("title", title);
    put("publicationTitle", periodical);
    put(
        "date",
        first(&[
            "citation_date",
            "citation_publication_date",
            "article:published_time",
        ]),
    );
    put(
        "language",
        first(&["citation_language", "dc.language", "og:locale"]),
    );
    put(
        "abstractNote",
        first(&[
            "citation_abstract",
            "dc.description",
            "og:description",
            "description",
        ]),
    );
    put(
        "url",
        first(&["citation_public_url", "og:url"]).or_else(|| Some(address.to_owned())),
    );
    for author in all("citation_author") {
        let parts: Vec<&str> = author.split(';').map(str::trim).collect();
        let by_comma: Vec<&str> = author.split(',').map(str::trim).collect();
        let several = by_comma.len() > 1 && by_comma[..2].iter().all(|part| part.contains(' '));
        let parts = if parts.len() == 1 && several {
            by_comma
        } else {
            parts
        };
        item.authors.extend(parts.into_iter().map(str::to_owned));
    }
    for keywords in all("citation_keywords") {
        item.tags
            .extend(keywords.split(';').map(|tag| tag.trim().to_owned()));
    }
    item
}

/// Names and contents of a page's `<meta>` tags.
fn metas(page: &str) -> Vec<(String, String)> {
    let (head, _) = page.split_once("</head>").unwrap();
    let text = |escaped: &str| {
        let mut text = escaped.to_owned();
        for (entity, letter) in [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#39;", "'"),
            ("&amp;", "&"),
        ] {
            text = text.replace(entity, letter);
        }
        text
    };
    head.split("<meta ")
        .skip(1)
        .filter_map(|rest| {
            let tag = format!(" {}", rest.split_once('>')?.0);
            let name = values(&tag, "name")
                .into_iter()
                .chain(values(&tag, "property"))
                .next()?;
            Some((text(name), text(values(&tag, "content").first()?)))
        })
        .collect()
}

fn page(scratch: &Scratch, slug: &str) -> String {
    scratch.read(&format!("out/articles/{slug}/index.html"))
}

#[test]
fn zotero_gets_a_magazine_article_with_all_its_fields() {
    let scratch = Scratch::new();
    assert_eq!(
        scratch.build(SMALL, &["--base-url", "https://example.org/our-say/"]),
        0
    );
    let address = "https://example.org/our-say/articles/blood-on-new-labours-hands/";
    let item = read_by_zotero(
        &page(&scratch, "blood-on-new-labours-hands"),
        "https://elsewhere/",
    );
    let wanted = Item {
        kind: "magazineArticle".to_owned(),
        fields: BTreeMap::from([
            ("title", "Blood on New Labour’s hands".to_owned()),
            ("publicationTitle", "Our \"Say\" <& others>".to_owned()),
            ("date", "2003-03-07".to_owned()),
            ("language", "en-GB".to_owned()),
            ("url", address.to_owned()),
            (
                "abstractNote",
                "First paragraph. Second </script><script>alert(1)</script>.".to_owned(),
            ),
        ]),
        authors: vec![
            "Movement for a Socialist Future".to_owned(),
            "A. N. Other".to_owned(),
        ],
        tags: vec!["Iraq war".to_owned(), "New \"Labour\"".to_owned()],
    };
    assert_eq!(item, wanted);
}

#[test]
fn zotero_is_told_no_day_that_nobody_stated() {
    let scratch = Scratch::new();
    let archive = SMALL.replace("2005-07~", "2005-07-07");
    assert_eq!(scratch.build(&archive, &[]), 0);
    let address = "http://host/articles/supplied-b-date-b/";
    let slug = |id: &str| {
        let files = scratch.files("out");
        let found = files
            .iter()
            .find(|name| name.contains(id) && name.ends_with("index.html"));
        found.unwrap().split('/').nth(1).unwrap().to_owned()
    };
    let item = read_by_zotero(&page(&scratch, &slug("supplied")), address);
    assert_eq!(
        (item.kind.as_str(), item.fields["date"].as_str()),
        ("magazineArticle", "2005-07")
    );
    assert_eq!(item.fields["url"], address);
    let undated = read_by_zotero(&page(&scratch, &slug("undated")), address);
    assert_eq!(undated.kind, "magazineArticle");
    assert!(!undated.fields.contains_key("date"));
    // Other pages are no articles.
    assert_eq!(
        read_by_zotero(&scratch.read("out/index.html"), address).kind,
        "webpage"
    );
}

#[test]
fn every_article_has_its_three_files_and_links_to_them() {
    let scratch = Scratch::new();
    assert_eq!(
        scratch.build(SMALL, &["--base-url", "https://example.org/"]),
        0
    );
    let files = scratch.files("out");
    let pages = files
        .iter()
        .filter(|name| name.starts_with("articles/") && name.ends_with("index.html"));
    let mut keys = Vec::new();
    for page in pages {
        let folder = page.strip_suffix("index.html").unwrap();
        let html = scratch.read(&format!("out/{page}"));
        let links = values(&html, "href");
        for name in ["cite.bib", "cite.ris", "cite.json"] {
            assert!(files.contains(&format!("{folder}{name}")), "{folder}{name}");
            let linked = links.iter().filter(|href| href.ends_with(name)).count();
            assert_eq!(linked, 1, "{page}: {name}");
        }
        let csl: Value =
            serde_json::from_str(&scratch.read(&format!("out/{folder}cite.json"))).unwrap();
        let id = csl[0]["id"].as_str().unwrap().to_owned();
        assert!(
            scratch
                .read(&format!("out/{folder}cite.bib"))
                .starts_with(&format!("@article{{{id},\n"))
        );
        assert!(
            scratch
                .read(&format!("out/{folder}cite.ris"))
                .contains(&format!("\r\nID  - {id}\r\n"))
        );
        assert!(
            csl[0]["URL"]
                .as_str()
                .unwrap()
                .starts_with("https://example.org/articles/")
        );
        keys.push(id);
    }
    assert_eq!(keys.len(), 4);
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 4, "each has a key of its own");
}

#[test]
fn what_is_not_the_sources_is_said_so() {
    let scratch = Scratch::new();
    assert_eq!(scratch.build(SMALL, &[]), 0);
    let files = scratch.files("out");
    let file = |part: &str, name: &str| {
        let found = files
            .iter()
            .find(|file| file.contains(part) && file.ends_with(name));
        scratch.read(&format!("out/{}", found.unwrap()))
    };
    assert!(file("supplied", "cite.bib").contains(
        "annote       = {Only the headline survives here. Date supplied by the archivist.}"
    ));
    assert!(file("supplied", "cite.ris").contains("DA  - 2005/07//[c. July 2005]\r\n"));
    let csl: Value = serde_json::from_str(&file("supplied", "cite.json")).unwrap();
    assert_eq!(
        csl[0]["issued"],
        serde_json::json!({"date-parts": [[2005, 7]], "circa": true})
    );
    assert!(csl[0].get("URL").is_none(), "nobody said where it stands");
    assert!(!file("undated", "cite.bib").contains("year"));
}
