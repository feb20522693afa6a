//! The archive as one file: an HTML document that holds reader, words, styles
//! and archive, opens from a disk, and asks nobody for anything.
//!
//! Words: the *pack* is what the reader would fetch from a folder, file after
//! file, compressed and written as text into the page; `static/one-file.js`
//! unpacks it again. Articles and headlines stand in the page besides, so that it reads
//! without JavaScript.
//!
//! A local file has no origin that could load another, so nothing is loaded:
//! scripts and style stand in the page, and the policy names them by their hashes.

use std::fmt::Write as _;

mod beside;
mod pack;

use archive::Archive;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use reader::head::Head;
use reader::pages::front::PAGE;
use reader::route::Route;
use reader::state::library::SharedArchive;
use sha2::{Digest, Sha256};

use self::pack::Pack;
use super::document::{colours, failure, opening, own_language, tags};
use super::pages::render;
use super::shell::Shell;
use super::theme::{self, Look};
use super::{ARCHIVE, Options, citations, policy};
use crate::Error;
use crate::folder::Folder;
use crate::html::Escaped;
use crate::stems;
use crate::words::{self, Files, Speech};

/// What unpacks the rest; it stands in the page as a person wrote it.
const UNPACK: &str = include_str!("../../../../static/one-file.js");

/// The style of the pages that are read without JavaScript.
const STYLE: &str = include_str!("../../../../static/one-file.css");

/// The reader's module in the pack.
const WASM: &str = "reader.wasm";

/// What the scripts call the loader that wasm-bindgen made.
const LOADER: &str = "globalThis.backissue.script";

/// An archive as a file has it: its bytes, and what was read from them.
#[derive(Debug)]
pub struct Source<'a> {
    /// The file.
    pub bytes: Vec<u8>,
    /// What is in it.
    pub archive: Archive,
    /// Whether something in it is wrong, which the reader will want words for.
    pub problems: bool,
    /// The folder in which the pictures of its articles lie.
    pub beside: Folder,
    /// What the publisher wants. References lead to where the archive stands as a
    /// folder, when it does; how devices keep that is nothing to a file.
    pub options: &'a Options,
}

/// The whole document.
///
/// # Errors
/// When the shell lacks one of the reader's files or one cannot be read.
pub fn html(shell: &Folder, source: Source<'_>) -> Result<String, Error> {
    let names = Shell::find(shell)?;
    let text = |name: &str| Ok(String::from_utf8_lossy(&shell.read(name)?).into_owned());
    let (files, written) = words::files()?;
    let speech = Speech::of(source.archive.language.as_deref(), written);
    words::speak(speech.language)?;

    let mut pack = Pack::default();
    pack.add(WASM, &shell.read(&names.wasm)?);
    pack.add(ARCHIVE, &source.bytes);
    for Files {
        first, problems, ..
    } in &files
    {
        pack.add(&first.0, first.1.as_bytes());
        // Nobody asks for words about problems where there are none.
        if source.problems {
            pack.add(&problems.0, problems.1.as_bytes());
        }
    }
    for (name, stemmer) in stems::files(&source.archive) {
        pack.add(name, stemmer);
    }

    for article in &source.archive.articles {
        for (name, text) in citations::files(&source.archive, article, source.options.base.as_ref())
        {
            pack.add(&name, text.as_bytes());
        }
    }

    for name in beside::files(&source.archive) {
        // What is not there is missing in a folder too.
        if let Ok(bytes) = source.beside.read(&name) {
            pack.add(&name, &bytes);
        }
    }

    let scripts = [
        UNPACK.to_owned(),
        loader(text(&names.script)?).ok_or_else(|| Error::Shell {
            folder: shell.root().to_owned(),
            missing: "default export of the reader script",
        })?,
        text(&names.start)?,
    ];
    let settings = &source.options.settings;
    let logo = settings.logo.as_ref().map(|logo| {
        let kind = logo.media_type();
        format!("data:{kind};base64,{}", BASE64.encode(&logo.bytes))
    });
    let own = theme::css(settings, logo.as_deref());
    let style = [&text(&names.style)?, STYLE, &own].concat();
    if scripts
        .iter()
        .chain([&style])
        .any(|inline| ends_early(inline))
    {
        return Err(Error::Shell {
            folder: shell.root().to_owned(),
            missing: "script or style that can stand in a page (one holds `</` or `<!--`)",
        });
    }
    let icon = names.icon.as_deref().map(|name| shell.read(name));
    let icon = icon.transpose()?;

    let archive = SharedArchive::new(source.archive, Vec::new());
    let (body, beside) = render(async {
        let many = archive.articles.len() > PAGE;
        let years = if many {
            archive.shelf().catalogue.years.as_slice()
        } else {
            &[]
        };
        let body = reader::prerender::one_file(&archive, years).await;
        (body, reader::prerender::beside().await)
    })?;

    let Head { title, tags: said } = reader::head::head(&archive, &Route::front());
    let language = match &archive.language {
        Some(language) if speech.own => language,
        _ => speech.language.tag,
    };
    let policy = policy::one_file(
        &scripts.each_ref().map(|script| hash(script)),
        &hash(&style),
    );
    let mut out = String::with_capacity(body.len() + source.bytes.len() + (1 << 19));
    opening(&mut out, (language, &speech), " data-one-file", &policy);
    let _ = writeln!(
        out,
        "<title>{}</title>\n<style>{style}</style>",
        Escaped(&title)
    );
    colours(&mut out, &Look::of(settings));
    tags(&mut out, &said);
    if let Some(icon) = icon {
        let _ = writeln!(
            out,
            "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">",
            BASE64.encode(icon)
        );
    }
    let _ = write!(
        out,
        "</head>\n<body>\n<div id=\"page\">{body}</div>\n{beside}\n"
    );
    failure(&mut out);
    let packed = pack.packed();
    let _ = writeln!(
        out,
        "<script type=\"text/plain\" id=\"pack\" data-length=\"{}\">{}</script>",
        packed.len(),
        pack::text(&packed)
    );
    let [unpack, loader, start] = scripts;
    let _ = writeln!(out, "<script type=\"module\">{unpack}</script>");
    let _ = writeln!(out, "<script type=\"module\">{loader}</script>");
    let _ = writeln!(
        out,
        "<script type=\"module\"{} data-words=\"{}\" data-wasm=\"{WASM}\">{start}</script>",
        own_language(&speech),
        Escaped(&speech.files),
    );
    out.push_str("</body>\n</html>\n");
    Ok(out)
}

/// The loader as a script of its own: what it exports by default is put where
/// the start script looks for it, since from a local file no module can be had by
/// its address. Nothing where it exports none.
fn loader(mut script: String) -> Option<String> {
    let (before, _) = script.rsplit_once(" as default")?;
    let local = before.rfind(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))? + 1;
    let local = before[local..].to_owned();
    let _ = write!(script, "\n{LOADER} = {{ default: {local} }};");
    Some(script)
}

/// Whether a page would take something in a script or style for its end, or for a
/// comment, inside which the end is not seen.
fn ends_early(inline: &str) -> bool {
    let inline = inline.to_ascii_lowercase();
    ["</script", "</style", "<!--", "<script"]
        .iter()
        .any(|mark| inline.contains(mark))
}

/// What a policy calls an inline script or style.
fn hash(inline: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(inline)))
}
