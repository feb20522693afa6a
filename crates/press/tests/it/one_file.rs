//! The archive as one file: whole, closed to the outside, and proof against what
//! an archive may hold.

use std::collections::BTreeMap;
use std::io::Read as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};

use crate::scratch::{SMALL, Scratch, made};
use crate::xml::values;

/// Presses an archive into one file and gives its text.
fn one_file(scratch: &Scratch, archive: &str) -> String {
    scratch.write("archive.json", archive);
    let output = scratch.backissue(&[
        "build",
        "archive.json",
        "--shell",
        "shell",
        "--single-file",
        "one.html",
    ]);
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    scratch.read("one.html")
}

/// What stands between the tags of each script or style, with its opening tag.
fn inside<'a>(html: &'a str, tag: &str) -> Vec<(&'a str, &'a str)> {
    let close = format!("</{tag}>");
    html.split(&format!("<{tag}"))
        .skip(1)
        .map(|rest| {
            let (open, rest) = rest.split_once('>').unwrap();
            (open, rest.split_once(&close).unwrap().0)
        })
        .collect()
}

/// The packed files by name, unpacked as `static/one-file.js` does it.
fn unpacked(html: &str) -> BTreeMap<String, Vec<u8>> {
    let scripts = inside(html, "script");
    let packed = scripts
        .iter()
        .find(|(open, _)| open.contains("id=\"pack\""));
    let (open, text) = packed.unwrap();
    let length: usize = values(open, "data-length")[0].parse().unwrap();
    // Five letters a number of 32 bits: ASCII from `#` on without `&`, `<` and `>`.
    let row: Vec<u8> = (b'#'..=b'z')
        .filter(|letter| !b"&<>".contains(letter))
        .collect();
    let digit = |letter: &u8| row.iter().position(|held| held == letter).unwrap();
    let numbers = text.as_bytes().chunks(5).map(|five| {
        five.iter()
            .fold(0, |number, letter| number * 85 + digit(letter))
    });
    let mut packed: Vec<u8> = numbers
        .flat_map(|number| u32::try_from(number).unwrap().to_be_bytes())
        .collect();
    packed.truncate(length);
    let mut bytes = Vec::new();
    GzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    let list: Vec<(String, usize)> = serde_json::from_slice(&bytes[..end]).unwrap();
    let mut rest = &bytes[end + 1..];
    let mut files = BTreeMap::new();
    for (name, length) in list {
        let (file, after) = rest.split_at(length);
        files.insert(name, file.to_vec());
        rest = after;
    }
    assert!(rest.is_empty());
    files
}

#[test]
fn holds_all_that_the_reader_asks_for() {
    let scratch = Scratch::new();
    let html = one_file(&scratch, SMALL);
    let files = unpacked(&html);
    assert_eq!(files["articles.json"], SMALL.as_bytes());
    assert_eq!(files["reader.wasm"], b"\0asm");
    let start = inside(&html, "script");
    let (start, _) = start
        .iter()
        .find(|(open, _)| open.contains("data-wasm"))
        .unwrap();
    let words = values(start, "data-words");
    let words: Vec<&str> = words[0].split(' ').collect();
    assert_eq!(words.len(), 6);
    for name in &words {
        assert!(files.contains_key(&format!("words/{name}.txt")), "{name}");
    }
    let cites = files.keys().filter(|name| name.contains("/cite."));
    assert_eq!(cites.count(), 4 * 3);
    // Nothing is wrong with the archive, and it is in English.
    assert_eq!(files.len(), 2 + words.len() + 4 * 3);
    assert!(start.contains("data-language=\"en\""));
}

#[test]
fn holds_words_about_problems_and_stemmers_where_they_are_wanted() {
    let scratch = Scratch::new();
    let html = one_file(
        &scratch,
        r#"{ "version": "https://jsonfeed.org/version/1.1", "title": "Le Journal", "language": "fr",
        "items": [{ "id": "1", "title": "Un", "content_text": "", "date_published": "soon" },
                  { "id": "2", "title": "Eins", "content_text": "", "language": "de" }] }"#,
    );
    let files = unpacked(&html);
    let problems = files.keys().filter(|name| name.contains("-problems-"));
    assert_eq!(problems.count(), 6);
    assert!(files.contains_key("stems/fr.bin") && files.contains_key("stems/de.bin"));
    assert!(!files.contains_key("stems/es.bin"));
}

