//! The finished folder: every page a file, every link leads to one, and
//! nothing ties it to a place.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::scratch::{SMALL, Scratch, decoded, made};
use crate::xml::{elements, values};

/// The address that a link leads to, relative to the top of the folder, when
/// it stays inside: resolved as a browser does, from the page and its base.
fn resolved(page: &str, base: &str, href: &str) -> Option<String> {
    if href.contains("://") || href.starts_with("mailto:") || href.starts_with('#') {
        return None;
    }
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let page = url::Url::parse(&format!("http://host/deep/{folder}/")).unwrap();
    let page = if folder.is_empty() {
        url::Url::parse("http://host/deep/").unwrap()
    } else {
        page
    };
    let url = page.join(base).unwrap().join(href).unwrap();
    let path = url
        .path()
        .strip_prefix("/deep/")
        .unwrap_or_else(|| panic!("{href} in {page} leaves the folder"));
    Some(decoded(path))
}

fn check_links(scratch: &Scratch) {
    let files: BTreeSet<String> = scratch.files("out").into_iter().collect();
    let pages: Vec<&String> = files
        .iter()
        .filter(|name| name.ends_with(".html"))
        .collect();
    assert!(!pages.is_empty());
    for page in pages {
        let html = scratch.read(&format!("out/{page}"));
        for absolute in ["href=\"/", "src=\"/", "href='/", "src='/"] {
            assert!(!html.contains(absolute), "{page} holds {absolute}");
        }
        if page == "404.html" {
            continue;
        }
        let bases = values(&html, "href");
        let base = bases
            .iter()
            .find(|href| href.chars().all(|c| "./".contains(c)))
            .unwrap();
        for href in values(&html, "href")
            .into_iter()
            .chain(values(&html, "src"))
        {
            if href == *base && base.starts_with("..") {
                continue;
            }
            if let Some(target) = resolved(page, base, href) {
                let file = if target.is_empty() || target.ends_with('/') {
                    format!("{target}index.html")
                } else {
                    target
                };
                assert!(
                    files.contains(&file),
                    "{page}: {href} leads to {file}, which is not there"
                );
            }
        }
    }
}

#[test]
fn a_small_archive() {
    let scratch = Scratch::new();
    assert_eq!(scratch.build(SMALL, &[]), 0);
    let files = scratch.files("out");
    let slugs: Vec<&str> = files
        .iter()
        .filter_map(|name| name.strip_prefix("articles/")?.strip_suffix("/index.html"))
        .collect();
    assert_eq!(slugs.len(), 4, "{slugs:?}");
    for name in [
        "index.html",
        "about/index.html",
        "404.html",
        "feed.json",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "articles.json",
        "icon.svg",
    ] {
        assert!(files.iter().any(|file| file == name), "{name} is missing");
    }
    // The start script is named by its content and nothing is left half done.
    assert!(
        files
            .iter()
            .any(|name| name.starts_with("start-") && name.ends_with(".js"))
    );
    assert!(
        !files
            .iter()
            .any(|name| name == "start.js" || name.ends_with(".unfinished"))
    );
    assert!(!files.iter().any(|name| name.starts_with("years/")));
    check_links(&scratch);
    for name in files.iter().filter(|name| name.ends_with(".html")) {
        let html = scratch.read(&format!("out/{name}"));
        assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
        assert_eq!(html.matches("<title>").count(), 1, "{name}");
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(html.contains("Content-Security-Policy"));
        assert!(html.contains("<div id=\"failure\""));
        assert!(!html.contains("<script>"), "{name} holds an inline script");
        assert!(!html.contains("rel=\"canonical\"") && !html.contains("og:url"));
    }
}

#[test]
fn a_large_archive_has_pages_by_year() {
    let scratch = Scratch::new();
    assert_eq!(scratch.build(&made(450), &[]), 0);
    let front = scratch.read("out/index.html");
    let links = values(&front, "href");
    let articles = links
        .iter()
        .filter(|href| href.starts_with("articles/"))
        .count();
    assert_eq!(articles, 200);
    assert!(links.contains(&"years/1986/"));
    assert!(
        scratch
            .read("out/years/1986/index.html")
            .contains("href=\"articles/")
    );
    assert_eq!(
        elements(&scratch.read("out/feed.xml"))
            .iter()
            .filter(|e| e.name == "entry")
            .count(),
        50
    );
    check_links(&scratch);
    // Every article is reached from a page by year.
    let mut reached = BTreeSet::new();
    for name in scratch
        .files("out")
        .iter()
        .filter(|name| name.starts_with("years/"))
    {
        let html = scratch.read(&format!("out/{name}"));
        let links = values(&html, "href")
            .into_iter()
            .filter(|href| href.starts_with("articles/"));
        reached.extend(links.map(str::to_owned));
    }
    assert_eq!(reached.len(), 450);
}

