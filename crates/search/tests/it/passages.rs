//! Marks and passages.

use proptest::prelude::*;
use search::{Mark, Marker};

use crate::archive::{Made, made, typed};
use crate::found::ask;

/// Checks which parts of `text` are marked, said by brackets, when it and
/// `others` are the archive.
fn check(typed: &str, marked: &str, others: &[&str]) {
    let text = marked.replace(['[', ']'], "");
    let mut bodies = vec![text.as_str()];
    bodies.extend(others);
    let mut made = Made::of(&bodies);
    let index = made.index();
    let answer = ask(&index, &mut made, typed, 10);
    let mut got = String::new();
    let mut at = 0;
    for mark in answer.marker.marks(&text) {
        got += &format!("{}[{}]", &text[at..mark.start], &text[mark.start..mark.end]);
        at = mark.end;
    }
    got += &text[at..];
    assert_eq!(got, marked, "{typed}");
}

#[test]
fn marks() {
    check("run ", "[Run], [running] and [runs], not rune", &[]);
    check("run", "[Run] and [rune], not tun", &[]);
    check(
        "\"run fast\"",
        "[run fast], not run, nor fast run; [Run  fast].",
        &[],
    );
    check(
        "well-known ",
        "a [well-known] and a [wellknown], not a well",
        &[],
    );
    check("archvie ", "the [archive] of [archives]", &[]);
    check("cafe ", "[Café] and [CAFE\u{301}]", &[]);
    check("strasse ", "Die [Straße]", &[]);
    check("東京都 ", "私は[東京都]に", &[]);
    check("東 ", "私は[東]京に", &[]);
    check("C++", "in [C++], not C or C+", &[]);
    check("15/2", "resolution [15/2]: global, not 215/2 or 15/23", &[]);
    check("-run fast ", "run [fast]", &["fast"]);
    check("title:run ", "[run]", &[]);
    check("runs OR fast ", "[run] [fast]", &[]);
    check("nowhere ", "run", &[]);
}

#[test]
fn the_best_passage() {
    let text = "One lone run here. ".to_owned()
        + &"Nothing of note is said. ".repeat(40)
        + "Then the archive began to run as it should. "
        + &"Nothing more was ever said of it. ".repeat(40);
    let mut made = Made::of(&[&text]);
    let index = made.index();
    let answer = ask(&index, &mut made, "archive run ", 10);
    let passage = answer.marker.passage(&text, 120);
    let shown = &text[passage.start..passage.end];
    assert!(
        shown.contains("Then the archive began to run as it should."),
        "{shown}"
    );
    assert_eq!(passage.marks.len(), 2);
    assert!(shown.len() <= 120);
    // Where nothing matches, the beginning.
    let passage = Marker::default().passage(&text, 20);
    assert_eq!(
        (&text[passage.start..passage.end], passage.marks.len()),
        ("One lone run here.", 0)
    );
    assert_eq!(Marker::default().passage("", 20).end, 0);
}

fn sound(text: &str, marks: &[Mark]) {
    let mut last = None;
    for mark in marks {
        assert!(mark.start < mark.end, "{mark:?}");
        assert!(text.get(mark.start..mark.end).is_some(), "{mark:?}");
        assert!(last.is_none_or(|last| last < mark.start), "{mark:?}");
        last = Some(mark.end);
    }
}

/// Whatever the text, places are on character boundaries and in order.
pub fn sound_in(marker: &Marker, text: &str, length: usize) {
    let marks = marker.marks(text);
    sound(text, &marks);
    let passage = marker.passage(text, length);
    assert!(text.get(passage.start..passage.end).is_some());
    assert!(passage.end - passage.start <= length.max(4), "{passage:?}");
    sound(text, &passage.marks);
    for mark in &passage.marks {
        assert!(passage.start <= mark.start && mark.end <= passage.end);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn places_are_sound(mut made in made(6), typed in typed(), text in any::<String>(), length in 0..200_usize) {
        let index = made.index();
        let answer = ask(&index, &mut made, &typed, 10);
        sound_in(&answer.marker, &text, length);
        for doc in &made.0 {
            for (_, text) in &doc.texts {
                sound_in(&answer.marker, text, length);
            }
        }
    }

    #[test]
    fn what_is_found_by_words_is_marked(mut made in made(6), word in prop::sample::select(crate::archive::WORDS)) {
        let index = made.index();
        let answer = ask(&index, &mut made, &format!("{word} "), usize::MAX);
        for hit in answer.hits.iter().filter(|hit| hit.whole) {
            let marked = made.0[hit.document as usize].texts.iter().any(|(_, text)| !answer.marker.marks(text).is_empty());
            prop_assert!(marked || answer.words.is_empty(), "{word} in {hit:?}");
        }
    }
}
