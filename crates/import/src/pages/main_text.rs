//! The main text of a page, found as the part of the tree that holds the
//! running text and little else.
//!
//! From the top of the page down: as long as one part of an element holds most
//! of its running text, that part is the page. What stands in it and weighs
//! less than nothing (lists of links, bars of buttons, what other pages have
//! too) is left out, and so are the short lines before the text and after it
//! that say who, when and where else. What is left is written as plain HTML,
//! for the archive's own reader to make blocks of.

use super::blocks::{Block, above};
use super::dom::{Dom, Id};
use super::lines::{is_furniture, is_heading, lines_of, looks_like_date, same, words_of};
use super::names::{Told, is_hidden, told};
use super::written::write;

/// A part with this share of an element's running text stands for it.
const MOST: f32 = 0.72;

/// An element that says it is the article is believed when it holds so much of
/// the page's running text.
const BELIEVED: f32 = 0.4;

/// Lines before the text and after it that are shorter than this many words
/// may belong to the page's furniture.
const SHORT_LINE: u32 = 14;

/// A page's main text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MainText {
    /// As HTML.
    pub html: String,
    /// The element it was found in.
    pub holder: Id,
    /// Short lines left out before it, in order: byline and date are often
    /// among them.
    pub before: Vec<String>,
    /// And after it.
    pub after: Vec<String>,
}

/// Finds the main text. `headline` is not repeated in it.
#[must_use]
pub fn find(dom: &Dom, blocks: &[Block], headline: &str) -> Option<MainText> {
    let sums = Sums::new(dom, blocks);
    let all = sums.good(dom.top());
    if all <= 0.0 {
        return None;
    }
    let holder = descend(dom, &sums, start(dom, &sums, all));
    let out = left_out(dom, &sums, blocks, holder, headline);
    let mut html = String::new();
    write(dom, holder, &out.ids, &mut html, 0);
    (!html.trim().is_empty()).then_some(MainText {
        html,
        holder,
        before: out.before,
        after: out.after,
    })
}

/// What running text, and what in all, the elements hold.
struct Sums {
    good: Vec<f32>,
    all: Vec<f32>,
    words: Vec<u32>,
    linked: Vec<u32>,
}

