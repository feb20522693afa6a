//! `backissue build --watch`: builds whenever something has changed, and serves
//! what was built.
//!
//! Files are looked at a few times a second instead of waited for: there are a
//! handful, looking costs nothing, and it works on every file system, also in a
//! container and over a network.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};

use super::Outcome;
use super::build::Order;
use crate::Error;
use crate::serve::{Live, Options, Preview};

/// Tells a preview whenever something right in its folder has changed; never ends.
pub fn tell(folder: &Path, live: &Live) {
    let look = || {
        let mut files: Vec<(PathBuf, Stamp)> = fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| (entry.path(), stamp(&entry.path())))
            .collect();
        files.sort();
        files
    };
    let mut seen = look();
    loop {
        thread::sleep(LOOK);
        let now = look();
        if now != seen {
            seen = now;
            live.changed();
        }
    }
}

/// Between two looks: shorter than it takes to change windows.
const LOOK: Duration = Duration::from_millis(250);

/// What tells that a file has changed: when it was written, and its length.
type Stamp = Option<(SystemTime, u64)>;

/// Builds, serves, and builds again until the process is ended.
pub fn run(order: &Order, out: &Path, port: u16) -> Result<Outcome, Error> {
    let mut live: Option<Arc<Live>> = None;
    loop {
        let seen = look(order);
        // A build that fails is told, and leaves the old site to be looked at.
        match order.build() {
            Ok(_) => match &live {
                None => live = Some(serve(out, port)?),
                Some(live) => live.changed(),
            },
            Err(error) => eprintln!("backissue: {error}"),
        }
        let mut now = later(order);
        while now == seen {
            now = later(order);
        }
        // An editor may still be writing.
        loop {
            let then = later(order);
            if then == now {
                break;
            }
            now = then;
        }
    }
}

/// Another look, a moment later.
fn later(order: &Order) -> Vec<(PathBuf, Stamp)> {
    thread::sleep(LOOK);
    look(order)
}

/// Serves a folder while it is built again and again.
fn serve(folder: &Path, port: u16) -> Result<Arc<Live>, Error> {
    let preview = Preview::bind(&Options {
        folder: folder.to_owned(),
        port,
        under: String::new(),
        live: true,
    })?;
    let live = preview.live();
    println!("Serving {}", preview.url());
    eprintln!("Pages in a browser follow every change. Ctrl+C ends it.");
    let _closed = std::io::stdout().flush();
    thread::spawn(move || preview.run());
    Ok(live)
}

/// What a build depends on, as it is now.
fn look(order: &Order) -> Vec<(PathBuf, Stamp)> {
    let settings = order.settings_file();
    let mut files = vec![order.file.clone()];
    // The logo and the like, as far as the settings can be read.
    files.extend(read_files(&settings));
    files.push(settings);
    gather(&order.media(), &mut files);
    if let Some(shell) = &order.shell {
        gather(shell, &mut files);
    }
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let stamp = stamp(&path);
            (path, stamp)
        })
        .collect()
}

fn read_files(settings: &Path) -> Vec<PathBuf> {
    let folder = settings.parent().unwrap_or(Path::new(""));
    let text = fs::read_to_string(settings).unwrap_or_default();
    crate::settings::read(&text, folder).0.files
}

fn stamp(path: &Path) -> Stamp {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.push(path);
        }
    }
}
