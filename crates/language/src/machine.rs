//! The machine that runs a stemmer: a word, a cursor in it, and commands that
//! succeed or fail, after the model of Snowball (M. F. Porter, 2001).
//!
//! Whatever a program says, it ends: after [`MOST_STEPS`] commands, or
//! [`DEEPEST`] blocks within each other.

use crate::program::{Block, DEEPEST, MARKS, Program, bit, block, has_block, has_operand, op};

/// Letters that the longest word to be stemmed may have. Longer ones are no
/// words of the languages in question.
pub const LONGEST_WORD: usize = 60;

/// Room for what a stemmer adds on the way.
const ROOM: usize = LONGEST_WORD + 4;

/// Commands that one word may take. The longest word of the longest program of
/// this crate takes a tenth.
const MOST_STEPS: u32 = 20_000;

/// Whether letters stand next in what is ahead.
#[inline]
fn stand(ahead: &[u8], letters: &[u8], backwards: bool) -> bool {
    // The nearest first: it is nearly always another.
    if backwards {
        letters.last().is_none_or(|near| ahead.last() == Some(near)) && ahead.ends_with(letters)
    } else {
        letters
            .first()
            .is_none_or(|near| ahead.first() == Some(near))
            && ahead.starts_with(letters)
    }
}

/// One word on its way through a program.
pub(crate) struct Machine<'p> {
    program: &'p Program,
    word: [u8; ROOM],
    length: usize,
    cursor: usize,
    /// How far back it may go.
    limit: usize,
    backwards: bool,
    slice: Block,
    /// Places remembered; one that was never set is beyond every place.
    marks: [usize; MARKS],
    steps: u32,
    depth: u32,
}

impl<'p> Machine<'p> {
    pub(crate) fn new(program: &'p Program) -> Self {
        Self {
            program,
            word: [0; ROOM],
            length: 0,
            cursor: 0,
            limit: 0,
            backwards: false,
            slice: (0, 0),
            marks: [usize::MAX; MARKS],
            steps: 0,
            depth: 0,
        }
    }

    /// Takes a word; false if it has letters the program does not know.
    pub(crate) fn load(&mut self, word: &str) -> bool {
        for character in word.chars() {
            let letter = (character as u32)
                .wrapping_sub(self.program.first)
                .wrapping_add(0x40);
            // Digits and the like stand below the letters.
            let known = if self.program.first == 0x40 {
                letter < 0x80
            } else {
                (0x40..0x80).contains(&letter)
            };
            if !known || self.length == LONGEST_WORD {
                return false;
            }
            if let Some(place) = self.word.get_mut(self.length) {
                *place = letter as u8;
                self.length += 1;
            }
        }
        true
    }

    /// Runs the program; false if it took too long.
    pub(crate) fn run(&mut self) -> bool {
        if let Some(main) = self.program.rules.last() {
            self.block(*main);
        }
        self.steps < MOST_STEPS
    }

    /// Gives the word as it is now, Latin capitals (letters that a program
    /// marked) as small letters again; false if nothing is left of it.
    pub(crate) fn unload(&self, out: &mut String) -> bool {
        let first = self.program.first;
        for letter in self.word.get(..self.length).unwrap_or_default() {
            if first == 0x40 {
                out.push(char::from(letter.to_ascii_lowercase()));
            } else {
                out.extend(char::from_u32(
                    (u32::from(*letter) + first).wrapping_sub(0x40),
                ));
            }
        }
        !out.is_empty()
    }

    fn block(&mut self, (mut at, end): Block) -> bool {
        self.depth += 1;
        let program = self.program;
        let bytes = program.bytes.get(..end).unwrap_or_default();
        // A block of nothing is a step as well: somebody may repeat it.
        self.steps += 1;
        let mut fine = self.depth <= DEEPEST && self.steps < MOST_STEPS;
        while fine && at < end {
            self.steps += 1;
            if self.steps >= MOST_STEPS {
                fine = false;
                break;
            }
            // What was checked when it was read is taken as it comes.
            let command = bytes.get(at).copied().unwrap_or(op::FAIL);
            let mut operand = 0;
            at += 1;
            if has_operand(command) {
                operand = bytes.get(at).copied().map_or(0, usize::from);
                at += 1;
            }
            let (mut first, mut second) = ((0, 0), (0, 0));
            if has_block(command) {
                first = self.block_at(&mut at);
                if command == op::EITHER {
                    second = self.block_at(&mut at);
                }
            }
            fine = self.step(command, operand, first, second);
        }
        self.depth -= 1;
        fine
    }

