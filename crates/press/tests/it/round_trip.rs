//! What the press writes, imported again: the feeds and the pages give the
//! same articles back.

use archive::{Archive, Article, Edtf};

use crate::scratch::{SMALL, Scratch, made};

/// The newest articles a feed holds.
const IN_A_FEED: usize = 50;

/// An article with all that is to come back. White space in text is compared
/// loosely: feeds carry plain text, where a wide table and a blank line in a
/// listing cannot be told from paragraphs.
fn facts(archive: &Archive, article: &Article, in_feed: bool) -> Vec<(&'static str, String)> {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let topics = article
        .topics
        .iter()
        .map(|at| archive.topics[usize::from(*at)].label.clone());
    let mut facts = vec![
        ("headline", article.headline.text.clone()),
        (
            "date",
            article.date.as_ref().map_or("", Edtf::source).to_owned(),
        ),
        ("authors", article.authors.join("|")),
        ("topics", topics.collect::<Vec<_>>().join("|")),
        ("note", words(article.note.as_deref().unwrap_or_default())),
        ("text", words(&article.body.plain_text())),
        ("lost", (!article.body.survives()).to_string()),
        (
            "date supplied",
            (article.supplied.date && article.date.is_some()).to_string(),
        ),
        (
            "topics supplied",
            (article.supplied.topics && !article.topics.is_empty()).to_string(),
        ),
    ];
    if !in_feed {
        // A page has the very blocks.
        facts.push(("blocks", format!("{:?}", article.body.blocks().0)));
        facts.push(("lines", article.headline.lines.join("|")));
    }
    facts
}

fn all(archive: &Archive, in_feed: bool) -> Vec<Vec<(&'static str, String)>> {
    let most = if in_feed { IN_A_FEED } else { usize::MAX };
    let mut all: Vec<_> = archive
        .articles
        .iter()
        .take(most)
        .map(|article| facts(archive, article, in_feed))
        .collect();
    // Order among articles of one day is the file's; pages have none.
    all.sort();
    all
}

fn check(source: &str, more: &[&str]) {
    let scratch = Scratch::new();
    let code = scratch.build(source, more);
    assert!(code < 2);
    let wanted = archive::read(source.as_bytes()).archive.unwrap();
    for (from, kind, in_feed) in [
        ("out/feed.xml", None, true),
        ("out/feed.json", None, true),
        ("out/articles", None, false),
        ("out", Some("pages"), false),
        ("out", None, false),
    ] {
        let out = format!("{}.json", from.replace('/', "-"));
        let mut arguments = vec!["import", from, "-o", &out];
        arguments.extend(kind.iter().flat_map(|kind| ["--as", kind]));
        let output = scratch.backissue(&arguments);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.code().unwrap() < 2, "{from}: {said}");
        let reading = archive::read(scratch.read(&out).as_bytes());
        assert_eq!(reading.problems, [], "{from}");
        let found = reading.archive.unwrap();
        assert_eq!(found.title, wanted.title, "{from}");
        assert_eq!(found.language, wanted.language, "{from}");
        for (found, wanted) in all(&found, in_feed).iter().zip(&all(&wanted, in_feed)) {
            assert_eq!(found, wanted, "{from}");
        }
        assert_eq!(
            all(&found, in_feed).len(),
            all(&wanted, in_feed).len(),
            "{from}"
        );
        std::fs::remove_file(scratch.path(&out)).unwrap();
    }
}

#[test]
fn small() {
    check(SMALL, &[]);
    check(SMALL, &["--base-url", "https://example.org/a/"]);
}

#[test]
fn in_every_language_of_the_reader() {
    for language in ["ar", "de", "es", "fr", "ja"] {
        let source = SMALL.replace("\"en-GB\"", &format!("\"{language}\""));
        let noted =
            "03-07T00:00:00Z\", \"_archive\": { \"note\": \"N.\", \"supplied\": [\"tags\"] } }";
        let source = source.replace("03-07T00:00:00Z\" }", noted);
        assert!(source.contains(noted));
        check(&source, &[]);
    }
}

#[test]
fn our_say() {
    check(include_str!("../../../../articles.json"), &[]);
}

#[test]
fn made_up() {
    check(&made(120), &["--base-url", "https://example.org/"]);
}
