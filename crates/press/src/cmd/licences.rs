//! `backissue licences`: the licences of everything this program is made of.

use super::{Inside, Outcome, usage};
use crate::Error;

/// What a program says that was built without them.
const NONE: &str = "This backissue was built from its source; `cargo xtask package` gathers the licences of \
                    what it is made of.";

/// Prints them.
pub fn run(mut arguments: lexopt::Parser, inside: Inside) -> Result<Outcome, Error> {
    if let Some(argument) = arguments.next().map_err(usage)? {
        return Err(usage(argument.unexpected()));
    }
    println!("{}", inside.licences.unwrap_or(NONE));
    Ok(Outcome::Done)
}
