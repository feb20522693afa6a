//! Addresses: the only file that knows how they look.
//!
//! An address is relative to the archive's folder: `articles/a-sham-election/`,
//! `?q=iraq&year=2003`. Where the folder stands is the browser's business.
//! Reading one never fails: what makes no sense is [`Route::NotFound`], and a
//! query part that makes no sense is left out.
//!
//! An archive may also be *one file*, which has no folder: there the same address
//! stands after the page's own, as its fragment: `#articles/a-sham-election/`.

use std::cell::Cell;

use crate::digits::digits;
use crate::state::filters::{Filters, Moment, Order, Survival, YearOf};

/// A page of the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The headline index, with what is asked of it.
    Front(Filters),
    /// An article by its slug, and the words to mark in it.
    Article(String, String),
    /// All headlines of a year; large archives link to these from the front.
    Year(YearOf),
    /// About the archive.
    About,
    /// Nothing stands there.
    NotFound,
}

/// Most steps of "show more" an address may ask for: a made-up number must not
/// make the page render without end.
const MOST_MORE: usize = 1_000;

/// The word for undated articles in an address.
const UNDATED: &str = "undated";

thread_local! {
    static ONE_FILE: Cell<bool> = const { Cell::new(false) };
}

/// Says whether this thread's archive is one file, before anything is drawn.
pub fn set_one_file(one_file: bool) {
    ONE_FILE.set(one_file);
}

/// Whether the archive is one file.
#[must_use]
pub fn one_file() -> bool {
    ONE_FILE.get()
}

/// What a link to an address has to say instead: in one file what lies inside is
/// a fragment. An address inside has no scheme, so no colon.
#[must_use]
pub fn linked(address: &str) -> Option<String> {
    if !one_file() || address.bytes().any(|byte| byte == b':') {
        return None;
    }
    Some(["#", address.strip_prefix("./").unwrap_or(address)].concat())
}

impl Route {
    /// Reads an address relative to the folder, with its query and without its
    /// fragment.
    #[must_use]
    pub fn parse(address: &str) -> Self {
        let address = address.split('#').next().unwrap_or("");
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = path.strip_prefix("./").unwrap_or(path);
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Front(parse_filters(query)),
            (Some("about"), None, _) => Self::About,
            (Some("articles"), Some(slug), None) => {
                let words = parse_filters(query).words;
                Self::Article(decode(slug), words)
            }
            (Some("years"), Some(UNDATED), None) => Self::Year(YearOf::Undated),
            (Some("years"), Some(year), None) => {
                parse_year(year).map_or(Self::NotFound, |year| Self::Year(YearOf::Year(year)))
            }
            _ => Self::NotFound,
        }
    }

    /// The address, relative to the folder; `./` for the front page.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Front(filters) => {
                let query = query_of(filters);
                if query.is_empty() {
                    "./".to_owned()
                } else {
                    query
                }
            }
            Self::Article(slug, words) => {
                let mut address = "articles/".to_owned();
                encode_into(slug, "+", &mut address);
                address.push('/');
                if !words.is_empty() {
                    address.push_str("?q=");
                    encode_into(words, "+", &mut address);
                }
                address
            }
            Self::About => "about/".to_owned(),
            Self::Year(YearOf::Year(year)) => ["years/", &digits((*year).into()), "/"].concat(),
            Self::Year(YearOf::Undated) => ["years/", UNDATED, "/"].concat(),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// An article with nothing marked.
    #[must_use]
    pub fn article(slug: &str) -> Self {
        Self::Article(slug.to_owned(), String::new())
    }

    /// The front page with nothing asked.
    #[must_use]
    pub fn front() -> Self {
        Self::Front(Filters::default())
    }

    /// The front page with one topic asked for.
    #[must_use]
    pub fn topic(slug: &str) -> Self {
        Self::Front(Filters {
            topics: vec![slug.to_owned()],
            ..Filters::default()
        })
    }

    /// True when both are the same page, whatever is asked of it.
    #[must_use]
    pub fn same_page(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Front(_), Self::Front(_))) || self == other
    }
}

fn parse_filters(query: &str) -> Filters {
    let mut filters = Filters::default();
    for part in query.split('&') {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let value = decode(value);
        if value.is_empty() {
            continue;
        }
        match key {
            "q" => filters.words = value,
            "topic" => filters.topics.push(value),
            "author" => filters.authors.push(value),
            "year" if value == UNDATED => filters.years.push(YearOf::Undated),
            "year" => filters.years.extend(parse_year(&value).map(YearOf::Year)),
            "from" => filters.from = parse_moment(&value),
            "to" => filters.to = parse_moment(&value),
            "text" => {
                filters.survival = match value.as_str() {
                    "full" => Some(Survival::FullText),
                    "headline" => Some(Survival::HeadlineOnly),
                    _ => None,
                }
            }
            "near" => filters.near = value == "1",
            "more" => filters.more = number(&value).unwrap_or(0).min(MOST_MORE),
            "sort" => {
                filters.order = match value.as_str() {
                    "best" => Some(Order::Best),
                    "newest" => Some(Order::Newest),
                    "oldest" => Some(Order::Oldest),
                    _ => None,
                }
            }
            _ => {}
        }
    }
    filters
}

