//! What each audience may know of a plan. Whatever is shown to somebody is drawn from the view made for them, so that what they may
//! not know does not get there: it has no field (`docs/design.md`, section 5).
//!
//! | audience | view | its documents |
//! |---|---|---|
//! | development group | [`DevelopmentGroupView`]; before a plan [`Ranking`] | `selection.csv`, `scores.csv`, the summary |
//! | lead | [`LeadView`], [`TimetablesInShort`]; before a plan [`Ranking`] | `visits.csv`, the Gantt chart, the timetables in short |
//! | lead and development group | [`ProjectView`], [`Overview`] | `milestones.csv`, the project chart, the summary |
//! | visiting team | [`TeamView`] | `inspectors.csv`, `sessions.csv`, `preparation.csv` |
//! | one inspectorate | [`InspectorateView`] | `sessions-HMICFRS.csv` and the like |
//! | inspected body | [`InspectedBodyView`] | `timetable-SITE.svg` |
//!
//! In no view: home coordinates, conflicts, the source of intelligence. In the team's and the inspectorate's: no score and no reason.

mod days_to_avoid;
mod development_group;
mod heading;
mod inspected_body;
mod inspectorate;
mod lead;
mod overview;
mod project;
mod ranking;
mod score_parts;
mod sessions;
mod takers;
mod team;
mod timetables;

pub use days_to_avoid::{Avoided, Holiday};
pub use development_group::{DevelopmentGroupView, SiteChoice};
pub use heading::{Heading, NO_SCENARIO, Status};
pub use inspected_body::{About, InspectedBodyView, SessionSeen, TeamMember};
pub use inspectorate::InspectorateView;
pub use lead::{DaysOfVisit, InspectorGroup, LeadView, OnVisits, PlannedVisit};
pub use overview::{LettersDue, Overview, Selected, VisitInShort};
pub use project::ProjectView;
pub use ranking::{Measured, RankedKind, RankedSite, Ranking};
pub use score_parts::ScoreParts;
pub use sessions::{PreparationRow, SessionRow};
pub use team::{TeamView, Trip, Whereabouts};
pub use timetables::{LeftOver, TimetableInShort, TimetablesInShort};

pub(super) use project::{duration_from, range, standing};
