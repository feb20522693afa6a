//! `serve`: builds, then serves the finished folder at a printed address.

use crate::args::Args;
use crate::build::{self, Kind};
use crate::failure::Failure;
use crate::house::House;
use crate::{press, steps, tools};

/// High enough to need no rights, and seldom taken.
const PORT: &str = "8484";

/// The verb.
pub fn run(house: &House, args: &Args) -> Result<(), Failure> {
    let port = args.value("port").unwrap_or(PORT);
    if port.parse::<u16>().is_err() {
        return Err(Failure::Usage(format!(
            "--port wants a number from 0 to 65535, not `{port}`"
        )));
    }
    tools::for_building(house)?;
    let kind = if args.has("debug") {
        Kind::Debug
    } else {
        Kind::Release
    };
    build::folder(house, kind, None)?;
    let mut serve = steps::command(press::compiled(house)?, &house.root);
    serve.arg("serve").arg(house.dist()).args(["--port", port]);
    if let Some(under) = args.value("under") {
        serve.args(["--under", under]);
    }
    steps::run("serving (Ctrl-C ends it)", &mut serve)
}
