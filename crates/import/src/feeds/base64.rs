//! Base64 (RFC 4648, section 4), as Atom 0.3 and some of 1.0 carry texts in it.

/// The text that is coded; nothing when it is no Base64, or no text.
pub(super) fn text(coded: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(coded.len() / 4 * 3);
    let (mut bits, mut count, mut ended) = (0_u32, 0_u32, false);
    for letter in coded.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => {
                ended = true;
                continue;
            }
            _ => return None,
        };
        if ended {
            return None;
        }
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts() {
        for (coded, wanted) in [
            (
                "RXhhbXBsZSA8Yj5B\ndG9tPC9iPg==",
                Some("Example <b>Atom</b>"),
            ),
            ("w6k=", Some("é")),
            ("w6k", Some("é")),
            ("w6k=a", None),
            ("a text.", None),
            ("/////w==", None),
            ("", None),
        ] {
            assert_eq!(text(coded).as_deref(), wanted, "{coded}");
        }
    }
}
