//! The command `backissue`. What it can do is in `press::cmd`; here are only the
//! exit code and, in a whole program, what it carries.

use std::process::ExitCode;

use press::cmd::Inside;

#[cfg(feature = "whole")]
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

#[cfg(not(feature = "whole"))]
const INSIDE: Inside = Inside {
    reader: None,
    licences: None,
};

fn main() -> ExitCode {
    match press::cmd::run(lexopt::Parser::from_env(), INSIDE) {
        Ok(outcome) => ExitCode::from(outcome.code()),
        Err(error) => {
            eprintln!("backissue: {error}");
            ExitCode::from(press::cmd::Outcome::Nothing.code())
        }
    }
}
