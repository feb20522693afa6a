//! Live reload: pages in a browser follow the folder.
//!
//! A page that is served, and never one in the folder, names one script more. The
//! script listens to a stream of events (HTML, section 9.2) and loads the page
//! again when the folder has changed. So that a device's saved edition does not
//! stand in front of the folder, served pages do not ask for the worker that
//! keeps one, and the worker's address answers with the one that takes it away.

use std::io::{self, Write};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// The script, and the stream it listens to.
pub const SCRIPT: &str = "backissue-live.js";
/// See [`SCRIPT`].
pub const EVENTS: &str = "backissue-live";

/// What the script does. Also after the server was ended and begun again: the
/// browser asks again by itself, and hears another word.
pub const SCRIPT_TEXT: &str = "\
let seen;
new EventSource(new URL(\"backissue-live\", import.meta.url)).onmessage = ({ data }) => {
  if (seen && seen !== data) location.reload();
  seen = data;
};
";

/// How often a page is told that nothing has changed: so that one that was
/// closed is noticed.
const BEAT: Duration = Duration::from_secs(15);

/// What has happened to a folder since it is served.
#[derive(Debug)]
pub struct Live {
    /// Tells this server from one before it.
    begun: u128,
    changes: Mutex<u64>,
    happened: Condvar,
}

impl Default for Live {
    fn default() -> Self {
        let begun = SystemTime::UNIX_EPOCH.elapsed();
        Self {
            begun: begun.map_or(0, |since| since.as_millis()),
            changes: Mutex::new(0),
            happened: Condvar::new(),
        }
    }
}

impl Live {
    /// Tells every page that the folder has changed.
    pub fn changed(&self) {
        *self.changes.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.happened.notify_all();
    }

    /// Tells a page of every change until it is closed.
    ///
    /// # Errors
    /// When it is closed.
    pub fn tell(&self, page: &mut impl Write) -> io::Result<()> {
        let mut told = None;
        loop {
            let now = {
                let held = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
                let (held, _) = self
                    .happened
                    .wait_timeout_while(held, BEAT, |now| told == Some(*now))
                    .unwrap_or_else(PoisonError::into_inner);
                *held
            };
            if told == Some(now) {
                page.write_all(b":\n\n")?;
            } else {
                write!(page, "data: {}-{now}\n\n", self.begun)?;
            }
            page.flush()?;
            told = Some(now);
        }
    }
}

/// A page with the script, and without the worker; `under` is where the folder
/// appears.
pub fn page(html: &[u8], under: &str) -> Vec<u8> {
    let html = String::from_utf8_lossy(html);
    let Some((head, rest)) = html.split_once("</head>") else {
        return html.into_owned().into_bytes();
    };
    // By another name the start script does not find it.
    let head = head.replace(" data-offline=\"", " data-not-offline=\"");
    let script = crate::html::Escaped(under);
    format!("{head}<script type=\"module\" src=\"{script}{SCRIPT}\"></script>\n</head>{rest}")
        .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_get_the_script_and_lose_the_worker() {
        for (html, wanted) in [
            (
                "<head><script src=\"a\" data-offline=\"offline-0.js\" data-wasm=\"w\"></script></head><p>",
                "<head><script src=\"a\" data-not-offline=\"offline-0.js\" data-wasm=\"w\"></script><script type=\"module\" src=\"/a&amp;b/backissue-live.js\"></script>\n</head><p>",
            ),
            ("<p>no head", "<p>no head"),
        ] {
            let page = page(html.as_bytes(), "/a&b/");
            assert_eq!(String::from_utf8(page).unwrap(), wanted);
        }
    }

    #[test]
    fn a_page_hears_of_every_change_until_it_is_closed() {
        /// A page that causes a change whenever it hears something, and is closed
        /// after three words.
        struct Page<'a>(&'a Live, Vec<String>);
        impl Write for Page<'_> {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.1.push(String::from_utf8_lossy(bytes).into_owned());
                if self.1.concat().matches("\n\n").count() == 3 {
                    return Err(io::ErrorKind::BrokenPipe.into());
                }
                Ok(bytes.len())
            }

            fn flush(&mut self) -> io::Result<()> {
                self.0.changed();
                Ok(())
            }
        }
        let live = Live::default();
        let mut page = Page(&live, Vec::new());
        assert!(live.tell(&mut page).is_err());
        let heard = page.1.concat();
        let words: Vec<&str> = heard.split_terminator("\n\n").collect();
        let ends: Vec<&str> = words.iter().filter_map(|w| w.rsplit('-').next()).collect();
        assert_eq!(ends, ["0", "1", "2"]);
        assert!(words.iter().all(|word| word.starts_with("data: ")));
    }
}
