//! Folding: the form in which two spellings of one word are equal.
//!
//! Case, Latin diacritics, ligatures and typographic quotes are folded; every
//! other script keeps its letters, lower-cased. Length in bytes may change.

/// Adds the folded form of `character` to `out`; combining marks vanish.
pub(crate) fn fold_into(character: char, out: &mut String) {
    if character.is_ascii() {
        out.push(character.to_ascii_lowercase());
        return;
    }
    match character {
        // Combining diacritical marks (Unicode block 0300–036F) and the soft hyphen.
        '\u{300}'..='\u{36f}' | '\u{ad}' => {}
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '`' | '´' => out.push('\''),
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            for lower in character.to_lowercase() {
                latin_into(lower, out);
            }
        }
        'ﬀ' => out.push_str("ff"),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        'ﬃ' => out.push_str("ffi"),
        'ﬄ' => out.push_str("ffl"),
        // Fullwidth forms (FF01–FF5E) stand 0xFEE0 above their ASCII twins.
        '\u{ff01}'..='\u{ff5e}' => {
            if let Some(narrow) = char::from_u32(character as u32 - 0xfee0) {
                out.push(narrow.to_ascii_lowercase());
            }
        }
        _ => {
            for lower in character.to_lowercase() {
                // Lower-casing İ and the like yields a mark of its own.
                if !('\u{300}'..='\u{36f}').contains(&lower) {
                    out.push(lower);
                }
            }
        }
    }
}

/// Base letters of the lower-case Latin letters with marks, as pairs of
/// (letters, base). From the canonical decompositions of Unicode 16, plus the
/// letters that have none and that people type without their stroke.
const LATIN: &[(&str, &str)] = &[
    ("àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặḁẚ", "a"),
    ("æǣǽ", "ae"),
    ("ḃḅḇƀ", "b"),
    ("çćĉċčḉ", "c"),
    ("ďđḋḍḏḑḓ", "d"),
    ("ðǆ", "d"),
    ("èéêëēĕėęěȅȇȩẹẻẽếềểễệḕḗḙḛḝ", "e"),
    ("ḟ", "f"),
    ("ĝğġģǧǵḡ", "g"),
    ("ĥħȟḣḥḧḩḫẖ", "h"),
    ("ìíîïĩīĭįıǐȉȋỉịḭḯ", "i"),
    ("ĵǰ", "j"),
    ("ķǩḱḳḵ", "k"),
    ("ĺļľŀłḷḹḻḽ", "l"),
    ("ḿṁṃ", "m"),
    ("ñńņňŉǹṅṇṉṋ", "n"),
    ("òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợṍṏṑṓ", "o"),
    ("œ", "oe"),
    ("ṕṗ", "p"),
    ("ŕŗřȑȓṙṛṝṟ", "r"),
    ("śŝşšșṡṣṥṧṩſẛ", "s"),
    ("ßẞ", "ss"),
    ("ţťŧțṫṭṯṱẗ", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ", "u"),
    ("ṽṿ", "v"),
    ("ŵẁẃẅẇẉẘ", "w"),
    ("ẋẍ", "x"),
    ("ýÿŷȳẏỳỵỷỹẙ", "y"),
    ("źżžẑẓẕƶ", "z"),
];

fn latin_into(lower: char, out: &mut String) {
    for (letters, base) in LATIN {
        if letters.contains(lower) {
            out.push_str(base);
            return;
        }
    }
    if !('\u{300}'..='\u{36f}').contains(&lower) {
        out.push(lower);
    }
}

/// The folded form of a text.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        fold_into(character, &mut out);
    }
    out
}
