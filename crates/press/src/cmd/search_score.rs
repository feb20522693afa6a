//! `backissue score`: how good a run of queries is, by judgements.
//!
//! nDCG@10 with linear gain, the ideal from all judgements of the query (Järvelin
//! and Kekäläinen 2002, as trec_eval computes it), averaged over the queries that
//! have a judgement; a query the run does not answer counts 0.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{Outcome, need, once, usage, wrong};
use crate::Error;
use crate::folder;

/// How many of the first hits count.
const DEPTH: usize = 10;

type Judgements = BTreeMap<String, BTreeMap<String, f64>>;

/// Reads the arguments and scores.
pub fn run(mut arguments: lexopt::Parser) -> Result<Outcome, Error> {
    let (mut run, mut judged, mut each) = (None, None, false);
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            lexopt::Arg::Value(path) if run.is_none() => run = Some(PathBuf::from(path)),
            lexopt::Arg::Value(path) => once(&mut judged, PathBuf::from(path), "the judgements")?,
            lexopt::Arg::Long("each") => each = true,
            other => return Err(usage(other.unexpected())),
        }
    }
    let run = folder::read(&need(run, "the run")?)?;
    let path = need(judged, "the judgements")?;
    let judged: Judgements = serde_json::from_slice(&folder::read(&path)?)
        .map_err(|error| wrong(format!("{} are no judgements: {error}", path.display())))?;
    let answers = answers(&String::from_utf8_lossy(&run));
    let mut sum = 0.0;
    for (query, grades) in &judged {
        let score = ndcg(answers.get(query).map_or(&[], Vec::as_slice), grades);
        if each {
            println!("{query}\t{score:.4}");
        }
        sum += score;
    }
    println!(
        "nDCG@{DEPTH} {:.4} over {} queries",
        sum / judged.len().max(1) as f64,
        judged.len()
    );
    Ok(Outcome::Done)
}

/// The documents of each query of a TREC run, best first.
fn answers(run: &str) -> BTreeMap<String, Vec<String>> {
    let mut hits: BTreeMap<String, Vec<(f64, String)>> = BTreeMap::new();
    for line in run.lines() {
        let mut columns = line.split_whitespace();
        if let (Some(query), Some(_), Some(document), Some(_), Some(score)) = (
            columns.next(),
            columns.next(),
            columns.next(),
            columns.next(),
            columns.next(),
        ) && let Ok(score) = score.parse()
        {
            hits.entry(query.to_owned())
                .or_default()
                .push((score, document.to_owned()));
        }
    }
    hits.into_iter()
        .map(|(query, mut hits)| {
            hits.sort_by(|a, b| b.0.total_cmp(&a.0));
            (query, hits.into_iter().map(|hit| hit.1).collect())
        })
        .collect()
}

fn ndcg(run: &[String], grades: &BTreeMap<String, f64>) -> f64 {
    let gain = |grades: &[f64]| -> f64 {
        let discounted = (2_u32..).zip(grades).take(DEPTH);
        discounted
            .map(|(place, grade)| grade / f64::from(place).log2())
            .sum()
    };
    let got: Vec<f64> = run
        .iter()
        .map(|id| grades.get(id).copied().unwrap_or(0.0))
        .collect();
    let mut ideal: Vec<f64> = grades.values().copied().collect();
    ideal.sort_by(|a, b| b.total_cmp(a));
    let best = gain(&ideal);
    if best > 0.0 { gain(&got) / best } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores() {
        let grades: BTreeMap<String, f64> = [("a", 2.0), ("b", 1.0)]
            .map(|(id, grade)| (id.to_owned(), grade))
            .into();
        let check = |run: &[&str], wanted: f64| {
            let run: Vec<String> = run.iter().map(|id| (*id).to_owned()).collect();
            let got = ndcg(&run, &grades);
            assert!((got - wanted).abs() < 1e-9, "{run:?}: {got}");
        };
        check(&["a", "b"], 1.0);
        check(&[], 0.0);
        check(&["x", "y"], 0.0);
        let ideal = 2.0 + 1.0 / 3.0_f64.log2();
        check(&["b", "a"], (1.0 + 2.0 / 3.0_f64.log2()) / ideal);
    }

    #[test]
    fn runs() {
        let run = answers("1 Q0 a 1 2.0 x\n1 Q0 b 2 3.5 x\n\nbroken\n2 Q0 c 1 1 x\n");
        assert_eq!(run["1"], ["b", "a"]);
        assert_eq!(run["2"], ["c"]);
    }
}
