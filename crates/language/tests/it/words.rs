//! Word boundaries against UAX 29, as `unicode-segmentation` has it.

use language::{Kind, fold_into, tokens};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Where words are, by our reading: parts, and the units of runs.
fn ours(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    tokens(text, &mut |token| {
        if !matches!(token.kind, Kind::Joined | Kind::Pair) {
            out.push(&text[token.start as usize..token.end as usize]);
        }
    });
    out
}

#[track_caller]
fn check(text: &str) {
    let theirs: Vec<&str> = text.unicode_words().collect();
    assert_eq!(ours(text), theirs, "{text:?}");
}

/// Article 1 of the Universal Declaration of Human Rights.
#[test]
fn real_texts() {
    for text in [
        "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.",
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geiste der Brüderlichkeit begegnen.",
        "Tous les êtres humains naissent libres et égaux en dignité et en droits.",
        "Todos los seres humanos nacen libres e iguales en dignidad y derechos (y, dotados como están de razón y conciencia, deben comportarse fraternalmente).",
        "Все люди рождаются свободными и равными в своем достоинстве и правах.",
        "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
        "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.",
        "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
        "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
        "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
        "மனிதப் பிறிவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்",
        "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით.",
        "Բոլոր մարդիկ ծնվում են ազատ ու հավասար իրենց արժանապատվությամբ ու իրավունքներով։",
        "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền.",
        "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar.",
        "人人生而自由，在尊严和权利上一律平等。",
        "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
        "ሁሉም ሰው ነጻ ሆኖ ይወለዳል",
    ] {
        check(text);
    }
}

/// Any letter or digit whose reading is not another on purpose.
fn letter() -> impl Strategy<Value = char> {
    let code = prop_oneof![
        0x30..0x3000_u32,
        0xa000..0xac00_u32,
        0xf900..0x1_0000_u32,
        0x1_0000..0x2_0000_u32,
        0x3400..0xa000_u32
    ];
    code.prop_filter_map("a letter", |code| {
        let letter = char::from_u32(code)?;
        let differs = matches!(letter,
            // Hangul (a unit for each syllable), katakana likewise.
            '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{ff66}'..='\u{ffdc}'
            // Numerals, superior and other, that make no words.
            | '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{bc}'..='\u{be}' | '\u{2070}'..='\u{2082}'
            | '\u{2083}'..='\u{2089}' | '\u{2150}'..='\u{2189}' | '\u{2460}'..='\u{2bff}'
            | '\u{3192}'..='\u{3195}' | '\u{1f100}'..='\u{1f10c}'
            // Letters that are pictures too (the letterlike information sign,
            // blood groups): a joiner before one makes no word of ours.
            | '\u{2139}' | '\u{1f10d}'..='\u{1f1ff}');
        // Letters and marks are merged where it makes no difference, and
        // numerals are whatever their neighbours are.
        let alike = letter.is_alphabetic() || letter.is_ascii_digit();
        let mut folded = String::new();
        fold_into(&letter.to_string(), &mut folded);
        let extends = format!(".{letter}").split_word_bounds().count() == 1;
        (alike && !differs && !extends && !folded.is_empty()).then_some(letter)
    })
}

/// A mark after a letter.
fn mark() -> impl Strategy<Value = &'static str> {
    prop::sample::select(
        &[
            "",
            "",
            "",
            "\u{301}",
            "\u{327}\u{302}",
            "\u{ad}",
            "\u{200d}",
            "\u{fe0f}",
        ][..],
    )
}

fn word() -> impl Strategy<Value = String> {
    prop::collection::vec((letter(), mark()), 1..6).prop_map(|letters| {
        letters
            .into_iter()
            .map(|(letter, mark)| format!("{letter}{mark}"))
            .collect()
    })
}

fn between() -> impl Strategy<Value = &'static str> {
    prop::sample::select(
        &[
            " ", " ", "\n", ", ", " (", "! ", "«", "—", "/", "。", "…", "+", "@", "#", " - ",
            " . ", " '", "\t", "€",
        ][..],
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn letters_of_all_scripts(words in prop::collection::vec((word(), between()), 1..5)) {
        let text: String = words.iter().map(|(word, between)| format!("{word}{between}")).collect();
        let theirs: Vec<&str> = text.unicode_words().collect();
        prop_assert_eq!(ours(&text), theirs, "{:?}", text);
    }
}

/// Every place where we differ on purpose: what UAX 29 reads, and what we do.
#[test]
fn differences() {
    for (text, theirs, mine) in [
        ("can't", &["can't"][..], &["can't"][..]),
        ("worker's", &["worker's"], &["worker"]),
        ("L'état", &["L'état"], &["état", "L"]),
        ("example.com", &["example.com"], &["example", "com"]),
        ("snake_case", &["snake_case"], &["snake", "case"]),
        ("_a_", &["_a_"], &["a"]),
        ("1998,1999", &["1998,1999"], &["1998", "1999"]),
        ("1;2", &["1;2"], &["1", "2"]),
        ("v1.2.3", &["v1.2.3"], &["v1", "2", "3"]),
        (
            "東京タワー",
            &["東", "京", "タワー"],
            &["東", "京", "タ", "ワ", "ー"],
        ),
        ("서울", &["서울"], &["서", "울"]),
        ("a\u{200b}b", &["a", "b"], &["a\u{200b}b"]),
        ("CO₂", &["CO", "₂"], &["CO₂"]),
        ("m² ½", &["m", "²", "½"], &["m"]),
        ("ـــ", &["ـــ"], &[]),
        ("豈\u{200d}🅰", &["豈\u{200d}🅰"], &["豈\u{200d}", "🅰"]),
    ] {
        assert_eq!(text.unicode_words().collect::<Vec<_>>(), theirs, "{text:?}");
        assert_eq!(ours(text), mine, "{text:?}");
    }
}
