//! Folders of the static site generators Jekyll, Hugo and Zola: where their
//! articles are, what the site says of itself, and which address a file gets.

use crate::address::{ending_of, stem_of};
use crate::desk::Desk;
use crate::feeds::{is_language, web};
use crate::front_matter::{Form, parse, text};
use crate::tree::Tree;

/// A configuration is no larger.
const LARGEST: u64 = 256 << 10;

/// Which generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generator {
    /// `_posts/2003-03-07-title.md`, YAML.
    Jekyll,
    /// `content/…`, any front matter.
    Hugo,
    /// `content/…`, TOML, `[taxonomies]`.
    Zola,
}

/// A site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its generator.
    pub generator: Generator,
    /// The folder of the tree it is in, with a slash at the end, or nothing.
    root: String,
    config: Option<String>,
}

/// What Jekyll keeps beside its articles.
#[rustfmt::skip]
const JEKYLLS: &[&str] = &[
    "_site", "_layouts", "_includes", "_sass", "_data", "_plugins", "assets", "vendor", "css", "js",
    "bin", "script", "test", "spec",
];

/// Files for people who look at the folder, not for readers of the site.
#[rustfmt::skip]
const NOT_ARTICLES: &[&str] = &[
    "readme", "license", "licence", "contributing", "changelog", "code_of_conduct", "404",
];

impl Site {
    /// Finds a site in a tree, at its top or in its only folder.
    #[must_use]
    pub fn find(tree: &Tree) -> Option<Self> {
        let members = tree.members();
        let first = members
            .first()?
            .path
            .split_once('/')
            .map(|(folder, _)| format!("{folder}/"));
        let only = first.filter(|folder| {
            members
                .iter()
                .all(|member| member.path.starts_with(folder.as_str()))
        });
        let roots = [Some(String::new()), only];
        roots.into_iter().flatten().find_map(|root| {
            let has = |name: &str| {
                let path = format!("{root}{name}");
                members
                    .binary_search_by(|member| member.path.as_str().cmp(&path))
                    .is_ok()
                    .then_some(path)
            };
            let below = |folder: &str| {
                members.iter().any(|member| {
                    member
                        .path
                        .strip_prefix(&root)
                        .is_some_and(|path| path.starts_with(folder))
                })
            };
            let config = [
                "hugo.toml",
                "hugo.yaml",
                "hugo.yml",
                "config.toml",
                "config.yaml",
                "config.yml",
            ]
            .iter()
            .find_map(|name| has(name));
            if below("content/")
                && (config.is_some() || below("archetypes/") || below("config/_default/"))
            {
                let zola = config
                    .as_deref()
                    .filter(|path| path.ends_with("config.toml"))
                    .is_some_and(|path| {
                        String::from_utf8_lossy(&tree.start(path, LARGEST))
                            .lines()
                            .any(|line| line.trim_start().starts_with("base_url"))
                    });
                let generator = if zola {
                    Generator::Zola
                } else {
                    Generator::Hugo
                };
                return Some(Self {
                    generator,
                    root,
                    config,
                });
            }
            let posts = below("_posts/")
                || members
                    .iter()
                    .any(|member| member.path.contains("/_posts/"));
            let config = has("_config.yml").or_else(|| has("_config.yaml"));
            (posts || config.is_some() && below("_drafts/")).then_some(Self {
                generator: Generator::Jekyll,
                root,
                config,
            })
        })
    }

    /// In words, as what was detected.
    #[must_use]
    pub fn said(&self) -> &'static str {
        match self.generator {
            Generator::Jekyll => "a Jekyll site",
            Generator::Hugo => "a Hugo site",
            Generator::Zola => "a Zola site",
        }
    }

    /// Whether a file may be an article.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        let Some(path) = path.strip_prefix(&self.root) else {
            return false;
        };
        if self.generator != Generator::Jekyll {
            return path.starts_with("content/");
        }
        let top = path.split('/').next().unwrap_or_default();
        !JEKYLLS.contains(&top)
            && (path.contains('/')
                || !NOT_ARTICLES.contains(&stem_of(path).to_lowercase().as_str()))
    }

    /// A file's path as the site sees it, without its ending.
    #[must_use]
    pub fn path<'a>(&self, path: &'a str) -> &'a str {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        let path = path
            .strip_prefix("content/")
            .filter(|_| self.generator != Generator::Jekyll)
            .unwrap_or(path);
        let ending = ending_of(path).len();
        if ending == 0 {
            path
        } else {
            &path[..path.len() - ending - 1]
        }
    }

    /// Takes what the site says of itself.
    pub fn head(&self, desk: &mut Desk<'_>, tree: &Tree) {
        let Some(config) = &self.config else { return };
        let bytes = tree.start(config, LARGEST);
        let words = String::from_utf8_lossy(&bytes);
        let form = if config.ends_with("toml") {
            Form::Toml
        } else {
            Form::Yaml
        };
        let (fields, _) = parse(&words, 0, form);
        let head = &mut desk.head;
        if head.title.is_empty() {
            head.title = text(&fields, &["title", "name"]).unwrap_or_default();
        }
        head.description = head
            .description
            .take()
            .or_else(|| text(&fields, &["description", "tagline"]));
        let language = text(
            &fields,
            &[
                "languagecode",
                "defaultcontentlanguage",
                "default_language",
                "lang",
                "language",
                "locale",
            ],
        );
        let language = language
            .map(|tag| tag.replace('_', "-"))
            .filter(|tag| is_language(tag));
        head.language = head.language.take().or(language);
        let address = text(&fields, &["baseurl", "base_url", "url"])
            .as_deref()
            .and_then(web);
        // Jekyll's `baseurl` is a path; its `url` is the address.
        let address = address.or_else(|| text(&fields, &["url"]).as_deref().and_then(web));
        head.home_page = head.home_page.take().or(address);
    }
}
