//! Scripts, languages and typing, by example.

use language::Stemmer;
use search::{Builder, Facts, Field, How, Index, Order, Request, parse};

use crate::archive::Made;
use crate::found::ask;

fn index(bodies: &[&str], stemmer: Option<&[u8]>) -> (Index, Made) {
    let mut builder = Builder::new(vec![
        stemmer.map(|bytes| Stemmer::from_bytes(bytes).unwrap()),
    ]);
    for body in bodies {
        builder.add(&Facts::default(), &[(Field::Body, body)]);
    }
    (builder.finish().index(), Made::of(bodies))
}

/// Checks which documents a query finds.
fn check(bodies: &[&str], stemmer: Option<&[u8]>, queries: &[(&str, &[u32])]) {
    let (index, mut made) = index(bodies, stemmer);
    for (typed, wanted) in queries {
        let answer = ask(&index, &mut made, typed, 10);
        let found: Vec<u32> = answer.found.iter().collect();
        assert_eq!(&found, wanted, "{typed}");
        for hit in answer.hits.iter().filter(|hit| hit.whole) {
            let text = bodies[hit.document as usize];
            assert!(!answer.marker.marks(text).is_empty(), "{typed} in {text}");
        }
    }
}

#[test]
fn german() {
    let de = include_bytes!("../../../language/stems/de.bin");
    check(
        &[
            "Die Häuser der Stadt",
            "Ein Haus am See",
            "Straßenbahn und Bücher",
        ],
        Some(de),
        &[
            ("Haus ", &[0, 1]),
            ("haeuser ", &[0, 1]),
            ("hauser ", &[0, 1]),
            ("strass", &[2]),
            ("\"der Stadt\"", &[0]),
            ("Buch ", &[2]),
        ],
    );
}

#[test]
fn russian() {
    let ru = include_bytes!("../../../language/stems/ru.bin");
    check(
        &["Новости Москвы сегодня", "Я живу в Москве", "Книга о море"],
        Some(ru),
        &[
            ("москва ", &[0, 1]),
            ("\"в Москве\"", &[1]),
            ("кни", &[2]),
            ("книги ", &[2]),
        ],
    );
}

#[test]
fn arabic() {
    let ar = include_bytes!("../../../language/stems/ar.bin");
    check(
        &["الكتاب الجديد في المكتبة", "هذا كتاب قديم"],
        Some(ar),
        &[("كتاب ", &[0, 1]), ("\"كتاب قديم\"", &[1]), ("المكت", &[0])],
    );
}

#[test]
fn japanese_and_chinese() {
    check(
        &[
            "東京都の図書館",
            "京都の古い寺",
            "我在北京大学读书",
            "カタカナのテスト",
        ],
        None,
        &[
            ("東京 ", &[0]),
            ("京都 ", &[0, 1]),
            ("京 ", &[0, 1, 2]),
            ("\"北京大学\"", &[2]),
            ("大学", &[2]),
            ("図書", &[0]),
            ("カタ", &[3]),
        ],
    );
}

#[test]
fn typing_a_word_finds_more_and_more_surely() {
    let bodies = [
        "the library opened",
        "a librarian wrote",
        "liberty and law",
        "other things",
    ];
    let (index, mut made) = index(
        &bodies,
        Some(include_bytes!("../../../language/stems/en.bin")),
    );
    let mut before = u32::MAX;
    for end in 1.."library".len() {
        let answer = ask(&index, &mut made, &"library"[..end], 10);
        assert!(answer.total <= before, "{end}");
        assert!(answer.found.contains(0), "{end}");
        before = answer.total;
    }
}

/// Of what begins with the letters typed, kin of them is as likely meant as the rest.
#[test]
fn what_is_typed_may_go_on_as_kin() {
    let mut bodies = vec!["user user user", "users users users users"];
    bodies.extend(["username username username"; 3]);
    bodies.extend(["a user and users at work"; 9]);
    let (index, mut made) = index(
        &bodies,
        Some(include_bytes!("../../../language/stems/en.bin")),
    );
    let whole = ask(&index, &mut made, "users", 1).hits[0].document;
    let begun = ask(&index, &mut made, "user", 2).hits;
    assert_eq!(begun[0].document, 0, "the word itself leads");
    assert_eq!(begun[1].document, whole, "then what it may become");
}

