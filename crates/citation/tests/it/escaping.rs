//! What a headline may hold, in each format.

use citation::Work;

use crate::read_back::{entry, field, item, raw, values};

fn titled(title: &str) -> Work<'_> {
    Work {
        slug: "a",
        title,
        periodical: "P",
        ..Work::default()
    }
}

#[test]
fn bibtex_has_its_characters_as_commands() {
    for (title, wanted) in [
        ("Plain", "{Plain}"),
        (
            "100% of R&D for $5, item #1_a",
            "{100\\% of R\\&D for \\$5, item \\#1\\_a}",
        ),
        ("a {b} c", "{a \\textbraceleft{}b\\textbraceright{} c}"),
        ("}", "{\\textbraceright{}}"),
        (
            "x~y^z\\n",
            "{x\\textasciitilde{}y\\textasciicircum{}z\\textbackslash{}n}",
        ),
        ("“L’été” – 漢字 “عربي”", "{“L’été” – 漢字 “عربي”}"),
        ("two\r\n\tlines", "{two lines}"),
        (
            "@article{x, = \"y\"}",
            "{@article\\textbraceleft{}x, = \"y\"\\textbraceright{}}",
        ),
    ] {
        assert_eq!(
            raw(&titled(title), "title").as_deref(),
            Some(wanted),
            "{title}"
        );
    }
}

#[test]
fn bibtex_is_read_back_as_it_was() {
    for title in [
        "100% of R&D for $5, item #1_a",
        "“L’été” – 漢字",
        "@article, = \"y\" and more",
    ] {
        let read = field(&entry(&titled(title)), "title");
        assert_eq!(read.as_deref(), Some(title));
    }
}

#[test]
fn ris_has_one_line_a_value_and_no_asterisk_in_names() {
    let authors = [
        "Jane\nSmith".to_owned(),
        "The *Star*".to_owned(),
        String::new(),
    ];
    let long = "w ".repeat(400);
    let work = Work {
        authors: &authors,
        topics: vec!["A*B", &long],
        remark: "One.\n\nER  - \r\nTwo.".to_owned(),
        ..titled("A\r\nTY  - BOOK\rB")
    };
    assert_eq!(values(&work, "TI"), ["A TY - BOOK B"]);
    assert_eq!(values(&work, "AU"), ["Smith, Jane", "The Star"]);
    assert_eq!(values(&work, "N1"), ["One. ER - Two."]);
    let topics = values(&work, "KW");
    assert_eq!(topics[0], "A B");
    assert!(topics[1].chars().count() <= 255);
}

#[test]
fn csl_is_json() {
    let work = titled("\"Quoted\" \\ \u{1} <b>&amp;</b> 漢字\u{2028}");
    assert_eq!(item(&work)["title"], "\"Quoted\" \\ <b>&amp;</b> 漢字");
}

#[test]
fn addresses_end_no_field() {
    let work = Work {
        address: Some("https://example.org/a b{c}?d=%20&e=\\".to_owned()),
        ..titled("T")
    };
    let wanted = "https://example.org/a%20b%7Bc%7D?d=%20&e=%5C";
    assert_eq!(raw(&work, "url").as_deref(), Some(wanted));
    assert_eq!(values(&work, "UR"), [wanted]);
    assert_eq!(item(&work)["URL"], wanted);
}

#[test]
fn keys_are_ascii_and_apart() {
    let key = |slug| {
        Work {
            slug,
            ..titled("T")
        }
        .key()
    };
    assert_eq!(key("a-sham-election"), "a-sham-election");
    assert_eq!(key(""), "article");
    assert_eq!(key("東京"), "u6771-u4eac-");
    assert_ne!(key("東京"), key("京東"));
    assert!(
        key("é,{}%#\"~ x")
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-')
    );
}
