//! Pieces of a page: props in, callbacks out. No browser, no hooks of ours.

pub mod article_body;
pub mod chips;
pub mod cite;
pub mod filter_panel;
pub mod headline_list;
pub mod marked;
pub mod nearby;
pub mod page_frame;
pub mod search_box;
pub mod settings;
#[cfg(feature = "ssr")]
pub mod shortcuts_help;
pub mod still;
pub mod timeline;
