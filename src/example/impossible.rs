//! Which sizes of an example cannot be, and what to ask for instead.

use super::Size;
use super::kinds::{self, Sort};

/// The fewest and the most weeks of an example: notice is given before the first week ends, and bank holidays
/// are known to the end of the most.
const WEEKS: [u32; 2] = [4, 90];

/// The most of anything else: far more than any inspection, and few enough to be made in seconds.
const MOST_SITES: u32 = 10_000;
const MOST_AREAS: u32 = 1_000;
const MOST_VISITS: u32 = 200;
const MOST_INSPECTORS: u32 = 1_000;

/// Why there is no example of a size, in plain words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Impossible(String);

impl Size {
    /// Refuses what cannot be whatever the seed.
    ///
    /// # Errors
    /// [`Impossible`], with what to ask for instead.
    pub(super) fn check(&self) -> Result<(), Impossible> {
        self.check_numbers()?;
        self.check_choice()
    }

    /// No number is too small or too large.
    fn check_numbers(&self) -> Result<(), Impossible> {
        let refuse = |message: String| Err(Impossible(message));
        let numbers = [
            (self.sites, "site", MOST_SITES),
            (self.areas, "area", MOST_AREAS),
            (self.visits, "visit", MOST_VISITS),
            (self.inspectors, "inspector", MOST_INSPECTORS),
        ];
        for (number, what, most) in numbers {
            if number == 0 {
                return refuse(format!("An example needs at least 1 {what}."));
            }
            if number > most {
                return refuse(format!(
                    "An example has at most {most} {what}s, not {number}."
                ));
            }
        }
        let [fewest, most] = WEEKS;
        if !(fewest..=most).contains(&self.weeks) {
            return refuse(format!(
                "An example has from {fewest} to {most} weeks, not {}.",
                self.weeks
            ));
        }
        if ![2, 4].contains(&self.inspectorates) {
            return refuse(format!(
                "An example has 2 or 4 inspectorates, not {}.",
                self.inspectorates
            ));
        }
        if self.inspectorates == 4 && self.visits < 3 {
            return refuse(format!(
                "With 4 inspectorates there are at least 3 visits: to a police force, a probation unit and a prison. You asked for {}.",
                self.visits
            ));
        }
        Ok(())
    }

    /// There is enough to choose from.
    fn check_choice(&self) -> Result<(), Impossible> {
        let refuse = |message: String| Err(Impossible(message));
        for sort in kinds::main_sorts(self) {
            let Sort {
                plural,
                sites,
                visits,
                ..
            } = sort;
            if visits > sites {
                return refuse(format!(
                    "There would be {visits} visits to {plural}, but only {sites} {plural} to choose from. Ask for fewer visits, or for more sites."
                ));
            }
        }
        let forces = kinds::forces(self);
        if self.areas > forces {
            return refuse(format!(
                "There would be {} areas, but only {forces} police forces to lie in them. Ask for fewer areas, or for more sites.",
                self.areas
            ));
        }
        Ok(())
    }

    /// What is said where no plan could be thought of.
    pub(super) fn too_many_visits(&self) -> Impossible {
        Impossible(format!(
            "{} visits are too many for {} inspectors in {} weeks. Ask for fewer visits, or for more inspectors or weeks.",
            self.visits, self.inspectors, self.weeks
        ))
    }
}
