//! Every importer against rubbish and traps: a stable stand-in for a fuzzer.
//! Ordinarily for a moment; `FUZZ_SECONDS=600 cargo test -p import --profile
//! native --test memory` gives each importer so long, `FUZZ_SEED` begins
//! elsewhere, `TRAP=rss` takes only what is called so.
//!
//! No source makes an importer panic, hang, or hold more than eight times the
//! source and 64 MB. What is written is an archive without a problem. One test
//! at a time runs here, for the memory is counted in the whole program.
#![allow(clippy::unwrap_used)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use import::{Existing, Options, SourceKind, Tree};

/// Counts what is held and the most that was.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

fn more(size: usize) {
    let held = HELD.fetch_add(size, Ordering::Relaxed) + size;
    MOST.fetch_max(held, Ordering::Relaxed);
}

// The system's allocator does the work; only numbers are added beside it.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        more(layout.size());
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// What importing may hold beside eight times its source.
const FLOOR: usize = 64 << 20;

/// Longer than this over a source of some megabytes is a hang: the slowest
/// reader needs seconds for them without optimisation.
const HANG: Duration = Duration::from_secs(120);

/// SplitMix64 (Steele, Lea and Flood 2014): the same rubbish every time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }
}

/// Larger outputs are not imported into themselves: that is the test's own work.
const AGAIN: usize = 1 << 20;

type Files = Vec<(String, Vec<u8>)>;

/// Imports files and checks what must hold of every import.
fn one(files: Files, kind: Option<SourceKind>, what: &str) {
    let size: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let begun = Instant::now();
    let before = HELD.load(Ordering::Relaxed);
    MOST.store(before, Ordering::Relaxed);
    let file = {
        let Ok(tree) = Tree::held("in", files) else {
            return;
        };
        let options = Options {
            kind,
            ..Options::default()
        };
        let mut import = import::import(vec![tree], &options, Box::new(|_| {}));
        let mut file = Vec::new();
        if !import.is_empty() {
            import.write(&mut std::io::sink(), None).unwrap();
            let most = MOST.load(Ordering::Relaxed);
            // Written once more to be read; that copy is the test's own.
            import.write(&mut file, None).unwrap();
            // Met with itself it is itself.
            if file.len() < AGAIN {
                let existing = Existing::read(&file).unwrap();
                let mut again = Vec::new();
                import.write(&mut again, Some(&existing)).unwrap();
                assert_eq!(
                    String::from_utf8_lossy(&again),
                    String::from_utf8_lossy(&file),
                    "{what}"
                );
            }
            MOST.store(most, Ordering::Relaxed);
        }
        file
    };
    // The source itself, held by the test, stands for the file on the disk.
    let most = MOST.load(Ordering::Relaxed).saturating_sub(before);
    assert!(
        most <= size * 8 + FLOOR,
        "{what}: {} MB for {} MB",
        most >> 20,
        size >> 20
    );
    assert!(begun.elapsed() < HANG, "{what}: {:?}", begun.elapsed());
    if !file.is_empty() {
        let reading = archive::read(&file);
        let first = reading.problems.first();
        assert!(
            first.is_none(),
            "{what}: {first:?} {}",
            String::from_utf8_lossy(&file[..file.len().min(2000)])
        );
    }
}

/// Every file of the fixtures, as what it is called.
fn corpus() -> Files {
    let mut files = Vec::new();
    gather(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"),
        &mut files,
    );
    files.sort();
    files
}

fn gather(folder: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.components().any(|part| part.as_os_str() == "in") {
            let name = path
                .file_name()
                .unwrap()
                .to_str()
                .unwrap()
                .trim_end_matches(".esc")
                .to_owned();
            files.push((name, std::fs::read(&path).unwrap()));
        }
    }
}

#[rustfmt::skip]
const PIECES: &[&[u8]] = &[
    b"<item>", b"</item>", b"<entry>", b"<title>", b"</title>", b"<description>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?", b"?>",
    b"<content:encoded>", b"<wp:post_type>", b"<wp:comment>", b"&amp;", b"&#x80;", b"&", b"<", b">", b"\"", b"'", b"<p>", b"<div>",
    b"<table><tr><td>", b"</td>", b"<a href=", b"<br>", b"<script>", b"</script>", b"---\n", b"+++\n", b"title: ", b"date: 2003",
    b"- ", b"[", b"]", b"{", b"}", b"{{<", b"{%", b"%}", b">}}", b"&a ", b"*a", b"|", b",", b";", b"\t", b"\n\n", b"\r\n", b"# ",
    b"```\n", b"[^1]", b"\xff\xfe", b"\x00", b"\xe9", b"\xef\xbb\xbf", "東京".as_bytes(), "Ã©".as_bytes(), b"\\u0000", b"\\",
    b"\"next_url\": \"", b"\"items\": [", b"1", b"2003-03-07", b"%2e%2e/", b"../", b"http://", b"javascript:", b"<noscript>", b"<svg>",
];

