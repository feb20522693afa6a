//! Folding: the form in which two spellings of one word are equal.

/// Adds the folded form of `text` to `out`. Folding what is folded changes
/// nothing.
pub fn fold_into(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '\u{300}'..='\u{36f}' | '\u{ad}' => {}
            '‘' | '’' => out.push('\''),
            '“' | '”' => out.push('"'),
            '‐'..='―' => out.push('-'),
            _ => out.extend(character.to_lowercase()),
        }
    }
}
