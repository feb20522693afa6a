//! Words that carry a question and say little of what it is about.
//!
//! Not left out, which would lose `to be or not to be`, but counted for less
//! than other words (see `rank.rs`). English alone for now: in other languages a
//! word's being everywhere makes it weigh little.

/// Sorted. Articles, pronouns, auxiliaries, prepositions, conjunctions, and what
/// people put around a question.
const ENGLISH: &str = " a about after again all also although am among an and any anybody anyone \
anything are as at be because been before being between both but by can cannot could \
describe did discuss do does doing done down during each either else etc ever every explain few find \
following for from further get give given had has have having he her here hers him his how however i if \
in information into is it its itself just know let like many may me might mine more most much must my \
namely need neither no nor not now obtain of off on once one only onto or other others our out over own \
papers per perhaps please possible present regarding same see seek shall she should show since so \
some somebody someone something such tell than that the their them then there therefore these they this \
those though through thus to too under until up upon us use used using various very via want was we well were what \
whatever when where whether which while who whom whose why will with within without would you your ";

/// Whether a folded word is one of them.
pub(crate) fn is_function_word(word: &str) -> bool {
    ENGLISH
        .split(' ')
        .any(|held| held == word && !held.is_empty())
}
