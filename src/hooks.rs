//! Where state and browser meet; nothing else sees both.

pub mod use_library;
pub mod use_lists;
pub mod use_matches;
pub mod use_navigation;
pub mod use_page_tools;
pub mod use_preferences;
pub mod use_results;
pub mod use_search_field;
pub mod use_shortcuts;
pub mod use_span_choice;
pub mod use_staged;
