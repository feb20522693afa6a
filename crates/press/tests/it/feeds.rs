//! Feeds, sitemap and robots.txt, read back as others read them.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::scratch::{SMALL, Scratch, decoded};
use crate::xml::{elements, texts};

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

    // Where the folder will stand is not known: JSON Feed has no way to say so.
    scratch.build(SMALL, &[]);
    let feed: Value = serde_json::from_str(&scratch.read("out/feed.json")).unwrap();
    assert_eq!(
        (&feed["feed_url"], &feed["home_page_url"]),
        (&Value::Null, &Value::Null)
    );
    let items = feed["items"].as_array().unwrap();
    assert!(
        items
            .iter()
            .all(|item| item["url"] == Value::Null && item["title"].is_string())
    );
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