impl Sums {
    fn new(dom: &Dom, blocks: &[Block]) -> Self {
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

    fn good(&self, id: Id) -> f32 {
        self.good.get(id as usize).copied().unwrap_or(0.0)
    }
}

/// Where to begin looking: in what says that it is the article.
fn start(dom: &Dom, sums: &Sums, all: f32) -> Id {
    let says = |id: &Id| {
        dom.attribute(*id, "itemprop")
            .is_some_and(|name| name.contains("articleBody"))
            || matches!(dom.tag(*id), "article" | "main")
            || dom
                .attribute(*id, "role")
                .is_some_and(|role| matches!(role, "main" | "article"))
    };
    let said = dom
        .inside(dom.top())
        .filter(says)
        .filter(|id| sums.good(*id) >= all * BELIEVED);
    // The smallest that holds enough says it most exactly.
    said.min_by(|a, b| sums.good(*a).total_cmp(&sums.good(*b)).then(b.cmp(a)))
        .unwrap_or(dom.top())
}

fn descend(dom: &Dom, sums: &Sums, from: Id) -> Id {
    let mut at = from;
    loop {
        let best = dom
            .children(at)
            .max_by(|a, b| sums.good(*a).total_cmp(&sums.good(*b)));
        match best {
            // One paragraph that is most of the text is not all of it.
            Some(best) if sums.good(best) >= sums.good(at) * MOST && holds_blocks(dom, best) => {
                at = best;
            }
            _ => return at,
        }
    }
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

#[derive(Default)]
struct Out {
    ids: std::collections::HashSet<Id>,
    before: Vec<String>,
    after: Vec<String>,
}

/// What of the holder is not its text.
fn left_out(dom: &Dom, sums: &Sums, blocks: &[Block], holder: Id, headline: &str) -> Out {
    let mut out = Out::default();
    let most = sums.good(holder);
    for id in dom.inside(holder) {
        if dom.is_text(id) {
            continue;
        }
        let at = id as usize;
        let (words, linked) = (sums.words[at], sums.linked[at]);
        let dropped = match dom.tag(id) {
            "script" | "style" | "template" | "select" | "textarea" | "button" | "input"
            | "svg" | "canvas" | "map" | "dialog" => true,
            "form" | "fieldset" | "label" => sums.good[at] < most * 0.5,
            "table" | "ul" | "ol" | "dl" | "div" | "section" | "p" | "td" | "center" | "span"
            | "header" | "hgroup" => {
                let links = words > 0 && linked * 2 > words && sums.all[at] < 0.0;
                let light =
                    words > 0 && sums.good[at] <= 0.0 && sums.all[at] < -(words as f32) * 0.4;
                links || light
            }
            _ => false,
        };
        let around = told(dom, id) == Told::Around
            && sums.good[at] < most * 0.5
            && sums.all[at] <= 0.0
            && !matches!(
                dom.tag(id),
                "figure" | "figcaption" | "td" | "tr" | "tbody" | "table"
            );
        if dropped || around || is_hidden(dom, id) || is_tracker(dom, id) {
            out.ids.insert(id);
        }
    }
    let inside = dom.inside(holder);
    let mine: Vec<&Block> = blocks
        .iter()
        .filter(|block| {
            block.words > 0
                && (inside.contains(&block.from))
                && !above(dom, block.from)
                    .take_while(|id| *id != holder)
                    .any(|id| out.ids.contains(&id))
        })
        .collect();
    ends(dom, &mine, headline, &mut out);
    for block in mine
        .iter()
        .filter(|block| block.weight < 0.0 && block.linked * 2 > block.words && block.words > 2)
    {
        drop_block(dom, block, &mut out);
    }
    out
}

/// Leaves out the lines before the first running text and after the last that
/// are not its own.
fn ends(dom: &Dom, blocks: &[&Block], headline: &str, out: &mut Out) {
    let text = |block: &Block| words_of(dom, block);
    let Some(first) = blocks
        .iter()
        .position(|block| block.weight >= SHORT_LINE as f32 * 0.5)
    else {
        return;
    };
    let last = blocks
        .iter()
        .rposition(|block| block.weight >= SHORT_LINE as f32 * 0.5)
        .unwrap_or(first);
    for block in &blocks[..first] {
        let words = text(block);
        let is_heading = is_heading(dom, block.holder);
        let own = is_heading
            && !same(&words, headline)
            && block.linked == 0
            && first > 0
            && comes_right_before(blocks, block, first);
        let speech = block.sentence
            && block.words >= 5
            && block.linked == 0
            && !looks_like_date(&words)
            && !is_furniture(&words);
        if !own && !speech || same(&words, headline) {
            out.before.extend(lines_of(dom, block));
            drop_block(dom, block, out);
        }
    }
    for block in &blocks[first..=last] {
        let words = text(block);
        if same(&words, headline) || (block.words < 8 && block.weight < 1.0 && is_furniture(&words))
        {
            drop_block(dom, block, out);
        }
    }
    let mut furniture = false;
    for block in &blocks[last + 1..] {
        let words = text(block);
        // After the first line of furniture comes nothing else.
        furniture |=
            block.linked * 3 > block.words || is_furniture(&words) || is_heading(dom, block.holder);
        if furniture {
            out.after.extend(lines_of(dom, block));
            drop_block(dom, block, out);
        }
    }
}

/// Whether a heading belongs to the text that follows it, and is not a line of
/// the page's own before others.
fn comes_right_before(blocks: &[&Block], heading: &Block, first: usize) -> bool {
    blocks[first - 1].from == heading.from
}

fn drop_block(dom: &Dom, block: &Block, out: &mut Out) {
    out.ids
        .extend((block.from..=block.to).filter(|id| dom.is_text(*id)));
}

/// A picture nobody sees.
fn is_tracker(dom: &Dom, id: Id) -> bool {
    let tiny = |name| {
        dom.attribute(id, name)
            .is_some_and(|size| matches!(size.trim_end_matches("px"), "0" | "1"))
    };
    dom.tag(id) == "img" && (tiny("width") || tiny("height"))
}
