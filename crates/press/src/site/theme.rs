//! The archive's own look: a small style sheet beside the reader's, its logo, and
//! its social card.
//!
//! Nothing of it stands in a page: the policy allows no inline style, and the
//! reader's own files stay the same for every archive.

use archive::Archive;

use super::card;
use super::identity::short_hash;
use crate::Error;
use crate::folder::Folder;
use crate::settings::{Scheme, Settings};

/// What pages say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The style sheet, when the publisher wants another look than the reader's.
    pub style: Option<String>,
    /// The paper's colour in each scheme, for the browser's own frame.
    pub papers: [(&'static str, String); 2],
    /// The social card and what it shows.
    pub card: Option<(String, String)>,
}

/// Writes style sheet, logo and card.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Folder, archive: &Archive, settings: &Settings) -> Result<Look, Error> {
    let mut look = Look::of(settings);
    if let Some(logo) = &settings.logo {
        folder.write(&logo.name, &logo.bytes)?;
    }
    let css = css(
        settings,
        settings.logo.as_ref().map(|logo| logo.name.as_str()),
    );
    if !css.is_empty() {
        let name = format!("theme-{}.css", short_hash(css.as_bytes()));
        folder.write(&name, css)?;
        look.style = Some(name);
    }
    let colours = settings.light.unwrap_or_else(|| Scheme::Light.own());
    if let Some(card) = card::draw(archive, &colours) {
        let name = format!("card-{}.png", short_hash(&card));
        folder.write(&name, card)?;
        look.card = Some((name, card::description(archive)));
    }
    Ok(look)
}

impl Look {
    /// The colours alone.
    pub fn of(settings: &Settings) -> Self {
        let paper = |scheme: Scheme, chosen: &Option<crate::settings::Palette>| {
            let palette = chosen.unwrap_or_else(|| scheme.own());
            (scheme.name(), palette.paper.to_string())
        };
        Self {
            style: None,
            papers: [
                paper(Scheme::Light, &settings.light),
                paper(Scheme::Dark, &settings.dark),
            ],
            card: None,
        }
    }
}

/// The style sheet; it comes after the reader's and uses the same selectors.
/// `logo` is where the logo is to be had.
pub fn css(settings: &Settings, logo: Option<&str>) -> String {
    let mut css = String::new();
    if let Some(light) = &settings.light {
        css.push_str(&format!(":root {{ {} }}\n", light.css()));
    }
    if let Some(dark) = &settings.dark {
        let colours = dark.css();
        css.push_str(&format!(
            ":root[data-theme=\"dark\"] {{ {colours} }}\n@media (prefers-color-scheme: dark) {{\n  :root:not([data-theme=\"light\"], [data-theme=\"sepia\"]) {{ {colours} }}\n}}\n"
        ));
    }
    if let Some(logo) = logo {
        // The name stands below it in words, so the picture needs none.
        css.push_str(&format!(
            ".masthead::before {{ content: \"\"; display: block; height: clamp(3rem, 10vw, 5rem); margin-bottom: .6rem; background: url(\"{}\") center / contain no-repeat; print-color-adjust: exact; }}\n",
            logo
        ));
    }
    css
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn only_what_was_chosen_is_in_the_sheet() {
        for (toml, wanted) in [
            ("", &[][..]),
            ("title = \"T\"", &[]),
            (
                "[colours.light]\naccent = \"#0b5d1e\"",
                &["\n:root {", "--accent: #0b5d1e"],
            ),
            (
                "[colours.dark]\naccent = \"#8ecae6\"",
                &[
                    "\n:root[data-theme=\"dark\"] {",
                    "prefers-color-scheme: dark",
                    "#8ecae6",
                ],
            ),
        ] {
            let (settings, faults) = crate::settings::read(toml, Path::new("."));
            assert_eq!(faults, []);
            let css = format!("\n{}", css(&settings, None));
            assert_eq!(css == "\n", wanted.is_empty(), "{css}");
            for part in wanted {
                assert!(css.contains(part), "{css}");
            }
        }
    }

    #[test]
    fn the_selectors_are_the_style_sheets() {
        let style = include_str!("../../../../style.css");
        for selector in [
            ":root[data-theme=\"dark\"] {",
            "@media (prefers-color-scheme: dark) {\n  :root:not([data-theme=\"light\"], [data-theme=\"sepia\"]) {",
            ".masthead {",
        ] {
            assert!(style.contains(selector), "{selector}");
        }
    }
}
