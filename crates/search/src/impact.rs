//! Impacts: how strongly a document holds a term, in one byte.
//!
//! BM25F (Robertson, Zaragoza and Taylor, *Simple BM25 extension to multiple
//! weighted fields*, CIKM 2004) adds up a term's occurrences over the fields of
//! a document, each weighted and set off against the field's length, before
//! anything saturates. That sum is known when the index is built and is all that
//! a score needs, so it is what a posting keeps: no table of lengths is read to
//! answer a query, and the forms of one word simply add.
//!
//! A byte holds it on a logarithmic scale; half a step is an error of 2 %.

use crate::field::FIELDS;

/// Weights of the fields in the sum, in [`crate::Field`]'s order. A headline
/// word says two or three times what a body word says; values between 2 and 3
/// are usual (Zaragoza and others, TREC-13, found 2 to 3 for titles next to a
/// body of 1). Topics and authors are somebody's choice of words, but short.
pub(crate) const WEIGHTS: [f32; FIELDS] = [2.0, 1.2, 1.0, 1.0, 1.0];

/// How far a field's length counts, 0 to 1. 0.75 is the customary value for
/// running text (Robertson and Zaragoza, *The Probabilistic Relevance
/// Framework*, 2009); short fields vary less in how much they say.
pub(crate) const LENGTH_SHARE: [f32; FIELDS] = [0.4, 0.5, 0.75, 0.4, 0.4];

/// Bits of a float below its four highest mantissa bits: what is above them
/// counts sixteen even steps to an octave.
const BELOW: u32 = 23 - 4;
/// The level count of 2^-6, the lowest impact kept: a word in a body 80 times
/// as long as others. 256 levels reach up to 2^10.
const LOWEST: u32 = (127 - 6) << 4;

/// The level nearest to an impact.
pub(crate) fn level(impact: f32) -> u8 {
    let steps = (impact.to_bits() + (1 << (BELOW - 1))) >> BELOW;
    steps.saturating_sub(LOWEST).min(255) as u8
}

/// The impact of a level.
pub(crate) fn value(level: u32) -> f32 {
    f32::from_bits((level.min(255) + LOWEST) << BELOW)
}

/// What one occurrence in each field adds in a document of these lengths, in
/// words, where the average lengths are those.
pub(crate) fn per_occurrence(lengths: &[u32; FIELDS], averages: &[f32; FIELDS]) -> [f32; FIELDS] {
    let mut each = WEIGHTS;
    for field in 0..FIELDS {
        let share = LENGTH_SHARE[field];
        let length = lengths[field] as f32 / averages[field].max(1.0);
        each[field] /= 1.0 - share + share * length;
    }
    each
}

/// Natural logarithm, the same on every machine: by the series of
/// 2 artanh((m - 1) / (m + 1)) after taking out the power of two. Good to 1e-5.
pub(crate) fn ln(x: f32) -> f32 {
    let bits = x.max(f32::MIN_POSITIVE).to_bits();
    let mut power = (bits >> 23) as i32 - 127;
    let mut m = f32::from_bits(bits & 0x7f_ffff | 127 << 23);
    if m > std::f32::consts::SQRT_2 {
        m /= 2.0;
        power += 1;
    }
    let t = (m - 1.0) / (m + 1.0);
    let t2 = t * t;
    power as f32 * std::f32::consts::LN_2
        + 2.0 * t * (1.0 + t2 * (1.0 / 3.0 + t2 * (1.0 / 5.0 + t2 / 7.0)))
}

/// How much a term says that so many of all documents hold: the inverse document
/// frequency of BM25 as Lucene has it, never negative.
pub(crate) fn idf(holding: u32, documents: u32) -> f32 {
    let holding = holding.min(documents) as f32;
    ln(1.0 + (documents as f32 - holding + 0.5) / (holding + 0.5))
}

/// How quickly more of the same word stops saying more. Customary values are
/// between 1.2 and 2 (Robertson and Zaragoza 2009, 3.5).
pub(crate) const K1: f32 = 1.5;

/// A sum of impacts, saturated: below 1 however often the word occurs.
pub(crate) fn saturated(impact: f32) -> f32 {
    impact / (K1 + impact)
}
