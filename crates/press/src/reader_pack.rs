//! The built reader as one file, and out of it again.
//!
//! A *pack* is what `cargo xtask package` puts into the program: the reader's own
//! files and a small `index.html` that names them. Small, because it travels in
//! every copy of the program; plain, because only the program that carries it
//! ever reads it. Its form: [`MAGIC`], then for each file the length of its name,
//! its name, its length and its bytes, lengths as four bytes, least first; all of
//! it Brotli.
//!
//! Files come in the order of their names, so the same reader gives the same pack.

use std::io::{Read as _, Write as _};

use crate::Error;
use crate::belongings::{Owner, owner};
use crate::folder::Folder;
use crate::site::Shell;

/// How a pack begins.
const MAGIC: &[u8] = b"backissue reader 1\n";

/// The page that names the files.
const INDEX: &str = "index.html";

/// Brotli's best and its window of 16 MiB, more than a reader has bytes: a pack
/// is made once.
const QUALITY: u32 = 11;
const WINDOW: u32 = 24;

/// How much is compressed or unpacked at a time.
const PIECE: usize = 64 << 10;

/// Most bytes of a pack, unpacked: ten times a reader of today.
const MOST: u64 = 16 << 20;

/// The reader of a folder, packed.
///
/// # Errors
/// When the folder holds no reader, or a file of it cannot be read.
pub fn pack(folder: &Folder) -> Result<Vec<u8>, Error> {
    let shell = Shell::find(folder)?;
    let mut names: Vec<String> = folder
        .top()?
        .into_iter()
        .filter(|name| owner(name) == Owner::Reader)
        .collect();
    names.sort_unstable();
    let mut out = MAGIC.to_vec();
    put(&mut out, INDEX, shell.page().as_bytes());
    for name in names {
        put(&mut out, &name, &folder.read(&name)?);
    }
    let mut packed = Vec::new();
    // Writing to memory does not fail.
    let _ = brotli::CompressorWriter::new(&mut packed, PIECE, QUALITY, WINDOW).write_all(&out);
    Ok(packed)
}

fn put(out: &mut Vec<u8>, name: &str, bytes: &[u8]) {
    for part in [name.as_bytes(), bytes] {
        // A pack is far shorter than this counts; `unpack` tells if it were not.
        out.extend((part.len() as u32).to_le_bytes());
        out.extend(part);
    }
}

/// Writes the files of a pack into a folder.
///
/// # Errors
/// When it is no whole pack, or a file cannot be written.
pub fn unpack(packed: &[u8], folder: &Folder) -> Result<(), Error> {
    let mut bytes = Vec::new();
    let read = brotli::Decompressor::new(packed, PIECE)
        .take(MOST)
        .read_to_end(&mut bytes);
    let mut rest = match (read, bytes.strip_prefix(MAGIC)) {
        (Ok(_), Some(rest)) => rest,
        _ => return Err(Error::Pack),
    };
    while !rest.is_empty() {
        let name = get(&mut rest).and_then(|name| std::str::from_utf8(name).ok());
        let (Some(name), Some(bytes)) = (name, get(&mut rest)) else {
            return Err(Error::Pack);
        };
        folder.write(name, bytes)?;
    }
    Ok(())
}

fn get<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (bytes, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_and_nothing_else() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = Folder::new(scratch.path().join("from"));
        let reader = [
            ("indexer-0e.js", "indexer"),
            ("reader-0c.js", "script"),
            ("reader-0c_bg.wasm", "\0asm"),
            ("start-0d.js", ""),
            ("style-0a.css", "style"),
        ];
        for (name, bytes) in reader {
            folder.write(name, bytes).unwrap();
        }
        folder
            .write(INDEX, r#"<link rel="stylesheet" href="style-0a.css"><script type="module" src="start-0d.js" data-indexer="indexer-0e.js" data-script="reader-0c.js" data-wasm="reader-0c_bg.wasm"></script>The archive's words."#)
            .unwrap();
        folder.write("articles.json", "{}").unwrap();
        folder.write("CNAME", "example.org").unwrap();
        let packed = pack(&folder).unwrap();
        assert_eq!(packed, pack(&folder).unwrap());
        let to = Folder::new(scratch.path().join("to"));
        unpack(&packed, &to).unwrap();
        assert_eq!(to.top().unwrap().len(), reader.len() + 1);
        for (name, bytes) in reader {
            assert_eq!(to.read(name).unwrap(), bytes.as_bytes(), "{name}");
        }
        assert_eq!(Shell::find(&to).unwrap(), Shell::find(&folder).unwrap());
        for cut in [&packed[..packed.len() / 2], b"", b"no Brotli"] {
            assert!(matches!(unpack(cut, &to), Err(Error::Pack)));
        }
    }
}
