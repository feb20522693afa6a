//! One Fluent file into lines.

use std::fmt;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

use crate::{Language, Shape};

/// Unicode's isolates (UAX 9): what is put in between has its own direction and
/// leaves that of the sentence alone.
pub const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Variables that are a number or another message of the same language, which
/// need no isolating: it would only cost bytes.
const OWN: [&str; 14] = [
    "articles",
    "at",
    "column",
    "count",
    "date",
    "day",
    "from",
    "line",
    "month",
    "most",
    "near",
    "reference",
    "to",
    "year",
];

/// Where a file and what is said in code disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The language's tag.
    pub language: &'static str,
    /// The message, or what could not be read.
    pub message: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            language,
            message,
            what,
        } = self;
        write!(f, "words/{language}*.ftl: {message}: {what}")
    }
}

/// A message as it was read.
struct Read {
    name: String,
    value: Option<Pattern<String>>,
    step: Option<Pattern<String>>,
}

/// A line for each shape.
///
/// # Errors
/// Every fault of the file.
pub fn messages(
    language: &'static Language,
    source: &str,
    shapes: &[Shape],
) -> Result<Vec<String>, Vec<Fault>> {
    compile(language, source, shapes, false)
}

/// Two lines for each shape: the message, and its attribute `step`, which has no
/// variables.
///
/// # Errors
/// Every fault of the file.
pub fn pairs(
    language: &'static Language,
    source: &str,
    shapes: &[Shape],
) -> Result<Vec<String>, Vec<Fault>> {
    compile(language, source, shapes, true)
}

fn compile(
    language: &'static Language,
    source: &str,
    shapes: &[Shape],
    steps: bool,
) -> Result<Vec<String>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut fault = |message: &str, what: String| {
        faults.push(Fault {
            language: language.tag,
            message: message.to_owned(),
            what,
        });
    };
    let resource = match parser::parse(source.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let rest = source.get(error.pos.start..).unwrap_or_default();
                let place: String = rest.chars().take(40).collect();
                fault(&place, error.to_string());
            }
            resource
        }
    };
    let mut read: Vec<Read> = Vec::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let name = message.id.name;
        if read.iter().any(|held| held.name == name) {
            fault(&name, "is here twice".to_owned());
        }
        if !shapes.iter().any(|(known, _)| *known == name) {
            fault(&name, "is said nowhere; remove it".to_owned());
        }
        let mut attributes = message.attributes.into_iter();
        read.push(Read {
            name,
            value: message.value,
            step: attributes
                .find(|held| held.id.name == "step")
                .map(|held| held.value),
        });
    }
    let mut lines = Vec::new();
    for (name, variables) in shapes {
        let held = read.iter().find(|held| held.name == *name);
        let value = held.and_then(|held| held.value.as_ref());
        let mut patterns = vec![(*name, value, *variables)];
        if steps {
            let step = held.and_then(|held| held.step.as_ref());
            patterns.push(("its step", step, &[]));
        }
        for (part, pattern, variables) in patterns {
            let done = match pattern {
                Some(pattern) => line(language, pattern, variables),
                None => Err("is missing".to_owned()),
            };
            match done {
                Ok(line) => lines.push(line),
                Err(what) if part == *name => fault(name, what),
                Err(what) => fault(name, format!("{part} {what}")),
            }
        }
    }
    if faults.is_empty() {
        Ok(lines)
    } else {
        Err(faults)
    }
}

/// A pattern as one line; what is wrong with it otherwise.
fn line(
    language: &Language,
    pattern: &Pattern<String>,
    variables: &[&str],
) -> Result<String, String> {
    let mut line = Line {
        language,
        variables,
        used: vec![false; variables.len()],
    };
    let forms = line.forms(pattern)?;
    if let Some(at) = line.used.iter().position(|used| !used) {
        return Err(format!("does not use ${}", variables[at]));
    }
    Ok(forms.join("|"))
}

struct Line<'a> {
    language: &'a Language,
    variables: &'a [&'a str],
    used: Vec<bool>,
}

