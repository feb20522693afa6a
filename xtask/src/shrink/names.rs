//! The imports and exports of a WebAssembly module (Core Specification 2.0, 5.5.5
//! and 5.5.10), written anew with short names.

/// Section numbers.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// What the names of exports begin with that nobody but the loader knows.
const LOADERS: &str = "__w";

/// Length of the magic number and the version.
const HEADER: usize = 8;

/// (old, new) names, the longest old name first, so that none is replaced inside
/// a longer one.
pub type Names = Vec<(String, String)>;

/// The module with its imports renamed, and of its exports those that only the
/// loader knows. The name of the imported module is among the names. `None` when
/// this is not a module, or it imports anything but functions from one module.
pub fn renamed(module: &[u8], short_module: &str) -> Option<(Vec<u8>, Names)> {
    let mut out = module.get(..HEADER)?.to_vec();
    let mut rest = module.get(HEADER..)?;
    let mut names = Vec::new();
    while let Some((&id, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        let (body, after) = after.split_at_checked(length)?;
        rest = after;
        let body = match id {
            IMPORTS => imports(body, short_module, &mut names)?,
            EXPORTS => exports(body, &mut names)?,
            _ => body.to_vec(),
        };
        out.push(id);
        push_number(body.len(), &mut out);
        out.extend(body);
    }
    names.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    Some((out, names))
}

fn imports(body: &[u8], short_module: &str, names: &mut Names) -> Option<Vec<u8>> {
    let (count, mut rest) = number(body)?;
    let mut out = Vec::new();
    push_number(count, &mut out);
    let mut module = None;
    for at in 0..count {
        let (from, after) = text(rest)?;
        let (old, after) = text(after)?;
        // Kind 0 is a function, by the number of its type.
        let after = after.strip_prefix(&[0])?;
        let (kind, after) = number(after)?;
        rest = after;
        if module.get_or_insert(from) != &from {
            return None;
        }
        let new = short(at);
        push_text(short_module, &mut out);
        push_text(&new, &mut out);
        out.push(0);
        push_number(kind, &mut out);
        names.push((old.to_owned(), new));
    }
    if let Some(module) = module {
        names.push((module.to_owned(), short_module.to_owned()));
    }
    rest.is_empty().then_some(out)
}

fn exports(body: &[u8], names: &mut Names) -> Option<Vec<u8>> {
    let (count, mut rest) = number(body)?;
    let mut out = Vec::new();
    push_number(count, &mut out);
    for _ in 0..count {
        let (old, after) = text(rest)?;
        let (&kind, after) = after.split_first()?;
        let (index, after) = number(after)?;
        rest = after;
        if old.starts_with(LOADERS) {
            // A number that no import has: both are replaced in one script.
            let new = short(names.len());
            push_text(&new, &mut out);
            names.push((old.to_owned(), new));
        } else {
            push_text(old, &mut out);
        }
        out.push(kind);
        push_number(index, &mut out);
    }
    rest.is_empty().then_some(out)
}

/// `_a` to `_Z`, then `_aa` and on: the underscore keeps them apart from words
/// of the language.
fn short(mut at: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = "_".to_owned();
    loop {
        name.push(char::from(LETTERS[at % LETTERS.len()]));
        at /= LETTERS.len();
        if at == 0 {
            return name;
        }
        at -= 1;
    }
}

/// An unsigned number in LEB128.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    // Five bytes hold 32 bits; more is not a number of this format.
    for (at, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[at + 1..]));
        }
    }
    None
}

fn push_number(mut value: usize, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (text, rest) = rest.split_at_checked(length)?;
    Some((std::str::from_utf8(text).ok()?, rest))
}

fn push_text(text: &str, out: &mut Vec<u8>) {
    push_number(text.len(), out);
    out.extend(text.bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(imports: &[u8]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend([1, 1, 0]);
        bytes.push(IMPORTS);
        push_number(imports.len(), &mut bytes);
        bytes.extend(imports);
        bytes.extend([3, 1, 0]);
        bytes
    }

    fn import_name(name: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        push_text(name, &mut bytes);
        bytes
    }

    fn import(from: &str, name: &str, kind: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        push_text(from, &mut bytes);
        push_text(name, &mut bytes);
        bytes.extend([kind, 7]);
        bytes
    }

    #[test]
    fn names_change_and_nothing_else() {
        let mut imports = vec![2];
        imports.extend(import("./long.js", "__wbg_now", 0));
        imports.extend(import("./long.js", "__wbg_now_later", 0));
        let (out, names) = renamed(&module(&imports), "r").unwrap();
        let mut expected = vec![2];
        expected.extend(import("r", "_a", 0));
        expected.extend(import("r", "_b", 0));
        assert_eq!(out, module(&expected));
        let old: Vec<&str> = names.iter().map(|(old, _)| old.as_str()).collect();
        assert_eq!(old, ["__wbg_now_later", "__wbg_now", "./long.js"]);
    }

    #[test]
    fn exports_of_the_loader_change_and_those_of_others_do_not() {
        let section = |names: [&str; 3]| {
            let mut exports = vec![3];
            for (kind, name) in names.iter().enumerate() {
                exports.extend(import_name(name));
                exports.extend([kind as u8, 0x81, 1]);
            }
            let mut bytes = b"\0asm\x01\0\0\0".to_vec();
            bytes.push(EXPORTS);
            push_number(exports.len(), &mut bytes);
            bytes.extend(exports);
            bytes
        };
        let given = section(["__wbindgen_export2", "memory", "__wbindgen_export"]);
        let (out, names) = renamed(&given, "r").unwrap();
        assert_eq!(out, section(["_a", "memory", "_b"]));
        assert_eq!(names[0].0, "__wbindgen_export2", "longest first");
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let mut memory = vec![1];
        memory.extend(import("m", "memory", 2));
        let mut two = vec![2];
        two.extend(import("a", "x", 0));
        two.extend(import("b", "y", 0));
        for bytes in [module(&memory), module(&two), b"no".to_vec(), module(&[9])] {
            assert!(renamed(&bytes, "r").is_none());
        }
    }

    #[test]
    fn short_names_do_not_repeat() {
        let mut names: Vec<String> = (0..5000).map(short).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 5000);
    }
}
