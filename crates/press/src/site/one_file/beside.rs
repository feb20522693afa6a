//! Which files beside an archive its articles show or lead to.
//!
//! Names only; nothing is read here. A name that leads out of the folder, or that no
//! file could have, is passed over.

use std::collections::BTreeSet;

use archive::{Archive, Block, Image, Link, Span};

/// The files, in the order of their names.
pub fn files(archive: &Archive) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for article in &archive.articles {
        of_blocks(&article.body.blocks().0, &mut found);
    }
    found
}

fn of_blocks(blocks: &[Block], found: &mut BTreeSet<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) | Block::Heading { spans, .. } => of_spans(spans, found),
            Block::Quote(blocks) => of_blocks(blocks, found),
            Block::List { items, .. } => items.iter().for_each(|item| of_blocks(item, found)),
            Block::Figure { images, caption } => {
                images.iter().for_each(|picture| of_picture(picture, found));
                of_spans(caption, found);
            }
            Block::Table { caption, rows } => {
                of_spans(caption, found);
                for cell in rows.iter().flat_map(|row| &row.cells) {
                    of_spans(&cell.spans, found);
                }
            }
            Block::Preformatted(_) | Block::Rule => {}
        }
    }
}

fn of_spans(spans: &[Span], found: &mut BTreeSet<String>) {
    for span in spans {
        match span {
            Span::Emphasis(spans)
            | Span::Strong(spans)
            | Span::Superscript(spans)
            | Span::Subscript(spans) => of_spans(spans, found),
            Span::Link { link, spans } => {
                of_link(link, found);
                of_spans(spans, found);
            }
            Span::Image(picture) => of_picture(picture, found),
            Span::Text(_) | Span::Code(_) | Span::NoteReference(_) | Span::Break => {}
        }
    }
}

fn of_picture(picture: &Image, found: &mut BTreeSet<String>) {
    of_link(&picture.source, found);
}

fn of_link(link: &Link, found: &mut BTreeSet<String>) {
    if let Link::Inside(address) = link {
        found.extend(name(address));
    }
}

/// The file that an address within the folder names, as the folder has it.
fn name(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    let path = path.strip_prefix("./").unwrap_or(path);
    let name = percent_encoding::percent_decode_str(path)
        .decode_utf8()
        .ok()?;
    let inside = name.split('/').all(|part| !matches!(part, "" | "." | ".."));
    (inside && !name.contains(['\\', ':', '\0'])).then(|| name.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files() {
        for (address, wanted) in [
            ("media/a.png", Some("media/a.png")),
            ("./media/a%20b.png?v=1#x", Some("media/a b.png")),
            ("%E6%9D%B1.svg", Some("東.svg")),
            ("../secret.txt", None),
            ("media/../../secret.txt", None),
            ("media/%2e%2e/secret.txt", None),
            ("/etc/passwd", None),
            ("media/", None),
            ("", None),
            ("c%3A/x", None),
            ("a%5Cb", None),
            ("a%FF", None),
        ] {
            assert_eq!(name(address).as_deref(), wanted, "{address}");
        }
    }
}
