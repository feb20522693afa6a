//! From bytes to text, whatever they were written as.
//!
//! What a file *is* wins over what it *says*: a byte order mark, then valid
//! UTF-8, then the stated encoding, then a guess from the bytes. Labels are
//! read as the WHATWG Encoding Standard reads them, so ISO-8859-1 means
//! Windows-1252 and its curly quotes in 0x80 to 0x9F come out right. Control
//! characters, which no text means, are taken out. Every departure from what
//! the file says is noted with the offset of its first trace.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::problem::{Kind, quoted};

/// How far into a file its encoding may be stated: the HTML standard wants it
/// within 1,024 bytes, and pages keep to that loosely.
const STATED_WITHIN: usize = 4_096;

/// How much of a file is looked at for the zero bytes of UTF-16.
const LOOKED_AT: usize = 2_048;

/// Where a file may state its encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum States {
    /// `<?xml encoding="…"?>`
    InXml,
    /// `<meta charset>` and its older form.
    InHtml,
    /// Nowhere.
    Nowhere,
}

/// A decoded text and what was odd about it, with offsets in the text.
#[derive(Debug)]
pub struct Decoded {
    /// The text, without byte order mark and control characters.
    pub text: String,
    /// What was odd.
    pub remarks: Vec<(usize, Kind)>,
}

/// Decodes a file; nothing when its text, which may be three times as long as
/// the file, has more than so many bytes.
#[must_use]
pub fn decode(bytes: Vec<u8>, states: States, most: u64) -> Option<Decoded> {
    let mut remarks = Vec::new();
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let text = to_text(bytes, states, most, &mut remarks)?;
    let text = without_controls(text, &mut remarks);
    Some(Decoded { text, remarks })
}

fn to_text(
    mut bytes: Vec<u8>,
    states: States,
    most: usize,
    remarks: &mut Vec<(usize, Kind)>,
) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        if encoding == UTF_8 {
            bytes.drain(..mark);
            return utf8(bytes, "UTF-8", most, remarks);
        }
        return decode_as(&bytes[mark..], encoding, most, remarks);
    }
    if let Some(encoding) = utf16_without_mark(&bytes) {
        remarks.push((0, Kind::Encoding(String::new(), encoding.name())));
        return decode_as(&bytes, encoding, most, remarks);
    }
    let said = stated(&bytes, states).unwrap_or_default();
    let known = Encoding::for_label(said.as_bytes());
    if std::str::from_utf8(&bytes).is_ok() {
        if bytes.is_ascii() {
            if bytes
                .windows(3)
                .any(|three| matches!(three, b"\x1B$B" | b"\x1B$@"))
            {
                if known != Some(ISO_2022_JP) {
                    remarks.push((0, Kind::Encoding(said, ISO_2022_JP.name())));
                }
                return decode_as(&bytes, ISO_2022_JP, most, remarks);
            }
        } else if known.is_some_and(|known| known != UTF_8) {
            remarks.push((
                first_odd(&bytes),
                Kind::Encoding(quoted(&said), UTF_8.name()),
            ));
        }
        // Checked just above.
        return String::from_utf8(bytes).ok();
    }
    let own = |encoding: &&'static Encoding| {
        *encoding != UTF_8 && *encoding != UTF_16LE && *encoding != UTF_16BE
    };
    match known.filter(own) {
        Some(encoding) => {
            let high = bytes.iter().position(|byte| matches!(byte, 0x80..=0x9F));
            let latin = encoding == WINDOWS_1252 && !said.to_ascii_lowercase().contains("1252");
            if let (Some(at), true) = (high, latin) {
                let at = characters_before(&bytes, at, encoding);
                remarks.push((at, Kind::Encoding(quoted(&said), encoding.name())));
            }
            decode_as(&bytes, encoding, most, remarks)
        }
        None => utf8(bytes, &said, most, remarks),
    }
}

