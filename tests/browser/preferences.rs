//! What is kept on the device.

use reader::browser::storage;
use reader::state::preferences::{Measure, Preferences, Size, Theme};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::speak;

fn local_storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

const KEY: &str = "backissue:preferences";

fn keep(stored: &str) {
    local_storage().set_item(KEY, stored).unwrap();
}

fn kept() -> Option<String> {
    local_storage().get_item(KEY).unwrap()
}

#[wasm_bindgen_test]
fn what_is_kept_is_read_back() {
    speak();
    let chosen = Preferences {
        theme: Theme::Sepia,
        size: Size::Large,
        measure: Measure::Wide,
        language: "ja",
        shortcuts: false,
        pictures: true,
        lost: false,
    };
    storage::keep_preferences(&chosen);
    storage::keep_pictures(true);
    assert_eq!(storage::preferences(), chosen);
    storage::keep_pictures(false);
    assert!(!storage::pictures());
    assert_eq!(local_storage().length().unwrap(), 1, "no is not kept");
    local_storage().clear().unwrap();
}

#[wasm_bindgen_test]
fn nothing_kept_is_nothing_lost() {
    speak();
    assert_eq!(storage::preferences(), Preferences::default());
    assert_eq!(kept(), None, "a visit alone leaves nothing behind");
}

#[wasm_bindgen_test]
fn nonsense_is_as_good_as_nothing_and_told_once() {
    fn check(stored: &str, theme: Theme) {
        keep(stored);
        let wanted = Preferences {
            theme,
            lost: true,
            ..Preferences::default()
        };
        assert_eq!(storage::preferences(), wanted, "{stored}");
        let wanted = Preferences {
            lost: false,
            ..wanted
        };
        assert_eq!(storage::preferences(), wanted, "again: {stored}");
        local_storage().clear().unwrap();
    }
    speak();
    for stored in [
        "",
        "{",
        "null",
        "7",
        "\"dark\"",
        "[1]",
        "[]",
        "\u{0}",
        "\u{FEFF}{}",
        r#"{"theme": "plaid"}"#,
        r#"{"theme": null}"#,
        r#"{"theme": {"toString": 1}}"#,
        r#"{"language": "tlh"}"#,
        r#"{"language": 3}"#,
        r#"{"shortcuts": "no"}"#,
        r#"{"version": "1"}"#,
        r#"{"version": null}"#,
        r#"{"version": -1, "size": "huge"}"#,
    ] {
        check(stored, Theme::System);
    }
    check(r#"{"theme": "dark", "size": 7}"#, Theme::Dark);
    check(
        r#"{"version": 1, "theme": "dark", "shortcuts": 1}"#,
        Theme::Dark,
    );
    check(
        &format!(
            r#"{{"theme": "dark", "size": {}1{}}}"#,
            "[".repeat(2000),
            "]".repeat(2000)
        ),
        Theme::Dark,
    );
}

#[wasm_bindgen_test]
fn every_version_is_read() {
    fn check(stored: &str) {
        keep(stored);
        let wanted = Preferences {
            theme: Theme::Dark,
            ..Preferences::default()
        };
        assert_eq!(storage::preferences(), wanted, "{stored}");
        assert_eq!(kept().as_deref(), Some(stored), "left as it is");
        local_storage().clear().unwrap();
    }
    speak();
    // As it was before there were versions.
    check(r#"{"theme":"dark","size":"medium","measure":"medium","language":"","shortcuts":true}"#);
    check(r#"{"theme": "dark"}"#);
    check(r#"{"version":1,"theme":"dark","size":"medium"}"#);
    // A newer reader knows members and values that this one does not.
    check(r#"{"version":2,"theme":"dark","size":"gigantic","font":"comic"}"#);
    check(r#"{"theme":"dark","font":"comic"}"#);
}

#[wasm_bindgen_test]
fn an_older_shape_is_kept_in_the_new_one_and_a_newer_ones_members_stay() {
    speak();
    keep(r#"{"theme":"dark","font":"comic"}"#);
    let chosen = Preferences {
        size: Size::Small,
        ..storage::preferences()
    };
    storage::keep_preferences(&chosen);
    let text = kept().unwrap();
    for member in [
        r#""version":1"#,
        r#""theme":"dark""#,
        r#""size":"small""#,
        r#""font":"comic""#,
    ] {
        assert!(text.contains(member), "{member} in {text}");
    }
    local_storage().clear().unwrap();
}

#[wasm_bindgen_test]
fn pictures_are_shown_where_that_was_asked_and_nowhere_else() {
    speak();
    let store = local_storage();
    storage::keep_pictures(true);
    let key = store.key(0).unwrap().unwrap();
    assert!(key.starts_with("backissue:pictures:http"), "{key}");
    store.set_item(&[&*key, "other/"].concat(), "1").unwrap();
    store.set_item(&key, "yes").unwrap();
    let seen = storage::preferences();
    assert!(
        !seen.pictures && seen.lost,
        "a foreign value allows nothing"
    );
    assert_eq!(store.get_item(&key).unwrap(), None);
    let seen = storage::preferences();
    assert!(
        !seen.pictures && !seen.lost,
        "another archive's word is not ours"
    );
    store.clear().unwrap();
}
