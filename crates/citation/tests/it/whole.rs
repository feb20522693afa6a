//! A record from an archive, whole.

use citation::{Work, bibtex, csl_json, ris};

const ARCHIVE: &str = r#"{
  "version": "https://jsonfeed.org/version/1.1", "title": "Our Say & Others", "language": "en-GB",
  "items": [
    { "id": "1", "title": "Blood on New Labour’s hands", "content_text": "Text.", "summary": "War.",
      "url": "https://example.org/blood",
      "authors": [{ "name": "Jane Smith" }, { "name": "Movement for a Socialist Future" }],
      "tags": ["Iraq war", "New Labour"], "date_published": "2003-03-07T00:00:00Z" },
    { "id": "2", "title": "A sham election", "content_text": "", "tags": ["Elections"],
      "_archive": { "date": "2005-05-05", "supplied": ["date", "tags"] } }
  ] }"#;

fn check(at: usize, said: &str, remark: &str, wanted: [&str; 3]) {
    let archive = archive::read(ARCHIVE.as_bytes()).archive.unwrap();
    let article = archive
        .articles
        .iter()
        .find(|article| article.id == at.to_string());
    let work = Work {
        date_said: said.to_owned(),
        remark: remark.to_owned(),
        ..Work::of(&archive, article.unwrap())
    };
    assert_eq!(bibtex(&work), wanted[0]);
    assert_eq!(ris(&work).replace("\r\n", "\n"), wanted[1]);
    assert_eq!(csl_json(&work), wanted[2]);
}

#[test]
fn a_stated_date_and_two_authors() {
    check(
        1,
        "7 March 2003",
        "",
        [
            "\
@article{blood-on-new-labours-hands,
  author       = {Smith, Jane and {Movement for a Socialist Future}},
  title        = {{Blood on New Labour’s hands}},
  journal      = {Our Say \\& Others},
  entrysubtype = {magazine},
  date         = {2003-03-07},
  year         = {2003},
  month        = mar,
  language     = {en-GB},
  url          = {https://example.org/blood},
  abstract     = {War.},
  keywords     = {Iraq war, New Labour},
}
",
            "\
TY  - MGZN
ID  - blood-on-new-labours-hands
TI  - Blood on New Labour’s hands
AU  - Smith, Jane
AU  - Movement for a Socialist Future
T2  - Our Say & Others
PY  - 2003
DA  - 2003/03/07/
LA  - en-GB
UR  - https://example.org/blood
AB  - War.
KW  - Iraq war
KW  - New Labour
ER  - \n",
            r#"[{
  "id": "blood-on-new-labours-hands",
  "type": "article-magazine",
  "title": "Blood on New Labour’s hands",
  "author": [{
    "family": "Smith",
    "given": "Jane"
  }, {
    "literal": "Movement for a Socialist Future"
  }],
  "container-title": "Our Say & Others",
  "issued": {
    "date-parts": [[2003, 3, 7]]
  },
  "language": "en-GB",
  "URL": "https://example.org/blood",
  "abstract": "War.",
  "keyword": "Iraq war, New Labour"
}]
"#,
        ],
    );
}

#[test]
fn a_supplied_date_and_nobody_named() {
    check(
        2,
        "[c. May 2005]",
        "Date and topics supplied by the archivist.",
        [
            "\
@article{a-sham-election,
  title        = {{A sham election}},
  journal      = {Our Say \\& Others},
  entrysubtype = {magazine},
  date         = {2005-05~},
  year         = {[c. May 2005]},
  language     = {en-GB},
  keywords     = {Elections},
  annote       = {Date and topics supplied by the archivist.},
}
",
            "\
TY  - MGZN
ID  - a-sham-election
TI  - A sham election
T2  - Our Say & Others
PY  - 2005
DA  - 2005/05//[c. May 2005]
LA  - en-GB
KW  - Elections
N1  - Date and topics supplied by the archivist.
ER  - \n",
            r#"[{
  "id": "a-sham-election",
  "type": "article-magazine",
  "title": "A sham election",
  "container-title": "Our Say & Others",
  "issued": {
    "date-parts": [[2005, 5]],
    "circa": true
  },
  "language": "en-GB",
  "keyword": "Elections",
  "note": "Date and topics supplied by the archivist."
}]
"#,
        ],
    );
}
