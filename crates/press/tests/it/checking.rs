//! `backissue check` and `--fix`, and `backissue import` as a command.

use std::fs;

use serde_json::Value;

use crate::scratch::{SMALL, Scratch};

/// An archive with one of everything that can be found, and its head.
fn archive(head: &str, items: &str) -> String {
    format!(
        "{{\n\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\", {head}\n\"items\": [\n{items}\n] }}"
    )
}

fn check(items: &str, wanted: &[&str]) {
    let scratch = Scratch::new();
    scratch.write(
        "a.json",
        archive(
            "\"_archive\": {\"version\": 1, \"period\": \"2001/2005\"},",
            items,
        ),
    );
    scratch.write("media/there.png", "x");
    let output = scratch.backissue(&["check", "a.json"]);
    let text = String::from_utf8(output.stdout).unwrap();
    for one in wanted {
        assert!(text.contains(one), "{one}\n{text}");
    }
    assert_eq!(
        output.status.code(),
        Some(i32::from(!wanted.is_empty())),
        "{text}"
    );
    let lines = text
        .lines()
        .filter(|line| {
            line.contains(": note: ") || line.contains(": warning: ") || line.contains(": error: ")
        })
        .count();
    assert_eq!(lines, wanted.len(), "{text}");
}

#[test]
fn what_looks_wrong_is_told_with_its_place() {
    check(
        r#"{ "id": "1", "title": "One", "content_text": "Words." }"#,
        &[],
    );
    check(
        r#"{ "id": "1", "title": "One", "content_html": "<p><a href='articles/one/'>a</a> <img src='media/there.png'> <a href='about/'>b</a></p>" }"#,
        &[],
    );
    for (item, wanted) in [
        (
            r#"{ "id": "1", "title": "One", "content_text": "itâ€™s" }"#,
            "a.json:4:46: note: 1 character seemingly decoded wrongly",
        ),
        (
            r#"{ "id": "1", "title": "One", "content_html": "<p><a href='articles/two/'>a</a>" }"#,
            "a.json:4:46: note: The link to “articles/two/” leads to no article",
        ),
        (
            r#"{ "id": "1", "title": "One", "content_html": "<p>x<img src='media/gone.png'>" }"#,
            "The file “media/gone.png” is not beside",
        ),
        (
            r#"{ "id": "1", "title": "One", "content_html": "<p>x<a href='../up.html'>y</a>" }"#,
            "leads out of the archive’s folder",
        ),
        (
            r#"{ "id": "1", "title": "One", "content_html": "<p> </p>" }"#,
            "holds mark-up and no word",
        ),
        (
            r#"{ "id": "1", "title": "One", "content_html": "<p>x</p><script>y</script>" }"#,
            "A script was left out",
        ),
        (
            r#"{ "id": "1", "title": "One", "content_text": "x", "_archive": {"dat": "2003"} }"#,
            "a.json:4:71: note: Nothing is known of a member “dat”",
        ),
        (
            r#"{ "id": "1", "title": "One", "content_text": "x", "date_published": "2013-01-01T00:00:00Z" }"#,
            "The date 2013-01-01 is outside the time",
        ),
        (
            r#"{ "id": "1", "title": "One", "content_text": "x" }, { "id": "2", "title": "One", "content_text": "x" }"#,
            "is the same as “1”",
        ),
    ] {
        check(item, &[wanted]);
    }
}

