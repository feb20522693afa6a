//! Where on a page the main text is: the element that holds its running text
//! and little else.
//!
//! From the top of the page down: as long as one part of an element holds most
//! of its running text, that part is the page. What stands beside it is left
//! out, unless it is of a kind with it (the other sections, a paragraph before
//! it): then the text is all of them.

use std::collections::HashSet;

use super::blocks::{Block, above};
use super::dom::{Dom, Id};

/// A part with this share of an element's running text stands for it.
const MOST: f32 = 0.72;

/// An element that says it is the article is believed when it holds so much of
/// the page's running text: the only one that says it by its property, the
/// only one by its name, one of several.
const BELIEVED: [f32; 3] = [0.15, 0.3, 0.4];

/// Elements without a class are of one kind when they hold so much of what the
/// main part holds: a line about the site has none either.
const A_SHARE: f32 = 0.3;

/// Running text of so many words beside the main part may be more of it.
const A_PARAGRAPH: f32 = 12.0;

/// What running text, and what in all, the elements hold.
pub(super) struct Sums {
    pub good: Vec<f32>,
    pub all: Vec<f32>,
    pub words: Vec<u32>,
    pub linked: Vec<u32>,
}

impl Sums {
    pub fn new(dom: &Dom, blocks: &[Block]) -> Self {
        let size = dom.len();
        let mut sums = Self {
            good: vec![0.0; size],
            all: vec![0.0; size],
            words: vec![0; size],
            linked: vec![0; size],
        };
        for block in blocks {
            for id in above(dom, block.holder) {
                let at = id as usize;
                sums.good[at] += block.weight.max(0.0);
                sums.all[at] += block.weight;
                sums.words[at] += block.words;
                sums.linked[at] += block.linked;
            }
        }
        sums
    }

    pub fn good(&self, id: Id) -> f32 {
        self.good.get(id as usize).copied().unwrap_or(0.0)
    }
}

/// The element that holds the main text; what of it does not is added to `out`.
pub(super) fn find(dom: &Dom, sums: &Sums, headline: Option<Id>, out: &mut HashSet<Id>) -> Id {
    let mut at = start(dom, sums);
    let mut holder = None;
    loop {
        let best = dom
            .children(at)
            .max_by(|a, b| sums.good(*a).total_cmp(&sums.good(*b)))
            // One paragraph that is most of the text is not all of it.
            .filter(|best| sums.good(*best) >= sums.good(at) * MOST && holds_blocks(dom, *best));
        let Some(best) = best else {
            return holder.unwrap_or(at);
        };
        let belonging: Vec<Id> = dom
            .children(at)
            .filter(|child| *child == best || belongs(dom, sums, best, *child, headline))
            .collect();
        if belonging.len() > 1 || holder.is_some() {
            holder.get_or_insert(at);
            let between = *belonging.first().unwrap_or(&best)..=*belonging.last().unwrap_or(&best);
            let beside = dom.children(at).filter(|child| {
                !belonging.contains(child) && (sums.good(*child) > 0.0 || !between.contains(child))
            });
            out.extend(beside);
        }
        at = best;
    }
}

/// Where to begin looking: in what says that it is the article.
fn start(dom: &Dom, sums: &Sums) -> Id {
    let all = sums.good(dom.top());
    let body = |id: &Id| {
        dom.attribute(*id, "itemprop")
            .is_some_and(|name| name.contains("articleBody"))
    };
    let article = |id: &Id| dom.tag(*id) == "article";
    let says = |id: &Id| {
        body(id)
            || article(id)
            || dom.tag(*id) == "main"
            || dom
                .attribute(*id, "role")
                .is_some_and(|role| matches!(role, "main" | "article"))
    };
    let elements = || dom.inside(dom.top()).filter(|id| !dom.is_text(*id));
    let only = |is: &dyn Fn(&Id) -> bool, share: f32| {
        let mut found = elements().filter(|id| is(id) && sums.good(*id) > 0.0);
        found
            .next()
            .filter(|id| found.next().is_none() && sums.good(*id) >= all * share)
    };
    if let Some(one) = only(&body, BELIEVED[0]).or_else(|| only(&article, BELIEVED[1])) {
        return one;
    }
    let said = elements()
        .filter(says)
        .filter(|id| sums.good(*id) >= all * BELIEVED[2]);
    // The smallest that holds enough says it most exactly.
    said.min_by(|a, b| sums.good(*a).total_cmp(&sums.good(*b)).then(b.cmp(a)))
        .unwrap_or(dom.top())
}

/// Whether what stands beside the main part is more of it.
fn belongs(dom: &Dom, sums: &Sums, best: Id, child: Id, headline: Option<Id>) -> bool {
    let good = sums.good(child);
    if good < A_PARAGRAPH || dom.is_text(child) {
        return false;
    }
    let at = child as usize;
    let (words, linked) = (sums.words[at], sums.linked[at]);
    let alike = alike(dom, best, child);
    // What is of one kind may have a box of links in it; that is left out later.
    if linked * 4 > words || good < words as f32 * 0.5 {
        return alike && linked * 2 < words && good > words as f32 * 0.25;
    }
    match dom.tag(child) {
        "p" | "blockquote" | "pre" | "ul" | "ol" | "dl" | "figure" => true,
        "div" | "section" | "article" | "span" | "center" | "header" => {
            let named = dom.attribute(child, "class").is_some();
            (alike && (named || good >= sums.good(best) * A_SHARE))
                || headline.is_some_and(|at| at < child && child < best)
        }
        _ => false,
    }
}

/// Whether two elements are of one kind: the same name, and a class in common
/// or none.
fn alike(dom: &Dom, one: Id, other: Id) -> bool {
    let classes = |id| dom.attribute(id, "class").unwrap_or_default();
    let (ours, theirs) = (classes(one), classes(other));
    dom.tag(one) == dom.tag(other)
        && (ours.trim() == theirs.trim()
            || ours
                .split_whitespace()
                .any(|class| theirs.split_whitespace().any(|other| other == class)))
}

/// Whether an element may hold several paragraphs.
fn holds_blocks(dom: &Dom, id: Id) -> bool {
    matches!(
        dom.tag(id),
        "html"
            | "body"
            | "main"
            | "article"
            | "section"
            | "div"
            | "td"
            | "table"
            | "tbody"
            | "tr"
            | "center"
            | "form"
            | "span"
            | "font"
            | "fieldset"
            | "header"
            | "blockquote"
            | "address"
            | "details"
            | "layer"
            | "ul"
            | "ol"
            | "b"
            | "i"
            | "aside"
            | "nav"
            | "footer"
    ) && !matches!(dom.tag(id), "ul" | "ol" | "blockquote" | "header")
}
