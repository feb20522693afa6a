//! Any text in any place: records are read by others, so none may break.

use archive::Edtf;
use citation::Work;
use proptest::prelude::*;

use crate::read_back::{entry, field, item, lines, values};

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,30}",
        any::<String>(),
        proptest::collection::vec(
            prop_oneof![
                Just("{"),
                Just("}"),
                Just("\\"),
                Just("\""),
                Just("@"),
                Just(","),
                Just("%"),
                Just("&"),
                Just("\r\n"),
                Just("\n"),
                Just("ER  - "),
                Just("and"),
                Just(" "),
                Just("$"),
                Just("#"),
                Just("_"),
                Just("~"),
                Just("^"),
                Just("*"),
                Just("van"),
                Just("Smith"),
                Just("/"),
            ],
            0..12
        )
        .prop_map(|parts| parts.concat()),
    ]
}

proptest! {
    #[test]
    fn nothing_breaks_a_record(
        title in word(),
        authors in proptest::collection::vec(word(), 0..4),
        periodical in word(),
        topic in word(),
        remark in word(),
        said in word(),
        address in word(),
        slug in "[a-z0-9é漢-]{0,12}",
        supplied in any::<bool>(),
        date in prop_oneof![
            Just("2003-03-07"), Just("2003-22?"), Just("../2003~"), Just("200X"), Just("2001/2002-03"),
        ],
    ) {
        let date = Edtf::parse(date);
        let work = Work {
            slug: &slug,
            title: &title,
            authors: &authors,
            periodical: &periodical,
            date: date.as_ref(),
            supplied,
            date_said: said,
            address: Some(address),
            topics: vec![&topic],
            remark,
            ..Work::default()
        };
        let plain = |text: &str| -> String {
            let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            spaced.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        prop_assert_eq!(&item(&work)["title"], &plain(&title));
        prop_assert_eq!(values(&work, "TI").concat(), plain(&title));
        let named = authors.iter().filter(|name| !plain(name).is_empty()).count();
        prop_assert_eq!(item(&work)["author"].as_array().map_or(0, Vec::len), named);
        prop_assert!(lines(&work).len() >= 6);
        let text = citation::bibtex(&work);
        let depth = text.chars().try_fold(0_i32, |depth, letter| match letter {
            '{' => Some(depth + 1),
            '}' => (depth > 0).then_some(depth - 1),
            _ => Some(depth),
        });
        prop_assert_eq!(depth, Some(0), "{}", text);
        let read = entry(&work);
        prop_assert!(field(&read, "title").is_some() && field(&read, "journal").is_some());
    }
}
