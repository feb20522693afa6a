//! Slugs: what a headline becomes, and who has which when several share one.

use super::{assign, is_valid, slug};
use crate::{Article, Edtf};
use proptest::prelude::*;

fn check(text: &str, wanted: &str) {
    assert_eq!(slug(text, "article", "1"), wanted, "{text}");
}

#[test]
fn headlines_become_slugs() {
    check("Fire at the Mill", "fire-at-the-mill");
    check("Don’t “panic” — it’s 5 o'clock!", "dont-panic-its-5-oclock");
    check(
        "  Éire & Übermut: Æsop, Œuvre ",
        "eire-ubermut-aesop-oeuvre",
    );
    check("Новости дня", "новости-дня");
    check("東京の話", "東京の話");
    check("हिन्दी", "हिन्दी");
    check("index", "article-873244444");
    check("!!!", "article-873244444");
    check("", "article-873244444");
    check(
        "A headline that goes on and on until nobody remembers how it began",
        "a-headline-that-goes-on-and-on-until-nobody-remembers-how-it",
    );
    check(&"x".repeat(100), &"x".repeat(60));
}

fn article(id: &str, headline: &str, date: &str) -> Article {
    let mut article = Article {
        id: id.to_owned(),
        date: Edtf::parse(date),
        ..Article::default()
    };
    article.headline.text = headline.to_owned();
    article
}

fn slugs(articles: &mut [Article]) -> Vec<String> {
    let wished = vec![None; articles.len()];
    assign(articles, wished);
    articles
        .iter()
        .map(|article| article.slug.clone())
        .collect()
}

#[test]
fn the_earliest_keeps_the_plain_slug() {
    let mut both = [
        article("b", "Fire", "2004-10"),
        article("a", "Fire", "2003"),
    ];
    assert_eq!(slugs(&mut both), ["fire-2004-10", "fire"]);
    let mut three = [
        article("c", "Fire", "2004-10"),
        article("b", "Fire", "2004-10"),
        article("a", "Fire", "2003"),
    ];
    assert_eq!(
        slugs(&mut three),
        ["fire-2004-10-c", "fire-2004-10", "fire"]
    );
    let mut undated = [
        article("2", "Fire", ""),
        article("1", "Fire", ""),
        article("3", "Fire", "2001"),
    ];
    assert_eq!(slugs(&mut undated), ["fire-2", "fire-1", "fire"]);
}

#[test]
fn a_suffix_never_takes_a_plain_slug() {
    let mut articles = [
        article("a", "Fire", "2003"),
        article("b", "Fire", "2004"),
        article("c", "Fire 2004", "2005"),
    ];
    assert_eq!(slugs(&mut articles), ["fire", "fire-2004-b", "fire-2004"]);
}

#[test]
fn wishes_come_first() {
    let mut articles = [article("a", "Fire", "2003"), article("b", "Water", "2004")];
    let refused = assign(&mut articles, vec![None, Some("fire".to_owned())]);
    assert!(refused.is_empty());
    assert_eq!(articles[1].slug, "fire");
    assert_eq!(articles[0].slug, "fire-2003");
    for good in ["fire", "fire-2003", "новости"] {
        assert!(is_valid(good), "{good}");
    }
    for bad in [
        "",
        "-",
        "Fire",
        "a--b",
        "a/b",
        "..",
        "index",
        "a b",
        "é",
        &"x".repeat(121),
    ] {
        assert!(!is_valid(bad), "{bad}");
    }
}

proptest! {
    #[test]
    fn slugs_are_unique_and_do_not_hang_on_the_order(
        rows in prop::collection::vec(("[ab!-]{0,2}", "(2003|2004-10|)"), 0..12),
        turn in 0_usize..12,
    ) {
        let mut articles: Vec<Article> = rows
            .iter()
            .enumerate()
            .map(|(at, (headline, date))| article(&at.to_string(), headline, date))
            .collect();
        let first = slugs(&mut articles);
        let mut unique = first.clone();
        unique.sort();
        unique.dedup();
        prop_assert_eq!(unique.len(), first.len());
        prop_assert!(first.iter().all(|slug| !slug.is_empty()));
        for article in &mut articles {
            article.slug.clear();
        }
        let turn = turn.min(articles.len());
        articles.rotate_left(turn);
        let mut second = slugs(&mut articles);
        second.rotate_right(turn);
        prop_assert_eq!(first, second);
    }
}
