//! The language stemmers are written in, and its way into bytes.
//!
//! This is for the workbench: a reader of an archive never calls it, so none of
//! it is in what a browser loads.
//!
//! ```text
//! # English plurals, roughly
//! first 0x40                   the letter that is byte 0x40: Latin 0x40,
//!                              Cyrillic 0x410, Arabic 0x620
//! group v 'aeiouy'             letters of one kind
//! back r1 ( after p1 )         commands under a name, used by the name, going
//!                              backwards; with `rule`, forwards
//! rule main (                  the last rule is the stemmer
//!   pass v pass-out v set p1
//!   backwards ( do ( ending {
//!       'sses' => put 'ss' ;
//!       'ies'  => r1 put 'i' ;
//!       'ss' ;                  found, and nothing to be done
//!       's' when ( hop 1 pass v ) => drop } ) ) )
//! ```
//!
//! Commands stand one after the other and fail where one fails; a string wants
//! its letters at the cursor. The rest are the commands of `program.rs`: `in`,
//! `out`, `pass`, `pass-out` (a group); `hop`, `length` (a number); `set`,
//! `after`, `at` (a place, named by being set, and beyond the word's end until
//! then); `put` (a string), `drop`; `[`
//! and `]` for the slice; `end`, `fail`; `do`, `maybe`, `test`, `not`, `repeat`,
//! `seek`, `beyond`, `backwards` (a command, or several in brackets); `either …
//! or … or …`; `within` (a place, then commands); `among` and `ending`.
//! Everything after `#` is remark. A capital in a Latin string is a letter of
//! its own, for marking, and small again in the stem; strings of other scripts are written in that script.

use std::fmt;

use crate::program::{MAGIC, op};

/// What is wrong with rules, and in which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// What was found or missed there.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.what)
    }
}

/// Turns rules into the bytes of a stemmer.
///
/// # Errors
/// The first [`Mistake`].
pub fn compile(rules: &str) -> Result<Vec<u8>, Mistake> {
    let mut compiler = Compiler {
        words: words(rules),
        at: 0,
        first: 0x40,
        groups: Vec::new(),
        marks: Vec::new(),
        rules: Vec::new(),
        backwards: false,
    };
    compiler.program()
}

/// The words of a text with their lines. Strings keep their opening quote.
fn words(rules: &str) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    for (number, line) in rules.lines().enumerate() {
        let mut rest = line.trim_start();
        while !rest.is_empty() && !rest.starts_with('#') {
            let length = if let Some(string) = rest.strip_prefix('\'') {
                string.find('\'').map_or(rest.len(), |end| end + 1)
            } else if rest.starts_with("=>") {
                2
            } else if rest.starts_with(['(', ')', '{', '}', '[', ']', ';']) {
                1
            } else {
                rest.find(|c: char| c.is_whitespace() || "(){}[];'#".contains(c))
                    .unwrap_or(rest.len())
            };
            let (word, after) = rest.split_at(length);
            words.push((number + 1, word.to_owned()));
            rest = after.strip_prefix('\'').unwrap_or(after).trim_start();
        }
    }
    words
}

struct Compiler {
    words: Vec<(usize, String)>,
    at: usize,
    first: u32,
    groups: Vec<(String, Vec<u8>)>,
    marks: Vec<String>,
    rules: Vec<(String, Vec<u8>)>,
    /// Whether what is being read goes backwards.
    backwards: bool,
}

impl Compiler {
    fn mistake<T>(&self, what: impl Into<String>) -> Result<T, Mistake> {
        let before = self.words.get(..self.at.max(1)).unwrap_or(&self.words);
        Err(Mistake {
            line: before.last().map_or(0, |(line, _)| *line),
            what: what.into(),
        })
    }

    fn peek(&self) -> &str {
        self.words.get(self.at).map_or("", |(_, word)| word)
    }

    fn word(&mut self) -> String {
        let word = self.peek().to_owned();
        self.at += 1;
        word
    }

