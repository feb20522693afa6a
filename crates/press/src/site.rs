//! The finished folder: every page as a file, the feeds, the sitemap.
//!
//! Works in place: the folder already holds the shell (script, WebAssembly,
//! style sheet) and `articles.json`; everything else is written beside them,
//! one file at a time, so that no more than one page is in memory. The same
//! archive and shell give the same bytes.

mod atom;
mod base;
mod card;
mod citations;
mod dates;
mod document;
mod edition;
mod entries;
mod frame;
mod identity;
mod json_feed;
mod manifest;
pub mod one_file;
mod pages;
mod policy;
mod robots;
mod shell;
mod sitemap;
mod structured;
mod theme;

use archive::Archive;

use crate::Error;
use crate::folder::Folder;
use crate::settings::Settings;
use crate::stems;
use crate::words::{self, Speech};

use frame::Frame;
use shell::module_of;

pub use base::BaseUrl;
pub use edition::{NONE as NO_WORKER, Offline, WORKER};
pub(crate) use identity::short_hash;
pub use shell::Shell;

/// The archive's file, as every folder has it.
pub const ARCHIVE: &str = "articles.json";

/// The folder of an archive's pictures and files, beside it and in the site.
pub const MEDIA: &str = "media";

/// The licences of everything the reader is made of.
pub const LICENCES: &str = "licences.txt";

/// What a publisher wants of a site, besides its archive.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where it will stand.
    pub base: Option<BaseUrl>,
    /// How devices keep it; `None` for what fits its size.
    pub offline: Option<Offline>,
    /// What `backissue.toml` says.
    pub settings: Settings,
}

/// The reader's own scripts as they come with the shell.
const START: &str = "start.js";
const INDEXER: &str = "indexer.js";

/// What builds the index of a large archive, as Trunk names its loader.
const BUILDER: &str = "builder.js";

/// The scripts that keep the archive for offline and say how that goes.
const OFFLINE: &str = "offline.js";
const DEVICE: &str = "device.js";

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// How many HTML pages.
    pub pages: usize,
    /// Whether the sitemap had to be left with relative addresses.
    pub relative_sitemap: bool,
}

/// Writes everything that follows from the archive into the shell's folder.
///
/// # Errors
/// When a file cannot be written, or the shell lacks one of the reader's files.
pub fn write(folder: &Folder, archive: Archive, options: &Options) -> Result<Written, Error> {
    let base = options.base.as_ref();
    let shell = Shell::find(folder)?;
    let shell = name_by_content(folder, shell)?;
    stems::write(folder)?;
    let speech = Speech::of(archive.language.as_deref(), words::write(folder)?);
    words::speak(speech.language)?;
    let look = theme::write(folder, &archive, &options.settings)?;
    let entries = entries::newest(&archive, base);
    folder.write("feed.xml", atom::feed(&archive, &entries, base))?;
    folder.write("feed.json", json_feed::feed(&archive, &entries, base))?;
    folder.write("robots.txt", robots::text(base))?;
    folder.write(
        manifest::MANIFEST,
        manifest::text(folder, &archive, &look, base),
    )?;
    let offline = match options.offline {
        Some(offline) => offline,
        None => Offline::fitting(folder)?,
    };
    let frame = Frame {
        shell,
        speech,
        install: manifest::links(folder),
        offline,
        length: folder.length(ARCHIVE).unwrap_or_default(),
        look,
    };
    let addresses = pages::write(folder, &frame, archive, base)?;
    sitemap::write(folder, &addresses, base)?;
    edition::write(folder, offline)?;
    Ok(Written {
        // 404.html is a page and has no place in the sitemap.
        pages: addresses.len() + 1,
        relative_sitemap: base.is_none(),
    })
}

/// Gives the scripts names that say what is in them, so that hosts may keep
/// them for ever and no page meets the script of another version.
fn name_by_content(folder: &Folder, mut shell: Shell) -> Result<Shell, Error> {
    let scripts = [
        (Some(&mut shell.start), START),
        (Some(&mut shell.indexer), INDEXER),
        (shell.offline.as_mut(), OFFLINE),
        (shell.device.as_mut(), DEVICE),
    ];
    for (name, plain) in scripts {
        let Some(name) = name.filter(|name| *name == plain) else {
            continue;
        };
        let bytes = folder.read(plain)?;
        let stem = plain.trim_end_matches(".js");
        *name = format!("{stem}-{}.js", identity::short_hash(&bytes));
        folder.write(name, bytes)?;
        folder.remove(plain)?;
    }
    if let Some(loader) = shell.builder.as_mut().filter(|name| **name == BUILDER) {
        let (script, module) = (folder.read(loader)?, folder.read(&module_of(loader))?);
        let hash = identity::short_hash(&[script.as_slice(), &module].concat());
        let name = format!("builder-{hash}.js");
        folder.write(&name, script)?;
        folder.write(&module_of(&name), module)?;
        folder.remove(loader)?;
        folder.remove(&module_of(loader))?;
        *loader = name;
    }
    Ok(shell)
}
