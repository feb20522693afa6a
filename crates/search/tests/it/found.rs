//! The engine against the oracle.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use search::{Answer, Block, Blocks, Filter, Index, Order, Request, parse};

use crate::archive::{Made, made, typed};
use crate::oracle::Oracle;

fn cases() -> u32 {
    std::env::var("CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(2000)
}

pub fn ask(index: &Index, made: &mut Made, typed: &str, limit: usize) -> Answer {
    let (query, _) = parse(typed);
    let request = Request {
        query: &query,
        filters: &[],
        days: None,
        order: Order::Best,
        limit,
    };
    index.search(&request, made)
}

fn function(word: &str) -> bool {
    ["the", "of", "a", "us", "well"].contains(&word)
}

fn same(one: &Answer, other: &Answer) {
    assert_eq!(one.hits, other.hits);
    assert_eq!(
        (one.total, one.near, one.relaxed),
        (other.total, other.near, other.relaxed)
    );
    assert_eq!(one.counts, other.counts);
    assert_eq!(one.found, other.found);
    assert_eq!(one.any_day, other.any_day);
    assert_eq!(one.words, other.words);
}

/// Blocks that have been fetched, and no others.
struct Fetched<'a> {
    index: &'a Index,
    there: RefCell<BTreeSet<Block>>,
}

