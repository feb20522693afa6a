//! A folder as a source: its files, without hidden ones and without links.

use std::fs;
use std::path::Path;

use super::{Member, Root, Tree, is_hidden};
use crate::problem::{Kind, quoted};

/// Folders inside each other beyond this are no archive's.
const MOST_DEPTH: usize = 32;

impl Tree {
    /// Lists a folder.
    pub(super) fn folder(name: String, root: &Path) -> Result<Self, Kind> {
        let (mut members, mut odd) = (Vec::new(), Vec::new());
        gather(root, "", 0, &mut members, &mut odd)
            .map_err(|error| Kind::Unreadable(error.to_string()))?;
        let size = members.iter().map(|member| member.size).sum();
        Ok(Self::new(
            name,
            Root::Folder(root.to_owned()),
            members,
            size,
            odd,
        ))
    }
}

fn gather(
    root: &Path,
    below: &str,
    depth: usize,
    members: &mut Vec<Member>,
    odd: &mut Vec<Kind>,
) -> std::io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(root.join(below))?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            odd.push(Kind::Unreadable(quoted(&format!(
                "the name {} is no text",
                name.display()
            ))));
            continue;
        };
        let path = if below.is_empty() {
            name.to_owned()
        } else {
            format!("{below}/{name}")
        };
        if is_hidden(name) {
            continue;
        }
        let kind = entry.file_type()?;
        if kind.is_symlink() || (kind.is_dir() && depth == MOST_DEPTH) {
            odd.push(Kind::Outside(quoted(&path)));
        } else if kind.is_dir() {
            if let Err(error) = gather(root, &path, depth + 1, members, odd) {
                odd.push(Kind::Unreadable(quoted(&format!("{path}: {error}"))));
            }
        } else if kind.is_file() {
            let size = entry.metadata()?.len();
            members.push(Member { path, size, at: 0 });
        }
    }
    Ok(())
}
