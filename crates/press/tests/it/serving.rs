//! The preview server, spoken to over a plain connection, so that nothing
//! between tidies what is asked or answered.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use press::serve::{Options, Preview};

use crate::scratch::Scratch;

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (known, value) = line.split_once(':')?;
            known.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

struct Server {
    port: u16,
    _scratch: Scratch,
}

impl Server {
    fn start(under: &str) -> Self {
        let scratch = Scratch::new();
        scratch.write("secret.txt", "secret");
        scratch.write("site/index.html", "<p>front</p>");
        scratch.write("site/404.html", "<p>missing</p>");
        scratch.write("site/about/index.html", "<p>about</p>");
        scratch.write("site/deep/file.txt", "0123456789");
        scratch.write("site/reader-0123456789abcdef.js", "x".repeat(5000));
        scratch.write("site/reader-0123456789abcdef_bg.wasm", [0_u8; 3000]);
        scratch.write("site/feed.json", "{}");
        scratch.write("site/.hidden", "hidden");
        #[cfg(unix)]
        std::os::unix::fs::symlink(scratch.path("secret.txt"), scratch.path("site/link.txt"))
            .unwrap();
        let preview = Preview::bind(&Options {
            folder: scratch.path("site"),
            port: 0,
            under: under.to_owned(),
            live: false,
        })
        .unwrap();
        let port = preview.port();
        assert_eq!(
            preview.url(),
            format!(
                "http://127.0.0.1:{port}{}",
                if under.is_empty() { "/" } else { under }
            )
        );
        thread::spawn(move || preview.run());
        Self {
            port,
            _scratch: scratch,
        }
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // A server that leaves us waiting fails the test instead of hanging it.
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        write!(
            stream,
            "{method} {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n"
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        Answer {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }
}

#[test]
fn a_folder_under_a_path() {
    let server = Server::start("/deep/sub/path/");
    for (target, status, body) in [
        ("/deep/sub/path/", 200, "<p>front</p>"),
        ("/deep/sub/path/?q=war", 200, "<p>front</p>"),
        ("/deep/sub/path/index.html", 200, "<p>front</p>"),
        ("/deep/sub/path/about/", 200, "<p>about</p>"),
        ("/deep/sub/path/none/", 404, "<p>missing</p>"),
        ("/deep/sub/path/deep/", 404, "<p>missing</p>"),
        ("/deep/sub/path/deep/file.txt", 200, "0123456789"),
    ] {
        let answer = server.ask("GET", target, "");
        assert_eq!(answer.status, status, "{target}");
        assert_eq!(String::from_utf8(answer.body).unwrap(), body, "{target}");
    }
    let answer = server.ask("GET", "/deep/sub/path/about?q=1", "");
    assert_eq!(
        (answer.status, answer.header("location")),
        (301, Some("/deep/sub/path/about/?q=1"))
    );
    assert_eq!(server.ask("GET", "/about/", "").status, 404);
    assert_eq!(
        server
            .ask("POST", "/deep/sub/path/", "Content-Length: 0\r\n")
            .status,
        405
    );
}

#[test]
fn nothing_outside_is_served() {
    let server = Server::start("");
    for target in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/about/../../secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/about/..%00/secret.txt",
        "//etc/passwd",
        "/.hidden",
        "/link.txt",
        "/%ff",
    ] {
        let answer = server.ask("GET", target, "");
        assert!(
            [400, 404].contains(&answer.status),
            "{target}: {}",
            answer.status
        );
        let body = String::from_utf8_lossy(&answer.body);
        assert!(
            !body.contains("secret") && !body.contains("hidden") && !body.contains("root:"),
            "{target}"
        );
    }
}

#[test]
fn headers() {
    let server = Server::start("");
    for (target, media_type, keeping) in [
        ("/", "text/html; charset=utf-8", "no-cache"),
        (
            "/feed.json",
            "application/feed+json; charset=utf-8",
            "no-cache",
        ),
        (
            "/reader-0123456789abcdef.js",
            "text/javascript; charset=utf-8",
            "public, max-age=31536000, immutable",
        ),
        (
            "/reader-0123456789abcdef_bg.wasm",
            "application/wasm",
            "public, max-age=31536000, immutable",
        ),
        ("/none", "text/html; charset=utf-8", "no-cache"),
    ] {
        let answer = server.ask("GET", target, "");
        assert_eq!(answer.header("content-type"), Some(media_type), "{target}");
        assert_eq!(answer.header("cache-control"), Some(keeping), "{target}");
        assert_eq!(
            answer.header("content-length"),
            Some(answer.body.len().to_string().as_str()),
            "{target}"
        );
    }
}

#[test]
fn brotli_when_it_is_taken() {
    let server = Server::start("");
    let answer = server.ask(
        "GET",
        "/reader-0123456789abcdef.js",
        "Accept-Encoding: gzip, br\r\n",
    );
    assert_eq!(answer.header("content-encoding"), Some("br"));
    let mut back = Vec::new();
    brotli::BrotliDecompress(&mut answer.body.as_slice(), &mut back).unwrap();
    assert_eq!(back, "x".repeat(5000).as_bytes());
    assert!(answer.body.len() < 100);
    let plain = server.ask(
        "GET",
        "/reader-0123456789abcdef.js",
        "Accept-Encoding: br;q=0\r\n",
    );
    assert_eq!(
        (plain.header("content-encoding"), plain.body.len()),
        (None, 5000)
    );
    let head = server.ask("HEAD", "/reader-0123456789abcdef.js", "");
    assert_eq!(
        (head.status, head.body.len(), head.header("content-length")),
        (200, 0, Some("5000"))
    );
}

#[test]
fn ranges() {
    let server = Server::start("");
    for (range, status, told, body) in [
        ("bytes=2-4", 206, Some("bytes 2-4/10"), "234"),
        ("bytes=7-", 206, Some("bytes 7-9/10"), "789"),
        ("bytes=-2", 206, Some("bytes 8-9/10"), "89"),
        (
            "bytes=10-",
            416,
            Some("bytes */10"),
            "The file is shorter than that.\n",
        ),
        ("bytes=0-1,3-4", 200, None, "0123456789"),
    ] {
        let answer = server.ask(
            "GET",
            "/deep/file.txt",
            &format!("Accept-Encoding: br\r\nRange: {range}\r\n"),
        );
        assert_eq!(answer.status, status, "{range}");
        assert_eq!(answer.header("content-range"), told, "{range}");
        assert_eq!(String::from_utf8(answer.body).unwrap(), body, "{range}");
    }
}

#[test]
fn no_request_waits_for_an_acknowledgement() {
    // With Nagle's algorithm each answer on a kept connection costs 40 ms.
    let server = Server::start("");
    let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    let start = Instant::now();
    let mut bytes = [0_u8; 4096];
    for _ in 0..50 {
        stream
            .write_all(b"GET /deep/file.txt HTTP/1.1\r\nHost: x\r\n\r\n")
            .unwrap();
        let mut seen = Vec::new();
        while !seen.ends_with(b"0123456789") {
            let count = stream.read(&mut bytes).unwrap();
            assert!(count > 0);
            seen.extend_from_slice(&bytes[..count]);
        }
    }
    assert!(
        start.elapsed() < Duration::from_millis(50 * 20),
        "{:?}",
        start.elapsed()
    );
}

/// More connections than any pool of threads would have, left open by visitors
/// who may ask again: a browser keeps six for each host, an impatient page more.
const IDLE: usize = 200;

#[test]
fn nobody_waits_behind_idle_connections() {
    let server = Server::start("");
    let patience = Some(Duration::from_secs(20));
    // Visitors who come and go leave a pool's workers free, and each of those
    // may then be promised to more than one of the connections below.
    let burst = || -> Vec<u16> {
        thread::scope(|scope| {
            let asking: Vec<_> = (0..16)
                .map(|_| scope.spawn(|| server.ask("GET", "/about/", "").status))
                .collect();
            asking.into_iter().map(|ask| ask.join().unwrap()).collect()
        })
    };
    assert_eq!(burst(), [200; 16]);
    let mut idle: Vec<TcpStream> = (0..IDLE)
        .map(|_| TcpStream::connect(("127.0.0.1", server.port)).unwrap())
        .collect();
    // Half of them are answered once and kept; the others, opened ahead as
    // browsers do, do not ask yet.
    for stream in idle.iter_mut().step_by(2) {
        stream.set_read_timeout(patience).unwrap();
        stream
            .write_all(b"GET /deep/file.txt HTTP/1.1\r\nHost: x\r\n\r\n")
            .unwrap();
        let (mut seen, mut bytes) = (Vec::new(), [0_u8; 4096]);
        while !seen.ends_with(b"0123456789") {
            let count = stream.read(&mut bytes).unwrap();
            assert!(count > 0, "an idle connection was closed");
            seen.extend_from_slice(&bytes[..count]);
        }
    }
    // A burst, as from a page that asks for many files: all are answered while
    // every idle connection is still open.
    assert_eq!(burst(), [200; 16]);
    // The kept ones are still good.
    for mut stream in idle {
        stream
            .write_all(b"GET /deep/file.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        assert!(all.ends_with(b"0123456789"));
    }
}
