//! Samples: texts of many languages, and their tokens.
//!
//! A token is written `term@position`; a joined form stands in brackets, a pair
//! in braces.

use language::{Kind, Token, asked, tokens};

type Reading = fn(&str, &mut dyn FnMut(Token<'_>));

fn told(read: Reading, text: &str) -> String {
    let mut out = Vec::new();
    read(text, &mut |token| {
        let plain = format!("{}@{}", token.term, token.position);
        out.push(match token.kind {
            Kind::Word | Kind::Number | Kind::Single => plain,
            Kind::Joined => format!("[{plain}]"),
            Kind::Pair => format!("{{{plain}}}"),
        });
    });
    out.join(" ")
}

#[track_caller]
fn check(text: &str, built: &str, question: &str) {
    assert_eq!(told(tokens, text), built, "building {text:?}");
    assert_eq!(told(asked, text), question, "asking {text:?}");
}

#[track_caller]
fn both(text: &str, expected: &str) {
    check(text, expected, expected);
}

#[test]
fn plain_words() {
    both("", "");
    both(" ... ", "");
    both("The quick (brown) Fox!", "the@0 quick@1 brown@2 fox@3");
    both(
        "naïve Café ŒUVRE Straße",
        "naive@0 cafe@1 oeuvre@2 strasse@3",
    );
    both("super\u{ad}cali\u{200b}fragi", "supercalifragi@0");
    both("B2B utf8 10th", "b2b@0 utf8@1 10th@2");
    both("H₂O ﬁnd ＡＢＣ", "h2o@0 find@1 abc@2");
}

#[test]
fn apostrophes() {
    both("The workers' party", "the@0 workers@1 party@2");
    both("the worker's hat", "the@0 worker@1 [workers@1] hat@2");
    both("I don’t know, dont I", "i@0 dont@1 know@2 dont@3 i@4");
    both(
        "we'll they're could've",
        "we@0 they@1 [theyre@1] could@2 [couldve@2]",
    );
    both("I'd WE'RE", "i@0 we@1");
    both("'tis the '90s", "tis@0 the@1 90s@2");
    both("1990's", "1990@0 [1990s@0]");
    check(
        "L’état, c'est moi",
        "etat@0 l@0 [letat@0] est@1 c@1 [cest@1] moi@2",
        "etat@0 [letat@0] est@1 [cest@1] moi@2",
    );
    check("O'Brien", "brien@0 o@0 [obrien@0]", "brien@0 [obrien@0]");
    check(
        "dell'arte",
        "arte@0 dell@0 [dellarte@0]",
        "arte@0 [dellarte@0]",
    );
    check(
        "rock'n'roll",
        "roll@0 rock@0 n@0 [rocknroll@0]",
        "roll@0 [rocknroll@0]",
    );
    both("об'єкт", "обєкт@0");
}

#[test]
fn chains() {
    both(
        "a well-known fact",
        "a@0 well@1 [wellknown@1] known@2 fact@3",
    );
    both("anti‑war", "anti@0 [antiwar@0] war@1");
    both("can-not", "can@0 [cannot@0] not@1");
    both("the U.S. Army, U.S.A.", "the@0 us@1 army@2 usa@3");
    both("e.g. J. Smith", "eg@0 j@1 smith@2");
    both("Ph.D.", "ph@0 [phd@0] d@1");
    both(
        "node.js snake_case",
        "node@0 [nodejs@0] js@1 snake@2 [snakecase@2] case@3",
    );
    both("F-16 COVID-19", "f@0 [f16@0] 16@1 covid@2 [covid19@2] 19@3");
    both("well- known -x", "well@0 known@1 x@2");
    both(
        "mother-in-law's",
        "mother@0 [motherinlaws@0] in@1 law@2 [laws@2]",
    );
    both("1990s–2000s", "1990s@0 2000s@1");
    both("foo.-bar", "foo@0 bar@1");
}

#[test]
fn numbers() {
    both("1,000 of 3.5", "1000@0 of@1 3.5@2");
    both("12,345,678.90", "12345678.90@0");
    both("1998,1999 and 3,5", "1998@0 1999@1 and@2 3@3 5@4");
    both("2002-05, 9/11, 15/2", "2002@0 05@1 9@2 11@3 15@4 2@5");
    both("v1.2.3", "v1@0 [v1.2.3@0] 2@1 3@2");
    both("12.05.2003", "12@0 [12.05.2003@0] 05@1 2003@2");
    both("12:30 $5 100%", "12@0 30@1 5@2 100@3");
    both("٣٫٥ १९४७ ２００３", "3.5@0 1947@1 2003@2");
}

#[test]
fn symbols() {
    both("C++ C# .NET @name #tag", "c@0 c@1 net@2 name@3 tag@4");
    let mut spans = Vec::new();
    let text = "C++, #tag’s «mot» well-known";
    tokens(text, &mut |token| {
        spans.push(&text[token.start as usize..token.end as usize]);
    });
    assert_eq!(
        spans,
        ["C", "tag", "tag’s", "mot", "well", "well-known", "known"]
    );
}

#[test]
fn german() {
    both(
        "Die Straßenbahn fährt übers Nord-Süd-Gefälle.",
        "die@0 strassenbahn@1 fahrt@2 ubers@3 nord@4 [nordsudgefalle@4] sud@5 gefalle@6",
    );
}

#[test]
fn russian() {
    both("Ёлка и её ёж: район", "елка@0 и@1 ее@2 еж@3 район@4");
    both("и\u{306}од ударе\u{301}ние", "йод@0 ударение@1");
}

#[test]
fn greek() {
    both("Ὁ λόγος ΛΌΓΟΣ Ἀθῆναι", "ο@0 λογοσ@1 λογοσ@2 αθηναι@3");
}

#[test]
fn turkish() {
    both("İstanbul ISPARTA ığdır", "istanbul@0 isparta@1 igdir@2");
    check(
        "Türkiye'nin başkenti",
        "turkiye@0 nin@0 [turkiyenin@0] baskenti@1",
        "turkiye@0 [turkiyenin@0] baskenti@1",
    );
}

#[test]
fn arabic() {
    both("الكِتَابُ أحمد مدرســة", "الكتاب@0 احمد@1 مدرسه@2");
    both("ﻟﻐﺔ، ﻻ", "لغه@0 لا@1");
    // Persian, with the joiner that keeps two parts of one word apart.
    both("می‌خواهم کتاب", "ميخواهم@0 كتاب@1");
}

#[test]
fn hebrew() {
    both("שָׁלוֹם צה\"ל ג'ורג'", "שלום@0 צהל@1 גורג@2");
}

#[test]
fn japanese() {
    check(
        "東京都 へ",
        "東@0 {東京@0} 京@1 {京都@1} 都@2 へ@3",
        "{東京@0} {京都@1} へ@3",
    );
    both("ｶﾞ", "ガ@0");
    both("が か\u{3099} ﾊﾟ", "が@0 が@1 パ@2");
    check(
        "コピーA4",
        "コ@0 {コピ@0} ピ@1 {ピー@1} ー@2 a4@3",
        "{コピ@0} {ピー@1} a4@3",
    );
    // A line break is no space.
    check("東\n京", "東@0 {東京@0} 京@1", "{東京@0}");
    check("時々。", "時@0 {時々@0} 々@1", "{時々@0}");
}

#[test]
fn chinese() {
    check(
        "iPhone手机 𠮷林",
        "iphone@0 手@1 {手机@1} 机@2 𠮷@3 {𠮷林@3} 林@4",
        "iphone@0 {手机@1} {𠮷林@3}",
    );
}

#[test]
fn korean() {
    check(
        "서울에서",
        "서@0 {서울@0} 울@1 {울에@1} 에@2 {에서@2} 서@3",
        "{서울@0} {울에@1} {에서@2}",
    );
    // Decomposed, as file names of one system are.
    both("\u{1112}\u{1161}\u{11ab}", "한@0");
}

/// Why Korean is read as pairs: nouns as they stand in sentences, which spaces
/// alone would find once in seven.
#[test]
fn korean_nouns_are_found_with_their_particles() {
    let sentences = [
        "서울에서 회의가 열렸다",
        "정부는 책을 발표했다",
        "대한민국정부의 학교",
        "학교에서는 물이 부족하다",
    ];
    let nouns = ["서울", "회의", "정부", "책", "물", "학교", "대한민국"];
    let whole = |noun: &str| {
        sentences
            .iter()
            .any(|text| text.split(' ').any(|word| word == noun))
    };
    assert_eq!(nouns.iter().filter(|noun| whole(noun)).count(), 1);
    for noun in nouns {
        let found = sentences.iter().any(|text| holds(text, noun));
        assert!(found, "{noun}");
    }
}

#[test]
fn thai() {
    check("ไทย", "ไ@0 {ไท@0} ท@1 {ทย@1} ย@2", "{ไท@0} {ทย@1}");
    check("น้ำ", "น้@0 {น้ำ@0} ำ@1", "{น้ำ@0}");
    assert!(holds("ประเทศไทยมีอากาศร้อน", "อากาศ"));
    assert!(holds("ປະເທດລາວ", "ລາວ"));
    assert!(holds("ព្រះរាជាណាចក្រកម្ពុជា", "កម្ពុជា"));
    assert!(holds("မြန်မာနိုင်ငံ", "နိုင်ငံ"));
}

/// Whether the tokens a phrase asks for stand in a text at their distances: the
/// rule of the module, in the plainest way. Joined forms are alternatives.
fn holds(text: &str, phrase: &str) -> bool {
    let mut there: Vec<(String, u32)> = Vec::new();
    tokens(text, &mut |token| {
        there.push((token.term.to_owned(), token.position));
    });
    let mut wanted: Vec<(String, u32)> = Vec::new();
    let mut joined: Vec<(String, u32)> = Vec::new();
    asked(phrase, &mut |token| {
        let to = if token.kind == Kind::Joined {
            &mut joined
        } else {
            &mut wanted
        };
        to.push((token.term.to_owned(), token.position));
    });
    let at = |wanted: &[(String, u32)], first: u32| {
        !wanted.is_empty()
            && wanted
                .iter()
                .all(|(term, position)| there.contains(&(term.clone(), first + position)))
    };
    (0..=there.len() as u32).any(|first| at(&wanted, first) || at(&joined, first))
}

#[test]
fn phrases_by_position() {
    for (text, phrase) in [
        ("a well-known fact", "well known fact"),
        ("a well known fact", "well-known"),
        ("a wellknown fact", "well-known"),
        ("a well-known fact", "wellknown"),
        ("the worker's party", "workers party"),
        ("the workers’ party", "workers' party"),
        ("I don't know", "dont know"),
        ("in the U.S. Army", "US Army"),
        ("l'état de droit", "l’etat de droit"),
        ("on 9/11 and", "9/11"),
        ("中华人民共和国", "人民"),
        ("北京大学", "北京 大学"),
        ("東京タワーの夜", "タワー"),
        ("약 서울에서는", "서울"),
    ] {
        assert!(holds(text, phrase), "{phrase} in {text}");
    }
    assert!(!holds("a well known fact", "known well"));
    assert!(!holds("京東", "東京"));
}
