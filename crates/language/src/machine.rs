//! The machine that runs a stemmer: a word, a cursor in it, and commands that
//! succeed or fail, after the model of Snowball (M. F. Porter, 2001).
//!
//! # Bytes of a program
//!
//! `Stm1`, the letter that stands for byte 0x40 (two bytes, low first), the
//! number of groups of letters and each group (a count, letters), the number of
//! rules and each rule (a length, commands); the last rule is the stemmer.
//! Lengths below 128 take one byte, others two (low seven bits with the top bit
//! set, then the rest). The commands are [`op`].
//!
//! All of it is checked when read: a program that was read has no length, no
//! group, no rule and no mark that is not there. What is left to chance when it
//! runs (loops, rules that call each other) is bounded by [`MOST_STEPS`] and
//! [`DEEPEST`].

/// Letters that the longest word to be stemmed may have. Longer ones are no
/// words of the languages in question.
pub const LONGEST_WORD: usize = 60;

/// Room for what a stemmer adds on the way.
const ROOM: usize = LONGEST_WORD + 4;

/// Commands that one word may take. The longest word of the longest program of
/// this crate takes a tenth.
const MOST_STEPS: u32 = 20_000;

/// Blocks in blocks, in a program and through its calls.
const DEEPEST: u32 = 48;

/// Places a program can remember.
const MARKS: usize = 8;

/// What a program begins with.
pub(crate) const MAGIC: &[u8; 4] = b"Stm1";

/// Commands, by their numbers. G is the number of a group, M of a mark, R of a
/// rule, N a number, S a length and letters, B a length and commands.
pub(crate) mod op {
    /// S: these letters stand next.
    pub(crate) const LITERAL: u8 = 0;
    /// G: a letter of the group stands next.
    pub(crate) const IN: u8 = 1;
    /// G: a letter not of the group stands next.
    pub(crate) const OUT: u8 = 2;
    /// G: go to behind the next letter of the group.
    pub(crate) const PASS: u8 = 3;
    /// G: go to behind the next letter not of the group.
    pub(crate) const PASS_OUT: u8 = 4;
    /// N: go over so many letters.
    pub(crate) const HOP: u8 = 5;
    /// M: remember the place.
    pub(crate) const SET: u8 = 6;
    /// M: the place is not before the remembered one.
    pub(crate) const AFTER: u8 = 7;
    /// M: the place is the remembered one.
    pub(crate) const AT: u8 = 8;
    /// R: do what the rule says.
    pub(crate) const CALL: u8 = 9;
    /// N: the word has at least so many letters.
    pub(crate) const LENGTH: u8 = 10;
    /// S: put letters in place of the slice.
    pub(crate) const PUT: u8 = 11;
    /// The slice begins here, or ends, going backwards.
    pub(crate) const OPEN: u8 = 12;
    /// The slice ends here, or begins, going backwards.
    pub(crate) const CLOSE: u8 = 13;
    /// Nothing more stands that way.
    pub(crate) const END: u8 = 14;
    /// Fail.
    pub(crate) const FAIL: u8 = 15;
    /// B: do, come back, and succeed in any case.
    pub(crate) const DO: u8 = 16;
    /// B: do; if that fails come back and succeed.
    pub(crate) const MAYBE: u8 = 17;
    /// B: do and come back.
    pub(crate) const TEST: u8 = 18;
    /// B: come back, and succeed if that failed.
    pub(crate) const NOT: u8 = 19;
    /// B: do for as long as it succeeds.
    pub(crate) const REPEAT: u8 = 20;
    /// B: go to the next place where it succeeds.
    pub(crate) const SEEK: u8 = 21;
    /// B: go to behind the next place where it succeeds.
    pub(crate) const BEYOND: u8 = 22;
    /// B: do from the end of the word towards its beginning.
    pub(crate) const BACKWARDS: u8 = 23;
    /// B B: do the first; if that fails, come back and do the second.
    pub(crate) const EITHER: u8 = 24;
    /// M B: do, going backwards no further than the remembered place.
    pub(crate) const WITHIN: u8 = 25;
    /// B of a set and cases: the longest of all letters that stand next, and do
    /// what its case says. The set (four bytes, low first) has the lowest five
    /// bits of every letter that may stand next, so that most words are done
    /// with at a glance. A case is a count, so many S, and B; with 128 added to the
    /// count, it begins with a B that must succeed for its letters to count.
    pub(crate) const AMONG: u8 = 26;
    /// The same, and what was found is the slice.
    pub(crate) const ENDING: u8 = 27;
}

/// Why bytes are no stemmer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// They do not begin as a stemmer does, or are of another version.
    Foreign,
    /// They are a stemmer cut short or altered.
    Broken,
}

/// A stretch of the program's bytes.
type Block = (usize, usize);

/// A program that was checked.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    bytes: Vec<u8>,
    /// The letter that stands for byte 0x40.
    first: u32,
    /// Sets of the bytes 0x40 to 0x7f.
    groups: Vec<u64>,
    rules: Vec<Block>,
}

