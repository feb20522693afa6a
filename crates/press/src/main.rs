//! The command `backissue`. What it can do is in `press::cmd`; only the exit code is decided here.

use std::process::ExitCode;

fn main() -> ExitCode {
    match press::cmd::run(lexopt::Parser::from_env()) {
        Ok(outcome) => ExitCode::from(outcome.code()),
        Err(error) => {
            eprintln!("backissue: {error}");
            ExitCode::from(press::cmd::Outcome::Nothing.code())
        }
    }
}
