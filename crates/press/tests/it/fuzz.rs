//! Bodies and addresses of no sense at all, made of pieces of the hostile payloads
//! and of rubbish: nothing panics, and what the pages hold is what they may hold.
//!
//! `FUZZ_SECONDS=600 cargo test -p press --profile native --test it fuzz` goes on for
//! ten minutes; without it a few seconds must do. `FUZZ_SEED` begins elsewhere.

use std::time::{Duration, Instant};

use archive::{Body, Link, read};
use press::folder::Folder;
use press::site::{self, Options};
use reader::route::Route;
use reader::state::library::SharedArchive;
use serde_json::json;
use url::Url;

use crate::inert;
use crate::payloads;
use crate::scratch::Scratch;

/// How long one of the tests goes on unless it is told.
const SHORT: Duration = Duration::from_secs(2);

/// Articles made before the pages of them are looked at.
const TOGETHER: usize = 16;

/// Pieces that mean something to some parser.
const PIECES: &[&str] = &[
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "-->",
    "--!>",
    "<![CDATA[",
    "]]>",
    "<!",
    "<?",
    "?>",
    "=",
    "\"",
    "'",
    "`",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{c}",
    "\u{0}",
    "&",
    "&#",
    "&#x",
    ";",
    "&lt;",
    "&gt;",
    "&quot;",
    "&colon;",
    "&Tab;",
    "&NewLine;",
    "&nbsp;",
    "&amp;",
    ":",
    "/",
    "//",
    "\\",
    "javascript:",
    "JaVaScRiPt:",
    "data:text/html,",
    "vbscript:",
    "http://",
    "https:",
    "mailto:",
    "..",
    "%2e",
    "?",
    "#",
    "@",
    "java",
    "script",
    "on",
    "<a href=",
    "<a href='",
    "<a href=\"",
    "<img src=",
    "<img src=\"",
    " alt=",
    " onerror=",
    " onclick=\"",
    " style=",
    " id=",
    " name=",
    " colspan=",
    " start=",
    " srcset=",
    "<p>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<p",
    "<div>",
    "</div>",
    "<ul>",
    "<li>",
    "</ul>",
    "<ol start=-3>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<table>",
    "<caption>",
    "<tr>",
    "<td>",
    "<th rowspan=99>",
    "</table>",
    "<blockquote>",
    "</blockquote>",
    "<figure>",
    "<figcaption>",
    "</figure>",
    "<pre>",
    "</pre>",
    "<code>",
    "<sup>",
    "<sub>",
    "<q>",
    "</q>",
    "<br>",
    "<hr>",
    "<h1>",
    "<h6>",
    "</h1>",
    "<cite>",
    "<script>",
    "</script>",
    "<script ",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<template>",
    "<select>",
    "<textarea>",
    "<iframe>",
    "</iframe>",
    "<svg>",
    "</svg>",
    "<math>",
    "<mtext>",
    "<noscript>",
    "<xmp>",
    "<plaintext>",
    "<form>",
    "<input>",
    "<base href=",
    "<meta ",
    "<link ",
    "é",
    "東",
    "😀",
    "\u{202e}",
    "\u{200b}",
    "\u{ad}",
    "\u{feff}",
    "\u{2028}",
    "\u{a0}",
    "\u{ffff}",
    "\u{e000}",
    "ſ",
    "K",
    "words",
    "1",
    "-1",
    "99999999999999999999",
];

/// xorshift64*: small, and the same everywhere.
struct Luck(u64);

impl Luck {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % count
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    /// Rubbish of so many pieces at most.
    fn rubbish(&mut self, payloads: &[&str], most: usize) -> String {
        let mut text = String::new();
        for _ in 0..self.below(most) + 1 {
            match self.below(8) {
                0 => {
                    let payload = self.of(payloads);
                    let mut ends = [self.below(payload.len() + 1), self.below(payload.len() + 1)];
                    ends.sort_unstable();
                    let [from, to] = ends.map(|end| payload.floor_char_boundary(end));
                    text.push_str(&payload[from..to]);
                }
                1 => text.push_str(self.of(payloads)),
                2 => {
                    let code = u32::try_from(self.below(0x11_0000)).unwrap_or(0);
                    text.extend(char::from_u32(code >> self.below(20)));
                }
                _ => text.push_str(self.of(PIECES)),
            }
        }
        // Pieces fall out, or are repeated.
        while self.below(3) == 0 && !text.is_empty() {
            let at = text.floor_char_boundary(self.below(text.len()));
            let end = text.floor_char_boundary((at + self.below(12)).min(text.len()));
            let piece = text[at..end].to_owned();
            match self.below(2) {
                0 => text.replace_range(at..end, ""),
                _ => text.insert_str(at, &piece.repeat(1 + self.below(4))),
            }
        }
        text
    }
}

