//! Bodies become nodes, and nothing in them runs.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::Page;

async fn article(body: &str) -> Page {
    let archive = format!(
        r#"{{"version": "https://jsonfeed.org/version/1.1", "title": "Made",
            "items": [{{"id": "1", "title": "One", "content_html": {body:?}}}]}}"#
    );
    Page::open(&archive, "articles/one/").await
}

#[wasm_bindgen_test]
async fn blocks_become_elements() {
    async fn check(html: &str, selector: &str, texts: &[&str]) {
        let page = article(html).await;
        assert_eq!(page.texts(selector), texts, "{html}");
    }
    check(
        "<p>One <em>two</em></p><p>Three",
        ".body > p",
        &["One two", "Three"],
    )
    .await;
    check("<h1>Head</h1><p>x</p>", ".body > h2", &["Head"]).await;
    check("<ul><li>a<li>b</ul>", ".body > ul > li", &["a", "b"]).await;
    check(
        "<blockquote><p>q</p></blockquote>",
        ".body blockquote > p",
        &["q"],
    )
    .await;
    check(
        "<table><tr><th>h<td>d</table>",
        ".body tbody > tr > th",
        &["h"],
    )
    .await;
    check("<pre>a  b</pre>", ".body > pre", &["a b"]).await;
}

#[wasm_bindgen_test]
async fn links_pass_the_allow_list() {
    let page = article(
        "<p><a href='https://example.org/'>out</a> <a href='java&#10;script:alert(1)'>bad</a></p>",
    )
    .await;
    assert_eq!(page.texts(".body a"), ["out"]);
    assert_eq!(page.texts(".body p"), ["out bad"]);
    let link = page.first(".body a");
    assert_eq!(
        link.get_attribute("rel").as_deref(),
        Some("noopener noreferrer")
    );
}

#[wasm_bindgen_test]
async fn markup_in_a_body_stays_words() {
    let page = article("<p>&lt;img src=x onerror=alert(1)&gt; <script>alert(1)</script>end").await;
    assert!(page.texts(".body img, .body script").is_empty());
    assert_eq!(page.texts(".body p"), ["<img src=x onerror=alert(1)> end"]);
}

#[wasm_bindgen_test]
async fn a_lost_body_is_said_to_be_lost() {
    let page = article("").await;
    assert_eq!(
        page.texts(".lost strong"),
        ["Only the headline survives here."]
    );
}