impl Blocks for Fetched<'_> {
    fn bytes(&self, block: Block) -> Option<&[u8]> {
        self.there
            .borrow()
            .contains(&block)
            .then(|| Blocks::bytes(self.index, block))
            .flatten()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn finds_what_a_scan_finds(mut made in made(12), typed in typed()) {
        let index = made.index();
        let (query, _) = parse(&typed);
        let wanted = Oracle::new(&made).find(&query, &function);
        let answer = ask(&index, &mut made, &typed, usize::MAX);
        prop_assert_eq!(answer.relaxed, wanted.relaxed, "relaxed");
        let found: BTreeSet<u32> = answer.found.iter().collect();
        prop_assert_eq!(&found, if wanted.relaxed { &wanted.any } else { &wanted.all });
        prop_assert_eq!(answer.total as usize, found.len());
        let whole: BTreeSet<u32> = answer.hits.iter().filter(|hit| hit.whole).map(|hit| hit.document).collect();
        prop_assert_eq!(&whole, &wanted.all);
        let listed: BTreeSet<u32> = answer.hits.iter().map(|hit| hit.document).collect();
        prop_assert_eq!(listed.len(), answer.hits.len());
        prop_assert_eq!(listed.len(), (answer.total + answer.near) as usize);
        prop_assert!(listed.is_subset(&wanted.any) || listed == wanted.all);
    }

    #[test]
    fn filters_counts_and_orders(
        mut made in made(12),
        typed in typed(),
        chosen in prop::collection::vec((0..2_u8, prop::collection::vec(0..4_u32, 0..3)), 0..2),
        days in prop::option::of((2001..2005_i32, 0..3_i32)),
        order in prop::sample::select(&[Order::Best, Order::Newest, Order::Oldest][..]),
    ) {
        let index = made.index();
        let oracle = Oracle::new(&made);
        let (query, _) = parse(&typed);
        let filters: Vec<Filter> = chosen.into_iter().map(|(facet, values)| Filter { facet, values }).collect();
        let days = days.map(|(year, more)| (year * 10_000, (year + more) * 10_000 + 9_999));
        let request = Request { query: &query, filters: &filters, days, order, limit: usize::MAX };
        let wanted = oracle.find(&query, &function);
        let base = if wanted.relaxed { &wanted.any } else { &wanted.all };
        let docs = made.0.clone();
        let passes = |document: u32, but: Option<u8>, in_days: bool| {
            filters.iter().filter(|filter| Some(filter.facet) != but && !filter.values.is_empty()).all(|filter| {
                docs[document as usize].values.iter().any(|(facet, value)| {
                    *facet == filter.facet && filter.values.contains(value)
                })
            }) && (!in_days || days.is_none_or(|(first, last)| oracle.within(first, last).contains(&document)))
        };
        let answer = index.search(&request, &mut made);
        let found: BTreeSet<u32> = base.iter().copied().filter(|&d| passes(d, None, true)).collect();
        prop_assert_eq!(answer.found.iter().collect::<BTreeSet<u32>>(), found.clone());
        let any_day: BTreeSet<u32> = base.iter().copied().filter(|&d| passes(d, None, false)).collect();
        prop_assert_eq!(answer.any_day.iter().collect::<BTreeSet<u32>>(), any_day);
        let mut counts: BTreeMap<(u8, u32), u32> = BTreeMap::new();
        for &document in base {
            let mut values = docs[document as usize].values.clone();
            values.sort_unstable();
            values.dedup();
            for (facet, value) in values {
                if passes(document, Some(facet), true) {
                    *counts.entry((facet, value)).or_default() += 1;
                }
            }
        }
        for (facet, values) in (0..).zip(&answer.counts) {
            for (value, count) in (0..).zip(values) {
                prop_assert_eq!(*count, counts.remove(&(facet, value)).unwrap_or(0));
            }
        }
        prop_assert!(counts.is_empty());
        let hits: Vec<u32> = answer.hits.iter().map(|hit| hit.document).collect();
        let undated = |document: &u32| docs[*document as usize].days.is_none();
        match order {
            Order::Best => {}
            Order::Newest => {
                prop_assert_eq!(hits, found.into_iter().collect::<Vec<u32>>());
            }
            Order::Oldest => {
                let mut wanted: Vec<u32> = found.iter().rev().copied().filter(|d| !undated(d)).collect();
                wanted.extend(found.iter().filter(|d| undated(d)));
                prop_assert_eq!(hits, wanted);
            }
        }
    }

    #[test]
    fn fewer_hits_are_the_first_of_more(mut made in made(40), typed in typed(), limit in 0..12_usize) {
        let index = made.index();
        let all = ask(&index, &mut made, &typed, usize::MAX);
        let some = ask(&index, &mut made, &typed, limit);
        prop_assert_eq!(&all.hits[..limit.min(all.hits.len())], &some.hits[..]);
        prop_assert_eq!(all.total, some.total);
    }

    #[test]
    fn history_and_keeping_change_nothing(mut made in made(12), typed in typed(), before in prop::collection::vec(typed(), 0..4)) {
        let index = made.index();
        let wanted = ask(&index, &mut made, &typed, 20);
        for other in &before {
            let _ = ask(&index, &mut made, other, 20);
        }
        same(&ask(&index, &mut made, &typed, 20), &wanted);
        let kept = Index::from_bytes(index.to_bytes(), crate::archive::stemmers()).unwrap();
        prop_assert_eq!(kept.to_bytes(), index.to_bytes());
        same(&ask(&kept, &mut made, &typed, 20), &wanted);
        let again = made.index();
        prop_assert_eq!(again.to_bytes(), index.to_bytes());
    }

    #[test]
    fn blocks_fetched_as_asked_for_answer_alike(mut made in made(12), typed in typed()) {
        let index = made.index();
        let wanted = ask(&index, &mut made, &typed, 20);
        let fetched = Fetched { index: &index, there: RefCell::default() };
        let (query, _) = parse(&typed);
        let request = Request { query: &query, filters: &[], days: None, order: Order::Best, limit: 20 };
        for round in 0.. {
            match index.search_in(&request, &fetched, &mut made) {
                Ok(answer) => {
                    same(&answer, &wanted);
                    break;
                }
                Err(missing) => {
                    prop_assert!(round < 8, "{missing:?}");
                    let mut there = fetched.there.borrow_mut();
                    for block in missing {
                        prop_assert!(there.insert(block), "asked for twice");
                    }
                }
            }
        }
    }

    #[test]
    fn a_score_is_the_sum_of_its_parts(mut made in made(12), typed in typed()) {
        let index = made.index();
        let (query, _) = parse(&typed);
        let request = Request { query: &query, filters: &[], days: None, order: Order::Best, limit: 5 };
        let answer = index.search(&request, &mut made);
        for hit in &answer.hits {
            let explanation = index.explain(&request, hit.document, &mut made);
            prop_assert_eq!(explanation.score, hit.score);
            prop_assert_eq!(explanation.whole, hit.whole);
            let sum: f32 = explanation.parts.iter().map(|part| part.1).sum();
            prop_assert!((sum - hit.score).abs() <= 1e-3 * hit.score.max(1.0), "{sum} {explanation:?}");
        }
    }
}

/// Archives whose lists have many blocks.
#[test]
fn long_lists() {
    let bodies: Vec<String> = (0..1000)
        .map(|at| {
            let mut body = "common ".repeat(1 + at % 7);
            if at % 3 == 0 {
                body += "third of them ";
            }
            if at % 131 == 0 {
                body += "rare common third ";
            }
            body + &format!("number{at}")
        })
        .collect();
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    let mut made = Made::of(&bodies);
    let index = made.index();
    let oracle = Oracle::new(&made);
    for typed in [
        "common",
        "third ",
        "\"common third\"",
        "\"third of them\"",
        "rare ",
        "\"rare common third\"",
        "\"them rare\"",
        "common -third ",
        "number99",
        "number1 ",
        "third OR rare ",
        "\"common common common common common common common\"",
    ] {
        let (query, _) = parse(typed);
        let wanted = oracle.find(&query, &function);
        let answer = ask(&index, &mut made, typed, 3);
        let found: BTreeSet<u32> = answer.found.iter().collect();
        assert_eq!(
            found,
            if wanted.relaxed {
                wanted.any
            } else {
                wanted.all
            },
            "{typed}"
        );
    }
}
