//! What names of classes, ids and roles tell of an element.
//!
//! They are habits of people who make pages, not rules, so they only lean the
//! scale, and never against an element that holds most of the page's words.

use super::dom::{Dom, Id};

/// Words in names of what stands around articles.
#[rustfmt::skip]
const AROUND: &[&str] = &[
    "nav", "navbar", "navigation", "navi", "menu", "menubar", "sidebar", "side", "sidenav",
    "footer", "foot", "masthead", "banner", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "pager",
    "pagination", "pagenav", "paging", "prevnext", "related", "recent", "popular", "trending",
    "mostread", "recommended", "recommendations", "teaser", "teasers", "promo", "promotion",
    "sponsor", "sponsored", "advert", "advertisement", "advertising", "ad", "ads", "adsense",
    "adbox", "adslot", "comment", "comments", "commentlist", "respond", "disqus", "discussion",
    "share", "sharing", "sharedaddy", "social", "follow", "newsletter", "subscribe", "subscription",
    "signup", "login", "cookie", "cookies", "consent", "gdpr", "popup", "modal", "overlay",
    "widget", "widgets", "toolbar", "tools", "print", "email", "skip", "skiplink", "search",
    "searchbox", "searchform", "tagcloud", "toc", "metadata", "postmeta", "postmetadata", "entrymeta", "tags",
    "taglist", "categories", "blogroll", "archives", "copyright", "legal", "disclaimer", "outbrain",
    "taboola", "hidden", "offscreen", "sr", "screenreader", "noprint", "bio", "authorbox",
    "infobar", "controls", "player", "poll", "donate", "shop", "cart", "weather", "ticker", "alike",
    "near", "editsection", "navbox", "infobox", "hatnote", "reflist", "catlinks", "jump", "topbar",
    "bottombar", "leftcol", "rightcol", "leftnav", "rightnav", "stream", "gallery", "slideshow",
    "carousel", "slider", "reply", "replies", "talkback", "guestbook", "postdetails",
    "postprofile", "poster", "userinfo", "signature", "avatar",
];

/// Words in names of what holds articles.
#[rustfmt::skip]
const HOLDING: &[&str] = &[
    "article", "articlebody", "articletext", "articlecontent", "body", "content", "entry",
    "entrycontent", "post", "postbody", "postcontent", "story", "storybody", "storytext", "text",
    "main", "maincontent", "hentry", "bodytext", "copy", "prose", "richtext", "editorial",
    "blogpost", "page", "column",
];

/// Roles of what stands around articles.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert",
    "alertdialog", "menu", "menubar", "toolbar", "form",
];

/// Names that begin so tell of what is in an element or how it is shown.
const NO_NAMES: &[&str] = &[
    "has-", "hasnt-", "no-", "not-", "with-", "without-", "is-", "js-has", "hide-", "show-",
];

/// Names that people give to parts of a page have no more parts than this.
const MOST_PARTS: usize = 4;

/// What an element's names tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It stands around an article.
    Around,
    /// It holds one.
    Holding,
    /// Nothing.
    Nothing,
}

/// What an element's tag, role and names tell.
#[must_use]
pub fn told(dom: &Dom, id: Id) -> Told {
    match dom.tag(id) {
        "nav" | "footer" | "aside" | "menu" | "search" => return Told::Around,
        "html" | "body" => return Told::Nothing,
        "article" | "main" => return Told::Holding,
        _ => {}
    }
    if dom
        .attribute(id, "role")
        .is_some_and(|role| ROLES.contains(&role))
    {
        return Told::Around;
    }
    if dom
        .attribute(id, "itemprop")
        .is_some_and(|name| name.contains("articleBody"))
    {
        return Told::Holding;
    }
    let names = [dom.attribute(id, "class"), dom.attribute(id, "id")];
    let (mut around, mut holding) = (0, 0);
    for name in names
        .into_iter()
        .flatten()
        .filter(|name| !is_sentence(name))
    {
        words(name, &mut |word| {
            around += i32::from(AROUND.contains(&word));
            holding += i32::from(HOLDING.contains(&word));
        });
    }
    match (around > 0, holding > 0) {
        (true, false) => Told::Around,
        (false, true) => Told::Holding,
        // `article-tags`, `post-comments`: the last word would decide, but what
        // stands around is named more surely than what holds.
        (true, true) => Told::Around,
        (false, false) => Told::Nothing,
    }
}

/// Calls `each` with the words of an element's classes.
pub(super) fn class_words(dom: &Dom, id: Id, each: &mut dyn FnMut(&str)) {
    if let Some(class) = dom
        .attribute(id, "class")
        .filter(|class| !is_sentence(class))
    {
        words(class, each);
    }
}

/// Whether a name was made of a heading (`sharing-with-a-friend`): it tells of
/// the text and not of the page.
fn is_sentence(name: &str) -> bool {
    name.len() < 200 && name.split(['-', '_']).count() > MOST_PARTS && !name.contains(' ')
}

/// Calls `each` with the words of a name: `post-metaData_2` has `post`,
/// `meta`, `data`, and the whole without its joints, `postmetadata`.
pub(super) fn words(names: &str, each: &mut dyn FnMut(&str)) {
    for name in names
        .split_whitespace()
        .take(16)
        .filter(|name| name.len() < 80 && !NO_NAMES.iter().any(|start| name.starts_with(start)))
    {
        let mut whole = String::new();
        let mut word = String::new();
        let mut parts = 0;
        for letter in name.chars() {
            let new =
                letter.is_uppercase() && word.chars().next_back().is_some_and(char::is_lowercase);
            if new || !letter.is_alphabetic() {
                if !word.is_empty() {
                    each(&word);
                    parts += 1;
                }
                word.clear();
            }
            if letter.is_alphabetic() {
                let small = letter.to_ascii_lowercase();
                word.push(if new || word.is_empty() {
                    small
                } else {
                    letter
                });
                whole.push(small);
            }
        }
        if !word.is_empty() {
            each(&word.to_lowercase());
        }
        if parts > 0 {
            each(&whole);
        }
    }
}

/// Whether an element is not shown.
#[must_use]
pub fn is_hidden(dom: &Dom, id: Id) -> bool {
    let style = dom.attribute(id, "style").unwrap_or_default();
    let style: String = style
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase();
    dom.attribute(id, "hidden").is_some()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || (dom.attribute(id, "aria-hidden") == Some("true") && dom.tag(id) != "img")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_words() {
        let mut seen = Vec::new();
        words("post-metaData_2 x", &mut |word| seen.push(word.to_owned()));
        assert_eq!(seen, ["post", "meta", "data", "postmetadata", "x"]);
    }

    #[test]
    fn what_names_tell() {
        for (page, wanted) in [
            ("<div class='sidebar-left'>", Told::Around),
            ("<div id=articleBody>", Told::Holding),
            ("<div class='post-comments'>", Told::Around),
            ("<div class=x>", Told::Nothing),
            ("<nav>", Told::Around),
            ("<div class='header-download'>", Told::Nothing),
        ] {
            let dom = Dom::parse(page);
            assert_eq!(told(&dom, 1), wanted, "{page}");
        }
    }
}
