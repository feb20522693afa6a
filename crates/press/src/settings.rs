//! `backissue.toml`: what a publisher says of a site besides its archive.
//!
//! Words: a *setting* is one key with its value; a *fault* is something wrong in
//! the file, with line and column. Facts about the archive (title, language,
//! rights, topics, whom to write to) go into the site's `articles.json`, so that
//! reader, feeds and pages all say the same; colours and logo become a style
//! sheet of their own beside the reader's.
//!
//! What it refuses to do: to guess. A key nobody knows, a colour that cannot be
//! read on its paper, a logo that is no picture: each is a fault, and with a
//! fault nothing is built. The file is its publisher's own and can be mended.

mod colour;
mod facts;
mod logo;
mod palette;

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::site::BaseUrl;

pub use colour::Colour;
pub use facts::{Facts, Unfit};
pub use logo::Logo;
pub use palette::{Palette, Scheme};

/// The file's name; it is looked for beside the archive.
pub const FILE: &str = "backissue.toml";

/// Everything the file can say.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// What goes into the archive.
    pub facts: Facts,
    /// Where the folder will stand.
    pub base: Option<BaseUrl>,
    /// Colours by day, and by night.
    pub light: Option<Palette>,
    /// The same by night.
    pub dark: Option<Palette>,
    /// A picture above the name.
    pub logo: Option<Logo>,
    /// The files that were read besides, to be looked at again when they change.
    pub files: Vec<PathBuf>,
}

/// Something wrong in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line and column, from 1, columns in characters.
    pub place: (usize, usize),
    /// What is wrong, and what to do.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.place;
        write!(f, "{line}:{column}: error: {}", self.what)
    }
}

/// The keys at the top of the file.
const KEYS: [&str; 10] = [
    "base_url",
    "colours",
    "contact",
    "description",
    "language",
    "logo",
    "rights",
    "subtitle",
    "title",
    "topics",
];

/// Reads settings; `folder` is where the file lies, from where other files are
/// named. The settings are of use only when there is no fault.
pub fn read(text: &str, folder: &Path) -> (Settings, Vec<Fault>) {
    let mut reading = Reading {
        text,
        settings: Settings::default(),
        faults: Vec::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = error.span().unwrap_or_default();
        let what = error.message().trim_end_matches('.').to_owned();
        reading.fault(at, format!("{what}. This is not TOML; see https://toml.io"));
    }
    // What a broken file seems to say besides is no help.
    if reading.faults.is_empty() {
        reading.top(table.get_ref(), folder);
    }
    reading.faults.sort_by_key(|fault| fault.place);
    (reading.settings, reading.faults)
}

