//! `backissue build`: an archive becomes a finished folder, one HTML file, or both.

use std::path::{Path, PathBuf};

use super::{Inside, Outcome, finish, need, number, once, problems, report, usage, watch, wrong};
use crate::Error;
use crate::belongings::{self, How, Owner};
use crate::folder::{self, Folder};
use crate::reader_pack;
use crate::settings::{self, Settings};
use crate::site::one_file::{self, Source};
use crate::site::{self, BaseUrl, Offline, Options};
use crate::staging::Staging;

/// The page that names a shell's files.
const INDEX: &str = "index.html";

/// What to build.
#[derive(Debug, Clone)]
pub struct Order {
    /// The archive.
    pub file: PathBuf,
    /// The folder of a built reader, instead of the one inside.
    pub shell: Option<PathBuf>,
    /// Where the site goes, when a folder is wanted.
    pub out: Option<PathBuf>,
    /// Where the archive as one HTML file goes, when that is wanted.
    pub one_file: Option<PathBuf>,
    /// The settings' file, instead of the one beside the archive.
    pub settings: Option<PathBuf>,
    base: Option<BaseUrl>,
    offline: Option<Offline>,
    inside: Inside,
}

/// Reads the arguments and builds.
pub fn run(mut arguments: lexopt::Parser, inside: Inside) -> Result<Outcome, Error> {
    use lexopt::Arg::{Long, Short, Value};
    let (mut file, mut shell, mut out, mut base) = (None, None, None, None);
    let (mut offline, mut settings, mut port, mut watched) = (None, None, None, false);
    let mut one_file = None;
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Value(path) => once(&mut file, PathBuf::from(path), "the archive")?,
            Long("shell") => {
                let path = arguments.value().map_err(usage)?;
                once(&mut shell, PathBuf::from(path), "--shell")?;
            }
            Short('o') | Long("out") => {
                let path = arguments.value().map_err(usage)?;
                once(&mut out, PathBuf::from(path), "-o")?;
            }
            Long("single-file") => {
                let path = arguments.value().map_err(usage)?;
                once(&mut one_file, PathBuf::from(path), "--single-file")?;
            }
            Long("settings") => {
                let path = arguments.value().map_err(usage)?;
                once(&mut settings, PathBuf::from(path), "--settings")?;
            }
            Long("base-url") => {
                let url = arguments.value().map_err(usage)?;
                let url = url
                    .to_str()
                    .ok_or_else(|| wrong("--base-url is no text".to_owned()))?;
                once(&mut base, url.parse::<BaseUrl>()?, "--base-url")?;
            }
            Long("no-offline") => once(&mut offline, Offline::Withdrawn, "--no-offline")?,
            Long("watch") => watched = true,
            Long("port") => {
                let value = arguments.value().map_err(usage)?;
                once(&mut port, number(&value, "--port")?, "--port")?;
            }
            other => return Err(usage(other.unexpected())),
        }
    }
    let order = Order {
        file: need(file, "the archive")?,
        shell,
        out,
        one_file,
        settings,
        base,
        offline,
        inside,
    };
    if order.out.is_none() && order.one_file.is_none() {
        return need(None, "-o (a folder) or --single-file (one HTML file)");
    }
    match (watched, port, &order.out) {
        (true, port, Some(out)) => watch::run(&order, out, port.unwrap_or(0)),
        (true, _, None) => need(None, "-o (the folder that is served)"),
        (false, Some(_), _) => Err(wrong("--port goes with --watch".to_owned())),
        (false, None, _) => order.build(),
    }
}

impl Order {
    /// Where the settings are looked for.
    pub fn settings_file(&self) -> PathBuf {
        let beside = || beside(&self.file).join(settings::FILE);
        self.settings.clone().unwrap_or_else(beside)
    }

    /// Where the archive's pictures and files are looked for.
    pub fn media(&self) -> PathBuf {
        beside(&self.file).join(site::MEDIA)
    }

    /// Writes what was ordered.
    pub fn build(&self) -> Result<Outcome, Error> {
        let settings = read_settings(&self.settings_file(), self.settings.is_some())?;
        let options = Options {
            base: self.base.clone().or_else(|| settings.base.clone()),
            offline: self.offline,
            settings,
        };
        let folder = self.out.as_ref().map(|out| self.folder(out, &options));
        let folder = folder.transpose()?;
        let file = self.one_file.as_ref().map(|out| self.single(out, &options));
        let file = file.transpose()?;
        Ok(folder.or(file).unwrap_or(Outcome::Done))
    }

