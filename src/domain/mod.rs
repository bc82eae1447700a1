//! The words of the field as types: sites, inspectors, rules, plans.
//!
//! This module knows no files and no solver, and does no arithmetic that a plan depends on: the planner
//! and the checker each compute from these same facts in their own way, so that one can catch the other out.

mod activities;
mod ids;
mod in_order;
mod indices;
mod left_out;
mod milestones;
mod one_line;
mod plan;
mod plan_code;
mod planned;
mod record;
mod rule;
mod settings;
mod site;
mod subject;
mod tables;
mod time_of_day;
mod weights;

pub use activities::{Activity, DayHours, DrawnUpBy, Method, SetDay, TakenBy};
pub use ids::{InspectorId, InspectorateId, KindId, LONGEST_TEXT, MilestoneId, Named, SiteId};
pub(crate) use indices::row;
pub use indices::{InspectorRow, KindRow, QuotaRow, SiteRow};
pub use left_out::{FixedBetween, LeftOut};
pub use milestones::{Before, Given, Lead, Milestone, National, On, Per, Time, Unit, Using, Whose};
pub use one_line::{breaks_line, is_printable, one_line, printable, shows_nothing};
pub use plan::{
    OneOff, PLAN_FORMAT, Party, Plan, Prepared, Session, TIER_NAMES, Tier, Visit, one_off,
};
pub use plan_code::plan_code;
pub use planned::{
    BestSelection, CountChange, OtherSelection, Planned, SiteChange, Tie, Ties, ToldBy, Worth,
};
pub use record::PlanRecord;
pub use rule::{Rule, RuleSet};
pub use settings::{
    Authority, Burden, Count, Evidence, Header, Kind, Letters, Link, LinkTiming, Pilot, Quota,
    QuotaScope, Staffing, Timing,
};
pub use site::{Position, Site};
pub use subject::{DateRule, InspectorFact, PersonRule, Subject};
pub use tables::{
    Absence, Apart, AuthorityGiven, BankHoliday, Better, Board, Clearance, Conflict, Consultation,
    Engagement, Fixed, Indicator, Inspector, Intelligence, Outcome, Performance, Period, Severity,
    Travel,
};
pub use time_of_day::{NotATime, TimeOfDay};
pub use weights::{Weights, WeightsByTier};

/// Everything that is known about one inspection: `inspection.toml` and the tables beside it.
///
/// An `Inspection` that came through [`crate::input`] is sound: every reference leads somewhere, dates are
/// in order and numbers in range. The other modules rely on that. It is in one order too, whatever that of the rows:
/// [`Inspection::in_order`].
#[derive(Debug, Clone, PartialEq)]
pub struct Inspection {
    /// What the inspection is and who takes part.
    pub header: Header,
    /// The dates it must keep to.
    pub timing: Timing,
    /// The visit made before all others, if there is one.
    pub pilot: Option<Pilot>,
    /// The work commissioned once, for the whole inspection.
    pub national: National,
    /// When each inspectorate gives its authority.
    pub authority: Vec<(InspectorateId, Authority)>,
    /// The kinds of site.
    pub kinds: Vec<Kind>,
    /// How many selected sites may or must share a value.
    pub quotas: Vec<Quota>,
    /// Which sites bring which others with them.
    pub links: Vec<Link>,
    /// How the burden of other inspections is counted and limited.
    pub burden: Burden,
    /// Limits on the load of one inspector.
    pub staffing: Staffing,
    /// What the score values, and how much.
    pub weights: Weights,
    /// The hours of an onsite day.
    pub day: DayHours,
    /// Who draws the timetables up.
    pub timetable_by: DrawnUpBy,
    /// Every site that could be selected.
    pub sites: Vec<Site>,
    /// Every inspector who could be seated.
    pub inspectors: Vec<Inspector>,
    /// Days on which an inspector is away.
    pub absences: Vec<Absence>,
    /// Security clearances held.
    pub clearances: Vec<Clearance>,
    /// Inspectors who must not visit a site.
    pub conflicts: Vec<Conflict>,
    /// How far inspectors have it to sites, where not by the great circle.
    pub travel: Vec<Travel>,
    /// Inspectors who must not visit together.
    pub apart: Vec<Apart>,
    /// The measures of performance.
    pub indicators: Vec<Indicator>,
    /// The values of those measures.
    pub performance: Vec<Performance>,
    /// What is known beyond the figures; `None` when there is no such table, which is not the same as an empty one.
    pub intelligence: Option<Vec<Intelligence>>,
    /// Other inspections of the sites.
    pub engagements: Vec<Engagement>,
    /// Bank holidays: the built-in list for England and Wales, and what the file adds.
    pub bank_holidays: Vec<BankHoliday>,
    /// Periods in which visits must not, or should rather not, take place.
    pub periods: Vec<Period>,
    /// What the lead inspector has already settled.
    pub fixed: Vec<Fixed>,
    /// What the inspectorates and the inspected bodies said about the proposal.
    pub consultation: Vec<Consultation>,
    /// What happens on a visit to each kind of site.
    pub activities: Vec<Activity>,
    /// The days on which boards and chiefs decide.
    pub boards: Vec<Board>,
    /// The authorities recorded so far.
    pub authority_given: Vec<AuthorityGiven>,
    /// What has to be done from scope to publication: the built-in table, and what the file changes.
    pub milestones: Vec<Milestone>,
    /// The name of the scenario that was laid over the settings, if one was: its file name without the ending.
    pub scenario: Option<String>,
    /// SHA-256, in hex, over every input file: ties a plan to what it was made from.
    pub inputs_digest: String,
}

impl Inspection {
    /// The kind with this id, if there is one.
    pub fn kind(&self, id: &KindId) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == *id)
    }

    /// The site with this id, if there is one. Walks the table: build a map where many are looked up.
    pub fn site(&self, id: &SiteId) -> Option<&Site> {
        self.sites.iter().find(|site| site.id == *id)
    }

    /// The inspector with this id, if there is one. Walks the table: build a map where many are looked up.
    pub fn inspector(&self, id: &InspectorId) -> Option<&Inspector> {
        self.inspectors.iter().find(|person| person.id == *id)
    }

    /// The name of a site; its id where it is not in the tables, as in a plan that was edited by hand.
    pub fn name_of_site<'n>(&'n self, id: &'n SiteId) -> &'n str {
        self.site(id).map_or(id.as_str(), |site| &site.name)
    }

    /// The name of an inspector; their id where they are not in the tables, as in a plan that was edited by hand.
    pub fn name_of_inspector<'n>(&'n self, id: &'n InspectorId) -> &'n str {
        self.inspector(id)
            .map_or(id.as_str(), |person| &person.name)
    }
}