impl Line<'_> {
    /// The pattern's forms: one, or as many as its selector asks for.
    fn forms(&mut self, pattern: &Pattern<String>) -> Result<Vec<String>, String> {
        let mut forms = vec![String::new()];
        for element in &pattern.elements {
            let more = match element {
                PatternElement::TextElement { value } => vec![plain(value)?],
                PatternElement::Placeable { expression } => match expression {
                    Expression::Inline(inline) => vec![self.inline(inline)?],
                    Expression::Select { selector, variants } => {
                        if forms.len() > 1 {
                            return Err("has two selectors; one is all there can be".to_owned());
                        }
                        let mut keyed = Vec::new();
                        for variant in variants {
                            let said = match &variant.key {
                                VariantKey::Identifier { name } => (name.as_str(), false),
                                VariantKey::NumberLiteral { value } => (value.as_str(), true),
                            };
                            let forms = self.forms(&variant.value)?;
                            let [form] = forms.as_slice() else {
                                return Err("has a selector within another".to_owned());
                            };
                            keyed.push((said, variant.default, form.clone()));
                        }
                        self.select(selector, &keyed)?
                    }
                },
            };
            forms = match (forms.as_slice(), more.as_slice()) {
                ([before], more) => more.iter().map(|form| format!("{before}{form}")).collect(),
                (forms, [after]) => forms.iter().map(|form| format!("{form}{after}")).collect(),
                _ => return Err("has two selectors; one is all there can be".to_owned()),
            };
        }
        Ok(forms)
    }

    /// The forms of a selector, in the order in which the reader counts them.
    fn select(
        &mut self,
        selector: &InlineExpression<String>,
        keyed: &[((&str, bool), bool, String)],
    ) -> Result<Vec<String>, String> {
        let InlineExpression::VariableReference { id } = selector else {
            return Err("selects by something else than a variable".to_owned());
        };
        if self.variables.first() != Some(&id.name.as_str()) {
            return Err(format!(
                "selects by ${}, not by its first variable",
                id.name
            ));
        }
        if let Some(used) = self.used.first_mut() {
            *used = true;
        }
        if keyed.iter().all(|((_, number), ..)| *number) {
            return Ok(keyed.iter().map(|(.., form)| form.clone()).collect());
        }
        let categories = self.language.categories;
        if let Some(((key, _), ..)) = keyed
            .iter()
            .find(|((key, _), ..)| !categories.contains(key))
        {
            return Err(format!(
                "has a form for “{key}”, which this language has not"
            ));
        }
        let default = keyed.iter().find(|(_, default, _)| *default);
        let of = |category: &&str| {
            let own = keyed.iter().find(|((key, _), ..)| key == category);
            own.or(default).map(|(.., form)| form.clone())
        };
        let forms: Vec<String> = categories.iter().filter_map(of).collect();
        Ok(forms)
    }

    fn inline(&mut self, inline: &InlineExpression<String>) -> Result<String, String> {
        match inline {
            InlineExpression::VariableReference { id } => {
                let at = self.variables.iter().position(|name| *name == id.name);
                let Some(at) = at.filter(|at| *at < 10) else {
                    return Err(format!("has ${}, which is not given to it", id.name));
                };
                self.used[at] = true;
                if self.language.right_to_left && !OWN.contains(&id.name.as_str()) {
                    return Ok(format!("{}${at}{}", ISOLATE[0], ISOLATE[1]));
                }
                Ok(format!("${at}"))
            }
            InlineExpression::StringLiteral { value } => plain(value),
            _ => Err("has what is neither a variable nor quoted text".to_owned()),
        }
    }
}

/// Text without what means something in a compiled line.
fn plain(text: &str) -> Result<String, String> {
    match text
        .chars()
        .find(|letter| matches!(letter, '$' | '|' | '\n'))
    {
        Some('\n') => Err("goes over several lines".to_owned()),
        Some(letter) => Err(format!(
            "has “{letter}” in it, which the reader takes for its own"
        )),
        None => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language;

    fn check(source: &str, variables: &'static [&'static str], wanted: Result<&str, &str>) {
        let done = messages(language("en").unwrap(), source, &[("m", variables)]);
        let done = match &done {
            Ok(lines) => Ok(lines[0].as_str()),
            Err(faults) => Err(faults[0].what.as_str()),
        };
        match (done, wanted) {
            (Err(what), Err(wanted)) => assert!(what.contains(wanted), "{source}: {what}"),
            _ => assert_eq!(done, wanted, "{source}"),
        }
    }

    #[test]
    fn messages_become_lines() {
        check("m = Words", &[], Ok("Words"));
        check("m = A { $b } c { $a }", &["a", "b"], Ok("A $1 c $0"));
        check("m = A {\"{\"} c", &[], Ok("A { c"));
        let plural = "m = In { $n ->\n [one] { $n } day\n *[other] { $n } days\n }!";
        check(plural, &["n"], Ok("In $0 day!|In $0 days!"));
        check("m = { $n ->\n *[other] days\n }", &["n"], Ok("days|days"));
        check(
            "m = { $n ->\n [1] a\n [7] b\n *[9] c\n }",
            &["n"],
            Ok("a|b|c"),
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        check("n = x", &[], Err("said nowhere"));
        check("", &[], Err("missing"));
        check("m = x\nm = y", &[], Err("twice"));
        check("m = { $b }", &["a"], Err("not given"));
        check("m = x", &["a"], Err("does not use $a"));
        check("m = a | b", &[], Err("takes for its own"));
        check("m = a $ b", &[], Err("takes for its own"));
        check("m = a\n    b", &[], Err("several lines"));
        check("m = { n }", &[], Err("neither a variable"));
        check(
            "m = { $n ->\n [few] a\n *[other] b\n }",
            &["n"],
            Err("“few”"),
        );
        check(
            "m = { $b ->\n *[other] b\n }",
            &["a", "b"],
            Err("first variable"),
        );
        check("m = { \"x", &[], Err(""));
    }
}
