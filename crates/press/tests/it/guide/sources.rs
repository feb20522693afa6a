//! What a publisher in the guide has: small sources, with the names the guide uses.

/// Names, and what is in them.
pub type Sources = &'static [(&'static str, &'static str)];

/// As much of a picture as tells that it is one.
const PICTURE: &str = "GIF89a";

/// Two exports of one site and its uploads; a draft among the posts.
pub const WORDPRESS: Sources = &[
    (
        "mill.WordPress.001.xml",
        r#"<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Mill Gazette</title><link>http://mill.example.org</link><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>http://mill.example.org</wp:base_site_url>
<item><title>Fire at the mill</title><link>http://mill.example.org/fire/</link><dc:creator><![CDATA[ann]]></dc:creator><guid isPermaLink="false">http://mill.example.org/?p=3</guid><content:encoded><![CDATA[The mill burned down, and <a href="http://mill.example.org/wheel/">the wheel</a> with it.

<img src="http://mill.example.org/wp-content/uploads/2003/03/fire.jpg" alt="The fire">]]></content:encoded><wp:post_id>3</wp:post_id><wp:post_date><![CDATA[2003-03-07 10:00:00]]></wp:post_date><wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type></item>
<item><title>Idea for May</title><link>http://mill.example.org/?p=4</link><dc:creator><![CDATA[ann]]></dc:creator><guid isPermaLink="false">http://mill.example.org/?p=4</guid><content:encoded><![CDATA[Not yet.]]></content:encoded><wp:post_id>4</wp:post_id><wp:status><![CDATA[draft]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type></item>
</channel></rss>
"#,
    ),
    (
        "mill.WordPress.002.xml",
        r#"<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Mill Gazette</title><link>http://mill.example.org</link><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>http://mill.example.org</wp:base_site_url>
<item><title>A new mill wheel</title><link>http://mill.example.org/wheel/</link><dc:creator><![CDATA[ann]]></dc:creator><guid isPermaLink="false">http://mill.example.org/?p=2</guid><content:encoded><![CDATA[It turned.]]></content:encoded><wp:post_id>2</wp:post_id><wp:post_date><![CDATA[2002-02-01 10:00:00]]></wp:post_date><wp:status><![CDATA[publish]]></wp:status><wp:post_type><![CDATA[post]]></wp:post_type></item>
</channel></rss>
"#,
    ),
    ("uploads/2003/03/fire.jpg", PICTURE),
];

/// Three pages of a site of 2003, with what they share.
pub const PAGES: Sources = &[
    (
        "old-site/fire.html",
        "<html><head><title>Fire at the mill - The Mill Gazette</title></head><body><p><a href=\"fire.html\">One</a> <a href=\"wheel.html\">Two</a> <a href=\"river.html\">Three</a></p><p>The Mill Gazette is printed every Friday at the old press in the High Street, and costs a penny.</p><h3>Fire at the mill</h3><p>7 March 2003</p><p>The mill burned down on Friday night, and by the time the engine came from the town there was nothing left to save but the wheel.</p><p>Nobody was hurt. The miller, who had been at the fair, said that he would build it up again before the harvest if the bank would have patience.</p></body></html>",
    ),
    (
        "old-site/wheel.html",
        "<html><head><title>A new mill wheel - The Mill Gazette</title></head><body><p><a href=\"fire.html\">One</a> <a href=\"wheel.html\">Two</a> <a href=\"river.html\">Three</a></p><p>The Mill Gazette is printed every Friday at the old press in the High Street, and costs a penny.</p><h3>A new mill wheel</h3><p>1 February 2002</p><p>The new wheel turned for the first time on Monday, before the whole village, and ground a sack of wheat in less than a quarter of an hour.</p><p>It was made of oak from the upper wood by the wheelwright and his two sons, who worked on it through the winter.</p></body></html>",
    ),
    (
        "old-site/river.html",
        "<html><head><title>The river rises - The Mill Gazette</title></head><body><p><a href=\"fire.html\">One</a> <a href=\"wheel.html\">Two</a> <a href=\"river.html\">Three</a></p><p>The Mill Gazette is printed every Friday at the old press in the High Street, and costs a penny.</p><h3>The river rises</h3><p>14 November 2001</p><p>After nine days of rain the river stood at the second step of the church on Wednesday, and the school was closed for the week.</p><p>The ferryman took the post across by himself, and would not hear of being paid for it, as he told everybody who asked.</p></body></html>",
    ),
];

