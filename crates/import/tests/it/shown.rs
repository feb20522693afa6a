//! An import as text: what was detected, each problem, each article. It is
//! what a fixture's expectation holds and what a person can check by reading.

use archive::{Archive, Article, Body};
use import::{Existing, Options, SourceKind, Tree};

/// What came of importing sources.
pub struct Outcome {
    /// What was detected, problems, counts.
    pub said: Vec<String>,
    /// The file, if there was anything to write.
    pub file: Option<Vec<u8>>,
    /// Files to copy.
    pub copies: Vec<String>,
}

/// Imports trees into an existing file, or none.
pub fn run(trees: Vec<Tree>, options: &Options, existing: Option<&[u8]>) -> Outcome {
    let existing = existing.map(|bytes| Existing::read(bytes).unwrap());
    let mut import = import::import(trees, options, Box::new(|_| {}));
    let mut said: Vec<String> = import
        .detected
        .iter()
        .map(|found| format!("is {}", found.said))
        .collect();
    let mut file = Vec::new();
    let wrote = !import.is_empty();
    if wrote {
        let saved = import.write(&mut file, existing.as_ref()).unwrap();
        if existing.is_some() {
            let kept = saved.kept;
            said.push(format!(
                "kept {} met, {} own, {} notes, {} dates",
                kept.met, kept.own, kept.notes, kept.dates
            ));
        }
    }
    let log = &import.desk.log;
    for problem in log.listed() {
        let mark = if problem.severity == import::Severity::Repaired {
            '~'
        } else {
            '-'
        };
        said.push(format!("{mark} {}", problem.line()));
    }
    let copies = import
        .desk
        .copies()
        .into_iter()
        .map(|copy| format!("{} <- {}", copy.target, copy.path))
        .collect();
    Outcome {
        said,
        file: wrote.then_some(file),
        copies,
    }
}

/// The options a fixture's name asks for: `name.as-KIND`, `name.drafts`.
pub fn options(name: &str) -> Options {
    let mut options = Options::default();
    for word in name.split('.').skip(1) {
        if let Some(kind) = word.strip_prefix("as-") {
            options.kind = Some(SourceKind::named(kind).unwrap());
        }
        options.drafts |= word == "drafts";
    }
    options
}

/// An outcome as text.
pub fn text(outcome: &Outcome) -> String {
    let mut text = outcome.said.join("\n");
    text.push('\n');
    for copy in &outcome.copies {
        text.push_str(&format!("copy {copy}\n"));
    }
    let Some(file) = &outcome.file else {
        text.push_str("nothing\n");
        return text;
    };
    let reading = archive::read(file);
    // What is written needs no mending.
    assert_eq!(reading.problems, [], "{}", String::from_utf8_lossy(file));
    let archive = reading.archive.unwrap();
    text.push_str(&format!("archive {}\n", archive.title));
    let more = [
        ("about", &archive.description),
        ("language", &archive.language),
        ("home", &archive.home_page),
        ("rights", &archive.rights),
    ];
    for (name, value) in more {
        if let Some(value) = value {
            text.push_str(&format!("{name} {value}\n"));
        }
    }
    for name in &archive.authors {
        text.push_str(&format!("of {name}\n"));
    }
    for article in &archive.articles {
        push(&mut text, &archive, article);
    }
    text
}

fn push(text: &mut String, archive: &Archive, article: &Article) {
    let derived = article.headline.derived;
    let mut put = |name: &str, value: &str| {
        let line = format!("{name} {}", value.replace('\n', "\n  "));
        text.push_str(line.trim_end());
        text.push('\n');
    };
    put("\n#", if derived { "" } else { &article.headline.text });
    put("id", &article.id);
    if let Some(date) = &article.date {
        put(
            if article.supplied.date {
                "date (supplied)"
            } else {
                "date"
            },
            date.source(),
        );
    }
    if !article.headline.lines.is_empty() {
        put("lines", &article.headline.lines.join(" / "));
    }
    if !article.authors.is_empty() {
        put("by", &article.authors.join(" & "));
    }
    let topics: Vec<&str> = article
        .topics
        .iter()
        .map(|at| archive.topics[usize::from(*at)].label.as_str())
        .collect();
    if !topics.is_empty() {
        put("topics", &topics.join(" & "));
    }
    for (name, value) in [
        ("url", &article.url),
        ("language", &article.language),
        ("summary", &article.summary),
        ("note", &article.note),
    ] {
        if let Some(value) = value {
            put(name, value);
        }
    }
    for related in &article.related {
        put("related", &related.headline);
    }
    match &article.body {
        Body::Lost => put("lost", ""),
        Body::Text(words) => put("text", words),
        Body::Html(html) => put("html", html),
    }
}
