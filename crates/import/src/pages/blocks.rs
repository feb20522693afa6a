//! A page's words as blocks, each weighed: how much it looks like running text.
//!
//! The idea is Kohlschütter, Fankhauser and Nejdl's ("Boilerplate Detection
//! using Shallow Text Features", WSDM 2010): the number of words in a block and
//! the share of them that are links tell most of it. To that come the end of a
//! sentence, the names of elements around, and whether other pages of the same
//! site have the very same block.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::dom::{BLOCKS, Dom, Id};
use super::lines::{is_comments, is_heading, words_of};
use super::names::{Told, is_hidden, told};

/// A block of so many words is running text if it is no list of links; the
/// paper's trees part at 15 to 17.
const LONG: u32 = 15;

/// A sentence of so many words is running text too.
const SENTENCE: u32 = 5;

/// A block more than this part of whose words are links is a list of links:
/// the paper's 0.333.
const MOST_LINKED: f32 = 0.34;

/// What a block of running text counts when its surroundings are named as what
/// stands around articles.
const AROUND: f32 = -0.5;

/// What elements named as holding articles add.
const HOLDING: f32 = 1.25;

/// A part of a page with more than this share of all its running text is its
/// main part, however it is named.
const MOST_OF_IT: f32 = 0.5;

/// A run of words that stand together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// The block element they are in.
    pub holder: Id,
    /// The first and the last of their texts.
    pub from: Id,
    pub to: Id,
    /// How many words, and how many of them are links.
    pub words: u32,
    pub linked: u32,
    /// Whether they end like a sentence.
    pub sentence: bool,
    /// Their hash, to know them by on other pages.
    pub hash: u64,
    /// How much they look like running text, in words.
    pub weight: f32,
}

/// Blocks that pages of one site share.
#[derive(Debug, Default)]
pub struct Shared {
    counts: HashMap<u64, u32>,
    pages: u32,
}

/// A block on so many pages and on this share of them is the site's.
const SHARED_PAGES: u32 = 3;
const SHARED_PART: f32 = 0.3;

/// So many blocks at a page's beginning, and at its end, are learned.
const MOST_LEARNED: usize = 2_000;

impl Shared {
    /// Learns a page's blocks.
    pub fn learn(&mut self, blocks: &[Block]) {
        self.pages += 1;
        // What pages share stands at their beginning and end.
        let end = blocks.len().saturating_sub(MOST_LEARNED).max(MOST_LEARNED);
        let both = blocks
            .iter()
            .take(MOST_LEARNED)
            .chain(blocks.iter().skip(end));
        let mut hashes: Vec<u64> = both.map(|block| block.hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        for hash in hashes {
            *self.counts.entry(hash).or_default() += 1;
        }
    }

    fn has(&self, hash: u64) -> bool {
        let count = self.counts.get(&hash).copied().unwrap_or(0);
        count >= SHARED_PAGES && count as f32 >= self.pages as f32 * SHARED_PART
    }
}

/// The blocks of a page in their order, not yet weighed.
#[must_use]
pub fn blocks(dom: &Dom) -> Vec<Block> {
    let mut walk = Walk {
        dom,
        blocks: Vec::new(),
        open: None,
        hasher: DefaultHasher::new(),
        last: ' ',
    };
    walk.element(dom.top(), 0, false);
    walk.end();
    walk.blocks
}

struct Walk<'a> {
    dom: &'a Dom,
    blocks: Vec<Block>,
    open: Option<Block>,
    hasher: DefaultHasher,
    last: char,
}

