//! JSON as text: the little that a record needs, in an order of our choosing.

/// A value of JSON.
pub enum Json {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u32),
    /// True.
    True,
    /// Values in order.
    List(Vec<Json>),
    /// Named values in order.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Writes the value, objects a member a line.
    pub fn write(&self, depth: usize, out: &mut String) {
        match self {
            Self::Text(text) => quoted(text, out),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::True => out.push_str("true"),
            Self::List(values) => {
                out.push('[');
                for (at, value) in values.iter().enumerate() {
                    if at > 0 {
                        out.push_str(", ");
                    }
                    value.write(depth, out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (at, (name, value)) in members.iter().enumerate() {
                    out.push_str(if at > 0 { ",\n" } else { "\n" });
                    out.push_str(&"  ".repeat(depth + 1));
                    quoted(name, out);
                    out.push_str(": ");
                    value.write(depth + 1, out);
                }
                out.push('\n');
                out.push_str(&"  ".repeat(depth));
                out.push('}');
            }
        }
    }
}

/// A text as RFC 8259, section 7, has it.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            control if u32::from(control) < 0x20 => {
                out.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}
