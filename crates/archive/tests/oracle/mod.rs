//! Sound JSON is read as `serde_json` reads it, without a problem.

use archive::{Body, ProblemKind, read};
use proptest::prelude::*;
use serde_json::{Value, json};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{1,12}",
        "\\PC{1,12}",
        "[\\x00-\\x1f\"\\\\/é😀a]{1,12}"
    ]
}

/// Any value, for members that are passed over.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((text(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn sound_json_is_read_alike(
        rows in prop::collection::vec((text(), text(), anything()), 1..6),
        extension in anything(),
        pretty in any::<bool>(),
    ) {
        let items: Vec<Value> = rows
            .iter()
            .enumerate()
            .map(|(at, (body, note, other))| {
                json!({
                    "id": at.to_string(), "title": "T", "_other": other, "content_text": body,
                    "_archive": {"note": note, "else": other},
                })
            })
            .collect();
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1", "title": "T", "items": items, "_x": extension,
        });
        let bytes = if pretty { serde_json::to_vec_pretty(&feed) } else { serde_json::to_vec(&feed) };
        let reading = read(&bytes.unwrap_or_default());
        let mut problems = reading.problems;
        let whole = problems.len();
        problems.retain(|problem| problem.kind != ProblemKind::Invisible);
        prop_assert_eq!(&problems, &[]);
        // Bodies are as they stand; from notes, what nobody sees is taken.
        let exact = whole == 0;
        let Some(archive) = reading.archive else {
            return Err(TestCaseError::fail("no archive"));
        };
        prop_assert_eq!(archive.articles.len(), rows.len());
        for (article, (body, note, _)) in archive.articles.iter().zip(&rows) {
            let wanted = match body.trim() {
                "" => Body::Lost,
                _ => Body::Text(body.clone()),
            };
            prop_assert_eq!(&article.body, &wanted);
            let note = Some(note.trim()).filter(|note| !note.is_empty());
            let returns = |note: &&str| !note.contains('\r');
            if exact && note.is_none_or(|note| returns(&note)) {
                prop_assert_eq!(article.note.as_deref(), note);
            }
        }
    }
}
