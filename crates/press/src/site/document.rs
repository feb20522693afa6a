//! A whole HTML document around a rendered page.
//!
//! Head and frame are written here from typed values, every one escaped. The
//! only markup taken as it is comes from the reader's own components.
//!
//! What a first paint needs is the document and the style sheet, and nothing
//! else is asked for before it: the start script loads the reader after the
//! page has been painted, so no preload stands here to compete for the line.
//! (Tried: preloads of script, WebAssembly and archive at low priority, with
//! Lighthouse's mobile simulation of Our Say: largest paint after 2.1 s, and
//! after 1.0 s without them.)

use std::fmt::Write as _;

use reader::head::Key;
use reader::words::{Word, around, say};
use serde_json::Value;

use super::card;
use super::edition::{BUILT_ON_PAGE, Offline};
use super::policy;
use super::shell::Shell;
use super::theme::Look;
use crate::html::{Escaped, json_in_script};
use crate::words::Speech;

/// How far up `404.html` looks for the folder when nobody said where it stands.
///
/// Hosts answer with it at any depth. The reader's own addresses are at most
/// two folders deep and people mistype about there; each step more costs a
/// request that finds nothing.
const STEPS_UP: usize = 4;

/// Where a document stands, which says where its relative addresses lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stand {
    /// So many folders below the top of the site.
    Below(usize),
    /// Anywhere; the site is at this path of the host.
    At(String),
    /// Anywhere, and so is the site.
    Unknown,
}

/// A document.
#[derive(Debug)]
pub struct Document<'a> {
    /// BCP 47.
    pub language: &'a str,
    /// The reader's own words on it.
    pub speech: &'a Speech,
    /// The archive's name, for the feeds' links.
    pub archive_title: &'a str,
    /// For the window.
    pub title: String,
    /// `<meta>` tags of this page.
    pub tags: Vec<(Key, String)>,
    /// The one address of this page, when known.
    pub canonical: Option<String>,
    /// schema.org data.
    pub structured: Option<Value>,
    /// What a browser wants for the archive as an app: `rel` and file.
    pub install: &'a [(&'static str, &'static str)],
    /// Whether and how the page keeps the archive for offline.
    pub offline: Offline,
    /// Bytes of the archive's file: of a large one's the page has a worker ready.
    pub length: u64,
    /// The archive's own look.
    pub look: &'a Look,
    /// The social card's address, where one is known.
    pub card: Option<String>,
    /// Where it stands.
    pub stand: Stand,
    /// The reader's files.
    pub shell: &'a Shell,
    /// Rendered by the reader, which takes its place.
    pub body: &'a str,
    /// Rendered by the reader, and left as it is.
    pub beside: &'a str,
}

/// Bytes around what stands in a page and beside it: room for them beforehand, for
/// a large page that grows by doubling takes three times as much for a moment.
const AROUND: usize = 16 << 10;

