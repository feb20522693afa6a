//! Tables: data, or a page laid out in cells.
//!
//! Old pages hold whole articles in tables. A table whose cells hold more than
//! words is unwrapped into its blocks, in reading order.

use super::inline::is_blank;
use crate::{Block, Cell, Row, Span};

/// A cell before it is known what its table is.
pub(super) struct TableCell {
    pub(super) header: bool,
    pub(super) columns: u16,
    pub(super) rows: u16,
    pub(super) blocks: Vec<Block>,
}

/// The blocks of a table.
pub(super) fn settle(caption: Vec<Span>, rows: Vec<Vec<TableCell>>, onto: &mut Vec<Block>) {
    if is_layout(&rows) {
        if !is_blank(&caption) {
            onto.push(Block::Paragraph(caption));
        }
        for mut cell in rows.into_iter().flatten() {
            onto.append(&mut cell.blocks);
        }
        return;
    }
    // Loops: collecting a row from its cells in place is a lot of code.
    let mut shown = Vec::new();
    for row in rows {
        let (mut cells, mut empty) = (Vec::new(), true);
        for cell in row {
            empty &= cell.blocks.is_empty();
            cells.push(Cell {
                header: cell.header,
                columns: cell.columns,
                rows: cell.rows,
                spans: flatten(cell.blocks),
            });
        }
        if !empty {
            shown.push(Row { cells });
        }
    }
    if !shown.is_empty() {
        let rows = shown;
        onto.push(Block::Table { caption, rows });
    }
}

/// Whether the cells hold parts of a page and not data.
fn is_layout(rows: &[Vec<TableCell>]) -> bool {
    if rows.iter().flatten().any(|cell| cell.header) {
        return false;
    }
    let one_column = rows.iter().all(|row| row.len() < 2);
    one_column
        || rows.iter().flatten().any(|cell| match &cell.blocks[..] {
            [] | [Block::Paragraph(_)] => false,
            [one] => !matches!(one, Block::Figure { .. } | Block::Preformatted(_)),
            _ => true,
        })
}

/// The running text of blocks, breaks between them.
pub(super) fn flatten(blocks: Vec<Block>) -> Vec<Span> {
    let mut spans = Vec::new();
    flatten_onto(blocks, &mut spans);
    spans
}

fn flatten_onto(blocks: Vec<Block>, onto: &mut Vec<Span>) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) | Block::Heading { spans, .. } => part(spans, onto),
            Block::Quote(blocks) => flatten_onto(blocks, onto),
            Block::List { items, .. } => {
                for item in items {
                    flatten_onto(item, onto);
                }
            }
            Block::Figure { images, caption } => {
                let mut pictures = Vec::new();
                for image in images {
                    pictures.push(Span::Image(image));
                }
                part(pictures, onto);
                part(caption, onto);
            }
            Block::Table { caption, rows } => {
                part(caption, onto);
                for row in rows {
                    for cell in row.cells {
                        part(cell.spans, onto);
                    }
                }
            }
            Block::Preformatted(text) => part(vec![Span::Code(text)], onto),
            Block::Rule => {}
        }
    }
}

fn part(mut spans: Vec<Span>, onto: &mut Vec<Span>) {
    if spans.is_empty() {
        return;
    }
    if !onto.is_empty() {
        onto.push(Span::Break);
    }
    onto.append(&mut spans);
}
