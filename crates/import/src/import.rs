//! An import from beginning to end: what is in the sources, reading it, and
//! the output.

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use crate::address;
use crate::decode::{States, decode};
use crate::desk::{Desk, Page, Progress};
use crate::detect::{SourceKind, kind_of};
use crate::problem::{Kind, Severity};
use crate::site::Site;
use crate::text::Text;
use crate::tree::Tree;
use crate::{feeds, json_feed, markdown, pages, table, texts};

/// Pages of a feed beyond this are a trap.
const MOST_PAGES: usize = 10_000;

/// A page larger than this is no article; its tree takes several times as much.
const LARGEST_PAGE: u64 = 12 << 20;

/// What an archive's own file is called.
const ARCHIVE: &str = "articles.json";

/// What the user wants.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What the sources are, if they are not to be looked at.
    pub kind: Option<SourceKind>,
    /// The archive's title.
    pub title: Option<String>,
    /// Whether drafts are wanted too.
    pub drafts: bool,
}

/// What a source was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detected {
    /// The source as named.
    pub source: String,
    /// What it is, in words.
    pub said: String,
}

/// What came of reading the sources.
#[derive(Debug)]
pub struct Import<'p> {
    /// The articles and problems.
    pub desk: Desk<'p>,
    /// What the sources are.
    pub detected: Vec<Detected>,
}

/// Reads sources.
#[must_use]
pub fn import<'p>(
    trees: Vec<Tree>,
    options: &Options,
    on_progress: Box<dyn FnMut(Progress<'_>) + 'p>,
) -> Import<'p> {
    let mut desk = Desk::new(on_progress);
    desk.drafts = options.drafts;
    desk.head.title = options.title.clone().unwrap_or_default();
    let mut detected = Vec::new();
    for tree in trees {
        let tree = Rc::new(tree);
        desk.turn_to(tree.clone());
        for kind in tree.odd() {
            desk.note_file(tree.name(), Severity::Dropped, kind.clone());
        }
        let plan = Plan::of(&mut desk, &tree, options.kind);
        detected.push(Detected {
            source: tree.name().to_owned(),
            said: plan.said.clone(),
        });
        run(&mut desk, &tree, &plan);
    }
    if desk.head.title.is_empty() {
        let first = detected
            .first()
            .map(|detected| detected.source.trim_end_matches('/'));
        desk.head.title = address::stem_of(first.unwrap_or_default()).to_owned();
    }
    Import { desk, detected }
}

/// Which files of a source are read, as what, in order.
struct Plan {
    files: Vec<(String, SourceKind)>,
    site: Option<Site>,
    said: String,
}

