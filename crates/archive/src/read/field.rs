//! Values, taken as they are meant: a number for a text, one text for a list.
//!
//! Every function moves over the value that stands next and notes what was
//! wrong with it. `null` is the same as nothing everywhere.

use super::limits::{MOST_BODY, MOST_ENTRIES, MOST_LINE, MOST_TEXT};
use crate::clean::{cut_at_word, one_line, visible};
use crate::json::{Json, Kind};
use crate::log::quoted;
use crate::{Edtf, Link, Listed, ProblemKind, Severity, Supplied, Wanted};
use std::borrow::Cow;

use Severity::{Dropped, Repaired};

impl<'a> Json<'a> {
    /// A text, as it stands; a number or word is taken for one.
    pub(super) fn text(&mut self) -> Option<Cow<'a, str>> {
        match self.kind() {
            Kind::Text => {
                let raw = self.scan();
                Some(self.decode(raw))
            }
            Kind::Word => {
                let at = self.at();
                let word = self.word();
                self.note(at, Repaired, ProblemKind::WrongType(Wanted::Text));
                Some(Cow::Borrowed(word))
            }
            Kind::Null => {
                self.skip();
                None
            }
            Kind::Object | Kind::List => {
                self.wrong(Wanted::Text);
                None
            }
        }
    }

    /// A text that is whole, without white space around it, and not empty.
    pub(super) fn whole(&mut self) -> Option<Cow<'a, str>> {
        let text = self.text().filter(|_| !self.cut)?;
        match text {
            Cow::Borrowed(text) => Some(Cow::Borrowed(text.trim())),
            Cow::Owned(text) => Some(Cow::Owned(text.trim().to_owned())),
        }
        .filter(|text| !text.is_empty())
    }

    /// As [`Self::whole`], to keep.
    pub(super) fn own(&mut self) -> Option<String> {
        self.whole().map(Cow::into_owned)
    }

    /// A body: a text that says something, as it stands.
    pub(super) fn body(&mut self) -> Option<String> {
        let at = self.place();
        let text = self.text().filter(|text| !text.trim().is_empty())?;
        Some(self.shortened(at, text, MOST_BODY))
    }

    /// A text of one or more paragraphs, without invisible characters.
    pub(super) fn paragraphs(&mut self) -> Option<String> {
        let at = self.place();
        let text = self.whole()?;
        let (text, hidden) = visible(&text);
        self.kept(at, text.into(), hidden, MOST_TEXT)
    }

    /// A text on one line, without invisible characters.
    pub(super) fn line(&mut self) -> Option<String> {
        let at = self.place();
        let text = self.whole()?;
        let (line, hidden) = one_line(&text);
        self.kept(at, line, hidden, MOST_LINE)
    }

    /// What is left of a text without what was hidden in it.
    fn kept(&mut self, at: usize, text: Cow<'_, str>, hidden: bool, most: usize) -> Option<String> {
        if hidden {
            self.note(at, Repaired, ProblemKind::Invisible);
        }
        Some(self.shortened(at, text, most)).filter(|text| !text.is_empty())
    }

    fn shortened(&mut self, at: usize, text: Cow<'_, str>, most: usize) -> String {
        if text.len() <= most {
            return text.into_owned();
        }
        self.note(at, Dropped, ProblemKind::TooLong);
        let mut short = cut_at_word(&text, most).to_owned();
        short.push('…');
        short
    }

    /// Where the next value stands.
    pub(super) fn place(&mut self) -> usize {
        self.kind();
        self.at()
    }

    /// Moves over a value of no use.
    pub(super) fn wrong(&mut self, wanted: Wanted) {
        self.note(self.at(), Dropped, ProblemKind::WrongType(wanted));
        self.skip();
    }

    /// The members of an object.
    pub(super) fn object(&mut self, member: &mut dyn FnMut(&mut Self, &str)) {
        match self.kind() {
            Kind::Object => {
                self.enter();
                let mut entries = 0;
                while let Some(name) = self.name(&mut entries) {
                    member(self, &name);
                }
            }
            Kind::Null => self.skip(),
            _ => self.wrong(Wanted::Object),
        }
    }

    /// The entries of a list; a single value is taken for a list of one.
    pub(super) fn list(&mut self, most: u32, what: Listed, entry: &mut dyn FnMut(&mut Self)) {
        match self.kind() {
            Kind::List => {
                let at = self.at();
                self.enter();
                let mut entries = 0;
                while self.entry(&mut entries) {
                    if entries <= most {
                        entry(self);
                    } else {
                        self.skip();
                    }
                }
                if entries > most {
                    self.note(at, Dropped, ProblemKind::TooMany(what, most));
                }
            }
            Kind::Null => self.skip(),
            Kind::Object | Kind::Text | Kind::Word => {
                self.note(self.at(), Repaired, ProblemKind::WrongType(Wanted::List));
                entry(self);
            }
        }
    }

    /// Texts on one line each.
    pub(super) fn lines(&mut self, what: Listed) -> Vec<String> {
        let mut lines = Vec::new();
        self.list(MOST_ENTRIES, what, &mut |json| lines.extend(json.line()));
        lines
    }

    /// Labels; one text with commas is taken for several.
    pub(super) fn labels(&mut self) -> Vec<String> {
        if self.kind() != Kind::Text {
            return self.lines(Listed::Topics);
        }
        self.note(self.at(), Repaired, ProblemKind::WrongType(Wanted::List));
        let line = self.line().unwrap_or_default();
        let labels = line
            .split(',')
            .map(str::trim)
            .filter(|label| !label.is_empty());
        labels
            .take(MOST_ENTRIES as usize)
            .map(str::to_owned)
            .collect()
    }

    /// `authors` or `author`: objects with a `name`, or just names.
    pub(super) fn names(&mut self, names: &mut Vec<String>) {
        let mut one = |json: &mut Self| match json.kind() {
            Kind::Object => json.object(&mut |json, member| match member {
                "name" => names.extend(json.line()),
                _ => json.skip(),
            }),
            _ => names.extend(json.line()),
        };
        match self.kind() {
            // JSON Feed 1.0 has one author, an object.
            Kind::Object => one(self),
            _ => self.list(MOST_ENTRIES, Listed::Authors, &mut one),
        }
    }

    /// A date: EDTF first, then what is common and unambiguous.
    pub(super) fn date(&mut self) -> Option<Edtf> {
        let at = self.place();
        let text = self.whole()?;
        if let Some(date) = Edtf::parse(&text) {
            return Some(date);
        }
        let loose = Edtf::parse_loose(&text);
        match &loose {
            Some(date) => {
                let read = date.source().to_owned();
                self.note(at, Repaired, ProblemKind::LooseDate(quoted(&text), read));
            }
            None => self.note(at, Dropped, ProblemKind::BadDate(quoted(&text))),
        }
        loose
    }

    /// An absolute address on the web.
    pub(super) fn web_address(&mut self) -> Option<String> {
        let at = self.place();
        let text = self.whole()?;
        let address = Link::web(&text);
        if address.is_none() {
            self.note(at, Dropped, ProblemKind::BadAddress(quoted(&text)));
        }
        address
    }

    /// A language tag; `en_GB` is taken for `en-GB`.
    pub(super) fn language(&mut self) -> Option<String> {
        let at = self.place();
        let text = self.whole()?;
        let tag = text.replace('_', "-");
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or_default();
        let good = (2..=8).contains(&first.len())
            && first.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| {
                (1..=8).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        if !good || tag != *text {
            let severity = if good { Repaired } else { Dropped };
            self.note(at, severity, ProblemKind::BadLanguage(quoted(&text)));
        }
        good.then_some(tag)
    }

    /// `supplied`: the facts that are the archivist's.
    pub(super) fn supplied(&mut self) -> Supplied {
        let mut supplied = Supplied::default();
        self.list(MOST_ENTRIES, Listed::Words, &mut |json| {
            let at = json.place();
            let Some(word) = json.whole() else { return };
            match &*word {
                "date" => supplied.date = true,
                "tags" | "topics" => supplied.topics = true,
                "headline" | "title" => supplied.headline = true,
                "authors" => supplied.authors = true,
                _ => json.note(at, Dropped, ProblemKind::UnknownSupplied(quoted(&word))),
            }
        });
        supplied
    }

    /// An address to write to, and nothing a mail program could take for more.
    pub(super) fn email(&mut self) -> Option<String> {
        let at = self.place();
        let text = self.whole()?;
        let email = text.strip_prefix("mailto:").unwrap_or(&text);
        let plain = |part: &str| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+'))
        };
        let good = email.len() <= 254
            && email
                .split_once('@')
                .is_some_and(|(name, host)| plain(name) && plain(host) && host.contains('.'));
        if !good {
            self.note(at, Dropped, ProblemKind::BadEmail(quoted(&text)));
        }
        good.then(|| email.to_owned())
    }
}
