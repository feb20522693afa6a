//! A sheet to draw on: text in one face, bars and frames, out as a PNG.
//!
//! No shaping: a letter is a glyph and glyphs stand side by side, which is right
//! for the scripts the faces have. What they lack, [`Face::takes`] says, and it
//! is never drawn as a box.

use std::io::Write as _;

use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Transform};
use ttf_parser::{GlyphId, OutlineBuilder};

use crate::settings::Colour;

/// A face that text is drawn in.
pub struct Face(ttf_parser::Face<'static>);

impl Face {
    /// The bold face.
    pub fn bold() -> Option<Self> {
        Self::of(include_bytes!("../../../font/noto-serif-bold.ttf"))
    }

    /// The regular face.
    pub fn regular() -> Option<Self> {
        Self::of(include_bytes!("../../../font/noto-serif-regular.ttf"))
    }

    fn of(bytes: &'static [u8]) -> Option<Self> {
        ttf_parser::Face::parse(bytes, 0).ok().map(Self)
    }

    /// The text as this face can show it: without signs it has no glyph for,
    /// such as pictures and marks of direction; `None` when letters are missing,
    /// for then it would not be the text any more.
    pub fn takes(&self, text: &str) -> Option<String> {
        let mut out = String::new();
        for letter in text.chars() {
            if self.0.glyph_index(letter).is_some() {
                out.push(letter);
            } else if letter.is_whitespace() {
                out.push(' ');
            } else if letter.is_alphanumeric() {
                return None;
            }
        }
        let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        (!out.is_empty()).then_some(out)
    }

    fn glyphs(&self, text: &str) -> impl Iterator<Item = (GlyphId, f32)> {
        text.chars().filter_map(|letter| {
            let glyph = self.0.glyph_index(letter)?;
            let advance = self.0.glyph_hor_advance(glyph).unwrap_or_default();
            Some((glyph, f32::from(advance)))
        })
    }

    /// Pixels a line takes in a size.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        self.glyphs(text).map(|(_, advance)| advance).sum::<f32>() * self.scale(size)
    }

    fn scale(&self, size: f32) -> f32 {
        size / f32::from(self.0.units_per_em())
    }
}

/// A picture: what is on it, bottom first.
///
/// It is painted a band at a time, each band handed on before the next one, so
/// that a picture never lies in memory whole.
pub struct Sheet {
    width: u32,
    height: u32,
    paper: Colour,
    shapes: Vec<(Path, Transform, Colour)>,
}

/// How high a band is, in pixels.
const BAND: u32 = 45;

impl Sheet {
    /// An empty one.
    pub fn new(width: u32, height: u32, paper: Colour) -> Self {
        Self {
            width,
            height,
            paper,
            shapes: Vec::new(),
        }
    }

    /// A filled rectangle.
    pub fn bar(&mut self, [x, y, width, height]: [f32; 4], colour: Colour) {
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            let path = PathBuilder::from_rect(rect);
            self.shapes.push((path, Transform::identity(), colour));
        }
    }

    /// The outline of a rectangle, its line inside.
    pub fn frame(&mut self, [x, y, width, height]: [f32; 4], line: f32, colour: Colour) {
        self.bar([x, y, width, line], colour);
        self.bar([x, y + height - line, width, line], colour);
        self.bar([x, y, line, height], colour);
        self.bar([x + width - line, y, line, height], colour);
    }

    /// A line of text whose middle and baseline stand at a point.
    pub fn text(&mut self, face: &Face, text: &str, size: f32, [x, y]: [f32; 2], colour: Colour) {
        let scale = face.scale(size);
        let mut outline = Outline(PathBuilder::new(), 0.0);
        for (glyph, advance) in face.glyphs(text) {
            face.0.outline_glyph(glyph, &mut outline);
            outline.1 += advance;
        }
        let left = x - outline.1 * scale / 2.0;
        if let Some(path) = outline.0.finish() {
            let place = Transform::from_row(scale, 0.0, 0.0, -scale, left, y);
            self.shapes.push((path, place, colour));
        }
    }

    /// The picture as a PNG.
    pub fn png(&self) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().ok()?;
        let mut rows = writer.stream_writer().ok()?;
        let mut band = Pixmap::new(self.width, BAND)?;
        let [red, green, blue] = self.paper.0;
        let mut top = 0;
        while top < self.height {
            band.fill(Color::from_rgba8(red, green, blue, 255));
            for (path, place, colour) in &self.shapes {
                let place = place.post_translate(0.0, -(top as f32));
                band.fill_path(path, &paint(*colour), FillRule::Winding, place, None);
            }
            let height = BAND.min(self.height - top) as usize;
            let pixels = band.pixels().iter().take(height * self.width as usize);
            // All that is painted is opaque, so nothing is to be divided out.
            for pixel in pixels {
                rows.write_all(&[pixel.red(), pixel.green(), pixel.blue()])
                    .ok()?;
            }
            top += BAND;
        }
        rows.finish().ok()?;
        writer.finish().ok()?;
        Some(out)
    }
}

fn paint(colour: Colour) -> Paint<'static> {
    let [red, green, blue] = colour.0;
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

/// Glyphs side by side as one path, in the face's units; the number is where the
/// next one begins.
struct Outline(PathBuilder, f32);

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(self.1 + x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(self.1 + x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(self.1 + x1, y1, self.1 + x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let at = self.1;
        self.0.cubic_to(at + x1, y1, at + x2, y2, at + x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