fn query_of(filters: &Filters) -> String {
    let mut query = String::new();
    let mut part = |key: &str, value: &str| {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(key);
        query.push('=');
        encode_into(value, "+", &mut query);
    };
    if !filters.words.is_empty() {
        part("q", &filters.words);
    }
    for topic in &filters.topics {
        part("topic", topic);
    }
    for author in &filters.authors {
        part("author", author);
    }
    for year in &filters.years {
        match year {
            YearOf::Year(year) => part("year", &digits((*year).into())),
            YearOf::Undated => part("year", UNDATED),
        }
    }
    if let Some(from) = filters.from {
        part("from", &moment(from));
    }
    if let Some(to) = filters.to {
        part("to", &moment(to));
    }
    match filters.survival {
        Some(Survival::FullText) => part("text", "full"),
        Some(Survival::HeadlineOnly) => part("text", "headline"),
        None => {}
    }
    match filters.order {
        Some(Order::Best) => part("sort", "best"),
        Some(Order::Newest) => part("sort", "newest"),
        Some(Order::Oldest) => part("sort", "oldest"),
        None => {}
    }
    if filters.near {
        part("near", "1");
    }
    if filters.more > 0 {
        part("more", &digits(filters.more as i64));
    }
    query
}

/// `2003` or `2003-07`.
fn moment(moment: Moment) -> String {
    match moment.month {
        Some(month) => {
            // Written by hand: no formatting is in the module.
            let parting = if month < 10 { "-0" } else { "-" };
            [&digits(moment.year.into()), parting, &digits(month.into())].concat()
        }
        None => digits(moment.year.into()),
    }
}

/// All numbers are read as one type: each other would be another reader of them.
fn number(text: &str) -> Option<usize> {
    text.parse().ok()
}

fn parse_year(text: &str) -> Option<i16> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    Some(i16::try_from(number(digits)?).ok()? * sign)
}

fn parse_moment(text: &str) -> Option<Moment> {
    // A minus in front belongs to the year.
    let split = text.get(1..)?.find('-').map(|at| at + 1);
    let (year, month) = split.map_or((text, None), |at| (&text[..at], Some(&text[at + 1..])));
    let month = match month {
        Some(month) => Some(number(month).filter(|m| (1..=12).contains(m))? as u8),
        None => None,
    };
    Some(Moment {
        year: parse_year(year)?,
        month,
    })
}

/// Percent-encodes all but the unreserved characters of RFC 3986. A space becomes
/// `space`: `+` as forms write it (`+` itself is escaped, so both read back).
pub fn encode_into(text: &str, space: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(byte as char);
            }
            b' ' => out.push_str(space),
            _ => {
                out.push('%');
                out.push(HEX[usize::from(byte >> 4)] as char);
                out.push(HEX[usize::from(byte & 15)] as char);
            }
        }
    }
}

/// Undoes percent-encoding and `+`; a broken escape stands as it is, bytes that
/// are not UTF-8 become U+FFFD.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, beyond @ ..]) => {
                let digit = |byte: u8| (byte as char).to_digit(16);
                if let (Some(high), Some(low)) = (digit(*high), digit(*low)) {
                    bytes.push((high * 16 + low) as u8);
                    rest = beyond;
                } else {
                    bytes.push(b'%');
                }
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_back() {
        fn check(address: &str) {
            assert_eq!(Route::parse(address).address(), address);
        }
        check("./");
        check("about/");
        check("articles/a-sham-election/");
        check("articles/%E6%9D%B1%E4%BA%AC/");
        check("articles/a-sham-election/?q=%22sham+election%22");
        check("years/2003/");
        check("years/undated/");
        check("?q=l%E2%80%99%C3%A9tat+c%2B%2B");
        check("?q=war&topic=iraq-war&topic=elections&author=A+B&year=2003&year=undated");
        check("?q=live+8&near=1&more=2");
        check("?from=2003-02&to=2003-11&text=full&sort=oldest");
        check("?from=-44&to=2003&text=headline&more=3");
    }

    #[test]
    fn one_file_has_fragments() {
        let check = |address: &str, expected: Option<&str>| {
            assert_eq!(linked(address).as_deref(), expected, "{address}");
        };
        check("about/", None);
        set_one_file(true);
        check("./", Some("#"));
        check("?q=a%3Ab", Some("#?q=a%3Ab"));
        check("about/#follow", Some("#about/#follow"));
        check("./#main", Some("##main"));
        check("https://example.org/", None);
        check("mailto:a@example.org", None);
        set_one_file(false);
    }

    #[test]
    fn nonsense_is_left_out() {
        fn check(address: &str, expected: &str) {
            assert_eq!(Route::parse(address).address(), expected);
        }
        check("", "./");
        check("index.html?q=", "./");
        check("?year=x&from=2003-13&text=all&sort=up&=&&%", "./");
        check("?q=100%", "?q=100%25");
        check("articles/", "404.html");
        check("articles/a/b/", "404.html");
        check("wp-login.php", "404.html");
        check("about/#main", "about/");
        check("articles/x/index.html", "articles/x/");
    }
}
