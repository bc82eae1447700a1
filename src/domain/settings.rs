//! What `inspection.toml` says (`docs/design.md`, section 2).

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{InspectorateId, KindId, Named, Site, SiteId};

/// `[inspection]`: what is inspected, and by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// The title that every output carries.
    pub title: String,
    /// The main inspection question.
    pub question: String,
    /// The inspectorate that leads. A label: no rule depends on it.
    pub lead: InspectorateId,
    /// Every inspectorate that takes part.
    pub inspectorates: Vec<InspectorateId>,
    /// The handling marking that every output carries, such as `OFFICIAL-SENSITIVE`.
    pub marking: String,
    /// The marking of what is written for an inspected body, such as `OFFICIAL`.
    pub marking_for_bodies: String,
}

/// `[timing]`: the dates the fieldwork must keep to.
#[derive(Debug, Clone, PartialEq)]
pub struct Timing {
    /// The day the proposed selection goes to the inspectorates.
    pub selection_proposed: NaiveDate,
    /// The first day on which anyone may be onsite.
    pub first_day: NaiveDate,
    /// The last day on which anyone may be onsite.
    pub last_day: NaiveDate,
    /// Weeks from the day letters are ready to the first onsite day: 6 or more.
    pub notice_weeks: u32,
    /// Working days kept free between the last authority and the day letters are ready.
    pub spare_days: u32,
    /// Whether letters go out together or each in its own time.
    pub letters: Letters,
    /// How many visits may have an onsite day in one week, if that is limited.
    pub max_visits_per_week: Option<u32>,
    /// The day on which the report is to be published, if one is set.
    pub publication: Option<NaiveDate>,
}

/// `[pilot]`: the visit made before all others, to try the methodology out (T9).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pilot {
    /// Where it is made.
    pub site: SiteId,
    /// Working days after it before the next visit, for its review.
    pub review_days: u32,
    /// Whether it is one of its kind's number of sites (S1).
    pub counts: bool,
}

/// When the commissioning letters go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// All on one date, set by the first visit.
    Together,
    /// Each in time for its own visit.
    Each,
}

/// When an inspectorate gives its authority for the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authority {
    /// So many working days after the selection is proposed; 0 is the day itself.
    WorkingDays(u32),
    /// On a known date.
    On(NaiveDate),
}

/// `[kinds.*]`: one kind of site, and what a visit to it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Kind {
    /// Its key under `[kinds]`.
    pub id: KindId,
    /// What people call a site of it, such as `Probation delivery unit`; `None` where the key in words will do.
    pub label: Option<String>,
    /// The inspectorate whose kind it is; it provides the visit lead.
    pub inspectorate: InspectorateId,
    /// How many are selected.
    pub sites: Count,
    /// Onsite working days of one visit; above 0.
    pub days: u32,
    /// Working days at the desk just before, for the same team.
    pub prepare_days: u32,
    /// Working days after it on which its team is free of other visits (P14).
    pub write_up_days: u32,
    /// Weekdays on which a visit may start; empty means any.
    pub start_days: Vec<Weekday>,
    /// The joint pairs of one visit, each of two different inspectorates; at least one.
    pub pairs: Vec<[InspectorateId; 2]>,
    /// Whose record teaches most.
    pub evidence: Evidence,
    /// Columns over which the selection should represent all sites of the kind.
    pub profile: Vec<String>,
    /// The clearance that every inspector on the visit must hold.
    pub clearance: Option<String>,
    /// Sites that must be selected.
    pub include: Vec<SiteId>,
    /// Sites that must not be selected.
    pub exclude: Vec<SiteId>,
}

impl Kind {
    /// Its key and its label; the key again where it has none.
    pub fn named(&self) -> Named<KindId> {
        Named {
            id: self.id.clone(),
            name: self.label.clone().unwrap_or_else(|| self.id.to_string()),
        }
    }

    /// The kind as a visit to this site has it: with the site's own `days` and `pairs` where it has them. Of pairs, the kind's list
    /// in order, from its start again where there are more.
    #[must_use]
    pub fn at(&self, site: &Site) -> Self {
        let pairs = site.pairs.map_or(self.pairs.len(), |pairs| pairs as usize);
        Self {
            days: site.days.unwrap_or(self.days),
            pairs: self.pairs.iter().cycle().take(pairs).cloned().collect(),
            ..self.clone()
        }
    }

    /// How many inspectors visit one site of this kind.
    pub fn seats(&self) -> usize {
        2 * self.pairs.len()
    }
}

/// From how many to how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// At least this many.
    pub min: u32,
    /// At most this many.
    pub max: u32,
}

/// Which record of performance makes a site worth a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The best and the worst.
    Extremes,
    /// The worst.
    Poor,
    /// The best.
    Good,
    /// Performance does not count.
    None,
}

/// `[[quotas]]`: how many selected sites of a kind may or must share a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Quota {
    /// The kind it counts.
    pub kind: KindId,
    /// The column of `sites.csv`, or a derived column, whose text is compared.
    pub column: String,
    /// Which values it speaks of.
    pub scope: QuotaScope,
    /// At least this many selected sites, if given.
    pub min: Option<u32>,
    /// At most this many selected sites, if given.
    pub max: Option<u32>,
}

/// The values that a quota speaks of.
#[derive(Debug, Clone, PartialEq)]
pub enum QuotaScope {
    /// Every value that occurs among all sites of the kind.
    Each,
    /// This one value.
    Value(String),
}

/// `[[links]]`: a selected site of one kind brings a site of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The kind whose sites name others.
    pub each: KindId,
    /// The kind of the sites they name.
    pub brings: KindId,
    /// The column of `sites.csv` that names them, `;` between.
    pub by: String,
    /// Whether the visits must share a week.
    pub timing: LinkTiming,
    /// Whether the brought site is visited by inspectors who visit a site that names it.
    pub same_team: bool,
}

/// When a brought site is visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkTiming {
    /// At any time.
    Any,
    /// In the ISO week in which a site that names it is visited.
    SameWeek,
    /// So many ISO weeks after a site that names it: from the Monday of the one's week to that of the other's.
    After {
        /// At least this many.
        min: u32,
        /// At most this many, if that is limited.
        max: Option<u32>,
    },
}

impl LinkTiming {
    /// After it, as long as nothing is said of the weeks.
    pub const AFTER: Self = Self::After { min: 1, max: None };
}

/// `[burden]`: how other inspections of a site count.
#[derive(Debug, Clone, PartialEq)]
pub struct Burden {
    /// Calendar months before `first_day` in which engagements count.
    pub months_before: u32,
    /// Calendar months after `last_day` in which engagements count.
    pub months_after: u32,
    /// Engagement days that make a full burden; above 0.
    pub full_days: f64,
    /// No selected site has more engagement days than this, if given.
    pub max_days: Option<u32>,
    /// No visit is this close, in weeks, to another inspection, if given.
    pub gap_weeks: Option<u32>,
}

/// `[staffing]`: limits on the load of one inspector.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Staffing {
    /// Onsite days per inspector, unless `inspectors.csv` says otherwise.
    pub max_days: Option<u32>,
    /// ISO weeks in a row in which one inspector may be onsite.
    pub max_weeks_in_row: Option<u32>,
    /// No onsite days in a row at sites further apart than so many kilometres, if given.
    pub journey_km: Option<f64>,
}