impl Document<'_> {
    /// The document as text.
    pub fn html(&self) -> String {
        let mut out = String::with_capacity(self.body.len() + self.beside.len() + AROUND);
        opening(
            &mut out,
            (self.language, self.speech),
            "",
            policy::CONTENT_SECURITY,
        );
        self.base(&mut out);
        let _ = writeln!(out, "<title>{}</title>", Escaped(&self.title));
        for up in self.ways_up() {
            for style in [Some(&self.shell.style), self.look.style.as_ref()]
                .into_iter()
                .flatten()
            {
                let style = Escaped(style);
                let _ = writeln!(out, "<link rel=\"stylesheet\" href=\"{up}{style}\">");
            }
        }
        colours(&mut out, self.look);
        self.tags(&mut out);
        self.links(&mut out);
        self.start(&mut out);
        out.push_str("</head>\n<body>\n<div id=\"page\">");
        out.push_str(self.body);
        out.push_str("</div>\n");
        out.push_str(self.beside);
        out.push('\n');
        failure(&mut out);
        out.push_str("</body>\n</html>\n");
        out
    }

    fn base(&self, out: &mut String) {
        let _ = match &self.stand {
            Stand::Below(0) => writeln!(out, "<base href=\"./\">"),
            Stand::Below(depth) => writeln!(out, "<base href=\"{}\">", "../".repeat(*depth)),
            Stand::At(path) => writeln!(out, "<base href=\"{}\">", Escaped(path)),
            Stand::Unknown => Ok(()),
        };
    }

    /// What goes before a file's name to reach the top of the site. Where that
    /// is unknown, every step up is tried: names that hold a hash are not met
    /// by chance, a module runs once however often it is named, and the start
    /// script knows from its own address where it stands. So `404.html` needs
    /// no inline script, and has its style without any script.
    fn ways_up(&self) -> impl Iterator<Item = String> {
        let most = if self.stand == Stand::Unknown {
            STEPS_UP
        } else {
            0
        };
        (0..=most).map(|steps| "../".repeat(steps))
    }

    fn tags(&self, out: &mut String) {
        tags(out, &self.tags);
        self.card(out);
        if let Some(data) = &self.structured {
            let _ = writeln!(
                out,
                "<script type=\"application/ld+json\" data-page>{}</script>",
                json_in_script(data)
            );
        }
    }

    /// The same on every page, so nothing here is marked as this page's.
    fn card(&self, out: &mut String) {
        let (Some(address), Some((_, shown))) = (&self.card, &self.look.card) else {
            return;
        };
        let (width, height) = (card::WIDTH.to_string(), card::HEIGHT.to_string());
        for (kind, name, content) in [
            ("property", "og:image", address.as_str()),
            ("property", "og:image:width", &width),
            ("property", "og:image:height", &height),
            ("property", "og:image:alt", shown),
            ("name", "twitter:card", "summary_large_image"),
        ] {
            let content = Escaped(content);
            let _ = writeln!(out, "<meta {kind}=\"{name}\" content=\"{content}\">");
        }
    }

    fn links(&self, out: &mut String) {
        if let Some(canonical) = &self.canonical {
            let _ = writeln!(
                out,
                "<link rel=\"canonical\" href=\"{}\" data-page>",
                Escaped(canonical)
            );
        }
        if self.stand == Stand::Unknown {
            return;
        }
        if let Some(icon) = &self.shell.icon {
            let _ = writeln!(out, "<link rel=\"icon\" href=\"{}\">", Escaped(icon));
        }
        for (rel, file) in self.install {
            let _ = writeln!(out, "<link rel=\"{rel}\" href=\"{}\">", Escaped(file));
        }
        for (kind, file) in [
            ("application/feed+json", "feed.json"),
            ("application/atom+xml", "feed.xml"),
        ] {
            let _ = writeln!(
                out,
                "<link rel=\"alternate\" type=\"{kind}\" href=\"{file}\" title=\"{}\">",
                Escaped(self.archive_title)
            );
        }
    }

    fn start(&self, out: &mut String) {
        let mut offline = String::new();
        if let Some(loader) = &self.shell.builder {
            let _ = write!(offline, " data-builder=\"{}\"", Escaped(loader));
            if self.length >= BUILT_ON_PAGE {
                let _ = write!(offline, " data-length=\"{}\"", self.length);
            }
        }
        if let Some(script) = &self.shell.device {
            let _ = write!(offline, " data-device=\"{}\"", Escaped(script));
        }
        if let Some(script) = &self.shell.offline {
            let _ = write!(offline, " data-offline=\"{}\"", Escaped(script));
            let _ = match self.offline {
                Offline::Whole => Ok(()),
                Offline::WhenAsked(bytes) => write!(offline, " data-offline-ask=\"{bytes}\""),
                Offline::Withdrawn => write!(offline, " data-offline-no"),
            };
        }
        let own = own_language(self.speech);
        for up in self.ways_up() {
            let _ = writeln!(
                out,
                "<script type=\"module\" src=\"{up}{}\"{own} data-words=\"{}\" data-indexer=\"{}\" data-script=\"{}\"{offline} data-wasm=\"{}\"></script>",
                Escaped(&self.shell.start),
                Escaped(&self.speech.files),
                Escaped(&self.shell.indexer),
                Escaped(&self.shell.script),
                Escaped(&self.shell.wasm)
            );
        }
    }
}

/// The beginning of a document, up to what names its address: `mark` goes on the
/// root element, and the policy comes before anything it governs.
pub(super) fn opening(
    out: &mut String,
    (language, speech): (&str, &Speech),
    mark: &str,
    policy: &str,
) {
    let side = if speech.language.right_to_left {
        " dir=\"rtl\""
    } else {
        ""
    };
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\"{side}{mark}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"{}\">\n",
        Escaped(language),
        policy::REFERRER
    );
}

