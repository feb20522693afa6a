//! CSL-JSON: the data model of the Citation Style Language.
//!
//! Source: the schema `csl-data.json` of CSL 1.0.2 (citationstyles.org). A date has
//! `date-parts`, one list or two for an interval; `season` from 1, spring first;
//! `circa` for what is not sure; `literal` for what its parts cannot say. An author
//! that may be a body is `literal` too.

use crate::json::Json;
use crate::moment::{Moment, Point, Side};
use crate::name::{Name, read};
use crate::work::{Work, address, one_line};

/// The record, a list of one, as programs import it.
#[must_use]
pub fn csl_json(work: &Work<'_>) -> String {
    let text = |text: &str| Json::text(one_line(text));
    let mut members = vec![
        ("id", Json::text(work.key())),
        ("type", Json::text("article-magazine")),
        ("title", text(work.title)),
    ];
    let authors = work
        .authors
        .iter()
        .filter(|name| !one_line(name).is_empty());
    let authors: Vec<Json> = authors.map(|name| author(name)).collect();
    if !authors.is_empty() {
        members.push(("author", Json::List(authors)));
    }
    members.push(("container-title", text(work.periodical)));
    if let Some(date) = work.date {
        let moment = Moment::of(date, work.supplied);
        members.push(("issued", issued(&moment, work)));
    }
    if let Some(language) = work.language {
        members.push(("language", text(language)));
    }
    if let Some(url) = &work.address {
        members.push(("URL", Json::text(address(url))));
    }
    if let Some(summary) = work.summary {
        members.push(("abstract", text(summary)));
    }
    if !work.topics.is_empty() {
        members.push(("keyword", text(&work.topics.join(", "))));
    }
    if !work.remark.is_empty() {
        members.push(("note", text(&work.remark)));
    }
    let mut out = String::new();
    Json::List(vec![Json::Object(members)]).write(0, &mut out);
    out.push('\n');
    out
}

fn author(name: &str) -> Json {
    let name = one_line(name);
    match read(&name) {
        Name::Whole(name) => Json::Object(vec![("literal", Json::text(name))]),
        Name::Person {
            given,
            particle,
            family,
            suffix,
        } => {
            let mut members = vec![("family", Json::text(family)), ("given", Json::text(given))];
            for (part, value) in [("non-dropping-particle", particle), ("suffix", suffix)] {
                if !value.is_empty() {
                    members.push((part, Json::text(value)));
                }
            }
            Json::Object(members)
        }
    }
}

fn issued(moment: &Moment, work: &Work<'_>) -> Json {
    let sides = match (&moment.start, &moment.end) {
        (Side::At(start), None) => parts(start).map(|start| vec![start]),
        (Side::At(start), Some(Side::At(end))) => {
            // A season stands beside the parts, so an interval has none.
            let seasons = start.season().is_some() || end.season().is_some();
            let both = parts(start).zip(parts(end)).filter(|_| !seasons);
            both.map(|(start, end)| vec![start, end])
        }
        _ => None,
    };
    let Some(sides) = sides else {
        let said = if work.date_said.is_empty() {
            moment.edtf()
        } else {
            one_line(&work.date_said)
        };
        return Json::Object(vec![("literal", Json::Text(said))]);
    };
    let mut members = vec![("date-parts", Json::List(sides))];
    if let (Side::At(point), None) = (&moment.start, &moment.end)
        && let Some(season) = point.season()
    {
        members.push(("season", Json::Number(u32::from(season))));
    }
    if moment.doubtful() {
        members.push(("circa", Json::True));
    }
    Json::Object(members)
}

/// Year, month and day, as far as they are known.
fn parts(point: &Point) -> Option<Json> {
    let mut parts = vec![Json::Number(point.year()?)];
    if let Some(month) = point.month() {
        parts.push(Json::Number(u32::from(month)));
        if point.day > 0 {
            parts.push(Json::Number(u32::from(point.day)));
        }
    }
    Some(Json::List(parts))
}
