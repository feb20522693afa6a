//! Stems: what the inflected forms of a word share.
//!
//! A stemmer is data: a program of some hundred bytes to two kilobytes for one
//! language, run by one small interpreter (`machine.rs`, `program.rs`). The programs are
//! written in a language of rules ([`crate::rules`]) and stand in `stems/`, as
//! rules and as bytes.
//!
//! # What a stemmer sees
//!
//! Every stemmer sees the *folded* word, never the word as it was written. So a
//! stem is a function of the term: an index computes it once for each term of
//! its dictionary, and a word typed without its accents has the stem of the
//! word written with them. The rules are those of Snowball 3.0 said over folded
//! letters. What that costs is measured in `tests/it/stems.rs`: nothing in
//! English and Russian (й stays when folding; ё is е to Snowball too), little
//! where Snowball itself ends by taking accents off (German, Spanish, Dutch),
//! and a few words in a hundred where an accent tells endings apart (French é
//! and e, Portuguese ão): those get a stem that is another than Snowball's, but
//! the same for both spellings.

use crate::machine::Machine;
pub use crate::program::Fault;
use crate::program::Program;

/// Bytes of the English stemmer, which is always there.
static ENGLISH: &[u8] = include_bytes!("../stems/en.bin");

/// The stemmer of one language.
#[derive(Clone, Debug)]
pub struct Stemmer {
    program: Program,
}

impl Stemmer {
    /// The stemmer of English, which is always there.
    #[must_use]
    pub fn english() -> Self {
        Self::from_bytes(ENGLISH).unwrap_or_else(|_| Self {
            program: Program::empty(),
        })
    }

    /// The stemmer that `bytes` hold (a file of `stems/`).
    ///
    /// # Errors
    /// [`Fault`] says why they hold none. No bytes, however hostile, make this
    /// or [`Stemmer::stem`] panic or run on.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        Ok(Self {
            program: Program::read(bytes)?,
        })
    }

    /// Puts the stem of a folded word into `out`, in place of what was there.
    ///
    /// A word that has letters of another script, or more than
    /// [`LONGEST_WORD`](crate::LONGEST_WORD) of them, is its own stem; so is one
    /// that a faulty program would take to nothing. A stem has at most four
    /// letters more than its word (one, with the programs of this crate).
    pub fn stem(&self, word: &str, out: &mut String) {
        out.clear();
        let mut machine = Machine::new(&self.program);
        if !(machine.load(word) && machine.run() && machine.unload(out)) {
            out.clear();
            out.push_str(word);
        }
    }
}
