//! The finished folder: every page a file, every link leads to one, and
//! nothing ties it to a place.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::scratch::{SMALL, Scratch, made};
use crate::xml::{elements, texts, values};

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

/// The name of a file from its address.
fn decoded(address: &str) -> String {
    let decoded = percent_encoding::percent_decode_str(address).decode_utf8();
    decoded.unwrap().into_owned()
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
            .filter(|name| name.starts_with("articles/"))
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
            .filter(|name| name.starts_with("articles/"))
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
        .filter(|name| name.starts_with("articles/blood"))
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
        .find(|name| name.starts_with("articles/supplied"))
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
fn atom_is_valid() {
    let scratch = Scratch::new();
    for (more, base) in [
        (&[][..], ""),
        (
            &["--base-url", "https://example.org/a"][..],
            "https://example.org/a/",
        ),
    ] {
        scratch.build(SMALL, more);
        let elements = elements(&scratch.read("out/feed.xml"));
        // RFC 4287 4.1.1 and 4.1.2: exactly one of each, and an author for all.
        for (parent, count) in [("feed", 1), ("entry", 4)] {
            for name in ["id", "title", "updated"] {
                assert_eq!(
                    texts(&elements, parent, name).len(),
                    count,
                    "{parent} {name}"
                );
            }
        }
        assert_eq!(
            texts(&elements, "feed", "title"),
            ["Our \"Say\" <& others>"]
        );
        assert_eq!(
            texts(&elements, "author", "name").first(),
            Some(&"The Editors & Co")
        );
        let ids: BTreeSet<&str> = texts(&elements, "entry", "id").into_iter().collect();
        assert_eq!(ids.len(), 4);
        assert!(ids.contains("https://example.org/2"));
        assert!(ids.iter().all(|id| url::Url::parse(id).is_ok()));
        let updated = texts(&elements, "entry", "updated");
        assert!(
            updated
                .iter()
                .all(|at| at.len() == 20 && at.ends_with("T00:00:00Z")),
            "{updated:?}"
        );
        // The newest first, the undated at the beginning of the archive's period.
        assert_eq!(updated[0], "2005-07-01T00:00:00Z");
        assert_eq!(updated[3], "2001-01-01T00:00:00Z");
        assert_eq!(
            texts(&elements, "feed", "updated"),
            ["2005-07-01T00:00:00Z"]
        );
        assert_eq!(
            texts(&elements, "entry", "published"),
            ["2003-03-07T00:00:00Z"]
        );
        assert_eq!(texts(&elements, "entry", "summary"), ["A <summary>."]);
        for link in elements.iter().filter(|element| element.name == "link") {
            let href = link.attribute("href").unwrap();
            assert!(href.starts_with(base), "{href}");
        }
    }
}

#[test]
fn the_feed_is_a_json_feed() {
    let scratch = Scratch::new();
    scratch.build(SMALL, &["--base-url", "https://example.org/a/"]);
    let feed: Value = serde_json::from_str(&scratch.read("out/feed.json")).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], "https://example.org/a/feed.json");
    assert_eq!(feed["home_page_url"], "https://example.org/a/");
    assert_eq!(feed["expired"], true);
    let items = feed["items"].as_array().unwrap();
    assert_eq!(items.len(), 4);
    for item in items {
        assert!(item["id"].is_string() && item["content_text"].is_string());
        let url = item["url"].as_str().unwrap();
        let file = decoded(url.strip_prefix("https://example.org/a/").unwrap());
        assert!(scratch.path(&format!("out/{file}index.html")).is_file());
    }
    // It is an archive as well, without a problem.
    let reading = archive::read(scratch.read("out/feed.json").as_bytes());
    assert_eq!(reading.problems, []);
}

#[test]
fn sitemap_and_robots() {
    let scratch = Scratch::new();
    scratch.build(SMALL, &["--base-url", "https://example.org/a/"]);
    let elements = elements(&scratch.read("out/sitemap.xml"));
    let places = texts(&elements, "url", "loc");
    assert_eq!(places.len(), 6);
    for place in places {
        let file = decoded(place.strip_prefix("https://example.org/a/").unwrap());
        assert!(
            scratch.path(&format!("out/{file}index.html")).is_file(),
            "{place}"
        );
    }
    assert!(
        scratch
            .read("out/robots.txt")
            .contains("Sitemap: https://example.org/a/sitemap.xml\n")
    );
    scratch.build(SMALL, &[]);
    assert!(!scratch.read("out/robots.txt").contains("Sitemap"));
}

#[test]
fn the_paper_is_the_style_sheets() {
    // The browser's frame takes its colour from the page's head.
    let style = include_str!("../../../../style.css");
    for colour in ["#fbf9f5", "#151412"] {
        assert!(style.contains(&format!("--paper: {colour}")), "{colour}");
    }
}
