//! JSON laid out for people: a member of an article a line.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

/// Writes a value as JSON: so many levels of it broken into lines, the deeper
/// on one.
pub(super) fn lay_out(
    out: &mut impl Write,
    value: &impl Serialize,
    indent: usize,
    broken: usize,
) -> io::Result<()> {
    let layout = Layout {
        indent,
        broken,
        depth: 0,
    };
    value.serialize(&mut serde_json::Serializer::with_formatter(out, layout))?;
    Ok(())
}

struct Layout {
    indent: usize,
    broken: usize,
    depth: usize,
}

impl Layout {
    fn line<W: Write + ?Sized>(&self, out: &mut W, depth: usize) -> io::Result<()> {
        out.write_all(b"\n")?;
        (0..self.indent + depth).try_for_each(|_| out.write_all(b"  "))
    }

    fn next<W: Write + ?Sized>(&self, out: &mut W, first: bool) -> io::Result<()> {
        if self.depth <= self.broken {
            if !first {
                out.write_all(b",")?;
            }
            return self.line(out, self.depth);
        }
        if first { Ok(()) } else { out.write_all(b", ") }
    }

    fn end<W: Write + ?Sized>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        if self.depth <= self.broken {
            self.line(out, self.depth - 1)?;
        }
        self.depth -= 1;
        out.write_all(bracket)
    }
}

impl Formatter for Layout {
    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"{")
    }
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"[")
    }
    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"}")
    }
    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"]")
    }
    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }
    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }
    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}
