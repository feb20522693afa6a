//! Kept indexes: damaged ones are refused, hostile ones do no harm.

use proptest::prelude::*;
use search::{Fault, Index, VERSION};

use crate::archive::{Made, made, stemmers};
use crate::found::ask;

/// The checksum as the engine computes it, to make damage that passes it.
pub fn sealed(bytes: &mut [u8]) {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    let mut step = |word: u64| {
        let mixed = (state ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        state = mixed ^ mixed >> 29;
    };
    let (words, rest) = bytes[16..].as_chunks::<8>();
    for word in words {
        step(u64::from_le_bytes(*word));
    }
    step(
        rest.iter()
            .fold(rest.len() as u64, |tail, &byte| tail << 8 | u64::from(byte)),
    );
    bytes[8..16].copy_from_slice(&state.to_le_bytes());
}

fn open(bytes: Vec<u8>) -> Result<Index, Fault> {
    Index::from_bytes(bytes, stemmers())
}

/// Asks an index of doubtful bytes all sorts of things.
pub fn harass(index: &Index) {
    let mut made = Made::of(&["run the archive"; 16]);
    // Such an index may name any number of documents; texts there are few.
    if index.documents() > 16 {
        return;
    }
    for typed in [
        "run",
        "r",
        "the worker ",
        "\"of the\"",
        "archvie ",
        "C++",
        "title:run",
        "東京都",
        "-run 2002..2004",
    ] {
        let answer = ask(index, &mut made, typed, 10);
        assert!(
            answer
                .hits
                .iter()
                .all(|hit| hit.document < index.documents())
        );
    }
    for document in 0..index.documents() + 1 {
        let _ = index.more_like(document, 5);
    }
}

#[test]
fn what_is_no_index_is_refused() {
    assert_eq!(open(Vec::new()).unwrap_err(), Fault::Foreign);
    assert_eq!(
        open(b"{\"version\":1}".to_vec()).unwrap_err(),
        Fault::Foreign
    );
    let whole = Made::of(&["a b", "b c"]).index().to_bytes();
    for len in 4..whole.len() {
        assert!(open(whole[..len].to_vec()).is_err(), "{len}");
    }
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        assert!(open(bytes).is_err(), "{at}");
    }
    let mut newer = whole;
    newer[4] = 99;
    assert_eq!(open(newer).unwrap_err(), Fault::Version(99));
    assert_ne!(VERSION, 99);
}

#[test]
fn an_empty_index_answers() {
    let index = Made::default().index();
    assert_eq!((index.documents(), index.terms()), (0, 0));
    harass(&index);
    harass(&open(index.to_bytes()).unwrap());
    harass(&Index::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn altered_and_sealed_again(made in made(8), changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = made.index().to_bytes();
        for (at, byte) in changes {
            let at = 16 + at.index(bytes.len() - 16);
            bytes[at] = byte;
        }
        sealed(&mut bytes);
        if let Ok(index) = open(bytes) {
            harass(&index);
        }
    }
}
