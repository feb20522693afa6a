//! The reader's own words: compiled, written into every folder, and spoken while
//! pages are rendered.
//!
//! Each language is three files: what the reader needs before anything is drawn;
//! the sentences about problems, which it fetches when there is one; and those
//! about the device, for whoever looks under About.

use std::sync::OnceLock;

use reader::words::{DEVICE, MESSAGES, PRINTED};
use wording::{Compiled, Language};

use crate::Error;
use crate::folder::Folder;
use crate::site::short_hash;

/// Where the files lie.
pub const FOLDER: &str = "words";

/// The language of an archive that says none, or one that has no words.
const DEFAULT: &str = "en";

/// How the pages of an archive speak.
#[derive(Debug, Clone)]
pub struct Speech {
    /// The language of the reader's words on the pages.
    pub language: &'static Language,
    /// Whether it is the archive's own, and not the default.
    pub own: bool,
    /// The files of all languages as the start script wants them: names without
    /// folder and ending, each beginning with its language.
    pub files: String,
}

impl Speech {
    /// That of an archive in a language, by the files in hand.
    pub fn of(archive: Option<&str>, files: String) -> Self {
        let own = archive.and_then(wording::language);
        let default = || wording::language(DEFAULT).unwrap_or(&wording::LANGUAGES[0]);
        Self {
            language: own.unwrap_or_else(default),
            own: own.is_some(),
            files,
        }
    }
}

fn all() -> Result<&'static [Compiled], Error> {
    static COMPILED: OnceLock<Result<Vec<Compiled>, String>> = OnceLock::new();
    let compiled = COMPILED.get_or_init(|| {
        wording::compiled(MESSAGES, archive::PROBLEMS, DEVICE).map_err(|faults| {
            let faults = faults.iter().map(ToString::to_string);
            faults.collect::<Vec<_>>().join("; ")
        })
    });
    compiled.as_deref().map_err(|what| Error::Words {
        what: what.to_owned(),
    })
}

/// Has this thread's pages rendered in a language.
///
/// # Errors
/// When the words do not fit the reader, which a test excludes.
pub fn speak(language: &Language) -> Result<(), Error> {
    if reader::words::language() == language.tag {
        return Ok(());
    }
    let all = all()?;
    if let Some(one) = all.iter().find(|one| one.language == language) {
        reader::words::set(one.file(all, ["", ""], usize::MAX));
    }
    Ok(())
}

/// A language's files, each with its name in a folder.
pub struct Files {
    /// What the reader needs before anything is drawn.
    pub first: (String, String),
    /// The sentences about problems.
    pub problems: (String, String),
    /// What is said of the device, which `static/device.js` asks for.
    pub device: (String, String),
}

/// The files of every language, and the first of each as [`Speech::files`] names
/// them.
///
/// # Errors
/// When the words do not fit the reader, which a test excludes.
pub fn files() -> Result<(Vec<Files>, String), Error> {
    let all = all()?;
    let (mut files, mut names) = (Vec::new(), Vec::new());
    for one in all {
        let tag = one.language.tag;
        let named = |kind: &str, text: String| {
            let hash = short_hash(text.as_bytes());
            (format!("{tag}{kind}-{hash}"), text)
        };
        let inside = |(name, text): (String, String)| (format!("{FOLDER}/{name}.txt"), text);
        let problems = inside(named("-problems", one.problems_file()));
        let device = inside(named("-device", one.device_file(DEVICE)));
        let first = named("", one.file(all, [&problems.0, &device.0], PRINTED));
        names.push(first.0.clone());
        files.push(Files {
            first: inside(first),
            problems,
            device,
        });
    }
    Ok((files, names.join(" ")))
}

/// Writes the files of every language; gives their names as [`Speech::files`]
/// has them.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Folder) -> Result<String, Error> {
    let (files, names) = files()?;
    for language in files {
        for (name, text) in [language.first, language.problems, language.device] {
            folder.write(&name, text)?;
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_message_and_no_other() {
        assert_eq!(
            all()
                .map(<[Compiled]>::len)
                .map_err(|fault| fault.to_string()),
            Ok(wording::LANGUAGES.len())
        );
    }

    #[test]
    fn an_archive_is_spoken_in_its_own_language_or_english() {
        for (language, wanted, own) in [
            (Some("en-GB"), "en", true),
            (Some("EN"), "en", true),
            (Some("ar-EG"), "ar", true),
            (Some("ja"), "ja", true),
            (Some("tlh"), "en", false),
            (None, "en", false),
        ] {
            let speech = Speech::of(language, String::new());
            assert_eq!(
                (speech.language.tag, speech.own),
                (wanted, own),
                "{language:?}"
            );
        }
    }
}