/// The paper's colours, for the browser's own frame.
pub(super) fn colours(out: &mut String, look: &Look) {
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    for (scheme, colour) in &look.papers {
        let _ = writeln!(
            out,
            "<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"{colour}\">"
        );
    }
}

/// `<meta>` tags; `data-page` marks what the reader replaces when it moves on.
pub(super) fn tags(out: &mut String, tags: &[(Key, String)]) {
    for (key, content) in tags {
        let (kind, name) = match key {
            Key::Name(name) => ("name", name),
            Key::Property(name) => ("property", name),
        };
        let _ = writeln!(
            out,
            "<meta {kind}=\"{name}\" content=\"{}\" data-page>",
            Escaped(content)
        );
    }
}

/// Tells the start script the archive's own language, which goes before the
/// browser's.
pub(super) fn own_language(speech: &Speech) -> String {
    match speech.own {
        true => format!(" data-language=\"{}\"", speech.language.tag),
        false => String::new(),
    }
}

/// What the start script shows when the reader does not start: two sentences for
/// each reason, in the page's language and there whatever else fails to load.
pub(super) fn failure(out: &mut String) {
    out.push_str("<div id=\"failure\" class=\"failure\" role=\"alert\" hidden>\n");
    let (before, after) = around(Word::StartFailed);
    for (why, sentence) in [
        ("unable", Escaped(say(Word::StartUnable)).to_string()),
        ("unable", Escaped(say(Word::StartUnableStep)).to_string()),
        (
            "failed",
            format!("{}<bdi></bdi>{}", Escaped(before), Escaped(after)),
        ),
        ("failed", Escaped(say(Word::StartFailedStep)).to_string()),
    ] {
        let _ = writeln!(out, "<p data-why=\"{why}\">{sentence}</p>");
    }
    out.push_str("</div>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn html(stand: Stand) -> String {
        let shell = Shell {
            start: "start-0.js".to_owned(),
            indexer: "indexer-0.js".to_owned(),
            builder: None,
            script: "reader-0.js".to_owned(),
            offline: Some("offline-0.js".to_owned()),
            device: None,
            wasm: "reader-0_bg.wasm".to_owned(),
            style: "style-0.css".to_owned(),
            icon: Some("icon.svg".to_owned()),
        };
        Document {
            language: "en-GB",
            speech: &Speech::of(Some("en-GB"), "en-0".to_owned()),
            archive_title: "A \"paper\"",
            title: "One < two & 'three'".to_owned(),
            tags: vec![(
                Key::Name("description"),
                "\"><script>alert(1)</script>".to_owned(),
            )],
            canonical: None,
            structured: Some(serde_json::json!({ "name": "</script><!--" })),
            install: &[],
            offline: Offline::Whole,
            length: 0,
            look: &Look {
                card: Some(("card-0.png".to_owned(), "A \"card\"".to_owned())),
                ..Look::of(&Settings::default())
            },
            card: Some("https://example.org/card-0.png".to_owned()),
            stand,
            shell: &shell,
            body: "<main></main>",
            beside: "<dialog></dialog>",
        }
        .html()
    }

    #[test]
    fn bases() {
        for (stand, base, scripts) in [
            (Stand::Below(0), Some("<base href=\"./\">"), 1),
            (Stand::Below(2), Some("<base href=\"../../\">"), 1),
            (Stand::At("/a/".to_owned()), Some("<base href=\"/a/\">"), 1),
            (Stand::Unknown, None, STEPS_UP + 1),
        ] {
            let html = html(stand);
            match base {
                Some(base) => assert!(html.contains(base)),
                None => assert!(!html.contains("<base")),
            }
            assert_eq!(html.matches("type=\"module\"").count(), scripts);
            assert_eq!(html.matches("rel=\"stylesheet\"").count(), scripts);
        }
    }

    #[test]
    fn nothing_breaks_out() {
        let html = html(Stand::Below(0));
        assert!(!html.contains("alert(1)</script>"));
        assert!(!html.contains("<!--"));
        assert!(html.contains("<title>One &lt; two &amp; &#39;three&#39;</title>"));
        // The policy and the character set come before anything they govern.
        let policy = html.find("Content-Security-Policy");
        assert!(policy < html.find("<base") && policy < html.find("<link"));
        assert!(html.find("charset") < Some(1024));
    }
}