    fn expect(&mut self, wanted: &str) -> Result<(), Mistake> {
        let word = self.word();
        if word == wanted {
            Ok(())
        } else {
            self.mistake(format!("{wanted} expected, {word} found"))
        }
    }

    fn program(&mut self) -> Result<Vec<u8>, Mistake> {
        while self.at < self.words.len() {
            match self.word().as_str() {
                "first" => self.first = self.number()?,
                "group" => {
                    let name = self.word();
                    let mut letters = Vec::new();
                    loop {
                        if self.peek().starts_with('\'') {
                            letters.extend(self.letters()?);
                        } else if let Some((_, known)) =
                            self.groups.iter().find(|(name, _)| name == self.peek())
                        {
                            letters.extend_from_slice(known);
                            self.at += 1;
                        } else {
                            break;
                        }
                    }
                    self.groups.push((name, letters));
                }
                way @ ("rule" | "back") => {
                    self.backwards = way == "back";
                    let name = self.word();
                    let body = self.commands()?;
                    self.rules.push((name, body));
                }
                other => {
                    return self.mistake(format!(
                        "first, group, rule or back expected, {other} found"
                    ));
                }
            }
        }
        let mut out = MAGIC.to_vec();
        out.extend([self.first as u8, (self.first >> 8) as u8]);
        out.push(self.groups.len() as u8);
        for (_, letters) in &self.groups {
            with_length(&mut out, letters);
        }
        out.push(self.rules.len() as u8);
        for (_, body) in &self.rules {
            with_length(&mut out, body);
        }
        Ok(out)
    }

    fn number(&mut self) -> Result<u32, Mistake> {
        let word = self.word();
        let value = match word.strip_prefix("0x") {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => word.parse(),
        };
        value.or_else(|_| self.mistake(format!("a number expected, {word} found")))
    }

    /// A string, as the machine's letters.
    fn letters(&mut self) -> Result<Vec<u8>, Mistake> {
        let word = self.word();
        let Some(text) = word.strip_prefix('\'') else {
            return self.mistake(format!("a string expected, {word} found"));
        };
        let mut letters = Vec::new();
        for character in text.chars() {
            let letter = (character as u32 + 0x40).wrapping_sub(self.first);
            if letter >= 0x80 {
                return self.mistake(format!("{character} is no letter of this script"));
            }
            letters.push(letter as u8);
        }
        Ok(letters)
    }

    fn group(&mut self) -> Result<u8, Mistake> {
        let name = self.word();
        match self.groups.iter().position(|(known, _)| *known == name) {
            Some(number) => Ok(number as u8),
            None => self.mistake(format!("no group is named {name}")),
        }
    }

    fn mark(&mut self) -> u8 {
        let name = self.word();
        let known = self.marks.iter().position(|known| *known == name);
        known.unwrap_or_else(|| {
            self.marks.push(name);
            self.marks.len() - 1
        }) as u8
    }

    /// Commands in brackets, or one without.
    fn commands(&mut self) -> Result<Vec<u8>, Mistake> {
        let mut out = Vec::new();
        if self.peek() == "(" {
            self.at += 1;
            while self.peek() != ")" {
                self.command(&mut out)?;
            }
            self.at += 1;
        } else {
            self.command(&mut out)?;
        }
        Ok(out)
    }

