//! The three tiers, each proved before the next begins.
//!
//! This is logic-based Benders decomposition. The selection is the master problem: it is solved without dates and teams, which
//! bounds what any plan can score. Its dates and its teams are the subproblem, and taken apart in the same way. Where a subproblem has
//! no solution, an irreducible part of what it was given that has none becomes a no-good cut on the master.

mod best_teams;
mod calendar;
mod conflict;
mod cuts;
mod equally_good;
mod incumbent;
mod near;
mod on_paper;
mod proofs;
mod selection;
mod staffing;
mod teams;
mod ties;
mod to_hand;
mod told_apart;
mod value;

pub(super) use calendar::{is_visitable_at_once, is_visitable_soon};
pub(super) use on_paper::{OnPaper, PartsOnPaper};
pub(super) use proofs::Proofs;
pub(super) use selection::{BestSelection, Depth, best_selection};
pub(super) use staffing::{Settled, settle};
pub(super) use ties::{TiedSelections, VisitableSelection, Wanted};
pub(super) use to_hand::any_plan;
pub(super) use value::TierValue;
