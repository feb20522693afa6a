//! What a build says at its end: how much, how fast, in how much memory.

use std::time::Instant;

use crate::site::Written;

/// A clock for people to read; nothing that is written depends on it.
pub struct Clock(Instant);

impl Clock {
    /// Starts now.
    pub fn start() -> Self {
        Self(Instant::now())
    }
}

/// Says it on standard error.
pub fn print(clock: &Clock, written: &Written) {
    let seconds = clock.0.elapsed().as_secs_f64();
    let pace = written.pages as f64 / seconds.max(0.001);
    let memory = peak_memory().map_or_else(String::new, |bytes| {
        format!(", {:.1} MB of memory at the most", bytes as f64 / 1e6)
    });
    eprintln!(
        "{} pages written in {seconds:.1} s ({pace:.0} a second){memory}.",
        written.pages
    );
    if written.relative_sitemap {
        eprintln!(
            "Note: sitemap.xml and the social card need whole addresses to be of use. \
             When you know where the folder will stand, give --base-url, or write base_url into backissue.toml."
        );
    }
}

/// The most memory this process has held, in bytes: its own pages and those of
/// files it looks at. Linux tells it (proc_pid_status(5), `VmHWM`); elsewhere it
/// is not known.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kibibytes: u64 = line.split_ascii_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes * 1024)
}