    fn command(&mut self, out: &mut Vec<u8>) -> Result<(), Mistake> {
        if self.peek().starts_with('\'') {
            out.push(op::LITERAL);
            let letters = self.letters()?;
            with_length(out, &letters);
            return Ok(());
        }
        if self.peek() == "(" {
            out.extend(self.commands()?);
            return Ok(());
        }
        let word = self.word();
        let plain = match word.as_str() {
            "in" => op::IN,
            "out" => op::OUT,
            "pass" => op::PASS,
            "pass-out" => op::PASS_OUT,
            "hop" => op::HOP,
            "length" => op::LENGTH,
            "set" => op::SET,
            "after" => op::AFTER,
            "at" => op::AT,
            "within" => op::WITHIN,
            "put" | "drop" => op::PUT,
            "[" => op::OPEN,
            "]" => op::CLOSE,
            "end" => op::END,
            "fail" => op::FAIL,
            "do" => op::DO,
            "maybe" => op::MAYBE,
            "test" => op::TEST,
            "not" => op::NOT,
            "repeat" => op::REPEAT,
            "seek" => op::SEEK,
            "beyond" => op::BEYOND,
            "backwards" => op::BACKWARDS,
            "either" => {
                let first = self.commands()?;
                let mut rest = vec![first];
                while self.peek() == "or" {
                    self.at += 1;
                    rest.push(self.commands()?);
                }
                out.extend(either(&rest));
                return Ok(());
            }
            "among" => op::AMONG,
            "ending" => op::ENDING,
            name => match self.rules.iter().position(|(known, _)| known == name) {
                Some(number) => {
                    out.extend([op::CALL, number as u8]);
                    return Ok(());
                }
                None => return self.mistake(format!("no command or rule is named {name}")),
            },
        };
        out.push(plain);
        match plain {
            op::IN..=op::PASS_OUT => out.push(self.group()?),
            op::HOP | op::LENGTH => out.push(self.number()? as u8),
            op::SET..=op::AT => out.push(self.mark()),
            op::PUT => {
                let letters = if word == "drop" {
                    Vec::new()
                } else {
                    self.letters()?
                };
                with_length(out, &letters);
            }
            op::WITHIN => {
                out.push(self.mark());
                let body = self.commands()?;
                with_length(out, &body);
            }
            op::AMONG | op::ENDING => {
                let cases = self.cases()?;
                with_length(out, &cases);
            }
            op::DO.. => {
                let before = self.backwards;
                self.backwards |= plain == op::BACKWARDS;
                let body = self.commands()?;
                self.backwards = before;
                with_length(out, &body);
            }
            _ => {}
        }
        Ok(())
    }

    fn cases(&mut self) -> Result<Vec<u8>, Mistake> {
        let mut out = Vec::new();
        let mut set = 0_u32;
        self.expect("{")?;
        while self.peek() != "}" {
            let mut strings = Vec::new();
            while self.peek().starts_with('\'') {
                strings.push(self.letters()?);
            }
            let condition = if self.peek() == "when" {
                self.at += 1;
                Some(self.commands()?)
            } else {
                None
            };
            let mut then = Vec::new();
            if self.peek() == "=>" {
                self.at += 1;
                while !matches!(self.peek(), ";" | "}") {
                    self.command(&mut then)?;
                }
            }
            if self.peek() != "}" {
                self.expect(";")?;
            }
            if strings.is_empty() || strings.len() > 127 {
                return self.mistake("one to 127 strings expected");
            }
            out.push(strings.len() as u8 | if condition.is_some() { 128 } else { 0 });
            if let Some(condition) = condition {
                with_length(&mut out, &condition);
            }
            for letters in strings {
                let near = if self.backwards {
                    letters.last()
                } else {
                    letters.first()
                };
                set |= near.map_or(u32::MAX, |near| 1 << (near & 31));
                with_length(&mut out, &letters);
            }
            with_length(&mut out, &then);
        }
        self.at += 1;
        let mut whole = set.to_le_bytes().to_vec();
        whole.extend(out);
        Ok(whole)
    }
}

/// The first of several that succeeds.
fn either(choices: &[Vec<u8>]) -> Vec<u8> {
    match choices {
        [] => Vec::new(),
        [last] => last.clone(),
        [first, rest @ ..] => {
            let mut out = vec![op::EITHER];
            with_length(&mut out, first);
            with_length(&mut out, &either(rest));
            out
        }
    }
}

fn with_length(out: &mut Vec<u8>, body: &[u8]) {
    let length = body.len();
    if length < 128 {
        out.push(length as u8);
    } else {
        out.extend([length as u8 | 128, (length >> 7) as u8]);
    }
    out.extend_from_slice(body);
}
