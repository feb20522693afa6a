//! The one kind of range request that archives need: a single run of bytes.
//!
//! RFC 9110 section 14 lets a server ignore a range it does not care for;
//! several ranges at once, and other units, are answered with the whole file.

/// What a `Range` header asks of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// All of it.
    Whole,
    /// From the first to the last byte, both included.
    Part(u64, u64),
    /// Nothing that the file has.
    Unsatisfiable,
}

/// Reads a `Range` header for a file of `length` bytes.
#[must_use]
pub fn read(header: &str, length: u64) -> Range {
    let Some(spec) = header.trim().strip_prefix("bytes=") else {
        return Range::Whole;
    };
    let Some((first, last)) = spec.split_once('-') else {
        return Range::Whole;
    };
    match (first.trim().parse::<u64>(), last.trim()) {
        (Ok(first), "") if first < length => Range::Part(first, length - 1),
        (Ok(first), last) => match last.parse::<u64>() {
            Ok(last) if last < first => Range::Whole,
            Ok(last) if first < length => Range::Part(first, last.min(length - 1)),
            Ok(_) => Range::Unsatisfiable,
            Err(_) if last.is_empty() => Range::Unsatisfiable,
            Err(_) => Range::Whole,
        },
        (Err(_), last) if first.trim().is_empty() => match last.parse::<u64>() {
            Ok(0) => Range::Unsatisfiable,
            Ok(_) if length == 0 => Range::Unsatisfiable,
            Ok(count) => Range::Part(length.saturating_sub(count), length - 1),
            Err(_) => Range::Whole,
        },
        _ => Range::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        for (header, length, wanted) in [
            ("bytes=0-9", 100, Range::Part(0, 9)),
            ("bytes=90-200", 100, Range::Part(90, 99)),
            ("bytes=95-", 100, Range::Part(95, 99)),
            ("bytes=-5", 100, Range::Part(95, 99)),
            ("bytes=-500", 100, Range::Part(0, 99)),
            ("bytes=100-", 100, Range::Unsatisfiable),
            ("bytes=100-110", 100, Range::Unsatisfiable),
            ("bytes=-0", 100, Range::Unsatisfiable),
            ("bytes=0-", 0, Range::Unsatisfiable),
            ("bytes=-5", 0, Range::Unsatisfiable),
            ("bytes=9-0", 100, Range::Whole),
            ("bytes=0-1,5-6", 100, Range::Whole),
            ("lines=0-1", 100, Range::Whole),
            ("bytes=x-y", 100, Range::Whole),
            ("bytes=0-99999999999999999999999999", 100, Range::Whole),
        ] {
            assert_eq!(read(header, length), wanted, "{header}");
        }
    }
}
