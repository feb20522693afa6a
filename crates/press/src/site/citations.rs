//! Files for programs that keep references: three beside each article's page.

use archive::{Archive, Article};
use citation::{Work, bibtex, csl_json, ris};
use reader::components::cite::{FILE, FORMATS};
use reader::pages::article::supplied_facts;
use reader::route::Route;
use reader::words::{Word, dateline, say};

use super::base::BaseUrl;

/// Names in the folder, and what is in the files. Words are in the language that
/// this thread's pages are written in.
pub fn files(
    archive: &Archive,
    article: &Article,
    base: Option<&BaseUrl>,
) -> [(String, String); 3] {
    let work = work(archive, article, base);
    let written = [bibtex(&work), ris(&work), csl_json(&work)];
    let mut endings = FORMATS.iter();
    written.map(|text| {
        let ending = endings.next().map_or("", |(ending, _)| ending);
        (format!("articles/{}/{FILE}{ending}", article.slug), text)
    })
}

fn work<'a>(archive: &'a Archive, article: &'a Article, base: Option<&BaseUrl>) -> Work<'a> {
    let work = Work::of(archive, article);
    let remarks = [
        (!article.body.survives()).then_some(Word::OnlyHeadline),
        supplied_facts(article),
    ];
    let remarks: Vec<String> = remarks
        .into_iter()
        .flatten()
        .map(|word| sentence(say(word)))
        .collect();
    Work {
        date_said: dateline(article),
        // Where it can be read now goes before where it once stood.
        address: base
            .map(|base| base.join(&Route::article(&article.slug).address()))
            .or(work.address),
        remark: remarks.join(" "),
        ..work
    }
}

/// A remark that ends as a sentence does.
fn sentence(text: &str) -> String {
    let ends = text.ends_with(['.', '。', '!', '?']);
    format!("{text}{}", if ends { "" } else { "." })
}
