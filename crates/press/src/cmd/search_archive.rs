//! An archive's index, natively: the reader's own way of filing, all at once.

use archive::Archive;
use reader::state::catalogue::Catalogue;
use reader::state::documents::Filing;
use search::Index;

use crate::stems;

/// The index of an archive; document numbers are places in it.
pub fn index(archive: &Archive) -> Index {
    let catalogue = Catalogue::new(archive);
    let mut filing = Filing::new(archive, stems::of(archive));
    while filing.next(archive, &catalogue) {}
    filing.finish().index()
}
