//! A small server for looking at a finished folder on this machine.
//!
//! It behaves like a good static host: right types, Brotli, ranges, an
//! `index.html` for a folder, `404.html` with status 404, and nothing outside
//! the folder. It listens on this machine only and is not meant for the
//! internet: no TLS, no access log, no limits.

mod answer;
mod compress;
mod connection;
mod kind;
mod live;
mod place;
mod range;
mod request;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::Error;

pub use live::Live;

/// How long a connection on which nothing is asked, or of which nothing is
/// taken, is kept. Browsers ask again within seconds or not at all, and by
/// themselves keep a connection for minutes.
const IDLE: Duration = Duration::from_secs(60);

/// How long the server rests when the system has no connection to give
/// (too many files open), before it tries again.
const REST: Duration = Duration::from_millis(50);

/// What to serve and where.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The folder.
    pub folder: PathBuf,
    /// The port; 0 for any free one.
    pub port: u16,
    /// The path under which the folder appears, as `/deep/sub/path/` or empty.
    pub under: String,
    /// Whether pages are loaded again when the folder changes; see
    /// [`Preview::live`].
    pub live: bool,
}

/// A server that listens already and answers once [`Preview::run`] is called.
#[derive(Debug)]
pub struct Preview {
    listener: TcpListener,
    site: Arc<answer::Site>,
    address: SocketAddr,
}

impl Preview {
    /// Takes the port.
    ///
    /// # Errors
    /// When the folder is not there or the port cannot be had.
    pub fn bind(options: &Options) -> Result<Self, Error> {
        let root = options
            .folder
            .canonicalize()
            .map_err(|source| Error::Read {
                path: options.folder.clone(),
                source,
            })?;
        let taken = |source: std::io::Error| Error::Listen {
            port: options.port,
            what: source.to_string(),
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).map_err(taken)?;
        let address = listener.local_addr().map_err(taken)?;
        Ok(Self {
            listener,
            site: Arc::new(answer::Site::new(root, &options.under, options.live)),
            address,
        })
    }

    /// The address of the front page.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.site.under())
    }

    /// The port that was taken.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What is told when the folder has changed; without [`Options::live`]
    /// nobody listens.
    #[must_use]
    pub fn live(&self) -> Arc<Live> {
        self.site.live()
    }

    /// Answers requests until the process ends.
    ///
    /// Each connection has a thread of its own, so that none waits for
    /// another: browsers keep connections open that they may never use again,
    /// and a pool can be full of those. On one machine there are a few dozen
    /// at most, and a waiting thread costs a few kilobytes.
    pub fn run(self) {
        let warm = Arc::clone(&self.site);
        // Best Brotli of the reader's files takes a second or two; done before
        // the first visitor asks, it does not count as a slow server.
        thread::spawn(move || warm.warm());
        loop {
            let Ok((stream, _)) = self.listener.accept() else {
                thread::sleep(REST);
                continue;
            };
            let site = Arc::clone(&self.site);
            // Without a thread for it the connection is dropped, which closes
            // it. A visitor who went away is no reason to stop serving.
            let _dropped = thread::Builder::new().spawn(move || {
                let _gone = connection::talk(stream, &site, IDLE);
            });
        }
    }
}
