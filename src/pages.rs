//! One file a page. Pages use components and hooks and do not know each other.

pub mod about;
pub mod article;
pub mod failure;
pub mod front;
pub mod not_found;
pub mod year;
