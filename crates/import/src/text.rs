//! A text and the way from an offset in it to a line and a column.
//!
//! Lines and columns are asked for rarely, in any order, and by hostile files
//! ten thousand times over one long line: so the place of every so many bytes
//! is remembered, and only the rest is counted.

use std::cell::OnceCell;

/// Bytes between remembered places: a place costs eight bytes, so this is a
/// five-hundredth of the text, and counting so far takes a microsecond.
const STEP: usize = 4_096;

/// A decoded text.
#[derive(Debug, Default)]
pub struct Text {
    text: String,
    places: OnceCell<Vec<(u32, u32)>>,
}

impl Text {
    /// A text to find places in.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self {
            text,
            places: OnceCell::new(),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Line and column, in characters, both from 1, of a byte offset.
    #[must_use]
    pub fn place(&self, at: usize) -> (u32, u32) {
        let bytes = self.text.as_bytes();
        let at = at.min(bytes.len());
        let places = self.places.get_or_init(|| {
            let mut place = (1, 1);
            let mut places = vec![place];
            for step in bytes.chunks(STEP) {
                place = walk(place, step);
                places.push(place);
            }
            places
        });
        let step = at / STEP;
        let from = places.get(step).copied().unwrap_or((1, 1));
        walk(from, &bytes[step * STEP..at])
    }
}

/// The place after some bytes.
fn walk((mut line, mut column): (u32, u32), bytes: &[u8]) -> (u32, u32) {
    for byte in bytes {
        match byte {
            b'\n' => (line, column) = (line.saturating_add(1), 1),
            // Bytes that continue a character are not counted.
            0x80..=0xBF => {}
            _ => column = column.saturating_add(1),
        }
    }
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn places_are_counted_from_the_start(text in "([a-zé東\n]|\n){0,40}", many in 1_usize..400, part in 0.0..1.0) {
            let text = Text::new(text.repeat(many));
            let at = text.as_str().floor_char_boundary((text.as_str().len() as f64 * part) as usize);
            let before = &text.as_str()[..at];
            let line = before.matches('\n').count() as u32 + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() as u32 + 1;
            prop_assert_eq!(text.place(at), (line, column));
        }
    }
}
