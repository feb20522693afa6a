//! Names made from content: short hashes for files, UUIDs for feed entries.
//!
//! The same content always gets the same name, on every machine.

use sha2::{Digest, Sha256};
use url::Url;

/// How many hexadecimal digits of a hash go into a file's name: 32 bits tell
/// apart the few versions of one file that a host ever holds.
const SHORT: usize = 8;

/// The first hexadecimal digits of the SHA-256 of some bytes.
pub fn short_hash(bytes: &[u8]) -> String {
    let mut digits = whole_hash(bytes);
    digits.truncate(SHORT);
    digits
}

/// The SHA-256 of some bytes, in 64 lower-case hexadecimal digits.
pub fn whole_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// What RFC 4287 wants as the id of a feed or an entry: an IRI for ever.
///
/// An id that is an absolute URL already is kept; any other becomes a UUID of
/// version 8 (RFC 9562, made from a SHA-256), so that the same article has the
/// same id wherever the folder stands.
pub fn permanent(archive: &str, id: &str) -> String {
    if Url::parse(id).is_ok_and(|url| matches!(url.scheme(), "http" | "https" | "urn" | "tag")) {
        return id.to_owned();
    }
    let mut hash = Sha256::new();
    // The length first, so that no two pairs run together to the same bytes.
    hash.update((archive.len() as u64).to_be_bytes());
    hash.update(archive);
    hash.update(id);
    let digest = hash.finalize();
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&digest[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let digits = hex(&bytes);
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        &digits[..8],
        &digits[8..12],
        &digits[12..16],
        &digits[16..20],
        &digits[20..]
    )
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string does not fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_permanent_and_apart() {
        assert_eq!(
            permanent("A", "https://example.org/1"),
            "https://example.org/1"
        );
        assert_eq!(
            permanent("A", "tag:example.org,2003:1"),
            "tag:example.org,2003:1"
        );
        let one = permanent("A", "1");
        assert_eq!(one, permanent("A", "1"));
        assert_ne!(one, permanent("A", "2"));
        assert_ne!(permanent("ab", "c"), permanent("a", "bc"));
        assert_eq!(one.len(), "urn:uuid:".len() + 36);
        assert_eq!(&one[23..24], "8");
    }

    #[test]
    fn hashes_are_short() {
        assert_eq!(short_hash(b""), "e3b0c442");
    }
}