struct Reading<'t> {
    text: &'t str,
    settings: Settings,
    faults: Vec<Fault>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Reading<'_> {
    fn fault(&mut self, at: Range<usize>, what: impl Into<String>) {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        self.faults.push(Fault {
            place: (before.matches('\n').count() + 1, line.chars().count() + 1),
            what: what.into(),
        });
    }

    fn top(&mut self, table: &DeTable<'_>, folder: &Path) {
        let mut facts = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match name {
                "colours" => self.colours(value),
                "logo" => self.logo(value, folder),
                "base_url" => self.base(value),
                "topics" => {
                    if let Some(topics) = self.texts(name, value) {
                        self.settings.facts.topics = Some(topics);
                        facts.push((name, value.span()));
                    }
                }
                _ if KEYS.contains(&name) => {
                    if let Some(text) = self.text(name, value) {
                        facts.push((name, value.span()));
                        *self.settings.facts.place(name) = Some(text);
                    }
                }
                _ => self.unknown(key, "backissue.toml", &KEYS),
            }
        }
        // The archive's own reader says whether it would take them.
        for (name, what) in self.settings.facts.faults() {
            let at = facts.iter().find(|(known, _)| *known == name);
            let at = at.map_or(0..0, |(_, span)| span.clone());
            self.fault(at, what);
        }
    }

    fn unknown(&mut self, key: &Spanned<impl AsRef<str>>, place: &str, known: &[&str]) {
        let name = key.get_ref().as_ref();
        let near = known
            .iter()
            .min_by_key(|known| distance(name, known))
            .filter(|known| distance(name, known) <= NEAR);
        let mut what = format!("“{name}” means nothing in {place}");
        match near {
            Some(near) => what.push_str(&format!("; did you mean “{near}”?")),
            None => what.push_str(&format!("; what it can hold: {}", known.join(", "))),
        }
        self.fault(key.span(), what);
    }

    /// A text that is not empty.
    fn text(&mut self, name: &str, value: &Value<'_>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => return Some(text.to_string()),
            DeValue::String(_) => self.fault(
                value.span(),
                format!("“{name}” is empty; write something, or leave the line out"),
            ),
            other => self.fault(
                value.span(),
                format!(
                    "“{name}” is {}, and must be a text in quotation marks",
                    kind(other)
                ),
            ),
        }
        None
    }

    fn texts(&mut self, name: &str, value: &Value<'_>) -> Option<Vec<String>> {
        let DeValue::Array(entries) = value.get_ref() else {
            let what = format!(
                "“{name}” is {}, and must be a list of texts: {name} = [\"one\", \"two\"]",
                kind(value.get_ref())
            );
            self.fault(value.span(), what);
            return None;
        };
        entries.iter().map(|entry| self.text(name, entry)).collect()
    }

    fn table<'v, 'i>(&mut self, name: &str, value: &'v Value<'i>) -> Option<&'v DeTable<'i>> {
        if let DeValue::Table(table) = value.get_ref() {
            return Some(table);
        }
        let what = format!(
            "“{name}” is {}, and must be a table: [{name}]",
            kind(value.get_ref())
        );
        self.fault(value.span(), what);
        None
    }

    fn base(&mut self, value: &Value<'_>) {
        let Some(text) = self.text("base_url", value) else {
            return;
        };
        match text.parse() {
            Ok(base) => self.settings.base = Some(base),
            Err(error) => self.fault(value.span(), error.to_string()),
        }
    }

    fn logo(&mut self, value: &Value<'_>, folder: &Path) {
        let Some(name) = self.text("logo", value) else {
            return;
        };
        let path = folder.join(&name);
        match Logo::read(&path) {
            Ok(logo) => self.settings.logo = Some(logo),
            Err(what) => self.fault(value.span(), format!("the logo {}", what.said(&path))),
        }
        self.settings.files.push(path);
    }

    fn colours(&mut self, value: &Value<'_>) {
        let Some(table) = self.table("colours", value) else {
            return;
        };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let Some(scheme) = Scheme::ALL.into_iter().find(|scheme| scheme.name() == name) else {
                let names = Scheme::ALL.map(Scheme::name);
                if palette::NAMES.contains(&name) {
                    let what = format!(
                        "“{name}” stands in neither theme; write it under [colours.light] or [colours.dark]"
                    );
                    self.fault(key.span(), what);
                } else {
                    self.unknown(key, "[colours]", &names);
                }
                continue;
            };
            if let Some(table) = self.table(&format!("colours.{name}"), value) {
                let palette = self.palette(scheme, table, value.span());
                *match scheme {
                    Scheme::Light => &mut self.settings.light,
                    Scheme::Dark => &mut self.settings.dark,
                } = palette;
            }
        }
    }

    fn palette(
        &mut self,
        scheme: Scheme,
        table: &DeTable<'_>,
        whole: Range<usize>,
    ) -> Option<Palette> {
        let mut chosen = palette::Chosen::default();
        let mut places = Vec::new();
        let before = self.faults.len();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let Some(name) = palette::NAMES.into_iter().find(|known| *known == name) else {
                self.unknown(
                    key,
                    &format!("[colours.{}]", scheme.name()),
                    &palette::NAMES,
                );
                continue;
            };
            let Some(text) = self.text(name, value) else {
                continue;
            };
            match text.parse() {
                Ok(colour) => {
                    *chosen.place(name) = Some(colour);
                    places.push((name, value.span()));
                }
                Err(what) => self.fault(value.span(), what),
            }
        }
        if self.faults.len() > before {
            return None;
        }
        let palette = Palette::of(scheme, &chosen);
        for (name, what) in palette.faults(scheme, &chosen) {
            let at = places.iter().find(|(known, _)| *known == name);
            self.fault(at.map_or(whole.clone(), |(_, at)| at.clone()), what);
        }
        Some(palette)
    }
}

/// What a value is, in words.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// How many slips of the keyboard a known key may be away to be named.
const NEAR: usize = 2;

/// Levenshtein's distance, in letters.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        for (place, held) in other.iter().enumerate() {
            let up = row.get(place + 1).copied().unwrap_or_default();
            let next = (diagonal + usize::from(letter != *held)).min(left.min(up) + 1);
            diagonal = up;
            if let Some(cell) = row.get_mut(place) {
                *cell = left;
            }
            left = next;
        }
        if let Some(last) = row.last_mut() {
            *last = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