impl Program {
    /// The program that changes no word.
    pub(crate) fn empty() -> Self {
        Self {
            bytes: Vec::new(),
            first: 0x40,
            groups: Vec::new(),
            rules: Vec::new(),
        }
    }

    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let Some(rest) = bytes.strip_prefix(MAGIC) else {
            return Err(Fault::Foreign);
        };
        Self::checked(rest).ok_or(Fault::Broken)
    }

    fn checked(bytes: &[u8]) -> Option<Self> {
        let mut program = Self::empty();
        program.bytes = bytes.to_vec();
        let mut at = 0;
        program.first = u32::from(byte(bytes, &mut at)?) | u32::from(byte(bytes, &mut at)?) << 8;
        for _ in 0..byte(bytes, &mut at)? {
            let (from, to) = block(bytes, &mut at)?;
            let mut group = 0;
            for letter in bytes.get(from..to)? {
                group |= bit(*letter);
            }
            program.groups.push(group);
        }
        for _ in 0..byte(bytes, &mut at)? {
            program.rules.push(block(bytes, &mut at)?);
        }
        let sound = program
            .rules
            .iter()
            .all(|rule| program.check(*rule, 0).is_some());
        (sound && at == bytes.len() && !program.rules.is_empty()).then_some(program)
    }

    /// Whether a block is commands, one after the other, to its end.
    fn check(&self, (mut at, end): Block, depth: u32) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        let bytes = self.bytes.get(..end)?;
        while at < end {
            let (command, operand, first, second) = command(bytes, &mut at)?;
            let operand = usize::from(operand);
            let known = match command {
                op::IN..=op::PASS_OUT => operand < self.groups.len(),
                op::SET..=op::AT | op::WITHIN => operand < MARKS,
                op::CALL => operand < self.rules.len(),
                _ => true,
            };
            if !known {
                return None;
            }
            match command {
                op::AMONG | op::ENDING => {
                    let (mut at, end) = first;
                    at += 4;
                    if at > end {
                        return None;
                    }
                    while at < end {
                        let cases = bytes.get(..end)?;
                        let count = byte(cases, &mut at)?;
                        if count >= 128 {
                            self.check(block(cases, &mut at)?, depth + 1)?;
                        }
                        for _ in 0..count & 127 {
                            block(cases, &mut at)?;
                        }
                        self.check(block(cases, &mut at)?, depth + 1)?;
                    }
                }
                op::DO.. => {
                    self.check(first, depth + 1)?;
                    self.check(second, depth + 1)?;
                }
                _ => {}
            }
        }
        Some(())
    }
}

/// The place of a letter in a group; none for what is no letter.
fn bit(letter: u8) -> u64 {
    match letter {
        0x40..=0x7f => 1 << (letter - 0x40),
        _ => 0,
    }
}

fn byte(bytes: &[u8], at: &mut usize) -> Option<u8> {
    let byte = *bytes.get(*at)?;
    *at += 1;
    Some(byte)
}

/// A length and what it is the length of.
fn block(bytes: &[u8], at: &mut usize) -> Option<Block> {
    let mut length = usize::from(byte(bytes, at)?);
    if length >= 128 {
        length = (length & 127) | usize::from(byte(bytes, at)?) << 7;
    }
    let from = *at;
    *at += length;
    (*at <= bytes.len()).then_some((from, *at))
}

/// Reads one command: its number, its operand, its one or two blocks.
fn command(bytes: &[u8], at: &mut usize) -> Option<(u8, u8, Block, Block)> {
    let none = (0, 0);
    let command = byte(bytes, at)?;
    let operand = match command {
        op::IN..=op::LENGTH | op::WITHIN => byte(bytes, at)?,
        _ => 0,
    };
    let first = match command {
        op::LITERAL | op::PUT | op::DO..=op::ENDING => block(bytes, at)?,
        _ => none,
    };
    let second = match command {
        op::EITHER => block(bytes, at)?,
        _ => none,
    };
    (command <= op::ENDING).then_some((command, operand, first, second))
}

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
            fine = match command(bytes, &mut at) {
                Some((command, operand, first, second)) => {
                    self.step(command, usize::from(operand), first, second)
                }
                None => false,
            };
        }
        self.depth -= 1;
        fine
    }

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
        let ahead = self.ahead();
        let next = if self.backwards {
            ahead.last()
        } else {
            ahead.first()
        };
        next.copied()
    }

    fn stands(&self, letters: &[u8]) -> bool {
        stand(self.ahead(), letters, self.backwards)
    }

    fn hop(&mut self, count: usize) -> bool {
        if self.ahead().len() < count {
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
        let mut set = 0;
        for (place, byte) in bytes.iter().skip(from).take(4).enumerate() {
            set |= u32::from(*byte) << (8 * place);
        }
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
                    condition = block(bytes, &mut at).unwrap_or((end, end));
                }
                let mut found = false;
                for _ in 0..count & 127 {
                    let (from, to) = block(bytes, &mut at).unwrap_or((end, end));
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
                let then = block(bytes, &mut at).unwrap_or((end, end));
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