#[test]
fn the_same_archive_gives_the_same_bytes() {
    let (one, two) = (Scratch::new(), Scratch::new());
    one.build(SMALL, &[]);
    two.build(SMALL, &[]);
    // And so does a folder that has already been written once.
    two.build(SMALL, &[]);
    assert_eq!(one.files("out"), two.files("out"));
    for name in one.files("out") {
        let name = format!("out/{name}");
        assert_eq!(
            std::fs::read(one.path(&name)).unwrap(),
            std::fs::read(two.path(&name)).unwrap(),
            "{name}"
        );
    }
}

#[test]
fn a_finished_folder_is_a_shell() {
    let scratch = Scratch::new();
    scratch.build(SMALL, &[]);
    scratch.write("other.json", made(3));
    let output = scratch.backissue(&["build", "other.json", "--shell", "out", "-o", "second"]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let files = scratch.files("second");
    assert_eq!(
        files
            .iter()
            .filter(|name| name.starts_with("articles/") && name.ends_with("index.html"))
            .count(),
        3
    );
    assert!(
        scratch
            .read("second/index.html")
            .contains("The Made Chronicle")
    );
    // And the folder itself can be written again for another archive.
    scratch.write("archive.json", made(2));
    let output = scratch.backissue(&["build", "archive.json", "--shell", "second", "-o", "second"]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let files = scratch.files("second");
    assert_eq!(
        files
            .iter()
            .filter(|name| name.starts_with("articles/") && name.ends_with("index.html"))
            .count(),
        2
    );
}

#[test]
fn heads_say_what_is_known() {
    let scratch = Scratch::new();
    scratch.build(SMALL, &["--base-url", "https://example.org/our-say"]);
    let stated = scratch
        .files("out")
        .into_iter()
        .filter(|name| name.starts_with("articles/blood") && name.ends_with("index.html"))
        .find(|name| {
            scratch
                .read(&format!("out/{name}"))
                .contains("First paragraph")
        })
        .unwrap();
    let html = scratch.read(&format!("out/{stated}"));
    let address = stated.trim_end_matches("index.html");
    for tag in [
        format!("<link rel=\"canonical\" href=\"https://example.org/our-say/{address}\" data-page>"),
        format!("<meta property=\"og:url\" content=\"https://example.org/our-say/{address}\" data-page>"),
        format!("<meta name=\"citation_public_url\" content=\"https://example.org/our-say/{address}\" data-page>"),
        "<meta property=\"og:type\" content=\"article\" data-page>".to_owned(),
        "<meta property=\"article:published_time\" content=\"2003-03-07\" data-page>".to_owned(),
        "<meta name=\"dc.type\" content=\"magazineArticle\" data-page>".to_owned(),
        "<meta name=\"prism.publicationName\" content=\"Our &quot;Say&quot; &lt;&amp; others&gt;\" data-page>".to_owned(),
        "<meta name=\"citation_author\" content=\"A. N. Other\" data-page>".to_owned(),
        "<meta name=\"citation_publication_date\" content=\"2003-03-07\" data-page>".to_owned(),
    ] {
        assert!(html.contains(&tag), "{tag} is missing");
    }
    assert!(!html.contains("citation_journal_title"));
    let data = structured(&html);
    assert_eq!(data["@type"], "Article");
    assert_eq!(data["datePublished"], "2003-03-07");
    assert_eq!(data["isPartOf"]["name"], "Our \"Say\" <& others>");
    // A supplied date is never passed off as a day the source states.
    let supplied = scratch
        .files("out")
        .into_iter()
        .find(|name| name.starts_with("articles/supplied") && name.ends_with("index.html"))
        .unwrap();
    let html = scratch.read(&format!("out/{supplied}"));
    assert!(!html.contains("article:published_time"));
    let data = structured(&html);
    assert_eq!(data["datePublished"], Value::Null);
    assert_eq!(data["temporal"], "2005-07~");
    assert_eq!(
        structured(&scratch.read("out/index.html"))["@type"],
        "CollectionPage"
    );
    assert!(
        scratch
            .read("out/404.html")
            .contains("<base href=\"/our-say/\">")
    );
    assert!(scratch.read("out/404.html").contains("noindex"));
}

fn structured(html: &str) -> Value {
    let (_, rest) = html.split_once("application/ld+json\"").unwrap();
    let (_, rest) = rest.split_once('>').unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn the_paper_is_the_style_sheets() {
    // The browser's frame takes its colour from the page's head.
    let style = include_str!("../../../../style.css");
    for colour in ["#fbf9f5", "#151412"] {
        assert!(style.contains(&format!("--paper: {colour}")), "{colour}");
    }
}
