//! What devices keep: the list and the worker in every folder, the manifest, and
//! taking it all back.

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::scratch::{SMALL, Scratch, made};

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Names and hashes of a folder's list, each compared with the file.
fn edition(scratch: &Scratch, folder: &str) -> BTreeMap<String, String> {
    let list = scratch.read(&format!("{folder}/edition.json"));
    assert!(
        scratch
            .read(&format!("{folder}/sw.js"))
            .contains(&hash(list.as_bytes()))
    );
    let list: Value = serde_json::from_str(&list).unwrap();
    let mut bytes = 0;
    let files = list["files"].as_array().unwrap();
    let files = files.iter().map(|file| {
        let name = file[0].as_str().unwrap();
        let content = std::fs::read(scratch.path(&format!("{folder}/{name}"))).unwrap();
        assert_eq!(file[1], content.len(), "{name}");
        assert_eq!(file[2], hash(&content), "{name}");
        bytes += content.len();
        (name.to_owned(), hash(&content))
    });
    let files = files.collect();
    assert_eq!(list["bytes"], bytes);
    files
}

#[test]
fn every_page_and_what_it_needs_is_listed() {
    let scratch = Scratch::new();
    scratch.write("shell/offline.js", "// Keeps.\n");
    scratch.build(SMALL, &[]);
    let listed = edition(&scratch, "out");
    let unlisted: Vec<String> = scratch
        .files("out")
        .into_iter()
        .filter(|name| !listed.contains_key(name) && !name.contains("/cite."))
        .collect();
    assert!(!listed.keys().any(|name| name.contains("/cite.")));
    // The social card is for other sites.
    let (card, unlisted) = unlisted.split_first().unwrap();
    assert!(card.starts_with("card-"), "{card}");
    assert_eq!(
        unlisted,
        ["edition.json", "robots.txt", "sitemap.xml", "sw.js"]
    );
    let offline = listed
        .keys()
        .find(|name| name.starts_with("offline-"))
        .unwrap();
    for page in ["index.html", "about/index.html", "404.html"] {
        let html = scratch.read(&format!("out/{page}"));
        assert!(
            html.contains(&format!("data-offline=\"{offline}\"")),
            "{page}"
        );
    }
    // Another archive in the same folder is another edition, with the same reader.
    scratch.write("archive.json", made(2));
    scratch.backissue(&["build", "archive.json", "--shell", "out", "-o", "out"]);
    let next = edition(&scratch, "out");
    assert_eq!(next.get(offline), listed.get(offline));
    assert_ne!(next["index.html"], listed["index.html"]);
}

#[test]
fn it_can_be_taken_back_and_given_again() {
    let scratch = Scratch::new();
    scratch.write("shell/offline.js", "// Keeps.\n");
    scratch.build(SMALL, &["--no-offline"]);
    assert!(scratch.read("out/sw.js").contains("unregister"));
    let files = scratch.files("out");
    assert!(!files.iter().any(|name| name == "edition.json"));
    for name in files.iter().filter(|name| name.ends_with(".html")) {
        let page = scratch.read(&format!("out/{name}"));
        assert!(page.contains(" data-offline-no"), "{name}");
    }
    scratch.backissue(&["build", "archive.json", "--shell", "out", "-o", "out"]);
    let page = scratch.read("out/index.html");
    assert!(page.contains("data-offline=") && !page.contains("data-offline-no"));
    edition(&scratch, "out");
}

#[test]
fn the_manifest_is_the_archives_own() {
    let scratch = Scratch::new();
    for icon in ["icon-192.png", "icon-512.png", "icon-maskable-512.png"] {
        scratch.write(&format!("shell/{icon}"), "png");
    }
    for (options, id) in [
        (&[][..], "/backissue-"),
        (&["--base-url", "https://example.org/our-say/"], "/our-say/"),
    ] {
        scratch.build(SMALL, options);
        let manifest: Value =
            serde_json::from_str(&scratch.read("out/manifest.webmanifest")).unwrap();
        assert!(manifest["id"].as_str().unwrap().starts_with(id));
        assert_eq!(manifest["name"], "Our \"Say\" <& others>");
        assert_eq!(manifest["start_url"], "./");
        assert_eq!(manifest["scope"], "./");
        let icons = manifest["icons"].as_array().unwrap();
        assert_eq!(icons.len(), 4);
        assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
        for icon in icons {
            let file = icon["src"].as_str().unwrap();
            assert!(scratch.path(&format!("out/{file}")).is_file(), "{file}");
        }
        let page = scratch.read("out/index.html");
        assert!(page.contains("<link rel=\"manifest\" href=\"manifest.webmanifest\">"));
        assert!(page.contains("<link rel=\"apple-touch-icon\""));
    }
}

#[test]
fn the_hosting_page_gives_the_policy_of_the_pages() {
    let scratch = Scratch::new();
    scratch.build(SMALL, &[]);
    let page = scratch.read("out/index.html");
    let (_, policy) = page
        .split_once("Content-Security-Policy\" content=\"")
        .unwrap();
    let (policy, _) = policy.split_once('"').unwrap();
    let hosting = include_str!("../../../../docs/hosting.md");
    assert_eq!(hosting.matches(policy).count(), 4);
}
