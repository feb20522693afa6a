//! Chance that is the same on every machine: SplitMix64.
//!
//! Steele, Lea and Flood, "Fast splittable pseudorandom number generators"
//! (2014). Good for making text, not for secrets.

/// A run of numbers that looks like chance.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The run of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included. The slight preference for
    /// low numbers that the remainder brings does not matter here.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high.saturating_sub(low) + 1)
    }

    /// True one time in `count`.
    pub fn one_in(&mut self, count: u64) -> bool {
        self.next().is_multiple_of(count)
    }
}
