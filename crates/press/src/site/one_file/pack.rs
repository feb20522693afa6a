//! The pack: files after each other, compressed, and written with letters that an
//! HTML page can hold. `static/one-file.js` takes it apart again.
//!
//! Five letters stand for four bytes. Base64 has four for three, which would make
//! the file of a small archive 20 kB larger.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

/// How many letters there are: the fifth power of the least number that is enough
/// for 32 bits.
const LETTERS: u32 = 85;

/// The first letter; the others follow it in ASCII.
const FIRST: u8 = b'#';

/// What is left out of the row of letters, because a page might read it as markup:
/// so neither `<!--` nor `</script>` nor an entity can come about.
const LEFT_OUT: [u8; 3] = *b"&<>";

/// Files and their names.
#[derive(Debug, Default)]
pub struct Pack {
    bytes: Vec<u8>,
    list: Vec<(String, usize)>,
}

impl Pack {
    /// Adds a file by the name the reader asks for it.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.list.push((name.to_owned(), bytes.len()));
        self.bytes.extend_from_slice(bytes);
    }

    /// The list and the files as one gzip.
    pub fn packed(&self) -> Vec<u8> {
        let list = serde_json::json!(self.list).to_string();
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        // Writing to memory does not fail.
        let _ = gzip.write_all(list.as_bytes());
        let _ = gzip.write_all(b"\n");
        let _ = gzip.write_all(&self.bytes);
        gzip.finish().unwrap_or_default()
    }
}

/// Bytes as text, filled up with zeros to a multiple of four.
pub fn text(bytes: &[u8]) -> String {
    let letters = letters();
    let mut out = String::with_capacity(bytes.len().div_ceil(4) * 5);
    for four in bytes.chunks(4) {
        let mut padded = [0; 4];
        padded[..four.len()].copy_from_slice(four);
        let mut number = u32::from_be_bytes(padded);
        let mut five = [' '; 5];
        for place in five.iter_mut().rev() {
            *place = char::from(letters[(number % LETTERS) as usize]);
            number /= LETTERS;
        }
        out.extend(five);
    }
    out
}

fn letters() -> Vec<u8> {
    let row = (FIRST..).filter(|letter| !LEFT_OUT.contains(letter));
    row.take(LETTERS as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_ascii_and_no_markup() {
        let letters = letters();
        assert_eq!(letters.len(), 85);
        assert!(letters.iter().all(u8::is_ascii_graphic));
        assert!(!letters.iter().any(|letter| b"<>&\"".contains(letter)));
    }

    #[test]
    fn four_bytes_are_five_letters() {
        assert_eq!(text(&[]), "");
        assert_eq!(text(&[0, 0, 0, 0]), "#####");
        assert_eq!(text(&[0, 0, 0, 1]), "####$");
        // The last letter of the row, and the first after what is left out.
        assert_eq!(text(&[0, 0, 0, 84]), "####z");
        assert_eq!(text(&[0, 0, 0, 3]), "####'");
        assert_eq!(text(&[255, 255, 255, 255]).len(), 5);
        assert_eq!(text(&[1]), text(&[1, 0, 0, 0]));
    }
}
