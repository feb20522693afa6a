//! The command `backissue` as publishers get it: the press, and inside it the
//! built reader and the licences of everything.
//!
//! A crate of its own, so that the press need not be compiled again for it. The
//! reader must be built before this is, by `cargo xtask package`.

use std::process::ExitCode;

use press::cmd::Inside;

#[cfg(feature = "inside")]
const INSIDE: Inside = Inside {
    reader: Some(include_bytes!(concat!(
        env!("BACKISSUE_INSIDE"),
        "/reader.pack"
    ))),
    licences: Some(include_str!(concat!(
        env!("BACKISSUE_INSIDE"),
        "/licences.txt"
    ))),
};

#[cfg(not(feature = "inside"))]
const INSIDE: Inside = Inside {
    reader: None,
    licences: None,
};

fn main() -> ExitCode {
    press::cmd::main(INSIDE)
}
