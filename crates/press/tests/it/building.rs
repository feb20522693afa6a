//! What stands in a site besides its pages: settings, look, card, the publisher's
//! own files; and what becomes of a site that was there before.

use std::collections::BTreeMap;
use std::fs;

use crate::scratch::{SMALL, Scratch, made};
use crate::xml::values;

/// Every file of a folder with its bytes.
pub fn contents(scratch: &Scratch, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let names = scratch.files(folder).into_iter();
    let read = |name: String| {
        let bytes = fs::read(scratch.path(&format!("{folder}/{name}"))).unwrap();
        (name, bytes)
    };
    names.map(read).collect()
}

/// Builds with a `backissue.toml`; the exit code and what was said.
fn build(scratch: &Scratch, toml: &str) -> (Option<i32>, String) {
    scratch.write("archive.json", SMALL);
    scratch.write("backissue.toml", toml);
    let built = scratch.backissue(&["build", "archive.json", "--shell", "shell", "-o", "out"]);
    let said = String::from_utf8_lossy(&built.stderr).into_owned();
    (built.status.code(), said)
}

#[test]
fn settings_are_everywhere() {
    let scratch = Scratch::new();
    scratch.write(
        "pictures/mill.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
    );
    let (code, said) = build(
        &scratch,
        "title = \"The Mill\"\nlanguage = \"de\"\ncontact = \"mill@example.org\"\ntopics = [\"Rivers\"]\nlogo = \"pictures/mill.svg\"\nbase_url = \"https://example.org/mill\"\n[colours.light]\naccent = \"#0b5d1e\"\npaper = \"#fffbe8\"\nink = \"#10204a\"\n",
    );
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains(" of memory at the most.") || !cfg!(target_os = "linux"),
        "{said}"
    );
    let files = scratch.files("out");
    let one = |stem: &str, end: &str| {
        let found = files
            .iter()
            .find(|name| name.starts_with(stem) && name.ends_with(end));
        found
            .unwrap_or_else(|| panic!("{stem}*{end} is missing"))
            .as_str()
    };
    let (theme, logo, card) = (
        one("theme-", ".css"),
        one("logo-", ".svg"),
        one("card-", ".png"),
    );
    let css = scratch.read(&format!("out/{theme}"));
    assert!(
        css.contains("--accent: #0b5d1e") && css.contains(logo),
        "{css}"
    );
    for name in files.iter().filter(|name| name.ends_with(".html")) {
        let html = scratch.read(&format!("out/{name}"));
        assert!(
            html.starts_with("<!DOCTYPE html>\n<html lang=\"de\">"),
            "{name}"
        );
        assert!(
            html.contains("The Mill") && html.contains("content=\"#fffbe8\""),
            "{name}"
        );
        // After the reader's own sheet, so that it goes before it.
        let links = values(&html, "href");
        let sheets: Vec<_> = links.iter().filter(|href| href.ends_with(".css")).collect();
        assert!(
            sheets[0].contains("style-") && sheets[1].contains(theme),
            "{sheets:?}"
        );
        assert!(
            html.contains(&format!(
                "<meta property=\"og:image\" content=\"https://example.org/mill/{card}\">"
            )),
            "{name}"
        );
        assert!(html.contains("summary_large_image"), "{name}");
        assert!(!html.contains("style=\""), "{name}");
    }
    let manifest = scratch.read("out/manifest.webmanifest");
    assert!(
        manifest.contains("\"theme_color\": \"#fffbe8\""),
        "{manifest}"
    );
    assert!(
        scratch
            .read("out/about/index.html")
            .contains("mailto:mill@example.org")
    );
    assert!(
        scratch
            .read("out/sitemap.xml")
            .contains("https://example.org/mill/about/")
    );
    let archive = scratch.read("out/articles.json");
    assert!(
        archive.contains("\"title\": \"The Mill\"") && archive.contains("\"topics\":[\"Rivers\"]")
    );
    // The archive itself is its archivist's.
    assert_eq!(scratch.read("archive.json"), SMALL);
}

#[test]
fn without_a_base_only_the_front_page_names_the_card() {
    let scratch = Scratch::new();
    scratch.build(SMALL, &[]);
    for name in scratch.files("out") {
        if name.ends_with(".html") {
            let html = scratch.read(&format!("out/{name}"));
            assert_eq!(html.contains("og:image\""), name == "index.html", "{name}");
        }
    }
}

