//! Every kind of date in every format, and none said more surely than it is known.

use archive::Edtf;
use biblatex::Type;
use citation::Work;
use serde_json::json;

use crate::read_back::{entry, field, item, raw, values};

/// What a date becomes: EDTF, whether it was supplied, how it is said, then
/// CSL's `issued`, RIS's `DA` and `PY`, BibTeX's `date`, `year` and `month`.
type Row = (
    &'static str,
    bool,
    &'static str,
    serde_json::Value,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
);

fn rows() -> Vec<Row> {
    vec![
        (
            "2003-03-07",
            false,
            "7 March 2003",
            json!({"date-parts": [[2003, 3, 7]]}),
            "2003/03/07/",
            "2003",
            "2003-03-07",
            "2003",
            Some("mar"),
        ),
        (
            "2003-12",
            false,
            "December 2003",
            json!({"date-parts": [[2003, 12]]}),
            "2003/12//",
            "2003",
            "2003-12",
            "2003",
            Some("dec"),
        ),
        (
            "2003",
            false,
            "2003",
            json!({"date-parts": [[2003]]}),
            "2003///",
            "2003",
            "2003",
            "2003",
            None,
        ),
        (
            "0987",
            false,
            "987",
            json!({"date-parts": [[987]]}),
            "0987///",
            "0987",
            "0987",
            "987",
            None,
        ),
        // Doubt.
        (
            "2005-07~",
            false,
            "c. July 2005",
            json!({"date-parts": [[2005, 7]], "circa": true}),
            "2005/07//c. July 2005",
            "2005",
            "2005-07~",
            "c. July 2005",
            None,
        ),
        (
            "2003-03-07?",
            false,
            "7 March 2003?",
            json!({"date-parts": [[2003, 3, 7]], "circa": true}),
            "2003/03/07/7 March 2003?",
            "2003",
            "2003-03-07?",
            "7 March 2003?",
            None,
        ),
        (
            "1999%",
            false,
            "c. 1999?",
            json!({"date-parts": [[1999]], "circa": true}),
            "1999///c. 1999?",
            "1999",
            "1999%",
            "c. 1999?",
            None,
        ),
        // Supplied: never sure, and never a day.
        (
            "2003-03-07",
            true,
            "[c. 7 March 2003]",
            json!({"date-parts": [[2003, 3]], "circa": true}),
            "2003/03//[c. 7 March 2003]",
            "2003",
            "2003-03~",
            "[c. 7 March 2003]",
            None,
        ),
        (
            "2005-07~",
            true,
            "[c. July 2005]",
            json!({"date-parts": [[2005, 7]], "circa": true}),
            "2005/07//[c. July 2005]",
            "2005",
            "2005-07~",
            "[c. July 2005]",
            None,
        ),
        (
            "2005?",
            true,
            "[2005?]",
            json!({"date-parts": [[2005]], "circa": true}),
            "2005///[2005?]",
            "2005",
            "2005%",
            "[2005?]",
            None,
        ),
        (
            "2001/2005",
            true,
            "[c. 2001–2005]",
            json!({"date-parts": [[2001], [2005]], "circa": true}),
            "2001///[c. 2001–2005]",
            "2001",
            "2001~/2005~",
            "[c. 2001–2005]",
            None,
        ),
        // Seasons.
        (
            "2003-21",
            false,
            "spring 2003",
            json!({"date-parts": [[2003]], "season": 1}),
            "2003///spring 2003",
            "2003",
            "2003-21",
            "spring 2003",
            None,
        ),
        (
            "2003-24~",
            false,
            "c. winter 2003",
            json!({"date-parts": [[2003]], "season": 4, "circa": true}),
            "2003///c. winter 2003",
            "2003",
            "2003-24~",
            "c. winter 2003",
            None,
        ),
        // Intervals.
        (
            "2001/2005",
            false,
            "2001–2005",
            json!({"date-parts": [[2001], [2005]]}),
            "2001///2001–2005",
            "2001",
            "2001/2005",
            "2001–2005",
            None,
        ),
        (
            "2003-01-30/2003-02-02",
            false,
            "30 January 2003 – 2 February 2003",
            json!({"date-parts": [[2003, 1, 30], [2003, 2, 2]]}),
            "2003/01/30/30 January 2003 – 2 February 2003",
            "2003",
            "2003-01-30/2003-02-02",
            "30 January 2003 – 2 February 2003",
            None,
        ),
        (
            "2001~/2005",
            false,
            "c. 2001 – 2005",
            json!({"date-parts": [[2001], [2005]], "circa": true}),
            "2001///c. 2001 – 2005",
            "2001",
            "2001~/2005",
            "c. 2001 – 2005",
            None,
        ),
        (
            "2003-21/2003-23",
            false,
            "spring – autumn 2003",
            json!({"literal": "spring – autumn 2003"}),
            "2003///spring – autumn 2003",
            "2003",
            "2003-21/2003-23",
            "spring – autumn 2003",
            None,
        ),
        (
            "2003/..",
            false,
            "after 2003",
            json!({"literal": "after 2003"}),
            "2003///after 2003",
            "2003",
            "2003/..",
            "after 2003",
            None,
        ),
        (
            "../2003",
            false,
            "before 2003",
            json!({"literal": "before 2003"}),
            "///before 2003",
            "",
            "../2003",
            "before 2003",
            None,
        ),
        (
            "2003/",
            false,
            "2003–?",
            json!({"literal": "2003–?"}),
            "2003///2003–?",
            "2003",
            "2003/",
            "2003–?",
            None,
        ),
        // What only words can say.
        (
            "200X",
            false,
            "2000s",
            json!({"literal": "2000s"}),
            "///2000s",
            "",
            "200X",
            "2000s",
            None,
        ),
        (
            "-0043",
            false,
            "44 BCE",
            json!({"literal": "44 BCE"}),
            "///44 BCE",
            "",
            "-0043",
            "44 BCE",
            None,
        ),
        (
            "Y12000",
            false,
            "12000",
            json!({"literal": "12000"}),
            "///12000",
            "",
            "y12000",
            "12000",
            None,
        ),
    ]
}

