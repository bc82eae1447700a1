//! How large an example is, and which sizes cannot be.

use super::kinds::{self, Sort};

/// The fewest and the most weeks of an example: notice is given before the first week ends, and bank holidays
/// are known to the end of the most.
const WEEKS: [u32; 2] = [4, 90];

/// The most of anything else: far more than any inspection, and few enough to be made in seconds.
const MOST_SITES: u32 = 10_000;
const MOST_AREAS: u32 = 1_000;
const MOST_VISITS: u32 = 200;
const MOST_INSPECTORS: u32 = 1_000;

/// How large an example is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Main sites to choose from: police forces; with four inspectorates also probation units and prisons, which
    /// share this number in the proportion 43 : 30 : 20.
    pub sites: u32,
    /// CPS Areas, in which the main sites lie. They are sites too, and come on top of `sites`.
    pub areas: u32,
    /// Main sites to visit; with four inspectorates a quarter of them are probation units and a quarter prisons.
    /// The CPS Areas that the forces bring come on top.
    pub visits: u32,
    /// Inspectors of all inspectorates together.
    pub inspectors: u32,
    /// 2: HMICFRS and HMCPSI; or 4: also HMI Probation and HMI Prisons.
    pub inspectorates: u32,
    /// Weeks of the fieldwork window.
    pub weeks: u32,
}

/// Why there is no example of a size, in plain words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Impossible(pub(super) String);

impl Size {
    /// Twenty forces in five CPS Areas.
    pub const S: Size = Size::of_two([20, 5, 4, 12, 10]);
    /// The shape of the case-building example: 43 forces in 13 CPS Areas.
    pub const M: Size = Size::of_two([43, 13, 8, 26, 16]);
    /// Four inspectorates: 43 forces, 30 probation units and 20 prisons in 13 CPS Areas.
    pub const L: Size = Size {
        sites: 93,
        areas: 13,
        visits: 12,
        inspectors: 40,
        inspectorates: 4,
        weeks: 20,
    };
    /// 108 forces in 24 CPS Areas.
    pub const XL: Size = Size::of_two([108, 24, 16, 52, 26]);

    /// Police forces and CPS Areas only: sites, areas, visits, inspectors, weeks.
    const fn of_two([sites, areas, visits, inspectors, weeks]: [u32; 5]) -> Self {
        Self {
            sites,
            areas,
            visits,
            inspectors,
            inspectorates: 2,
            weeks,
        }
    }

    /// Refuses what cannot be whatever the seed.
    ///
    /// # Errors
    /// [`Impossible`], with what to ask for instead.
    pub(super) fn check(&self) -> Result<(), Impossible> {
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