impl Walk<'_> {
    fn element(&mut self, id: Id, holder: Id, linked: bool) {
        let tag = self.dom.tag(id);
        if matches!(
            tag,
            "script"
                | "style"
                | "template"
                | "head"
                | "select"
                | "textarea"
                | "button"
                | "svg"
                | "canvas"
                | "map"
                | "object"
        ) || (id > 0 && is_hidden(self.dom, id))
        {
            return;
        }
        if matches!(tag, "br" | "hr") {
            // Two line breaks part paragraphs; the second comes right after.
            if self.last == '\n' || tag == "hr" {
                self.end();
            }
            self.last = '\n';
            return;
        }
        let is_block = BLOCKS.contains(&tag);
        if is_block {
            self.end();
        }
        let holder = if is_block { id } else { holder };
        let linked = linked || (tag == "a" && self.dom.attribute(id, "href").is_some());
        for child in self.dom.children(id) {
            if self.dom.is_text(child) {
                self.text(child, holder, linked);
            } else {
                self.element(child, holder, linked);
            }
        }
        if is_block {
            self.end();
        }
    }

    fn text(&mut self, id: Id, holder: Id, linked: bool) {
        let words = self.dom.words(id);
        let mut count = 0_u32;
        for word in words.split_whitespace() {
            word.hash(&mut self.hasher);
            self.last = word.chars().next_back().unwrap_or(' ');
            // Scripts without spaces count two characters for a word.
            let wide = word.chars().filter(|c| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')).count();
            let long = word.chars().filter(|c| matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')).count();
            count += if long > 8 {
                // Thai, Lao, Burmese and Khmer part sentences, not words.
                u32::try_from(long / 5).unwrap_or(1)
            } else if wide > 1 {
                u32::try_from(wide / 2).unwrap_or(1)
            } else {
                u32::from(word.chars().any(char::is_alphanumeric))
            };
        }
        if count == 0 && self.open.is_none() {
            return;
        }
        let empty = Block {
            holder,
            from: id,
            to: id,
            words: 0,
            linked: 0,
            sentence: false,
            hash: 0,
            weight: 0.0,
        };
        let open = self.open.get_or_insert(empty);
        open.to = id;
        open.words += count;
        open.linked += if linked { count } else { 0 };
        open.sentence |= words.trim_end().ends_with(is_end)
            || words.contains(['。', '！', '？', '।'])
            || words
                .split_whitespace()
                .rev()
                .skip(1)
                .any(|word| word.len() > 3 && word.ends_with(is_end));
    }

    fn end(&mut self) {
        let hasher = std::mem::take(&mut self.hasher);
        if let Some(mut block) = self.open.take() {
            block.hash = hasher.finish();
            self.blocks.push(block);
        }
        self.last = ' ';
    }
}

fn is_end(letter: char) -> bool {
    matches!(
        letter,
        '.' | '!' | '?' | '…' | ':' | ';' | '"' | '”' | '’' | ')' | '»'
    )
}

/// Weighs the blocks of a page.
pub fn weigh(dom: &Dom, blocks: &mut [Block], shared: &Shared) {
    for block in blocks.iter_mut() {
        block.weight = by_itself(dom, block, shared);
    }
    let all: f32 = blocks.iter().map(|block| block.weight.max(0.0)).sum();
    // What stands around, unless it holds most of the text.
    let told: Vec<Told> = (0..u32::try_from(dom.len()).unwrap_or(0))
        .map(|id| {
            if dom.is_text(id) {
                Told::Nothing
            } else {
                told(dom, id)
            }
        })
        .collect();
    let mut inside: HashMap<Id, f32> = HashMap::new();
    for block in blocks.iter() {
        for id in above(dom, block.holder).filter(|id| told[*id as usize] == Told::Around) {
            *inside.entry(id).or_default() += block.weight.max(0.0);
        }
    }
    for block in blocks.iter_mut() {
        let (mut around, mut holding) = (false, false);
        for id in above(dom, block.holder) {
            match told[id as usize] {
                Told::Around => {
                    around |= inside.get(&id).copied().unwrap_or(0.0) < all * MOST_OF_IT;
                }
                Told::Holding => holding = true,
                Told::Nothing => {}
            }
        }
        if around && block.weight > 0.0 {
            block.weight *= AROUND;
        } else if around {
            block.weight -= block.words as f32 * 0.5;
        } else if holding && block.weight > 0.0 {
            block.weight *= HOLDING;
        }
    }
    lift_short_ones(dom, blocks);
    push_teasers_down(dom, blocks, all);
    push_repeated_down(dom, blocks);
    push_comments_down(dom, blocks);
}

/// A short line that a page has so often is a label or a button.
const OFTEN: usize = 3;
const LABEL: u32 = 8;

/// What a page says again and again (`Joined: 2002`, `Back to top`) is not its
/// text; numbers in a table are.
fn push_repeated_down(dom: &Dom, blocks: &mut [Block]) {
    let mut counts: HashMap<u64, usize> = HashMap::new();
    let is_label = |block: &Block| (2..=LABEL).contains(&block.words) && block.weight < LONG as f32;
    for block in blocks.iter().filter(|block| is_label(block)) {
        *counts.entry(block.hash).or_default() += 1;
    }
    for block in blocks.iter_mut().filter(|block| is_label(block)) {
        let often = counts.get(&block.hash).is_some_and(|count| *count >= OFTEN);
        if often && dom.tag(block.holder) != "pre" {
            block.weight = -(block.words as f32);
        }
    }
}

/// So much running text stands before the comments at least: fewer words are no
/// article that anybody commented on.
const COMMENTED: f32 = 25.0;

/// The line over comments has no more words than this.
const COMMENTS_LINE: u32 = 8;

/// What follows the line over the comments are comments, to the end.
fn push_comments_down(dom: &Dom, blocks: &mut [Block]) {
    let all: f32 = blocks.iter().map(|block| block.weight.max(0.0)).sum();
    let mut before = 0.0;
    for at in 0..blocks.len() {
        let block = &blocks[at];
        let is_line = block.words <= COMMENTS_LINE && block.linked < block.words.max(1);
        if is_line && before >= COMMENTED && is_comments(&words_of(dom, block)) {
            let said = is_heading(dom, block.holder) || before * 4.0 > all;
            if said {
                for block in blocks[at..].iter_mut().filter(|block| block.weight > 0.0) {
                    block.weight *= AROUND;
                }
                return;
            }
        }
        before += blocks[at].weight.max(0.0);
    }
}

/// Headings that are links, each with a few lines after it, are a list of other
/// articles when there are several. A blog's own headline is such a link too,
/// but stands alone.
const TEASERS: usize = 3;

/// A teaser has no more blocks than this after its heading.
const TEASER_BLOCKS: usize = 2;

/// So much running text beside teasers is an article, however many they are.
const AN_ARTICLE: f32 = 80.0;

fn push_teasers_down(dom: &Dom, blocks: &mut [Block], all: f32) {
    let leads = |block: &Block| {
        let heading = matches!(
            dom.tag(block.holder),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        );
        heading && block.words > 0 && block.linked == block.words
    };
    let headings: Vec<usize> = (0..blocks.len()).filter(|at| leads(&blocks[*at])).collect();
    let mut teased = Vec::new();
    for (order, at) in headings.iter().enumerate() {
        let end = headings
            .get(order + 1)
            .copied()
            .unwrap_or(at + 1 + TEASER_BLOCKS);
        let end = end.min(blocks.len());
        // The last one is as long as the others: what follows it is not its.
        if end - at - 1 <= TEASER_BLOCKS {
            teased.push(at + 1..end);
        }
    }
    let held: f32 = teased
        .iter()
        .flat_map(|range| &blocks[range.clone()])
        .map(|block| block.weight.max(0.0))
        .sum();
    // On a page of nothing but teasers they are the text.
    if teased.len() < TEASERS || (held > all * MOST_OF_IT && all - held < AN_ARTICLE) {
        return;
    }
    for block in teased.into_iter().flatten() {
        if blocks[block].weight > 0.0 {
            blocks[block].weight *= AROUND;
        }
    }
}

fn by_itself(dom: &Dom, block: &Block, shared: &Shared) -> f32 {
    let words = block.words as f32;
    let linked = block.linked as f32 / words.max(1.0);
    if shared.has(block.hash) {
        return -words;
    }
    let tag = dom.tag(block.holder);
    if linked > MOST_LINKED {
        // A sentence with much of it a link is still a sentence.
        let plain = block.words - block.linked;
        return if block.sentence && plain >= LONG {
            plain as f32
        } else if block.sentence && plain >= SENTENCE && tag == "p" {
            plain as f32 * 0.5
        } else {
            -words
        };
    }
    match tag {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "label" | "option" | "caption" | "figcaption" => {
            0.0
        }
        "pre" | "xmp" | "listing" => words,
        _ if block.words >= LONG || (block.sentence && block.words >= SENTENCE) => {
            words * (1.0 - linked)
        }
        _ => -1.0,
    }
}

/// A short block between two of running text is part of it: a line of speech,
/// a cell, an item of a list.
fn lift_short_ones(dom: &Dom, blocks: &mut [Block]) {
    let good: Vec<bool> = blocks.iter().map(|block| block.weight > 0.0).collect();
    for at in 1..blocks.len().saturating_sub(1) {
        let block = blocks[at];
        let unsure = (-1.0..=0.0).contains(&block.weight) && block.linked == 0;
        let item = matches!(
            dom.tag(block.holder),
            "li" | "dd" | "dt" | "td" | "p" | "blockquote" | "th"
        );
        if unsure && (good[at - 1] || good[at + 1]) && (item || (good[at - 1] && good[at + 1])) {
            blocks[at].weight = block.words as f32 * 0.5;
        }
    }
}

/// An element and all it is in.
pub fn above(dom: &Dom, id: Id) -> impl Iterator<Item = Id> + '_ {
    std::iter::successors(Some(id), |id| dom.parent(*id))
}
