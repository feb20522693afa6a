//! Reading a well-formed archive: every member arrives where it belongs.

use archive::{Body, Edtf, read};

const WHOLE: &str = r##"{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Our Say",
  "description": "News and views.",
  "home_page_url": "https://example.org/",
  "feed_url": "https://example.org/feed.json",
  "language": "en-GB",
  "expired": true,
  "authors": [{"name": "The editors", "url": "https://example.org/us"}],
  "_archive": {
    "version": 1,
    "subtitle": "A village paper",
    "period": "2001/2005",
    "provenance": "From the pages\n\nas saved.",
    "rights": "All rights with the authors.",
    "note": "Two pages are lost.",
    "topics": ["Roads", "Health"],
    "updates": {"text": "Write to us", "email": "say@example.org", "body": "update"},
    "supplied": ["tags"]
  },
  "items": [
    {
      "id": "2", "url": "https://example.org/2", "title": "Late “news”",
      "content_html": "<p>One</p>", "content_text": "not this",
      "date_published": "2005-07-01T10:00:00Z", "tags": ["Health", "Water"],
      "authors": [{"name": "A. Writer"}, {"name": "B. Writer"}], "language": "fr",
      "_archive": {
        "date": "2005-07~", "headline_lines": ["Late", "“news”"], "note": "Seen twice.",
        "related": [{"title": "Early", "id": "1"}, {"title": "Else", "url": "https://else.org/"}],
        "supplied": ["date"], "slug": "late"
      }
    },
    {"id": "1", "title": "Early \ud83d\ude00", "summary": "Short.", "content_text": "Two\n\nThree", "language": "en-GB"}
  ]
}"##;

#[test]
fn every_member_arrives_where_it_belongs() {
    let reading = read(WHOLE.as_bytes());
    assert_eq!(reading.problems, []);
    let Some(archive) = reading.archive else {
        panic!("an archive");
    };
    assert_eq!(archive.title, "Our Say");
    assert_eq!(archive.subtitle.as_deref(), Some("A village paper"));
    assert_eq!(archive.description.as_deref(), Some("News and views."));
    assert_eq!(archive.language.as_deref(), Some("en-GB"));
    assert_eq!(archive.home_page.as_deref(), Some("https://example.org/"));
    assert_eq!(archive.authors, ["The editors"]);
    assert!(archive.expired);
    assert_eq!(archive.period, Edtf::parse("2001/2005"));
    assert_eq!(
        archive.provenance.as_deref(),
        Some("From the pages\n\nas saved.")
    );
    assert_eq!(
        archive.rights.as_deref(),
        Some("All rights with the authors.")
    );
    assert_eq!(archive.note.as_deref(), Some("Two pages are lost."));
    let Some(updates) = archive.updates else {
        panic!("updates");
    };
    assert_eq!(updates.email.as_deref(), Some("say@example.org"));
    assert_eq!(updates.body.as_deref(), Some("update"));
    let topics: Vec<_> = archive
        .topics
        .iter()
        .map(|topic| (&*topic.slug, &*topic.label))
        .collect();
    assert_eq!(
        topics,
        [("roads", "Roads"), ("health", "Health"), ("water", "Water")]
    );
    assert_eq!(archive.author_names, ["A. Writer", "B. Writer"]);

    let [late, early] = &archive.articles[..] else {
        panic!("two articles");
    };
    assert_eq!(late.headline.text, "Late “news”");
    assert_eq!(late.headline.lines, ["Late", "“news”"]);
    assert_eq!((&*late.id, &*late.slug), ("2", "late"));
    assert_eq!(late.date, Edtf::parse("2005-07~"));
    assert_eq!(late.topics, [1, 2]);
    assert_eq!(late.body, Body::Html("<p>One</p>".to_owned()));
    assert_eq!(late.language.as_deref(), Some("fr"));
    assert!(late.supplied.date && !late.supplied.topics);
    assert_eq!(late.note.as_deref(), Some("Seen twice."));
    assert_eq!(late.related[0].article, Some(1));
    assert_eq!(late.related[1].url.as_deref(), Some("https://else.org/"));
    assert_eq!(early.headline.text, "Early 😀");
    assert_eq!(early.summary.as_deref(), Some("Short."));
    assert!(early.supplied.topics && !early.supplied.date);
    assert_eq!(early.language, None);
    assert_eq!(early.body.plain_text(), "Two\n\nThree");
}
