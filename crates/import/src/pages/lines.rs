//! Lines of a page, and which of them are its furniture.

use super::blocks::Block;
use super::dom::{Dom, Id};

/// Longer lines are no byline or date.
pub(super) const LONGEST_LINE: usize = 120;

/// Lines that begin so, or are just this, are furniture wherever they stand
/// at the end of a text. In small letters.
#[rustfmt::skip]
const FURNITURE: &[&str] = &[
    "share this", "share:", "share on", "tweet", "print this", "printer friendly",
    "printable version", "email this", "e-mail this", "send to a friend", "back to top",
    "top of page", "return to", "back to", "read more", "related", "see also:", "more from",
    "more on", "you may also", "posted in", "this entry was posted", "posted by", "filed under", "tags:", "tagged",
    "categories:", "category:", "comments", "leave a reply", "leave a comment", "add a comment",
    "no comments", "copyright", "©", "(c)", "all rights reserved", "previous:", "next:",
    "previous article", "next article", "« ", "» ", "← ", "→ ", "advertisement", "sponsored",
    "continue reading below", "subscribe", "sign up", "follow us", "home", "contents", "permalink",
    "trackback", "last updated", "last modified", "page last", "this page", "skip to",
    "you are here", "teilen", "drucken", "kommentare", "zurück", "nach oben", "imprimer",
    "partager", "commentaires", "haut de page", "retour", "imprimir", "compartir", "comentarios",
    "volver", "stampa", "condividi", "commenti", "torna",
];

/// What stands over the comments of readers, in small letters and without
/// numbers.
#[rustfmt::skip]
const COMMENTS: &[&str] = &[
    "comments", "comment", "responses", "response to", "reader comments", "leave a reply", "leave a comment",
    "leave comment", "post a comment", "post comment", "add a comment", "add comment", "join the discussion",
    "join the conversation", "what do you think", "your comments", "readers' comments", "have your say",
    "thoughts on", "replies", "discuss this", "kommentare", "kommentar", "leserkommentare", "ihr kommentar",
    "commentaires", "réactions", "vos réactions", "laisser un commentaire", "comentarios", "deja un comentario",
    "deja una respuesta", "comentários", "commenti", "lascia un commento", "reacties", "kommentarer",
    "komentarze", "komentáře", "комментарии", "комментариев", "коментарі", "コメント", "留言", "评论", "評論",
    "回應", "댓글", "التعليقات", "تعليقات",
];

/// Whether a short line stands over the comments of readers.
pub(super) fn is_comments(words: &str) -> bool {
    let small: String = words
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_ascii_digit() && !"()[]:#,.".contains(*c))
        .collect();
    let small = small.trim();
    // Without a number it is a column of a table, or a word in a menu.
    if small == "comment" && !words.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    COMMENTS
        .iter()
        .any(|start| small.starts_with(start) && small.chars().count() < start.chars().count() + 50)
}

pub(super) fn is_furniture(words: &str) -> bool {
    let small = words
        .trim_start_matches(|c: char| !c.is_alphanumeric() && !"©(«»←→".contains(c))
        .to_lowercase();
    FURNITURE
        .iter()
        .any(|start| small.starts_with(start) && small.len() < start.len() + 80)
}

pub(super) fn looks_like_date(words: &str) -> bool {
    words.chars().filter(char::is_ascii_digit).count() >= 4 && words.split_whitespace().count() < 12
}

/// A text with its white space as single spaces, put together as it is read:
/// a list of its words takes many times what they do.
pub(super) fn plain(text: &str) -> String {
    let mut line = String::new();
    push_plain(&mut line, text);
    line
}

fn push_plain(line: &mut String, text: &str) {
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
}

/// Whether two texts have the same letters; a page repeats its headline with
/// other quotation marks.
pub(super) fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let (one, other) = (letters(one), letters(other));
    !one.is_empty() && one == other
}

/// The lines of a block, as `<br>` parts them.
pub(super) fn lines_of(dom: &Dom, block: &Block) -> Vec<String> {
    let mut lines = vec![String::new()];
    for id in block.from..=block.to {
        if dom.is_text(id)
            && let Some(line) = lines.last_mut()
        {
            line.push_str(dom.words(id));
        } else if dom.tag(id) == "br" && lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(String::new());
        }
    }
    for line in &mut lines {
        *line = plain(line);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// The words of a block.
pub(super) fn words_of(dom: &Dom, block: &Block) -> String {
    let mut words = String::new();
    for id in (block.from..=block.to).filter(|id| dom.is_text(*id)) {
        words.push_str(dom.words(id));
    }
    plain(&words)
}

pub(super) fn is_heading(dom: &Dom, id: Id) -> bool {
    matches!(dom.tag(id), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}
