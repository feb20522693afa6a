//! The press as the other verbs use it: compiled once, then run as a program.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::house::House;
use crate::steps;

/// Compiles `backissue` and says where it is.
pub fn compiled(house: &House) -> Result<PathBuf, Failure> {
    build(house, "compiling the press (backissue)", "press", |_| {})
}

/// Compiles `backissue` with the files of a folder inside, and says where it is.
pub fn whole(house: &House, inside: &Path) -> Result<PathBuf, Failure> {
    let what = "compiling the press with the reader inside";
    build(house, what, "whole", |cargo| {
        cargo
            .args(["--features", "inside"])
            .env("BACKISSUE_INSIDE", inside);
    })
}

fn build(
    house: &House,
    what: &str,
    package: &str,
    more: impl Fn(&mut Command),
) -> Result<PathBuf, Failure> {
    let since = steps::begin(what);
    let mut cargo = steps::command("cargo", &house.root);
    cargo
        .args(["build", "--profile", "native", "--bins", "--package"])
        .args([package, "--message-format=json-render-diagnostics"]);
    more(&mut cargo);
    let told = steps::output(what, &mut cargo)?;
    let program = executable(&told).ok_or_else(|| Failure::Missing {
        what: "The press's program, though it compiled,".to_owned(),
        next: format!("cargo build --profile native --package {package} --bins"),
    })?;
    steps::done(what, since);
    Ok(program)
}

// Cargo's messages are one JSON object a line; the wanted field is a plain
// path. Asking Cargo is surer than guessing where a target folder is.
fn executable(messages: &str) -> Option<PathBuf> {
    let field = "\"executable\":\"";
    messages
        .lines()
        .filter(|line| line.contains("\"reason\":\"compiler-artifact\""))
        .filter_map(|line| {
            let from = line.find(field)? + field.len();
            let to = line[from..].find('"')? + from;
            Some(PathBuf::from(line[from..to].replace("\\\\", "\\")))
        })
        .find(|path| {
            let stem = path.file_stem().unwrap_or_default();
            stem == "backissue" || stem == "backissue-whole"
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_program_in_cargos_messages() {
        let told = concat!(
            r#"{"reason":"compiler-artifact","target":{"name":"press"},"executable":null}"#,
            "\n",
            r#"{"reason":"compiler-artifact","executable":"/t/native/backissue","fresh":true}"#,
            "\n",
            r#"{"reason":"build-finished","success":true}"#,
        );
        assert_eq!(executable(told), Some("/t/native/backissue".into()));
    }
}
