//! Words a typing mistake or two away from a word.
//!
//! An automaton whose states are rows of the edit distance table (Wagner and
//! Fischer 1974; Damerau's transposition of neighbours counts one). It is fed a
//! sorted dictionary key by key: the rows of what a key shares with the one
//! before are kept, and as soon as no ending could help, every key with that
//! beginning is passed over unread.

/// The automaton for one word.
pub(crate) struct Levenshtein {
    word: Vec<char>,
    most: u8,
    /// Whether a key is taken that only begins with a word that near.
    beginnings: bool,
    /// The letters of the key at hand, and where each ends in bytes.
    letters: Vec<(char, usize)>,
    /// A row for each of them, and one before.
    rows: Vec<u8>,
    /// Bytes of beginning that no key can get away from.
    dead: usize,
}

impl Levenshtein {
    /// For keys at most so many mistakes from `word`.
    pub(crate) fn new(word: &str, most: u8, beginnings: bool) -> Self {
        let word: Vec<char> = word.chars().collect();
        let rows = (0..=word.len()).map(|at| at.min(255) as u8).collect();
        Self {
            word,
            most,
            beginnings,
            letters: Vec::new(),
            rows,
            dead: usize::MAX,
        }
    }

    /// The distance of the next key, if it is near enough. `shared` is how many
    /// bytes it shares with the key before.
    pub(crate) fn next(&mut self, key: &[u8], shared: usize) -> Option<u8> {
        if shared >= self.dead {
            return None;
        }
        self.dead = usize::MAX;
        while self.letters.last().is_some_and(|&(_, end)| end > shared) {
            self.letters.pop();
        }
        let width = self.word.len() + 1;
        self.rows.truncate((self.letters.len() + 1) * width);
        let read = self.letters.last().map_or(0, |&(_, end)| end);
        let rest = std::str::from_utf8(key.get(read..)?).ok()?;
        let mut dead = usize::MAX;
        for (at, letter) in rest.char_indices() {
            let end = read + at + letter.len_utf8();
            self.letters.push((letter, end));
            if self.row(letter) > self.most {
                dead = end;
                break;
            }
        }
        let mut nearest = u8::MAX;
        if self.beginnings {
            // A beginning near enough will do, whatever follows.
            let ends = self.rows.iter().skip(width - 1).step_by(width).skip(1);
            nearest = ends.fold(nearest, |least, &distance| least.min(distance));
        } else if dead == usize::MAX {
            nearest = self.rows.last().copied().unwrap_or(u8::MAX);
        }
        if nearest > self.most {
            self.dead = dead;
        }
        (nearest <= self.most).then_some(nearest)
    }

    /// Adds the row of a letter; gives its least number.
    fn row(&mut self, letter: char) -> u8 {
        let width = self.word.len() + 1;
        let start = self.rows.len();
        let depth = start / width;
        self.rows.resize(start + width, u8::MAX);
        let (done, row) = self.rows.split_at_mut(start);
        let rows_before = |back: usize| {
            let from = start.wrapping_sub(back * width);
            done.get(from..).unwrap_or_default()
        };
        let (one, two) = (rows_before(1), rows_before(2));
        let cell =
            |row: &[u8], at: usize| row.get(at).map_or(u8::MAX, |held| held.saturating_add(1));
        // Cells further from the diagonal than mistakes are allowed cannot count.
        let most = usize::from(self.most);
        let mut left = u8::MAX;
        if depth <= most {
            left = depth as u8;
            row[0] = left;
        }
        let mut least = left;
        let previous = depth
            .checked_sub(2)
            .and_then(|at| self.letters.get(at))
            .map(|l| l.0);
        for at in depth.saturating_sub(most).max(1)..width.min(depth + most + 1) {
            let same = self.word.get(at - 1) == Some(&letter);
            // A cell of the row before, or a step further.
            let mut value = cell(one, at - 1) - u8::from(same);
            value = value.min(cell(one, at));
            value = value.min(left.saturating_add(1));
            if at > 1
                && self.word.get(at - 2) == Some(&letter)
                && previous.is_some()
                && self.word.get(at - 1).copied() == previous
            {
                value = value.min(cell(two, at - 2));
            }
            if let Some(place) = row.get_mut(at) {
                *place = value;
            }
            left = value;
            least = least.min(value);
        }
        least
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Levenshtein;

    /// The whole table (optimal string alignment).
    fn distance(one: &str, other: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if i == 0 || j == 0 {
                    table[i][j] = i + j;
                    continue;
                }
                let mut least = table[i - 1][j].min(table[i][j - 1]) + 1;
                least = least.min(table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]));
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                table[i][j] = least;
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]

        #[test]
        fn as_the_whole_table_says(word in "[abcé]{1,7}", keys in prop::collection::btree_set("[abcé]{0,8}", 0..40), most in 0..3_u8, beginnings: bool) {
            let mut automaton = Levenshtein::new(&word, most, beginnings);
            let mut before = String::new();
            for key in keys {
                let shared = key.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
                let wanted = if beginnings {
                    (1..=key.chars().count())
                        .map(|len| distance(&word, &key.chars().take(len).collect::<String>()))
                        .min()
                } else {
                    Some(distance(&word, &key))
                };
                let wanted = wanted.filter(|&distance| distance <= usize::from(most));
                let got = automaton.next(key.as_bytes(), shared).map(usize::from);
                prop_assert_eq!(got, wanted, "{} {}", word, key);
                before = key;
            }
        }
    }
}