#[test]
fn a_fault_in_the_settings_leaves_the_old_site_whole() {
    let scratch = Scratch::new();
    assert_eq!(build(&scratch, "").0, Some(0));
    let old = contents(&scratch, "out");
    for (toml, said) in [
        ("titel = \"x\"", "backissue.toml:1:1: error: “titel”"),
        (
            "\n[colours.dark]\nink = \"#222\"",
            "backissue.toml:3:7: error: ",
        ),
        ("a = 1\nb = 2", "has 2 faults"),
        ("title = ", "TOML"),
    ] {
        let (code, found) = build(&scratch, toml);
        assert_eq!(code, Some(2), "{toml}");
        assert!(found.contains(said), "{toml}: {found}");
        assert!(contents(&scratch, "out") == old, "{toml}");
    }
    // An archive that is read with forgiveness cannot take settings.
    scratch.write("backissue.toml", "title = \"x\"");
    scratch.write(
        "archive.json",
        SMALL.replace("\"expired\": true,", "\"expired\": true,,"),
    );
    let built = scratch.backissue(&["build", "archive.json", "--shell", "shell", "-o", "out"]);
    let found = String::from_utf8_lossy(&built.stderr).into_owned();
    assert!(
        found.contains("archive.json:7:17: the archive is not the JSON"),
        "{found}"
    );
    assert!(contents(&scratch, "out") == old);
    // And one that was asked for must be there.
    let built = scratch.backissue(&[
        "build",
        "archive.json",
        "--shell",
        "shell",
        "-o",
        "out",
        "--settings",
        "absent.toml",
    ]);
    assert_eq!(built.status.code(), Some(2));
}

#[test]
fn what_the_publisher_put_there_goes_along() {
    let scratch = Scratch::new();
    scratch.write("archive/media/a.jpg", "picture");
    scratch.write("archive/articles.json", made(30));
    let build = || {
        let built = scratch.backissue(&[
            "build",
            "archive/articles.json",
            "--shell",
            "shell",
            "-o",
            "out",
        ]);
        assert!(
            built.status.success(),
            "{}",
            String::from_utf8_lossy(&built.stderr)
        );
    };
    build();
    let first = contents(&scratch, "out");
    assert_eq!(first.get("media/a.jpg").unwrap(), b"picture");
    for (name, bytes) in [
        ("CNAME", "example.org"),
        (".nojekyll", ""),
        ("photos/deep/b.jpg", "b"),
    ] {
        scratch.write(&format!("out/{name}"), bytes);
    }
    scratch.write("out/reader-00000000.js", "an older reader");
    scratch.write("out/articles/gone/index.html", "an article that is gone");
    build();
    let mut second = contents(&scratch, "out");
    assert_eq!(second.remove("CNAME").unwrap(), b"example.org");
    assert_eq!(second.remove("photos/deep/b.jpg").unwrap(), b"b");
    assert_eq!(second.remove(".nojekyll").unwrap(), b"");
    let list = second.remove("edition.json").unwrap();
    assert!(
        String::from_utf8(list)
            .unwrap()
            .contains("photos/deep/b.jpg")
    );
    second.remove("sw.js");
    let own = |(name, _): &(&String, &Vec<u8>)| !["edition.json", "sw.js"].contains(&name.as_str());
    assert!(first.iter().filter(own).eq(second.iter()));
    // A fault in the archive leaves all of it.
    let before = contents(&scratch, "out");
    scratch.write("archive/articles.json", "<html>");
    let built = scratch.backissue(&[
        "build",
        "archive/articles.json",
        "--shell",
        "shell",
        "-o",
        "out",
    ]);
    assert_eq!(built.status.code(), Some(2));
    assert!(contents(&scratch, "out") == before);
    assert_eq!(scratch.top(""), ["archive", "out", "shell"]);
}

#[test]
fn the_place_one_stands_in_is_not_taken_away() {
    let scratch = Scratch::new();
    scratch.build(SMALL, &[]);
    fs::create_dir(scratch.path("out/sub")).unwrap();
    for here in ["out", "out/sub"] {
        let up = "../".repeat(here.split('/').count());
        let mut build = scratch.command(&["build"]);
        build.current_dir(scratch.path(here));
        build.args([
            format!("{up}archive.json"),
            "--shell".to_owned(),
            format!("{up}shell"),
            "-o".to_owned(),
            format!("{up}out"),
        ]);
        let built = build.output().unwrap();
        let said = String::from_utf8_lossy(&built.stderr).into_owned();
        assert!(said.contains("is where you are"), "{said}");
    }
}

#[test]
fn a_zip_is_the_folder_and_always_the_same() {
    let scratch = Scratch::new();
    scratch.build(SMALL, &[]);
    scratch.write("out/.hidden", "not to be seen");
    for name in ["one.zip", "two.zip"] {
        let zipped = scratch.backissue(&["zip", "out", "-o", name]);
        assert!(
            zipped.status.success(),
            "{}",
            String::from_utf8_lossy(&zipped.stderr)
        );
    }
    let bytes = fs::read(scratch.path("one.zip")).unwrap();
    assert!(bytes == fs::read(scratch.path("two.zip")).unwrap());
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut found = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        found.insert(file.name().unwrap().into_owned(), bytes);
    }
    let mut wanted = contents(&scratch, "out");
    wanted.remove(".hidden");
    assert!(found == wanted);
    let refused = scratch.backissue(&["zip", "absent", "-o", "three.zip"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!scratch.path("three.zip").exists());
}
