//! Results for the filters, computed once per change and timed.

use yew::prelude::*;

use crate::browser::timing;
use crate::state::filters::Filters;
use crate::state::library::{SharedArchive, SharedIndex};
use crate::state::results::{Answer, SharedAnswer, results};

/// What the filters find, the first `most` of it. Measures `search:query` (finding) and
/// `search:render` (from the query to nodes in place).
#[hook]
pub fn use_results(
    archive: &SharedArchive,
    index: Option<&SharedIndex>,
    filters: &Filters,
    most: usize,
) -> SharedAnswer {
    let found = use_memo(
        (archive.clone(), index.cloned(), filters.clone()),
        |(archive, index, filters)| {
            let start = timing::now();
            let answer = Answer {
                filters: filters.clone(),
                results: results(archive, index.as_ref(), filters, most),
            };
            timing::measure("search:query", start);
            (SharedAnswer::new(answer), timing::now())
        },
    );
    use_effect_with(found.clone(), |found| {
        timing::measure("search:render", found.1);
    });
    found.0.clone()
}