fn luck() -> Luck {
    let seed = std::env::var("FUZZ_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    // Zero would stay zero.
    Luck(seed.unwrap_or(20_030_307_u64).max(1))
}

/// Goes on for the time there is, and says how often it did something.
fn repeatedly(mut act: impl FnMut(&mut Luck) -> usize) {
    let seconds = std::env::var("FUZZ_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let time = seconds.map_or(SHORT, Duration::from_secs);
    let (mut luck, mut count) = (luck(), 0);
    let since = Instant::now();
    while since.elapsed() < time {
        count += act(&mut luck);
    }
    println!("{count} in {time:?}");
}

#[test]
fn fuzz_pages_of_rubbish_are_inert() {
    // Pressed once, so that this thread has its words.
    let scratch = Scratch::new();
    let one = read(br#"[{"title":"One"}]"#).archive.unwrap();
    site::write(
        &Folder::new(scratch.path("shell")),
        one,
        &Options::default(),
    )
    .unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let local = tokio::task::LocalSet::new();

    let payloads = payloads::all();
    let payloads: Vec<&str> = payloads.iter().map(|payload| &*payload.text).collect();
    repeatedly(|luck| {
        let items: Vec<_> = (0..TOGETHER)
            .map(|number| {
                let mut short = || luck.rubbish(&payloads, 6);
                let mut item = json!({
                    "id": number, "title": short(), "url": short(), "summary": short(), "tags": [short()],
                    "authors": [short()], "language": short(),
                    "_archive": { "note": short(), "date": short(), "headline_lines": [short(), short()],
                        "related": [{ "title": short(), "url": short() }] },
                });
                let kind = if luck.below(6) == 0 { "content_text" } else { "content_html" };
                item[kind] = json!(luck.rubbish(&payloads, 40));
                item
            })
            .collect();
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1", "title": luck.rubbish(&payloads, 6), "items": items,
            "_archive": { "updates": { "text": luck.rubbish(&payloads, 3), "email": "a@b.example", "body": luck.rubbish(&payloads, 3) } },
        });
        let text = feed.to_string();
        let reading = read(text.as_bytes());
        let archive = SharedArchive::new(reading.archive.unwrap(), reading.problems);
        let routes = archive
            .articles
            .iter()
            .map(|article| Route::article(&article.slug));
        let routes = routes.chain([Route::front(), Route::About]);
        for route in routes {
            let page = local.block_on(
                &runtime,
                reader::prerender::page(&archive, &route.address()),
            );
            let seen = inert::look(&["<body>", &page].concat());
            assert!(seen.faults.is_empty(), "{:?} in {text}", seen.faults);
        }
        for article in &archive.articles {
            // One way to the words leads to the same as the other.
            if let Body::Html(_) = article.body {
                assert_eq!(
                    article.body.plain_text(),
                    archive::plain_text(&article.body.tree()),
                    "{text}"
                );
            }
        }
        TOGETHER
    });
}

#[test]
fn fuzz_addresses_are_on_the_list_as_a_browser_reads_them() {
    let base = Url::parse("https://base.test/deep/folder/").unwrap();
    let payloads = payloads::all();
    let payloads: Vec<&str> = payloads.iter().map(|payload| &*payload.text).collect();
    repeatedly(|luck| {
        let text = luck.rubbish(&payloads, 8);
        let Some(link) = Link::parse(&text) else {
            return 1;
        };
        let address = link.address();
        // What no address can be leads nowhere.
        if let Ok(url) = base.join(address) {
            assert!(
                matches!(url.scheme(), "http" | "https" | "mailto"),
                "{text:?} leads to {url}"
            );
            let inside = url.as_str().starts_with(base.as_str());
            let host = url.host_str() == Some("base.test");
            match &link {
                Link::Outside(_) => {}
                Link::Inside(_) => assert!(host, "{text:?} leads to {url}"),
            }
            assert!(
                inside || !link.is_own(),
                "{text:?} leads to {url}, out of the folder"
            );
        }
        1
    });
}
