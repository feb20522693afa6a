//! Character references: XML's five, HTML's named ones, and numbers, which
//! below 160 mean what Windows-1252 means by them, as browsers read them.

use encoding_rs::WINDOWS_1252;

/// The longest name HTML has is thirty-one letters.
const LONGEST: usize = 32;

/// A text with its references resolved; what stands for nothing stays.
#[must_use]
pub fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push(&mut out, text);
    out
}

/// Adds a text with its references resolved; the name of the first that stands
/// for nothing.
pub(super) fn push(out: &mut String, text: &str) -> Option<String> {
    let mut unknown = None;
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let near = &after[..after.floor_char_boundary(LONGEST)];
        let name = near.find(';').map(|end| &after[..end]);
        let name = name.filter(|name| {
            name.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
                && !name.is_empty()
        });
        let Some(name) = name else {
            out.push('&');
            rest = after;
            continue;
        };
        if !push_reference(out, name) {
            out.push('&');
            out.push_str(name);
            out.push(';');
            unknown.get_or_insert_with(|| name.to_owned());
        }
        rest = &after[name.len() + 1..];
    }
    out.push_str(rest);
    unknown
}

fn push_reference(out: &mut String, name: &str) -> bool {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        let Ok(code) = code else { return false };
        match code {
            // What no text means is left out, as it is when it stands there raw.
            0..=8 | 0xE..=0x1F | 0x7F | 0xFFFE | 0xFFFF => {}
            0xB | 0xC => out.push(' '),
            0x80..=0x9F => {
                let byte = [u8::try_from(code).unwrap_or_default()];
                out.push_str(&WINDOWS_1252.decode_without_bom_handling(&byte).0);
            }
            _ => out.push(char::from_u32(code).unwrap_or('\u{FFFD}')),
        }
        return true;
    }
    match quick_xml::escape::resolve_html5_entity(name) {
        Some(text) => {
            out.push_str(text);
            true
        }
        None => false,
    }
}
