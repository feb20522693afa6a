//! Stems: what the inflected forms of a word share.
//!
//! A stemmer is data: a program of a few hundred bytes to two kilobytes for one
//! language, run by one small interpreter. It sees the *folded* word, in every
//! language, so that a stem is a function of the term and a word typed without
//! its accents has the stem of the word written with them.

/// Why bytes are no stemmer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// They do not begin as a stemmer does, or are of another version.
    Foreign,
    /// They are a stemmer cut short or altered.
    Broken,
}

/// The stemmer of one language.
#[derive(Clone, Debug)]
pub struct Stemmer {}

impl Stemmer {
    /// The stemmer of English, which is always there.
    #[must_use]
    pub fn english() -> Self {
        Self {}
    }

    /// The stemmer that `bytes` hold.
    ///
    /// # Errors
    /// [`Fault`] says why they hold none. No bytes, however hostile, make this
    /// or [`Stemmer::stem`] panic or run on.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        let _ = bytes;
        Err(Fault::Foreign)
    }

    /// Puts the stem of a folded word into `out`, in place of what was there.
    /// A word the language does not know how to stem is its own stem.
    pub fn stem(&self, word: &str, out: &mut String) {
        out.clear();
        let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        out.push_str(&word[..word.len() - usize::from(plural)]);
    }
}
