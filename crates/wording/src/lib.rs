//! The reader's words: from Fluent files into what the reader loads.
//!
//! Words: a *message* has a name and a *pattern*; a *shape* is a message's name
//! and variables, as whoever says it in code lists them; a *fault* is where a file
//! and the shapes disagree. A *form* is what a message is for one plural category
//! or one number.
//!
//! A compiled file is lines: what the reader needs to know of the language, then
//! each message in the order of the shapes. `$0` to `$9` stand for variables, `|`
//! lies between forms; see `src/words.rs` of the reader, which reads it.
//!
//! Of Fluent it takes messages, attributes, variables, quoted text and one
//! selector a message. What it refuses to do: guess. A message that is missing,
//! one that nobody says, or other variables than the shape's are faults.

mod compile;
mod language;

pub use compile::{Fault, ISOLATE, messages, pairs};
pub use language::{LANGUAGES, Language, language};

/// A message as code says it: its name and its variables, in their order.
pub type Shape = (&'static str, &'static [&'static str]);

/// A compiled language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    /// Which.
    pub language: &'static Language,
    /// Its own name.
    pub name: String,
    /// A line for each of the reader's messages.
    pub messages: Vec<String>,
    /// A line for each sentence about problems.
    pub problems: Vec<String>,
    /// A line for each sentence about the device.
    pub device: Vec<String>,
}

/// Compiles every language, given what the reader says, the problems there are,
/// and what is said of the device.
///
/// # Errors
/// Every fault of every file.
pub fn compiled(
    reader: &[Shape],
    problems: &[Shape],
    device: &[Shape],
) -> Result<Vec<Compiled>, Vec<Fault>> {
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for language in LANGUAGES {
        let own = [("language", &[] as &[&str])];
        let shapes = [&own, reader].concat();
        let lines = messages(language, language.words, &shapes);
        let about = pairs(language, language.problems, problems);
        let here = messages(language, language.device, device);
        match (lines, about, here) {
            (Ok(mut messages), Ok(problems), Ok(device)) => all.push(Compiled {
                language,
                name: messages.remove(0),
                messages,
                problems,
                device,
            }),
            (lines, about, here) => {
                for found in [lines, about, here] {
                    faults.extend(found.err().into_iter().flatten());
                }
            }
        }
    }
    if faults.is_empty() {
        Ok(all)
    } else {
        Err(faults)
    }
}

impl Compiled {
    /// The file the reader loads before anything is drawn: the first `loaded`
    /// messages, and the names of the files about problems and the device.
    #[must_use]
    pub fn file(&self, all: &[Self], [problems, device]: [&str; 2], loaded: usize) -> String {
        let names: Vec<String> = all
            .iter()
            .map(|one| format!("{} {}", one.language.tag, one.name))
            .collect();
        let direction = if self.language.right_to_left {
            "rtl"
        } else {
            "ltr"
        };
        let mut lines = vec![
            self.language.tag.to_owned(),
            direction.to_owned(),
            self.language.group.to_owned(),
            self.language.grouped_from.to_string(),
            self.language.rules(),
            problems.to_owned(),
            names.join("|"),
            device.to_owned(),
        ];
        lines.extend(self.messages.iter().take(loaded).cloned());
        lines.join("\n")
    }

    /// The file that says what is wrong in archives.
    #[must_use]
    pub fn problems_file(&self) -> String {
        self.problems.join("\n")
    }

    /// The file about the device, which no Rust reads: each line begins with its
    /// message's name.
    #[must_use]
    pub fn device_file(&self, shapes: &[Shape]) -> String {
        let named = shapes.iter().zip(&self.device);
        let lines: Vec<String> = named
            .map(|((name, _), line)| [name, " ", line].concat())
            .collect();
        lines.join("\n")
    }
}
