//! What a reader has chosen: theme, text size, line length, shortcuts.
//!
//! Stored on the device in this shape; a field that is missing or foreign
//! takes its default, so an older or newer reader never loses the rest.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::Reducible;

/// The colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// About 54 characters.
    Narrow,
    /// About 66 characters.
    #[default]
    Medium,
    /// About 78 characters.
    Wide,
}

/// A value as it stands in an attribute and in words.
pub trait Choice: Copy + PartialEq + 'static {
    /// All values with (attribute value, words).
    const ALL: &'static [(Self, &'static str, &'static str)];

    /// The attribute value.
    fn value(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(choice, ..)| *choice == self)
            .map_or("", |(_, value, _)| value)
    }
}

impl Choice for Theme {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::System, "system", "As the device"),
        (Self::Light, "light", "Light"),
        (Self::Sepia, "sepia", "Sepia"),
        (Self::Dark, "dark", "Dark"),
    ];
}

impl Choice for Size {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Small, "small", "Small"),
        (Self::Medium, "medium", "Medium"),
        (Self::Large, "large", "Large"),
        (Self::Largest, "largest", "Largest"),
    ];
}

impl Choice for Measure {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Narrow, "narrow", "Narrow"),
        (Self::Medium, "medium", "Medium"),
        (Self::Wide, "wide", "Wide"),
    ];
}

/// Everything a reader has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Colours.
    pub theme: Theme,
    /// Text size.
    pub size: Size,
    /// Line length.
    pub measure: Measure,
    /// Whether single keys do things (WCAG 2.1.4: they can be switched off).
    pub shortcuts: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            size: Size::default(),
            measure: Measure::default(),
            shortcuts: true,
        }
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
    /// Shortcuts on or off.
    Shortcuts(bool),
}

impl Reducible for Preferences {
    type Action = PreferencesAction;

    fn reduce(self: Rc<Self>, action: PreferencesAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            PreferencesAction::Theme(theme) => next.theme = theme,
            PreferencesAction::Size(size) => next.size = size,
            PreferencesAction::Measure(measure) => next.measure = measure,
            PreferencesAction::Shortcuts(on) => next.shortcuts = on,
        }
        if next == *self { self } else { Rc::new(next) }
    }
}
