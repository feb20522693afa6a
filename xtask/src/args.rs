//! A verb's options: `--name value`, `--name=value`, and bare `--switch`.
//!
//! Refuses what the verb did not name, so that a slip of the keyboard is told
//! rather than ignored.

use crate::failure::Failure;

/// The options given to a verb.
#[derive(Debug, Default)]
pub struct Args {
    values: Vec<(String, String)>,
    switches: Vec<String>,
}

impl Args {
    /// Reads `words`, taking only the named options and switches.
    pub fn read(
        mut words: impl Iterator<Item = String>,
        options: &[&str],
        switches: &[&str],
    ) -> Result<Self, Failure> {
        let mut args = Self::default();
        while let Some(word) = words.next() {
            let Some(named) = word.strip_prefix("--") else {
                return Err(Failure::Usage(format!("`{word}` means nothing here")));
            };
            let (name, given) = match named.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (named, None),
            };
            if switches.contains(&name) && given.is_none() {
                args.switches.push(name.to_owned());
            } else if options.contains(&name) {
                let value = given
                    .or_else(|| words.next())
                    .ok_or_else(|| Failure::Usage(format!("--{name} wants a value after it")))?;
                args.values.push((name.to_owned(), value));
            } else {
                let known: Vec<String> = options
                    .iter()
                    .chain(switches)
                    .map(|known| format!("--{known}"))
                    .collect();
                return Err(Failure::Usage(format!(
                    "--{name} is not known here; known: {}",
                    known.join(", ")
                )));
            }
        }
        Ok(args)
    }

    /// The last value given for an option.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values
            .iter()
            .rev()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether a switch was given.
    pub fn has(&self, name: &str) -> bool {
        self.switches.iter().any(|given| given == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Args, Failure> {
        Args::read(words.iter().map(|w| (*w).to_owned()), &["port"], &["debug"])
    }

    #[test]
    fn takes_both_spellings_and_switches() {
        let args = read(&["--port", "80", "--debug"]).unwrap();
        assert_eq!(args.value("port"), Some("80"));
        assert!(args.has("debug"));
        assert_eq!(read(&["--port=81"]).unwrap().value("port"), Some("81"));
    }

    #[test]
    fn refuses_what_was_not_named() {
        for words in [&["--prot", "1"][..], &["80"], &["--port"], &["--debug=yes"]] {
            assert!(matches!(read(words), Err(Failure::Usage(_))), "{words:?}");
        }
    }
}
