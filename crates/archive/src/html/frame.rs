//! The blocks that hold blocks, while they are open.

use super::inline::is_blank;
use super::table::{self, TableCell};
use super::tag::Tag;
use crate::{Block, Image, Span};

/// An open block and what it holds so far.
pub(super) struct Frame {
    pub(super) tag: Tag,
    pub(super) holds: Holds,
    pub(super) blocks: Vec<Block>,
}

/// What becomes of a frame.
pub(super) enum Holds {
    /// The body itself.
    Body,
    Quote,
    List {
        start: Option<i32>,
        items: Vec<Vec<Block>>,
    },
    Item,
    Figure {
        caption: Vec<Span>,
    },
    Table {
        caption: Vec<Span>,
        rows: Vec<Vec<TableCell>>,
    },
    Cell {
        columns: u16,
        rows: u16,
    },
    Caption,
}

impl Frame {
    pub(super) fn new(tag: Tag, holds: Holds) -> Self {
        let blocks = Vec::new();
        Self { tag, holds, blocks }
    }

    /// Adds a block, to the list's items where there is text outside them.
    pub(super) fn push(&mut self, block: Block) {
        let Holds::List { items, .. } = &mut self.holds else {
            self.blocks.push(block);
            return;
        };
        match (items.last_mut(), &block) {
            // A list straight inside a list belongs to the item before it.
            (Some(item), Block::List { .. }) => item.push(block),
            _ => items.push(vec![block]),
        }
    }

    /// Adds blocks, one after the other.
    pub(super) fn push_all(&mut self, blocks: Vec<Block>) {
        for block in blocks {
            self.push(block);
        }
    }

    /// Closes the frame into the one that holds it.
    pub(super) fn close_into(self, parent: &mut Self) {
        let blocks = self.blocks;
        match self.holds {
            Holds::Body => parent.push_all(blocks),
            Holds::Quote => {
                if !blocks.is_empty() {
                    parent.push(Block::Quote(blocks));
                }
            }
            Holds::List { start, items } => {
                if !items.is_empty() {
                    parent.push(Block::List { start, items });
                }
            }
            Holds::Item => match &mut parent.holds {
                Holds::List { items, .. } if !blocks.is_empty() => items.push(blocks),
                _ => parent.push_all(blocks),
            },
            Holds::Figure { caption } => figure(blocks, caption, parent),
            Holds::Table { caption, rows } => {
                let mut settled = blocks;
                table::settle(caption, rows, &mut settled);
                parent.push_all(settled);
            }
            Holds::Cell { columns, rows } => match &mut parent.holds {
                Holds::Table { rows: all, .. } => {
                    let cell = TableCell {
                        header: self.tag == Tag::HeaderCell,
                        columns,
                        rows,
                        blocks,
                    };
                    match all.last_mut() {
                        Some(row) => row.push(cell),
                        None => all.push(vec![cell]),
                    }
                }
                _ => parent.push_all(blocks),
            },
            Holds::Caption => match &mut parent.holds {
                Holds::Figure { caption } | Holds::Table { caption, .. } if caption.is_empty() => {
                    *caption = table::flatten(blocks);
                }
                _ => parent.push_all(blocks),
            },
        }
    }
}

/// A figure: its pictures with the caption, then whatever else was in it.
fn figure(blocks: Vec<Block>, caption: Vec<Span>, parent: &mut Frame) {
    let (mut pictures, mut others) = (Vec::new(), Vec::new());
    for block in blocks {
        match block {
            Block::Figure { images, .. } => pictures.extend(images),
            Block::Paragraph(spans) if shows_only_pictures(&spans) => collect(spans, &mut pictures),
            other => others.push(other),
        }
    }
    if pictures.is_empty() {
        parent.push_all(others);
        if !is_blank(&caption) {
            parent.push(Block::Paragraph(caption));
        }
        return;
    }
    parent.push(Block::Figure {
        images: pictures,
        caption,
    });
    parent.push_all(others);
}

fn shows_only_pictures(spans: &[Span]) -> bool {
    let mut words = String::new();
    crate::plain::push_spans(&mut words, spans);
    words.trim().is_empty()
}

/// The pictures in running text, whatever they stand in.
pub(super) fn collect(spans: Vec<Span>, onto: &mut Vec<Image>) {
    for span in spans {
        match span {
            Span::Image(image) => onto.push(image),
            Span::Emphasis(spans)
            | Span::Strong(spans)
            | Span::Superscript(spans)
            | Span::Subscript(spans)
            | Span::Link { spans, .. } => collect(spans, onto),
            _ => {}
        }
    }
}