/// Bytes that should be UTF-8 and may not be: mended where they nearly are,
/// else read as what they look like.
fn utf8(
    bytes: Vec<u8>,
    said: &str,
    most: usize,
    remarks: &mut Vec<(usize, Kind)>,
) -> Option<String> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Some(text),
        Err(error) => error.into_bytes(),
    };
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        bad += chunk.invalid().len();
    }
    if good < bad {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(&bytes, true);
        let encoding = detector.guess(None, Utf8Detection::Deny);
        let at = characters_before(&bytes, first_odd(&bytes), encoding);
        remarks.push((at, Kind::Encoding(quoted(said), encoding.name())));
        return decode_as(&bytes, encoding, most, remarks);
    }
    if bytes.len() + bad * 2 > most {
        return None;
    }
    let mut text = String::with_capacity(bytes.len() + bad * 2);
    let (mut first, mut seen) = (None, 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        seen += chunk.valid().len() + chunk.invalid().len();
        let cut =
            std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
        if seen == bytes.len() && cut {
            remarks.push((text.len(), Kind::CutShort));
            break;
        }
        if !chunk.invalid().is_empty() {
            first.get_or_insert(text.len());
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        }
    }
    if let Some(first) = first {
        let mixed = "UTF-8 with some Windows-1252 in it";
        remarks.push((first, Kind::Encoding(quoted(said), mixed)));
    }
    Some(text)
}

fn decode_as(
    bytes: &[u8],
    encoding: &'static Encoding,
    most: usize,
    remarks: &mut Vec<(usize, Kind)>,
) -> Option<String> {
    // Once to see how much it is: the room that any such bytes might need is
    // three times as much as these do.
    let (length, wrong) = decoded(bytes, encoding);
    if length > most {
        return None;
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(length + SLACK);
    let mut at = 0;
    loop {
        let (result, read, _) = decoder.decode_to_string(&bytes[at..], &mut text, true);
        at += read;
        match result {
            CoderResult::InputEmpty => break,
            CoderResult::OutputFull => text.reserve(SLACK),
        }
    }
    if wrong {
        let count = text.matches('\u{FFFD}').count();
        let first = text.find('\u{FFFD}').unwrap_or(0);
        remarks.push((
            first,
            Kind::BadBytes(u32::try_from(count).unwrap_or(u32::MAX)),
        ));
    }
    Some(text)
}

/// A decoder wants so much room left, lest the next character have too little.
const SLACK: usize = 64;

/// How many bytes the bytes are as UTF-8, and whether some stand for nothing.
fn decoded(bytes: &[u8], encoding: &'static Encoding) -> (usize, bool) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut buffer = [0_u8; 4_096];
    let (mut at, mut length, mut wrong) = (0, 0, false);
    loop {
        let (result, read, written, bad) = decoder.decode_to_utf8(&bytes[at..], &mut buffer, true);
        (at, length, wrong) = (at + read, length + written, wrong | bad);
        if result == CoderResult::InputEmpty {
            return (length, wrong);
        }
    }
}

/// The offset in the decoded text of an offset in the bytes.
fn characters_before(bytes: &[u8], at: usize, encoding: &'static Encoding) -> usize {
    decoded(&bytes[..at], encoding).0
}

fn first_odd(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0)
}

