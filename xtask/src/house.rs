//! Where things stand: the repository, and the cached place of the tools.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The repository and the cached place.
#[derive(Debug)]
pub struct House {
    /// The folder with the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Where pinned tools are kept, outside the repository so that clones share them.
    pub tools: PathBuf,
}

impl House {
    /// Finds both from the environment Cargo gives.
    pub fn find() -> Result<Self, Failure> {
        // Read when run, not when compiled: a target folder shared by two
        // clones must not send one clone's work into the other.
        let root = env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .and_then(|xtask| xtask.parent().map(Path::to_path_buf))
            .ok_or_else(|| Failure::Usage("run me as `cargo xtask`".to_owned()))?;
        let tools = cached_place(|name| env::var_os(name).map(PathBuf::from)).ok_or_else(|| {
            Failure::Missing {
                what: "A place to keep tools (neither BACKISSUE_TOOLS nor HOME is set)".to_owned(),
                next: "export BACKISSUE_TOOLS=/some/folder".to_owned(),
            }
        })?;
        Ok(Self { root, tools })
    }

    /// The finished folder.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The end-to-end tests.
    pub fn e2e(&self) -> PathBuf {
        self.root.join("tests").join("e2e")
    }
}

fn cached_place(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let named = |name: &str| variable(name).filter(|path| !path.as_os_str().is_empty());
    named("BACKISSUE_TOOLS").or_else(|| {
        named("XDG_CACHE_HOME")
            .or_else(|| named("HOME").map(|home| home.join(".cache")))
            .map(|cache| cache.join("backissue-tools"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cached_place_is_the_first_that_is_named() {
        let with = |pairs: &[(&str, &str)]| {
            cached_place(|name| {
                pairs
                    .iter()
                    .find(|(n, _)| *n == name)
                    .map(|(_, value)| PathBuf::from(value))
            })
        };
        assert_eq!(
            with(&[("BACKISSUE_TOOLS", "/t"), ("HOME", "/h")]),
            Some("/t".into())
        );
        assert_eq!(
            with(&[("XDG_CACHE_HOME", "/x"), ("HOME", "/h")]),
            Some("/x/backissue-tools".into())
        );
        assert_eq!(
            with(&[("XDG_CACHE_HOME", ""), ("HOME", "/h")]),
            Some("/h/.cache/backissue-tools".into())
        );
        assert_eq!(with(&[]), None);
    }
}
