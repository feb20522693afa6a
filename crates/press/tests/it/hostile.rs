//! Every payload of `tests/fixtures/hostile` in every field of an archive, pressed:
//! the pages hold what the reader's own components hold and nothing else, feeds are
//! sound, and words that are seen are seen.

use archive::{Body, read};
use press::folder::Folder;
use press::site::{self, Options};
use serde_json::{Value, json};

use crate::inert;
use crate::payloads::{self, Payload};
use crate::scratch::Scratch;
use crate::xml;

/// So many are in an archive with each other; feeds hold no more.
const TOGETHER: usize = 50;

/// An article that has a payload wherever it can have anything.
fn article(payload: &Payload) -> Value {
    let text = &payload.text;
    json!({
        "id": format!("{} {text}", payload.number),
        "url": text, "external_url": text, "image": text, "banner_image": text,
        "title": text,
        "summary": text,
        "content_html": format!("<p>first{n}</p>{text}<p>last{n}</p>", n = payload.number),
        "date_published": text,
        "authors": [{ "name": text, "url": text, "avatar": text }, { "name": text }],
        "tags": [text, format!("{text} too")],
        "language": text,
        "attachments": [{ "url": text, "mime_type": text }],
        "_archive": {
            "date": text, "note": text, "slug": text, "supplied": [text],
            "headline_lines": [text, text],
            "related": [{ "title": text, "url": text, "id": text }, { "id": text }, text],
        },
        text: text,
    })
}

/// So many share the fields of an archive: a headline's length of them.
const ON_TOP: usize = 10;

/// An archive that has payloads wherever it can have anything; in an address, the
/// first of them.
fn archive_of(payloads: &[Payload], items: &[Value]) -> String {
    let url = &payloads[0].text;
    let texts: Vec<&str> = payloads.iter().map(|payload| &*payload.text).collect();
    let text = &texts.join(" ");
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": text, "description": text, "user_comment": text, "icon": url, "favicon": url,
        "home_page_url": url, "feed_url": url, "next_url": url, "language": url,
        "authors": [{ "name": text, "url": url }],
        "hubs": [{ "type": text, "url": url }],
        "_archive": {
            "version": 1, "subtitle": text, "period": text, "provenance": text, "rights": text, "note": text,
            "topics": [text], "updates": { "text": text, "email": url, "body": text }, "supplied": [text],
        },
        text: text,
        "items": items,
    })
    .to_string()
}

/// What is left of a text when one looks for its letters only: white space and
/// what is not seen may change.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_graphic).collect()
}

/// Presses an archive and looks at every file of it.
fn press(scratch: &Scratch, json: &str) -> Vec<(String, inert::Seen)> {
    let reading = read(json.as_bytes());
    let archive = reading.archive.unwrap();
    site::write(
        &Folder::new(scratch.path("shell")),
        archive,
        &Options::default(),
    )
    .unwrap();
    let mut pages = Vec::new();
    for file in scratch.files("shell") {
        if file.ends_with(".html") {
            let seen = inert::look(&scratch.read(&format!("shell/{file}")));
            assert_eq!(seen.faults, [""; 0], "{file}");
            pages.push((file, seen));
        }
    }
    let feed = xml::elements(&scratch.read("shell/feed.xml"));
    for link in feed.iter().filter(|element| element.name == "link") {
        let href = link.attribute("href").unwrap();
        assert!(!href.contains(':'), "{href}");
    }
    xml::elements(&scratch.read("shell/sitemap.xml"));
    let feed: Value = serde_json::from_str(&scratch.read("shell/feed.json")).unwrap();
    for item in feed["items"].as_array().unwrap() {
        assert!(
            item.get("content_html").is_none(),
            "feeds pass no markup on"
        );
        let url = item["external_url"].as_str().unwrap_or("https:");
        assert!(
            url.starts_with("http:") || url.starts_with("https:"),
            "{url}"
        );
    }
    pages
}

#[test]
fn payloads_are_many_and_different() {
    let all = payloads::all();
    assert!(all.len() >= 400, "{}", all.len());
    let mut texts: Vec<&str> = all.iter().map(|payload| &*payload.text).collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), all.len());
}

#[test]
fn visible_words_survive_in_bodies() {
    let mut lost = Vec::new();
    for payload in payloads::all() {
        let body = Body::Html(format!("<p>first</p>{}<p>last</p>", payload.text));
        let seen = seen_words(&body);
        let missing: Vec<&String> = payload
            .words
            .iter()
            .filter(|word| !seen.contains(&***word))
            .collect();
        let last = !payload.ends || seen.contains("last");
        if !missing.is_empty() || !last || !seen.contains("first") {
            lost.push(format!(
                "{} {}: {:?} gives {seen:?}",
                payload.number, payload.class, payload.text
            ));
        }
    }
    assert!(
        lost.is_empty(),
        "{} lose words:\n{}",
        lost.len(),
        lost.join("\n")
    );
}

/// The words of a body, and those of its pictures.
fn seen_words(body: &Body) -> String {
    let tree = format!("{:?}", body.tree());
    let pictures = tree.split("alternative: \"").skip(1);
    let pictures = pictures.filter_map(|rest| rest.split("\" }").next());
    pictures.fold(body.plain_text(), |seen, words| seen + " " + words)
}

#[test]
fn articles_of_payloads_are_inert_pages() {
    let all = payloads::all();
    for together in all.chunks(TOGETHER) {
        let scratch = Scratch::new();
        let items: Vec<Value> = together.iter().map(article).collect();
        let pages = press(&scratch, &archive_of(&together[..1], &items));
        for payload in together {
            let first = format!("first{} ", payload.number);
            let page = pages
                .iter()
                .find(|(_, seen)| format!("{} ", seen.text).contains(&first));
            let Some((file, seen)) = page else {
                panic!("no page for {payload:?}");
            };
            // As a headline it is words from end to end.
            assert!(
                letters(&seen.text).contains(&letters(&payload.text)),
                "{file}: {payload:?}\n{}",
                seen.text
            );
        }
    }
}

#[test]
fn archives_of_payloads_are_inert_pages() {
    let scratch = Scratch::new();
    let one = [json!({ "id": "1", "title": "One" })];
    for payloads in payloads::all().chunks(ON_TOP) {
        let pages = press(&scratch, &archive_of(payloads, &one));
        let front = pages.iter().find(|(file, _)| file == "index.html");
        let said = letters(&front.unwrap().1.text);
        for payload in payloads {
            assert!(
                said.contains(&letters(&payload.text)),
                "{payload:?}\n{said}"
            );
        }
    }
}