    /// The block whose length stands at a place.
    fn block_at(&self, at: &mut usize) -> Block {
        let bytes = &self.program.bytes;
        match bytes.get(*at) {
            // A short length, without a call.
            Some(&length) if length < 128 => {
                let from = *at + 1;
                *at = from + usize::from(length);
                (from, *at)
            }
            _ => block(bytes, at).unwrap_or((usize::MAX, usize::MAX)),
        }
    }

    #[inline(always)]
    fn step(&mut self, command: u8, operand: usize, first: Block, second: Block) -> bool {
        let here = self.here();
        match command {
            op::LITERAL => self.literal(first),
            op::IN => self.pass_if(operand, true),
            op::OUT => self.pass_if(operand, false),
            op::PASS | op::PASS_OUT => {
                while !self.pass_if(operand, command == op::PASS) {
                    if !self.hop(1) {
                        return false;
                    }
                }
                true
            }
            op::HOP => self.hop(operand),
            op::SET => {
                if let Some(mark) = self.marks.get_mut(operand) {
                    *mark = self.cursor;
                }
                true
            }
            op::AFTER => self.cursor >= self.mark(operand),
            op::AT => self.cursor == self.mark(operand),
            op::CALL => match self.program.rules.get(operand) {
                Some(rule) => self.block(*rule),
                None => false,
            },
            op::LENGTH => self.length >= operand,
            op::PUT => self.put(first),
            op::OPEN => {
                self.slice.0 = self.cursor;
                true
            }
            op::CLOSE => {
                self.slice.1 = self.cursor;
                true
            }
            op::END => self.next().is_none(),
            op::DO => {
                self.block(first);
                self.go(here);
                true
            }
            op::MAYBE => {
                if !self.block(first) {
                    self.go(here);
                }
                true
            }
            op::TEST => {
                let fine = self.block(first);
                self.go(here);
                fine
            }
            op::NOT => {
                let fine = self.block(first);
                self.go(here);
                !fine
            }
            op::REPEAT => loop {
                let here = self.here();
                if !self.block(first) {
                    self.go(here);
                    return true;
                }
            },
            op::SEEK | op::BEYOND => loop {
                let here = self.here();
                let found = self.block(first);
                if !found || command == op::SEEK {
                    self.go(here);
                }
                if found {
                    return true;
                }
                if !self.hop(1) {
                    return false;
                }
            },
            op::BACKWARDS => {
                let before = (self.cursor, self.backwards);
                self.cursor = self.length;
                self.backwards = true;
                let fine = self.block(first);
                self.backwards = before.1;
                self.cursor = before.0.min(self.length);
                fine
            }
            op::EITHER => {
                self.block(first) || {
                    self.go(here);
                    self.block(second)
                }
            }
            op::WITHIN => {
                let mark = self.mark(operand);
                if self.cursor < mark {
                    return false;
                }
                let before = std::mem::replace(&mut self.limit, mark);
                let fine = self.block(first);
                self.limit = before;
                fine
            }
            op::AMONG => self.among(first, false),
            op::ENDING => self.among(first, true),
            _ => false,
        }
    }

    fn mark(&self, mark: usize) -> usize {
        self.marks.get(mark).copied().unwrap_or(usize::MAX)
    }

    /// A place to come back to: counted from the end, going backwards, for the
    /// end is where letters come and go.
    fn here(&self) -> usize {
        if self.backwards {
            self.length - self.cursor.min(self.length)
        } else {
            self.cursor
        }
    }

    fn go(&mut self, place: usize) {
        self.cursor = if self.backwards {
            self.length.saturating_sub(place)
        } else {
            place.min(self.length)
        };
    }

