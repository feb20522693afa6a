//! A colour, and how well it is read on another (WCAG 2.2).

use std::fmt;
use std::str::FromStr;

/// Red, green and blue in sRGB, from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// Steps in which a better colour is looked for.
const STEPS: u8 = 64;

impl Colour {
    /// Black and white.
    pub const BLACK: Self = Self([0; 3]);
    /// See [`Self::BLACK`].
    pub const WHITE: Self = Self([255; 3]);

    /// Relative luminance, from 0 to 1, as WCAG 2.2 defines it.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of two colours, from 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// This colour with a part of another in it, `part` from 0 to 1.
    #[must_use]
    pub fn mixed(self, other: Self, part: f64) -> Self {
        let mut mixed = self.0;
        for (own, other) in mixed.iter_mut().zip(other.0) {
            let between = f64::from(*own) * (1.0 - part) + f64::from(other) * part;
            *own = between.round() as u8;
        }
        Self(mixed)
    }

    /// The nearest shade of this colour, darker or lighter, that fits; black or
    /// white if none does.
    #[must_use]
    pub fn shade(self, darker: bool, fits: impl Fn(Self) -> bool) -> Self {
        let end = if darker { Self::BLACK } else { Self::WHITE };
        (0..=STEPS)
            .map(|step| self.mixed(end, f64::from(step) / f64::from(STEPS)))
            .find(|shade| fits(*shade))
            .unwrap_or(end)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl FromStr for Colour {
    type Err = String;

    /// `#rgb` or `#rrggbb`.
    fn from_str(text: &str) -> Result<Self, String> {
        let digits: Option<Vec<u8>> = text.strip_prefix('#').and_then(|digits| {
            let digits = digits.chars();
            digits
                .map(|digit| {
                    digit
                        .to_digit(16)
                        .and_then(|digit| u8::try_from(digit).ok())
                })
                .collect()
        });
        match digits.as_deref() {
            Some(&[r, g, b]) => Ok(Self([r * 17, g * 17, b * 17])),
            Some(&[r, s, g, h, b, c]) => Ok(Self([r * 16 + s, g * 16 + h, b * 16 + c])),
            _ => Err(format!(
                "“{text}” is no colour; write one as # and six hexadecimal digits, such as #9a1b1e"
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().unwrap()
    }

    #[test]
    fn colours_are_read_and_written() {
        for (text, wanted) in [
            ("#9a1b1e", "#9a1b1e"),
            ("#FFF", "#ffffff"),
            ("#08f", "#0088ff"),
        ] {
            assert_eq!(colour(text).to_string(), wanted);
        }
        for text in [
            "",
            "#",
            "red",
            "9a1b1e",
            "#9a1b1",
            "#9a1b1e00",
            "#ggg",
            "#é1",
        ] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }

    #[test]
    fn contrast_is_wcags() {
        // Known pairs: the two ends, and the grey that just passes on white.
        for (one, other, wanted) in [
            ("#000", "#fff", 21.0),
            ("#fff", "#fff", 1.0),
            ("#767676", "#fff", 4.54),
            ("#777777", "#fff", 4.48),
        ] {
            let found = colour(one).contrast(colour(other));
            assert!((found - wanted).abs() < 0.005, "{one} {other} {found}");
            assert!((found - colour(other).contrast(colour(one))).abs() < 1e-9);
        }
    }

    #[test]
    fn a_shade_is_the_nearest_that_fits() {
        let fits = |shade: Colour| shade.contrast(Colour::WHITE) >= 4.5;
        assert_eq!(colour("#9a1b1e").shade(true, fits), colour("#9a1b1e"));
        let shade = colour("#ff0000").shade(true, fits);
        assert!(
            fits(shade) && !fits(shade.mixed(colour("#ff0000"), 0.25)),
            "{shade}"
        );
        assert_eq!(colour("#123456").shade(false, |_| false), Colour::WHITE);
    }
}