    /// Writes the site; the old one stands until the new one is whole.
    fn folder(&self, out: &Path, options: &Options) -> Result<Outcome, Error> {
        let clock = report::Clock::start();
        let archive = archive(&self.file, &options.settings)?;
        let staging = Staging::beside(out, belongings::is_site)?;
        let folder = staging.folder();
        folder.write(site::ARCHIVE, &archive)?;
        // Before all else: the archive as bytes and as what was read of them are the
        // most that is ever held, and the rest of the program need not be there yet.
        let (outcome, archive) = finish::read(&self.file, archive)?;
        self.reader(&folder)?;
        let media = self.media();
        if media.is_dir() {
            let home = Folder::new(beside(&self.file));
            belongings::take(&home, &folder, How::Copied, |name, _| name == site::MEDIA)?;
        }
        if let Some(old) = staging.old() {
            let publishers = |_: &str, owner| owner == Owner::Publisher;
            belongings::take(&old, &folder, How::Linked, publishers)?;
        }
        let written = site::write(&folder, archive, options)?;
        staging.put()?;
        report::print(&clock, &written);
        Ok(outcome)
    }

    /// Writes the archive as one HTML file.
    fn single(&self, out: &Path, options: &Options) -> Result<Outcome, Error> {
        let bytes = archive(&self.file, &options.settings)?;
        let reading = archive::read(&bytes);
        // A folder has told the problems already.
        if self.out.is_none() {
            problems::print(&self.file, &reading.problems);
        }
        let archive = reading.archive.ok_or_else(|| Error::Unusable {
            path: self.file.clone(),
        })?;
        let problems = !reading.problems.is_empty();
        let source = Source {
            bytes,
            archive,
            problems,
            beside: Folder::new(beside(&self.file)),
            options,
        };
        let html = match &self.shell {
            Some(shell) => one_file::html(&Folder::new(shell), source)?,
            None => {
                let unpacked = Unpacked::new()?;
                self.reader(&unpacked.folder())?;
                one_file::html(&unpacked.folder(), source)?
            }
        };
        let name = out.file_name().unwrap_or(out.as_os_str());
        Folder::new(beside(out)).write(&name.to_string_lossy(), &html)?;
        eprintln!(
            "{} written, {} kB.",
            out.display(),
            html.len().div_ceil(1000)
        );
        Ok(if problems {
            Outcome::Problems
        } else {
            Outcome::Done
        })
    }

    /// Puts the reader's files into a new site.
    fn reader(&self, folder: &Folder) -> Result<(), Error> {
        let Some(shell) = &self.shell else {
            let pack = self.inside.reader.ok_or(Error::NoReader)?;
            return reader_pack::unpack(pack, folder);
        };
        let shell = Folder::new(shell);
        folder.write(INDEX, shell.read(INDEX)?)?;
        // A finished folder serves as a shell, without what is its archive's.
        belongings::take(&shell, folder, How::Copied, |name, owner| {
            owner != Owner::Archive && !name.starts_with('.')
        })
    }
}

/// The reader out of its pack, in a folder of the system's for such things, for
/// as long as it is needed.
struct Unpacked(tempfile::TempDir);

impl Unpacked {
    fn new() -> Result<Self, Error> {
        let made = tempfile::Builder::new().prefix("backissue-").tempdir();
        made.map(Self).map_err(|source| Error::Write {
            path: std::env::temp_dir(),
            source,
        })
    }

    fn folder(&self) -> Folder {
        Folder::new(self.0.path())
    }
}

/// The folder a file lies in.
fn beside(file: &Path) -> &Path {
    match file.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// Reads the archive as the site will have it.
pub fn archive(file: &Path, settings: &Settings) -> Result<Vec<u8>, Error> {
    let bytes = folder::read(file)?;
    settings.facts.apply(bytes).map_err(|unfit| Error::Unfit {
        path: file.to_owned(),
        place: unfit.place,
        what: unfit.what,
    })
}

/// Reads the settings, or what holds without any. Faults are printed, and then
/// there is nothing to build with.
pub fn read_settings(path: &Path, asked_for: bool) -> Result<Settings, Error> {
    if !asked_for && !path.exists() {
        return Ok(Settings::default());
    }
    let bytes = folder::read(path)?;
    let text = String::from_utf8_lossy(&bytes);
    let (settings, faults) = settings::read(&text, beside(path));
    if faults.is_empty() {
        return Ok(settings);
    }
    for fault in &faults {
        eprintln!("{}:{fault}", path.display());
    }
    Err(Error::Settings {
        path: path.to_owned(),
        faults: faults.len(),
    })
}
