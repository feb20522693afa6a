//! The list of hostile payloads, `tests/fixtures/hostile/payloads.txt`, read as its
//! head says. `tests/e2e/hostile/payloads.mjs` reads it for the browser.

use std::fs;
use std::path::Path;

/// A host that nobody is to ask for anything.
pub const CANARY: &str = "canary.test";

/// One way to try to run something.
#[derive(Debug)]
pub struct Payload {
    /// From 1.
    pub number: usize,
    /// Its class.
    pub class: String,
    /// The text.
    pub text: String,
    /// Words of it that must be seen where markup is read.
    pub words: Vec<String>,
    /// Whether what follows it must be seen.
    pub ends: bool,
}

/// All of them.
pub fn all() -> Vec<Payload> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/hostile/payloads.txt");
    let list = fs::read_to_string(file).unwrap();
    let (mut payloads, mut class) = (Vec::new(), String::new());
    for line in list.lines() {
        if let Some(heading) = line.strip_prefix("# ") {
            class = heading.split(':').next().unwrap().to_owned();
        } else if !line.is_empty() && !line.starts_with("//") {
            payloads.push(payload(payloads.len() + 1, &class, line));
        }
    }
    payloads
}

fn payload(number: usize, class: &str, line: &str) -> Payload {
    let (ends, line) = match line.strip_prefix('~') {
        Some(line) => (false, line),
        None => (true, line),
    };
    let n = number.to_string();
    let text = unescaped(line)
        .replace("RUN", &format!("top.hit({n})"))
        .replace("TICK", &format!("top.hit`{n}`"))
        .replace("CANARY", &format!("https://{CANARY}/{n}"))
        .replace("(N)", &format!("({n})"))
        .replace("`N`", &format!("`{n}`"));
    let words = line
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| matches!(*word, "keep" | "kept" | "keepalt"))
        .map(str::to_owned)
        .collect();
    Payload {
        number,
        class: class.to_owned(),
        text,
        words,
        ends,
    }
}

fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let length = match after.as_bytes()[0] {
            b'u' => after.find('}').unwrap() + 1,
            _ => 1,
        };
        text.push(match &after[..length] {
            "n" => '\n',
            "t" => '\t',
            "r" => '\r',
            "\\" => '\\',
            code => {
                let digits = code.trim_start_matches("u{").trim_end_matches('}');
                char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap()
            }
        });
        rest = &after[length..];
    }
    text + rest
}
