//! What a plan is asked for that could be asked otherwise: what the lead inspector has settled, piece by piece, and the other
//! inspections that sites have.
//!
//! What nobody may drop to get a plan is no condition and never becomes one: notice (T2), the joint pairs and who may sit in them
//! (P1 to P7, P11), and authority.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{InspectorId, KindId, Named, SiteId};

/// One thing that a plan is asked for and that could be asked otherwise. The order is that in which a cause is best told: the sooner
/// one comes, the sooner it is named rather than another that would do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// This site is included (S2).
    Include(Named<SiteId>),
    /// The pilot is visited, before all others (T9).
    Pilot {
        /// Where it is made.
        site: Named<SiteId>,
        /// Working days for its review.
        review_days: u32,
    },
    /// At least so many sites of a kind (S1).
    AtLeast {
        /// The kind.
        kind: Named<KindId>,
        /// How many.
        count: u32,
    },
    /// A quota (S3).
    Quota {
        /// The kind.
        kind: Named<KindId>,
        /// The column.
        column: String,
        /// The text in that column; `None` is each.
        value: Option<String>,
        /// At least so many.
        min: Option<u32>,
        /// At most so many.
        max: Option<u32>,
    },
    /// Someone is fixed for a visit (P13).
    FixedInspector {
        /// The site.
        site: Named<SiteId>,
        /// Who.
        inspector: Named<InspectorId>,
    },
    /// The dates of a visit are fixed (T8).
    FixedDates {
        /// The site.
        site: Named<SiteId>,
        /// No onsite day before this one.
        not_before: Option<NaiveDate>,
        /// No onsite day after this one.
        not_after: Option<NaiveDate>,
    },
    /// A site needs a skill (P8).
    Skill {
        /// The site.
        site: Named<SiteId>,
        /// The skill.
        skill: String,
    },
    /// At most so many sites of a kind (S1).
    AtMost {
        /// The kind.
        kind: Named<KindId>,
        /// How many.
        count: u32,
    },
    /// This site is excluded (S2).
    Exclude(Named<SiteId>),
    /// Another inspection of a site (S4, T5).
    Engagement {
        /// The site.
        site: Named<SiteId>,
        /// Which inspection.
        inspection: String,
        /// Its first day.
        first_day: NaiveDate,
        /// Its last day.
        last_day: NaiveDate,
    },
    /// So many weeks between a visit and any other inspection (T5).
    GapWeeks(u32),
    /// Every onsite day lies from one day to another (T1).
    Window {
        /// The first.
        first_day: NaiveDate,
        /// The last.
        last_day: NaiveDate,
    },
    /// A period with no visits (T4).
    Period {
        /// What it is.
        name: String,
        /// The site that it is for, where it is for one.
        site: Option<Named<SiteId>>,
        /// The column and the text of the sites that it is for, where it is for some.
        column: Option<(String, String)>,
        /// Its first day.
        first_day: NaiveDate,
        /// Its last day.
        last_day: NaiveDate,
    },
    /// At most so many days of other inspections (S4).
    BurdenDays(u32),
    /// Visits to a kind start on some weekdays only (T3).
    StartDays(Named<KindId>),
    /// Linked sites are selected together (S5).
    Links,
    /// Linked visits share a week, or come so many weeks after one another (T7).
    Together {
        /// Whether a link asks for the same week.
        same_week: bool,
        /// Whether a link asks for weeks between.
        after: bool,
    },
    /// Linked visits share a team (P12).
    SameTeam,
    /// At most so many visits with an onsite day in one week (T6).
    VisitsInOneWeek(u32),
    /// At most so many weeks in a row onsite for one inspector (P10).
    WeeksInARow(u32),
    /// At most so many onsite days for this inspector (P9).
    OwnDays {
        /// Who.
        inspector: Named<InspectorId>,
        /// How many.
        days: u32,
    },
    /// At most so many onsite days for any inspector who has no limit of their own (P9).
    OnsiteDays(u32),
    /// Days for a team to write up after a visit to a kind (P14).
    WriteUp {
        /// The kind.
        kind: Named<KindId>,
        /// How many.
        days: u32,
    },
    /// The furthest between sites on two days in a row, in kilometres, as it is written (P15).
    Journey(String),
    /// A plan has at least one visit. It is what every plan is for, and is never offered to go.
    AtLeastOne,
}

impl Condition {
    /// The site for which it fixes a date or an inspector, if it does.
    pub(in crate::optimise) fn fixed_for(&self) -> Option<&Named<SiteId>> {
        match self {
            Self::FixedInspector { site, .. } | Self::FixedDates { site, .. } => Some(site),
            Self::Include(_) | Self::Exclude(_) | Self::AtLeast { .. } | Self::AtMost { .. } => {
                None
            }
            Self::Pilot { .. } | Self::AtLeastOne | Self::WriteUp { .. } | Self::Journey(_) => None,
            Self::Quota { .. } | Self::Links | Self::Together { .. } | Self::SameTeam => None,
            Self::Skill { .. } | Self::Engagement { .. } | Self::GapWeeks(_) => None,
            Self::BurdenDays(_) | Self::Window { .. } | Self::Period { .. } => None,
            Self::StartDays(_) | Self::VisitsInOneWeek(_) | Self::WeeksInARow(_) => None,
            Self::OwnDays { .. } | Self::OnsiteDays(_) => None,
        }
    }

    /// Whether it asks for sites: without any that does, nothing need be visited, and there is a plan.
    pub(super) fn asks_for_sites(&self) -> bool {
        match self {
            Self::Include(_) | Self::AtLeast { .. } => true,
            Self::Pilot { .. } | Self::AtLeastOne => true,
            Self::Quota { min, .. } => min.is_some(),
            Self::Exclude(_) | Self::AtMost { .. } => false,
            Self::Links | Self::Together { .. } | Self::SameTeam => false,
            Self::WriteUp { .. } | Self::Journey(_) => false,
            Self::FixedInspector { .. } | Self::FixedDates { .. } | Self::Skill { .. } => false,
            Self::Engagement { .. } | Self::GapWeeks(_) | Self::BurdenDays(_) => false,
            Self::Window { .. } | Self::Period { .. } | Self::StartDays(_) => false,
            Self::VisitsInOneWeek(_) | Self::WeeksInARow(_) => false,
            Self::OwnDays { .. } | Self::OnsiteDays(_) => false,
        }
    }
}
