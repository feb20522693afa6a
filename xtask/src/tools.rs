//! The pinned tools and their cached places: `<cache>/<name>-<version>/`.
//!
//! A tool is there when its program is there; the version is in the folder's
//! name, so a new pin is a new folder and nothing is ever upgraded in place.
//! Nothing outside the cached place is written, and PATH is set for the
//! commands run here only.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::house::House;
use crate::steps;

/// The target the reader is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A program installed with `cargo install`.
struct CargoTool {
    name: &'static str,
    version: &'static str,
    program: &'static str,
    /// Whether the crate's own lock file is used. wasm-bindgen-cli's does not
    /// resolve with current registries; the other two want theirs.
    locked: bool,
}

/// Must equal the `wasm-bindgen` pin in the root `Cargo.toml`.
const WASM_BINDGEN: CargoTool = CargoTool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    locked: false,
};
const TRUNK: CargoTool = CargoTool {
    name: "trunk",
    version: "0.21.14",
    program: "trunk",
    locked: true,
};
const WASM_PACK: CargoTool = CargoTool {
    name: "wasm-pack",
    version: "0.15.1",
    program: "wasm-pack",
    locked: true,
};

/// npm's binaryen carries `wasm-opt`; a distribution's is often too old to
/// parse what today's compiler writes.
const BINARYEN: &str = "132.0.0";

/// Minifies the scripts; npm's, because it is the one most sites are built with.
const TERSER: &str = "5.51.2";

/// These programs run for seconds at a time, so they are compiled for a short
/// installation rather than for speed.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// What `build` and `serve` need.
pub fn for_building(house: &House) -> Result<(), Failure> {
    wasm_target()?;
    crate::node::present()?;
    cargo_tool(house, &WASM_BINDGEN)?;
    cargo_tool(house, &TRUNK)?;
    npm_tool(house, "binaryen", BINARYEN)?;
    npm_tool(house, "terser", TERSER)
}

/// What `test` needs besides.
pub fn for_testing(house: &House) -> Result<(), Failure> {
    for_building(house)?;
    cargo_tool(house, &WASM_PACK)
}

/// What format and clippy need.
pub fn for_linting() -> Result<(), Failure> {
    wasm_target()?;
    component("rustfmt", "cargo-fmt")?;
    component("clippy", "cargo-clippy")
}

/// Puts the tools first on a command's PATH.
pub fn on<'c>(command: &'c mut Command, house: &House) -> Result<&'c mut Command, Failure> {
    let places = [
        place(house, WASM_BINDGEN.name, WASM_BINDGEN.version).join("bin"),
        place(house, TRUNK.name, TRUNK.version).join("bin"),
        place(house, WASM_PACK.name, WASM_PACK.version).join("bin"),
        npm_folder(house, "binaryen", BINARYEN).join(".bin"),
    ];
    let path = env::var_os("PATH").unwrap_or_default();
    let joined: OsString = env::join_paths(places.into_iter().chain(env::split_paths(&path)))
        .map_err(|_| {
            Failure::Usage(format!(
                "the tools' place {} holds a character PATH cannot hold; set BACKISSUE_TOOLS",
                house.tools.display()
            ))
        })?;
    Ok(command.env("PATH", joined))
}

/// A tool's program in its cached place.
pub fn trunk(house: &House) -> PathBuf {
    program(house, &TRUNK)
}

/// As [`trunk`].
pub fn wasm_pack(house: &House) -> PathBuf {
    program(house, &WASM_PACK)
}

fn place(house: &House, name: &str, version: &str) -> PathBuf {
    house.tools.join(format!("{name}-{version}"))
}

fn program(house: &House, tool: &CargoTool) -> PathBuf {
    place(house, tool.name, tool.version)
        .join("bin")
        .join(format!("{}{}", tool.program, env::consts::EXE_SUFFIX))
}

fn cargo_tool(house: &House, tool: &CargoTool) -> Result<(), Failure> {
    if program(house, tool).is_file() {
        return Ok(());
    }
    let mut install = steps::command("cargo", &house.root);
    install
        .args(["install", "--version", tool.version, "--root"])
        .arg(place(house, tool.name, tool.version))
        // One folder for all three, so that what they share compiles once.
        .env("CARGO_TARGET_DIR", house.tools.join("target"))
        .envs(QUICK_PROFILE);
    if tool.locked {
        install.arg("--locked");
    }
    install.arg(tool.name);
    steps::run(
        &format!(
            "installing {} {} (once; takes some minutes)",
            tool.name, tool.version
        ),
        &mut install,
    )
}

fn npm_folder(house: &House, name: &str, version: &str) -> PathBuf {
    place(house, name, version).join("node_modules")
}

fn npm_tool(house: &House, name: &str, version: &str) -> Result<(), Failure> {
    if npm_folder(house, name, version).join(name).exists() {
        return Ok(());
    }
    let place = place(house, name, version);
    std::fs::create_dir_all(&place).map_err(Failure::file(&place))?;
    steps::run(
        &format!("installing {name} {version} (once)"),
        steps::command("npm", &place)
            .args([
                "install",
                "--no-fund",
                "--no-audit",
                "--no-save",
                "--prefix",
            ])
            .arg(&place)
            .arg(format!("{name}@{version}")),
    )
}

/// terser's program, where it is installed.
pub fn terser(house: &House) -> Option<PathBuf> {
    let program = npm_folder(house, "terser", TERSER).join("terser/bin/terser");
    program.is_file().then_some(program)
}

fn wasm_target() -> Result<(), Failure> {
    let sysroot = steps::output(
        "asking rustc where its libraries are",
        Command::new("rustc").args(["--print", "sysroot"]),
    )?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .is_dir()
    {
        return Ok(());
    }
    if steps::on_path(&["rustup"]).is_none() {
        return Err(Failure::Missing {
            what: format!("The Rust target {WASM_TARGET}"),
            next: "install rustup from https://rustup.rs, then run this again".to_owned(),
        });
    }
    steps::run(
        &format!("adding the Rust target {WASM_TARGET}"),
        Command::new("rustup").args(["target", "add", WASM_TARGET]),
    )
}

fn component(name: &str, program: &str) -> Result<(), Failure> {
    // rustup puts a stand-in on PATH for a component that is not installed;
    // only running it tells.
    if steps::succeeds(Command::new(program).arg("--version")) {
        return Ok(());
    }
    steps::run(
        &format!("adding the Rust component {name}"),
        Command::new("rustup").args(["component", "add", name]),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pinned_wasm_bindgen_is_the_one_in_the_lock_file() {
        let lock =
            std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock"))
                .unwrap();
        let wanted = format!(
            "name = \"wasm-bindgen\"\nversion = \"{}\"",
            WASM_BINDGEN.version
        );
        assert!(
            lock.contains(&wanted),
            "Cargo.lock and tools.rs pin different wasm-bindgens"
        );
    }

    #[test]
    fn each_version_has_its_own_place() {
        let house = House {
            root: "/r".into(),
            tools: "/t".into(),
        };
        assert!(trunk(&house).starts_with("/t/trunk-0.21.14/bin"));
    }
}
