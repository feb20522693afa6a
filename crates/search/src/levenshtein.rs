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
        let mut nearest = u8::MAX;
        for (at, letter) in rest.char_indices() {
            self.letters.push((letter, read + at + letter.len_utf8()));
            let least = self.row(letter);
            if self.beginnings {
                nearest = nearest.min(self.distance());
            }
            if least > self.most {
                self.dead = read + at + letter.len_utf8();
                break;
            }
        }
        if self.beginnings {
            // Rows kept from the key before count too.
            let kept =
                (1..=self.letters.len()).filter_map(|row| self.rows.get(row * width + width - 1));
            nearest = kept.fold(nearest, |least, &distance| least.min(distance));
        } else if self.dead == usize::MAX {
            nearest = self.distance();
        }
        (nearest <= self.most).then_some(nearest)
    }

    fn distance(&self) -> u8 {
        self.rows.last().copied().unwrap_or(u8::MAX)
    }

    /// Adds the row of a letter; gives its least number.
    fn row(&mut self, letter: char) -> u8 {
        let width = self.word.len() + 1;
        let start = self.rows.len();
        let depth = start / width;
        let before = |rows: &[u8], back: usize, at: usize| {
            (start + at)
                .checked_sub(back * width)
                .and_then(|at| rows.get(at))
                .copied()
                .unwrap_or(u8::MAX)
        };
        self.rows.push(depth.min(255) as u8);
        let mut least = depth.min(255) as u8;
        let previous = depth
            .checked_sub(2)
            .and_then(|at| self.letters.get(at))
            .map(|l| l.0);
        for at in 1..width {
            let same = self.word.get(at - 1) == Some(&letter);
            let left = self.rows.last().copied().unwrap_or(u8::MAX);
            let mut value = before(&self.rows, 1, at - 1).saturating_add(u8::from(!same));
            value = value.min(before(&self.rows, 1, at).saturating_add(1));
            value = value.min(left.saturating_add(1));
            if at > 1
                && self.word.get(at - 2) == Some(&letter)
                && previous.is_some()
                && self.word.get(at - 1).copied() == previous
            {
                value = value.min(before(&self.rows, 2, at - 2).saturating_add(1));
            }
            self.rows.push(value);
            least = least.min(value);
        }
        least
    }
}
