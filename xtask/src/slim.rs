//! Compiling the standard library together with the reader, for size.
//!
//! The library that rustup ships is built for speed and carries the machinery
//! for printing panics; rebuilt for size, with a panic a bare trap, the module
//! loses about 26 kB Brotli of 150. The compiler is the stable one; the two
//! options are unstable, hence `RUSTC_BOOTSTRAP`. Nothing depends on it: without
//! the library's source the folder is built all the same and only larger, as it
//! is when Trunk is called by hand.

use std::process::Command;

use crate::failure::Failure;
use crate::house::House;
use crate::steps;
use crate::tools::WASM_TARGET;

/// The component that holds the library's source.
const SOURCE: &str = "rust-src";

/// A panic traps at once, no source path is kept for its message, and `{:?}`
/// writes nothing: nobody reads it in a released reader.
const FLAGS: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// Cargo's `[unstable]` settings, as environment variables, and what else
/// changes; Trunk's hook takes the same names off again before it calls Cargo
/// for the native side.
const SETTINGS: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS),
];

fn has_source(house: &House) -> Result<bool, Failure> {
    let mut list = steps::command("rustup", &house.root);
    list.args(["component", "list", "--installed"]);
    Ok(
        steps::output("looking for the standard library's source", &mut list)?
            .lines()
            .any(|line| line.starts_with(SOURCE)),
    )
}

/// Brings the library's source where rustup can; says so where it cannot.
pub fn set_up(house: &House) -> Result<bool, Failure> {
    if steps::on_path(&["rustup"]).is_none() {
        return Ok(false);
    }
    if has_source(house)? {
        return Ok(true);
    }
    let mut add = steps::command("rustup", &house.root);
    add.args(["component", "add", SOURCE]);
    match steps::run("bringing the standard library's source", &mut add) {
        Ok(()) => Ok(true),
        Err(_) => {
            steps::note(&format!(
                "the {WASM_TARGET} build will be some 24 kB larger without it"
            ));
            Ok(false)
        }
    }
}

/// Has a command's own Cargo calls compile the library too.
pub fn apply(command: &mut Command) {
    command.envs(SETTINGS);
}
