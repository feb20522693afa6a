//! What a reader has chosen: theme, text size, line length, language, shortcuts,
//! and for each archive whether pictures from elsewhere are shown.
//!
//! Stored on the device in this shape, the pictures apart: see
//! `browser/storage.rs`. A member that is missing or foreign takes its default,
//! so an older or newer reader never loses the rest.

use std::rc::Rc;

use serde::ser::{Serialize, SerializeMap, Serializer};
use yew::Reducible;

use crate::words::Word;

/// The colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Ink on aged paper.
    Sepia,
    /// Paper on ink.
    Dark,
}

/// The size of the text, in steps about a sixth apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// A step down.
    Small,
    /// The design's size.
    #[default]
    Medium,
    /// A step up.
    Large,
    /// Two steps up.
    Largest,
}

/// The length of a line of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// About 54 characters.
    Narrow,
    /// About 66 characters.
    #[default]
    Medium,
    /// About 78 characters.
    Wide,
}

/// Everything a reader has chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    /// Colours.
    pub theme: Theme,
    /// Text size.
    pub size: Size,
    /// Line length.
    pub measure: Measure,
    /// The tag of the reader's language; empty for the archive's or the browser's.
    pub language: &'static str,
    /// Whether single keys do things (WCAG 2.1.4: they can be switched off).
    pub shortcuts: bool,
    /// Whether pictures that do not lie in this archive's folder are loaded.
    pub pictures: bool,
    /// Whether something that was kept made no sense and is gone.
    pub lost: bool,
}

/// The version of the shape, as [`Preferences`] are stored. 0 is the same without
/// a version. A higher one may add members and values, and gives no member
/// another meaning: so both older and newer readers make do with it.
pub const VERSION: u8 = 1;

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            size: Size::default(),
            measure: Measure::default(),
            language: "",
            shortcuts: true,
            pictures: false,
            lost: false,
        }
    }
}

/// As a map and not as a struct: for struct members serde-wasm-bindgen keeps a
/// cache of their names, and its hash map is 2 kB of a small module.
impl Serialize for Preferences {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("version", &VERSION)?;
        for setting in SETTINGS {
            map.serialize_entry(setting.name, setting.chosen(self))?;
        }
        map.serialize_entry("language", self.language)?;
        map.serialize_entry("shortcuts", &self.shortcuts)?;
        map.end()
    }
}

/// A choice being made.
#[derive(Debug, Clone, Copy)]
pub enum PreferencesAction {
    /// Colours.
    Theme(Theme),
    /// Text size.
    Size(Size),
    /// Line length.
    Measure(Measure),
    /// The reader's language.
    Language(&'static str),
    /// Shortcuts on or off.
    Shortcuts(bool),
    /// Pictures from elsewhere in this archive, shown or not.
    Pictures(bool),
}

impl Preferences {
    /// With a choice made.
    #[must_use]
    pub fn with(mut self, action: PreferencesAction) -> Self {
        match action {
            PreferencesAction::Theme(theme) => self.theme = theme,
            PreferencesAction::Size(size) => self.size = size,
            PreferencesAction::Measure(measure) => self.measure = measure,
            PreferencesAction::Language(tag) => self.language = tag,
            PreferencesAction::Shortcuts(on) => self.shortcuts = on,
            PreferencesAction::Pictures(on) => self.pictures = on,
        }
        self
    }
}

impl Reducible for Preferences {
    type Action = PreferencesAction;

    fn reduce(self: Rc<Self>, action: PreferencesAction) -> Rc<Self> {
        let next = (*self).clone().with(action);
        if next == *self { self } else { Rc::new(next) }
    }
}

/// A thing that can be chosen, as a set of radio buttons offers it.
pub struct Setting {
    /// What it is, in words.
    pub legend: Word,
    /// Its name in an attribute: `data-` and this on the root element.
    pub name: &'static str,
    /// Choices with (attribute value, words).
    pub options: &'static [(PreferencesAction, &'static str, Word)],
}

impl Setting {
    /// The attribute value of what is chosen.
    #[must_use]
    pub fn chosen(&self, preferences: &Preferences) -> &'static str {
        let held = |(action, ..): &&(PreferencesAction, _, _)| {
            // A choice in force is one that changes nothing.
            preferences.clone().with(*action) == *preferences
        };
        let chosen = self.options.iter().find(held);
        chosen.map_or("", |&(_, value, _)| value)
    }
}

/// Every setting, in the order it is offered.
pub const SETTINGS: &[Setting] = &[
    Setting {
        legend: Word::Theme,
        name: "theme",
        options: &[
            (
                PreferencesAction::Theme(Theme::System),
                "system",
                Word::ThemeSystem,
            ),
            (
                PreferencesAction::Theme(Theme::Light),
                "light",
                Word::ThemeLight,
            ),
            (
                PreferencesAction::Theme(Theme::Sepia),
                "sepia",
                Word::ThemeSepia,
            ),
            (
                PreferencesAction::Theme(Theme::Dark),
                "dark",
                Word::ThemeDark,
            ),
        ],
    },
    Setting {
        legend: Word::Size,
        name: "size",
        options: &[
            (
                PreferencesAction::Size(Size::Small),
                "small",
                Word::SizeSmall,
            ),
            (
                PreferencesAction::Size(Size::Medium),
                "medium",
                Word::SizeMedium,
            ),
            (
                PreferencesAction::Size(Size::Large),
                "large",
                Word::SizeLarge,
            ),
            (
                PreferencesAction::Size(Size::Largest),
                "largest",
                Word::SizeLargest,
            ),
        ],
    },
    Setting {
        legend: Word::Measure,
        name: "measure",
        options: &[
            (
                PreferencesAction::Measure(Measure::Narrow),
                "narrow",
                Word::MeasureNarrow,
            ),
            (
                PreferencesAction::Measure(Measure::Medium),
                "medium",
                Word::MeasureMedium,
            ),
            (
                PreferencesAction::Measure(Measure::Wide),
                "wide",
                Word::MeasureWide,
            ),
        ],
    },
];
