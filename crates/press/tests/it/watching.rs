//! Live reload, and building again when something changes. Every wait here is for
//! what the program says.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::thread;

use press::serve::{Options, Preview};

use crate::scratch::{SMALL, Scratch};

/// The answer to one request, head and body.
fn get(port: u16, target: &str) -> String {
    let mut said = String::new();
    ask(port, target).read_to_string(&mut said).unwrap();
    said
}

fn ask(port: u16, target: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {target} HTTP/1.1\r\nConnection: close\r\n\r\n").unwrap();
    stream
}

/// The stream of news.
struct News(BufReader<TcpStream>);

impl News {
    fn open(port: u16, target: &str) -> Self {
        let mut news = Self(BufReader::new(ask(port, target)));
        assert!(news.line().starts_with("HTTP/1.1 200 "));
        let head: Vec<String> =
            std::iter::from_fn(|| Some(news.line()).filter(|line| !line.is_empty())).collect();
        assert!(
            head.iter()
                .any(|line| line == "Content-Type: text/event-stream"),
            "{head:?}"
        );
        news
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    /// The next piece of news.
    fn next(&mut self) -> String {
        loop {
            let line = self.line();
            if let Some(data) = line.strip_prefix("data: ") {
                return data.to_owned();
            }
        }
    }
}

#[test]
fn served_pages_follow_the_folder_and_the_folder_holds_none_of_it() {
    let scratch = Scratch::new();
    scratch.write("shell/offline.js", "// Keeps.\n");
    scratch.build(SMALL, &[]);
    let before = crate::building::contents(&scratch, "out");
    let preview = Preview::bind(&Options {
        folder: scratch.path("out"),
        under: "/deep/".to_owned(),
        live: true,
        ..Options::default()
    })
    .unwrap();
    let (port, live) = (preview.port(), preview.live());
    thread::spawn(move || preview.run());
    let page = get(port, "/deep/about/");
    assert!(page.contains("src=\"/deep/backissue-live.js\""), "{page}");
    assert!(!page.contains(" data-offline="), "{page}");
    assert!(page.contains("no-store"), "{page}");
    assert!(get(port, "/deep/nowhere").contains("backissue-live.js"));
    assert!(get(port, "/deep/backissue-live.js").contains("EventSource"));
    assert!(get(port, "/deep/sw.js").contains("unregister"));
    let mut news = News::open(port, "/deep/backissue-live");
    let first = news.next();
    live.changed();
    assert_ne!(news.next(), first);
    assert!(crate::building::contents(&scratch, "out") == before);
    assert!(
        before
            .values()
            .all(|bytes| !bytes.windows(14).any(|part| part == b"backissue-live"))
    );
}

/// A watching build that ends with the test.
struct Watch(Child, BufReader<std::process::ChildStderr>);

impl Drop for Watch {
    fn drop(&mut self) {
        let _gone = self.0.kill();
        let _gone = self.0.wait();
    }
}

impl Watch {
    /// Reads on until something is said.
    fn until(&mut self, words: &str) {
        let mut line = String::new();
        while !line.contains(words) {
            line.clear();
            assert_ne!(
                self.1.read_line(&mut line).unwrap(),
                0,
                "never said {words}"
            );
        }
    }
}

#[test]
fn a_watched_archive_is_built_again() {
    let scratch = Scratch::new();
    scratch.write("archive.json", SMALL);
    let mut child = scratch
        .command(&[
            "build",
            "archive.json",
            "--shell",
            "shell",
            "-o",
            "out",
            "--watch",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let errors = BufReader::new(child.stderr.take().unwrap());
    let mut watch = Watch(child, errors);
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    let port = line
        .trim()
        .trim_end_matches('/')
        .rsplit(':')
        .next()
        .unwrap();
    let port: u16 = port.parse().unwrap();
    let mut news = News::open(port, "/backissue-live");
    news.next();
    // Another archive.
    scratch.write("archive.json", SMALL.replace("A note.", "Another note."));
    news.next();
    let page = get(port, "/articles/supplied-b-date-b/");
    assert!(page.contains("Another note."), "{page}");
    // A fault: told, and the old site goes on being served.
    scratch.write("backissue.toml", "titel = \"T\"");
    watch.until("did you mean");
    assert!(get(port, "/").contains("Blood on New Labour"));
    // Mended.
    scratch.write("backissue.toml", "title = \"Mended\"");
    news.next();
    assert!(get(port, "/").contains("<title>Mended</title>"));
}