#[test]
fn mistakes_are_forgiven_and_said() {
    let bodies = [
        "the library opened",
        "the library closed",
        "the library burned",
        "nothing here",
    ];
    let (index, mut made) = index(
        &bodies,
        Some(include_bytes!("../../../language/stems/en.bin")),
    );
    for typed in ["libary ", "lybrary ", "ilbrary ", "librrary ", "xlibrary "] {
        let answer = ask(&index, &mut made, typed, 10);
        assert_eq!(answer.total, 3, "{typed}");
        assert!(matches!(answer.words[0].how, Some(How::Typo(_))), "{typed}");
        assert_eq!(answer.words[0].meant, ["library"], "{typed}");
    }
    let answer = ask(&index, &mut made, "the qqqqqq ", 10);
    assert_eq!(answer.words[1].how, None);
    assert!(answer.relaxed || answer.total > 0);
    // A word that is there, if rarely, comes before what it may be a mistake for.
    let bodies = [
        "the libary opened",
        "the library closed",
        "library, library",
        "library",
    ];
    let (index, mut made) = self::index(&bodies, None);
    let answer = ask(&index, &mut made, "libary ", 10);
    assert_eq!(answer.hits[0].document, 0);
    assert_eq!(answer.words[0].how, Some(How::Exact));
    assert_eq!(answer.words[0].meant, ["library"]);
}

#[test]
fn the_word_itself_before_its_kin() {
    let bodies = ["they run", "running", "it runs fast", "nothing"];
    let (index, mut made) = index(
        &bodies,
        Some(include_bytes!("../../../language/stems/en.bin")),
    );
    let answer = ask(&index, &mut made, "runs ", 10);
    assert_eq!(answer.total, 3);
    let bodies = ["it runs", "it run", "it running"];
    let (index, mut made) = self::index(
        &bodies,
        Some(include_bytes!("../../../language/stems/en.bin")),
    );
    for (typed, first) in [("runs ", 0), ("run ", 1), ("running ", 2)] {
        assert_eq!(
            ask(&index, &mut made, typed, 10).hits[0].document,
            first,
            "{typed}"
        );
    }
    drop(answer);
}

#[test]
fn more_like_this() {
    let bodies = [
        "the lighthouse keeper and the storm",
        "a storm took the lighthouse",
        "cooking with garlic",
        "garlic and onions in cooking",
        "the keeper of the lighthouse",
    ];
    let (index, _) = index(&bodies, None);
    let like: Vec<u32> = index
        .more_like(2, 2)
        .iter()
        .map(|hit| hit.document)
        .collect();
    assert_eq!(like.first(), Some(&3));
    let like: Vec<u32> = index
        .more_like(0, 2)
        .iter()
        .map(|hit| hit.document)
        .collect();
    assert!(like.contains(&1) && like.contains(&4), "{like:?}");
    assert!(index.more_like(99, 2).is_empty());
}

#[test]
fn undated_documents_stay() {
    let mut builder = Builder::new(vec![None]);
    for days in [
        Some((2005_0101, 2005_0101)),
        Some((2004_0000, 2004_9999)),
        None,
    ] {
        let facts = Facts {
            days,
            ..Facts::default()
        };
        builder.add(&facts, &[(Field::Body, "word")]);
    }
    let index = builder.finish().index();
    let mut made = Made::of(&["word"; 3]);
    let (query, _) = parse("word ");
    for (order, wanted) in [(Order::Newest, [0, 1, 2]), (Order::Oldest, [1, 0, 2])] {
        let request = Request {
            query: &query,
            filters: &[],
            days: None,
            order,
            limit: 9,
        };
        let hits: Vec<u32> = index
            .search(&request, &mut made)
            .hits
            .iter()
            .map(|hit| hit.document)
            .collect();
        assert_eq!(hits, wanted);
    }
}

#[test]
fn an_index_of_facts_alone_reads_the_texts() {
    let bodies = [
        "L’état, c’est New Labour",
        "After Live 8: from pressure to action",
        "Press freedom",
    ];
    let mut builder = Builder::new(Vec::new());
    for _ in bodies {
        builder.add(&Facts::default(), &[]);
    }
    let (index, mut made) = (builder.finish().index(), Made::of(&bodies));
    for (typed, wanted) in [
        ("ETAT", &[0][..]),
        ("labour new", &[0]),
        ("press", &[1, 2]),
        ("press ", &[2]),
        ("-press ", &[0, 1]),
        ("\"from pressure\" ", &[1]),
        ("pressure freedom ", &[1, 2]),
    ] {
        let answer = ask(&index, &mut made, typed, 10);
        let found: Vec<u32> = answer.found.iter().collect();
        assert_eq!(found, wanted, "{typed}");
    }
}
