//! The colours of a theme: those a publisher chooses, those that follow from
//! them, and whether they can be read.

use super::colour::Colour;

/// What WCAG 2.2 wants of text (success criterion 1.4.3, level AA).
const READABLE: f64 = 4.5;

/// The colours a publisher may choose.
pub const NAMES: [&str; 5] = ["accent", "ink", "mark", "paper", "soft"];

/// By day or by night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// As `backissue.toml` and the style sheet call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The reader's own colours, as in `style.css` (a test compares them).
    #[must_use]
    pub fn own(self) -> Palette {
        let [paper, raised, ink, soft, rule, accent, tint, bar, mark] = match self {
            Self::Light => [
                0xfb_f9f5, 0xff_fdfa, 0x1b_1917, 0x5f_594f, 0xdd_d6ca, 0x9a_1b1e, 0xf3_ece3,
                0xc9_8f8a, 0xfb_e3a1,
            ],
            Self::Dark => [
                0x15_1412, 0x20_1e1b, 0xeb_e6dc, 0xaa_a296, 0x38_342e, 0xf2_948a, 0x24_211d,
                0x7d_4944, 0x5f_4a12,
            ],
        }
        .map(|number: u32| {
            let [_, red, green, blue] = number.to_be_bytes();
            Colour([red, green, blue])
        });
        Palette {
            paper,
            raised,
            ink,
            soft,
            rule,
            accent,
            tint,
            bar,
            mark,
        }
    }
}

/// What a publisher has chosen of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chosen {
    paper: Option<Colour>,
    ink: Option<Colour>,
    soft: Option<Colour>,
    accent: Option<Colour>,
    mark: Option<Colour>,
}

impl Chosen {
    /// Where the colour of one of [`NAMES`] goes.
    pub fn place(&mut self, name: &str) -> &mut Option<Colour> {
        match name {
            "accent" => &mut self.accent,
            "ink" => &mut self.ink,
            "mark" => &mut self.mark,
            "paper" => &mut self.paper,
            _ => &mut self.soft,
        }
    }
}

/// All colours of a theme, named as in `style.css`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// What everything stands on.
    pub paper: Colour,
    /// Sheets and fields, which lie on it.
    pub raised: Colour,
    /// The text.
    pub ink: Colour,
    /// Text that matters less.
    pub soft: Colour,
    /// Lines.
    pub rule: Colour,
    /// Links pointed at, topics, focus.
    pub accent: Colour,
    /// Buttons and code.
    pub tint: Colour,
    /// The timeline.
    pub bar: Colour,
    /// Behind words that were searched for.
    pub mark: Colour,
}

impl Palette {
    /// The theme that follows from a choice. Without another paper or ink all
    /// that was not chosen stays the reader's own; with one it is mixed from
    /// them, in the proportions that the reader's own colours have.
    #[must_use]
    pub fn of(scheme: Scheme, chosen: &Chosen) -> Self {
        let own = scheme.own();
        let accent = chosen.accent.unwrap_or(own.accent);
        if chosen.paper.is_none() && chosen.ink.is_none() {
            return Self {
                accent,
                soft: chosen.soft.unwrap_or(own.soft),
                mark: chosen.mark.unwrap_or(own.mark),
                bar: own.paper.mixed(accent, 0.45),
                ..own
            };
        }
        let paper = chosen.paper.unwrap_or(own.paper);
        let ink = chosen.ink.unwrap_or(own.ink);
        let raised = match scheme {
            Scheme::Light => paper.mixed(Colour::WHITE, 0.5),
            Scheme::Dark => paper.mixed(ink, 0.05),
        };
        let tint = paper.mixed(ink, 0.05);
        Self {
            paper,
            raised,
            ink,
            soft: chosen.soft.unwrap_or_else(|| {
                let grounds = [paper, raised, tint];
                let soft = ink.mixed(paper, 0.3);
                soft.shade(scheme == Scheme::Light, |soft| {
                    least(soft, &grounds) >= READABLE
                })
            }),
            rule: paper.mixed(ink, 0.16),
            accent,
            tint,
            bar: paper.mixed(accent, 0.45),
            mark: chosen.mark.unwrap_or_else(|| marked(own.mark, paper, ink)),
        }
    }

