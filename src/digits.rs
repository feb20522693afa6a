//! Numbers as digits, the same for every type: the standard library has one writer
//! for each, and the machinery of formatting behind them.

/// The digits of a number, with a minus in front of a negative one.
#[must_use]
#[inline(never)]
pub fn digits(number: i64) -> String {
    let mut left = number.unsigned_abs();
    // Nineteen digits and a minus are the most there can be.
    let mut text = [b'0'; 20];
    let mut at = text.len();
    loop {
        at -= 1;
        text[at] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    let mut said = String::new();
    if number < 0 {
        said.push('-');
    }
    for &digit in &text[at..] {
        said.push(char::from(digit));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn as_the_formatter_says_it() {
        for number in [0, 7, 10, -1, -43, 1_234_567, i64::MAX, i64::MIN] {
            assert_eq!(digits(number), number.to_string());
        }
    }
}
