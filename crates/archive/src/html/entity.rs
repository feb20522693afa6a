//! Character references: `&eacute;`, `&#233;`, `&#xE9;`.
//!
//! Knows the names of HTML 4, with and without their semicolon where pages
//! were written without, and those of HTML 5 for ASCII: nobody writes
//! `javascript&colon;` who means well. Names that are not known stay as they
//! are written.

use crate::windows_1252;
use std::borrow::Cow;

/// Every name followed by its character, in the order of the names. The
/// characters part the names, as these are ASCII; the few that are ASCII
/// themselves stand as U+E000 and their own number.
const NAMES: &str = "\
    AEligÆAMP\u{E026}AacuteÁAcircÂAgraveÀAlphaΑAringÅAtildeÃAumlÄBetaΒCcedilÇChiΧDagger‡DeltaΔETHÐEacuteÉ\
    EcircÊEgraveÈEpsilonΕEtaΗEumlËGT\u{E03E}GammaΓHat\u{E05E}IacuteÍIcircÎIgraveÌIotaΙIumlÏKappaΚLT\u{E03C}\
    LambdaΛMuΜNewLine\u{E00A}NtildeÑNuΝOEligŒOacuteÓOcircÔOgraveÒOmegaΩOmicronΟOslashØOtildeÕOumlÖPhiΦPiΠPrime″\
    PsiΨQUOT\u{E022}RhoΡScaronŠSigmaΣTHORNÞTab\u{E009}TauΤThetaΘUacuteÚUcircÛUgraveÙUpsilonΥUumlÜXiΞYacuteÝYumlŸ\
    ZetaΖaacuteáacircâacute´aeligæagraveàalefsymℵalphaαamp\u{E026}and∧ang∠apos\u{E027}aringåast\u{E02A}asymp≈\
    atildeãaumläbdquo„betaβbrvbar¦bsol\u{E05C}bull•cap∩ccedilçcedil¸cent¢chiχcircˆclubs♣colon\u{E03A}\
    comma\u{E02C}commat\u{E040}cong≅copy©crarr↵cup∪curren¤dArr⇓dagger†darr↓deg°deltaδdiams♦divide÷dollar\u{E024}\
    eacuteéecircêegraveèempty∅emsp\u{2003}ensp\u{2002}epsilonεequals\u{E03D}equiv≡etaηethðeumlëeuro€excl\u{E021}\
    exist∃fnofƒforall∀frac12½frac14¼frac34¾frasl⁄gammaγge≥grave\u{E060}gt\u{E03E}hArr⇔harr↔hearts♥hellip…iacuteí\
    icircîiexcl¡igraveìimageℑinfin∞int∫iotaιiquest¿isin∈iumlïkappaκlArr⇐lambdaλlang〈laquo«larr←lbrace\u{E07B}\
    lbrack\u{E05B}lceil⌈lcub\u{E07B}ldquo“le≤lfloor⌊lowast∗lowbar\u{E05F}loz◊lpar\u{E028}lrm\u{200E}lsaquo‹\
    lsqb\u{E05B}lsquo‘lt\u{E03C}macr¯mdash—microµmiddot·minus−muμnabla∇nbsp\u{A0}ndash–ne≠ni∋not¬notin∉nsub⊄\
    ntildeñnuνnum\u{E023}oacuteóocircôoeligœograveòoline‾omegaωomicronοoplus⊕or∨ordfªordmºoslashøotildeõotimes⊗\
    oumlöpara¶part∂percnt\u{E025}period\u{E02E}permil‰perp⊥phiφpiπpivϖplus\u{E02B}plusmn±pound£prime′prod∏prop∝\
    psiψquest\u{E03F}quot\u{E022}rArr⇒radic√rang〉raquo»rarr→rbrace\u{E07D}rbrack\u{E05D}rceil⌉rcub\u{E07D}rdquo”\
    realℜreg®rfloor⌋rhoρrlm\u{200F}rpar\u{E029}rsaquo›rsqb\u{E05D}rsquo’sbquo‚scaronšsdot⋅sect§semi\u{E03B}\
    shy\u{AD}sigmaσsigmafςsim∼sol\u{E02F}spades♠sub⊂sube⊆sum∑sup⊃sup1¹sup2²sup3³supe⊇szligßtauτthere4∴thetaθ\
    thetasymϑthinsp\u{2009}thornþtilde˜times×trade™uArr⇑uacuteúuarr↑ucircûugraveùuml¨upsihϒupsilonυuumlü\
    verbar\u{E07C}vert\u{E07C}weierp℘xiξyacuteýyen¥yumlÿzetaζzwj\u{200D}zwnj\u{200C}\
";

/// What is added to characters of ASCII in [`NAMES`].
const ASCII: u32 = 0xE000;

/// The longest name is `thetasym`.
const LONGEST_NAME: usize = 8;

/// Decodes the references of running text.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    decode_as(text, false)
}

/// Decodes the references of an attribute, where `&copy=1` is part of an address.
pub(super) fn decode_attribute(text: &str) -> Cow<'_, str> {
    decode_as(text, true)
}

