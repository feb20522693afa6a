//! Headlines, filters, counts and chips.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::Page;

const ARCHIVE: &str = r#"{
  "version": "https://jsonfeed.org/version/1.1", "title": "Made",
  "_archive": {"version": 1, "supplied": ["date"]},
  "items": [
    {"id": "1", "title": "L’état – c’est New Labour", "tags": ["Power"], "content_text": "", "_archive": {"date": "2004-03~"}},
    {"id": "2", "title": "After Live 8: from pressure", "tags": ["Power", "Music"], "content_text": "Whole.",
     "_archive": {"date": "2003-07", "headline_lines": ["After Live 8:", "from pressure"], "supplied": []}},
    {"id": "3", "title": "Twice", "content_text": "", "_archive": {"date": "2003-02"}},
    {"id": "4", "title": "Twice", "content_text": ""}
  ]
}"#;

#[wasm_bindgen_test]
async fn headlines_stand_under_their_years() {
    let page = Page::open(ARCHIVE, "").await;
    assert_eq!(page.texts(".year h2"), ["2004", "2003", "Undated"]);
    assert_eq!(
        page.texts("main ol > li > a"),
        [
            "L’état – c’est New Labour",
            "After Live 8: from pressure",
            "Twice",
            "Twice"
        ]
    );
    assert_eq!(page.texts("main h1, header h1"), ["Made"]);
    assert_eq!(page.texts("[role=status]")[0], "4 articles, newest first");
}

#[wasm_bindgen_test]
async fn supplied_dates_stand_in_brackets() {
    let page = Page::open(ARCHIVE, "").await;
    assert_eq!(
        page.texts("main time"),
        ["[c. March 2004]", "July 2003", "[c. February 2003]"]
    );
}

#[wasm_bindgen_test]
async fn typed_words_are_folded_and_may_be_begun() {
    async fn check(words: &str, headlines: &[&str]) {
        let page = Page::open(ARCHIVE, "").await;
        page.search(words).await;
        assert_eq!(page.texts("main ol > li > a"), headlines, "{words}");
    }
    check("ETAT", &["L’état – c’est New Labour"]).await;
    check("labour new", &["L’état – c’est New Labour"]).await;
    check("twi", &["Twice", "Twice"]).await;
    // No article has both words: the one that has one of them, and it is said.
    check("pressure action", &["After Live 8: from pressure"]).await;
}

#[wasm_bindgen_test]
async fn filters_count_what_they_would_show() {
    let page = Page::open(ARCHIVE, "").await;
    assert_eq!(
        page.texts("#filters fieldset:first-of-type label"),
        ["Power2", "Music1"]
    );
    page.click("#filters fieldset:first-of-type label:nth-of-type(2) input")
        .await;
    assert_eq!(
        page.texts("main ol > li > a"),
        ["After Live 8: from pressure"]
    );
    // Within one filter any choice will do, so the other topic keeps its count.
    assert_eq!(
        page.texts("#filters fieldset:first-of-type label"),
        ["Power2", "Music1"]
    );
    assert_eq!(page.texts(".chips button"), ["Remove Music ×", "Clear all"]);
    page.click(".chips button").await;
    assert_eq!(page.texts("main ol > li > a").len(), 4);
}

#[wasm_bindgen_test]
async fn a_span_shows_what_may_fall_into_it() {
    async fn check(address: &str, count: &str) {
        let page = Page::open(ARCHIVE, address).await;
        assert_eq!(page.texts("[role=status]")[0], count, "{address}");
    }
    check("?from=2003&to=2003", "2 articles, newest first").await;
    check("?from=2003-03", "2 articles, newest first").await;
    check("?year=undated", "1 article, newest first").await;
    check("?sort=oldest&text=headline", "3 articles, oldest first").await;
}

#[wasm_bindgen_test]
async fn nothing_found_says_what_to_try() {
    let page = Page::open(ARCHIVE, "?q=zzz&topic=music").await;
    assert_eq!(page.texts(".nothing li").len(), 3);
    assert_eq!(page.texts("[role=status]")[0].split(' ').next(), Some("0"));
}