impl Plan {
    fn of(desk: &mut Desk<'_>, tree: &Tree, wanted: Option<SourceKind>) -> Self {
        let mut kinds: BTreeMap<SourceKind, Vec<String>> = BTreeMap::new();
        let mut rest: BTreeMap<String, usize> = BTreeMap::new();
        let lone = tree.is_lone() || (tree.members().len() == 1 && !tree.is_zip());
        let mut site = None;
        if !lone {
            site = Site::find(tree);
        }
        for member in tree.members() {
            let path = &member.path;
            if site.as_ref().is_some_and(|site| !site.holds(path)) {
                continue;
            }
            match kind_of(tree, path) {
                Ok(kind) => kinds.entry(kind).or_default().push(path.clone()),
                Err(_) if lone && wanted.is_some() => {
                    kinds
                        .entry(wanted.unwrap_or(SourceKind::Texts))
                        .or_default()
                        .push(path.clone());
                }
                Err("empty") => {
                    desk.note_file(&tree.label(path), Severity::Dropped, Kind::EmptyFile);
                }
                Err(kind) if lone => {
                    let kind = if kind.is_empty() {
                        Kind::UnknownFile
                    } else {
                        Kind::NoArticles(kind)
                    };
                    desk.note_file(&tree.label(path), Severity::Dropped, kind);
                }
                Err(_) => *rest.entry(address::ending_of(path)).or_default() += 1,
            }
        }
        if lone && let Some(wanted) = wanted {
            let all = kinds.into_values().flatten().collect();
            kinds = BTreeMap::from([(wanted, all)]);
        }
        let chosen = choose(&kinds, wanted, site.is_some());
        let mut said = Vec::new();
        let mut files = Vec::new();
        for kind in &chosen {
            let mut paths = kinds.remove(kind).unwrap_or_default();
            if *kind == SourceKind::JsonFeed
                && wanted.is_none()
                && paths.iter().any(|path| path == ARCHIVE)
            {
                // The feed beside it holds the newest of the same.
                paths.retain(|path| path == ARCHIVE);
            }
            said.push(if lone {
                kind.said(1).to_owned()
            } else {
                format!("{} {}", paths.len(), kind.said(paths.len()))
            });
            files.extend(paths.into_iter().map(|path| (path, *kind)));
        }
        let mut said = if said.is_empty() {
            "nothing that holds articles".to_owned()
        } else {
            said.join(", ")
        };
        if tree.is_zip() && !files.is_empty() {
            said = format!("a ZIP of {said}");
        } else if let Some(site) = &site {
            said = format!("{}: {said}", site.said());
        } else if lone {
            let article = if said.starts_with(['A', 'R']) {
                "an"
            } else {
                "a"
            };
            said = if files.is_empty() {
                said
            } else {
                format!("{article} {said}")
            };
        } else if !files.is_empty() {
            said = format!("a folder of {said}");
        }
        let over: Vec<String> = kinds
            .iter()
            .map(|(kind, paths)| {
                format!(
                    "{} {} (--as {})",
                    paths.len(),
                    kind.said(paths.len()),
                    kind.name()
                )
            })
            .collect();
        if !over.is_empty() {
            said.push_str(&format!("; passed over: {}", over.join(", ")));
        }
        let rest: Vec<String> = rest
            .iter()
            .map(|(ending, count)| {
                if ending.is_empty() {
                    format!("{count} without ending")
                } else {
                    format!("{count} .{ending}")
                }
            })
            .collect();
        if !rest.is_empty() {
            said.push_str(&format!("; files beside: {}", rest.join(", ")));
        }
        Self { files, site, said }
    }
}

/// Which kinds of files of a folder are its articles.
fn choose(
    kinds: &BTreeMap<SourceKind, Vec<String>>,
    wanted: Option<SourceKind>,
    is_site: bool,
) -> Vec<SourceKind> {
    use SourceKind::{Atom, JsonFeed, Markdown, Pages, Rss, Table, Texts, WordPress};
    let has = |kind: &SourceKind| kinds.get(kind).is_some_and(|paths| !paths.is_empty());
    if let Some(wanted) = wanted {
        return Some(wanted).filter(has).into_iter().collect();
    }
    // An archive lying on top is more than the pages made from it.
    let archive = kinds
        .get(&JsonFeed)
        .is_some_and(|paths| paths.iter().any(|path| path == ARCHIVE));
    let groups: &[&[SourceKind]] = if archive {
        &[&[JsonFeed]]
    } else if is_site {
        &[&[Markdown]]
    } else {
        &[
            &[WordPress],
            &[Markdown],
            &[Pages],
            &[Rss, Atom, JsonFeed, Table],
            &[Texts],
        ]
    };
    let group = groups.iter().find(|group| group.iter().any(has));
    group.map_or(Vec::new(), |group| {
        group.iter().copied().filter(has).collect()
    })
}

