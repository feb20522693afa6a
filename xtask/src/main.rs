//! `cargo xtask`: everything a person who works on Backissue runs.
//!
//! Each verb does all its own set-up, says what it is doing while it does it,
//! and is quick the second time. Words: a *verb* is what stands after `xtask`;
//! a *step* is one command it runs; a *tool* is a pinned program kept in a
//! cached place outside the repository.
//!
//! It refuses to know how an archive becomes a folder: that is the press's
//! work, and Trunk calls the press by itself.

mod args;
mod bench;
mod browser;
mod build;
mod failure;
mod finish;
mod house;
mod layers;
mod licences;
mod node;
mod package;
mod press;
mod serve;
mod shrink;
mod slim;
mod source;
mod steps;
mod test;
mod tools;

use std::process::ExitCode;

use args::Args;
use failure::Failure;
use house::House;

const HELP: &str = "\
cargo xtask <verb>

  serve  [--port N] [--under /deep/sub/path/] [--debug]
         set up, build, and serve the finished folder at a printed address
  build  [--base-url URL] [--single-file]
         set up, and leave the finished folder in dist/; with --single-file
         also the whole archive as one HTML file, dist.html
  test   [--only STEP]
         set up, and run every check; a step's name may be shortened
  package
         set up, build, and leave in target/package/ the program that publishers
         get, with the reader inside, and a zip of the finished folder
  bench  [--only typing|beside] [--articles N] [--archive PATH]
         measure typing in the reader (10,000 made articles unless told), and
         the engine beside others (5,000)

  finish what follows the build; Trunk calls it

Tools are kept in $BACKISSUE_TOOLS, else in $XDG_CACHE_HOME/backissue-tools,
else in ~/.cache/backissue-tools.";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        // `test` has told each failure, and its count must stay the last line.
        Err(Failure::Steps) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("\n✗ {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut words: impl Iterator<Item = String>) -> Result<(), Failure> {
    let verb = words.next().unwrap_or_default();
    let house = House::find()?;
    match verb.as_str() {
        "serve" => serve::run(&house, &Args::read(words, &["port", "under"], &["debug"])?),
        "build" => build::run(&house, &Args::read(words, &["base-url"], &["single-file"])?),
        "test" => test::run(&house, &Args::read(words, &["only"], &[])?),
        "bench" => bench::run(
            &house,
            &Args::read(words, &["only", "articles", "archive"], &[])?,
        ),
        "package" => {
            Args::read(words, &[], &[])?;
            package::run(&house)
        }
        "finish" => finish::run(&house),
        "" | "help" | "-h" | "--help" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Failure::Usage(format!(
            "there is no verb `{other}`\n\n{HELP}"
        ))),
    }
}