fn mangled(chance: &mut Chance, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(12) {
        let at = chance.below(bytes.len() + 1);
        match chance.below(7) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] = chance.next() as u8,
            2 => {
                let end = (at + chance.below(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let from = chance.below(other.len() + 1);
                let to = (from + chance.below(200)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            4 => {
                let piece = PIECES[chance.below(PIECES.len())].repeat(1 + chance.below(30));
                bytes.splice(at..at, piece);
            }
            _ => {
                bytes.splice(at..at, PIECES[chance.below(PIECES.len())].iter().copied());
            }
        }
    }
    bytes
}

/// Whether a file's name is one that an importer reads.
fn is_of(kind: SourceKind, name: &str) -> bool {
    use SourceKind::{Atom, JsonFeed, Markdown, Pages, Rss, Table, Texts, WordPress};
    let ending = name.rsplit('.').next().unwrap_or_default();
    match kind {
        Rss | Atom | WordPress => matches!(ending, "xml" | "rss" | "rdf" | "atom"),
        JsonFeed => ending == "json",
        Markdown => matches!(ending, "md" | "markdown" | "toml"),
        Pages => matches!(ending, "html" | "htm"),
        Table => matches!(ending, "csv" | "tsv"),
        Texts => ending == "txt",
    }
}

/// Mostly files of the importer's own kind, alone or several in a folder;
/// sometimes any.
fn rubbish(seed: u64, corpus: &Files, kind: SourceKind) {
    let mut chance = Chance(seed);
    let own: Vec<usize> = (0..corpus.len())
        .filter(|at| is_of(kind, &corpus[*at].0))
        .collect();
    let pick = |chance: &mut Chance| match chance.below(4) {
        0 => chance.below(corpus.len()),
        _ => own[chance.below(own.len())],
    };
    let many = if chance.below(4) == 0 {
        1 + chance.below(6)
    } else {
        1
    };
    let mut files = Files::new();
    for at in 0..many {
        let (name, bytes) = &corpus[pick(&mut chance)];
        let (_, other) = &corpus[pick(&mut chance)];
        let bytes = mangled(&mut chance, bytes, other);
        let name = match chance.below(8) {
            0 => "next.json".to_owned(),
            _ if at > 0 => format!("{}/{name}", at % 3),
            _ => name.clone(),
        };
        if !files.iter().any(|(taken, _)| *taken == name) {
            files.push((name, bytes));
        }
    }
    let forced = (chance.below(3) > 0).then_some(kind);
    one(files, forced, &format!("seed {seed} {}", kind.name()));
}

/// Files that are nothing but a trap.
fn traps() -> Vec<(&'static str, Files, Option<SourceKind>)> {
    let mut traps = Vec::new();
    let mut trap = |what, name: &str, bytes: Vec<u8>, kind| {
        traps.push((what, vec![(name.to_owned(), bytes)], kind));
    };
    let many = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len()).into_bytes();
    // Without optimisation an eighth of it takes as long.
    const MB: usize = if cfg!(debug_assertions) {
        1 << 17
    } else {
        1 << 20
    };
    use SourceKind::{JsonFeed, Markdown, Pages, Rss, Table, Texts};
    for piece in [
        "<item>",
        "<item><title>a</title></item>",
        "<![CDATA[",
        "<!--",
        "<a ",
        "&a;",
        "<b>",
        "<",
        "<item><link>http://a/",
        "<description>",
    ] {
        trap(
            "feed",
            "a.xml",
            [b"<rss><channel>".to_vec(), many(piece, 2 * MB)].concat(),
            Some(Rss),
        );
    }
    trap(
        "bodies",
        "a.xml",
        [
            b"<rss><channel><item><description>".to_vec(),
            many("&lt;b&gt;&lt;p&gt;", 3 * MB),
        ]
        .concat(),
        Some(Rss),
    );
    for piece in [
        "<div>",
        "<a>",
        "<p>",
        "<table><tr><td>",
        "<b x=1>",
        "<p>a b c.</p>",
        "<li>",
        "</div>",
        "<!--",
        "<script>",
        "&",
        "<a href=x>y</a> ",
        "a<br>",
    ] {
        trap("page", "a.html", many(piece, 2 * MB), Some(Pages));
    }
    for piece in [
        "*", "[", "> ", "- ", "`", "![](", "<", "|a", "a\n\n", "_a_ ", "[^1]", "&", "\n    ",
    ] {
        trap("markdown", "a.md", many(piece, MB), Some(Markdown));
        trap("long markdown", "a.md", many(piece, 2 * MB), Some(Markdown));
    }
    for piece in ["{\"a\":", "[", "{\"id\":\"a\"},", "\"", "{\"items\":["] {
        trap(
            "json",
            "a.json",
            [b"{\"items\":[".to_vec(), many(piece, 2 * MB)].concat(),
            Some(JsonFeed),
        );
    }
    trap(
        "yaml",
        "a.md",
        [
            b"---\na: &a [x]\n".to_vec(),
            many("b: [*a,*a,*a,*a]\n", 60_000),
            b"---\nx".to_vec(),
        ]
        .concat(),
        Some(Markdown),
    );
    trap(
        "deep yaml",
        "a.md",
        [
            b"---\na: ".to_vec(),
            many("[", 60_000),
            b"\n---\nx".to_vec(),
        ]
        .concat(),
        Some(Markdown),
    );
    trap(
        "deep yaml maps",
        "a.md",
        [b"---\n".to_vec(), many("? ", 60_000), b"\n---\nx".to_vec()].concat(),
        Some(Markdown),
    );
    trap(
        "deep toml",
        "a.md",
        [
            b"+++\na = ".to_vec(),
            many("[", 60_000),
            b"\n+++\nx".to_vec(),
        ]
        .concat(),
        Some(Markdown),
    );
    trap(
        "toml keys",
        "a.md",
        [
            b"+++\n".to_vec(),
            many("a.", 60_000),
            b"a=1\n+++\nx".to_vec(),
        ]
        .concat(),
        Some(Markdown),
    );
    trap(
        "deep json front",
        "a.md",
        many("{\"a\":", 60_000),
        Some(Markdown),
    );
    for piece in ["\"", ",", "a\n", "a,b\n\"", "\n"] {
        trap(
            "table",
            "a.csv",
            [b"title,text\n".to_vec(), many(piece, 2 * MB)].concat(),
            Some(Table),
        );
    }
    trap("text", "a.txt", many("a \n", 4 * MB), Some(Texts));
    trap("mojibake", "a.txt", many("Ã©â€™", 2 * MB), Some(Texts));
    for (what, bytes) in [("bomb", bomb(1, 400 * MB)), ("bombs", bomb(40, 20 * MB))] {
        trap(what, "a.zip", bytes, None);
    }
    traps
}

/// A ZIP of so many files of so many bytes, all the same.
fn bomb(files: usize, bytes: usize) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let piece =
        b"<p>The mill burned down on Friday, and nobody was hurt but the wheel.</p>\n".repeat(1000);
    for at in 0..files {
        zip.start_file(format!("{at}.html"), options).unwrap();
        for _ in 0..bytes / piece.len() {
            zip.write_all(&piece).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn nothing_panics_hangs_or_swells() {
    let only = std::env::var("TRAP").unwrap_or_default();
    // All of them before the first fault is told.
    let mut faults = Vec::new();
    for (at, (what, files, kind)) in traps().into_iter().enumerate() {
        let what = format!("{what} {at}");
        if what.contains(&only) && std::panic::catch_unwind(|| one(files, kind, &what)).is_err() {
            faults.push(what);
        }
    }
    assert!(faults.is_empty(), "{faults:?}");
    let corpus = corpus();
    let seconds = std::env::var("FUZZ_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let seed = std::env::var("FUZZ_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let seed: u64 = seed.unwrap_or(0);
    let kinds = SourceKind::ALL
        .into_iter()
        .filter(|kind| kind.name().contains(&only));
    for kind in kinds {
        let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
        let mut number = 0;
        while end.map_or(number < 40, |end| Instant::now() < end) {
            rubbish(seed + number, &corpus, kind);
            number += 1;
        }
        if seconds.is_some() {
            println!("{}: {number} sources", kind.name());
        }
    }
}
