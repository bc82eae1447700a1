//! Chance, seeded: the same seed draws the same problem on every machine.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A source of choices.
pub struct Draw(ChaCha8Rng);

impl Draw {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, of_hundred: u32) -> bool {
        self.0.random_range(0..100_u32) < of_hundred
    }

    /// A whole number, both ends included.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        self.0.random_range(low..=high)
    }

    /// One of a list.
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.0.random_range(0..from.len() as u32) as usize].clone()
    }

    /// So many of a list, in its order.
    pub fn some<T: Clone>(&mut self, from: &[T], count: usize) -> Vec<T> {
        let mut left = count.min(from.len());
        let mut found = Vec::new();
        for (at, item) in from.iter().enumerate() {
            if (self.between(1, (from.len() - at) as u32) as usize) <= left {
                found.push(item.clone());
                left -= 1;
            }
        }
        found
    }

    /// A value, so many times in a hundred.
    pub fn maybe<T>(&mut self, of_hundred: u32, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.percent(of_hundred) {
            Some(value(self))
        } else {
            None
        }
    }
}
