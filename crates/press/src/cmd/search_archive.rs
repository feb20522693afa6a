//! An archive's index, natively: the reader's own way of filing, all at once.

use archive::Archive;
use reader::state::catalogue::Catalogue;
use reader::state::documents::{Filing, languages};
use search::{Index, Stemmer};

/// The stemmers there are, by primary language subtag.
const STEMMERS: &[(&str, &[u8])] = &[
    ("ar", include_bytes!("../../../language/stems/ar.bin")),
    ("da", include_bytes!("../../../language/stems/da.bin")),
    ("de", include_bytes!("../../../language/stems/de.bin")),
    ("en", include_bytes!("../../../language/stems/en.bin")),
    ("es", include_bytes!("../../../language/stems/es.bin")),
    ("fi", include_bytes!("../../../language/stems/fi.bin")),
    ("fr", include_bytes!("../../../language/stems/fr.bin")),
    ("hu", include_bytes!("../../../language/stems/hu.bin")),
    ("it", include_bytes!("../../../language/stems/it.bin")),
    ("nb", include_bytes!("../../../language/stems/no.bin")),
    ("nl", include_bytes!("../../../language/stems/nl.bin")),
    ("nn", include_bytes!("../../../language/stems/no.bin")),
    ("no", include_bytes!("../../../language/stems/no.bin")),
    ("pt", include_bytes!("../../../language/stems/pt.bin")),
    ("ru", include_bytes!("../../../language/stems/ru.bin")),
    ("sv", include_bytes!("../../../language/stems/sv.bin")),
    ("tr", include_bytes!("../../../language/stems/tr.bin")),
];

/// The stemmer of a language; an archive that does not say is taken for English.
fn stemmer(primary: &str) -> Option<Stemmer> {
    let wanted = if primary.is_empty() { "en" } else { primary };
    let held = STEMMERS.iter().find(|(held, _)| *held == wanted);
    held.and_then(|(_, bytes)| Stemmer::from_bytes(bytes).ok())
}

/// The index of an archive; document numbers are places in it.
pub fn index(archive: &Archive) -> Index {
    let catalogue = Catalogue::new(archive);
    let stemmers = languages(archive);
    let stemmers = stemmers.iter().map(|language| stemmer(language)).collect();
    let mut filing = Filing::new(archive, stemmers);
    while filing.next(archive, &catalogue) {}
    filing.finish().index()
}
