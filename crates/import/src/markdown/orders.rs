//! Orders to a generator in a Markdown text: Liquid of Jekyll, shortcodes of
//! Hugo and Zola.
//!
//! Carried out: code blocks, figures, references to other pages, filters on an
//! address, pairs around text (whose text stays). Taken out and told: the rest.
//! Code that is fenced is left alone, for it may be about just this.

/// An order that could not be carried out: where, and its words.
type Unknown = (usize, String);

/// Longer orders are none.
const LONGEST: usize = 2_000;

/// Ends of a pair whose text stays, and what is silently taken out.
#[rustfmt::skip]
const SILENT: &[&str] = &[
    "raw", "endraw", "verbatim", "endverbatim", "else", "end", "endif", "endfor", "endunless",
    "comment", "endcomment", "toc", "TOC", "more",
];

/// The text with its orders carried out, and those that could not be.
pub(super) fn carry_out(text: &str) -> (String, Vec<Unknown>) {
    let mut out = String::with_capacity(text.len());
    let mut unknown = Vec::new();
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let bare = line.trim_start();
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| bare.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        if fence.is_some() || mark.is_some() {
            out.push_str(line);
            continue;
        }
        // Kramdown's attributes stand on a line of their own.
        if bare.starts_with("{:") && bare.trim_end().ends_with('}') {
            continue;
        }
        // Zola's `@/` is the top of `content`.
        let line = line.replace("](@/", "](/");
        in_line(&line, start, &mut out, &mut unknown);
    }
    (out, unknown)
}

fn in_line(line: &str, start: usize, out: &mut String, unknown: &mut Vec<Unknown>) {
    let mut rest = line;
    while let Some(at) = rest.find("{%").into_iter().chain(rest.find("{{")).min() {
        let (before, order) = rest.split_at(at);
        out.push_str(before);
        let close = if order.starts_with("{%") { "%}" } else { "}}" };
        let near = &order[..order.floor_char_boundary(LONGEST)];
        let Some(end) = near.find(close).map(|end| end + close.len()) else {
            out.push_str(&order[..2]);
            rest = &order[2..];
            continue;
        };
        let (order, after) = order.split_at(end);
        rest = after;
        if order.starts_with("{{</*") || order.starts_with("{{%/*") {
            out.push_str(order);
        } else if !one(order, out) {
            unknown.push((
                start + (line.len() - after.len() - order.len()),
                order.trim().to_owned(),
            ));
        }
    }
    out.push_str(rest);
}

/// Carries out one order; whether it could be.
fn one(order: &str, out: &mut String) -> bool {
    let inner = order.trim_matches(['{', '}', '%', '<', '>', ' ', '-', '\n']);
    let inner = inner.trim_start_matches('/').trim();
    let name = inner
        .split(|c: char| c.is_whitespace() || c == '(' || c == '|')
        .next()
        .unwrap_or_default();
    let closing = order.contains("/ ")
        || order.starts_with("{{</")
        || order.starts_with("{{< /")
        || order.starts_with("{{%/")
        || order.starts_with("{{% /");
    let statement = order.starts_with("{%");
    let rest = inner.get(name.len()..).unwrap_or_default().trim();
    match name {
        "highlight" | "prism" if !closing => out.push_str(&format!(
            "\n```{}\n",
            rest.split([' ', '"']).next().unwrap_or_default()
        )),
        "highlight" | "prism" | "endhighlight" => out.push_str("\n```\n"),
        "figure" | "img" | "image" if !closing && !statement => return figure(rest, out),
        "post_url" | "link" if statement => {
            let folder = if name == "post_url" && !rest.starts_with('/') {
                "/_posts/"
            } else {
                "/"
            };
            out.push_str(&format!("{folder}{}", rest.trim_matches(['"', '\'', '/'])));
        }
        "ref" | "relref" => out.push_str(&quoted(rest).unwrap_or_else(|| rest.to_owned())),
        "site.baseurl" | "site.url" | "page.url" | "site.github.url" => {}
        "get_url" => {
            out.push_str(&value(rest.trim_matches(['(', ')']), "path").unwrap_or_default());
        }
        _ if SILENT.contains(&name) => {}
        // `"/a.png" | relative_url`: the address is what matters.
        _ if inner.starts_with(['"', '\'']) && !statement => {
            out.push_str(&quoted(inner).unwrap_or_default());
        }
        // The words between an order's two ends stay where they are.
        _ if closing => {}
        _ if statement && name.starts_with("end") => {}
        _ => return false,
    }
    true
}

fn figure(rest: &str, out: &mut String) -> bool {
    let Some(source) = value(rest, "src").or_else(|| quoted(rest)) else {
        return false;
    };
    let words = value(rest, "alt")
        .or_else(|| value(rest, "title"))
        .unwrap_or_default();
    out.push_str(&format!(
        "<figure><img src=\"{}\" alt=\"{}\">",
        escaped(&source),
        escaped(&words)
    ));
    if let Some(caption) = value(rest, "caption") {
        out.push_str(&format!("<figcaption>{}</figcaption>", escaped(&caption)));
    }
    out.push_str("</figure>");
    true
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// The value of `name="value"` or `name=value`.
fn value(text: &str, name: &str) -> Option<String> {
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let apart = rest[..at]
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric());
        let after = rest[at + name.len()..].trim_start();
        if let Some(value) = after
            .strip_prefix('=')
            .filter(|_| apart)
            .map(str::trim_start)
        {
            return quoted(value).or_else(|| value.split_whitespace().next().map(str::to_owned));
        }
        rest = &rest[at + name.len()..];
    }
    None
}

/// The text in quotation marks at the start.
fn quoted(text: &str) -> Option<String> {
    let quote = text
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\'' | '`'))?;
    Some(text[1..].split(quote).next()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, wanted: &str, unknown: &[&str]) {
        let (done, left) = carry_out(text);
        assert_eq!(done, wanted, "{text}");
        let left: Vec<&str> = left
            .iter()
            .map(|(at, order)| {
                assert!(text[*at..].starts_with(order.as_str()), "{text} {at}");
                order.as_str()
            })
            .collect();
        assert_eq!(left, unknown, "{text}");
    }

    #[test]
    fn orders() {
        check(
            "a {% highlight rust %}\nx\n{% endhighlight %}",
            "a \n```rust\n\nx\n\n```\n",
            &[],
        );
        check("![x]({{ \"/a.png\" | relative_url }})", "![x](/a.png)", &[]);
        check("![x]({{ site.baseurl }}/a.png)", "![x](/a.png)", &[]);
        check(
            "[b]({% post_url 2003-03-07-b %})",
            "[b](/_posts/2003-03-07-b)",
            &[],
        );
        check(
            "{{< figure src=\"a.png\" alt=\"A\" caption=\"C & d\" >}}",
            "<figure><img src=\"a.png\" alt=\"A\"><figcaption>C &amp; d</figcaption></figure>",
            &[],
        );
        check("[b]({{< ref \"b.md\" >}})", "[b](b.md)", &[]);
        check("é {{< youtube abc >}} b", "é  b", &["{{< youtube abc >}}"]);
        check(
            "{{% notice tip %}}words{{% /notice %}}",
            "words",
            &["{{% notice tip %}}"],
        );
        check(
            "```\n{% x %}\n```\n{: .class}\n{% include a.html %}",
            "```\n{% x %}\n```\n",
            &["{% include a.html %}"],
        );
        check("{{ unclosed", "{{ unclosed", &[]);
    }
}
