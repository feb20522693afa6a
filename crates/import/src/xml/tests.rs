//! What the events are, of sound XML and of broken.

use super::entity::decode;
use super::*;
use proptest::prelude::*;

fn check(text: &str, wanted: &str, problems: usize) {
    let mut xml = Xml::new(text);
    let mut seen = String::new();
    while let Some(event) = xml.next() {
        match event {
            Event::Open(name, _, empty) => {
                seen += &format!("<{}{}>", name.whole, if empty { "/" } else { "" });
            }
            Event::Close(name) => seen += &format!("</{}>", name.whole),
            Event::Text(text, cdata) => seen += &if cdata { text.to_owned() } else { decode(text) },
        }
    }
    assert_eq!(seen, wanted, "{text}");
    assert_eq!(xml.problems.len(), problems, "{text}: {:?}", xml.problems);
}

#[test]
fn sound_xml() {
    check(
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a b='>'>c<d/>&amp;&eacute;&#8217;</a>",
        "<a>c<d/>&é’</a>",
        0,
    );
    check("<a><![CDATA[<b> & ]]><!-- c --></a >", "<a><b> & </a>", 0);
}

#[test]
fn broken_xml() {
    check("<a>1 < 2 & 3</a>", "<a>1 < 2 & 3</a>", 1);
    check("<a></b></a></c>", "<a></b></a></c>", 0);
    check("<a><![CDATA[x</a>", "<a><![CDATA[x</a>", 1);
    check("<a><!-- x</a><b/>", "<a><!-- x</a><b/>", 1);
    check("<a>text", "<a>text", 0);
    check("<a><b c='d", "<a><b c='d", 1);
}

#[test]
fn contents() {
    for (text, wanted, markup) in [
        ("<d>a &lt;b&gt; c</d>", "a <b> c", false),
        ("<d><![CDATA[a]]> b</d>", "a b", false),
        ("<d>a <b>c</b></d>", "a c", true),
        ("<d>a<d>b</d>c</d>x", "abc", false),
        ("<d>a</item>", "a", false),
        ("<d>a<item>b</d>", "a", false),
    ] {
        let mut xml = Xml::new(text);
        let Some(Event::Open(name, ..)) = xml.next() else {
            panic!("{text}")
        };
        let content = xml.content(name, &["item"]);
        assert_eq!(
            (content.text.as_str(), content.markup.is_some()),
            (wanted, markup),
            "{text}"
        );
    }
}

#[test]
fn attributes_as_they_are_written() {
    let all = |text| {
        attributes(text)
            .map(|(a, b)| format!("{a}={b}"))
            .collect::<Vec<_>>()
            .join("|")
    };
    assert_eq!(all(" a=\"1 2\" b = '3' c=4 d"), "a=1 2|b=3|c=4|d=");
    assert_eq!(all(" a=\"1 b='2'"), "a=1 b='2'");
    assert_eq!(all("= =x"), "");
}

proptest! {
    #[test]
    fn every_text_ends(text in "(<|>|\u{FEFF}|<!--|-->|<!\\[CDATA\\[|\\]\\]>|</|<a|<a>|</a>|/>|&|;|\"|'|=|<!|<\\?|\\?>|é| |x){0,40}") {
        let mut xml = Xml::new(&text);
        let mut events = 0;
        while xml.next().is_some() {
            events += 1;
            prop_assert!(events <= text.len() + 1, "{text}");
        }
    }
}
