//! What may stand in a cell or behind a key: how each sort of value is read from text, and written.

pub mod days;
mod milestones;
mod names;
mod numbers;
mod one_of;
mod plan_code;
mod settings;
mod takers;

use std::fmt::{self, Debug};

use super::SectionSpec;
use super::misfit::Misfit;

pub use days::{Date, SavedDate, Time};
pub use milestones::{AfterWhat, BeforeWhat, Moment, UsingWhat, WhoseMilestone};
pub use names::{LONGEST_NAME, List, NewId, NewName, Refers, Text, Thing};
pub use numbers::{Degrees, LARGEST, Number, Weight, Whole, plain};
pub use one_of::Words;
pub use plan_code::PlanCode;
pub use settings::{Keys, PairsOf, TextOrNumber, Truth};
pub use takers::{PartyOfVisit, Taker};

/// What may stand in a field.
pub trait Form: Debug + Copy + Sync + 'static {
    /// In words, such as `a whole number from 1 to 8`.
    fn in_words(&self) -> String;

    /// The same behind a key of the settings, where it stands there in another way.
    fn in_settings(&self) -> String {
        self.in_words()
    }

    /// What holds where the field is left blank, as it would be written.
    fn default_text(&self) -> Option<String> {
        None
    }

    /// Whether it is a name that others refer to, which is kept to the letter or refused.
    fn is_new_name(&self) -> bool {
        false
    }

    /// The section that it is, where it has keys of its own.
    fn section_within(&self) -> Option<&'static SectionSpec> {
        None
    }
}

/// A form that stands in a text.
pub trait Readable: Form {
    /// What the text means.
    type Value;

    /// Reads a text that is not blank.
    ///
    /// # Errors
    /// Every piece of it that does not fit.
    fn read(&self, text: &str) -> Result<Self::Value, Vec<Misfit>>;

    /// How a value is written.
    fn write(&self, value: &Self::Value) -> String;
}

/// A form with what holds where the field is left blank.
pub struct Or<F: Readable>(
    /// What may stand in the field.
    pub F,
    /// What holds where it is blank.
    pub fn() -> F::Value,
);

impl<F: Readable> Clone for Or<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Readable> Copy for Or<F> {}

impl<F: Readable> fmt::Debug for Or<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let default = self.0.write(&self.default());
        f.debug_tuple("Or").field(&self.0).field(&default).finish()
    }
}

impl<F: Readable> Or<F> {
    /// What holds where the field is left blank.
    pub fn default(&self) -> F::Value {
        (self.1)()
    }
}

impl<F: Readable> Form for Or<F> {
    fn in_words(&self) -> String {
        self.0.in_words()
    }

    fn default_text(&self) -> Option<String> {
        Some(self.0.write(&self.default()))
    }
}

impl<F: Readable> Readable for Or<F> {
    type Value = F::Value;

    fn read(&self, text: &str) -> Result<Self::Value, Vec<Misfit>> {
        self.0.read(text)
    }

    fn write(&self, value: &Self::Value) -> String {
        self.0.write(value)
    }
}

/// Several of a form: in a cell with `;` between, behind a key as a list.
#[derive(Debug, Clone, Copy)]
pub struct Several<F>(
    /// The form of each.
    pub F,
);

impl<F: Readable> Form for Several<F> {
    fn in_words(&self) -> String {
        format!("{}; several with ; between", self.0.in_words())
    }

    fn in_settings(&self) -> String {
        format!("a list, each {}", self.0.in_words())
    }
}

impl<F: Readable> Readable for Several<F> {
    type Value = Vec<F::Value>;

    fn read(&self, text: &str) -> Result<Self::Value, Vec<Misfit>> {
        all(parts(text).map(|part| self.0.read(part)))
    }

    fn write(&self, values: &Self::Value) -> String {
        let texts: Vec<String> = values.iter().map(|value| self.0.write(value)).collect();
        texts.join(BETWEEN)
    }
}

/// What stands between the parts of a cell.
const BETWEEN: &str = ";";

/// The parts of a cell, blank ones left out.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(BETWEEN).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

/// Every value, or every misfit.
fn all<T>(read: impl Iterator<Item = Result<T, Vec<Misfit>>>) -> Result<Vec<T>, Vec<Misfit>> {
    let (mut values, mut misfits) = (Vec::new(), Vec::new());
    for one in read {
        match one {
            Ok(value) => values.push(value),
            Err(found) => misfits.extend(found),
        }
    }
    match misfits.is_empty() {
        true => Ok(values),
        false => Err(misfits),
    }
}
