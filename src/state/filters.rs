//! What a reader asks of the front page: words, topics, authors, years, a span
//! of time, what survives, and the order.
//!
//! Within one filter any choice will do; between filters all must hold.

/// A year, or a month of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The year.
    pub year: i16,
    /// 1 to 12, when it is a month.
    pub month: Option<u8>,
}

impl Moment {
    /// The first month it covers, counted in months from year 0.
    #[must_use]
    pub fn first_month(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(1)) - 1
    }

    /// The last month it covers.
    #[must_use]
    pub fn last_month(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(12)) - 1
    }
}

/// The year of an article, as far as a filter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum YearOf {
    /// It falls within one year.
    Year(i16),
    /// It has no date, or one wider than a year.
    Undated,
}

/// How much of an article survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Survival {
    /// The text can be read.
    FullText,
    /// Only the headline is left.
    HeadlineOnly,
}

/// The order of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// What fits the words best comes first.
    Best,
    /// Newest first, undated last.
    Newest,
    /// Oldest first, undated last.
    Oldest,
}

/// Everything asked of the front page; the empty value asks for all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    /// As typed.
    pub words: String,
    /// Topic slugs.
    pub topics: Vec<String>,
    /// Author names.
    pub authors: Vec<String>,
    /// Years.
    pub years: Vec<YearOf>,
    /// Nothing that certainly came before.
    pub from: Option<Moment>,
    /// Nothing that certainly came after.
    pub to: Option<Moment>,
    /// What survives.
    pub survival: Option<Survival>,
    /// In which order; see [`Filters::order`].
    pub order: Option<Order>,
    /// Whether articles that lack a word are listed after those that have all.
    pub near: bool,
    /// How many times "show more" was asked for.
    pub more: usize,
}

/// One choice, as a checkbox or a chip stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A topic by slug.
    Topic(String),
    /// An author by name.
    Author(String),
    /// A year.
    Year(YearOf),
    /// What survives.
    Survival(Survival),
    /// The span of time.
    Span,
    /// The words.
    Words,
}

fn toggled<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if let Some(at) = list.iter().position(|held| *held == value) {
        list.remove(at);
    } else {
        list.push(value);
    }
}

impl Filters {
    /// The order in force: the one chosen, else best first where words say what
    /// is best, else newest first.
    #[must_use]
    pub fn order(&self) -> Order {
        let words = !self.words.trim().is_empty();
        match self.order {
            Some(Order::Best) | None if !words => Order::Newest,
            None => Order::Best,
            Some(order) => order,
        }
    }

    /// True when nothing narrows the archive.
    #[must_use]
    pub fn ask_for_all(&self) -> bool {
        *self
            == Self {
                order: self.order,
                more: self.more,
                ..Self::default()
            }
    }

    /// True when both ask for the same but for the words.
    #[must_use]
    pub fn differ_in_words(&self, other: &Self) -> bool {
        let asked = Self {
            words: self.words.clone(),
            more: self.more,
            ..other.clone()
        };
        *self == asked
    }

    /// Whether a choice is in force.
    #[must_use]
    pub fn holds(&self, choice: &Choice) -> bool {
        match choice {
            Choice::Topic(slug) => self.topics.contains(slug),
            Choice::Author(name) => self.authors.contains(name),
            Choice::Year(year) => self.years.contains(year),
            Choice::Survival(survival) => self.survival == Some(*survival),
            Choice::Span => self.from.is_some() || self.to.is_some(),
            Choice::Words => !self.words.is_empty(),
        }
    }

    /// With a choice turned on or off; a span and words only go off.
    #[must_use]
    pub fn with_toggled(&self, choice: Choice) -> Self {
        let mut next = Self {
            more: 0,
            ..self.clone()
        };
        match choice {
            Choice::Topic(slug) => toggled(&mut next.topics, slug),
            Choice::Author(name) => toggled(&mut next.authors, name),
            Choice::Year(year) => toggled(&mut next.years, year),
            Choice::Survival(survival) => {
                next.survival = (self.survival != Some(survival)).then_some(survival);
            }
            Choice::Span => (next.from, next.to) = (None, None),
            Choice::Words => next.words.clear(),
        }
        next
    }

    /// Every choice in force, in the order chips stand in.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        let mut choices = Vec::new();
        if !self.words.trim().is_empty() {
            choices.push(Choice::Words);
        }
        choices.extend(self.topics.iter().cloned().map(Choice::Topic));
        choices.extend(self.authors.iter().cloned().map(Choice::Author));
        choices.extend(self.years.iter().copied().map(Choice::Year));
        choices.extend(self.survival.map(Choice::Survival));
        if self.holds(&Choice::Span) {
            choices.push(Choice::Span);
        }
        choices
    }
}
