//! What a column of a table holds, told from its name in a few languages.

use csv::StringRecord;

use crate::desk::{Desk, Page};
use crate::problem::{Kind, Severity, quoted};

/// What a column holds, with the names it is known by.
const COLUMNS: &[(Column, &[&str])] = &[
    (
        Column::Id,
        &[
            "id",
            "identifier",
            "key",
            "guid",
            "objectid",
            "object id",
            "record id",
            "number",
            "no",
            "nr",
        ],
    ),
    (
        Column::Title,
        &[
            "title",
            "headline",
            "titel",
            "titre",
            "título",
            "titolo",
            "titulo",
            "name",
            "heading",
            "überschrift",
            "rubrik",
            "otsikko",
        ],
    ),
    (
        Column::Text,
        &[
            "text",
            "content",
            "body",
            "content_text",
            "article",
            "fulltext",
            "full text",
            "full_text",
            "texte",
            "texto",
            "testo",
            "inhalt",
            "contenu",
            "contenido",
            "transcript",
            "story",
        ],
    ),
    (
        Column::Html,
        &["html", "content_html", "body_html", "bodyhtml"],
    ),
    (
        Column::Summary,
        &[
            "summary",
            "description",
            "abstract",
            "excerpt",
            "subtitle",
            "standfirst",
            "lead",
            "zusammenfassung",
            "résumé",
            "resumen",
            "beschreibung",
        ],
    ),
    (
        Column::Date,
        &[
            "date",
            "date_published",
            "published",
            "pubdate",
            "publication date",
            "datum",
            "fecha",
            "data",
            "published_at",
            "publish date",
            "year",
            "created",
            "created_at",
            "jahr",
            "année",
        ],
    ),
    (
        Column::Authors,
        &[
            "author",
            "authors",
            "byline",
            "creator",
            "writer",
            "autor",
            "auteur",
            "autore",
            "by",
            "verfasser",
            "autoren",
            "auteurs",
        ],
    ),
    (
        Column::Topics,
        &[
            "tags",
            "topics",
            "topic",
            "tag",
            "category",
            "categories",
            "subject",
            "subjects",
            "keywords",
            "schlagworte",
            "schlagwörter",
            "section",
            "thema",
            "themen",
            "mots-clés",
            "etiquetas",
        ],
    ),
    (
        Column::Url,
        &[
            "url",
            "link",
            "address",
            "permalink",
            "external_url",
            "uri",
            "website",
            "source url",
        ],
    ),
    (
        Column::Language,
        &["language", "lang", "sprache", "langue", "idioma", "lingua"],
    ),
    (
        Column::Note,
        &[
            "note",
            "notes",
            "archivist_note",
            "archivist's note",
            "comment",
            "anmerkung",
            "remarque",
        ],
    ),
    (
        Column::Picture,
        &["image", "picture", "image_url", "photo", "filename", "bild"],
    ),
];

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Title,
    Text,
    Html,
    Summary,
    Date,
    Authors,
    Topics,
    Url,
    Language,
    Note,
    Picture,
}

pub(super) fn columns(
    desk: &mut Desk<'_>,
    page: &Page,
    at: usize,
    header: &StringRecord,
) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = Vec::new();
    let mut unknown = Vec::new();
    for name in header {
        let plain = name.trim().to_lowercase();
        let found = COLUMNS
            .iter()
            .find(|(_, names)| names.contains(&plain.as_str()))
            .map(|(column, _)| *column);
        let first = found.filter(|column| {
            !columns.contains(&Some(*column)) || matches!(column, Column::Topics | Column::Authors)
        });
        if first.is_none() && !plain.is_empty() {
            unknown.push(quoted(name));
        }
        columns.push(first);
    }
    if columns.iter().any(Option::is_some) {
        for name in unknown {
            desk.note(page, at, Severity::Dropped, Kind::UnknownColumn(name));
        }
    }
    columns
}
