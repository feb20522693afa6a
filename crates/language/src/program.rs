//! A stemmer as bytes: what they mean, and whether they mean anything.
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
//! runs (loops, rules that call each other) the machine bounds.

/// Blocks in blocks, in a program and through its calls.
pub(crate) const DEEPEST: u32 = 48;

/// Places a program can remember.
pub(crate) const MARKS: usize = 8;

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
pub(crate) type Block = (usize, usize);

/// A program that was checked.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub(crate) bytes: Vec<u8>,
    /// The letter that stands for byte 0x40.
    pub(crate) first: u32,
    /// Sets of the bytes 0x40 to 0x7f.
    pub(crate) groups: Vec<u64>,
    pub(crate) rules: Vec<Block>,
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
pub(crate) fn bit(letter: u8) -> u64 {
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
pub(crate) fn block(bytes: &[u8], at: &mut usize) -> Option<Block> {
    let mut length = usize::from(byte(bytes, at)?);
    if length >= 128 {
        length = (length & 127) | usize::from(byte(bytes, at)?) << 7;
    }
    let from = *at;
    *at += length;
    (*at <= bytes.len()).then_some((from, *at))
}

/// Whether a command has an operand of one byte,
#[inline(always)]
pub(crate) fn has_operand(command: u8) -> bool {
    matches!(command, op::IN..=op::LENGTH | op::WITHIN)
}

/// and whether it has a block, after that.
#[inline(always)]
pub(crate) fn has_block(command: u8) -> bool {
    matches!(command, op::LITERAL | op::PUT | op::DO..=op::ENDING)
}

/// Reads one command: its number, its operand, its one or two blocks.
fn command(bytes: &[u8], at: &mut usize) -> Option<(u8, u8, Block, Block)> {
    let none = (0, 0);
    let command = byte(bytes, at)?;
    let operand = if has_operand(command) {
        byte(bytes, at)?
    } else {
        0
    };
    let first = if has_block(command) {
        block(bytes, at)?
    } else {
        none
    };
    let second = if command == op::EITHER {
        block(bytes, at)?
    } else {
        none
    };
    (command <= op::ENDING).then_some((command, operand, first, second))
}
