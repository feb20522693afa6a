//! `cargo xtask shrink`: makes the loaders that wasm-bindgen wrote smaller, in
//! the folder Trunk has just filled: the reader's and the builder's. Trunk calls it
//! as a hook.
//!
//! Three things: every import of a module, and every export that only the loader
//! knows, gets a name of a letter or two in place of one of thirty (the names stand
//! in both files, so both change); what no page asks the loader for is left out;
//! and the scripts are minified by terser. Some 6 kB Brotli of 150.
//!
//! It refuses to guess: a module it cannot read stays as it is, and the folder
//! works all the same.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::house::House;
use crate::{steps, tools};

mod names;

/// Set by Trunk for its hooks.
const STAGING: &str = "TRUNK_STAGING_DIR";

/// Set by Trunk for its hooks: `debug` or `release`.
const PROFILE: &str = "TRUNK_PROFILE";

/// The page that names the files.
const INDEX: &str = "index.html";

/// What a module's file is called, after its binary's name and perhaps a hash.
const MODULE: &str = "_bg.wasm";

/// The module's name for what it imports, as wasm-bindgen gives it; both sides
/// know it by this after shrinking.
const SHORT_MODULE: &str = "r";

/// What the loader offers, and what pages ask for: a module of this size cannot be
/// had at once, and terser leaves out what nobody can reach.
const WITH_SYNC: &str = "export { initSync, __wbg_init as default }";
const WITHOUT_SYNC: &str = "export { __wbg_init as default }";

/// How terser is asked to write. `unsafe_arrows` and `unsafe_methods` shorten
/// functions that nobody constructs or asks for their prototype.
const COMPRESS: &str = "passes=3,ecma=2020,unsafe_arrows,unsafe_methods";

/// The loader's warnings besides: they are for whoever calls it wrongly, and the one
/// about a host that sends WebAssembly by another name changes nothing for a reader.
const UNWARNED: &str = ",drop_console=[\"warn\"]";

/// Shrinks the loader in Trunk's staging folder; nothing in a debug build.
pub fn run(house: &House) -> Result<(), Failure> {
    let Some(staging) = env::var_os(STAGING).map(PathBuf::from) else {
        return Err(Failure::Usage(
            "`shrink` is called by Trunk; run `cargo xtask build`".to_owned(),
        ));
    };
    if env::var(PROFILE).is_ok_and(|profile| profile == "debug") {
        return Ok(());
    }
    let index = staging.join(INDEX);
    let mut page = std::fs::read_to_string(&index).map_err(Failure::file(&index))?;
    let (wasm, script) = module(&staging, "reader")?;
    let (builder, loader) = module(&staging, "builder")?;
    shorten(&wasm, &script)?;
    shorten(&builder, &loader)?;
    for (script, warnings) in [
        (&script, UNWARNED),
        (&loader, UNWARNED),
        (&staging.join("start.js"), ""),
        (&staging.join("indexer.js"), ""),
        (&staging.join("device.js"), ""),
        (&staging.join("offline.js"), ""),
    ] {
        if script.is_file() {
            minify(house, script, &[COMPRESS, warnings].concat())?;
        }
    }
    // The reader's names carry a hash of what Trunk wrote; they must follow what it is
    // now. The builder's have none yet: the press names it, as it does the scripts.
    for file in [&wasm, &script] {
        let bytes = std::fs::read(file).map_err(Failure::file(file))?;
        let old = name(file);
        let stem = old.split('-').next().unwrap_or("reader");
        let tail = if old.ends_with(".js") { ".js" } else { MODULE };
        let new = format!("{stem}-{:016x}{tail}", fnv(&bytes));
        std::fs::rename(file, file.with_file_name(&new)).map_err(Failure::file(file))?;
        page = page.replace(&old, &new);
    }
    std::fs::write(&index, page).map_err(Failure::file(&index))
}

fn name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// A binary's module and its loader.
fn module(folder: &Path, binary: &str) -> Result<(PathBuf, PathBuf), Failure> {
    let entries = std::fs::read_dir(folder).map_err(Failure::file(folder))?;
    let wasm = entries
        .flatten()
        .map(|entry| entry.path())
        .find(|path| name(path).starts_with(binary) && name(path).ends_with(MODULE))
        .ok_or_else(|| Failure::Missing {
            what: format!("A file {binary}*{MODULE} in {}", folder.display()),
            next: "build the folder again with `cargo xtask build`".to_owned(),
        })?;
    let loader = wasm.with_file_name(name(&wasm).replace(MODULE, ".js"));
    Ok((wasm, loader))
}

fn shorten(wasm: &Path, script: &Path) -> Result<(), Failure> {
    let module = std::fs::read(wasm).map_err(Failure::file(wasm))?;
    let Some((module, names)) = names::renamed(&module, SHORT_MODULE) else {
        steps::note("the module's names could not be read; they stay as they are");
        return Ok(());
    };
    let mut text = std::fs::read_to_string(script).map_err(Failure::file(script))?;
    for (old, new) in &names {
        text = text.replace(old, new);
    }
    text = text.replace(WITH_SYNC, WITHOUT_SYNC);
    std::fs::write(script, text).map_err(Failure::file(script))?;
    std::fs::write(wasm, module).map_err(Failure::file(wasm))
}

fn minify(house: &House, script: &Path, compress: &str) -> Result<(), Failure> {
    let Some(terser) = tools::terser(house) else {
        steps::note("terser is not installed; the scripts stay as they are");
        return Ok(());
    };
    let mut command = steps::command("node", &house.root);
    command
        .arg(terser)
        .args(["--module", "--compress", compress, "--mangle", "--output"])
        .arg(script)
        .arg(script);
    steps::run(&format!("minifying {}", name(script)), &mut command)
}

/// FNV-1a, 64 bits (draft-eastlake-fnv): a name for a content, no protection
/// against anybody.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
