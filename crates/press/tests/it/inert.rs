//! A page read by a parser that is not ours (html5ever's tokenizer), and what may
//! stand in it: elements, attributes and addresses by name, and nothing else.

use std::cell::{Cell, RefCell};

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// Elements of the reader's pages.
const ELEMENTS: &[&str] = &[
    "a",
    "archive-device",
    "article",
    "aside",
    "b",
    "base",
    "bdi",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "code",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "img",
    "input",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "script",
    "search",
    "section",
    "small",
    "span",
    "strong",
    "summary",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "time",
    "title",
    "tr",
    "ul",
];

/// Attributes of the reader's pages. Those of addresses, names and classes are
/// looked into.
const ATTRIBUTES: &[&str] = &[
    "alt",
    "aria-controls",
    "aria-current",
    "aria-describedby",
    "aria-expanded",
    "aria-hidden",
    "aria-keyshortcuts",
    "aria-label",
    "aria-labelledby",
    "aria-selected",
    "autocapitalize",
    "autocomplete",
    "charset",
    "checked",
    "class",
    "colspan",
    "content",
    "data-indexer",
    "data-language",
    "data-page",
    "data-script",
    "data-wasm",
    "data-why",
    "data-word",
    "data-words",
    "datetime",
    "dir",
    "download",
    "enterkeyhint",
    "for",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "lang",
    "loading",
    "media",
    "name",
    "placeholder",
    "popover",
    "popovertarget",
    "popovertargetaction",
    "property",
    "rel",
    "role",
    "rowspan",
    "src",
    "spellcheck",
    "start",
    "tabindex",
    "title",
    "type",
    "value",
];

/// Names that the reader gives to parts of its pages.
const NAMES: &[&str] = &[
    "page",
    "main",
    "failure",
    "settings",
    "settings-title",
    "shortcuts",
    "shortcuts-title",
    "filters",
    "device",
    "follow",
    "problems",
    "note",
    "alike",
    "like",
    "undated",
    "timeline-help",
    "search",
    "q",
];

/// What was found on a page.
#[derive(Debug, Default)]
pub struct Seen {
    /// Everything that should not stand there.
    pub faults: Vec<String>,
    /// The words of its body.
    pub text: String,
    /// What pictures there are to load.
    pub pictures: usize,
}

/// Reads a page.
pub fn look(html: &str) -> Seen {
    let eyes = Eyes::default();
    let tokenizer = Tokenizer::new(eyes, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(html.into());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.seen.into_inner()
}

#[derive(Default)]
struct Eyes {
    seen: RefCell<Seen>,
    in_body: Cell<bool>,
}

impl TokenSink for Eyes {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut seen = self.seen.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                check(&tag, &mut seen);
                match &*tag.name {
                    "body" => self.in_body.set(true),
                    "title" => return TokenSinkResult::RawData(RawKind::Rcdata),
                    "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
                    _ => {}
                }
                // Words of one element do not run into those of the next.
                seen.text.push(' ');
            }
            Token::CharacterTokens(text) if self.in_body.get() => seen.text.push_str(&text),
            Token::CommentToken(text) => seen.faults.push(format!("a comment: {text}")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn check(tag: &Tag, seen: &mut Seen) {
    let name = &*tag.name;
    if !ELEMENTS.contains(&name) {
        seen.faults.push(format!("an element: {name}"));
    }
    let value = |wanted: &str| {
        let found = tag.attrs.iter().find(|held| &*held.name.local == wanted);
        found.map(|held| held.value.to_string())
    };
    for held in &tag.attrs {
        let (attribute, text) = (&*held.name.local, &*held.value);
        let fine = match attribute {
            "href" | "src" => is_allowed(name, attribute, text),
            "id" => {
                NAMES.contains(&text)
                    || text
                        .strip_prefix("year-")
                        .is_some_and(|year| year.parse::<i32>().is_ok())
            }
            "action" => text == "./",
            "http-equiv" => text == "Content-Security-Policy",
            "name" => matches!(name, "meta" | "input"),
            known => ATTRIBUTES.contains(&known),
        };
        if !fine {
            seen.faults.push(format!("<{name} {attribute}={text:?}>"));
        }
    }
    seen.pictures += usize::from(name == "img");
    let rel = value("rel").unwrap_or_default();
    let outside = value("href").is_some_and(|href| read(&href).1.is_some());
    if name == "a" && outside && rel != "noopener noreferrer" {
        seen.faults
            .push(format!("a link that tells where it was: {rel:?}"));
    }
    let kind = value("type").unwrap_or_default();
    if name == "script" && kind != "application/ld+json" && value("src").is_none() {
        seen.faults.push("a script in the page".to_owned());
    }
}

/// An address as a browser reads it, and its scheme.
fn read(address: &str) -> (String, Option<String>) {
    let address: String = address
        .trim_matches(|letter: char| letter <= ' ')
        .chars()
        .filter(|letter| !matches!(letter, '\t' | '\n' | '\r'))
        .collect();
    let before = address.find(['/', '\\', '?', '#']).unwrap_or(address.len());
    let scheme = address[..before]
        .split_once(':')
        .map(|(scheme, _)| scheme.to_owned());
    (address, scheme)
}

/// Whether an address may stand in an attribute: of a link, http, https, mailto
/// or none; of what is loaded, none, and inside the folder.
fn is_allowed(element: &str, attribute: &str, address: &str) -> bool {
    let (address, scheme) = read(address);
    let begins = |steps: &str| address.starts_with(steps);
    match (element, attribute) {
        ("a", "href") => {
            matches!(scheme.as_deref(), None | Some("http" | "https" | "mailto")) && !begins("//")
        }
        ("base", _) => ["./", "../", "../../"].contains(&&*address),
        ("link" | "script" | "img", _) => {
            scheme.is_none()
                && !begins("/")
                && !begins("\\")
                && (element != "img" || !leads_up(&address))
        }
        _ => false,
    }
}

/// Whether one of an address's steps leads to the folder above, in any of the ways
/// a browser reads as two dots (URL Standard, 4.1: double-dot URL path segment).
fn leads_up(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.split(['/', '\\'])
        .any(|step| step.to_ascii_lowercase().replace("%2e", ".") == "..")
}

#[test]
fn a_step_up_is_seen_and_dots_in_a_name_are_not() {
    for (address, up) in [
        ("../a.png", true),
        ("media/%2E%2e/a.png", true),
        ("media\\.%2e", true),
        ("media/a..b/..c/...png", false),
        ("a.png?from=../b", false),
    ] {
        assert_eq!(leads_up(address), up, "{address}");
    }
}