fn run(desk: &mut Desk<'_>, tree: &Tree, plan: &Plan) {
    for (path, _) in &plan.files {
        desk.expect(size(tree, path));
    }
    desk.roots = roots(tree, plan.site.as_ref());
    if let Some(site) = &plan.site {
        site.head(desk, tree);
    }
    let mut visited: HashSet<String> = HashSet::new();
    let saved: Vec<&str> = plan
        .files
        .iter()
        .filter(|(_, kind)| *kind == SourceKind::Pages)
        .map(|(path, _)| path.as_str())
        .collect();
    let patterns = pages::Patterns::of(tree, saved.into_iter());
    for (path, kind) in &plan.files {
        let mut next = Some(path.clone());
        while let Some(path) = next.take() {
            if visited.len() > MOST_PAGES.max(plan.files.len()) || !visited.insert(path.clone()) {
                break;
            }
            let label = tree.label(&path);
            let bytes = size(tree, &path);
            if let Some(page) = open(desk, tree, &path, &label, *kind) {
                match kind {
                    SourceKind::Rss | SourceKind::Atom | SourceKind::WordPress => {
                        feeds::read(desk, &page);
                    }
                    SourceKind::JsonFeed => next = json_feed::read(desk, tree, &page, &visited),
                    SourceKind::Markdown => markdown::read(desk, &page, plan.site.as_ref()),
                    SourceKind::Pages => pages::read(desk, page, &patterns),
                    SourceKind::Table => table::read(desk, &page),
                    SourceKind::Texts => texts::read(desk, &page),
                }
            }
            desk.done(&label, bytes);
        }
    }
}

fn size(tree: &Tree, path: &str) -> u64 {
    let found = tree
        .members()
        .binary_search_by(|member| member.path.as_str().cmp(path));
    found.map_or(0, |at| tree.members()[at].size)
}

/// Reads and decodes a file, telling what was odd about its encoding.
fn open(
    desk: &mut Desk<'_>,
    tree: &Tree,
    path: &str,
    label: &str,
    kind: SourceKind,
) -> Option<Page> {
    let most = if kind == SourceKind::Pages {
        LARGEST_PAGE
    } else {
        u64::MAX
    };
    let bytes = match tree.read_up_to(path, most) {
        Ok(bytes) => bytes,
        Err(kind) => {
            desk.note_file(label, Severity::Dropped, kind);
            return None;
        }
    };
    desk.has_read(bytes.len());
    let states = match kind {
        SourceKind::Rss | SourceKind::Atom | SourceKind::WordPress => States::InXml,
        SourceKind::Pages => States::InHtml,
        _ => States::Nowhere,
    };
    let most = tree.longest_file();
    let Some(decoded) = decode(bytes, states, most) else {
        desk.note_file(label, Severity::Dropped, Kind::TooLarge(most));
        return None;
    };
    let page = Page {
        label: label.to_owned(),
        path: path.to_owned(),
        text: Text::new(decoded.text),
    };
    for (at, kind) in decoded.remarks {
        let lost = matches!(kind, Kind::BadBytes(_) | Kind::CutShort);
        let severity = if lost {
            Severity::Dropped
        } else {
            Severity::Repaired
        };
        desk.note(&page, at, severity, kind);
    }
    if page.as_str().trim().is_empty() {
        desk.note_file(label, Severity::Dropped, Kind::EmptyFile);
        return None;
    }
    Some(page)
}

/// Folders from which addresses that begin with a slash may be taken: the only
/// folder at the top, and where generators keep what they copy.
fn roots(tree: &Tree, site: Option<&Site>) -> Vec<String> {
    let first = tree
        .members()
        .first()
        .and_then(|member| member.path.split_once('/'))
        .map(|(folder, _)| format!("{folder}/"));
    let only = first.filter(|folder| {
        tree.members()
            .iter()
            .all(|member| member.path.starts_with(folder.as_str()))
    });
    let mut roots = vec![String::new()];
    roots.extend(only);
    if site.is_some() {
        let statics: Vec<String> = roots
            .iter()
            .flat_map(|root| {
                ["static/", "content/", "assets/", "public/"]
                    .map(|folder| format!("{root}{folder}"))
            })
            .collect();
        roots.extend(statics);
    }
    roots
}
