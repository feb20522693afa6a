//! `backissue search`: asks an archive from a terminal, with the reader's engine.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use archive::Archive;
use search::{Answer, How, Index, Marker, Order, Part, Query, Request, parse};

use reader::state::documents::Lent;

use super::search_archive::index;
use super::{Outcome, need, number, once, usage, wrong};
use crate::Error;
use crate::folder;

/// Hits shown when nobody says how many.
const HITS: usize = 10;
/// Bytes of a snippet: two lines of a terminal.
const SNIPPET: usize = 160;

struct Arguments {
    file: PathBuf,
    query: Option<String>,
    queries: Option<PathBuf>,
    limit: usize,
    trec: bool,
    explain: bool,
    time: bool,
    order: Order,
}

/// Reads the arguments and answers.
pub fn run(arguments: lexopt::Parser) -> Result<Outcome, Error> {
    let arguments = read(arguments)?;
    let reading = archive::read(&folder::read(&arguments.file)?);
    let Some(archive) = reading.archive else {
        return Err(Error::Unusable {
            path: arguments.file,
        });
    };
    let start = Instant::now();
    let index = index(&archive);
    if arguments.time {
        println!(
            "built in {} ms: {} articles, {} terms, {} kB",
            start.elapsed().as_millis(),
            index.documents(),
            index.terms(),
            index.heap() / 1000
        );
    }
    let asked = match (&arguments.query, &arguments.queries) {
        (Some(query), None) => vec![(String::new(), query.clone())],
        (None, Some(path)) => queries(path)?,
        _ => return Err(wrong("give a query, or --queries FILE.tsv".to_owned())),
    };
    let mut spent: Vec<Duration> = Vec::new();
    for (id, text) in &asked {
        // As in the reader's field: the last word may be the beginning of one,
        // unless a space follows it.
        let (query, _) = parse(text);
        let request = Request {
            query: &query,
            filters: &[],
            days: None,
            order: arguments.order,
            limit: arguments.limit,
        };
        let start = Instant::now();
        let answer = index.search(&request, &mut Lent(&archive));
        spent.push(start.elapsed());
        if arguments.trec {
            trec(id, &archive, &answer);
        } else {
            if asked.len() > 1 {
                println!("## {text}");
            }
            show(&archive, &query, &answer);
            if arguments.explain {
                explain(&index, &request, &archive, &answer);
            }
        }
    }
    if arguments.time {
        time(&mut spent);
    }
    Ok(Outcome::Done)
}

fn read(mut arguments: lexopt::Parser) -> Result<Arguments, Error> {
    use lexopt::Arg::{Long, Value};
    let (mut file, mut query, mut queries, mut limit) = (None, None, None, None);
    let (mut trec, mut explain, mut time, mut order) = (false, false, false, Order::Best);
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
            Value(text) => once(&mut query, text.to_string_lossy().into_owned(), "the query")?,
            Long("queries") => {
                let path = arguments.value().map_err(usage)?;
                once(&mut queries, PathBuf::from(path), "--queries")?;
            }
            Long("limit") => {
                let value = arguments.value().map_err(usage)?;
                once(&mut limit, number(&value, "--limit")?, "--limit")?;
            }
            Long("format") => {
                let value = arguments.value().map_err(usage)?;
                trec = match value.to_str() {
                    Some("trec") => true,
                    Some("text") => false,
                    _ => return Err(wrong("--format is text or trec".to_owned())),
                };
            }
            Long("sort") => {
                let value = arguments.value().map_err(usage)?;
                order = match value.to_str() {
                    Some("best") => Order::Best,
                    Some("newest") => Order::Newest,
                    Some("oldest") => Order::Oldest,
                    _ => return Err(wrong("--sort is best, newest or oldest".to_owned())),
                };
            }
            Long("explain") => explain = true,
            Long("time") => time = true,
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(Arguments {
        file: need(file, "the archive")?,
        query,
        queries,
        limit: limit.unwrap_or(HITS),
        trec,
        explain,
        time,
        order,
    })
}

