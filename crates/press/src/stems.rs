//! The stemmers of languages other than English: written into every folder, so
//! that any archive dropped into it later finds its own. The reader loads the
//! ones its archive needs and no other.

use archive::Archive;
use reader::state::documents::stemmer_file;
use search::Stemmer;

use crate::Error;
use crate::folder::Folder;

/// Files and what is in them.
const FILES: [(&str, &[u8]); 14] = [
    (
        "stems/ar.bin",
        include_bytes!("../../language/stems/ar.bin"),
    ),
    (
        "stems/da.bin",
        include_bytes!("../../language/stems/da.bin"),
    ),
    (
        "stems/de.bin",
        include_bytes!("../../language/stems/de.bin"),
    ),
    (
        "stems/es.bin",
        include_bytes!("../../language/stems/es.bin"),
    ),
    (
        "stems/fi.bin",
        include_bytes!("../../language/stems/fi.bin"),
    ),
    (
        "stems/fr.bin",
        include_bytes!("../../language/stems/fr.bin"),
    ),
    (
        "stems/hu.bin",
        include_bytes!("../../language/stems/hu.bin"),
    ),
    (
        "stems/it.bin",
        include_bytes!("../../language/stems/it.bin"),
    ),
    (
        "stems/nl.bin",
        include_bytes!("../../language/stems/nl.bin"),
    ),
    (
        "stems/no.bin",
        include_bytes!("../../language/stems/no.bin"),
    ),
    (
        "stems/pt.bin",
        include_bytes!("../../language/stems/pt.bin"),
    ),
    (
        "stems/ru.bin",
        include_bytes!("../../language/stems/ru.bin"),
    ),
    (
        "stems/sv.bin",
        include_bytes!("../../language/stems/sv.bin"),
    ),
    (
        "stems/tr.bin",
        include_bytes!("../../language/stems/tr.bin"),
    ),
];

/// Writes all of them.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Folder) -> Result<(), Error> {
    for (name, bytes) in FILES {
        folder.write(name, bytes)?;
    }
    Ok(())
}

/// The files that the reader will ask for with an archive, and their names.
pub fn files(archive: &Archive) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let wanted: Vec<String> = reader::state::documents::languages(archive)
        .iter()
        .filter_map(|language| stemmer_file(language))
        .collect();
    FILES
        .into_iter()
        .filter(move |(name, _)| wanted.iter().any(|wanted| wanted == name))
}

/// The stemmers of an archive's languages, in their order; one that does not say
/// is taken for English.
pub fn of(archive: &Archive) -> Vec<Option<Stemmer>> {
    let languages = reader::state::documents::languages(archive);
    languages.iter().map(|language| one(language)).collect()
}

fn one(language: &str) -> Option<Stemmer> {
    if language.is_empty() || language == "en" {
        return Some(Stemmer::english());
    }
    let file = stemmer_file(language)?;
    let held = FILES.iter().find(|(name, _)| *name == file)?;
    Stemmer::from_bytes(held.1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stemmer_the_reader_may_ask_for_is_there() {
        for language in reader::state::documents::STEMMED {
            assert!(one(language).is_some(), "{language}");
        }
        assert!(one("nn").is_some());
        assert!(one("tlh").is_none());
    }
}
