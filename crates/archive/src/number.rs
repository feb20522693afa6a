//! Numbers as digits, without the weight of the standard formatter.

/// The digits of a number.
pub(crate) fn number_text(value: u64) -> String {
    let mut text = String::new();
    push_number(&mut text, value, 1);
    text
}

/// Appends a number with at least `width` digits.
pub(crate) fn push_number(text: &mut String, mut value: u64, width: usize) {
    // Twenty digits are the most a u64 has.
    let mut digits = [b'0'; 20];
    let mut at = digits.len();
    while at > 0 && (value > 0 || digits.len() - at < width) {
        at -= 1;
        digits[at] = b'0' + u8::try_from(value % 10).unwrap_or(0);
        value /= 10;
    }
    for &digit in &digits[at..] {
        text.push(char::from(digit));
    }
}
