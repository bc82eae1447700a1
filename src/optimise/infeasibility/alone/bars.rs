//! What can keep a site from being visited, as facts.

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::DateBar;
use crate::domain::{Named, RuleSet, SiteId};
use crate::optimise::infeasibility::Obstacle;

/// Something that keeps a site from visits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BarredSite {
    /// The site.
    pub site: Named<SiteId>,
    /// What it is to the site in question.
    pub part: Part,
    /// What is in its way.
    pub bar: Bar,
}

/// What a site is to the one in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The site in question.
    Itself,
    /// One that it names, and so could bring.
    Brought,
    /// One that names it, and so could bring it.
    Brings,
    /// One that is tied to these by further links.
    TiedToThese,
}

/// What keeps a site from visits: from all of them, or from those on some days.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bar {
    /// The lead inspector has excluded it (S2).
    Excluded,
    /// It has too many days of other inspections (S4).
    OverBurdened {
        /// How many.
        days: u32,
        /// How many it may have.
        limit: u32,
    },
    /// The window holds no visit that is as long and begins as it must (T1, T3).
    NoRoom {
        /// The onsite days of a visit.
        days: u32,
        /// Bank holidays of its nation in the window.
        holidays: Vec<(String, NaiveDate)>,
    },
    /// An event of its calendar (T2, T4, T5, T8).
    Date(DateBar),
    /// Nobody to go, of some description, on any date that is left.
    NoTeam(Obstacle),
    /// No team on any date that is left, because of these rules together, none of which could be spared.
    NoTeamBy(RuleSet),
}
