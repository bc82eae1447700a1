//! Numbers.

use super::{Form, Readable};
use crate::schema::misfit::{Misfit, Why};

/// The largest number that is worth arithmetic: beyond it, sums lose their last digits.
pub const LARGEST: f64 = 1e12;

/// A whole number in a range, both ends included.
#[derive(Debug, Clone, Copy)]
pub struct Whole {
    from: u32,
    to: u32,
    unit: &'static str,
}

impl Whole {
    /// From one number to another.
    pub const fn range(from: u32, to: u32) -> Self {
        Self { from, to, unit: "" }
    }

    /// The same, of these: `days`.
    pub const fn of(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    /// Whether a number will do.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, number: f64) -> Result<u32, Why> {
        if number.fract() != 0.0 {
            return Err(Why::NotWhole);
        }
        in_range(number, f64::from(self.from), f64::from(self.to))?;
        Ok(number as u32)
    }
}

impl Form for Whole {
    fn in_words(&self) -> String {
        let Self { from, to, unit } = self;
        let of = if unit.is_empty() { "" } else { " of " };
        format!("a whole number{of}{unit} from {from} to {}", grouped(*to))
    }
}

impl Readable for Whole {
    type Value = u32;

    /// `3.0`, as spreadsheets write it, is whole.
    fn read(&self, text: &str) -> Result<u32, Vec<Misfit>> {
        let number = plain(text).ok_or(Why::NotANumber);
        number
            .and_then(|number| self.check(number))
            .map_err(|why| Misfit::one(text, why))
    }

    fn write(&self, value: &u32) -> String {
        value.to_string()
    }
}

/// A number in a range, both ends included unless it is to be above the first.
#[derive(Debug, Clone, Copy)]
pub struct Number {
    from: f64,
    /// Whether `from` itself will not do.
    above: bool,
    to: f64,
    unit: &'static str,
}

impl Number {
    /// From one number to another.
    pub const fn range(from: f64, to: f64) -> Self {
        Self {
            from,
            above: false,
            to,
            unit: "",
        }
    }

    /// Above one number, and up to another.
    pub const fn above(from: f64, to: f64) -> Self {
        Self {
            above: true,
            ..Self::range(from, to)
        }
    }

    /// The same, of these: `days`.
    pub const fn of(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    /// Whether a number will do.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, number: f64) -> Result<f64, Why> {
        let Self {
            from, above, to, ..
        } = *self;
        let is_in_range = (from..=to).contains(&number) && !(above && number == from);
        match (is_in_range, above) {
            (true, _) => Ok(number),
            (false, true) => Err(Why::NotAbove(from, to)),
            (false, false) => Err(Why::OutOfRange(from, to)),
        }
    }
}

impl Form for Number {
    fn in_words(&self) -> String {
        let Self {
            from,
            above,
            to,
            unit,
        } = self;
        let of = if unit.is_empty() { "" } else { " of " };
        if *above {
            let to = grouped(*to as u32);
            return format!("a number{of}{unit}, above {from} and up to {to}");
        }
        match (*from <= -LARGEST, *to >= LARGEST) {
            (true, _) => format!("a number{of}{unit}"),
            (false, true) => format!("a number{of}{unit}, {from} or more"),
            (false, false) => format!("a number{of}{unit} from {from} to {}", grouped(*to as u32)),
        }
    }
}

impl Readable for Number {
    type Value = f64;

    fn read(&self, text: &str) -> Result<f64, Vec<Misfit>> {
        let number = plain(text).ok_or(Why::NotANumber);
        number
            .and_then(|number| self.check(number))
            .map_err(|why| Misfit::one(text, why))
    }

    fn write(&self, value: &f64) -> String {
        value.to_string()
    }
}

/// A weight of the score: 0, or in the range within which arithmetic can tell every difference.
#[derive(Debug, Clone, Copy)]
pub struct Weight;

impl Weight {
    /// What a weight may be, where it is not 0. Values of a tier that differ by less than one millionth count as equal:
    /// beyond these limits, arithmetic could no longer tell such a difference.
    const RANGE: std::ops::RangeInclusive<f64> = 0.001..=1000.0;

    /// Whether a number can be a weight.
    pub fn fits(number: f64) -> bool {
        number == 0.0 || Self::RANGE.contains(&number)
    }
}

impl Form for Weight {
    fn in_words(&self) -> String {
        "0, or a number from 0.001 to 1,000".to_owned()
    }
}

impl Readable for Weight {
    type Value = f64;

    fn read(&self, text: &str) -> Result<f64, Vec<Misfit>> {
        let out_of_range = Why::OutOfRange(*Self::RANGE.start(), *Self::RANGE.end());
        let why = match plain(text) {
            Some(number) if Self::fits(number) => return Ok(number),
            Some(_) => out_of_range,
            None => Why::NotANumber,
        };
        Err(Misfit::one(text, why))
    }

    fn write(&self, value: &f64) -> String {
        value.to_string()
    }
}

/// Degrees of latitude or longitude, to either side of nought.
#[derive(Debug, Clone, Copy)]
pub struct Degrees(
    /// The most there are.
    pub f64,
);

impl Form for Degrees {
    fn in_words(&self) -> String {
        format!("degrees from -{0} to {0}", self.0)
    }
}

impl Readable for Degrees {
    type Value = f64;

    fn read(&self, text: &str) -> Result<f64, Vec<Misfit>> {
        let why = match text.parse::<f64>() {
            Ok(number) if number.abs() <= self.0 => return Ok(number),
            Ok(_) => Why::TooManyDegrees(self.0),
            Err(_) => Why::NotDegrees,
        };
        Err(Misfit::one(text, why))
    }

    fn write(&self, value: &f64) -> String {
        value.to_string()
    }
}

fn in_range(number: f64, from: f64, to: f64) -> Result<(), Why> {
    match (from..=to).contains(&number) {
        true => Ok(()),
        false => Err(Why::OutOfRange(from, to)),
    }
}

/// A number in digits; none that has no end.
pub fn plain(text: &str) -> Option<f64> {
    let found: f64 = text.parse().ok()?;
    found.is_finite().then_some(found)
}

/// With commas between the thousands: `10,000`.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_read_in_words() {
        let words = [
            Whole::range(1, 8).in_words(),
            Whole::range(0, 10_000).of("onsite days").in_words(),
            Number::range(0.0, LARGEST).in_words(),
            Number::range(-LARGEST, LARGEST).in_words(),
            Number::range(0.0, 1.0).in_words(),
            Number::above(0.0, 10_000.0).of("days").in_words(),
            Degrees(90.0).in_words(),
        ];
        assert_eq!(
            words,
            [
                "a whole number from 1 to 8",
                "a whole number of onsite days from 0 to 10,000",
                "a number, 0 or more",
                "a number",
                "a number from 0 to 1",
                "a number of days, above 0 and up to 10,000",
                "degrees from -90 to 90",
            ]
        );
    }

    #[test]
    fn whole_numbers_may_have_a_point_and_no_fraction() {
        let stage = Whole::range(1, 8);
        assert_eq!(stage.read("3.0"), Ok(3));
        assert_eq!(stage.read("3.5"), Err(Misfit::one("3.5", Why::NotWhole)));
        let too_large = Why::OutOfRange(1.0, 8.0);
        assert_eq!(stage.read("9"), Err(Misfit::one("9", too_large)));
        assert_eq!(stage.read("NaN"), Err(Misfit::one("NaN", Why::NotANumber)));
    }
}