#[test]
fn the_policy_names_what_stands_in_the_page_and_nothing_else() {
    let scratch = Scratch::new();
    let html = one_file(&scratch, SMALL);
    let policy = html
        .split("Content-Security-Policy\" content=\"")
        .nth(1)
        .unwrap();
    let policy = policy.split('"').next().unwrap();
    let mut hashes = 0;
    for (open, script) in inside(&html, "script") {
        if open.contains("type=\"module\"") {
            let hash = BASE64.encode(Sha256::digest(script));
            assert!(policy.contains(&format!("'sha256-{hash}'")), "{open}");
            hashes += 1;
        } else {
            assert!(open.contains("type=\"text/plain\""), "{open}");
        }
    }
    for (_, style) in inside(&html, "style") {
        let hash = BASE64.encode(Sha256::digest(style));
        assert!(policy.contains(&format!("style-src 'sha256-{hash}'")));
        hashes += 1;
    }
    assert_eq!(policy.matches("sha256-").count(), hashes);
    assert!(!policy.contains("'self'") && !policy.contains("unsafe-inline"));
    assert!(policy.contains("default-src 'none'") && policy.contains("trusted-types 'none'"));
}

#[test]
fn nothing_leads_to_a_file_beside_it() {
    let scratch = Scratch::new();
    for archive in [SMALL, &made(450)] {
        let html = one_file(&scratch, archive);
        let (page, _) = html.split_once("id=\"pack\"").unwrap();
        assert!(!page.contains("src=\"") && !page.contains("<base") && !page.contains("@import"));
        let ids = values(page, "id");
        for href in values(page, "href") {
            let outside = ["https://", "http://", "mailto:", "data:"];
            if outside.iter().any(|scheme| href.starts_with(scheme)) {
                continue;
            }
            let part = href.strip_prefix('#').unwrap_or_else(|| panic!("{href}"));
            let part = crate::scratch::decoded(part);
            // The front page, asked otherwise or not, and parts of pages.
            let of_reader = part.is_empty() || part.starts_with('?') || part.contains('#');
            assert!(
                of_reader || part == "articles.json" || ids.contains(&part.as_str()),
                "{href}"
            );
        }
        for id in &ids {
            assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id}");
        }
    }
}

#[test]
fn what_an_archive_says_is_text() {
    let scratch = Scratch::new();
    let html = one_file(&scratch, SMALL);
    assert!(!html.contains("<script>alert"));
    assert!(html.contains("Second &lt;/script&gt;"));
    assert_eq!(inside(&html, "script").len(), 4);
}

#[test]
fn the_same_archive_gives_the_same_bytes_and_goes_beside_a_folder() {
    let scratch = Scratch::new();
    let one = one_file(&scratch, SMALL);
    assert_eq!(scratch.build(SMALL, &["--single-file", "again.html"]), 0);
    assert_eq!(scratch.read("again.html"), one);
    // A finished folder is a shell too.
    let from_folder = [
        "build",
        "archive.json",
        "--shell",
        "out",
        "--single-file",
        "third.html",
    ];
    assert_eq!(scratch.backissue(&from_folder).status.code(), Some(0));
    assert_eq!(scratch.read("third.html"), one);
}

#[test]
fn pictures_and_files_beside_the_archive_come_along() {
    let scratch = Scratch::new();
    scratch.write("media/a b.png", "picture");
    scratch.write("media/c.pdf", "paper");
    scratch.write("media/unused.png", "unused");
    let html = one_file(
        &scratch,
        r#"{ "version": "https://jsonfeed.org/version/1.1", "title": "T", "language": "en",
        "items": [{ "id": "1", "title": "One", "content_html":
        "<p>See <img src='media/a%20b.png' alt='A'> <a href='./media/c.pdf?x'>c</a> <a href='../archive.json'>no</a> <img src='media/gone.png' alt='B'></p>" }] }"#,
    );
    let files = unpacked(&html);
    assert_eq!(files["media/a b.png"], b"picture");
    assert_eq!(files["media/c.pdf"], b"paper");
    assert!(
        !files
            .keys()
            .any(|name| name.contains("unused") || name.contains(".."))
    );
    let (page, _) = html.split_once("id=\"pack\"").unwrap();
    assert!(page.contains("data-src=\"media/a%20b.png\"") && !page.contains(" src=\""));
    assert!(page.contains("href=\"#media/c.pdf?x\""));
}
