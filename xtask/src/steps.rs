//! Running commands, and saying so: one line when a step begins, one with its
//! time when it ends. What the command itself prints goes straight through, so
//! a long installation shows its own progress.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::Failure;

/// Says what is being begun.
pub fn begin(what: &str) -> Instant {
    println!("▸ {what}");
    Instant::now()
}

/// Says that it is done, and how long it took.
pub fn done(what: &str, since: Instant) {
    println!("✓ {what} ({})", human(since.elapsed()));
}

/// Says something in passing.
pub fn note(text: &str) {
    println!("  {text}");
}

/// Runs a command to its end between two progress lines.
pub fn run(what: &str, command: &mut Command) -> Result<(), Failure> {
    let since = begin(what);
    let status = command.status().map_err(|why| unstarted(command, why))?;
    if !status.success() {
        return Err(Failure::Failed {
            step: what.to_owned(),
            line: line(command),
        });
    }
    done(what, since);
    Ok(())
}

/// Runs a command and keeps what it printed; its errors still go through.
pub fn output(what: &str, command: &mut Command) -> Result<String, Failure> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| unstarted(command, why))?;
    if !output.status.success() {
        return Err(Failure::Failed {
            step: what.to_owned(),
            line: line(command),
        });
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a command can be run at all and succeeds; prints nothing.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// A command that runs in `folder`.
pub fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    command
}

/// The first of `names` found on PATH.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| {
        std::env::split_paths(&path)
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
    })
}

fn unstarted(command: &Command, why: std::io::Error) -> Failure {
    Failure::Unstarted {
        program: command.get_program().to_string_lossy().into_owned(),
        why,
    }
}

fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| quoted(&word.to_string_lossy()))
        .collect::<Vec<_>>()
        .join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,@+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// A duration for people: `0.4 s`, `12.3 s`, `3 min 05 s`.
pub fn human(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(human(Duration::from_millis(432)), "0.4 s");
        assert_eq!(human(Duration::from_secs(185)), "3 min 05 s");
    }

    #[test]
    fn a_failed_command_is_told_as_it_would_be_typed() {
        let mut command = Command::new("cargo");
        command.args(["test", "--flag=it's this"]);
        assert_eq!(line(&command), r"cargo test '--flag=it'\''s this'");
    }
}
