//! Shared values that are equal only to themselves: what is costly to compare
//! and is made anew when it changes.

use std::ops::Deref;

// The press renders pages on several threads, which share one archive.
#[cfg(target_arch = "wasm32")]
use std::rc::Rc as Counted;
#[cfg(not(target_arch = "wasm32"))]
use std::sync::Arc as Counted;

/// A shared value; cheap to clone and to compare.
pub struct Same<T>(Counted<T>);

impl<T> Same<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Counted::new(value))
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Counted::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