    /// What can be gone over from here.
    fn ahead(&self) -> &[u8] {
        let range = if self.backwards {
            self.limit..self.cursor
        } else {
            self.cursor..self.length
        };
        self.word.get(range).unwrap_or_default()
    }

    fn next(&self) -> Option<u8> {
        let at = if self.backwards {
            if self.cursor <= self.limit {
                return None;
            }
            self.cursor - 1
        } else {
            if self.cursor >= self.length {
                return None;
            }
            self.cursor
        };
        self.word.get(at).copied()
    }

    fn stands(&self, letters: &[u8]) -> bool {
        stand(self.ahead(), letters, self.backwards)
    }

    fn hop(&mut self, count: usize) -> bool {
        let ahead = if self.backwards {
            self.cursor.saturating_sub(self.limit)
        } else {
            self.length.saturating_sub(self.cursor)
        };
        if ahead < count {
            return false;
        }
        if self.backwards {
            self.cursor -= count;
        } else {
            self.cursor += count;
        }
        true
    }

    fn pass_if(&mut self, group: usize, within: bool) -> bool {
        let group = self.program.groups.get(group).copied().unwrap_or(0);
        match self.next() {
            Some(letter) if (group & bit(letter) != 0) == within => self.hop(1),
            _ => false,
        }
    }

    fn literal(&mut self, (from, to): Block) -> bool {
        let program = self.program;
        let letters = program.bytes.get(from..to).unwrap_or_default();
        self.stands(letters) && self.hop(letters.len())
    }

    /// Puts letters in place of the slice.
    fn put(&mut self, (from, to): Block) -> bool {
        let program = self.program;
        let letters = program.bytes.get(from..to).unwrap_or_default();
        let start = self.slice.0.min(self.slice.1);
        let end = self.slice.0.max(self.slice.1).min(self.length);
        let new = self.length + letters.len() + start.min(end) - end;
        if start > end || new > ROOM {
            return false;
        }
        self.word
            .copy_within(end..self.length, start + letters.len());
        for (place, letter) in self.word.iter_mut().skip(start).zip(letters) {
            *place = *letter;
        }
        self.length = new;
        if self.cursor >= end {
            self.cursor = self.cursor + letters.len() + start - end;
        } else if self.cursor > start {
            self.cursor = start;
        }
        self.slice = (start, start + letters.len());
        true
    }

    fn among(&mut self, (from, end): Block, take: bool) -> bool {
        let program = self.program;
        let bytes = program.bytes.get(..end).unwrap_or_default();
        let here = self.here();
        let set = bytes.get(from..).and_then(<[u8]>::first_chunk);
        let set = set.map_or(0, |set| u32::from_le_bytes(*set));
        let near = self.next().map_or(0, |letter| 1 << (letter & 31));
        if set & near == 0 && set != u32::MAX {
            return false;
        }
        // The longest that has not been tried in vain.
        let mut below = usize::MAX;
        loop {
            let mut best = None;
            let ahead = self.ahead();
            let mut at = from + 4;
            let mut longest = 0;
            while at < end {
                let count = bytes.get(at).copied().unwrap_or(0);
                at += 1;
                let mut condition = (0, 0);
                if count >= 128 {
                    condition = self.block_at(&mut at);
                }
                let mut found = false;
                for _ in 0..count & 127 {
                    let (from, to) = self.block_at(&mut at);
                    let length = to - from;
                    if length >= longest
                        && length < below
                        && stand(
                            ahead,
                            bytes.get(from..to).unwrap_or_default(),
                            self.backwards,
                        )
                    {
                        longest = length + 1;
                        found = true;
                    }
                }
                let then = self.block_at(&mut at);
                if found {
                    best = Some((longest - 1, condition, then));
                }
            }
            // A long list takes time too.
            self.steps += (end - from) as u32 / 16;
            let Some((length, condition, then)) = best else {
                return false;
            };
            let before = self.cursor;
            self.hop(length);
            let matched = self.here();
            if self.block(condition) {
                self.go(matched);
                if take {
                    self.slice = (before, self.cursor);
                }
                return self.block(then);
            }
            self.go(here);
            below = length;
        }
    }
}
