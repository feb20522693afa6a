//! The command `backissue`, without a reader inside: `build` wants one with
//! `--shell`. Publishers get the one of `crates/whole`.

use std::process::ExitCode;

fn main() -> ExitCode {
    press::cmd::main(press::cmd::Inside::default())
}
