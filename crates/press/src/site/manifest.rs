//! `manifest.webmanifest`: the archive as an app on a device's start screen.
//!
//! Addresses in it are relative to the folder, but for the `id`, which browsers
//! resolve against the host alone (W3C Web Application Manifest, "processing
//! the id member"): `./` would be one app for all archives of a host.

use archive::Archive;
use serde_json::{Value, json};

use super::base::BaseUrl;
use super::document::PAPER;
use super::identity;
use crate::folder::Folder;

/// The file.
pub const MANIFEST: &str = "manifest.webmanifest";

/// The icon that fills its square, with nothing that matters outside the
/// circle a launcher may cut. iOS cuts corners itself and wants the same.
const FULL: &str = "icon-maskable-512.png";

/// Icons: file, `sizes`, `purpose`. The pictures come with the shell
/// (`static/icons.mjs` draws them).
const ICONS: [(&str, &str, &str); 4] = [
    ("icon.svg", "any", "any"),
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    (FULL, "512x512", "maskable"),
];

/// As many characters as fit below an icon on a start screen (the manifest
/// specification leaves it open; launchers cut after about this many).
const SHORT_NAME: usize = 12;

/// The manifest as text; it names the icons that are in the folder.
pub fn text(folder: &Folder, archive: &Archive, base: Option<&BaseUrl>) -> String {
    let icons: Vec<Value> = ICONS
        .iter()
        .filter(|(file, ..)| folder.path(file).is_file())
        .map(|(file, sizes, purpose)| {
            let kind = if file.ends_with(".svg") {
                "image/svg+xml"
            } else {
                "image/png"
            };
            json!({ "src": file, "sizes": sizes, "type": kind, "purpose": purpose })
        })
        .collect();
    let mut manifest = json!({
        "id": id(archive, base),
        "name": archive.title,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER[0].1,
        "theme_color": PAPER[0].1,
        "icons": icons,
    });
    if archive.title.chars().count() <= SHORT_NAME {
        manifest["short_name"] = json!(archive.title);
    }
    if let Some(language) = &archive.language {
        manifest["lang"] = json!(language);
    }
    if let Some(description) = &archive.description {
        manifest["description"] = json!(description);
    }
    // Keys in serde's order, so the same archive gives the same bytes.
    format!("{manifest:#}\n")
}

/// What tells this app from every other of its host: where it stands, or else
/// a name made from the archive's.
fn id(archive: &Archive, base: Option<&BaseUrl>) -> String {
    base.map_or_else(
        || {
            format!(
                "/backissue-{}",
                identity::short_hash(archive.title.as_bytes())
            )
        },
        |base| base.path().to_owned(),
    )
}

/// What the pages' heads link to.
pub fn links(folder: &Folder) -> Vec<(&'static str, &'static str)> {
    let mut links = vec![("manifest", MANIFEST)];
    if folder.path(FULL).is_file() {
        links.push(("apple-touch-icon", FULL));
    }
    links
}
