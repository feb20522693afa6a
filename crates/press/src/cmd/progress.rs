//! A line on the terminal that says how far long work has come.
//!
//! It is drawn only where a person sees it, no more than a few times a second,
//! and leaves nothing behind.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// Work shorter than this needs no line.
const PATIENCE: Duration = Duration::from_millis(500);

/// Between two drawings.
const STEP: Duration = Duration::from_millis(120);

/// How wide the bar is, and how much of a file's name is shown.
const BAR: usize = 24;
const NAME: usize = 40;

/// A line that is drawn over and over.
pub struct Bar {
    seen: bool,
    begun: Instant,
    last: Option<Instant>,
}

impl Bar {
    /// A line; none when standard error is no terminal.
    pub fn new() -> Self {
        Self {
            seen: stderr().is_terminal(),
            begun: Instant::now(),
            last: None,
        }
    }

    /// Draws it, if it is time.
    pub fn draw(&mut self, done: u64, all: u64, articles: usize, name: &str) {
        let early = self.begun.elapsed() < PATIENCE;
        if !self.seen || early || self.last.is_some_and(|last| last.elapsed() < STEP) {
            return;
        }
        self.last = Some(Instant::now());
        let part = (done as f64 / all.max(1) as f64).min(1.0);
        let full = (part * BAR as f64) as usize;
        let skip = name.chars().count().saturating_sub(NAME);
        let name: String = name
            .chars()
            .skip(skip)
            .map(|c| if c.is_control() { '?' } else { c })
            .collect();
        let bar = "█".repeat(full) + &"·".repeat(BAR - full);
        let _ = write!(
            stderr(),
            "\r\x1b[K{bar} {:3.0}%  {articles} articles  {name}",
            part * 100.0
        );
        let _ = stderr().flush();
    }

    /// Takes it away.
    pub fn clear(&self) {
        if self.last.is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}