fn decode_as(text: &str, attribute: bool) -> Cow<'_, str> {
    let Some(first) = text.find('&') else {
        return Cow::Borrowed(text);
    };
    let mut decoded = String::with_capacity(text.len());
    decoded.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(after) = rest.strip_prefix('&') {
        let found = match after.strip_prefix('#') {
            Some(number) => numeric(number).map(|(letter, length)| (letter, length + 1)),
            None => named(after, attribute),
        };
        match found {
            Some((letter, length)) => {
                decoded.push(letter);
                rest = &after[length..];
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
        let next = rest.find('&').unwrap_or(rest.len());
        decoded.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(decoded)
}

/// The character after `&#`, and how many bytes say it.
fn numeric(text: &str) -> Option<(char, usize)> {
    let (digits, radix) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let prefix = text.len() - digits.len();
    let (mut value, mut length) = (0_u32, 0);
    for byte in digits.bytes() {
        let Some(digit) = char::from(byte).to_digit(radix) else {
            break;
        };
        // Too large for any character, and stays so.
        value = value.saturating_mul(radix).saturating_add(digit);
        length += 1;
    }
    if length == 0 {
        return None;
    }
    let letter = match value {
        0 => '\u{FFFD}',
        0x80..=0x9F => windows_1252::character(u8::try_from(value).unwrap_or(0)),
        _ => char::from_u32(value).unwrap_or('\u{FFFD}'),
    };
    let semicolon = usize::from(digits[length..].starts_with(';'));
    Some((letter, prefix + length + semicolon))
}

/// The character named after `&`, and how many bytes name it.
fn named(text: &str, attribute: bool) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let name = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric());
    // One more than any name has, so that a longer word is not cut to a name.
    let length = name.take(LONGEST_NAME + 1).count();
    if bytes.get(length) == Some(&b';')
        && let Some(letter) = lookup(&text[..length])
    {
        return Some((letter, length + 1));
    }
    // Without a semicolon only the old names count, the longest that fits.
    for end in (2..=length.min(LONGEST_NAME)).rev() {
        let old = |letter: &char| matches!(letter, '&' | '<' | '>' | '"' | '\u{A0}'..='\u{FF}');
        let Some(letter) = lookup(&text[..end]).filter(old) else {
            continue;
        };
        let goes_on = bytes
            .get(end)
            .is_some_and(|next| *next == b'=' || next.is_ascii_alphanumeric());
        return (!attribute || !goes_on).then_some((letter, end));
    }
    None
}

fn lookup(name: &str) -> Option<char> {
    let bytes = NAMES.as_bytes();
    // A search by halves over entries of different lengths: `low` and `high`
    // always stand where a name begins.
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let mut start = usize::midpoint(low, high);
        while start > low && (bytes[start - 1].is_ascii() || !bytes[start].is_ascii()) {
            start -= 1;
        }
        let entry = &NAMES[start..];
        let end = entry
            .find(|letter: char| !letter.is_ascii())
            .unwrap_or(entry.len());
        let letter = entry[end..].chars().next()?;
        match entry[..end].cmp(name) {
            std::cmp::Ordering::Equal => {
                let own = u32::from(letter).wrapping_sub(ASCII);
                return u8::try_from(own).map_or(Some(letter), |own| Some(char::from(own)));
            }
            std::cmp::Ordering::Less => low = start + end + letter.len_utf8(),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found() {
        let mut rest = NAMES;
        let (mut last, mut count) = ("", 0);
        while !rest.is_empty() {
            let end = rest.find(|letter: char| !letter.is_ascii()).unwrap_or(0);
            let (name, after) = rest.split_at(end);
            assert!(last < name, "{last} before {name}");
            assert!(name.len() <= LONGEST_NAME);
            let letter = after.chars().next().map(|letter| match letter {
                '\u{E000}'..='\u{E07F}' => char::from(letter as u8),
                _ => letter,
            });
            assert_eq!(lookup(name), letter, "{name}");
            rest = &after[after.chars().next().map_or(1, char::len_utf8)..];
            (last, count) = (name, count + 1);
        }
        // 252 names in HTML 4, four of them also in capitals, `apos`, and 32 for
        // other characters of ASCII.
        assert_eq!(count, 289);
        assert_eq!(lookup(""), None);
        assert_eq!(lookup("zzz"), None);
    }

    #[test]
    fn references_are_decoded() {
        for (text, wanted) in [
            (
                "a &amp; b &lt;c&gt; &quot;d&quot; &apos;",
                "a & b <c> \"d\" '",
            ),
            ("&eacute;&Eacute;&hellip;&rsquo;&thetasym;", "éÉ…’ϑ"),
            ("&#233;&#xE9;&#XE9;&#233 x", "ééé\u{E9} x"),
            ("&#147;q&#148; &#150; &#128;", "“q” – €"),
            (
                "&#0;&#xD800;&#x110000;&#99999999999;",
                "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}",
            ),
            (
                "&copy 2003 &notit; &nbspx &hellip x",
                "© 2003 ¬it; \u{A0}x &hellip x",
            ),
            (
                "a&colon;b&Tab;c&NewLine;&lpar;&sol;&bsol; &number &apos &solid;",
                "a:b\tc\n(/\\ &number &apos &solid;",
            ),
            (
                "AT&T R&D & &; &#; &#x; &unknown; &",
                "AT&T R&D & &; &#; &#x; &unknown; &",
            ),
        ] {
            assert_eq!(decode(text), wanted, "{text}");
        }
        assert_eq!(
            decode_attribute("?a=1&copy=2&amp;b&eacute;&lt"),
            "?a=1&copy=2&b&eacute;&lt"
                .replace("&eacute;", "é")
                .replace("&lt", "<")
        );
    }
}
