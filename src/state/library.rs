//! The archive as it arrives: waiting, in hand, or failed with a reason.

use std::ops::Deref;
use std::rc::Rc;

use archive::{Archive, Problem, Severity};
use search::Index;
use yew::Reducible;

use super::catalogue::Catalogue;
use super::documents::Filing;
use super::same::Same;
use super::timeline::Timeline;

/// An archive in hand, cheap to clone; equal only to itself.
#[derive(Clone, PartialEq)]
pub struct SharedArchive(Same<Shelf>);

/// What stands behind a [`SharedArchive`].
pub struct Shelf {
    archive: Archive,
    /// The facts of every article, for filters and counts before there is an index.
    pub facts: Index,
    /// The archive as columns.
    pub catalogue: Catalogue,
    /// The bars of the timeline.
    pub timeline: Timeline,
    /// Articles in the tallest bar.
    pub tallest: usize,
    /// Everything found wrong while reading.
    pub problems: Vec<Problem>,
    /// The places of the articles in the order of their slugs. The press looks
    /// up every one of them, a browser the one that is opened.
    #[cfg(not(target_arch = "wasm32"))]
    by_slug: Vec<usize>,
}

impl SharedArchive {
    /// Shares an archive that has been read.
    #[must_use]
    pub fn new(archive: Archive, problems: Vec<Problem>) -> Self {
        let catalogue = Catalogue::new(&archive);
        let timeline = Timeline::new(&catalogue);
        let facts = Filing::facts(&archive, &catalogue);
        let mut bars = vec![0; timeline.bars.len()];
        for bar in catalogue
            .cards
            .iter()
            .filter_map(|card| timeline.bar_of(card))
        {
            bars[bar] += 1;
        }
        let tallest = bars.into_iter().max().unwrap_or(0);
        Self(Same::new(Shelf {
            #[cfg(not(target_arch = "wasm32"))]
            by_slug: {
                let mut places: Vec<usize> = (0..archive.articles.len()).collect();
                places.sort_by_key(|&at| archive.articles.get(at).map(|article| &article.slug));
                places
            },
            archive,
            facts,
            catalogue,
            timeline,
            tallest,
            problems,
        }))
    }

    /// The columns and problems beside the archive.
    #[must_use]
    pub fn shelf(&self) -> &Shelf {
        &self.0
    }

    /// The place of the article at a slug.
    #[must_use]
    #[cfg(target_arch = "wasm32")]
    pub fn find(&self, slug: &str) -> Option<usize> {
        self.articles
            .iter()
            .position(|article| article.slug == slug)
    }

    /// The place of the article at a slug.
    #[must_use]
    #[cfg(not(target_arch = "wasm32"))]
    pub fn find(&self, slug: &str) -> Option<usize> {
        let held = |at: usize| self.articles.get(at).map_or("", |article| &article.slug);
        let places = &self.shelf().by_slug;
        let at = places.binary_search_by(|&at| held(at).cmp(slug)).ok()?;
        places.get(at).copied()
    }
}

impl Deref for SharedArchive {
    type Target = Archive;

    fn deref(&self) -> &Archive {
        &self.0.archive
    }
}

/// A finished index.
pub type SharedIndex = Same<Index>;

/// Why there is no archive to show.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    /// The host answered that there is no such file.
    Missing,
    /// The host did not answer.
    Unreachable,
    /// The host answered with another status.
    Refused(u16),
    /// The file is there and cannot be read; the reasons.
    Unreadable(Vec<Problem>),
}

/// The archive as it arrives.
#[derive(Clone, PartialEq, Default)]
pub enum Library {
    /// On its way.
    #[default]
    Loading,
    /// In hand, perhaps with its index.
    Ready(SharedArchive, Option<SharedIndex>),
    /// Not to be had.
    Failed(Failure),
}

/// What can happen to the library.
pub enum LibraryAction {
    /// The file's bytes have been read, and hold an archive.
    Read(SharedArchive),
    /// The file could not be had.
    Failed(Failure),
    /// The index is built.
    Indexed(SharedIndex),
}

impl LibraryAction {
    /// What a reading of the file comes to.
    #[must_use]
    pub fn read(reading: archive::Reading) -> Self {
        let mut problems = reading.problems;
        match reading.archive {
            Some(archive) => Self::Read(SharedArchive::new(archive, problems)),
            None => {
                problems.retain(|problem| problem.severity == Severity::Fatal);
                Self::Failed(Failure::Unreadable(problems))
            }
        }
    }
}

impl Reducible for Library {
    type Action = LibraryAction;

    fn reduce(self: Rc<Self>, action: LibraryAction) -> Rc<Self> {
        match (action, &*self) {
            (LibraryAction::Read(archive), _) => Rc::new(Self::Ready(archive, None)),
            (LibraryAction::Failed(failure), _) => Rc::new(Self::Failed(failure)),
            (LibraryAction::Indexed(index), Self::Ready(archive, _)) => {
                Rc::new(Self::Ready(archive.clone(), Some(index)))
            }
            (LibraryAction::Indexed(_), _) => self,
        }
    }
}
