//! Dates: one table of what is read, one of what is refused.

#![allow(clippy::unwrap_used)] // A test that fails to read must fail.

use super::{Edtf, Precision};
use proptest::prelude::*;

fn check(text: &str, earliest: &str, latest: &str, readable: &str) {
    let Some(date) = Edtf::parse(text) else {
        panic!("{text} should be a date");
    };
    assert_eq!(date.earliest().iso(), earliest, "{text}");
    assert_eq!(date.latest().iso(), latest, "{text}");
    assert_eq!(date.readable(), readable, "{text}");
}

#[test]
fn dates_are_read_and_said() {
    check("2003-03-07", "2003-03-07", "2003-03-07", "7 March 2003");
    check(
        "2003-03-07T23:59:00-05:00",
        "2003-03-07",
        "2003-03-07",
        "7 March 2003",
    );
    check(
        "2003-03-07 10:00",
        "2003-03-07",
        "2003-03-07",
        "7 March 2003",
    );
    check("2005-07", "2005-07-01", "2005-07-31", "July 2005");
    check("2005-07~", "2005-07-01", "2005-07-31", "c. July 2005");
    check("2003", "2003-01-01", "2003-12-31", "2003");
    check("2003?", "2003-01-01", "2003-12-31", "2003?");
    check("2003%", "2003-01-01", "2003-12-31", "c. 2003?");
    check("2004-02", "2004-02-01", "2004-02-29", "February 2004");
    check("2003-21", "2003-03-01", "2003-05-31", "spring 2003");
    check("2003-24~", "2003-01-01", "2003-12-31", "c. winter 2003");
    check("200X", "2000-01-01", "2009-12-31", "2000s");
    check("19XX", "1900-01-01", "1999-12-31", "1900–1999");
    check("2004-XX", "2004-01-01", "2004-12-31", "2004");
    check("1985-04-XX", "1985-04-01", "1985-04-30", "April 1985");
    check("1985-XX-XX", "1985-01-01", "1985-12-31", "1985");
    check("-0043", "-0043-01-01", "-0043-12-31", "44 BCE");
    check("Y170000002", "9999-01-01", "9999-12-31", "170000002");
    check("Y-170000002", "-9999-01-01", "-9999-12-31", "170000003 BCE");
}

#[test]
fn intervals_are_read_and_said() {
    check("2001/2005", "2001-01-01", "2005-12-31", "2001–2005");
    check(
        "2001-03/2005",
        "2001-03-01",
        "2005-12-31",
        "March 2001 – 2005",
    );
    check(
        "1984~/2004-06",
        "1984-01-01",
        "2004-06-30",
        "c. 1984 – June 2004",
    );
    check("1985/..", "1985-01-01", "9999-12-31", "after 1985");
    check("../1985", "-9999-01-01", "1985-12-31", "before 1985");
    check("1985/", "1985-01-01", "9999-12-31", "1985–?");
    check("/1985", "-9999-01-01", "1985-12-31", "?–1985");
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        "x",
        "2003-13",
        "2003-00",
        "2003-02-29",
        "2003-3-7",
        "03",
        "20031",
        "2003-03-07-01",
        "2005/2001",
        "../..",
        "/",
        "..",
        "2003-25",
        "2003-21-01",
        "XXXX",
        "20X3",
        "2003-XX-05",
        "200X-03",
        "Y123",
        "2003??",
        "2003-03-07Tnoon",
        "２００３",
        "2003/2004/2005",
        "-",
        "Y9999999999999999999",
    ] {
        assert!(Edtf::parse(text).is_none(), "{text} is no date");
    }
}

#[test]
fn other_spellings_are_read_when_unambiguous() {
    for (text, source) in [
        ("Fri, 07 Mar 2003 10:00:00 GMT", "2003-03-07"),
        ("7 Mar 03 10:00 EST", "2003-03-07"),
        ("March 7, 2003", "2003-03-07"),
        ("7th March 2003", "2003-03-07"),
        ("Sept 2003", "2003-09"),
        ("2003/3/7", "2003-03-07"),
        ("2003-3-7", "2003-03-07"),
        ("2003.03", "2003-03"),
    ] {
        assert_eq!(Edtf::parse_loose(text).unwrap().source(), source, "{text}");
    }
    for text in [
        "3/7/2003",
        "yesterday",
        "",
        "March",
        "2003",
        "32 March 2003",
    ] {
        assert!(Edtf::parse_loose(text).is_none(), "{text} is in doubt");
    }
}

#[test]
fn a_date_knows_how_finely_it_is_known() {
    for (text, precision, year, month) in [
        ("2003-03-07", Precision::Day, Some(2003), Some((2003, 3))),
        ("2003-03", Precision::Month, Some(2003), Some((2003, 3))),
        ("2003-22", Precision::Month, Some(2003), None),
        ("2003", Precision::Year, Some(2003), None),
        ("200X", Precision::Wide, None, None),
        ("2003-01/2003-02", Precision::Wide, Some(2003), None),
    ] {
        let date = Edtf::parse(text).unwrap();
        assert_eq!(date.precision(), precision, "{text}");
        assert_eq!(date.year(), year, "{text}");
        assert_eq!(date.month(), month, "{text}");
    }
    assert!(Edtf::parse("2003%").unwrap().approximate());
    assert!(Edtf::parse("2003%").unwrap().uncertain());
    assert!(!Edtf::parse("2003~").unwrap().uncertain());
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,24}|[0-9XYT~?%/.: -]{0,24}") {
        if let Some(date) = Edtf::parse(&text) {
            prop_assert!(date.earliest() <= date.latest());
            prop_assert!(!date.readable().is_empty());
            prop_assert_eq!(Edtf::parse(date.source()), Some(date.clone()));
        }
        let _ = Edtf::parse_loose(&text);
    }

    #[test]
    fn every_day_is_said_and_read_again(year in 1000_i16..=9999, month in 1_u8..=12, day in 1_u8..=28) {
        let date = super::Date { year, month, day };
        let read = Edtf::parse(&date.iso()).unwrap();
        prop_assert_eq!(read.earliest(), date);
        prop_assert_eq!(Edtf::parse_loose(&read.readable()), Some(read));
    }
}
