//! What is cited.

use archive::{Archive, Article, Edtf};

/// An article in a periodical, with what there is to say of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Work<'a> {
    /// Unique in the archive and fit for an address; records are named by it.
    pub slug: &'a str,
    /// The headline on one line.
    pub title: &'a str,
    /// Names as the source gives them.
    pub authors: &'a [String],
    /// The periodical's name.
    pub periodical: &'a str,
    /// When it was published.
    pub date: Option<&'a Edtf>,
    /// True when the archivist supplied the date and the source does not give it.
    pub supplied: bool,
    /// The date in words, for where a format has no better way to be honest.
    pub date_said: String,
    /// BCP 47.
    pub language: Option<&'a str>,
    /// Where it can be read.
    pub address: Option<String>,
    /// Subjects.
    pub topics: Vec<&'a str>,
    /// A summary from the source.
    pub summary: Option<&'a str>,
    /// What who cites it should know: that the text is lost, what was supplied.
    pub remark: String,
}

impl<'a> Work<'a> {
    /// The work an article is. Words are the caller's: [`Work::date_said`] and
    /// [`Work::remark`] stay empty, and the address is where the article stood.
    #[must_use]
    pub fn of(archive: &'a Archive, article: &'a Article) -> Self {
        Self {
            slug: &article.slug,
            title: &article.headline.text,
            authors: &article.authors,
            periodical: &archive.title,
            date: article.date.as_ref(),
            supplied: article.supplied.date,
            date_said: String::new(),
            language: article.language.as_deref().or(archive.language.as_deref()),
            address: article.url.clone(),
            topics: article
                .topics
                .iter()
                .filter_map(|&at| archive.topics.get(usize::from(at)))
                .map(|topic| topic.label.as_str())
                .collect(),
            summary: article.summary.as_deref(),
            remark: String::new(),
        }
    }

    /// A key for the record: letters, digits and hyphens of ASCII, which every
    /// program takes. Other characters stand as their numbers, so that works with
    /// different slugs have different keys.
    #[must_use]
    pub fn key(&self) -> String {
        let mut key = String::with_capacity(self.slug.len());
        for letter in self.slug.chars() {
            if letter.is_ascii_alphanumeric() || letter == '-' {
                key.push(letter);
            } else {
                if !key.is_empty() && !key.ends_with('-') {
                    key.push('-');
                }
                key.push_str(&format!("u{:x}-", u32::from(letter)));
            }
        }
        if key.is_empty() {
            key.push_str("article");
        }
        key
    }
}

/// A text on one line: what a line break, a tab or a control character parted is
/// parted by a space.
pub(crate) fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address without what would end a field or a line: spaces, controls, braces
/// and backslashes become their percent-encodings.
pub(crate) fn address(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '{' | '}' | '\\' | '"' | '<' | '>' | '`' | '^' | '|' => {
                out.push_str(&format!("%{:02X}", u32::from(letter)));
            }
            letter if letter.is_control() || letter.is_whitespace() => {
                let mut bytes = [0; 4];
                for byte in letter.encode_utf8(&mut bytes).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
            letter => out.push(letter),
        }
    }
    out
}
