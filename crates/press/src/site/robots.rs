//! `robots.txt`: everybody is welcome to everything.
//!
//! It only counts at the top of a host. The sitemap is named when its absolute
//! address is known, as the protocol demands.

use super::base::BaseUrl;

/// The file's text.
pub fn text(base: Option<&BaseUrl>) -> String {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = base {
        text.push_str("Sitemap: ");
        text.push_str(&base.join("sitemap.xml"));
        text.push('\n');
    }
    text
}
