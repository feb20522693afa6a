//! Letters of the Latin script without their accents, for addresses.
//!
//! Each letter has one byte: its ASCII base, or a digit that stands for a
//! ligature. Other scripts are left as they are; search has its own folding.

/// The letters from U+00C0 to U+024F.
const LATIN: &[u8; 400] = b"\
    aaaaaa1ceeeeiiiidnooooo-ouuuuy43aaaaaa1ceeeeiiiidnooooo-ouuuuy4yaaaaaacccccc\
    ccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkkllllllllllnnnnnnnnnoooooo22rrrr\
    rrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbbb??occdddd?eeeffgg6iikkl?mnnooo??\
    pp???s?ttttuuuvyyzzz????????????dddlllnnnaaiioouuuuuuuuuueaaaa11ggggkkoooo??\
    jdddgg6?nnaa11ooaaaaeeeeiiiioooorrrruuuusstt??hhnduuzzaaeeooooooooyylntj??ac\
    cltsz??bu?eejj??rryy";

/// The letters from U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8; 256] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnn\
    oooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzht\
    wyas??3?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooo\
    uuuuuuuuuuuuuuyyyyyyyy??????";

/// The lower-case ASCII letters for a Latin letter; none for all else.
pub(crate) fn latin(letter: char) -> Option<&'static str> {
    let code = u32::from(letter);
    let base = match code {
        0xC0..=0x24F => LATIN.get(code as usize - 0xC0),
        0x1E00..=0x1EFF => LATIN_ADDITIONAL.get(code as usize - 0x1E00),
        _ => None,
    }?;
    match base {
        b'1' => Some("ae"),
        b'2' => Some("oe"),
        b'3' => Some("ss"),
        b'4' => Some("th"),
        b'5' => Some("ij"),
        b'6' => Some("hv"),
        b'a'..=b'z' => {
            let at = usize::from(base - b'a');
            "abcdefghijklmnopqrstuvwxyz".get(at..=at)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_lose_their_accents() {
        let fold = |text: &str| text.chars().filter_map(super::latin).collect::<String>();
        assert_eq!(fold("ÀéîõüÿÇñŁøđ"), "aeiouycnlod");
        assert_eq!(fold("ÆœßÞĲǽ"), "aeoessthijae");
        assert_eq!(fold("ȘțǎẠệỹ"), "staaey");
        assert_eq!(fold("×÷жあ"), "");
    }
}
