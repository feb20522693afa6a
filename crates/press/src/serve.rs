//! A small server for looking at a finished folder on this machine.
//!
//! It behaves like a good static host: right types, Brotli, ranges, an
//! `index.html` for a folder, `404.html` with status 404, and nothing outside
//! the folder. It listens on this machine only and is not meant for the
//! internet: no TLS, no access log, no limits.

mod answer;
mod compress;
mod kind;
mod place;
mod range;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use crate::Error;

/// How many requests are answered at the same time. Browsers open six
/// connections to a host; more threads than that only wait.
const WORKERS: usize = 8;

/// What to serve and where.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The folder.
    pub folder: PathBuf,
    /// The port; 0 for any free one.
    pub port: u16,
    /// The path under which the folder appears, as `/deep/sub/path/` or empty.
    pub under: String,
}

/// A server that listens already and answers once [`Preview::run`] is called.
pub struct Preview {
    server: Arc<tiny_http::Server>,
    site: Arc<answer::Site>,
    address: SocketAddr,
}

impl std::fmt::Debug for Preview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Preview")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
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
        let (listener, address) = listen(options.port).map_err(|source| Error::Listen {
            port: options.port,
            what: source.to_string(),
        })?;
        let server =
            tiny_http::Server::from_listener(listener, None).map_err(|source| Error::Listen {
                port: options.port,
                what: source.to_string(),
            })?;
        Ok(Self {
            server: Arc::new(server),
            site: Arc::new(answer::Site::new(root, &options.under)),
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

    /// Answers requests until the process ends.
    pub fn run(self) {
        let warm = Arc::clone(&self.site);
        // Best Brotli of the reader's files takes a second or two; done before
        // the first visitor asks, it does not count as a slow server.
        thread::spawn(move || warm.warm());
        let workers: Vec<_> = (0..WORKERS)
            .map(|_| {
                let server = Arc::clone(&self.server);
                let site = Arc::clone(&self.site);
                thread::spawn(move || {
                    while let Ok(request) = server.recv() {
                        // A visitor who went away is no reason to stop serving.
                        let _gone = site.answer(request);
                    }
                })
            })
            .collect();
        for worker in workers {
            let _ended = worker.join();
        }
    }
}

/// Listens on this machine only, without Nagle's delay.
///
/// The server writes head and body apart; with Nagle's algorithm the body then
/// waits for the other side's delayed acknowledgement, 40 ms for each request.
/// Accepted connections inherit the setting on the systems we build for.
fn listen(port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    socket2::SockRef::from(&listener).set_tcp_nodelay(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}
