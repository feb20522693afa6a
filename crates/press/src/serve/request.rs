//! What a visitor asks: the head of an HTTP/1 request.
//!
//! `httparse` takes the lines apart; here stands what of them means anything
//! to this server. Bodies are not read: nothing that is asked here has one.

/// More headers than any browser sends.
const MOST_HEADERS: usize = 100;

/// A longer head is none of a browser's, in bytes.
const LONGEST: usize = 64 << 10;

/// What is wanted of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The file.
    Get,
    /// What would be said of it.
    Head,
    /// Anything else; none of it is done.
    Other,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What is wanted.
    pub method: Method,
    /// The path and query, as written.
    pub target: String,
    /// The header `Range`.
    pub range: Option<String>,
    /// The header `Accept-Encoding`, all of them joined.
    pub accept_encoding: Option<String>,
    /// Whether the visitor may ask again on the same connection.
    pub stays: bool,
}

/// What the bytes received so far are.
#[derive(Debug, PartialEq, Eq)]
pub enum Read {
    /// A request, and how many bytes its head has.
    Whole(Request, usize),
    /// The beginning of one.
    Part,
    /// More than is read.
    TooLong,
    /// No HTTP.
    Wrong,
}

/// Reads the head at the start of `bytes`.
#[must_use]
pub fn read(bytes: &[u8]) -> Read {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut head = httparse::Request::new(&mut headers);
    let length = match head.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) if bytes.len() < LONGEST => return Read::Part,
        Ok(httparse::Status::Partial) | Err(httparse::Error::TooManyHeaders) => {
            return Read::TooLong;
        }
        Err(_) => return Read::Wrong,
    };
    let mut request = Request {
        method: match head.method {
            Some("GET") => Method::Get,
            Some("HEAD") => Method::Head,
            _ => Method::Other,
        },
        target: head.path.unwrap_or_default().to_owned(),
        range: None,
        accept_encoding: None,
        // From 1.1 on connections are kept unless one says otherwise (RFC 9112
        // section 9.3); of 1.0 there are no browsers left to keep them for.
        stays: head.version == Some(1),
    };
    for header in &*head.headers {
        // A value that is no text is one we could not use.
        let value = std::str::from_utf8(header.value).unwrap_or_default().trim();
        let is = |name: &str| header.name.eq_ignore_ascii_case(name);
        if is("Range") {
            request.range = Some(value.to_owned());
        } else if is("Accept-Encoding") {
            let all = request.accept_encoding.get_or_insert_default();
            if !all.is_empty() {
                all.push(',');
            }
            all.push_str(value);
        } else if is("Connection") {
            request.stays &= !value
                .split(',')
                .any(|word| word.trim().eq_ignore_ascii_case("close"));
        } else if is("Transfer-Encoding") || (is("Content-Length") && value != "0") {
            // What follows is a body that nobody here reads; the next request
            // could not be told from it.
            request.stays = false;
        }
    }
    Read::Whole(request, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Request {
        match read(text.as_bytes()) {
            Read::Whole(request, length) => {
                assert_eq!(length, text.len(), "{text}");
                request
            }
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn what_is_asked() {
        let request = whole(
            "GET /a?b HTTP/1.1\r\nHost: x\r\nrange: bytes=0-1\r\nAccept-Encoding: gzip\r\naccept-encoding:  br \r\n\r\n",
        );
        assert_eq!(
            request,
            Request {
                method: Method::Get,
                target: "/a?b".to_owned(),
                range: Some("bytes=0-1".to_owned()),
                accept_encoding: Some("gzip,br".to_owned()),
                stays: true,
            }
        );
        assert_eq!(whole("HEAD / HTTP/1.1\r\n\r\n").method, Method::Head);
        assert_eq!(whole("BREW / HTTP/1.1\r\n\r\n").method, Method::Other);
    }

    #[test]
    fn who_stays() {
        for (text, stays) in [
            ("GET / HTTP/1.1\r\n\r\n", true),
            ("GET / HTTP/1.1\r\nConnection: keep-alive\r\n\r\n", true),
            ("GET / HTTP/1.1\r\nConnection: x, Close\r\n\r\n", false),
            ("GET / HTTP/1.0\r\n\r\n", false),
            ("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", true),
            ("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", false),
            (
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
                false,
            ),
        ] {
            assert_eq!(whole(text).stays, stays, "{text}");
        }
    }

    #[test]
    fn what_is_none() {
        let endless = format!("GET /{}", "a".repeat(LONGEST));
        let many = format!(
            "GET / HTTP/1.1\r\n{}\r\n",
            "A: b\r\n".repeat(MOST_HEADERS + 1)
        );
        for (text, wanted) in [
            ("", Read::Part),
            ("GET / HTTP/1.1\r\nHost:", Read::Part),
            ("GET / HTTP/2.0\r\n\r\n", Read::Wrong),
            ("\x16\x03\x01 a TLS greeting", Read::Wrong),
            (&endless, Read::TooLong),
            (&many, Read::TooLong),
        ] {
            assert_eq!(read(text.as_bytes()), wanted, "{text:.40}");
        }
    }
}