/// A feed of two articles.
pub const FEED: Sources = &[(
    "feed.xml",
    r#"<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Mill Gazette</title><link>http://mill.example.org/</link><description>News from both banks</description><language>en-gb</language>
<item><title>Fire at the mill</title><link>http://mill.example.org/fire</link><guid isPermaLink="false">mill-2</guid><pubDate>Fri, 07 Mar 2003 10:00:00 GMT</pubDate><description>&lt;p&gt;The mill burned down on Friday.&lt;/p&gt;</description></item>
<item><title>A new mill wheel</title><link>http://mill.example.org/wheel</link><guid isPermaLink="false">mill-1</guid><pubDate>Fri, 01 Feb 2002 10:00:00 GMT</pubDate><description>&lt;p&gt;It turned.&lt;/p&gt;</description></item>
</channel></rss>
"#,
)];

/// A table; of one article only the headline is left.
pub const TABLE: Sources = &[(
    "articles.csv",
    "id,title,date,author,text,tags,note\n\
     1,Fire at the mill,2003-03-07,Ann Miller; Bob Smith,\"The mill burned down on Friday.\n\nNobody was hurt.\",The mill; Fire,From the bound volume.\n\
     2,A new mill wheel,2002-02~,Ann Miller,,The mill,\n",
)];

/// A folder of Markdown with a picture.
pub const MARKDOWN: Sources = &[
    (
        "posts/2003-03-07-fire.md",
        "---\ntitle: Fire at the mill\nauthor: Ann Miller\ntags: [The mill]\n---\nThe mill burned down. See [the wheel](notes/wheel.md).\n\n![The fire](pictures/fire.jpg)\n",
    ),
    (
        "posts/notes/wheel.md",
        "+++\ntitle = \"A new mill wheel\"\ndate = 2002-02-01\n+++\nIt turned.\n",
    ),
    ("posts/pictures/fire.jpg", PICTURE),
];

/// An archive that its archivist has worked on.
const WORKED_ON: &str = r#"{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "The Mill Gazette",
  "language": "en-GB",
  "_archive": { "version": 1, "provenance": "Typed from the bound volumes." },
  "items": [
    { "id": "mill-2", "title": "Fire at the mill", "content_text": "The mill burned down.", "tags": ["The mill"],
      "_archive": { "date": "2003-03-08", "note": "The day is that of the fire.", "supplied": ["date", "tags"] } },
    { "id": "mill-1", "title": "A new mill wheel", "content_text": "" },
    { "id": "river", "title": "The river rises", "content_text": "Nine days of rain.", "date_published": "2001-11-14T00:00:00Z" }
  ]
}
"#;

/// The archive alone.
pub const MILL: Sources = &[("mill/articles.json", WORKED_ON)];

/// The archive, and a feed that has more by now.
pub const FEED_LATER: Sources = &[
    ("mill/articles.json", WORKED_ON),
    (
        "feed.xml",
        r#"<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Mill Gazette, now in colour</title><link>http://mill.example.org/</link><description>News from both banks</description><language>en-gb</language>
<item><title>The bank has patience</title><link>http://mill.example.org/bank</link><guid isPermaLink="false">mill-3</guid><pubDate>Fri, 14 Mar 2003 10:00:00 GMT</pubDate><description>&lt;p&gt;It always had.&lt;/p&gt;</description></item>
<item><title>Fire at the mill</title><link>http://mill.example.org/fire</link><guid isPermaLink="false">mill-2</guid><pubDate>Fri, 07 Mar 2003 10:00:00 GMT</pubDate><category>News</category><description>&lt;p&gt;The mill burned down on Friday. Nobody was hurt.&lt;/p&gt;</description></item>
<item><title>A new mill wheel</title><link>http://mill.example.org/wheel</link><guid isPermaLink="false">mill-1</guid><pubDate>Fri, 01 Feb 2002 10:00:00 GMT</pubDate><description>&lt;p&gt;It turned.&lt;/p&gt;</description></item>
</channel></rss>
"#,
    ),
];

/// What is in the archive after that feed: the archivist's, and the source's.
pub const KEPT: [&str; 7] = [
    "Typed from the bound volumes.",
    "The day is that of the fire.",
    "\"2003-03-08\"",
    "\"tags\": [\"The mill\"]",
    "Nine days of rain.",
    "Nobody was hurt.",
    "It turned.",
];
