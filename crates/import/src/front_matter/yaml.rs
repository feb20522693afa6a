//! YAML's events as values.

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::{Field, MOST_DEPTH, Value};

/// What is being put together.
enum Open {
    List(Vec<Value>),
    Map(Vec<Field>, Option<(String, usize)>),
    /// Deeper than is read.
    Passed,
}

/// The fields, or where and why it cannot be read.
pub(super) fn read(text: &str, from: usize) -> Result<Vec<Field>, (usize, String)> {
    let lines = Lines::new(text);
    let mut open: Vec<Open> = Vec::new();
    let mut fields = Vec::new();
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| {
            let marker = error.marker();
            (
                from + lines.offset(marker.line(), marker.col()),
                error.info().to_owned(),
            )
        })?;
        let at = |span: &Span| from + lines.offset(span.start.line(), span.start.col());
        let value = match event {
            Event::Scalar(text, style, ..) => {
                if let Some(Open::Map(_, name @ None)) = open.last_mut() {
                    *name = Some((text.to_lowercase(), at(&span)));
                    continue;
                }
                scalar(&text, style)
            }
            Event::Alias(_) => {
                if let Some(Open::Map(_, name @ None)) = open.last_mut() {
                    *name = Some((String::new(), at(&span)));
                    continue;
                }
                Value::Null
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                open.push(if open.len() >= MOST_DEPTH {
                    Open::Passed
                } else if matches!(event, Event::SequenceStart(..)) {
                    Open::List(Vec::new())
                } else {
                    Open::Map(Vec::new(), None)
                });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(Open::List(list)) => Value::List(list),
                Some(Open::Map(fields, _)) => Value::Map(fields),
                _ => Value::Null,
            },
            _ => continue,
        };
        match open.last_mut() {
            Some(Open::List(list)) => list.push(value),
            Some(Open::Map(fields, name)) => match name.take() {
                Some((name, at)) => fields.push(Field { name, value, at }),
                // A list or map as a name means nothing here.
                None => *name = Some((String::new(), from)),
            },
            Some(Open::Passed) => {}
            None => {
                if let Value::Map(read) = value {
                    fields = read;
                }
            }
        }
    }
    Ok(fields)
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    if style != ScalarStyle::Plain {
        return Value::Text(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" | "yes" | "Yes" => Value::Bool(true),
        "false" | "False" | "FALSE" | "no" | "No" => Value::Bool(false),
        text => Value::Text(text.to_owned()),
    }
}

/// Where lines begin.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// The offset of a line from 1 and a column from 0, in characters.
    fn offset(&self, line: usize, column: usize) -> usize {
        let Some(start) = self.starts.get(line.saturating_sub(1)) else {
            return self.text.len();
        };
        let rest = &self.text[*start..];
        let column = rest
            .char_indices()
            .nth(column)
            .map_or(rest.len(), |(at, _)| at);
        start + column
    }
}