    /// What cannot be read, with the setting that is to blame.
    #[must_use]
    pub fn faults(&self, scheme: Scheme, chosen: &Chosen) -> Vec<(&'static str, String)> {
        let mut faults = Vec::new();
        let theme = scheme.name();
        let lighter = self.paper.luminance() > self.ink.luminance();
        if lighter != (scheme == Scheme::Light) {
            let name = if chosen.paper.is_some() {
                "paper"
            } else {
                "ink"
            };
            let (ink, other) = match scheme {
                Scheme::Light => ("darker", Scheme::Dark),
                Scheme::Dark => ("lighter", Scheme::Light),
            };
            faults.push((
                name,
                format!(
                    "in the {theme} theme the ink ({}) must be {ink} than the paper ({}); give both, or move this to [colours.{}]",
                    self.ink,
                    self.paper,
                    other.name()
                ),
            ));
            return faults;
        }
        for name in ["ink", "soft", "accent", "mark"] {
            let (colour, contrast) = self.weakest(name);
            // With an ink that cannot be read, what is mixed from it is no news.
            if contrast >= READABLE || (name != "accent" && !faults.is_empty()) {
                continue;
            }
            // What was chosen is to blame, and of two, what stands on the other.
            let own = chosen.clone().place(name).is_none();
            let blamed = match own {
                false => name,
                true if chosen.paper.is_some() => "paper",
                true => "ink",
            };
            let better = match name {
                "mark" => marked(self.mark, self.paper, self.ink),
                _ => colour.shade(scheme == Scheme::Light, |shade| {
                    let mut other = *chosen;
                    *other.place(name) = Some(shade);
                    Self::of(scheme, &other).weakest(name).1 >= READABLE
                }),
            };
            let on = match name {
                "mark" => format!("under ink ({})", self.ink),
                _ => format!("on paper ({})", self.paper),
            };
            let own = if own { ", the reader's own" } else { "" };
            faults.push((
                blamed,
                format!(
                    "{name} ({colour}{own}) {on} in the {theme} theme has a contrast of {contrast:.1} to 1 where it is weakest, and needs {READABLE} to be read (WCAG 2.2 AA); try {better} for the {name}"
                ),
            ));
        }
        faults
    }

    /// A colour, and its contrast with what it is weakest on.
    fn weakest(&self, name: &str) -> (Colour, f64) {
        let grounds = [self.paper, self.raised, self.tint];
        let (colour, on) = match name {
            "ink" => (self.ink, &grounds[..]),
            "soft" => (self.soft, &grounds[..]),
            "accent" => (self.accent, &grounds[..]),
            _ => (self.mark, &[self.ink][..]),
        };
        (colour, least(colour, on))
    }

    /// The declarations of a style sheet.
    #[must_use]
    pub fn css(&self) -> String {
        format!(
            "--paper: {}; --raised: {}; --ink: {}; --soft: {}; --rule: {}; --accent: {}; --tint: {}; --bar: {}; --mark: {};",
            self.paper,
            self.raised,
            self.ink,
            self.soft,
            self.rule,
            self.accent,
            self.tint,
            self.bar,
            self.mark
        )
    }
}

/// The least contrast of a colour with some others.
fn least(colour: Colour, on: &[Colour]) -> f64 {
    let contrasts = on.iter().map(|on| colour.contrast(*on));
    contrasts.fold(f64::INFINITY, f64::min)
}

/// A colour to mark words with: as much of the reader's own as leaves them
/// readable.
fn marked(own: Colour, paper: Colour, ink: Colour) -> Colour {
    (0..=10)
        .map(|step| own.mixed(paper, f64::from(step) / 10.0))
        .find(|mark| ink.contrast(*mark) >= READABLE)
        .unwrap_or(paper)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_readers_own_colours_are_the_style_sheets() {
        let style = include_str!("../../../../style.css");
        for scheme in Scheme::ALL {
            for declaration in scheme.own().css().split("; ") {
                let declaration = declaration.trim_end_matches(';');
                assert!(style.contains(declaration), "{declaration}");
            }
            let own = Palette::of(scheme, &Chosen::default());
            assert_eq!(own.faults(scheme, &Chosen::default()), []);
        }
    }

    proptest! {
        /// With a paper and an ink that can be read, everything that follows can.
        #[test]
        fn what_follows_is_readable(paper in any::<[u8; 3]>(), ink in any::<[u8; 3]>(), dark in any::<bool>()) {
            let scheme = if dark { Scheme::Dark } else { Scheme::Light };
            let chosen = Chosen { paper: Some(Colour(paper)), ink: Some(Colour(ink)), accent: Some(Colour(ink)), ..Chosen::default() };
            let palette = Palette::of(scheme, &chosen);
            let faults = palette.faults(scheme, &chosen);
            prop_assert!(faults.iter().all(|(name, _)| ["paper", "ink", "accent"].contains(name)), "{faults:?}");
            if faults.is_empty() {
                for ground in [palette.paper, palette.raised, palette.tint] {
                    prop_assert!(palette.soft.contrast(ground) >= READABLE);
                }
                prop_assert!(palette.ink.contrast(palette.mark) >= READABLE);
            }
        }
    }
}
