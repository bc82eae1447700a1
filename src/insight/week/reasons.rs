//! Why a visit lies in its week, as facts.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{Named, SiteId};

/// Why a visit lies in its week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyWeek {
    /// These selected sites bring it in the same week (T7).
    SameWeekAs(Vec<Named<SiteId>>),
    /// There is no earlier week.
    FirstPossible,
    /// Every earlier week, with those together that fail for the same reason.
    NotEarlier(Vec<EarlierWeeks>),
}

/// What places a visit among the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ForWeek {
    /// It is the pilot, before all others (T9).
    Pilot {
        /// But for these, which it brings or which bring it in the same week.
        but: Vec<Named<SiteId>>,
    },
    /// It is so many weeks after the visit that brings it (T7).
    After {
        /// To which site.
        site: Named<SiteId>,
        /// How many, from the one's week to the other's.
        weeks: i64,
    },
}

/// Earlier weeks, and what stands in the way of a visit in any of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EarlierWeeks {
    /// Their Mondays.
    pub weeks: Vec<NaiveDate>,
    /// What stands in the way.
    pub against: AgainstWeek,
}

/// What stands in the way of a visit in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AgainstWeek {
    /// The site could not be visited then.
    Forbidden(Vec<AgainstDate>),
    /// A site that it would bring would not fit beside it, with the same team (T3, T7, P12).
    NoRoomForBrought {
        /// The other site.
        site: Named<SiteId>,
    },
    /// A site that it would bring could not be visited then (T7).
    BroughtForbidden {
        /// The other site.
        site: Named<SiteId>,
        /// Why not.
        why: Vec<AgainstDate>,
    },
    /// The sites that it would bring would not all fit beside it (T3, T7).
    NoRoomForAllBrought(Vec<Named<SiteId>>),
    /// It would not be so many weeks after any visit that brings it (T7).
    NotSoLongAfter {
        /// To which sites.
        sites: Vec<Named<SiteId>>,
        /// At least so many.
        min: u32,
        /// At most so many, if that is limited.
        max: Option<u32>,
    },
    /// The pilot is not over, or not reviewed (T9).
    Pilot {
        /// Where it is made.
        site: Named<SiteId>,
        /// The last day of its review.
        until: NaiveDate,
    },
    /// The other visits leave no room (T6).
    Full,
    /// It lies in these periods, which are better avoided, and would cost more than the week of the plan.
    BetterAvoided(Vec<String>),
    /// Nothing that concerns this visit alone.
    NotInTheBestPlan,
}

/// Why a site could not be visited on some days of a week. Where one rule forbids them all, no other is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AgainstDate {
    /// No day to start on leaves enough working days (T3).
    WorkingDays,
    /// Outside the fieldwork window (T1).
    Window,
    /// Notice does not end before this day (T2).
    Notice(NaiveDate),
    /// In these periods, which must be avoided (T4).
    Avoid(Vec<String>),
    /// Too close to these other inspections (T5).
    Gap(Vec<String>),
    /// Outside the dates that the lead inspector has fixed (T8).
    FixedDates,
}
