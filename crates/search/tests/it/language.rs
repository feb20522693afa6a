//! Queries read and printed.

use proptest::prelude::*;
use search::{Clause, Day, Field, Odd, Query, Span, What, parse};

use crate::archive::typed;

/// How a clause is said in these tests.
fn said(clause: &Clause) -> String {
    let sign = if clause.unwanted { "not " } else { "" };
    let field = clause
        .field
        .map_or(String::new(), |field| format!("{field:?} "));
    let day = |day: Day| format!("{}-{}-{}", day.year, day.month, day.day);
    let end = |end: Option<Day>| end.map_or("…".to_owned(), day);
    let what = match &clause.what {
        What::Word(text) => format!("word {text}"),
        What::Prefix(text) => format!("prefix {text}"),
        What::Phrase(text) => format!("phrase {text}"),
        What::Literal(text) => format!("literal {text}"),
        What::Days(Span::Through(from, to)) => format!("{} to {}", end(*from), end(*to)),
        What::Days(Span::Before(of)) => format!("before {}", day(*of)),
        What::Days(Span::After(of)) => format!("after {}", day(*of)),
    };
    format!("{sign}{field}{what}")
}

fn check(typed: &str, wanted: &[&str], odd: &[Odd]) {
    let (query, remarks) = parse(typed);
    let groups: Vec<String> = query
        .groups
        .iter()
        .map(|group| group.iter().map(said).collect::<Vec<_>>().join(" or "))
        .collect();
    assert_eq!(groups, wanted, "{typed}");
    assert_eq!(
        remarks.iter().map(|remark| remark.kind).collect::<Vec<_>>(),
        odd,
        "{typed}"
    );
    assert!(
        remarks
            .iter()
            .all(|remark| typed.get(remark.start..remark.end).is_some()),
        "{typed}"
    );
    reads_again(&query);
}

fn reads_again(query: &Query) {
    let printed = query.print();
    let (again, _) = parse(&printed);
    assert_eq!(&again, query, "{printed:?}");
    assert_eq!(again.print(), printed);
}

#[test]
fn as_people_type() {
    check("", &[], &[]);
    check("  ", &[], &[]);
    check("cat", &["prefix cat"], &[]);
    check("cat ", &["word cat"], &[]);
    check("cat dog", &["word cat", "prefix dog"], &[]);
    check("cat, dog.", &["word cat", "word dog"], &[]);
    check("cat* dog ", &["prefix cat", "word dog"], &[]);
    check(
        "“exact phrase” cat ",
        &["phrase exact phrase", "word cat"],
        &[],
    );
    check("\"no end", &["phrase no end"], &[Odd::Unclosed]);
    check("\"\" cat ", &["word cat"], &[]);
    check("-cat dog ", &["not word cat", "word dog"], &[]);
    check("cat - dog ", &["word cat", "word dog"], &[Odd::Symbol]);
    check("NOT cat dog ", &["not word cat", "word dog"], &[]);
    check("-cat ", &["not word cat"], &[Odd::OnlyUnwanted]);
    check("cat OR dog ", &["word cat or word dog"], &[]);
    check(
        "a OR b OR c d ",
        &["word a or word b or word c", "word d"],
        &[],
    );
    check("OR cat ", &["word cat"], &[Odd::Dangling]);
    check("cat OR", &["word cat"], &[Odd::Dangling]);
    check("cat AND dog ", &["word cat", "word dog"], &[]);
    check("+cat ", &["word cat"], &[]);
    check("well-known ", &["word well-known"], &[]);
    check("(cat) [dog] ", &["word cat", "word dog"], &[]);
}

#[test]
fn fields() {
    check("title:cat ", &["Headline word cat"], &[]);
    check("Title:cat", &["Headline prefix cat"], &[]);
    check(
        "author:\"Rosa Parks\" ",
        &["Authors phrase Rosa Parks"],
        &[],
    );
    check(
        "-topic:cat* ",
        &["not Topics prefix cat"],
        &[Odd::OnlyUnwanted],
    );
    check("title: ", &[], &[Odd::Empty]);
    check("http:cat ", &["word http:cat"], &[]);
    check("title:title:cat ", &["Headline word title:cat"], &[]);
}

#[test]
fn days() {
    check("year:2003", &["2003-0-0 to 2003-0-0"], &[]);
    check("2002..2004", &["2002-0-0 to 2004-0-0"], &[]);
    check("2002-05..", &["2002-5-0 to …"], &[]);
    check("..2002-05-07 ", &["… to 2002-5-7"], &[]);
    check("before:2003-03 cat ", &["before 2003-3-0", "word cat"], &[]);
    check("-after:2003 cat ", &["not after 2003-0-0", "word cat"], &[]);
    check("2003", &["prefix 2003"], &[]);
    check("before:soon ", &["word soon"], &[Odd::NotADate]);
    check("2003-13..2004 ", &["word 2003-13..2004"], &[]);
    check("year:1789-07-14..1799 ", &["1789-7-14 to 1799-0-0"], &[]);
}

#[test]
fn symbols() {
    check("C++", &["literal C++"], &[]);
    check("C# 15/2 ", &["literal C#", "literal 15/2"], &[]);
    check("=>", &["literal =>"], &[]);
    check("& cat ", &["word cat"], &[Odd::Symbol]);
    check("\"a & b\"", &["literal a & b"], &[]);
    check("title:C++ ", &["Headline literal C++"], &[]);
    check("\"…\"", &["literal …"], &[]);
}

#[test]
fn spans_of_time() {
    let check = |typed: &str, wanted: (i32, i32)| {
        let (query, _) = parse(typed);
        let What::Days(span) = &query.groups[0][0].what else {
            panic!("{typed}");
        };
        assert_eq!(span.days(), wanted, "{typed}");
    };
    check("year:2003", (2003_0000, 2003_9999));
    check("2003-05..2004", (2003_0500, 2004_9999));
    check("before:2003-05", (i32::MIN, 2003_0499));
    check("after:2003-05-07", (2003_0508, i32::MAX));
    check("..2003-05", (i32::MIN, 2003_0599));
    assert_eq!(Field::Body as u8, 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn what_is_printed_reads_the_same(typed in typed()) {
        reads_again(&parse(&typed).0);
    }

    #[test]
    fn so_does_rubbish(typed in "[a-cOR \"“”\\-:*.+#/()0-9àé,;|>東title:year]{0,24}") {
        reads_again(&parse(&typed).0);
    }

    #[test]
    fn and_anything(typed in any::<String>()) {
        let (query, remarks) = parse(&typed);
        reads_again(&query);
        for remark in remarks {
            prop_assert!(typed.get(remark.start..remark.end).is_some());
        }
    }
}
