//! SPDX licence expressions (SPDX 2.3, annex D), as crates write them, and which
//! side of an *or* is taken.
//!
//! The slash of old manifests (`MIT/Apache-2.0`) is an *or*, as Cargo once said.

/// What may go along with software under MIT or Apache-2.0, the shortest duties
/// first: of an *or* the first one here is taken.
const ALLOWED: [&str; 13] = [
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "MIT-0",
    "BSL-1.0",
    "Unlicense",
    "CC0-1.0",
    "Unicode-3.0",
    "Apache-2.0 WITH LLVM-exception",
];

/// The licences under which something is taken; `None` when its expression leaves
/// none that is allowed, or cannot be read.
pub fn taken(expression: &str) -> Option<Vec<&'static str>> {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let ranks = either(&mut rest)?;
    let ranks = ranks.filter(|_| rest.is_empty())?;
    Some(ranks.into_iter().map(|rank| ALLOWED[rank]).collect())
}

/// Places in [`ALLOWED`]; `None` when what was read is not allowed.
type Taken = Option<Vec<usize>>;

/// Reads terms joined by *or*. The outer `None` is no expression at all.
fn either(rest: &mut &[&str]) -> Option<Taken> {
    let mut best = both(rest)?;
    while next_is(rest, "OR") {
        let other = both(rest)?;
        let worst = |taken: &Vec<usize>| taken.iter().copied().max();
        best = match (best, other) {
            (Some(one), Some(other)) if worst(&other) < worst(&one) => Some(other),
            (one, other) => one.or(other),
        };
    }
    Some(best)
}

/// Reads terms joined by *and*.
fn both(rest: &mut &[&str]) -> Option<Taken> {
    let mut all = term(rest)?;
    while next_is(rest, "AND") {
        let other = term(rest)?;
        all = all.zip(other).map(|(mut all, other)| {
            all.extend(other);
            all.sort_unstable();
            all.dedup();
            all
        });
    }
    Some(all)
}

fn term(rest: &mut &[&str]) -> Option<Taken> {
    if next_is(rest, "(") {
        let inner = either(rest)?;
        return next_is(rest, ")").then_some(inner);
    }
    let (name, after) = rest.split_first()?;
    if ["AND", "OR", "WITH", ")"].contains(name) {
        return None;
    }
    *rest = after;
    let mut name = (*name).to_owned();
    if next_is(rest, "WITH") {
        let (exception, after) = rest.split_first()?;
        *rest = after;
        name = format!("{name} WITH {exception}");
    }
    let rank = ALLOWED.iter().position(|allowed| *allowed == name);
    Some(rank.map(|rank| vec![rank]))
}

fn next_is(rest: &mut &[&str], word: &str) -> bool {
    match rest.split_first() {
        Some((first, after)) if *first == word => {
            *rest = after;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_side_with_the_fewest_duties_is_taken() {
        for (expression, wanted) in [
            ("MIT", Some(&["MIT"][..])),
            ("MIT OR Apache-2.0", Some(&["MIT"])),
            ("Apache-2.0/MIT", Some(&["MIT"])),
            ("Apache-2.0 / MIT", Some(&["MIT"])),
            ("GPL-3.0-only OR BSD-3-Clause", Some(&["BSD-3-Clause"])),
            (
                "(MIT OR Apache-2.0) AND Unicode-3.0",
                Some(&["MIT", "Unicode-3.0"]),
            ),
            ("BSD-3-Clause AND MIT", Some(&["MIT", "BSD-3-Clause"])),
            (
                "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
                Some(&["MIT"]),
            ),
            (
                "Apache-2.0 WITH LLVM-exception",
                Some(&["Apache-2.0 WITH LLVM-exception"]),
            ),
            (
                "MIT AND (Zlib OR (Apache-2.0))",
                Some(&["MIT", "Apache-2.0"]),
            ),
            ("GPL-3.0-only", None),
            ("MIT AND GPL-2.0-only", None),
            ("MPL-2.0", None),
            ("Apache-2.0 WITH Classpath-exception-2.0", None),
            ("", None),
            ("MIT OR", None),
            ("(MIT", None),
            ("MIT)", None),
            ("MIT Apache-2.0", None),
            ("WITH", None),
        ] {
            assert_eq!(taken(expression).as_deref(), wanted, "{expression}");
        }
    }
}