/// Text in a Latin script, as UTF-16, has a zero in nearly every second byte;
/// nothing else has.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(LOOKED_AT) & !1];
    if start.len() < 4 {
        return None;
    }
    let zeros = |from: usize| {
        start
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let many = start.len() / 4;
    match (even > many, odd > many) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding a file of mark-up states.
fn stated(bytes: &[u8], states: States) -> Option<String> {
    let start = &bytes[..bytes.len().min(STATED_WITHIN)];
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let xml = || {
        let declaration = start
            .trim_start()
            .strip_prefix("<?xml")?
            .split("?>")
            .next()?;
        label(declaration.split("encoding").nth(1)?)
    };
    match states {
        States::InXml => xml(),
        States::InHtml => start.split("charset").skip(1).find_map(label).or_else(xml),
        States::Nowhere => None,
    }
}

/// What stands after `charset` or `encoding`: `= "name"`.
fn label(after: &str) -> Option<String> {
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c));
    let name = &value[..end.unwrap_or(value.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

/// True for what no text means: controls but tab and line ends, the two
/// non-characters that XML forbids, and a byte order mark inside a text, which
/// files put one after the other leave behind.
fn is_stray(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'
        | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

fn without_controls(mut text: String, remarks: &mut Vec<(usize, Kind)>) -> String {
    let Some(first) = text.find(is_stray) else {
        return text;
    };
    // Vertical tabs are word processors' line breaks, form feeds part pages of
    // old text files: both are white space, and stay that.
    let is_space = |letter: char| matches!(letter, '\u{B}' | '\u{C}');
    let is_odd = |letter: &char| is_stray(*letter) && *letter != '\u{C}';
    let count = text.chars().filter(is_odd).count();
    text.retain(|letter| !is_stray(letter) || is_space(letter));
    let mut bytes = text.into_bytes();
    for byte in &mut bytes {
        if is_space(char::from(*byte)) {
            *byte = b' ';
        }
    }
    if count > 0 {
        remarks.push((
            first,
            Kind::Control(u32::try_from(count).unwrap_or(u32::MAX)),
        ));
    }
    // One byte of ASCII for another: it is as sound as it was.
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], states: States, text: &str, remarks: &[(usize, Kind)]) {
        let decoded = decode(bytes.to_vec(), states, u64::MAX).unwrap();
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.remarks, remarks, "{text}");
    }

    fn encoding(said: &str, is: &'static str) -> Kind {
        Kind::Encoding(said.to_owned(), is)
    }

    /// Against the library's own decoding of a whole.
    #[test]
    fn exact_room_changes_nothing() {
        for encoding in [
            WINDOWS_1252,
            UTF_16LE,
            ISO_2022_JP,
            encoding_rs::GB18030,
            encoding_rs::SHIFT_JIS,
        ] {
            for length in [0, 1, 63, 64, 4_095, 4_096, 4_097, 20_000] {
                let bytes: Vec<u8> = (0..length).map(|at: u32| (at * 7 % 251) as u8).collect();
                let whole = encoding.decode_without_bom_handling(&bytes).0;
                let within = |most| decode_as(&bytes, encoding, most, &mut Vec::new());
                assert_eq!(within(whole.len()).unwrap(), whole);
                assert!(whole.is_empty() || within(whole.len() - 1).is_none());
                assert_eq!(decoded(&bytes, encoding).0, whole.len());
            }
        }
    }

    #[test]
    fn what_is_said_and_true_is_no_remark() {
        for (bytes, states, text) in [
            (&b"plain"[..], States::Nowhere, "plain"),
            ("é東".as_bytes(), States::Nowhere, "é東"),
            (b"\xEF\xBB\xBFx\xC3\xA9", States::InXml, "xé"),
            (b"\xFF\xFEx\0\xE9\0", States::InXml, "xé"),
            (b"\xFE\xFF\0x\0\xE9", States::InXml, "xé"),
            (
                b"<?xml version='1.0' encoding='windows-1252'?><a>\x93x\x94</a>",
                States::InXml,
                "<?xml version='1.0' encoding='windows-1252'?><a>“x”</a>",
            ),
            (
                b"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-2\">\xB3",
                States::InHtml,
                "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-2\">ł",
            ),
            (
                b"<meta charset=koi8-r>\xF0\xD2\xC1\xD7\xC4\xC1",
                States::InHtml,
                "<meta charset=koi8-r>Правда",
            ),
        ] {
            check(bytes, states, text, &[]);
        }
    }

    #[test]
    fn what_is_not_as_said_is_remarked_on() {
        check(
            b"<?xml encoding=\"ISO-8859-1\"?>\x93x\x94",
            States::InXml,
            "<?xml encoding=\"ISO-8859-1\"?>“x”",
            &[(29, encoding("iso-8859-1", "windows-1252"))],
        );
        check(
            "<?xml encoding='iso-8859-1'?>é".as_bytes(),
            States::InXml,
            "<?xml encoding='iso-8859-1'?>é",
            &[(29, encoding("iso-8859-1", "UTF-8"))],
        );
        check(
            b"h\0e\0l\0l\0o\0 \0",
            States::Nowhere,
            "hello ",
            &[(0, encoding("", "UTF-16LE"))],
        );
        check(
            b"d\xC3\xA9j\xC3\xA0 vu \x96 ok",
            States::Nowhere,
            "déjà vu – ok",
            &[(10, encoding("", "UTF-8 with some Windows-1252 in it"))],
        );
        check(
            b"<?xml encoding='utf-8'?>L\x92\xE9t\xE9 \xE0 Orl\xE9ans, d\xE9j\xE0 vu",
            States::InXml,
            "<?xml encoding='utf-8'?>L’été à Orléans, déjà vu",
            &[(25, encoding("utf-8", "windows-1252"))],
        );
        check(
            b"a\x01b\x0Bc",
            States::Nowhere,
            "ab c",
            &[(1, Kind::Control(2))],
        );
        check(
            "é cut é".as_bytes().split_last().unwrap().1,
            States::Nowhere,
            "é cut ",
            &[(7, Kind::CutShort)],
        );
    }
}