#[test]
fn every_kind_of_date() {
    for (edtf, supplied, said, csl, da, py, date, year, month) in rows() {
        let parsed = Edtf::parse(edtf).unwrap_or_else(|| panic!("{edtf}"));
        let work = Work {
            slug: "a",
            title: "T",
            periodical: "P",
            date: Some(&parsed),
            supplied,
            date_said: said.to_owned(),
            ..Work::default()
        };
        let at = format!("{edtf}, supplied: {supplied}");
        assert_eq!(item(&work)["issued"], csl, "{at}");
        assert_eq!(values(&work, "DA"), [da], "{at}");
        assert_eq!(values(&work, "PY").concat(), py, "{at}");
        assert_eq!(raw(&work, "date").as_deref(), Some(date), "{at}");
        assert_eq!(field(&entry(&work), "year").as_deref(), Some(year), "{at}");
        assert_eq!(raw(&work, "month").as_deref(), month, "{at}");
    }
}

/// What BibLaTeX's reader in another hand makes of the commonest.
#[test]
fn biblatex_reads_the_dates() {
    for (edtf, supplied, uncertain, approximate) in [
        ("2003-03-07", false, false, false),
        ("2005-07~", false, false, true),
        ("2005-07?", false, true, false),
        ("2005-07-07", true, false, true),
        ("2001/2005", false, false, false),
    ] {
        let parsed = Edtf::parse(edtf).unwrap();
        let work = Work {
            slug: "a",
            title: "T",
            periodical: "P",
            date: Some(&parsed),
            supplied,
            ..Work::default()
        };
        let read = biblatex::Date::from_chunks(entry(&work).get("date").unwrap());
        let read = read.unwrap_or_else(|error| panic!("{edtf}: {error}"));
        assert_eq!(
            (read.uncertain, read.approximate),
            (uncertain, approximate),
            "{edtf}"
        );
    }
}

#[test]
fn an_undated_work_says_nothing_of_a_date() {
    let work = Work {
        slug: "a",
        title: "T",
        periodical: "P",
        supplied: true,
        ..Work::default()
    };
    assert!(item(&work).get("issued").is_none());
    assert!(values(&work, "DA").is_empty() && values(&work, "PY").is_empty());
    assert_eq!((raw(&work, "date"), raw(&work, "year")), (None, None));
}
