//! The main text of a page: what its holder ([`super::holder`]) has, without
//! what is not text.
//!
//! What stands in the holder and weighs less than nothing (lists of links, bars
//! of buttons, what other pages have too) is left out, and so are the short
//! lines before the text and after it that say who, when and where else. What
//! is left is written as plain HTML, for the archive's own reader to make
//! blocks of.

use super::blocks::{Block, above};
use super::byline::of_line;
use super::dom::{Dom, Id};
use super::holder::{self, Sums};
use super::lines::{is_furniture, is_heading, lines_of, looks_like_date, same, words_of};
use super::names::{Told, is_hidden, told};
use super::written::write;

/// Lines before the text and after it that are shorter than this many words
/// may belong to the page's furniture.
const SHORT_LINE: u32 = 14;

/// So much running text is a paragraph among which a list may stand.
const A_LINE: f32 = 5.0;

/// A page's main text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MainText {
    /// As HTML.
    pub html: String,
    /// Where it begins.
    pub first: Id,
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
    if sums.good(dom.top()) <= 0.0 {
        return short(dom, blocks, headline);
    }
    let said = blocks
        .iter()
        .find(|block| same(&words_of(dom, block), headline));
    let mut out = Out::default();
    let holder = holder::find(dom, &sums, said.map(|block| block.from), &mut out.ids);
    left_out(dom, &sums, blocks, holder, headline, &mut out);
    lines_around(dom, blocks, holder, headline, &mut out);
    written(dom, holder, out)
}

/// So many short blocks before the holder may tell who and when, and as many
/// of those before the headline.
const AROUND: usize = 12;
const ABOVE: usize = 3;

/// Gathers the lines between the headline and the holder, and those right above
/// the headline.
fn lines_around(dom: &Dom, blocks: &[Block], holder: Id, headline: &str, out: &mut Out) {
    let end = blocks.partition_point(|block| block.from < holder);
    let said = blocks[..end]
        .iter()
        .rposition(|block| same(&words_of(dom, block), headline));
    let Some(said) = said else { return };
    let short = |block: &&Block| block.words < SHORT_LINE;
    let below = blocks[said + 1..end].iter().filter(short).take(AROUND);
    let above = blocks[said.saturating_sub(ABOVE)..said]
        .iter()
        .filter(short);
    let lines = below.chain(above).flat_map(|block| lines_of(dom, block));
    out.before = lines.chain(std::mem::take(&mut out.before)).collect();
}

#[derive(Default)]
struct Out {
    ids: std::collections::HashSet<Id>,
    before: Vec<String>,
    after: Vec<String>,
}

/// So many lines before the text, and after it, are looked at for who and when.
const MOST_LINES: usize = 400;

impl Out {
    fn say_before(&mut self, lines: Vec<String>) {
        let room = MOST_LINES.saturating_sub(self.before.len());
        self.before.extend(lines.into_iter().take(room));
    }

    fn say_after(&mut self, lines: Vec<String>) {
        let room = MOST_LINES.saturating_sub(self.after.len());
        self.after.extend(lines.into_iter().take(room));
    }
}

/// What of the holder is not its text.
fn left_out(dom: &Dom, sums: &Sums, blocks: &[Block], holder: Id, headline: &str, out: &mut Out) {
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
                (links || light) && !in_text(dom, sums, id)
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
    ends(dom, &mine, headline, out);
    for block in mine
        .iter()
        .filter(|block| block.weight < 0.0 && block.linked * 2 > block.words && block.words > 2)
        .filter(|block| !in_text(dom, sums, block.holder))
    {
        drop_block(dom, block, out);
    }
}

/// Whether an element is a list or table, or in one, that stands among
/// paragraphs: however many links it has, it is part of the text. At the end of
/// a text it is only when it says something beside them.
fn in_text(dom: &Dom, sums: &Sums, id: Id) -> bool {
    let Some(list) = list_of(dom, id).filter(|list| told(dom, *list) != Told::Around) else {
        return false;
    };
    let Some(parent) = dom.parent(list) else {
        return false;
    };
    let is_text = |id: &Id| {
        sums.good(*id) >= A_LINE
            && matches!(
                dom.tag(*id),
                "p" | "blockquote" | "ul" | "ol" | "pre" | "table"
            )
    };
    let before = dom
        .children(parent)
        .take_while(|id| *id < list)
        .any(|id| is_text(&id));
    let after = dom
        .children(parent)
        .filter(|id| *id > list)
        .any(|id| is_text(&id));
    let (words, linked) = (sums.words[list as usize], sums.linked[list as usize]);
    before && (after || linked * 10 < words * 7)
}

