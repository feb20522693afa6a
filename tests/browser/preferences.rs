//! What is kept on the device.

use reader::browser::storage;
use reader::state::preferences::{Measure, Preferences, Size, Theme};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::speak;

fn local_storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
fn what_is_kept_is_read_back() {
    let chosen = Preferences {
        theme: Theme::Sepia,
        size: Size::Large,
        measure: Measure::Wide,
        language: "ja",
        shortcuts: false,
    };
    speak();
    storage::keep_preferences(&chosen);
    assert_eq!(storage::preferences(), chosen);
    local_storage().clear().unwrap();
}

#[wasm_bindgen_test]
fn nonsense_is_as_good_as_nothing() {
    fn check(stored: &str, expected: &Preferences) {
        local_storage()
            .set_item("backissue:preferences", stored)
            .unwrap();
        assert_eq!(&storage::preferences(), expected, "{stored}");
        local_storage().clear().unwrap();
    }
    let dark = Preferences {
        theme: Theme::Dark,
        ..Preferences::default()
    };
    check("", &Preferences::default());
    check("{", &Preferences::default());
    check("[1]", &Preferences::default());
    check(r#"{"theme": "plaid"}"#, &Preferences::default());
    check(r#"{"language": "tlh"}"#, &Preferences::default());
    check(r#"{"theme": "dark", "font": "comic"}"#, &dark);
    check(r#"{"theme": "dark", "size": 7, "shortcuts": "no"}"#, &dark);
}
