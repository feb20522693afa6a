//! The press as the other verbs use it: compiled once, then run as a program.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::house::House;
use crate::steps;

/// Compiles `backissue` and says where it is.
pub fn compiled(house: &House) -> Result<PathBuf, Failure> {
    let what = "compiling the press (backissue)";
    let since = steps::begin(what);
    let told = steps::output(
        what,
        steps::command("cargo", &house.root)
            .args([
                "build",
                "--profile",
                "native",
                "--package",
                "press",
                "--bin",
                "backissue",
            ])
            .arg("--message-format=json-render-diagnostics"),
    )?;
    let program = executable(&told).ok_or_else(|| Failure::Missing {
        what: "The press's program, though it compiled,".to_owned(),
        next: "cargo build --profile native --package press --bin backissue".to_owned(),
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
        .find(|path| path.file_stem().is_some_and(|stem| stem == "backissue"))
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
