//! Characters as they stand: symbols and all, by reading the texts.
//!
//! The index narrows the texts to those that hold the words in what is looked
//! for; those are folded and read.

use crate::answer::Texts;
use crate::field::ALL;
use crate::forms::How;
use crate::impact::idf;
use crate::resolve::Resolver;
use crate::score::{Scored, Work};
use crate::{DocSet, Field};

/// Scores those of the allowed documents that hold a folded text as it stands:
/// all alike, as it is there or is not.
pub(crate) fn score(
    work: &mut Work<'_>,
    (needle, open): (&str, bool),
    field: Option<Field>,
    allowed: &DocSet,
    texts: &mut dyn Texts,
) -> Scored {
    let mut out = work.nothing();
    out.set = allowed.clone();
    let mut words = Vec::new();
    let narrowing = if work.root.of_facts_alone() {
        ""
    } else {
        needle
    };
    language::asked(narrowing, &mut |token| words.push(token.term.to_owned()));
    let resolver = Resolver {
        root: work.root,
        fetch: work.fetch,
        reports: Vec::new(),
    };
    for word in &words {
        let forms = resolver.plain(word);
        let mut set = DocSet::empty(work.root.documents);
        work.impacts_of(&forms, field, &mut set);
        for document in set.iter() {
            work.impacts[document as usize] = 0.0;
        }
        debug_assert!(forms.iter().all(|form| form.how == How::Exact));
        out.set.intersect(&set);
    }
    let (mut text, mut folded) = (String::new(), String::new());
    for &document in &out.set.list() {
        let held = ALL
            .into_iter()
            .filter(|of| field.is_none_or(|field| field == *of))
            .any(|of| {
                text.clear();
                texts.text(document, of, &mut text);
                folded.clear();
                language::fold_into(&text, &mut folded);
                find(&folded, needle, open, 0).is_some()
            });
        if !held {
            out.set.remove(document);
        }
    }
    let says = idf(out.set.count(), work.root.documents) / 2.0;
    for document in out.set.iter() {
        out.scores[document as usize] = says;
    }
    out
}

/// Where a folded text holds another, from a place on: not in the middle of a
/// word, unless the end is open.
pub(crate) fn find(text: &str, needle: &str, open: bool, from: usize) -> Option<usize> {
    let mut at = from;
    if needle.is_empty() {
        return None;
    }
    while let Some(found) = text.get(at..)?.find(needle) {
        let start = at + found;
        let end = start + needle.len();
        let joins = |before: &str, after: &str| {
            ends(before).is_some_and(char::is_alphanumeric)
                && begins(after).is_some_and(char::is_alphanumeric)
        };
        let cut_before = joins(text.get(..start)?, needle);
        let cut_after = !open && joins(needle, text.get(end..)?);
        if !cut_before && !cut_after {
            return Some(start);
        }
        at = start + begins(needle).map_or(1, char::len_utf8);
    }
    None
}

/// The first character. One copy for all who ask, like [`ends`].
#[inline(never)]
pub(crate) fn begins(text: &str) -> Option<char> {
    text.chars().next()
}

/// The last character.
#[inline(never)]
pub(crate) fn ends(text: &str) -> Option<char> {
    text.chars().next_back()
}
