//! Compiles the rules of the stemmers: `cargo run -p language --example stems`
//! writes `stems/LANGUAGE.bin` beside each `stems/LANGUAGE.stem`; with a folder
//! as argument it writes the bytes there.
#![allow(clippy::print_stdout)]

use std::path::PathBuf;
use std::{env, fs};

use language::rules::compile;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rules = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("stems");
    let folder = env::args()
        .nth(1)
        .map_or_else(|| rules.clone(), PathBuf::from);
    fs::create_dir_all(&folder)?;
    let mut names: Vec<PathBuf> = fs::read_dir(&rules)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    names.sort();
    for path in names {
        let (Some(name), Some("stem")) =
            (path.file_stem(), path.extension().and_then(|e| e.to_str()))
        else {
            continue;
        };
        let bytes = compile(&fs::read_to_string(&path)?)
            .map_err(|mistake| format!("{}: {mistake}", path.display()))?;
        println!("{} {} bytes", name.display(), bytes.len());
        fs::write(folder.join(name).with_extension("bin"), bytes)?;
    }
    Ok(())
}
