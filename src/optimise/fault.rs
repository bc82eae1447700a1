//! Faults of Assize itself: what must never pass as "out of time" or "no plan".

use thiserror::Error;

/// What went wrong inside Assize. The tables are not to blame, and nothing is said of whether there is a plan.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// The solver failed.
    #[error("HiGHS, the solver within Assize, failed while {step}: {said}.")]
    Solver {
        /// In which step.
        step: SolveStep,
        /// What HiGHS said, without the full stop.
        said: String,
    },
    /// The solver chose a team that has no seats in the pairs of the visit, though the rules of the model see to it that it has.
    #[error("The team chosen for {site} cannot be seated in its pairs.")]
    Unseated {
        /// The name of the site.
        site: String,
    },
    /// The solver chose a team that nobody may lead, though the rules of the model see to it that somebody may.
    #[error("Nobody on the team chosen for {site} can lead the visit.")]
    Unled {
        /// The name of the site.
        site: String,
    },
}

/// What the solver was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SolveStep {
    /// Tier 1: which sites.
    Selection,
    /// Tier 2: which dates.
    Calendar,
    /// Tier 3: which teams.
    Staffing,
    /// What stands in the way of a selection or of its dates.
    Conflict,
    /// The sessions of a visit.
    Timetable,
    /// The remote activities of a visit.
    Preparation,
}

impl std::fmt::Display for SolveStep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Selection => "choosing the sites",
            Self::Calendar => "setting the dates",
            Self::Staffing => "seating the teams",
            Self::Conflict => "looking for what stands in the way",
            Self::Timetable => "placing the sessions",
            Self::Preparation => "sharing out the preparation",
        })
    }
}