/// Queries of a file, one a line: id, tab, text.
fn queries(path: &Path) -> Result<Vec<(String, String)>, Error> {
    let bytes = folder::read(path)?;
    let text = String::from_utf8_lossy(&bytes);
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let (id, text) = line.split_once('\t').ok_or_else(|| {
                wrong(format!(
                    "{} has a line without a tab: {line}",
                    path.display()
                ))
            })?;
            Ok((id.to_owned(), text.to_owned()))
        })
        .collect()
}

/// Prints hits as trec_eval reads them. It sorts by score, so the score is the
/// place counted from the end.
fn trec(id: &str, archive: &Archive, answer: &Answer) {
    for (at, hit) in answer.hits.iter().enumerate() {
        if let Some(article) = archive.articles.get(hit.document as usize) {
            let score = answer.hits.len() - at;
            println!("{id} Q0 {} {} {score} backissue", article.id, at + 1);
        }
    }
}

fn show(archive: &Archive, query: &Query, answer: &Answer) {
    for word in &answer.words {
        match (word.how, word.meant.as_slice()) {
            (None, _) => println!("“{}” is nowhere in this archive.", word.word),
            (Some(How::Typo(_)), [first, ..]) => {
                println!(
                    "“{}” is not in this archive; showing “{first}” and the like.",
                    word.word
                );
            }
            (Some(_), [first, ..]) => println!("Did you mean “{first}” for “{}”?", word.word),
            _ => {}
        }
    }
    let kind = if answer.relaxed {
        "with some of it"
    } else {
        "with all of it"
    };
    println!(
        "{} articles {kind}, {} near misses: {}",
        answer.total,
        answer.near,
        query.print().trim()
    );
    let bold = std::io::stdout().is_terminal();
    for (at, hit) in answer.hits.iter().enumerate() {
        let Some(article) = archive.articles.get(hit.document as usize) else {
            continue;
        };
        let near = if hit.whole { "" } else { "  (near miss)" };
        println!(
            "\n{:3}. {}{near}",
            at + 1,
            marked(&answer.marker, &article.headline.text, bold)
        );
        let date = article
            .date
            .as_ref()
            .map(archive::Edtf::readable)
            .unwrap_or_default();
        println!("     {date} {} {}", article.authors.join(", "), article.id);
        let text = article.body.plain_text();
        let passage = answer.marker.passage(&text, SNIPPET);
        let before = if passage.start > 0 { "… " } else { "" };
        let after = if passage.end < text.len() { " …" } else { "" };
        let shown = marked(&answer.marker, &text[passage.start..passage.end], bold);
        let shown: Vec<&str> = shown.split_whitespace().collect();
        if !shown.is_empty() {
            println!("     {before}{}{after}", shown.join(" "));
        }
    }
}

/// A text with its matches in bold, or between asterisks where there is no bold.
fn marked(marker: &Marker, text: &str, bold: bool) -> String {
    let (on, off) = if bold {
        ("\x1b[1m", "\x1b[0m")
    } else {
        ("*", "*")
    };
    let mut out = String::new();
    let mut at = 0;
    for mark in marker.marks(text) {
        out.push_str(&text[at..mark.start]);
        out.push_str(on);
        out.push_str(&text[mark.start..mark.end]);
        out.push_str(off);
        at = mark.end;
    }
    out.push_str(&text[at..]);
    out
}

fn explain(index: &Index, request: &Request<'_>, archive: &Archive, answer: &Answer) {
    println!();
    for hit in &answer.hits {
        let explanation = index.explain(request, hit.document, &mut Lent(archive));
        let id = archive
            .articles
            .get(hit.document as usize)
            .map_or("", |article| article.id.as_str());
        println!("{id}: {:.3}", explanation.score);
        for (part, score) in &explanation.parts {
            let what = match part {
                Part::Clause(text, documents) => format!("{text} (in {documents})"),
                Part::Near => "words beside each other".to_owned(),
                Part::Feedback => "words of other good articles".to_owned(),
                Part::Likely => "best for a word that may be meant".to_owned(),
            };
            println!("  {score:8.3}  {what}");
        }
    }
}

fn time(spent: &mut [Duration]) {
    spent.sort_unstable();
    let at = |share: usize| {
        spent
            .get(spent.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    println!(
        "{} queries: median {} µs, 95 % within {} µs, slowest {} µs",
        spent.len(),
        at(50).as_micros(),
        at(95).as_micros(),
        spent.last().copied().unwrap_or_default().as_micros()
    );
}
