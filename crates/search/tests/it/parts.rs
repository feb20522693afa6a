//! An index made by several builders is the one that one makes, to the byte; parts
//! that are damaged, foreign or out of turn add nothing, hostile ones do no harm.

use proptest::prelude::*;
use proptest::sample::Index as Place;
use search::{Builder, Fault};

use crate::archive::{Made, made, stemmers};
use crate::bytes::harass;

/// The documents from one on, as a part.
fn part(made: &Made, from: usize, to: usize) -> Vec<u8> {
    let mut builder = Builder::after(from as u32, stemmers());
    made.add(from..to, &mut builder);
    builder.part()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn shared_work_is_the_same_work(made in made(24), cuts in prop::collection::vec(any::<Place>(), 0..4), tail in any::<bool>()) {
        let whole = made.0.len();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(whole + 1)).collect();
        cuts.sort_unstable();
        let mut builder = Builder::new(stemmers());
        let mut done = 0;
        for cut in cuts.into_iter().chain([whole]) {
            // The first is added here, and what comes after a part may be, too.
            if done == 0 || (tail && cut == whole) {
                made.add(done..cut, &mut builder);
            } else {
                builder.join(&part(&made, done, cut)).unwrap();
            }
            done = cut;
            prop_assert_eq!(builder.documents() as usize, done);
        }
        prop_assert_eq!(builder.finish().index().to_bytes(), made.index().to_bytes());
    }

    #[test]
    fn what_is_no_part_adds_nothing(made in made(12), cut in any::<Place>(), changes in prop::collection::vec((any::<Place>(), any::<u8>()), 1..5)) {
        let whole = made.0.len();
        let cut = cut.index(whole + 1);
        let mut bytes = part(&made, cut, whole);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let mut builder = Builder::new(stemmers());
        made.add(0..cut, &mut builder);
        if builder.join(&bytes).is_ok() {
            harass(&builder.finish().index());
        } else {
            made.add(cut..whole, &mut builder);
            prop_assert_eq!(builder.finish().index().to_bytes(), made.index().to_bytes());
        }
    }
}

#[test]
fn parts_are_refused() {
    let made = Made::of(&["a b", "b c", "the c of d"]);
    let whole = part(&made, 1, 3);
    let join = |bytes: &[u8]| {
        let mut builder = Builder::new(stemmers());
        made.add(0..1, &mut builder);
        builder.join(bytes)
    };
    assert_eq!(join(&whole), Ok(()));
    assert_eq!(join(b""), Err(Fault::Foreign));
    assert_eq!(join(&made.index().to_bytes()), Err(Fault::Foreign));
    assert_eq!(join(&part(&made, 2, 3)), Err(Fault::Damaged), "out of turn");
    for len in 4..whole.len() {
        assert_eq!(join(&whole[..len]), Err(Fault::Damaged), "{len}");
    }
    let mut newer = whole;
    newer[4] = 99;
    assert_eq!(join(&newer), Err(Fault::Version(99)));
}

/// Words whose pieces name each other in a ring would be followed for ever.
#[test]
fn rings_end() {
    let made = Made::of(&["twin twig", "twin twig", "twin"]);
    let whole = part(&made, 0, 3);
    // Two words of one length, both made the same, share a list of pieces.
    let at = whole.windows(4).position(|word| word == b"twig").unwrap();
    let mut bytes = whole;
    bytes[at + 3] = b'n';
    let mut builder = Builder::new(stemmers());
    if builder.join(&bytes).is_ok() {
        harass(&builder.finish().index());
    }
}

/// Lists of many pieces on both sides.
#[test]
fn long_parts() {
    let bodies: Vec<String> = (0..900_usize)
        .map(|at| {
            let word = |place: usize| format!("common word{} {} ", (at * place) % 997, place % 13);
            (0..250).map(word).collect()
        })
        .collect();
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    let made = Made::of(&bodies);
    let mut builder = Builder::new(stemmers());
    made.add(0..400, &mut builder);
    builder.join(&part(&made, 400, 850)).unwrap();
    made.add(850..900, &mut builder);
    assert!(builder.finish().index().to_bytes() == made.index().to_bytes());
}