/// The outermost list or table that an element is a part of, or is.
fn list_of(dom: &Dom, id: Id) -> Option<Id> {
    let is_part = |id: &Id| {
        matches!(
            dom.tag(*id),
            "ul" | "ol"
                | "li"
                | "dl"
                | "dt"
                | "dd"
                | "table"
                | "tbody"
                | "thead"
                | "tr"
                | "td"
                | "th"
        )
    };
    let list = above(dom, id).take_while(is_part).last();
    list.filter(|list| matches!(dom.tag(*list), "ul" | "ol" | "dl" | "table"))
}

/// The text of a page that has no running text: what stands in its paragraphs,
/// or in what says that it is the article, is a very short one.
fn short(dom: &Dom, blocks: &[Block], headline: &str) -> Option<MainText> {
    let says = |id: &Id| {
        matches!(dom.tag(*id), "article" | "main")
            || dom
                .attribute(*id, "itemprop")
                .is_some_and(|name| name.contains("articleBody"))
    };
    let holder = dom.inside(dom.top()).find(says);
    let inside = dom.inside(holder.unwrap_or(dom.top()));
    let is_own = |block: &&Block| {
        let words = words_of(dom, block);
        inside.contains(&block.from)
            && block.words > 0
            && block.linked * 2 <= block.words
            && (holder.is_some() || !is_heading(dom, block.holder))
            && !same(&words, headline)
            && !is_furniture(&words)
            && !looks_like_date(&words)
            && of_line(&words, false).is_empty()
            && above(dom, block.from)
                .all(|id| told(dom, id) != Told::Around && dom.tag(id) != "time")
            && (holder.is_some() && block.weight > -(block.words as f32)
                || (block.sentence
                    && matches!(
                        dom.tag(block.holder),
                        "p" | "td" | "dd" | "blockquote" | "pre"
                    )))
    };
    let own: Vec<Id> = blocks
        .iter()
        .filter(is_own)
        .map(|block| block.from)
        .collect();
    let picture = |id: Id| dom.inside(id).any(|id| dom.tag(id) == "img");
    if own.is_empty() && !holder.is_some_and(picture) {
        return None;
    }
    let mut out = Out::default();
    for block in blocks.iter().filter(|block| !own.contains(&block.from)) {
        out.say_before(lines_of(dom, block));
        drop_block(dom, block, &mut out);
    }
    written(dom, holder.unwrap_or(dom.top()), out)
}

fn written(dom: &Dom, holder: Id, out: Out) -> Option<MainText> {
    let mut html = String::new();
    write(dom, holder, &out.ids, &mut html, 0);
    let first = dom.inside(holder).find(|id| {
        !dom.words(*id).trim().is_empty() && !above(dom, *id).any(|id| out.ids.contains(&id))
    });
    (!html.trim().is_empty()).then_some(MainText {
        html,
        first: first.unwrap_or(holder),
        before: out.before,
        after: out.after,
    })
}

/// Leaves out the lines before the first running text and after the last that
/// are not its own.
fn ends(dom: &Dom, blocks: &[&Block], headline: &str, out: &mut Out) {
    let text = |block: &Block| words_of(dom, block);
    // Of a very short text its best line is enough.
    let most = blocks.iter().map(|block| block.weight).fold(0.0, f32::max);
    let enough = (SHORT_LINE as f32 * 0.5).min(most);
    let is_text = |block: &Block| block.weight >= enough && block.weight > 0.0;
    let Some(first) = blocks.iter().position(|block| is_text(block)) else {
        return;
    };
    let last = blocks
        .iter()
        .rposition(|block| is_text(block))
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
            out.say_before(lines_of(dom, block));
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
    // The rest of the list or table that the text ends with is part of it.
    let list = blocks
        .get(last)
        .and_then(|block| list_of(dom, block.holder));
    let parent = blocks.get(last).map(|block| dom.parent(block.holder));
    let with_last = |block: &Block| {
        list.is_some() && list == list_of(dom, block.holder)
            || block.weight > 0.0 && parent == Some(dom.parent(block.holder))
    };
    let mut furniture = false;
    for block in &blocks[last + 1..] {
        let words = text(block);
        // After the first line of furniture comes nothing else.
        let links = block.linked * 3 > block.words && !with_last(block);
        furniture |= links || is_furniture(&words) || is_heading(dom, block.holder);
        if furniture {
            out.say_after(lines_of(dom, block));
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
