//! One visitor's connection: requests in, answers out, until either leaves.
//!
//! HTTP/1.1 as browsers speak it (RFC 9112): connections are kept, requests
//! may be sent ahead of answers. No TLS, no HTTP/2, no bodies in requests.

use std::io::{self, Read as _, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, SystemTime};

use super::answer::{Answer, Content, Site};
use super::request::{self, Method, Read, Request};

/// How much is read at once; a request is rarely longer.
const PIECE: usize = 8 << 10;

/// How much of what a visitor still sends is taken in before closing.
const MOST_LEFT: usize = 1 << 20;

/// Answers on one connection until the visitor leaves, sends something that
/// is no request, or is silent for longer than `idle`.
///
/// # Errors
/// When the visitor went away, or was silent.
pub fn talk(mut stream: TcpStream, site: &Site, idle: Duration) -> io::Result<()> {
    // With Nagle's algorithm the end of an answer waits for the other side's
    // delayed acknowledgement, 40 ms for each request.
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(idle))?;
    stream.set_write_timeout(Some(idle))?;
    let mut received = Vec::new();
    loop {
        let (answer, method, stays) = match next(&mut stream, &mut received)? {
            None => return Ok(()),
            Some(Ok(request)) => (site.answer(&request), request.method, request.stays),
            Some(Err(refusal)) => (refusal, Method::Get, false),
        };
        if let (Content::News(live), Method::Get) = (&answer.body, method) {
            head(&mut stream, &answer, None, false)?;
            return live.tell(&mut stream);
        }
        write(&mut stream, &answer, method, stays)?;
        if !stays {
            return leave(&stream);
        }
    }
}

/// Waits for a request. None when the visitor left between two; else the
/// request, or the answer to what is none.
fn next(
    stream: &mut TcpStream,
    received: &mut Vec<u8>,
) -> io::Result<Option<Result<Request, Answer>>> {
    let mut piece = [0; PIECE];
    loop {
        match request::read(received) {
            Read::Whole(request, length) => {
                received.drain(..length);
                return Ok(Some(Ok(request)));
            }
            Read::TooLong => {
                return Ok(Some(Err(Answer::plain(431, "That is too long.\n"))));
            }
            Read::Wrong => return Ok(Some(Err(Answer::plain(400, "That is not HTTP/1.1.\n")))),
            Read::Part => {}
        }
        match stream.read(&mut piece) {
            Ok(0) => return Ok(None),
            Ok(count) => received.extend_from_slice(&piece[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn write(stream: &mut impl Write, answer: &Answer, method: Method, stays: bool) -> io::Result<()> {
    let body = answer.body.bytes();
    head(stream, answer, Some(body.len()), stays)?;
    // A HEAD is told the length and sent nothing.
    if method != Method::Head {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// The head of an answer; of news nobody knows the length.
fn head(
    stream: &mut impl Write,
    answer: &Answer,
    length: Option<usize>,
    stays: bool,
) -> io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {} {}\r\nDate: {}\r\n",
        answer.status,
        reason(answer.status),
        httpdate::fmt_http_date(SystemTime::now()),
    );
    if let Some(length) = length {
        head.push_str(&format!("Content-Length: {length}\r\n"));
    }
    for (name, value) in &answer.headers {
        head.push_str(&[name, ": ", value, "\r\n"].concat());
    }
    if !stays {
        head.push_str("Connection: close\r\n");
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())
}

/// What a status is called (RFC 9110 section 15), of those we send.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        301 => "Moved Permanently",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        416 => "Range Not Satisfiable",
        431 => "Request Header Fields Too Large",
        _ => "Internal Server Error",
    }
}

/// Closes a connection so that the answer arrives: a system that closes one
/// on which something unread has come in takes back what was just sent
/// (RFC 9112 section 9.6).
fn leave(mut stream: &TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    let (mut piece, mut left) = ([0; PIECE], MOST_LEFT);
    while left > 0 {
        match stream.read(&mut piece)? {
            0 => break,
            count => left = left.saturating_sub(count),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;
    use std::thread;

    /// What comes back for `sent` from an empty folder, until the server closes.
    fn check(sent: &[u8], idle: Duration) -> String {
        let folder = tempfile::tempdir().unwrap();
        let site = Site::new(folder.path().canonicalize().unwrap(), "", false);
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let mut visitor = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (stream, _) = listener.accept().unwrap();
        thread::scope(|scope| {
            scope.spawn(|| talk(stream, &site, idle));
            visitor.write_all(sent).unwrap();
            let mut said = String::new();
            visitor.read_to_string(&mut said).unwrap();
            drop(visitor);
            said
        })
    }

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn the_silent_are_left() {
        assert_eq!(check(b"", Duration::from_millis(10)), "");
        assert_eq!(check(b"GET / HT", Duration::from_millis(10)), "");
    }

    #[test]
    fn requests_sent_ahead_are_answered_in_order() {
        let said = check(
            b"GET /a HTTP/1.1\r\n\r\nPUT /b HTTP/1.1\r\n\r\nGET /.c HTTP/1.1\r\nConnection: close\r\n\r\n",
            LONG,
        );
        let statuses: Vec<&str> = said
            .lines()
            .filter_map(|line| line.strip_prefix("HTTP/1.1 "))
            .collect();
        assert_eq!(
            statuses,
            ["404 Not Found", "405 Method Not Allowed", "400 Bad Request"]
        );
    }

    #[test]
    fn what_is_no_request_is_told_so_and_left() {
        for (sent, wanted) in [
            (&b"hello\r\n\r\n"[..], "HTTP/1.1 400 "),
            (&[b'A'; 200_000][..], "HTTP/1.1 431 "),
            (
                b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nsomething",
                "HTTP/1.1 405 ",
            ),
        ] {
            let said = check(sent, LONG);
            assert!(said.starts_with(wanted), "{said}");
            assert!(said.contains("\r\nConnection: close\r\n"), "{said}");
            assert_eq!(said.matches("Content-Length").count(), 1, "{said}");
        }
    }
}