#[test]
fn what_is_safe_to_mend_is_mended() {
    let scratch = Scratch::new();
    let items = r#"{ "id": "1", "title": "Itâ€™s\nhere", "content_text": "x", "date_published": "March 7, 2003", "mine": [1] },
{ "id": "1", "title": "Two", "language": "en_GB", "content_text": "dÃ©jÃ  dÃ©" },
{ "title": "Three", "date_published": "03/04/2003" }"#;
    scratch.write("a.json", archive("\"mine\": {\"b\": 2},", items));
    let before = scratch.read("a.json");
    let output = scratch.backissue(&["check", "--fix", "a.json"]);
    let said = String::from_utf8(output.stdout).unwrap();
    // What may be two dates is for the archivist.
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("mended: ") && said.contains("03/04/2003"),
        "{said}"
    );
    assert_eq!(scratch.read("a.json.before-fix"), before);
    let mended: Value = serde_json::from_str(&scratch.read("a.json")).unwrap();
    assert_eq!(mended["mine"]["b"], 2);
    let items = mended["items"].as_array().unwrap();
    assert_eq!(items[0]["title"], "It’s here");
    assert_eq!(items[0]["date_published"], "2003-03-07T00:00:00Z");
    assert_eq!(items[0]["mine"][0], 1);
    assert_eq!(items[1]["id"], "1#1");
    assert_eq!(items[1]["language"], "en-GB");
    assert_eq!(items[2]["id"], "article-3");
    assert_eq!(items[2]["content_text"], "");
    // Once more changes nothing, and what was first stays beside it.
    let once = scratch.read("a.json");
    scratch.backissue(&["check", "--fix", "a.json"]);
    assert_eq!(scratch.read("a.json"), once);
    assert_eq!(scratch.read("a.json.before-fix"), before);
    // JSON that is none, and another encoding.
    scratch.write(
        "b.json",
        b"{ 'title': 'Caf\xe9', items: [ {id: 1, title: \"One\",}, ] // so\n}",
    );
    let output = scratch.backissue(&["check", "--fix", "b.json"]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    let mended: Value = serde_json::from_str(&scratch.read("b.json")).unwrap();
    assert_eq!(mended["title"], "Café");
    // A sound one stays byte for byte.
    scratch.write("c.json", SMALL);
    scratch.backissue(&["check", "--fix", "c.json"]);
    assert_eq!(scratch.read("c.json"), SMALL);
    assert!(!scratch.path("c.json.before-fix").exists());
}

#[test]
fn import_as_a_command() {
    let scratch = Scratch::new();
    let feed = "<rss><channel><title>Mill</title><item><title>Fire</title><guid isPermaLink=\"false\">1</guid><description>It burned.</description></item></channel></rss>";
    scratch.write("good.xml", feed);
    scratch.write("bad.xml", feed.replace("</rss>", "<item></item>"));
    scratch.write("none.xml", "<x>");
    scratch.write("pics/a.html", "<title>Fire at the mill</title><p>The mill burned down on Friday, and nobody was hurt but the wheel, which is gone.</p><img src='b/fire.jpg'>");
    scratch.write("pics/b/fire.jpg", "x");
    for (arguments, code, said) in [
        (
            &["import", "good.xml"][..],
            0,
            "wrote articles.json with 1 article",
        ),
        (
            &["import", "good.xml", "-o", "out/deep/x.json"],
            0,
            "wrote out/deep/x.json with 1 article",
        ),
        (
            &["import", "good.xml", "-o", "good.xml/x.json"],
            2,
            "cannot write",
        ),
        (&["import", "bad.xml", "-o", "b.json"], 1, "bad.xml:1:"),
        (
            &["import", "none.xml", "-o", "n.json"],
            2,
            "Nothing was written",
        ),
        (&["import", "absent", "-o", "n.json"], 2, "cannot be read"),
        (&["import"], 2, "the source is missing"),
        (
            &["import", "good.xml", "--as", "frogs"],
            2,
            "is none of rss",
        ),
        (
            &["import", "good.xml", "-o", "none.xml"],
            2,
            "is no archive",
        ),
        (
            &["import", "pics", "-o", "p.json", "--title", "Mine"],
            0,
            "1 file copied",
        ),
        (
            &["import", "good.xml", "--format", "json", "-o", "j.json"],
            0,
            "\"detected\":[{\"kind\":\"an RSS feed\"",
        ),
    ] {
        let output = scratch.backissue(arguments);
        let text =
            String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
        assert!(text.contains(said), "{arguments:?}: {text}");
    }
    assert!(!scratch.path("n.json").exists());
    assert_eq!(scratch.read("media/b/fire.jpg"), "x");
    assert!(scratch.read("p.json").contains("\"title\": \"Mine\""));
    // No half-written file is left.
    assert!(
        !scratch
            .files("")
            .iter()
            .any(|name| name.ends_with(".unfinished"))
    );
    // Again into the same file, after the archivist added a note.
    let noted = scratch.read("articles.json").replace(
        "\"title\": \"Fire\",",
        "\"title\": \"Fire\",\n\"_archive\": {\"note\": \"N\"},",
    );
    scratch.write("articles.json", noted);
    assert_eq!(
        scratch.backissue(&["import", "good.xml"]).status.code(),
        Some(0)
    );
    assert!(scratch.read("articles.json").contains("\"note\": \"N\""));
    // An archive with its pictures becomes a folder with its pictures.
    let output = scratch.backissue(&["build", "p.json", "--shell", "shell", "-o", "site"]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(
        fs::read(scratch.path("site/media/b/fire.jpg")).unwrap(),
        b"x"
    );
}
